"""Draws a random sample of a list that anybody can draw again from the published seed.

Each stratum's references are put in the order of SHA-256 of `seed|reference`, written in UTF-8 and read as hexadecimal
text; the first ones are the sample, the next ones replace those who cannot be reached. Places are shared out between
strata in proportion to their size by the largest remainder (Hamilton), so that no stratum gets a whole place more or
less than its share.
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Drawn:
    """A reference in the sample; `place` counts from 1 within its stratum."""

    stratum: str
    place: int
    reference: str


def draw_sample(strata: Mapping[str, Sequence[str]], *, size: int, seed: str) -> list[Drawn]:
    """Draw `size` references, everybody if there are fewer; strata by name, each in its order.

    Raises `ValueError` for a negative size and for a reference that stands twice in a stratum.
    """
    if size < 0:
        raise ValueError(f"size: found {size}; write 0 or more")
    places = share_places({name: len(references) for name, references in strata.items()}, size=size, seed=seed)
    return [
        Drawn(name, place, reference)
        for name in sorted(strata)
        for place, reference in enumerate(in_order(strata[name], seed=seed)[: places[name]], start=1)
    ]


def in_order(references: Collection[str], *, seed: str) -> list[str]:
    """The order in which references of a stratum are asked; how they were listed does not matter."""
    if len(set(references)) != len(references):
        raise ValueError("a reference stands twice in a stratum; each client needs one of her own")
    return sorted(references, key=lambda reference: (_lot(seed, reference), reference))


def share_places(sizes: Mapping[str, int], *, size: int, seed: str) -> dict[str, int]:
    """Its share rounded down for each stratum, and one more for the largest remainders; the lot breaks ties."""
    population = sum(sizes.values())
    size = min(size, population)
    shares = {name: divmod(size * many, population) if population else (0, 0) for name, many in sizes.items()}
    left = size - sum(whole for whole, _ in shares.values())
    by_remainder = sorted(shares, key=lambda name: (-shares[name][1], _lot(seed, name), name))
    raised = set(by_remainder[:left])
    return {name: whole + (name in raised) for name, (whole, _) in shares.items()}


def _lot(seed: str, text: str) -> str:
    return hashlib.sha256(f"{seed}|{text}".encode()).hexdigest()

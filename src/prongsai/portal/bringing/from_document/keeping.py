"""A reading as JSON, and back: pure."""

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any, TypeVar

from msgspec import to_builtins

from prongsai.papers.reading.found import (
    CitedItem,
    ReadFigure,
    Reading,
    ReadLevel,
    ReadMeasure,
    ReadRank,
    SourceLine,
    Where,
)
from prongsai.portal.results.figures import place_from

Kept = Mapping[str, Any]
Made = TypeVar("Made")


def as_json(reading: Reading) -> dict[str, Any]:
    """The reading in strings, numbers, lists and objects; scores are strings."""
    kept: dict[str, Any] = _plain(to_builtins(reading))
    return kept


def from_json(kept: Kept) -> Reading:
    """The reading that was kept."""
    return _made(
        Reading,
        kept,
        lines=tuple(_line(one) for one in kept["lines"]),
        figures=tuple(_figure(one) for one in kept["figures"]),
        levels=tuple(_standing(ReadLevel, one) for one in kept["levels"]),
        ranks=tuple(_standing(ReadRank, one) for one in kept["ranks"]),
        items=tuple(_standing(CitedItem, one) for one in kept["items"]),
        measures=tuple(_standing(ReadMeasure, one, steps=tuple(one["steps"])) for one in kept["measures"]),
        unread_pages=tuple(kept["unread_pages"]),
        at_their_word=tuple(_figure(one) for one in kept.get("at_their_word", ())),
    )


def storable(text: str) -> str:
    """The text without what a database refuses: null bytes and halves of letters."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _plain(value: Any) -> Any:  # noqa: ANN401 - any part of a reading
    if isinstance(value, Mapping):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return storable(value) if isinstance(value, str) else value


def _line(kept: Kept) -> SourceLine:
    return _standing(SourceLine, kept, cells=tuple(kept["cells"]))


def _figure(kept: Kept) -> ReadFigure:
    return _standing(
        ReadFigure,
        kept,
        place=place_from(kept["place"]["instrument"] or "", kept["place"]["code"]),
        score=None if kept["score"] is None else Decimal(kept["score"]),
        candidates=tuple(Decimal(candidate) for candidate in kept["candidates"]),
    )


def _standing(kind: type[Made], kept: Kept, **converted: object) -> Made:
    return _made(kind, kept, where=Where(**kept["where"]), **converted)


def _made(kind: type[Made], kept: Kept, **converted: object) -> Made:
    """Parts that this version does not know are left out: a draft may be older than the software."""
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]  # every kind is a dataclass
    return kind(**{name: part for name, part in kept.items() if name in known} | converted)

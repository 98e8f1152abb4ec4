"""An agency's ranks as they are stored and shown: within its type, its province and the nation."""

from collections.abc import Mapping
from dataclasses import astuple, dataclass

StoredRanks = dict[str, list[int]]
"""`RankFacts` as numbers, by `type`, `province` and `nation`; a key is missing where there is no rank."""


@dataclass(frozen=True, slots=True)
class RankFacts:
    """A rank among `of`, which `sharing` agencies have; by the totals' 95 % intervals it may be `first` to `last`."""

    rank: int
    of: int
    sharing: int
    first: int
    last: int

    @property
    def is_shared(self) -> bool:
        """Whether others have the same printed total."""
        return self.sharing > 1

    @property
    def is_sure(self) -> bool:
        """Whether no other rank is possible."""
        return self.first == self.last

    @property
    def as_stored(self) -> list[int]:
        """The numbers in their order."""
        return list(astuple(self))


@dataclass(frozen=True, slots=True)
class Ranks:
    """An agency's ranks; `None` where it has none."""

    in_type: RankFacts | None
    in_province: RankFacts | None
    in_nation: RankFacts | None


def ranks_from(stored: Mapping[str, list[int]] | None) -> Ranks | None:
    """The ranks again; `None` where none is stored."""
    if not stored:
        return None
    found = {name: RankFacts(*numbers) for name, numbers in stored.items()}
    return Ranks(found.get("type"), found.get("province"), found.get("nation"))

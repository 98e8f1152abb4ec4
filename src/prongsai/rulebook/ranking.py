"""In which order agencies stand, and what becomes of one where too few answered: the rules of `nation.yaml`."""

from bisect import bisect_left
from collections.abc import Hashable, Mapping
from decimal import Decimal
from typing import Literal, TypeVar

from msgspec import Struct

from prongsai.rulebook.instrument import Rule

Key = TypeVar("Key", bound=Hashable)


class RankingRule(Rule, frozen=True, kw_only=True):
    """How agencies with the same printed total are ranked: `1224` leaves a gap behind them, `1223` does not."""

    ties: Literal["1224", "1223"]

    @property
    def leaves_gaps(self) -> bool:
        """Whether the ranks that equal totals use up stay empty: 1, 2, 2, 4."""
        return self.ties == "1224"


class MinimumMissedRule(Rule, frozen=True, kw_only=True):
    """How an agency is shown where fewer answered than must."""

    shown: Literal["marked", "not ranked"]


class NationRules(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`nation.yaml`: what holds when a whole round is computed."""

    ranking: RankingRule
    minimum_missed: MinimumMissedRule


def is_ranked(rules: NationRules, *, is_short: bool) -> bool:
    """Whether an agency has a rank; `is_short`: in some instrument fewer answered than must."""
    return not is_short or rules.minimum_missed.shown != "not ranked"


def ranks(totals: Mapping[Key, Decimal], rule: RankingRule) -> dict[Key, int]:
    """The rank of each by its total, the highest first; equal totals share a rank."""
    falling = [-total for total in totals.values()]
    before = sorted(falling) if rule.leaves_gaps else sorted(set(falling))
    return {key: bisect_left(before, -total) + 1 for key, total in totals.items()}

"""Where each agency stands within its type, its province and the nation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prongsai.assessing.scoring import Outcome
from prongsai.rulebook.ranking import NationRules, is_ranked, ranks

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Standing:
    """A rank among so many."""

    rank: int
    of: int


@dataclass(frozen=True, slots=True)
class Standings:
    """Within the agency's type, its province, the nation; `None` without a total, or where the rules give no rank."""

    in_type: Standing | None
    in_province: Standing | None
    in_nation: Standing | None


def standings(outcomes: Sequence[Outcome], rules: NationRules) -> list[Standings]:
    """The standings of each outcome, in their order."""
    by_type = _within(outcomes, rules, lambda one: one.agency.type)
    by_province = _within(outcomes, rules, lambda one: one.agency.province)
    nation = _within(outcomes, rules, lambda _: "")
    return [
        Standings(by_type.get(code), by_province.get(code), nation.get(code))
        for code in (outcome.agency.code for outcome in outcomes)
    ]


def _within(outcomes: Sequence[Outcome], rules: NationRules, group_of: Callable[[Outcome], str]) -> dict[str, Standing]:
    groups: dict[str, dict[str, Decimal]] = {}
    for outcome in outcomes:
        if outcome.total is not None and is_ranked(rules, is_short=bool(outcome.short)):
            groups.setdefault(group_of(outcome), {})[outcome.agency.code] = outcome.total
    return {
        code: Standing(rank, len(totals))
        for totals in groups.values()
        for code, rank in ranks(totals, rules.ranking).items()
    }

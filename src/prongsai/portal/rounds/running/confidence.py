"""How sure the rules are that a round would pin: what to confirm before opening it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from prongsai.portal.ui.language import pick
from prongsai.rulebook.instrument import Rule, YearInstrument
from prongsai.rulebook.loading import seals


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """A group of rules: how many are sure, probable, unsure."""

    name: str
    high: int
    medium: int
    low: int

    @property
    def is_sure(self) -> bool:
        """Whether nothing in it needs confirming."""
        return not (self.medium or self.low)


@dataclass(frozen=True, slots=True)
class RulesCheck:
    """What to know before a round pins a year's rules."""

    year: int
    revision: int
    sha256: str
    status: str
    is_sealed: bool
    groups: tuple[RuleGroup, ...]
    undated: int

    @property
    def to_confirm(self) -> int:
        """How many rules are not sure."""
        return sum(group.medium + group.low for group in self.groups)


def check_rules(rules: YearInstrument) -> RulesCheck:
    """Count the year's rules by how sure they are."""
    return RulesCheck(
        year=rules.year,
        revision=rules.round.revision,
        sha256=rules.sha256,
        status=pick(rules.round.status_th, rules.round.status_en),
        is_sealed=rules.sha256 in seals().values(),
        groups=tuple(_groups(rules)),
        undated=sum(phase.starts is None or phase.ends is None for phase in rules.round.calendar),
    )


def _groups(rules: YearInstrument) -> Iterator[RuleGroup]:
    yield _group(_("ตัวชี้วัด"), rules.round.indicators)
    yield _group(_("น้ำหนักคะแนน"), rules.round.weights)
    yield _group(_("การปัดเศษและการนับ"), [rules.round.rounding, rules.round.counting])
    yield _group(_("ระดับผล"), rules.levels)
    yield _group(_("จำนวนตัวอย่างขั้นต่ำ"), rules.round.samples)
    for survey in rules.surveys:
        yield _group(_("มาตรวัดของ %(instrument)s") % {"instrument": survey.instrument}, survey.scales)
        yield _group(_("ข้อคำถามของ %(instrument)s") % {"instrument": survey.instrument}, survey.questions)
    yield _group(_("ข้อ OIT"), rules.disclosure.items)
    yield _group(_("ปฏิทิน"), rules.round.calendar)


def _group(name: str, rules: Iterable[Rule]) -> RuleGroup:
    counted = Counter(rule.confidence for rule in rules)
    return RuleGroup(name, counted["high"], counted["medium"], counted["low"])

"""Finds what weakens a plan, while it is drafted and while it is carried out. Pure: the day is an argument."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum

from prongsai.portal.plans.claims import claims_success, contradicts_figures, is_measurable, stale_citations
from prongsai.portal.plans.contents import MeasureContents
from prongsai.rulebook.comparing import Change
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import YearInstrument
from prongsai.thai.periods import fiscal_year_bounds

FINISHED = {"reported", "verified"}


class Fault(Enum):
    """The rule that found something."""

    NO_OWNER = "no owner"
    NO_STEPS = "no steps"
    NO_DATE = "no date"
    DATE_PASSED = "date passed"
    OUTSIDE_YEAR = "outside the fiscal year"
    STEP_OUTSIDE_PERIOD = "step outside the measure's period"
    NO_EVIDENCE = "no evidence"
    UNMEASURABLE = "success cannot be measured"
    TARGET_ALREADY_REACHED = "target is not above the present score"
    STALE_ITEM = "item of another year"
    FALSE_CLAIM = "claims success while the figure fell"
    INDICATOR_WITHOUT_MEASURE = "indicator without a measure"


@dataclass(frozen=True, slots=True)
class StepFacts:
    """A step as the rules look at it; `state` as in `models.StepState`."""

    id: int
    text: str
    due: date | None
    state: str
    reports: tuple[str, ...] = ()
    evidence: int = 0


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """A measure as the rules look at it; `now` is the figure at its success place, `fell` how deep its figure fell."""

    id: int
    contents: MeasureContents
    steps: tuple[StepFacts, ...]
    outcome: str = ""
    now: Decimal | None = None
    fell: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Warned:
    """A fault and where it is: at a step, a measure, or an indicator of the plan. `detail` is what was found."""

    fault: Fault
    indicator: int
    measure: int | None = None
    step: int | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What measures are checked against: the plan's fiscal year, the day, and how the figures moved if that is known.

    `rules` are of the year of the result; texts may also cite the items of `rules_of_plan`, where there are any yet.
    """

    year: int
    today: date
    rules: YearInstrument
    rules_of_plan: YearInstrument | None = None
    changes: Mapping[Place, Change] = field(default_factory=dict)

    @property
    def cited_years(self) -> tuple[YearInstrument, ...]:
        """The years whose item numbers a plan may use."""
        return (self.rules,) if self.rules_of_plan is None else (self.rules, self.rules_of_plan)


def check_plan(measures: Sequence[MeasureFacts], setting: Setting) -> tuple[Warned, ...]:
    """Everything that weakens the plan of a fiscal year."""
    covered = {facts.contents.indicator for facts in measures}
    numbers = setting.rules.indicators
    bare = [Warned(Fault.INDICATOR_WITHOUT_MEASURE, number) for number in numbers if number not in covered]
    return (*bare, *(warned for facts in measures for warned in check_measure(facts, setting)))


def check_measure(facts: MeasureFacts, setting: Setting) -> Iterator[Warned]:
    """What weakens one measure."""
    yield from _who_and_when(facts, setting.year)
    yield from _success(facts)
    yield from _citations(facts, setting)
    yield from _claims(facts, setting)
    for step in facts.steps:
        yield from _step(facts, step, setting.today)


def _who_and_when(facts: MeasureFacts, year: int) -> Iterator[Warned]:
    said, bounds = facts.contents, fiscal_year_bounds(year)
    if not said.unit:
        yield _at(facts, Fault.NO_OWNER)
    if not facts.steps:
        yield _at(facts, Fault.NO_STEPS)
    if said.starts is None or said.ends is None:
        yield _at(facts, Fault.NO_DATE)
    elif said.starts not in bounds or said.ends not in bounds:
        yield _at(facts, Fault.OUTSIDE_YEAR)


def _success(facts: MeasureFacts) -> Iterator[Warned]:
    target = facts.contents.success_target
    if target is None and not is_measurable(facts.contents.success):
        yield _at(facts, Fault.UNMEASURABLE, facts.contents.success)
    if target is not None and facts.now is not None and facts.now > target:
        yield _at(facts, Fault.TARGET_ALREADY_REACHED, f"{facts.now:.2f}")


def _citations(facts: MeasureFacts, setting: Setting) -> Iterator[Warned]:
    said = facts.contents
    texts = (said.title, said.success, said.follow_up, *(step.text for step in facts.steps))
    unknown = [item.upper() for item in said.items if item not in setting.rules.items]
    cited = (stale for text in texts for stale in stale_citations(text, setting.cited_years))
    for stale in dict.fromkeys((*unknown, *cited)):
        yield _at(facts, Fault.STALE_ITEM, stale)


def _claims(facts: MeasureFacts, setting: Setting) -> Iterator[Warned]:
    """A claim of success beside a fall; in reports only what speaks of figures, as a step may well have succeeded."""
    moved = "" if facts.fell is None else f"{facts.fell:+.2f}"
    if (facts.fell is not None and claims_success(facts.outcome)) or contradicts_figures(
        facts.outcome, setting.changes
    ):
        yield _at(facts, Fault.FALSE_CLAIM, moved)
    for step in facts.steps:
        if any(contradicts_figures(report, setting.changes) for report in step.reports):
            yield _at(facts, Fault.FALSE_CLAIM, moved, step)


def _step(facts: MeasureFacts, step: StepFacts, today: date) -> Iterator[Warned]:
    said = facts.contents
    if step.due is None:
        yield _at(facts, Fault.NO_DATE, step.text, step)
    elif step.due < today and step.state not in FINISHED:
        yield _at(facts, Fault.DATE_PASSED, step.text, step)
    if step.due and said.starts and said.ends and not said.starts <= step.due <= said.ends:
        yield _at(facts, Fault.STEP_OUTSIDE_PERIOD, step.text, step)
    if step.state in FINISHED and not step.evidence:
        yield _at(facts, Fault.NO_EVIDENCE, step.text, step)


def _at(facts: MeasureFacts, fault: Fault, detail: str = "", step: StepFacts | None = None) -> Warned:
    return Warned(fault, facts.contents.indicator, facts.id, step.id if step else None, detail)

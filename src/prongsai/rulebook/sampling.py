"""The least number of people who must answer: which rule of the year applies to an agency, and what it comes to."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from prongsai.rulebook.instrument import Confidence, Instrument, SampleRule, YearInstrument
from prongsai.rulebook.rounding import whole_up


class StepKind(StrEnum):
    """What a line of the reasoning says."""

    NO_RULE = "no rule"
    SIZE_MISSING = "size missing"
    POPULATION_MISSING = "population missing"
    FIXED = "fixed"
    SHARE = "share"
    RAISED = "raised"
    CAPPED = "capped"
    EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True)
class SampleStep:
    """A line of the reasoning; `value` is the number of people after it, `None` where it cannot be said."""

    kind: StepKind
    value: int | None = None
    share: Decimal | None = None
    population: int | None = None


@dataclass(frozen=True, slots=True)
class MinimumSample:
    """The least number of respondents of an instrument, with the rule and the steps that lead to it.

    `minimum` is `None` where it is not known; `steps` says why. The last step that has a value states the minimum.
    """

    part: Instrument
    minimum: int | None
    rule: SampleRule | None
    steps: tuple[SampleStep, ...]

    @property
    def confidence(self) -> Confidence | None:
        """How sure the rule is; `None` where there is none."""
        return self.rule.confidence if self.rule else None

    @property
    def needs_confirmation(self) -> bool:
        """Whether the office must be asked before anybody relies on it."""
        return self.minimum is None or self.confidence != "high"


def minimum_sample(
    year: YearInstrument, part: Instrument, *, agency_type: str, size: str, population: int | None
) -> MinimumSample:
    """Apply the year's most specific rule on `part` to an agency.

    `agency_type` is the name in the year's `samples` ("" for any other type), `size` is "S", "M", "L" or "";
    `population` is the people who may be asked, `None` where their number is not known.
    """
    rule = applicable_rule(year, part, agency_type=agency_type, size=size)
    if rule is None:
        missing = bool(sizes_asked(year, part, agency_type=agency_type)) and not size
        return MinimumSample(part, None, None, (SampleStep(StepKind.SIZE_MISSING if missing else StepKind.NO_RULE),))
    steps = tuple(_steps(rule, population))
    return MinimumSample(part, steps[-1].value, rule, steps)


def applicable_rule(year: YearInstrument, part: Instrument, *, agency_type: str, size: str) -> SampleRule | None:
    """The rule that names most of the agency: its type and size, else its type, else its size, else every agency."""
    fitting = [
        rule
        for rule in year.round.samples
        if rule.instrument is part and rule.agency_type in {"", agency_type} and rule.size in {"", size}
    ]
    return max(fitting, key=lambda rule: (bool(rule.agency_type), bool(rule.size)), default=None)


def sizes_asked(year: YearInstrument, part: Instrument, *, agency_type: str) -> tuple[str, ...]:
    """The sizes by which the rules on this type differ, as the year lists them; empty where size does not matter."""
    return tuple(
        rule.size
        for rule in year.round.samples
        if rule.instrument is part and rule.agency_type in {"", agency_type} and rule.size
    )


def _steps(rule: SampleRule, population: int | None) -> Iterator[SampleStep]:
    if rule.minimum is not None:
        needed = rule.minimum
        yield SampleStep(StepKind.FIXED, needed)
    elif rule.share is None or population is None:
        yield SampleStep(StepKind.POPULATION_MISSING, share=rule.share)
        return
    else:
        needed = whole_up(rule.share * population)
        yield SampleStep(StepKind.SHARE, needed, rule.share, population)
    if rule.at_least is not None and needed < rule.at_least:
        needed = rule.at_least
        yield SampleStep(StepKind.RAISED, needed)
    if rule.at_most is not None and needed > rule.at_most:
        needed = rule.at_most
        yield SampleStep(StepKind.CAPPED, needed)
    if population is not None and needed > population:
        yield SampleStep(StepKind.EVERYBODY, population, population=population)

"""What a fiscal year's assessment consists of: the shape of the data in `prongsai.instruments`.

The classes are the schema: `loading` converts the year's YAML into them and refuses whatever does not fit.
Every rule says where it comes from (`source`, tags of `instruments/sources.yaml`) and how sure it is (`confidence`).
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from msgspec import Meta, Struct

QuestionCode = Annotated[str, Meta(pattern=r"^[ie][1-9][0-9]?$")]
ItemCode = Annotated[str, Meta(pattern=r"^o[1-9][0-9]?$")]
Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, Meta(min_length=1)]
Percent = Decimal  # 0 to 100: msgspec bounds no decimals, so `loading` does
Confidence = Literal["high", "medium", "low"]
Sources = Annotated[tuple[Text, ...], Meta(min_length=1)]


class Instrument(StrEnum):
    """A measuring instrument (เครื่องมือ); EIT is the mean of its two parts where a year has parts."""

    IIT = "IIT"
    EIT1 = "EIT1"
    EIT2 = "EIT2"
    EIT = "EIT"
    OIT = "OIT"

    @property
    def family(self) -> "Instrument":
        """The instrument whose indicators this one feeds: both EIT parts belong to EIT."""
        return Instrument.EIT if self in EIT_PARTS else self


EIT_PARTS = (Instrument.EIT1, Instrument.EIT2)


class Rule(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Anything that the assessment prescribes: says where it was found and how sure that is."""

    source: Sources
    confidence: Confidence


class Indicator(Rule, frozen=True, kw_only=True):
    """One of the ten indicators (ตัวชี้วัด); the number is the key, names vary in print."""

    number: Annotated[int, Meta(ge=1, le=10)]
    instrument: Instrument
    name_th: Text
    name_en: Text
    also_printed_th: tuple[Text, ...] = ()


class Option(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One answer on a scale, lowest first, with what it scores on a question that is not reversed."""

    th: Text
    en: Text
    points: Percent


class Scale(Rule, frozen=True, kw_only=True):
    """An ordered set of answers shared by questions."""

    key: Slug
    options: Annotated[tuple[Option, ...], Meta(min_length=2)]


class Line(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A line of a question that is answered by itself (ข้อย่อย); its tally is keyed `i1.1`, `i1.2`, …"""

    text_th: Text
    text_en: Text
    reversed: bool | None = None


class Question(Rule, frozen=True, kw_only=True):
    """A question of a survey (ข้อคำถาม)."""

    code: QuestionCode
    indicator: Annotated[int, Meta(ge=1, le=8)]
    topic: Slug
    topic_th: Text
    topic_en: Text
    text_th: Text
    text_en: Text
    scale: Slug
    reversed: bool = False
    lines: tuple[Line, ...] = ()
    note: str = ""


class Survey(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A questionnaire: `parts` are the instruments in which it is asked (IIT; EIT; or EIT1 and EIT2)."""

    instrument: Instrument
    parts: Annotated[tuple[Instrument, ...], Meta(min_length=1)]
    respondents_th: Text
    respondents_en: Text
    scales: Annotated[tuple[Scale, ...], Meta(min_length=1)]
    questions: Annotated[tuple[Question, ...], Meta(min_length=1)]

    def scale_of(self, question: Question) -> Scale:
        """The scale on which a question is answered."""
        return next(scale for scale in self.scales if scale.key == question.scale)

    def points(self, question: Question, *, line: Line | None = None) -> tuple[Decimal, ...]:
        """What option 1, 2, … as printed on the form scores; falling for a reversed question."""
        rising = tuple(option.points for option in self.scale_of(question).options)
        backwards = question.reversed if line is None or line.reversed is None else line.reversed
        return rising[::-1] if backwards else rising


class SubIndicator(Rule, frozen=True, kw_only=True):
    """A part of indicator 9 or 10 (ตัวชี้วัดย่อย), e.g. 9.1; its score is the mean of its items."""

    code: Annotated[str, Meta(pattern=r"^(9|10)\.[1-9]$")]
    name_th: Text
    name_en: Text

    @property
    def indicator(self) -> int:
        """The number of the indicator it belongs to."""
        return int(self.code.partition(".")[0])


class Item(Rule, frozen=True, kw_only=True):
    """A disclosure item (ข้อ OIT): complete scores 100, anything else 0.

    `period` says from when the data must be: "current", "2568", "2568 first half" or "covers 2568".
    """

    code: ItemCode
    sub_indicator: Annotated[str, Meta(pattern=r"^(9|10)\.[1-9]$")]
    topics: Annotated[tuple[Slug, ...], Meta(min_length=1)]
    title_th: Text
    title_en: Text
    must_show_th: Annotated[tuple[Text, ...], Meta(min_length=1)]
    must_show_en: Annotated[tuple[Text, ...], Meta(min_length=1)]
    period: Annotated[str, Meta(pattern=r"^(current|(covers )?25[0-9]{2}( first half)?(, 25[0-9]{2})?)$")]
    note: str = ""

    @property
    def indicator(self) -> int:
        """The number of the indicator it belongs to."""
        return int(self.sub_indicator.partition(".")[0])


class Disclosure(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The OIT instrument: sub-indicators and their items."""

    sub_indicators: Annotated[tuple[SubIndicator, ...], Meta(min_length=1)]
    items: Annotated[tuple[Item, ...], Meta(min_length=1)]


class Condition(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A gate of a level: the total or an instrument must reach `at_least`."""

    of: Literal["total", "IIT", "EIT1", "EIT2", "EIT", "OIT"]
    at_least: Percent


class Level(Rule, frozen=True, kw_only=True):
    """A result level; an agency holds the first level in the list whose conditions all hold."""

    label: Text
    label_en: Text
    meaning_th: Text
    meaning_en: Text
    conditions: tuple[Condition, ...] = ()


class Weight(Rule, frozen=True, kw_only=True):
    """The share of an instrument in the total; the parts of EIT stand beside each other where a year has them."""

    instrument: Instrument
    share: Decimal


class RoundingRule(Rule, frozen=True, kw_only=True):
    """Decimals at which each step is rounded half-up; `None` carries the exact value to the next step.

    A question's score is a figure among others, which people write down: it has no exact form to carry.
    """

    question: int
    sub_indicator: int | None
    indicator: int | None
    instrument: int | None
    total: int | None


class CountingRule(Rule, frozen=True, kw_only=True):
    """How answers that are not there, and lines of a question, are counted."""

    unanswered: Literal["not counted"]
    lines: Literal["mean of lines"]


class SampleRule(Rule, frozen=True, kw_only=True):
    """The least number of respondents: a fixed `minimum`, or a `share` of the population within bounds."""

    instrument: Instrument
    agency_type: str = ""
    size: Literal["", "S", "M", "L"] = ""
    minimum: Annotated[int, Meta(ge=1)] | None = None
    share: Decimal | None = None
    at_least: Annotated[int, Meta(ge=1)] | None = None
    at_most: Annotated[int, Meta(ge=1)] | None = None
    note: str = ""


class Phase(Rule, frozen=True, kw_only=True):
    """A phase of the year's calendar; dates are `None` where they were not found."""

    key: Slug
    name_th: Text
    name_en: Text
    starts: date | None = None
    ends: date | None = None


class Round(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`round.yaml`: what holds for the whole fiscal year."""

    year: Annotated[int, Meta(ge=2500, le=2699)]
    revision: Annotated[int, Meta(ge=1)]
    status_th: Text
    status_en: Text
    target: Percent
    target_source: Sources
    indicators: Annotated[tuple[Indicator, ...], Meta(min_length=10, max_length=10)]
    weights: Annotated[tuple[Weight, ...], Meta(min_length=3)]
    rounding: RoundingRule
    counting: CountingRule
    samples: tuple[SampleRule, ...]
    calendar: tuple[Phase, ...]


class ProposedMeasure(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A measure that an agency may take over: what, in which steps, by whom, checked how."""

    title_th: Text
    title_en: Text
    steps_th: Annotated[tuple[Text, ...], Meta(min_length=1)]
    steps_en: Annotated[tuple[Text, ...], Meta(min_length=1)]
    units_th: Annotated[tuple[Text, ...], Meta(min_length=1)]
    units_en: Annotated[tuple[Text, ...], Meta(min_length=1)]
    follow_up_th: Text
    follow_up_en: Text
    success_th: Text
    success_en: Text


class Recommendation(Rule, frozen=True, kw_only=True):
    """Advice for a question that scores below the rest, resting on OIT items of the same year."""

    question: QuestionCode
    issue_th: Text
    issue_en: Text
    advice_th: Text
    advice_en: Text
    items: tuple[ItemCode, ...] = ()
    sub_indicators: tuple[str, ...] = ()
    improvement_topic: Annotated[int, Meta(ge=1, le=7)]
    measure: ProposedMeasure


class ImprovementTopic(Rule, frozen=True, kw_only=True):
    """One of the seven topics that an analysis must cover (since 2567; earlier years use them as a grouping)."""

    number: Annotated[int, Meta(ge=1, le=7)]
    name_th: Text
    name_en: Text


class KeepingMeasure(Rule, frozen=True, kw_only=True):
    """What keeps an indicator at its level: every indicator gets at least one measure, also a strong one."""

    indicator: Annotated[int, Meta(ge=1, le=10)]
    improvement_topic: Annotated[int, Meta(ge=1, le=7)]
    measure: ProposedMeasure


class Advice(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`measures.yaml`: the year's recommendations."""

    topics: Annotated[tuple[ImprovementTopic, ...], Meta(min_length=7, max_length=7)]
    recommendations: tuple[Recommendation, ...]
    keeping: Annotated[tuple[KeepingMeasure, ...], Meta(min_length=10, max_length=10)]


class Break(Rule, frozen=True, kw_only=True):
    """What may not be compared with the year before ("broken"), or only with care ("caution")."""

    severity: Literal["broken", "caution"]
    places: Annotated[tuple[Text, ...], Meta(min_length=1)]
    reason_th: Text
    reason_en: Text


class QuestionLink(Rule, frozen=True, kw_only=True):
    """A question and the one of the year before that asked for the same."""

    code: QuestionCode
    was: QuestionCode | None


class ItemLink(Rule, frozen=True, kw_only=True):
    """An item and the items of the year before on the same topics; empty when it is new."""

    code: ItemCode
    was: tuple[ItemCode, ...]


class Crosswalk(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`from_fy<year before>.yaml`: what continues from the year before, and where the comparison breaks."""

    from_year: int
    questions: tuple[QuestionLink, ...]
    items: tuple[ItemLink, ...]
    breaks: tuple[Break, ...]


class YearInstrument(Struct, frozen=True, kw_only=True, dict=True, eq=False):
    """Everything about one fiscal year's assessment, as one checked whole; compared by identity, as it is large."""

    round: Round
    surveys: tuple[Survey, ...]
    disclosure: Disclosure
    levels: tuple[Level, ...]
    advice: Advice
    crosswalk: Crosswalk | None
    sha256: str

    @property
    def year(self) -> int:
        """Fiscal year, Buddhist era."""
        return self.round.year

    @cached_property
    def indicators(self) -> dict[int, Indicator]:
        """The ten indicators by number."""
        return {indicator.number: indicator for indicator in self.round.indicators}

    @cached_property
    def items(self) -> dict[str, Item]:
        """The disclosure items by code, in order."""
        return {item.code: item for item in self.disclosure.items}

    @cached_property
    def weights(self) -> dict[Instrument, Decimal]:
        """Share of the total by instrument, as the year states them."""
        return {weight.instrument: weight.share for weight in self.round.weights}

    @cached_property
    def survey_by_part(self) -> dict[Instrument, Survey]:
        """The questionnaire behind IIT, EIT or an EIT part."""
        return {part: survey for survey in self.surveys for part in survey.parts}

    @cached_property
    def eit_parts(self) -> tuple[Instrument, ...]:
        """`(EIT1, EIT2)` where EIT is asked in two parts, else `(EIT,)`."""
        return next(survey.parts for survey in self.surveys if survey.instrument is Instrument.EIT)

    def question(self, part: Instrument, code: str) -> Question | None:
        """A question by the instrument it is asked in and its code."""
        survey = self.survey_by_part.get(part)
        return next((q for q in survey.questions if q.code == code), None) if survey else None

    @cached_property
    def recommendations(self) -> dict[str, Recommendation]:
        """The year's advice by question."""
        return {advice.question: advice for advice in self.advice.recommendations}

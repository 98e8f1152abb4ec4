"""A year's rules as JSON: what `prongsai instruments --json` prints. Points and weights are strings."""

from typing import TypedDict

from prongsai.rulebook.instrument import Break, Condition, Instrument, Item, Level, Question, Survey, YearInstrument


class QuestionRules(TypedDict):
    """A question in one part; `points[k-1]` is what option k scores, as it is printed on the form."""

    instrument: str
    code: str
    indicator: int
    topic: str
    topic_th: str
    topic_en: str
    text_th: str
    text_en: str
    reversed: bool
    points: list[str]
    options_th: list[str]
    lines_th: list[str]
    confidence: str
    source: str


class ItemRules(TypedDict):
    """A disclosure item and what it must show."""

    code: str
    indicator: int
    sub_indicator: str
    title_th: str
    title_en: str
    topic: str
    topics: list[str]
    must_show_th: list[str]
    period: str
    confidence: str
    source: str


class ConditionRules(TypedDict):
    """What a level asks for: of `total` or an instrument, at least so much."""

    of: str
    at_least: str


class LevelRules(TypedDict):
    """A level with its conditions; the last one asks for nothing."""

    label: str
    label_en: str
    conditions: list[ConditionRules]
    confidence: str
    source: str


class BreakRules(TypedDict):
    """What may not be compared with the year before (`broken`), or only with care (`caution`)."""

    severity: str
    places: list[str]
    reason_th: str
    reason_en: str
    confidence: str
    source: str


class YearLine(TypedDict):
    """A year in the list: how many questions by questionnaire, how many items."""

    year: int
    revision: int
    sha256: str
    questions: dict[str, int]
    items: int
    status_th: str
    status_en: str


class YearRules(TypedDict):
    """Everything that a year prescribes; weights by instrument, levels from the top."""

    year: int
    revision: int
    sha256: str
    weights: dict[str, str]
    questions: list[QuestionRules]
    items: list[ItemRules]
    levels: list[LevelRules]
    breaks: list[BreakRules]
    target: str
    status_th: str
    status_en: str


def year_line(year: YearInstrument) -> YearLine:
    """A year in the list."""
    return {
        "year": year.year,
        "revision": year.round.revision,
        "sha256": year.sha256,
        "questions": {str(survey.instrument): len(survey.questions) for survey in year.surveys},
        "items": len(year.items),
        "status_th": year.round.status_th,
        "status_en": year.round.status_en,
    }


def year_rules(year: YearInstrument) -> YearRules:
    """A year as the contract prints it."""
    return {
        "year": year.year,
        "revision": year.round.revision,
        "sha256": year.sha256,
        "weights": {str(instrument): str(share) for instrument, share in year.weights.items()},
        "questions": [
            _question(part, survey, question)
            for survey in year.surveys
            for part in survey.parts
            for question in survey.questions
        ],
        "items": [_item(item) for item in year.disclosure.items],
        "levels": [_level(level) for level in year.levels],
        "breaks": [break_rules(entry) for entry in (year.crosswalk.breaks if year.crosswalk else ())],
        "target": str(year.round.target),
        "status_th": year.round.status_th,
        "status_en": year.round.status_en,
    }


def break_rules(entry: Break) -> BreakRules:
    """A break between a year and the one before it."""
    return {
        "severity": entry.severity,
        "places": list(entry.places),
        "reason_th": entry.reason_th,
        "reason_en": entry.reason_en,
        "confidence": entry.confidence,
        "source": _source(entry.source),
    }


def _question(part: Instrument, survey: Survey, question: Question) -> QuestionRules:
    return {
        "instrument": str(part),
        "code": question.code,
        "indicator": question.indicator,
        "topic": question.topic,
        "topic_th": question.topic_th,
        "topic_en": question.topic_en,
        "text_th": question.text_th,
        "text_en": question.text_en,
        "reversed": question.reversed,
        "points": [f"{points:f}" for points in survey.points(question)],
        "options_th": [option.th for option in survey.scale_of(question).options],
        "lines_th": [line.text_th for line in question.lines],
        "confidence": question.confidence,
        "source": _source(question.source),
    }


def _item(item: Item) -> ItemRules:
    return {
        "code": item.code,
        "indicator": item.indicator,
        "sub_indicator": item.sub_indicator,
        "title_th": item.title_th,
        "title_en": item.title_en,
        "topic": item.topics[0],
        "topics": list(item.topics),
        "must_show_th": list(item.must_show_th),
        "period": item.period,
        "confidence": item.confidence,
        "source": _source(item.source),
    }


def _level(level: Level) -> LevelRules:
    return {
        "label": level.label,
        "label_en": level.label_en,
        "conditions": [_condition(condition) for condition in level.conditions],
        "confidence": level.confidence,
        "source": _source(level.source),
    }


def _condition(condition: Condition) -> ConditionRules:
    return {"of": condition.of, "at_least": f"{condition.at_least:.2f}"}


def _source(tags: tuple[str, ...]) -> str:
    return ", ".join(tags)

"""What a year's files must agree on among themselves, beyond the shape of each."""

from collections import Counter
from collections.abc import Iterable, Iterator

from prongsai.rulebook.instrument import (
    EIT_PARTS,
    Instrument,
    ProposedMeasure,
    Rule,
    Survey,
    YearInstrument,
)

Contradiction = tuple[str, str, str, str]  # file, key, found, expected

WEIGHT_SETS = (
    {Instrument.IIT, Instrument.EIT, Instrument.OIT},
    {Instrument.IIT, *EIT_PARTS, Instrument.OIT},
)


def contradictions_in(year: YearInstrument, *, known_tags: frozenset[str]) -> Iterator[Contradiction]:
    """Yield every place where the year's files contradict each other."""
    yield from _weights(year)
    for survey in year.surveys:
        yield from _survey(year, survey)
    yield from _disclosure(year)
    yield from _levels(year)
    yield from _advice(year)
    yield from _crosswalk(year)
    yield from _sources(year, known_tags)


def _weights(year: YearInstrument) -> Iterator[Contradiction]:
    shares = [weight.share for weight in year.round.weights]
    if sum(shares) != 1:
        yield "round.yaml", "weights", f"a sum of {sum(shares)}", "shares that add up to 1"
    if set(year.weights) not in WEIGHT_SETS:
        yield "round.yaml", "weights", ", ".join(year.weights), "IIT, OIT and either EIT or both EIT parts"
    if not 0 <= year.round.target <= 100:  # noqa: PLR2004 - a score's bounds
        yield "round.yaml", "target", str(year.round.target), "0 to 100"
    numbers = [indicator.number for indicator in year.round.indicators]
    if numbers != list(range(1, 11)):
        yield "round.yaml", "indicators", str(numbers), "1 to 10 in order"


def _survey(year: YearInstrument, survey: Survey) -> Iterator[Contradiction]:
    file = f"{survey.instrument.lower()}.yaml"
    scales = {scale.key for scale in survey.scales}
    yield from _twice(file, "questions", (question.code for question in survey.questions))
    for scale in survey.scales:
        points = [option.points for option in scale.options]
        if points != sorted(points) or points[0] < 0 or points[-1] > 100:  # noqa: PLR2004 - a score's bounds
            yield file, f"scales.{scale.key}", ", ".join(map(str, points)), "points from 0 to 100, lowest first"
    for question in survey.questions:
        key = f"questions.{question.code}"
        if question.scale not in scales:
            yield file, f"{key}.scale", question.scale, f"one of {', '.join(sorted(scales))}"
        if year.indicators[question.indicator].instrument is not survey.instrument:
            yield file, f"{key}.indicator", str(question.indicator), f"an indicator of {survey.instrument}"


def _disclosure(year: YearInstrument) -> Iterator[Contradiction]:
    subs = [sub.code for sub in year.disclosure.sub_indicators]
    codes = [item.code for item in year.disclosure.items]
    yield from _twice("oit.yaml", "items", codes)
    if codes != [f"o{number}" for number in range(1, len(codes) + 1)]:
        yield "oit.yaml", "items", ", ".join(codes), "o1, o2, … in order without a gap"
    for item in year.disclosure.items:
        if item.sub_indicator not in subs:
            yield "oit.yaml", f"items.{item.code}.sub_indicator", item.sub_indicator, f"one of {', '.join(subs)}"
    for sub in subs:
        if not any(item.sub_indicator == sub for item in year.disclosure.items):
            yield "oit.yaml", f"sub_indicators.{sub}", "no items", "at least one item"


def _levels(year: YearInstrument) -> Iterator[Contradiction]:
    if year.levels[-1].conditions:
        yield "levels.yaml", year.levels[-1].label, "conditions", "none on the lowest level: somebody must hold it"
    for level in year.levels:
        for condition in level.conditions:
            if condition.of in EIT_PARTS and year.eit_parts != EIT_PARTS:
                yield "levels.yaml", level.label, condition.of, "an instrument of this year"


def _advice(year: YearInstrument) -> Iterator[Contradiction]:
    codes = {question.code for survey in year.surveys for question in survey.questions}
    subs = {sub.code for sub in year.disclosure.sub_indicators}
    recommended = [advice.question for advice in year.advice.recommendations]
    yield from _twice("measures.yaml", "recommendations", recommended)
    for missing in sorted(codes - set(recommended)):
        yield "measures.yaml", "recommendations", f"nothing on {missing}", "advice on every question"
    for advice in year.advice.recommendations:
        key = f"recommendations.{advice.question}"
        if advice.question not in codes:
            yield "measures.yaml", key, advice.question, "a question of this year"
        for code in [*advice.items, *advice.sub_indicators]:
            if code not in year.items and code not in subs:
                yield "measures.yaml", key, code, "an OIT item or sub-indicator of this year"
        yield from _steps(key, advice.measure)
    for keeping in year.advice.keeping:
        yield from _steps(f"keeping.{keeping.indicator}", keeping.measure)


def _steps(key: str, measure: ProposedMeasure) -> Iterator[Contradiction]:
    if len(measure.steps_th) != len(measure.steps_en):
        yield (
            "measures.yaml",
            f"{key}.measure.steps_en",
            f"{len(measure.steps_en)} steps",
            f"{len(measure.steps_th)} steps as in steps_th",
        )


def _crosswalk(year: YearInstrument) -> Iterator[Contradiction]:
    walk = year.crosswalk
    if walk is None:
        return
    file = f"from_fy{year.year - 1}.yaml"
    if walk.from_year != year.year - 1:
        yield file, "from_year", str(walk.from_year), str(year.year - 1)
    asked = {question.code for survey in year.surveys for question in survey.questions}
    linked_questions = {link.code for link in walk.questions}
    linked_items = {link.code for link in walk.items}
    for missing in sorted((asked - linked_questions) | (set(year.items) - linked_items)):
        yield file, missing, "no link", "a link, with an empty `was` where it is new"
    for unknown in sorted((linked_questions - asked) | (linked_items - set(year.items))):
        yield file, unknown, "a link", f"only questions and items of {year.year}"


def _sources(year: YearInstrument, known_tags: frozenset[str]) -> Iterator[Contradiction]:
    for file, rules in _rules(year).items():
        for rule in rules:
            for tag in rule.source:
                if tag not in known_tags:
                    yield file, "source", tag, "a tag of instruments/sources.yaml"


def _rules(year: YearInstrument) -> dict[str, list[Rule]]:
    rules: dict[str, list[Rule]] = {
        "round.yaml": [
            *year.round.indicators,
            *year.round.weights,
            year.round.rounding,
            year.round.counting,
            *year.round.samples,
            *year.round.calendar,
        ],
        "oit.yaml": [*year.disclosure.sub_indicators, *year.disclosure.items],
        "levels.yaml": [*year.levels],
        "measures.yaml": [*year.advice.topics, *year.advice.recommendations, *year.advice.keeping],
    }
    for survey in year.surveys:
        rules[f"{survey.instrument.lower()}.yaml"] = [*survey.scales, *survey.questions]
    if year.crosswalk:
        links = [*year.crosswalk.questions, *year.crosswalk.items, *year.crosswalk.breaks]
        rules[f"from_fy{year.year - 1}.yaml"] = [*links]
    return rules


def _twice(file: str, key: str, codes: Iterable[str]) -> Iterator[Contradiction]:
    for code, times in Counter(codes).items():
        if times > 1:
            yield file, f"{key}.{code}", f"{times} times", "once"

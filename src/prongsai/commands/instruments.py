"""`prongsai instruments`: the years with their rules, or one year with everything that it prescribes."""

import json
from typing import Any

from prongsai.commands.outcome import DONE, say
from prongsai.rulebook.instrument import Break, Condition, Instrument, Item, Question, Survey, YearInstrument
from prongsai.rulebook.loading import UnknownYearError, known_years, load_year
from prongsai.sheets.problems import Language


def run(*, year: int | None, as_json: bool, language: Language) -> int:
    """Print the list of years, or one year."""
    if year is None:
        years = [load_year(known) for known in known_years()]
        print(_json([year_line(entry) for entry in years]) if as_json else _list_text(years, language))
        return DONE
    try:
        instrument = load_year(year)
    except UnknownYearError as error:
        span = f"{error.known[0]}–{error.known[-1]}"
        return say(
            f"ไม่มีเกณฑ์ของปี {year} — ให้ระบุปีงบประมาณ พ.ศ. {span}", f"no rules for {year}; give a year of {span}", language
        )
    print(_json(as_data(instrument)) if as_json else _year_text(instrument, language))
    return DONE


def as_data(year: YearInstrument) -> dict[str, Any]:
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
        "levels": [
            {
                "label": level.label,
                "label_en": level.label_en,
                "conditions": [_condition(condition) for condition in level.conditions],
                "confidence": level.confidence,
                "source": _source(level.source),
            }
            for level in year.levels
        ],
        "breaks": [_break(entry) for entry in (year.crosswalk.breaks if year.crosswalk else ())],
        "target": str(year.round.target),
        "status_th": year.round.status_th,
        "status_en": year.round.status_en,
    }


def year_line(year: YearInstrument) -> dict[str, Any]:
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


def _question(part: Instrument, survey: Survey, question: Question) -> dict[str, Any]:
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


def _item(item: Item) -> dict[str, Any]:
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


def _condition(condition: Condition) -> dict[str, str]:
    return {"of": condition.of, "at_least": f"{condition.at_least:.2f}"}


def _break(entry: Break) -> dict[str, Any]:
    return {
        "severity": entry.severity,
        "places": list(entry.places),
        "reason_th": entry.reason_th,
        "reason_en": entry.reason_en,
        "confidence": entry.confidence,
        "source": _source(entry.source),
    }


def _source(tags: tuple[str, ...]) -> str:
    return ", ".join(tags)


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2)


def _list_text(years: list[YearInstrument], language: Language) -> str:
    lines = []
    for year in years:
        status = year.round.status_th if language == "th" else year.round.status_en
        counts = " · ".join(f"{s.instrument} {len(s.questions)}" for s in year.surveys)
        lines.append(
            f"{year.year} r{year.round.revision} · {counts} · OIT {len(year.items)} · {year.sha256[:12]}\n     {status}"
        )
    return "\n".join(lines)


def _year_text(year: YearInstrument, language: Language) -> str:
    thai = language == "th"
    lines = [_list_text([year], language), ""]
    for survey in year.surveys:
        for question in survey.questions:
            topic = question.topic_th if thai else question.topic_en
            lines.append(f"{'/'.join(survey.parts)} {question.code:<4} [{question.confidence}] {topic}")
    for item in year.disclosure.items:
        title = item.title_th if thai else item.title_en
        lines.append(f"OIT {item.code:<4} {item.sub_indicator:<5} [{item.confidence}] {title} ({item.period})")
    for level in year.levels:
        gates = ", ".join(f"{gate.of} ≥ {gate.at_least}" for gate in level.conditions) or "-"
        lines.append(f"{level.label if thai else level.label_en}: {gates} [{level.confidence}]")
    return "\n".join(lines)

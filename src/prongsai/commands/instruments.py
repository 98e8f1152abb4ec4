"""`prongsai instruments`: the years with their rules, or one year with everything that it prescribes."""

import json

from prongsai.commands.outcome import DONE, say
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.loading import UnknownYearError, known_years, load_year
from prongsai.shapes.year_rules import year_line, year_rules
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
    print(_json(year_rules(instrument)) if as_json else _year_text(instrument, language))
    return DONE


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

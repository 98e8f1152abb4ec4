"""`prongsai score`: computes whatever a scores file allows, judges the level and names what contradicts itself."""

import json
from pathlib import Path

from prongsai.commands.contradictions import contradictions
from prongsai.commands.outcome import CONTRADICTION, DONE, say_problems
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.explaining import Step, explain
from prongsai.rulebook.gaps import missing_places
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.overall_scoring import AgencyResult, score_agency
from prongsai.shapes.scored import score_text, scored_agency
from prongsai.sheets.problems import Language, SheetError
from prongsai.sheets.scores_file import open_scores


def run(file: Path, *, year: int | None, as_json: bool, with_steps: bool, language: Language) -> int:
    """Print every agency and year of the file; 1 when a figure contradicts the others."""
    try:
        groups = open_scores(file, year=year)
    except SheetError as error:
        return say_problems(error, language)
    results = [(group.agency, score_agency(group.instrument, group.figures)) for group in groups]
    if as_json:
        print(
            json.dumps(
                [scored_agency(agency, result, with_steps=with_steps) for agency, result in results],
                ensure_ascii=False,
                indent=2,
            )
        )
    else:
        print(
            "\n\n".join(as_text(agency, result, with_steps=with_steps, language=language) for agency, result in results)
        )
    found = contradictions(file.name, groups, [result for _, result in results])
    return say_problems(SheetError(found), language, CONTRADICTION) if found else DONE


def as_text(agency: str, result: AgencyResult, *, with_steps: bool, language: Language) -> str:
    """A result as a person reads it on a terminal."""
    lines = [_head(agency, result, language), *_scores(result, language)]
    if with_steps:
        lines += ["", _SAY["steps"][language], *(f"  {_step_text(step)}" for step in explain(result))]
    missing = missing_places(result)
    if missing:
        lines.append(f"  {_SAY['missing'][language]}: {', '.join(map(str, missing))}")
    return "\n".join(lines)


def _head(agency: str, result: AgencyResult, language: Language) -> str:
    level = result.level.level
    label = "-" if level is None else (level.label if language == "th" else f"{level.label} ({level.label_en})")
    if level is not None and not result.level.certain:
        label = f"{_SAY['at least'][language]} {label}"
    name = agency or _SAY["no name"][language]
    return (
        f"{name} · {_SAY['year'][language]} {result.year.year}\n"
        f"  {_SAY['total'][language]} {score_text(result.total) or '-'} · {_SAY['level'][language]} {label}"
    )


def _scores(result: AgencyResult, language: Language) -> list[str]:
    known = [f"{name} {score_text(value) or '-'}" for name, value in result.instruments.items() if _asked(result, name)]
    lines = [f"  {' · '.join(known)}"]
    for number, value in result.indicators.items():
        indicator = result.year.indicators[number]
        name = indicator.name_th if language == "th" else indicator.name_en
        lines.append(f"  {number:>2} {score_text(value) or '-':>6}  {name}")
    return lines


def _asked(result: AgencyResult, instrument: Instrument) -> bool:
    return Place(instrument, "instrument") in result.scores


def _step_text(step: Step) -> str:
    if not step.expression:
        return f"{step.place} = {step.value}"
    shown = "" if step.before_rounding == str(step.value) else f" = {step.before_rounding} →"
    return f"{step.place} = {step.expression}{shown or ' ='} {step.value}"


_SAY: dict[str, dict[Language, str]] = {
    "year": {"th": "ปีงบประมาณ พ.ศ.", "en": "fiscal year"},
    "total": {"th": "คะแนนรวม", "en": "total"},
    "level": {"th": "ระดับ", "en": "level"},
    "at least": {"th": "อย่างน้อย", "en": "at least"},
    "no name": {"th": "(ไม่ระบุหน่วยงาน)", "en": "(no agency named)"},
    "missing": {"th": "ยังไม่ทราบ", "en": "not known"},
    "steps": {"th": "วิธีคิด", "en": "The arithmetic"},
}

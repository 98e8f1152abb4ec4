"""`prongsai score`: computes whatever a scores file allows, judges the level and names what contradicts itself."""

import json
from pathlib import Path
from typing import Any

from prongsai.commands.contradictions import contradictions
from prongsai.commands.outcome import CONTRADICTION, DONE, say_problems
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.explaining import Step, explain
from prongsai.rulebook.gaps import missing_places
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.overall_scoring import AgencyResult, StatedDifference, score_agency
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
                [as_data(agency, result, with_steps=with_steps) for agency, result in results],
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


def as_data(agency: str, result: AgencyResult, *, with_steps: bool = False) -> dict[str, Any]:
    """A result as the contract prints it: scores are strings with two decimals, unknown is null."""
    data: dict[str, Any] = {
        "agency": agency,
        "year": result.year.year,
        "total": _text(result.total),
        "level": result.level.label,
        "level_certain": result.level.certain,
        "instruments": {str(instrument): _text(value) for instrument, value in result.instruments.items()},
        "indicators": {str(number): _text(value) for number, value in result.indicators.items()},
        "missing": [str(place) for place in missing_places(result)],
        "contradictions": [_difference(entry) for entry in result.contradictions],
        "revision": result.year.round.revision,
        "sha256": result.year.sha256,
    }
    if with_steps:
        data["steps"] = [_step(step) for step in explain(result)]
    return data


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
        f"  {_SAY['total'][language]} {_text(result.total) or '-'} · {_SAY['level'][language]} {label}"
    )


def _scores(result: AgencyResult, language: Language) -> list[str]:
    known = [f"{name} {_text(value) or '-'}" for name, value in result.instruments.items() if _asked(result, name)]
    lines = [f"  {' · '.join(known)}"]
    for number, value in result.indicators.items():
        indicator = result.year.indicators[number]
        name = indicator.name_th if language == "th" else indicator.name_en
        lines.append(f"  {number:>2} {_text(value) or '-':>6}  {name}")
    return lines


def _asked(result: AgencyResult, instrument: Instrument) -> bool:
    return Place(instrument, "instrument") in result.scores


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _difference(entry: StatedDifference) -> dict[str, str]:
    return {"what": str(entry.place), "printed": f"{entry.stated:.2f}", "computed": str(entry.computed)}


def _step(step: Step) -> dict[str, str]:
    return {
        "what": str(step.place),
        "expression": step.expression,
        "before_rounding": step.before_rounding,
        "value": str(step.value),
    }


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

"""Plain placeholders: a closed list of names in braces. Nothing is computed, looked up or formatted."""

import re
from dataclasses import asdict, dataclass, fields
from datetime import date

from prongsai.papers.analysis_report.wording import level_text, score_text
from prongsai.papers.templates.mistakes import Said, UnusableError, shortened
from prongsai.rulebook.overall_scoring import AgencyResult
from prongsai.thai.dates import format_date

_BRACES = re.compile(r"\{(?P<name>[a-z_]*)\}")
_ANY_BRACE = re.compile(r"\{[^{}]*\}?|\}")


@dataclass(frozen=True, slots=True)
class PlaceholderValues:
    """What stands in for each placeholder: `{agency}`, `{year}`, `{next_year}`, `{total}`, `{level}`, `{date}`."""

    agency: str
    year: str
    next_year: str
    total: str
    level: str
    date: str


PLACEHOLDERS = tuple(one.name for one in fields(PlaceholderValues))


def placeholder_values(result: AgencyResult, *, agency_name: str, written_on: date) -> PlaceholderValues:
    """The values of an agency's year; what is not known is said so."""
    year = result.year.year
    return PlaceholderValues(
        agency=agency_name,
        year=f"{year}",
        next_year=f"{year + 1}",
        total=score_text(result.total),
        level=level_text(result),
        date=format_date(written_on),
    )


def check_placeholders(text: str) -> None:
    """Raise `UnusableError` for a brace that is not around one of the placeholders."""
    for found in _ANY_BRACE.finditer(text):
        match = _BRACES.fullmatch(found[0])
        if match is None or match["name"] not in PLACEHOLDERS:
            known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
            raise UnusableError(shortened(found[0]), Said(f"ใช้ได้เฉพาะ {known}", f"one of {known}"))


def filled(text: str, values: PlaceholderValues) -> str:
    """The text with its placeholders replaced, once: braces in a value stay what they are."""
    known = asdict(values)
    return _BRACES.sub(lambda match: known.get(match["name"], match[0]), text)

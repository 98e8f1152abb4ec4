"""A result as a row of a list: pure."""

from dataclasses import dataclass
from decimal import Decimal

from prongsai.assessing.sureness import Sureness
from prongsai.portal.results.models import PublishedResult, StoredResult
from prongsai.portal.results.scorecard.level_reasons import level_label, level_tone
from prongsai.portal.ui.language import pick
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.loading import UnknownYearError, load_year


@dataclass(frozen=True, slots=True)
class ResultRow:
    """What a list says of a result."""

    code: str
    name: str
    type_name: str
    province: str
    is_fictional: bool
    year: int
    total: Decimal | None
    label: str
    tone: str
    certain: bool
    sureness: Sureness | None


def result_row(result: PublishedResult) -> ResultRow:
    """A row from a result that came with its agency."""
    agency = result.agency
    label, tone = level_of(result)
    return ResultRow(
        code=agency.code,
        name=pick(agency.name_th, agency.name_en),
        type_name=agency.get_type_display(),
        province=agency.province,
        is_fictional=agency.is_fictional,
        year=result.year,
        total=result.total,
        label=label,
        tone=tone,
        certain=result.level_certain,
        sureness=result.sureness,
    )


def level_of(result: StoredResult) -> tuple[str, str]:
    """A result's level in the page's language, and the word for its colour."""
    try:
        year = load_year(result.year, revision=result.instrument_revision)
    except UnknownYearError:
        return result.level, "unknown"
    return _named(year, result.level), level_tone(year, result.level)


def level_ends(year: YearInstrument, known: Sureness | None) -> tuple[str, str] | None:
    """The levels at the two ends of what a total may be, in the page's language; `None` where they are not known."""
    if known is None or not (known.level_low and known.level_high):
        return None
    return _named(year, known.level_low), _named(year, known.level_high)


def _named(year: YearInstrument, label: str) -> str:
    return next((level_label(level) for level in year.levels if level.label == label), label)

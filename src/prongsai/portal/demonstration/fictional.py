"""A province that does not exist: thirty agencies named after the sky, three years of figures from a fixed seed."""

import csv
from collections.abc import Iterator
from random import Random

from prongsai.portal.demonstration.published import DATA, DemonstrationAgency, DemonstrationYear
from prongsai.portal.demonstration.simulation import SimulatedYear, drawn_mood, figures_of, simulate_year
from prongsai.portal.results.figures import Figure
from prongsai.rulebook.evidence import TOTAL, Place, indicator_place
from prongsai.rulebook.instrument import Instrument, YearInstrument
from prongsai.rulebook.loading import load_year

SEED = 2569
YEARS = (2567, 2568, 2569)
COMPUTED = 2568
"""The year of which there are answers and verdicts."""

PROVINCE = "สมมติ"
NOTE = "ตัวเลขสมมติ สร้างจากการสุ่มด้วยเมล็ดคงที่เพื่อสาธิตระบบ ไม่ใช่ผลของหน่วยงานจริง"
FULL_NAMES = {
    "subdistrict-organisation": ("องค์การบริหารส่วนตำบล", "Subdistrict Administrative Organization"),
    "subdistrict-municipality": ("เทศบาลตำบล", "Subdistrict Municipality"),
    "town-municipality": ("เทศบาลเมือง", "Town Municipality"),
    "city-municipality": ("เทศบาลนคร", "City Municipality"),
    "provincial-organisation": ("องค์การบริหารส่วนจังหวัด", "Provincial Administrative Organization"),
}
ABSENT = {("mek-lek", 2567), ("lom-phayap", 2567), ("lom-phayap", 2568), ("dao-tok", 2569)}
"""Years without a result: two began late, one has not reported yet."""

WITHOUT_SECOND_PART = {("dao-thai", 2569)}
INDICATORS_ONLY = {("nam-khang", 2567), ("nam-khang", 2568), ("nam-khang", 2569), ("dao-sao", 2567)}
UNCHECKED_ITEMS = {("fa-laep", 2569): ("o20", "o21")}
MISTYPED_TOTAL = {("dao-khu", 2568)}


def fictional_agencies() -> Iterator[DemonstrationAgency]:
    """The thirty agencies."""
    with (DATA / "fictional_agencies.csv").open(encoding="utf-8", newline="") as opened:
        for row in csv.DictReader(opened):
            thai, english = FULL_NAMES[row["type"]]
            yield DemonstrationAgency(
                code=row["code"],
                name_th=f"{thai}{row['name_th']}",
                name_en=f"{row['name_en']} {english}",
                type=row["type"],
                province=PROVINCE,
                district=row["district"],
                is_fictional=True,
            )


def fictional_years() -> Iterator[DemonstrationYear]:
    """Their figures."""
    for agency in fictional_agencies():
        for year in YEARS:
            if (agency.code, year) not in ABSENT:
                yield DemonstrationYear(agency.code, year, _figures(agency, year), NOTE)


def stated_years() -> Iterator[DemonstrationYear]:
    """The years of which only figures are known; the others are computed from answers (`finished_round`)."""
    return (entry for entry in fictional_years() if not _is_computed(entry.agency, entry.year))


def answered_year() -> dict[str, SimulatedYear]:
    """What came in for each agency in the year that is computed."""
    year = load_year(COMPUTED)
    return {
        agency.code: _simulated(agency, year) for agency in fictional_agencies() if _is_computed(agency.code, COMPUTED)
    }


def _is_computed(code: str, year: int) -> bool:
    return year == COMPUTED and (code, year) not in ABSENT | INDICATORS_ONLY | MISTYPED_TOTAL


def _simulated(agency: DemonstrationAgency, year: YearInstrument) -> SimulatedYear:
    """Each agency has its own dice, so that one more agency changes no other, and a mood that it keeps."""
    mood = drawn_mood(Random(f"{SEED} {agency.code}"), agency.type)  # noqa: S311 - a demonstration, not a secret
    dice = Random(f"{SEED} {agency.code} {year.year}")  # noqa: S311 - see above
    return simulate_year(year, mood, dice, YEARS.index(year.year))


def _figures(agency: DemonstrationAgency, number: int) -> tuple[Figure, ...]:
    code, year = agency.code, load_year(number)
    figures = tuple(figures_of(year, _simulated(agency, year)))
    if (code, number) in INDICATORS_ONLY:
        return tuple(f for f in figures if f.place in {TOTAL, *map(indicator_place, range(1, 11))})
    figures = tuple(f for f in figures if not f.place.code.isdigit())
    if (code, number) in WITHOUT_SECOND_PART:
        kept = {Instrument.EIT2, Instrument.EIT}
        return tuple(f for f in figures if f.place.instrument not in kept and f.place != TOTAL)
    if (code, number) in UNCHECKED_ITEMS:
        unchecked = {Place(Instrument.OIT, item) for item in UNCHECKED_ITEMS[code, number]}
        unknown = {*unchecked, TOTAL, Place(Instrument.OIT, "instrument")}
        return tuple(f for f in figures if f.place not in unknown)
    if (code, number) in MISTYPED_TOTAL:
        return tuple(_swapped_digits(f) if f.place == TOTAL else f for f in figures)
    return figures


def _swapped_digits(figure: Figure) -> Figure:
    """A total with its last two digits the wrong way round, as a tired officer types it."""
    assert figure.score is not None  # noqa: S101 - simulated totals are known
    text = f"{figure.score:.2f}"
    return Figure(figure.place, type(figure.score)(f"{text[:-2]}{text[-1]}{text[-2]}"))

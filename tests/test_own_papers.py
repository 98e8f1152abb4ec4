"""What the system writes it also reads back, and finds nothing in it: papers and rules agree about every agency.

Every KIND of `prongsai write` is tried by itself; another form joins by a line in `WRITERS`, an agency in `AGENCIES`.
"""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import docx
import pytest

from prongsai.commands.papers import KINDS, Commission, write_paper
from prongsai.papers.checking.documents import check_reading
from prongsai.papers.measures_plan import plan_contents_from_result, write_plan
from prongsai.papers.memo import memo_contents_from_result, write_memo
from prongsai.papers.oit_summary import gather_summary, write_summary
from prongsai.papers.reading.reading import read_content
from prongsai.portal.demonstration.fictional import fictional_years
from prongsai.portal.demonstration.published import published_years
from prongsai.rulebook.evidence import TOTAL, Figures, indicator_place
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import AgencyResult, score_agency


@dataclass(frozen=True)
class Case:
    """An agency's result with the one before it."""

    name: str
    result: AgencyResult
    before: AgencyResult | None = None

    @property
    def announced(self) -> date:
        """A day soon after the year's results."""
        return date(self.result.year.year - 543, 9, 20)


def stored(code: str) -> Mapping[int, AgencyResult]:
    """The results of a demonstration agency by year."""
    years = [year for year in (*published_years(), *fictional_years()) if year.agency == code]
    return {y.year: score_agency(load_year(y.year), {one.place: one.score for one in y.figures}) for y in years}


def demonstrated(code: str, year: int, name: str) -> Case:
    results = stored(code)
    return Case(name, results[year], results.get(year - 1))


def with_figures(name: str, year: int, figures: Figures) -> Case:
    return Case(name, score_agency(load_year(year), figures))


LONG_NAME = "องค์การบริหารส่วนตำบล" + "หนองน้ำใสไหลเย็นเห็นตัวปลา" * 4
TEN = {indicator_place(number): Decimal(f"9{number % 10}.5{number % 10}") for number in range(1, 11)}
AGENCIES: dict[str, Callable[[], Case]] = {
    "a published town with its questions": lambda: demonstrated("song-phi-nong", 2568, "เทศบาลเมืองสองพี่น้อง"),
    "a published village across a change of forms": lambda: demonstrated("don-pattani", 2567, "องค์การบริหารส่วนตำบลดอน"),
    "a published result in letters": lambda: demonstrated("rae", 2564, "เทศบาลตำบลแร่"),
    "a published top result": lambda: demonstrated("sa-bua", 2567, "เทศบาลตำบลสระบัว"),
    "a fictional agency with everything": lambda: demonstrated("mek-pui", 2569, "องค์การบริหารส่วนตำบลเมฆปุย"),
    "a fictional agency with ten indicators": lambda: demonstrated("nam-khang", 2568, "เทศบาลตำบลน้ำค้าง"),
    "a fictional agency whose disclosure fell": lambda: demonstrated("dao-hang", 2568, "องค์การบริหารส่วนตำบลดาวหาง"),
    "a long name": lambda: with_figures(LONG_NAME, 2566, TEN),
    "a total alone": lambda: with_figures("เทศบาลตำบลทดลอง", 2568, {TOTAL: Decimal("88.20")}),
    "half of the indicators": lambda: with_figures("เทศบาลนครทดลอง", 2569, dict(list(TEN.items())[:5])),
}


def kind(name: str):
    """A KIND of `prongsai write`, as the command writes it."""

    def write(case, format_, digits):
        results = {one.year.year: one for one in (case.before, case.result) if one is not None}
        return write_paper(name, Commission(case.name, case.result.year.year, results, format_, digits, case.announced))

    return write


def plan_by_topics(case, format_, digits):
    contents = plan_contents_from_result(case.result, agency_name=case.name, before=case.before)
    return write_plan(contents, form="seven-topics", format=format_, digits=digits)


def memo_with_instruments(case, format_, digits):
    contents = memo_contents_from_result(case.result, agency_name=case.name, before=case.before, scores="instruments")
    return write_memo(contents, format=format_, digits=digits)


def disclosure_summary(case, format_, digits):
    codes = list(case.result.year.items)
    verdicts = {code: number % 5 > 0 for number, code in enumerate(codes)}
    contents = gather_summary(
        case.result.year, agency_name=case.name, given={}, verdicts=verdicts, as_of=case.announced
    )
    return write_summary(contents, format=format_, digits=digits)


WRITERS = {name: kind(name) for name in KINDS} | {
    "measures by topics": plan_by_topics,
    "memo with instruments": memo_with_instruments,
    "disclosure summary": disclosure_summary,
}
WITHOUT_THE_YEARS_FIGURES = {"order", "announcement", "disclosure summary"}


FORMATS = ("docx", "pdf")
PAPERS = [
    (writer, agency, format_)
    for row, writer in enumerate(WRITERS)
    for column, agency in enumerate(AGENCIES)
    for format_ in (FORMATS if column == 0 else (FORMATS[(row + column) % 2],))
]
"""Every paper of every agency, in turn as DOCX and as PDF; of the first agency in both."""


@pytest.mark.parametrize(("writer", "agency", "format_"), PAPERS)
def test_a_paper_of_the_system_contradicts_nothing(writer, agency, format_):
    case = AGENCIES[agency]()
    reading = read_content(WRITERS[writer](case, format_, "arabic" if len(agency) % 2 else "thai"))
    assert check_reading(reading) == ()
    assert check_reading(reading, stored={case.result.year.year: case.result}) == ()
    if writer not in WITHOUT_THE_YEARS_FIGURES:
        assert reading.year == case.result.year.year


@pytest.mark.parametrize(
    ("right", "wrong", "kind"),
    [
        ("97.00 คะแนน ระดับผ่านดี", "97.00 คะแนน ระดับผ่านดีเยี่ยม", "level"),
        ("97.00 คะแนน ระดับผ่านดี", "97.00 คะแนน ระดับ A", "scheme"),
        ("ได้คะแนนรวม 97.00", "ได้คะแนนรวม 79.00", "text-table"),
        ("8. การปรับปรุงการทำงาน", "8. การใช้อำนาจ", "name"),
        ("96.57", "69.57", "arithmetic"),
        ("ต.ค. 2568 - ก.ย. 2569", "ต.ค. 2569 - ก.ย. 2568", "date"),
    ],
)
def test_a_change_by_hand_in_a_paper_is_found(right, wrong, kind):
    """Somebody opens the DOCX and types over a word or figure, in the first place where it stands."""
    case = AGENCIES["a published town with its questions"]()
    document = docx.Document(io.BytesIO(WRITERS["analysis"](case, "docx", "arabic")))
    cells = [paragraph for table in document.tables for cell in table._cells for paragraph in cell.paragraphs]
    runs = [run for paragraph in (*document.paragraphs, *cells) for run in paragraph.runs if right in run.text]
    runs[0].text = runs[0].text.replace(right, wrong, 1)
    changed = io.BytesIO()
    document.save(changed)
    assert kind in {found.kind.value for found in check_reading(read_content(changed.getvalue()))}

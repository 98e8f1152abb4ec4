"""Consistent documents give nothing, whatever part of the figures they print; one planted slip gives its kind alone."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.invented_readings import Invented

from prongsai.papers.checking.documents import check_reading
from prongsai.papers.checking.findings import Kind
from prongsai.papers.reading.found import Reading
from prongsai.papers.reading.reading import read_lines
from prongsai.papers.reading.rows import lines_of_text
from prongsai.rulebook.evidence import TOTAL, Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument, YearInstrument
from prongsai.rulebook.loading import known_years, load_year
from prongsai.rulebook.overall_scoring import AgencyResult, score_agency

LAYERS = ("questions", "indicators", "instruments", "total")
scores = st.integers(4000, 10000).map(lambda hundredths: Decimal(hundredths).scaleb(-2))
some_layers = st.sets(st.sampled_from(LAYERS), min_size=1).map(frozenset)
everything = st.just(frozenset(LAYERS))


@dataclass(frozen=True)
class Agency:
    """An agency's year with the layers of figures that its document prints."""

    result: AgencyResult
    layers: frozenset[str]

    @property
    def year(self) -> YearInstrument:
        return self.result.year

    def printed(self) -> dict[Place, Decimal]:
        """The figures of the chosen layers, as they are shown."""
        groups = {
            "questions": [
                place for place in self.result.scores if place.code[0] in "ie" and place.code[1:].isdecimal()
            ],
            "indicators": [indicator_place(number) for number in self.year.indicators],
            "instruments": [instrument_place(instrument) for instrument in Instrument],
            "total": [TOTAL],
        }
        places = [place for layer in LAYERS if layer in self.layers for place in groups[layer]]
        known = [(place, self.result.scores.get(place)) for place in places]
        return {place: score.value for place, score in known if score is not None and score.value is not None}

    def document(self, text: str = "") -> Invented:
        """What a document says that prints the figures and, where it is proved, the level."""
        document = Invented(text, year=self.year.year)
        for line, (place, value) in enumerate(self.printed().items(), 1):
            document.states(line=line, **{key_of(place): f"{value:.2f}"})
        if "total" in self.layers and self.result.level.level is not None and self.result.level.certain:
            document.holds(self.result.level.level.label)
        return document


def key_of(place: Place) -> str:
    name = str(place)
    return f"i_{name}" if name.isdecimal() else name.replace(" ", "_")


@st.composite
def agencies(draw, *, layers: st.SearchStrategy[frozenset[str]] = some_layers) -> Agency:
    year = load_year(draw(st.sampled_from(known_years())))
    places = [
        Place(part, question.code) for part, survey in year.survey_by_part.items() for question in survey.questions
    ]
    figures: dict[Place, Decimal | None] = {place: draw(scores) for place in places}
    figures |= {indicator_place(9): draw(scores), indicator_place(10): draw(scores)}
    return Agency(score_agency(year, figures), draw(layers))


def kinds(document: Invented) -> set[str]:
    return {found.kind.value for found in document.check()}


@settings(max_examples=60, deadline=None)
@given(agencies())
def test_a_document_of_true_figures_has_no_contradiction(agency):
    assert agency.document().check() == ()


@settings(max_examples=40, deadline=None)
@given(agencies(layers=everything), st.decimals("0.05", "20", places=2), st.sampled_from((1, -1)))
def test_a_changed_total_is_found_as_a_total(agency, points, sign):
    wrong = agency.result.total + sign * points
    assume(0 <= wrong <= 100)
    document = agency.document()
    document.figures = [one for one in document.figures if one.place != TOTAL]
    assert kinds(document.states(total=f"{wrong:.2f}", line=99)) == {"total"}


@settings(max_examples=40, deadline=None)
@given(agencies(layers=everything), st.data())
def test_a_changed_figure_below_the_total_is_found_as_arithmetic(agency, data):
    place = data.draw(st.sampled_from([p for p in agency.printed() if p != TOTAL and p.code not in {"9", "10"}]))
    wrong = data.draw(scores)
    assume(abs(wrong - agency.printed()[place]) > 5)
    document = agency.document()
    document.figures = [one for one in document.figures if one.place != place]
    assert kinds(document.states(line=99, **{key_of(place): f"{wrong:.2f}"})) == {"arithmetic"}


@settings(max_examples=40, deadline=None)
@given(agencies(layers=everything), st.data())
def test_a_level_that_the_scores_do_not_prove_is_found(agency, data):
    label = data.draw(
        st.sampled_from([level.label for level in agency.year.levels if level is not agency.result.level.level])
    )
    document = agency.document()
    document.levels.clear()
    assert kinds(document.holds(label)) == {"level"}


@settings(max_examples=30, deadline=None)
@given(agencies(), st.data())
def test_a_level_of_another_scheme_is_found(agency, data):
    own = {level.label for level in agency.year.levels}
    others = {level.label for year in known_years() for level in load_year(year).levels} - own
    document = agency.document()
    document.levels.clear()
    assert kinds(document.holds(data.draw(st.sampled_from(sorted(others))))) == {"scheme"}


@settings(max_examples=40, deadline=None)
@given(agencies(), st.data())
def test_a_figure_printed_twice_with_two_values_is_found(agency, data):
    place = data.draw(st.sampled_from(list(agency.printed())))
    wrong = data.draw(scores)
    assume(abs(wrong - agency.printed()[place]) > 1)
    document = agency.document().states(line=98, **{key_of(place): f"{agency.printed()[place]:.2f}"})
    assert kinds(document.states(line=99, **{key_of(place): f"{wrong:.2f}"})) == {"text-table"}


@settings(max_examples=30, deadline=None)
@given(agencies(), st.integers(1, 8000), st.integers(1, 8000))
def test_two_ranks_are_found_and_one_is_not(agency, one, other):
    document = agency.document().ranks_at(one, among="อบต.").ranks_at(other, line=2, among="อบต.")
    assert kinds(document) == ({"rank"} if one != other else set())


@settings(max_examples=40, deadline=None)
@given(agencies(), scores, scores, st.sampled_from(("เพิ่มขึ้น", "ลดลง", "ดีขึ้น")))
def test_a_claimed_direction_is_found_exactly_where_the_numbers_deny_it(agency, before, now, word):
    document = agency.document(f"คะแนนจาก {before} เป็น {now} ถือว่า{word}")
    wrong = now > before if word == "ลดลง" else now < before
    assert kinds(document) == ({"direction"} if wrong else set())


@pytest.mark.parametrize("year", known_years())
def test_the_items_of_a_year_with_their_titles_are_no_contradiction(year):
    items = load_year(year).items
    text = "\n".join(f"{item.title_th} (อ้างอิงจาก O{code[1:]})" for code, item in items.items())
    assert Invented(text, year=year).check() == ()


def test_an_empty_document_contradicts_nothing():
    assert check_reading(Reading("", "", None, ())) == ()


def test_findings_come_in_the_order_of_the_document():
    document = Invented("ก\nE-Service (อ้างอิงจาก O18)\nผล", year=2567).holds("B", line=3).ranks_at(5).ranks_at(6, line=1)
    assert document.kinds() == ["rank", "item-year", "scheme"]


def test_one_printed_passage_is_told_once():
    document = Invented().states(total="79.00", IIT="96.57", EIT1="94.51", EIT2="92.32", OIT="100")
    stored = {2568: score_agency(load_year(2568), {TOTAL: Decimal("97.00")})}
    assert document.kinds(stored=stored) == ["total"]


FRAGMENTS = (
    *("ปีงบประมาณ พ.ศ. ๒๕๖๘", "ปี 2567 ได้คะแนน", "๙๓.๗๑", "100", "9O.1", "คะแนน", "ระดับ", "ผ่านดี", "B", "ลำดับที่ ๑๒"),
    *("EIT", "IIT (ส่วนที่ ๑)", "ผู้มีส่วนได้ส่วนเสียภายใน", "(", ")", "\t", "\n", "ตัวชี้วัดที่ ๑๐", "i๑", "๐๑๘", "E-Service", "O99"),
    *("เพิ่มขึ้น", "ลดลง", "จาก", "เป็น", "๓๑ ก.ย. ๖๘", "ต.ค. ๖๘ -", "ก.ย. ๒๕๖๗", "บันทึกข้อความ", "วันที่", "เรื่อง ผลการประเมิน"),
    *(
        "ผู้ตอบ 9 คน",
        "ทุกเครื่องมือตั้งแต่ ๙๕",
        "ความสำเร็จ:",
        "คะแนนรวม",
        "| a | b |",
        "<table><tr><td>",
        "</table>",
        "ปี 2699",
        "-",
    ),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=60), st.sampled_from(("", " ", "\n", "\t")))
def test_whatever_a_document_says_it_can_be_checked(fragments, joint):
    reading = read_lines(lines_of_text(joint.join(fragments)))
    for found in check_reading(reading):
        assert found.kind is not Kind.SUCCESS
        assert found.follows.th
        assert found.follows.en
        assert found.mend.th
        assert found.mend.en
        assert found.where in {line.where for line in reading.lines}

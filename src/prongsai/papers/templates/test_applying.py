"""A template changes what it names and nothing else, in every paper that it is made for."""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pypdfium2
import pytest
from PIL import Image

from prongsai.papers.analysis_report import analysis_document
from prongsai.papers.analysis_report.contents import gather_contents
from prongsai.papers.content import Document, Emblem, Heading, Paragraph, Section, plain_text
from prongsai.papers.measures_plan import plan_contents_from_result
from prongsai.papers.measures_plan.writing import plan_announcement_document, plan_document
from prongsai.papers.measures_report import report_contents_from_results
from prongsai.papers.measures_report.writing import report_document
from prongsai.papers.memo import memo_contents_from_result, memo_document
from prongsai.papers.order import order_document, working_group_order
from prongsai.papers.plan_tables import rendered
from prongsai.papers.rewording import passages
from prongsai.papers.templates import (
    PlaceholderValues,
    apply_template,
    placeholder_values,
    read_template,
    section_keys,
)
from prongsai.papers.templates.known_keys import PASSAGES, SECTIONS
from prongsai.rulebook.evidence import TOTAL, Place, indicator_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import score_agency

DAY = date(2026, 6, 5)
NAME = "เทศบาลเมืองตัวอย่าง"
VALUES = PlaceholderValues(NAME, "2568", "2569", "97.00", "ระดับผ่านดี", "5 มิถุนายน 2569")
LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="#17568c"/></svg>'
)


def _png():
    written = io.BytesIO()
    Image.new("RGBA", (120, 60), "seagreen").save(written, "PNG")
    return written.getvalue()


PNG = _png()


def result_of(year, value):
    figures = {indicator_place(number): Decimal(value) for number in range(1, 11)}
    return score_agency(load_year(year), figures | {Place(Instrument.IIT, "i1"): Decimal(value)})


def analyses():
    for result, before in ((result_of(2568, "91"), result_of(2567, "90")), (score_agency(load_year(2568), {}), None)):
        yield analysis_document(gather_contents(result, agency_name=NAME, before=before, history=()), "thai")


def plans():
    contents = plan_contents_from_result(result_of(2568, "91"), agency_name=NAME, before=None)
    for held in (contents, replace(contents, constraints=()), replace(contents, findings=("ก",))):
        yield from (plan_document(held, "thai", form) for form in ("indicators", "seven-topics"))


def reports():
    contents = report_contents_from_results(result_of(2568, "91"), result_of(2567, "80"), agency_name=NAME, as_of=DAY)
    yield report_document(contents, "thai")


def memos():
    for result, before in ((result_of(2568, "91"), result_of(2567, "90")), (score_agency(load_year(2568), {}), None)):
        yield memo_document(memo_contents_from_result(result, agency_name=NAME, before=before), "thai")


def announcements():
    contents = plan_contents_from_result(result_of(2568, "91"), agency_name=NAME, before=None)
    for held in (contents, replace(contents, findings=("ก",))):
        yield from (plan_announcement_document(held, "thai", form) for form in ("indicators", "seven-topics"))


def orders():
    yield order_document(working_group_order(result_of(2568, "91"), agency_name=NAME), "thai")


WRITERS = {
    "analysis": analyses,
    "measures": plans,
    "report": reports,
    "memo": memos,
    "announcement": announcements,
    "order": orders,
}
PAPERS = {name: tuple(write()) for name, write in WRITERS.items()}
FORMS = ("memo", "announcement", "order")


def template(text, paper="analysis", **more):
    return read_template(f"paper: {paper}\nname: x\n{text}".encode(), file="office.yaml", **more)


def analysis(text, **more):
    return apply_template(PAPERS["analysis"][0], template(text, **more), VALUES)


def headings(document, level=1):
    blocks = [block for section in document.sections for block in section.blocks]
    return [plain_text(block.text) for block in blocks if isinstance(block, Heading) and block.level == level]


def words(document):
    blocks = [block for section in document.sections for block in section.blocks]
    return [plain_text(block.text) for block in blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("paper", PAPERS)
def test_an_empty_template_changes_nothing(paper):
    for document in PAPERS[paper]:
        assert apply_template(document, template("", paper), VALUES) == document


@pytest.mark.parametrize("paper", PAPERS)
def test_the_keys_that_templates_may_name_are_those_of_the_papers(paper):
    found = {key for document in PAPERS[paper] for key in section_keys(document)}
    assert found == set(SECTIONS[paper])
    said = {passage.key for document in PAPERS[paper] for passage in passages(document)}
    assert said == set(PASSAGES[paper])


@pytest.mark.parametrize("paper", [paper for paper in PAPERS if SECTIONS[paper]])
def test_sections_stand_in_the_order_wanted_and_the_rest_follows(paper):
    for document in PAPERS[paper]:
        keys = section_keys(document)
        wanted = tuple(dict.fromkeys((keys[-1], keys[1])))
        found = section_keys(apply_template(document, template(f"order: [{', '.join(wanted)}]", paper), VALUES))
        assert found == (*wanted, *(key for key in keys if key not in wanted))


def test_moved_and_left_out_sections_are_numbered_anew():
    found = headings(analysis("order: [measures]\nleft_out: [overview, topics]"))
    assert [text.split()[0] for text in found] == ["1.", "2.", "3.", "4.", "5.", "6."]
    assert found[0].startswith("1. มาตรการ")
    assert headings(analysis("left_out: [overview]"), 2)[0].startswith("1.1 ")


def test_parts_with_a_word_before_their_number_keep_it():
    (document, *_) = PAPERS["measures"]
    found = headings(apply_template(document, template("left_out: [analysis]", "measures"), VALUES))
    assert [text[:9] for text in found if text.startswith("ส่วนที่")] == ["ส่วนที่ 1", "ส่วนที่ 2"]


def test_own_sections_stand_where_they_are_wanted():
    text = """
extra:
  - {key: message, title: "สารจาก {agency}", after: overview, paragraphs: ["ปี {next_year}", "ย่อหน้าสอง"]}
  - {key: contact, title: ติดต่อ, paragraphs: ["ณ {date}"]}
"""
    document = analysis(text)
    keys = section_keys(document)
    assert keys[1] == "message"
    assert keys[-1] == "contact"
    assert f"2. สารจาก {NAME}" in headings(document)
    assert "9. ติดต่อ" not in headings(document)
    assert "10. ติดต่อ" in headings(document)
    assert {"ปี 2569", "ย่อหน้าสอง", "ณ 5 มิถุนายน 2569"} <= set(words(document))


def test_an_own_section_after_one_that_is_left_out_comes_last():
    text = "left_out: [topics]\nextra: [{key: own, title: ก, after: topics, paragraphs: [ข]}]"
    assert section_keys(analysis(text))[-1] == "own"


def test_passages_are_said_anew_with_their_placeholders():
    document = analysis("words: {overview/result: '{agency} ปี {year} ได้ {total} คะแนน {level}'}")
    assert f"{NAME} ปี 2568 ได้ 97.00 คะแนน ระดับผ่านดี" in words(document)
    assert len(words(document)) == len(words(PAPERS["analysis"][0]))


def test_a_value_that_looks_like_a_placeholder_stays_what_it_is():
    values = replace(VALUES, agency="{year} {__class__}")
    document = apply_template(PAPERS["analysis"][0], template("words: {overview/result: 'ก {agency}'}"), values)
    assert "ก {year} {__class__}" in words(document)


def test_what_this_document_does_not_have_changes_nothing():
    poor = PAPERS["analysis"][1]
    assert apply_template(poor, template("words: {overview/last-year: ก}"), VALUES) == poor


def test_a_logo_goes_on_the_cover_or_above_the_first_line():
    drawn = template("", logo=LOGO)
    covered = apply_template(PAPERS["analysis"][0], drawn, VALUES)
    assert covered.cover.logo.alt == f"ตราสัญลักษณ์ {NAME}"
    assert covered.sections == PAPERS["analysis"][0].sections
    plain = Document("ก", (Section((Paragraph("ข"),)),))
    opened = apply_template(plain, drawn, VALUES)
    assert opened.sections[0].blocks[0].width_cm == pytest.approx(4)
    assert opened.sections[0].blocks[1:] == plain.sections[0].blocks
    assert apply_template(Document("ก", ()), drawn, VALUES) == Document("ก", ())


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_hostile_words_are_printed_and_never_run(kind):
    hostile = '#import "x" $1$ <script> ]]> @a'
    text = f"extra: [{{key: own, title: '{hostile}', paragraphs: ['{hostile}']}}]"
    written = rendered(analysis(text, logo=LOGO), format=kind, written_on=DAY)
    if kind == "pdf":
        pdf = pypdfium2.PdfDocument(written)
        whole = "".join("".join(page.get_textpage().get_text_range().split()) for page in pdf)
        assert whole.count('#import"x"') >= 2
        assert b"pdfaid" in written
        assert b"pdfuaid" in written


def test_values_come_from_the_result_and_say_what_is_not_known():
    values = placeholder_values(
        score_agency(load_year(2568), {TOTAL: Decimal("84.19")}), agency_name=NAME, written_on=DAY
    )
    assert values == PlaceholderValues(NAME, "2568", "2569", "84.19", "ระดับต้องปรับปรุง", "5 มิถุนายน 2569")
    unknown = placeholder_values(score_agency(load_year(2568), {}), agency_name=NAME, written_on=DAY)
    assert (unknown.total, unknown.level) == ("ไม่มีข้อมูล", "ยังตัดสินระดับไม่ได้")


@pytest.mark.parametrize("paper", FORMS)
@pytest.mark.parametrize("logo", [LOGO, LOGO.replace(b"0 0 20 10", b"0 0 72 9"), PNG], ids=["wide", "very wide", "png"])
def test_a_logo_stands_whole_where_the_form_has_its_emblem(paper, logo):
    for document in PAPERS[paper]:
        laid = apply_template(document, template("", paper, logo=logo), VALUES)
        [emblem] = [b for section in laid.sections for b in section.blocks if isinstance(b, Emblem)]
        picture = Image.open(io.BytesIO(emblem.image))
        assert picture.size == (480, 480)
        assert picture.getbbox() is not None
        assert emblem.alt == f"ตราสัญลักษณ์ {NAME}"
        for form in ("pdf", "docx"):
            assert rendered(laid, format=form, written_on=DAY) != rendered(document, format=form, written_on=DAY)


def test_a_form_takes_the_offices_words_in_several_paragraphs():
    text = 'words:\n  origin/assessment: "ตามที่ {agency} เข้ารับการประเมิน\\nนั้น"'
    laid = apply_template(PAPERS["memo"][0], template(text, "memo"), VALUES)
    assert {f"ตามที่ {NAME} เข้ารับการประเมิน", "นั้น"} <= set(words(laid))

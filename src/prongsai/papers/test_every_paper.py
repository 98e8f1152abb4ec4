"""What holds for every paper: files that Word opens, PDFs that stay readable, one kind of digits, nothing outside."""

import io
import re
import tempfile
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import docx
import pypdfium2
import pytest
from openxml_audit import OpenXmlValidator

from prongsai.papers.analysis_report import write_analysis
from prongsai.papers.content import Paragraph
from prongsai.papers.measures_plan import plan_contents_from_result, write_plan, write_plan_announcement
from prongsai.papers.measures_report import report_contents_from_results, write_report
from prongsai.papers.memo import memo_contents_from_result, write_memo
from prongsai.papers.order import working_group_order, write_order
from prongsai.rulebook.evidence import Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import score_agency

DAY = date(2026, 6, 5)
CM = 72 / 2.54
SHORT_NAME = "เทศบาลเมืองตัวอย่าง"
LONG_NAME = "องค์การบริหารส่วนตำบลทุ่งกระเต็นหนองน้ำใสพัฒนาสามัคคีเฉลิมพระเกียรติสมเด็จพระเจ้าตากสินมหาราชบูรพาทิศ"
EMBLEM = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9h-9z"/></svg>'


@cache
def short_result():
    """The total of a year can be known and nothing else."""
    scores = {Instrument.IIT: "90", Instrument.EIT1: "84", Instrument.EIT2: "92.50", Instrument.OIT: "100"}
    return score_agency(load_year(2568), {instrument_place(part): Decimal(score) for part, score in scores.items()})


@cache
def long_result(year=2568):
    """Every question is known, and every one is weak."""
    loaded = load_year(year)
    figures = {
        Place(part, question.code): Decimal("61.25")
        for part, survey in loaded.survey_by_part.items()
        for question in survey.questions
    }
    return score_agency(loaded, figures | {indicator_place(number): Decimal("50") for number in (9, 10)})


def situation(size):
    """Result, year before, agency, emblem."""
    if size == "short":
        return short_result(), score_agency(load_year(2567), {}), SHORT_NAME, None
    return long_result(), long_result(2567), LONG_NAME, EMBLEM


def memo(size, **options):
    result, before, name, emblem = situation(size)
    law = tuple(Paragraph(f"ข้อ {number} " + "ความในระเบียบต่างๆ " * 50) for number in range(20 if size == "long" else 0))
    contents = memo_contents_from_result(
        result, agency_name=name, before=before, dated=DAY, legal_basis=law, emblem=emblem
    )
    return write_memo(contents, **options)


def analysis(size, **options):
    result, before, name, _ = situation(size)
    return write_analysis(result, agency_name=name, before=before, **options)


def plan(size, **options):
    result, before, name, emblem = situation(size)
    return write_plan(plan_contents_from_result(result, agency_name=name, before=before, emblem=emblem), **options)


def announcement(size, **options):
    result, _, name, emblem = situation(size)
    return write_plan_announcement(plan_contents_from_result(result, agency_name=name, emblem=emblem), **options)


def report(size, **options):
    result, before, name, _ = situation(size)
    return write_report(report_contents_from_results(result, before, agency_name=name, as_of=DAY), **options)


def order(size, **options):
    result, _, name, emblem = situation(size)
    return write_order(working_group_order(result, agency_name=name, emblem=emblem), **options)


PAPERS = {paper.__name__: paper for paper in (memo, analysis, plan, announcement, report, order)}
both_sizes = pytest.mark.parametrize("size", ["short", "long"])
every_paper = pytest.mark.parametrize("paper", PAPERS)


@cache
def written(paper, size, kind, digits="thai"):
    return PAPERS[paper](size, format=kind, digits=digits, written_on=DAY)


def pages_of(content):
    return list(pypdfium2.PdfDocument(content))


def text_of(content):
    return "\n".join(page.get_textpage().get_text_range() for page in pages_of(content))


@every_paper
@both_sizes
def test_word_opens_every_docx(paper, size):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.docx"
        path.write_bytes(written(paper, size, "docx"))
        found = OpenXmlValidator().validate(path)
    assert [(error.path, error.description) for error in found.errors] == []


@every_paper
@both_sizes
def test_every_pdf_is_accessible_and_for_the_archive(paper, size):
    content = written(paper, size, "pdf")
    assert pypdfium2.PdfDocument(content).is_tagged()
    assert b"pdfuaid" in content
    assert b"pdfaid" in content


@every_paper
@both_sizes
def test_nothing_is_printed_outside_the_margins(paper, size):
    for page in pages_of(written(paper, size, "pdf")):
        text = page.get_textpage()
        boxes = [text.get_charbox(index) for index in range(text.count_chars())]
        inside = [box for box in boxes if box[2] > box[0]]
        assert min(box[0] for box in inside) > 2.9 * CM
        assert max(box[2] for box in inside) < page.get_width() - 1.9 * CM


@every_paper
def test_digits_are_of_one_kind(paper):
    """Codes (e7, O10) take the digits of the paper too; check sums are shown as they are."""
    thai, arabic = (text_of(written(paper, "long", "pdf", digits)) for digits in ("thai", "arabic"))
    assert not re.search("[๐-๙]", arabic)
    without_sums = re.sub(r"รหัสตรวจสอบ\s+\S+", "", thai)
    assert not re.search(r"(?<![0-9a-f])[0-9]+(?![0-9a-f])", without_sums)


@every_paper
@both_sizes
def test_both_formats_say_the_same_words(paper, size):
    """Whatever the DOCX holds in its paragraphs and cells stands in the PDF too."""
    read = docx.Document(io.BytesIO(written(paper, size, "docx")))
    cells = {cell.text for table in read.tables for row in table.rows for cell in row.cells}
    lines = [line for text in (*(p.text for p in read.paragraphs), *cells) for line in text.splitlines()]
    said = [re.sub(r"[\s.]+", "", line) for line in lines]
    printed = re.sub(r"[\s.]+", "", text_of(written(paper, size, "pdf")))
    heads = re.sub(r"-[๐-๙]+-", "", printed)
    missing = [line for line in said if line not in printed and line not in heads and "ลงชื่อ" not in line]
    assert not [line for line in missing if not _runs_over_a_page(line, written(paper, size, "pdf"))]


def _runs_over_a_page(line, content):
    """A paragraph or row that goes on over the page has a head and a foot between its parts."""
    bare = [re.sub(r"[\s.]+", "", page.get_textpage().get_text_range()) for page in pages_of(content)]
    return any(line[:20] in page for page in bare) and any(line[-20:] in page for page in bare)


@every_paper
def test_a_long_paper_is_longer_and_every_further_page_has_its_number(paper):
    short, long = (pages_of(written(paper, size, "pdf", "arabic")) for size in ("short", "long"))
    assert len(long) >= len(short)
    texts = [page.get_textpage().get_text_range() for page in long]
    covers = 1 if paper == "analysis" else 0
    for number, text in enumerate(texts[covers + 1 :], 2):
        assert f"- {number} -" in text


@pytest.mark.parametrize("paper", ["analysis", "plan", "announcement", "report"])
def test_wide_tables_lie_across_and_repeat_their_heads(paper):
    wide = [page for page in pages_of(written(paper, "long", "pdf")) if page.get_width() > page.get_height()]
    assert len(wide) > 3
    heads = [re.sub(r"\s", "", page.get_textpage().get_text_range())[:400] for page in wide]
    known = ("ระยะเวลา", "ตัวชี้วัด", "มาตรการ")
    assert all(any(word in head for word in known) for head in heads)


def test_marks_are_spaced_as_the_royal_society_has_it():
    assert "ความในระเบียบต่าง ๆ ความในระเบียบ" in re.sub(r"\s+", " ", text_of(written("memo", "long", "pdf")))


def test_only_a_long_analysis_lists_its_contents():
    assert "สารบัญ" in text_of(written("analysis", "long", "pdf"))
    assert "สารบัญ" not in text_of(written("analysis", "short", "pdf"))

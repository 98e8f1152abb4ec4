"""The result sheet says what the figures say, on one page, whatever is known and however long the words are."""

import re
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pypdfium2
import pytest

from prongsai.papers.content import Figure, Panels
from prongsai.papers.result_sheet import Rank, Respondents, gather_sheet, sheet_document, write_sheet
from prongsai.rulebook.comparing import NotConsecutiveError
from prongsai.rulebook.evidence import indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import known_years, load_year
from prongsai.rulebook.overall_scoring import score_agency
from prongsai.statistics.intervals import Interval, Method

DAY = date(2026, 6, 5)
NAME = "เทศบาลเมืองตัวอย่าง"
ADDRESS = "https://ita.example.go.th/agencies/tuayang/2568/"
SOURCE = "ประกาศผลเมื่อวันที่ 15 สิงหาคม 2568"
GOOD = dict(enumerate(("96.30", "96.50", "99.46", "94.48", "96.09", "95.25", "93.25", "91.73", "100", "100"), 1))
POOR = dict(enumerate(("88.12", "91", "99", "84.40", "96.09", "90.20", "91", "79.44", "96", "100"), 1))
PARTS = {"EIT1": "94.51", "EIT2": "92.32"}
LONGEST_NAME = ("องค์การบริหารส่วนตำบล" + "ทุ่งกระเต็นหนองน้ำใสพัฒนาสามัคคีเฉลิมพระเกียรติ" * 5)[:200]
LONGEST_ADDRESS = (ADDRESS + "x" * 120)[:120]
TOTAL_INTERVAL = Interval(Decimal("94.10"), Decimal("98.20"), Method.WORST_CASE, conservative=True)


def result_of(year, indicators=None, instruments=None):
    figures = {indicator_place(number): Decimal(value) for number, value in (indicators or {}).items()}
    figures |= {instrument_place(Instrument(name)): Decimal(value) for name, value in (instruments or {}).items()}
    return score_agency(load_year(year), figures)


def sheet(result=None, **more):
    given = {"agency_name": NAME, "address": ADDRESS, "source": SOURCE} | more
    return gather_sheet(result or result_of(2568, GOOD, PARTS), **given)


def pages(contents, digits="thai"):
    return pypdfium2.PdfDocument(write_sheet(contents, format="pdf", digits=digits, written_on=DAY))


def text_of(contents, digits="arabic"):
    return re.sub(r"\s+", "", "".join(page.get_textpage().get_text_range() for page in pages(contents, digits)))


def test_total_level_and_reason_stand_on_it():
    text = text_of(sheet())
    for words in (NAME, "97.00", "ระดับผ่านดี", "ยังไม่ถึงระดับผ่านดีเยี่ยม", "EITส่วนที่1ได้94.51ต่ำกว่า95.00"):
        assert words in text


def test_an_uncertain_level_is_called_at_least():
    text = text_of(sheet(result_of(2567, GOOD | {1: "84.17", 8: "79.44"})))
    assert "อย่างน้อยระดับผ่าน" in text
    assert "อย่างน้อย" not in text_of(sheet())


def test_each_instrument_stands_against_the_limits_of_the_levels():
    text = text_of(sheet())
    assert "EITส่วนที่1ผู้รับบริการตอบเอง15%94.51ถึงเกณฑ์ขาด0.49" in text
    assert "OITการเปิดเผยข้อมูลสาธารณะ40%100.00ถึงเกณฑ์ถึงเกณฑ์" in text


def test_years_of_letters_have_no_limits_for_instruments():
    contents = sheet(result_of(2564, dict.fromkeys(range(1, 11), "90")))
    assert contents.gates == ()
    assert "ระดับA" in text_of(contents)
    assert "ถึงเกณฑ์" not in text_of(contents)


def test_a_mean_of_parts_that_are_not_known_stands_beside_them():
    contents = sheet(result_of(2568, GOOD))
    assert contents.instruments == (
        Instrument.IIT,
        Instrument.EIT,
        Instrument.EIT1,
        Instrument.EIT2,
        Instrument.OIT,
    )
    assert Instrument.EIT not in sheet().instruments


def test_changes_carry_the_marks_of_their_breaks():
    text = text_of(sheet(before=result_of(2567, POOR, PARTS)))
    assert "เทียบปี2567" in text
    assert "91.73เทียบไม่ได้" in text
    assert "*EITและคะแนนรวมมีตัวชี้วัดที่8" in text
    assert "เทียบไม่ได้:ข้อe9" in text


def test_a_break_that_touches_nothing_shown_is_not_explained():
    assert "e9" not in text_of(sheet())
    assert "*EIT" not in text_of(sheet(result_of(2568, {8: "90"}), before=result_of(2567, {8: "80"})))


def test_a_broken_total_is_not_called_a_change():
    text = text_of(sheet(result_of(2567, GOOD), before=result_of(2566, GOOD)))
    assert "เทียบไม่ได้กับปี2566" in text
    assert "คงเดิมจากปี" not in text


def test_only_the_year_before_is_compared():
    with pytest.raises(NotConsecutiveError):
        sheet(before=result_of(2566, GOOD))


def test_intervals_stand_where_respondents_are_known():
    known = {Instrument.IIT: Respondents(120, 240), Instrument.OIT: Respondents(1), Instrument.EIT: Respondents(9)}
    contents = sheet(respondents=known)
    assert set(contents.intervals) == {Instrument.IIT, Instrument.EIT}, "disclosure is assessed, not sampled"
    low, high = contents.intervals[Instrument.IIT].low, contents.intervals[Instrument.IIT].high
    assert f"{low}–{high}" in text_of(contents)
    assert "ช่วง95%" not in text_of(sheet())


def test_an_interval_of_the_total_and_a_rank_are_printed_if_given():
    text = text_of(sheet(total_interval=TOTAL_INTERVAL, rank=Rank(12, 2245, "เทศบาลตำบลทั้งประเทศ")))
    assert "ช่วง95%:94.10–98.20" in text
    assert "อันดับที่12จาก2245ในกลุ่มเทศบาลตำบลทั้งประเทศ" in text
    assert "อันดับ" not in text_of(sheet())


@pytest.mark.parametrize(("first", "last", "said"), [(6, 15, "(เป็นไปได้ตั้งแต่อันดับ6ถึง15)"), (12, 12, ""), (None, None, "")])
def test_a_rank_says_what_it_may_be_besides(first, last, said):
    text = text_of(sheet(rank=Rank(12, 16, "เทศบาลตำบล", first, last)))
    assert f"อันดับที่12จาก16ในกลุ่มเทศบาลตำบล{said}" in text
    assert ("เป็นไปได้" in text) is bool(said)


@pytest.mark.parametrize(("first", "last"), [(13, 15), (6, 11), (0, 15), (6, 17), (6, None)])
def test_a_span_without_the_rank_in_it_is_refused(first, last):
    with pytest.raises(ValueError, match="between"):
        Rank(12, 16, "เทศบาลตำบล", first, last)


def test_source_rules_and_address_let_anyone_recompute():
    text = text_of(sheet())
    assert "ประกาศผลเมื่อวันที่15สิงหาคม2568" in text
    assert "ปีงบประมาณพ.ศ.2568ฉบับที่1รหัสตรวจสอบ" + load_year(2568).sha256[:16] in text
    assert "ita.example.go.th/agencies/tuayang/2568" in text
    assert load_year(2568).sha256[:16] in text_of(sheet(), "thai"), "a fingerprint keeps its digits"


def test_the_code_says_what_it_opens_and_is_left_out_without_an_address():
    def figures(contents):
        panels = (block for block in sheet_document(contents).sections[0].blocks if isinstance(block, Panels))
        return [b.alt for block in panels for panel in block.panels for b in panel.blocks if isinstance(b, Figure)]

    assert figures(sheet()) == [f"QR หน้าผลการประเมิน: {ADDRESS}"]
    assert figures(sheet(address="")) == []
    assert "คะแนนทุกข้อและวิธีคิดอยู่ที่" not in text_of(sheet(address=""))


def test_contradictions_are_counted_not_hidden():
    text = text_of(sheet(result_of(2568, GOOD, {"EIT1": "90.00", "EIT2": "88.00"})))
    assert "คะแนนที่ได้รับขัดกับคะแนนที่คิดจากส่วนประกอบ1แห่ง" in text


def test_it_speaks_english():
    text = text_of(sheet(language="en", before=result_of(2567, POOR, PARTS), rank=Rank(1, 9, "towns")))
    for words in ("Pass,good", "Notyet“Pass,excellent”", "notcomparable", "Performanceofduty", "Rank1of9amongtowns"):
        assert words in text
    assert "ระดับ" not in text


def longest(year, language, before=None):
    group = "องค์การบริหารส่วนตำบลทั่วประเทศทุกขนาดทุกจังหวัดและทุกภาคของไทย"
    low = dict.fromkeys(range(1, 11), "90.00")
    parts = {"EIT1": "90.00", "EIT2": "88.50"} if Instrument.EIT1 in load_year(year).weights else {}
    return sheet(
        result_of(year, low, parts),
        before=before,
        agency_name=LONGEST_NAME,
        address=LONGEST_ADDRESS,
        source=(SOURCE * 9)[:100],
        rank=Rank(1012, 2245, group[:60], 1000, 1100),
        respondents={Instrument.IIT: Respondents(30), Instrument.EIT: Respondents(30)},
        total_interval=TOTAL_INTERVAL,
        language=language,
    )


@pytest.mark.parametrize("digits", ["thai", "arabic"])
@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("year", known_years())
def test_the_longest_words_stay_on_one_page(year, language, digits):
    before = result_of(year - 1, GOOD) if year - 1 in known_years() else None
    contents = longest(year, language, before if load_year(year).crosswalk else None)
    pdf = pages(contents, digits)
    assert len(pdf) == 1
    text = pdf[0].get_textpage()
    assert min(text.get_charbox(at)[1] for at in range(text.count_chars()) if text.get_text_range(at, 1).strip()) > 28


@pytest.mark.parametrize("result", [result_of(2568), result_of(2568, {8: "91.73"}), result_of(2568, GOOD, PARTS)])
def test_whatever_is_known_makes_one_page(result):
    assert len(pages(sheet(result))) == 1


def test_the_drawing_keeps_a_readable_size_beside_the_longest_words():
    blocks = sheet_document(longest(2567, "th", result_of(2566, GOOD))).sections[0].blocks
    (drawing,) = [block for block in blocks if isinstance(block, Figure)]
    assert 10 < drawing.width_cm <= 17


@pytest.mark.parametrize(("field", "most"), [("agency_name", 200), ("address", 120), ("source", 100)])
def test_words_that_cannot_fit_are_refused_by_name(field, most):
    with pytest.raises(ValueError, match=f"{field}: found {most + 1} letters; this page takes at most {most}"):
        sheet(**{field: "ก" * (most + 1)})


@pytest.mark.parametrize("place", [0, 10])
def test_a_rank_outside_its_group_is_refused(place):
    with pytest.raises(ValueError, match=f"found {place} of 9"):
        Rank(place, 9, "กลุ่ม")


def test_the_file_is_accessible_lasting_and_the_same_each_time():
    written = write_sheet(sheet(), format="pdf", written_on=DAY)
    assert b"pdfaid" in written
    assert b"pdfuaid" in written
    assert pypdfium2.PdfDocument(written).is_tagged()
    assert written == write_sheet(sheet(), format="pdf", written_on=DAY)


def test_word_gets_it_too():
    written = write_sheet(sheet(), format="docx", written_on=DAY)
    with ZipFile(BytesIO(written)) as package:
        words = package.read("word/document.xml").decode()
        pictures = [name for name in package.namelist() if name.endswith(".png")]
    assert "๙๗.๐๐" in words
    assert len(pictures) == 2, "the code and the indicators"
    assert written == write_sheet(sheet(), format="docx", written_on=DAY)

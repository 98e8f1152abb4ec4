"""The analysis report says what the figures say, in both formats, for any depth of knowledge."""

import io
import re
from datetime import date
from decimal import Decimal

import docx
import pypdfium2
import pytest

from prongsai.papers.analysis_report import write_analysis
from prongsai.papers.analysis_report.contents import gather_contents
from prongsai.rulebook.disclosure_scoring import score_verdicts
from prongsai.rulebook.evidence import TOTAL, Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import score_agency

NAME = "เทศบาลเมืองตัวอย่าง"
DAY = date(2026, 6, 5)
QUESTIONS = {"i2": "93.13", "i1": "95.76", "i3": "100"}
BROUGHT = {
    "2": "96.50",
    "3": "99.46",
    "4": "94.48",
    "5": "96.09",
    "6": "95.25",
    "7": "93.25",
    "8": "91.73",
    "9": "100",
    "10": "100",
}


def result_of(year, *, questions=(), indicators=(), instruments=(), verdicts=None):
    loaded = load_year(year)
    figures = {Place(Instrument.IIT, code): Decimal(value) for code, value in dict(questions).items()}
    figures |= {indicator_place(int(number)): Decimal(value) for number, value in dict(indicators).items()}
    figures |= {instrument_place(Instrument(name)): Decimal(value) for name, value in dict(instruments).items()}
    figures |= score_verdicts(loaded, verdicts or {})
    return score_agency(loaded, figures)


def town():
    return result_of(2568, questions=QUESTIONS, indicators=BROUGHT, instruments={"EIT1": "94.51", "EIT2": "92.32"})


def pdf_text(content):
    pages = pypdfium2.PdfDocument(content)
    return re.sub(r"\s+", " ", " ".join(page.get_textpage().get_text_range() for page in pages))


def squeezed(text):
    return re.sub(r"\s+", "", text)


def docx_text(content):
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def text_of(result, *, kind="pdf", **options):
    content = write_analysis(result, agency_name=NAME, format=kind, written_on=DAY, **options)
    return squeezed(pdf_text(content) if kind == "pdf" else docx_text(content))


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_result_level_and_reason_stand_in_both_formats(kind):
    text = text_of(town(), kind=kind)
    assert "ได้คะแนนรวม๙๗.๐๐คะแนนระดับผ่านดี" in text
    assert "ยังไม่ถึงระดับผ่านดีเยี่ยมเพราะEITส่วนที่๑ได้๙๔.๕๑ต่ำกว่า๙๕.๐๐" in text


def test_arabic_digits_come_on_request():
    text = text_of(town(), digits="arabic")
    assert "ได้คะแนนรวม97.00คะแนน" in text
    assert not re.search("[๐-๙]", text)


def test_a_weak_question_has_its_issue_its_advice_and_the_items_of_its_year():
    text = text_of(town(), digits="arabic")
    advice = load_year(2568).recommendations["i2"]
    assert squeezed(advice.issue_th) in text
    assert squeezed(advice.advice_th) in text
    assert "(อ้างอิงO10,O8,O9)" in text
    assert "รักษาระดับนี้ไว้" in text


def test_every_indicator_has_a_measure_with_steps_and_a_period_of_the_next_year():
    contents = gather_contents(town(), agency_name=NAME, before=None, history=())
    assert {planned.indicator for planned in contents.measures} == set(range(1, 11))
    text = text_of(town(), digits="arabic")
    assert "ต.ค.2568-ก.ย.2569" in text
    for planned in contents.measures:
        assert squeezed(planned.measure.title_th) in text
        assert all(squeezed(step) in text for step in planned.measure.steps_th)


def test_a_broken_comparison_is_never_called_a_rise():
    before = result_of(2567, indicators=dict.fromkeys("12345678", "70") | {"9": "100", "10": "100"})
    text = text_of(town(), before=before, digits="arabic")
    assert "8.การปรับปรุงการทำงาน70.0091.73เทียบไม่ได้" in text
    assert "7.ประสิทธิภาพการสื่อสาร70.0093.25เพิ่มขึ้น23.25" in text
    assert "การปรับปรุงการทำงานเพิ่มขึ้นจาก" not in text


def test_totals_of_2566_and_2567_are_not_compared():
    indicators = dict.fromkeys("12345678", "90") | {"9": "100", "10": "100"}
    text = text_of(result_of(2567, indicators=indicators), before=result_of(2566, indicators=indicators))
    assert "คะแนนของสองปีจึงเทียบกันไม่ได้" in text


def test_an_open_level_says_at_least_and_what_is_missing():
    indicators = BROUGHT | {"1": "84.17", "8": "79.44"}
    text = text_of(result_of(2567, indicators=indicators), digits="arabic")
    assert "อย่างน้อยระดับผ่าน" in text
    assert "เพราะไม่ทราบคะแนนEITส่วนที่1และEITส่วนที่2" in text


def test_a_weak_indicator_without_questions_gets_all_its_advice():
    result = result_of(2567, indicators=BROUGHT | {"1": "96", "8": "79.44"})
    contents = gather_contents(result, agency_name=NAME, before=None, history=())
    assert contents.unseen == (8,)
    assert [p.question for p in contents.measures if p.indicator == 8] == ["e7", "e8", "e9"]
    assert "ประเด็นที่ควรสอบทาน" in text_of(result)


def test_an_agency_that_knows_only_its_total_gets_a_report():
    text = text_of(score_agency(load_year(2568), {TOTAL: Decimal("84.19")}), digits="arabic")
    assert "ได้คะแนนรวม84.19คะแนนระดับต้องปรับปรุง" in text
    assert "ไม่ทราบคะแนนรายข้อคำถาม" in text


def test_an_agency_that_knows_nothing_gets_a_report_too():
    assert "ยังตัดสินระดับไม่ได้" in text_of(score_agency(load_year(2568), {}))


def test_missed_items_are_listed_with_their_cost():
    verdicts = {code: code not in {"o1", "o21"} for code in load_year(2568).items}
    text = text_of(result_of(2568, verdicts=verdicts, indicators={}), digits="arabic")
    assert "ข้อOITที่ยังไม่ครบถ้วน" in text
    assert text.index("O21ประกาศเจตนารมณ์") < text.index("O1โครงสร้าง")


def test_missed_items_become_steps_of_a_measure():
    verdicts = {code: code not in {"o1", "o2", "o21"} for code in load_year(2568).items}
    contents = gather_contents(result_of(2568, verdicts=verdicts), agency_name=NAME, before=None, history=())
    planned = [(p.indicator, p.items) for p in contents.measures if p.items and p.question is None]
    assert planned == [(9, ("o1", "o2")), (10, ("o21",))]


def test_a_goal_lies_above_what_a_question_has_already():
    others = {"1": "96.30"} | {number: value for number, value in BROUGHT.items() if number != "5"}
    result = result_of(2568, questions={"i14": "96.00", "i13": "100", "i15": "100"}, indicators=others)
    contents = gather_contents(result, agency_name=NAME, before=None, history=())
    (planned,) = [p for p in contents.measures if p.question == "i14"]
    assert "96.00" in planned.measure.success_th
    assert "95.00" not in planned.measure.success_th


def test_a_letter_stands_apart_from_the_word_level():
    indicators = {str(number): "90" for number in range(1, 11)}
    content = write_analysis(result_of(2564, indicators=indicators), agency_name=NAME, format="docx", written_on=DAY)
    assert "คะแนน ระดับ A" in docx_text(content)


def test_what_is_unknown_is_not_called_none():
    assert "ทราบคะแนน1จาก10ตัวชี้วัด" in text_of(result_of(2568, indicators={"8": "91.73"}), digits="arabic")


def test_every_item_missed_and_a_very_long_name_still_fit():
    result = result_of(2567, verdicts=dict.fromkeys(load_year(2567).items, False))
    name = "องค์การบริหารส่วนตำบล" + "หนองน้ำใสไหลเย็นเห็นตัวปลา" * 5
    content = write_analysis(result, agency_name=name, format="pdf", written_on=DAY)
    assert squeezed(pdf_text(content)).count("O๓๕") >= 1
    assert write_analysis(result, agency_name=name, format="docx", written_on=DAY)


def test_a_contradiction_goes_into_the_notes():
    result = result_of(2568, questions=QUESTIONS | {"i2": "93.30"}, indicators=BROUGHT | {"1": "96.30"})
    assert "มีผู้ระบุไว้96.30แต่คะแนนส่วนประกอบคิดได้96.35" in text_of(result, digits="arabic")


def test_the_history_breaks_where_years_cannot_be_compared():
    history = [(2566, Decimal("87.40")), (2567, Decimal("93.71")), (2568, Decimal("97.00"))]
    assert "ผลย้อนหลัง" in text_of(town(), history=history)


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_the_same_result_gives_the_same_bytes(kind):
    def once():
        return write_analysis(town(), agency_name=NAME, format=kind, written_on=DAY)

    assert once() == once()


@pytest.mark.parametrize("year", range(2563, 2570))
def test_every_year_can_be_reported_on(year):
    indicators = {str(number): "88.88" for number in range(1, 11)} | {"2": "70"}
    assert str(year) in text_of(result_of(year, indicators=indicators), digits="arabic")

"""The plan says what was decided, in both formats and both forms, and is a draft until approved."""

import io
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import docx
import pypdfium2
import pytest

from prongsai.papers.content import Table, plain_text
from prongsai.papers.measures_plan import plan_document, write_plan
from prongsai.papers.measures_plan.contents import (
    ConstraintGroup,
    IndicatorPlan,
    Measure,
    PlanContents,
    QuestionLine,
    Topic,
)
from prongsai.rulebook.loading import load_year
from prongsai.thai.periods import fiscal_year_bounds

DAY = date(2026, 6, 5)
YEAR = load_year(2568)
COLUMNS = [
    "ที่",
    "ตัวชี้วัด",
    "มาตรการ/แนวทาง",
    "ขั้นตอนหรือวิธีการปฏิบัติ",
    "ระยะเวลาดำเนินการ",
    "หน่วยงานผู้รับผิดชอบ",
    "การติดตาม/รายงานผล",
]
TOPIC_COLUMNS = ["ประเด็น", "ข้อบกพร่อง", "มาตรการ โครงการ หรือกิจกรรม", "ขั้นตอนหรือวิธีการปฏิบัติ", "ระยะเวลา", "ผู้รับผิดชอบ"]


def measure_of(recommendation, **changed):
    proposed = recommendation.measure
    measure = Measure(
        title=proposed.title_th,
        steps=(*proposed.steps_th, "สรุปผลเสนอผู้บริหาร")[:4],
        period=fiscal_year_bounds(2569),
        unit=proposed.units_th[0],
        other_units=proposed.units_th[1:],
        budget=Decimal(20000),
        success=proposed.success_th,
        follow_up=proposed.follow_up_th,
        origin=f"ข้อ {recommendation.question}",
        topic=recommendation.improvement_topic,
    )
    return replace(measure, **changed)


def indicator_plan(number):
    indicator = YEAR.indicators[number]
    questions = [q for survey in YEAR.surveys for q in survey.questions if q.indicator == number]
    advice = [YEAR.recommendations[question.code] for question in questions] or list(YEAR.recommendations.values())
    lines = [
        QuestionLine(q.code, indicator.instrument.value, q.topic_th, Decimal("93.13"), *said)
        for q, said in zip(questions, [(a.issue_th, a.advice_th) for a in advice][:1] + [("", "")] * 2, strict=False)
    ]
    measures = tuple(map(measure_of, advice[:2]))
    return IndicatorPlan(
        number, indicator.name_th, indicator.instrument.value, Decimal("96.50"), tuple(lines), measures
    )


def town(**changed):
    contents = PlanContents(
        agency_name="เทศบาลเมืองตัวอย่าง",
        place="อำเภอตัวอย่าง จังหวัดตัวอย่าง",
        plan_year=2569,
        result_year=2568,
        total=Decimal("97.00"),
        level="ระดับผ่านดี",
        version=2,
        indicators=tuple(map(indicator_plan, YEAR.indicators)),
        topics=tuple(Topic(topic.number, topic.name_th, ("ประชาชนหาช่องทางไม่พบ",)) for topic in YEAR.advice.topics),
        findings=("ตัวชี้วัดที่ 8 ต่ำที่สุดในสิบตัวชี้วัด",),
        constraints=(ConstraintGroup("ข้อจำกัดด้านบุคลากร", ("ผู้รับผิดชอบย้ายระหว่างปี", "มีนักวิชาการคอมพิวเตอร์คนเดียว")),),
    )
    return replace(contents, **changed)


def squeezed(text):
    return re.sub(r"\s+", "", text)


def text_of(contents, *, kind="pdf", **options):
    content = write_plan(contents, format=kind, written_on=DAY, **options)
    if kind == "pdf":
        pages = pypdfium2.PdfDocument(content)
        return squeezed(" ".join(page.get_textpage().get_text_range() for page in pages))
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    footers = [paragraph.text for section in document.sections for paragraph in section.footer.paragraphs]
    return squeezed("\n".join([*(p.text for p in document.paragraphs), *cells, *footers]))


def table_heads(contents, **options):
    document = plan_document(contents, "arabic", **options)
    tables = [(s.landscape, b) for s in document.sections for b in s.blocks if isinstance(b, Table)]
    return {tuple(plain_text(column.header) for column in table.columns): wide for wide, table in tables}


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_result_measures_steps_and_constraints_stand_in_both_formats(kind):
    text = text_of(town(), kind=kind)
    assert "ได้คะแนนรวม๙๗.๐๐คะแนนระดับผ่านดี" in text
    assert "จึงกำหนดมาตรการ๒๐มาตรการสำหรับ๑๐ตัวชี้วัด" in text
    assert "ต.ค.๒๕๖๘-ก.ย.๒๕๖๙" in text
    assert "งบประมาณ๒๐,๐๐๐บาท" in text
    assert "มีนักวิชาการคอมพิวเตอร์คนเดียว" in text
    assert "รักษาระดับนี้ไว้" in text


def test_every_measure_keeps_its_steps_origin_success_and_follow_up():
    text = text_of(town(), digits="arabic")
    for measure in town().measures:
        assert squeezed(f"{measure.title}(จาก{measure.origin})") in text
        assert all(squeezed(step) in text for step in (*measure.steps, measure.success, measure.follow_up))


def test_the_table_into_practice_has_the_columns_of_the_form_and_lies_across():
    assert table_heads(town())[tuple(COLUMNS)]


def test_the_seven_topics_form_has_its_columns_and_every_measure():
    assert table_heads(town(), form="seven-topics")[tuple(TOPIC_COLUMNS)]
    text = text_of(town(), form="seven-topics", digits="arabic")
    assert all(squeezed(topic.name_th) in text for topic in YEAR.advice.topics)
    assert all(squeezed(measure.title) in text for measure in town().measures)


def test_a_topic_without_measures_and_a_measure_without_a_topic_both_show():
    lone = IndicatorPlan(1, "การปฏิบัติหน้าที่", "IIT", None, (), (Measure("มาตรการลอย", ("ทำ",), None, "กองคลัง"),))
    text = text_of(town(indicators=(lone,)), form="seven-topics")
    assert text.count("ยังไม่มีมาตรการโปรดเพิ่มก่อนเสนออนุมัติ") == 7
    assert "ประเด็นอื่น" in text
    assert "มาตรการลอย" in text


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_a_draft_says_so_on_its_pages_until_it_is_approved(kind):
    assert "ร่างฉบับที่๒ยังไม่ได้รับอนุมัติ" in text_of(town(), kind=kind)
    approved = text_of(town(approved_on=DAY), kind=kind)
    assert "ร่าง" not in approved
    assert "ประกาศณวันที่๕มิถุนายนพ.ศ.๒๕๖๙" in approved


def test_an_indicator_without_a_measure_says_that_one_is_missing():
    bare = IndicatorPlan(9, "การเปิดเผยข้อมูล", "OIT", Decimal(100))
    text = text_of(town(indicators=(bare,)))
    assert "ยังไม่มีมาตรการโปรดเพิ่มก่อนเสนออนุมัติ" in text
    assert "หน่วยงานยังไม่ได้ระบุข้อจำกัด" in text_of(town(constraints=()))


def test_an_unknown_result_is_not_invented():
    assert "โดยยังไม่ทราบคะแนนรวม" in text_of(town(total=None, level=""))


def test_a_free_measure_says_so_and_nothing_is_said_of_an_unknown_budget():
    free, silent = (
        IndicatorPlan(1, "การปฏิบัติหน้าที่", "IIT", None, (), (measure_of(YEAR.recommendations["i1"], budget=budget),))
        for budget in (Decimal(0), None)
    )
    assert "ไม่ใช้งบประมาณ" in text_of(town(indicators=(free,)))
    assert "งบประมาณ๒๐" not in text_of(town(indicators=(silent,), findings=()))


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_a_row_of_several_pages_and_very_long_names_still_fit(kind):
    endless = measure_of(YEAR.recommendations["i2"], steps=(YEAR.recommendations["i2"].advice_th * 3,) * 25)
    long = IndicatorPlan(1, "การปฏิบัติหน้าที่", "IIT", None, (), (endless,))
    text = text_of(town(indicators=(long,), agency_name="องค์การบริหารส่วนตำบล" + "หนองน้ำใสไหลเย็น" * 8), kind=kind)
    assert text.count(squeezed(YEAR.recommendations["i2"].advice_th[:40])) == 75


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_the_same_plan_gives_the_same_bytes(kind):
    def once():
        return write_plan(town(), format=kind, written_on=DAY)

    assert once() == once()


@pytest.mark.parametrize("form", ["indicators", "seven-topics"])
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_measure_says_the_findings_that_it_answers_to(form, kind):
    indicator = indicator_plan(1)
    answering = replace(indicator.measures[0], findings=("คิวยาวช่วงสิ้นเดือน", "ไม่มีป้ายบอกขั้นตอน"))
    contents = town(indicators=(replace(indicator, measures=(answering,)),))
    said = text_of(contents, kind=kind, form=form)
    assert "ข้อค้นพบ:คิวยาวช่วงสิ้นเดือน" in said
    assert "ข้อค้นพบ:ไม่มีป้ายบอกขั้นตอน" in said

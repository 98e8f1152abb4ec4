"""An office's words take the place of what was written, and of nothing else."""

from prongsai.papers.content import (
    BulletList,
    Document,
    Heading,
    Item,
    NumberedList,
    Paragraph,
    Roster,
    RosterLine,
    Run,
    Section,
)
from prongsai.papers.rewording import Passage, lines_of, passages, reworded

PAPER = Document(
    title="เอกสาร",
    sections=(
        Section((Paragraph("ขึ้นต้น", key="opening/why"), Heading("1. ภาพรวม"), Paragraph("ไม่มีชื่อ"))),
        Section((
            Heading("2. ผล"),
            Paragraph(("ได้ ", Run("97.00", bold=True), " คะแนน"), style="note", key="result/total"),
            Heading("2.1 จุดแข็ง", level=2),
            BulletList(("หนึ่ง", Item("สอง")), key="result/strengths"),
        )),
    ),
)  # fmt: skip


def blocks(document):
    return [block for section in document.sections for block in section.blocks]


def test_passages_are_what_has_a_key_under_the_heading_above_it():
    assert passages(PAPER) == (
        Passage("opening/why", "", "ขึ้นต้น"),
        Passage("result/total", "2. ผล", "ได้ 97.00 คะแนน", part="2. ผล"),
        Passage("result/strengths", "2.1 จุดแข็ง", "หนึ่ง\nสอง", is_list=True, part="2. ผล"),
    )
    assert [passage.section for passage in passages(PAPER)] == ["opening", "result", "result"]


def test_words_take_the_place_of_a_paragraph_and_keep_its_look():
    told = reworded(PAPER, {"result/total": "คะแนนรวม 97.00\n\nสูงกว่าปีก่อน"})
    said = [block for block in blocks(told) if isinstance(block, Paragraph) and block.key == "result/total"]
    assert [(block.text, block.style) for block in said] == [("คะแนนรวม 97.00", "note"), ("สูงกว่าปีก่อน", "note")]
    assert [block for block in blocks(told) if block not in said] == [
        block for block in blocks(PAPER) if getattr(block, "key", "") != "result/total"
    ]


def test_a_list_takes_a_line_for_each_entry():
    told = reworded(PAPER, {"result/strengths": "- จุดแข็งใหม่\n   \n-2.5 ก็ยังอยู่"})
    assert blocks(told)[-1].items == ("จุดแข็งใหม่", "-2.5 ก็ยังอยู่")


def test_numbered_steps_and_those_appointed_are_lists_too():
    steps = NumberedList(("หนึ่ง", "สอง"), pattern="({})", key="order/tasks")
    appointed = Roster((RosterLine("ปลัด", "ประธาน"), RosterLine("เจ้าหน้าที่", "")), key="order/appointed")
    order = Document(title="คำสั่ง", sections=(Section((steps, appointed)),))
    assert [passage.text for passage in passages(order)] == ["หนึ่ง\nสอง", "ปลัด : ประธาน\nเจ้าหน้าที่"]
    told = reworded(order, {"order/tasks": "- ก\n- ข\n- ค", "order/appointed": "รองปลัด : เวร : ประธาน\nผู้ช่วย"})
    assert blocks(told) == [
        NumberedList(("ก", "ข", "ค"), pattern="({})", key="order/tasks"),
        Roster((RosterLine("รองปลัด : เวร", "ประธาน"), RosterLine("ผู้ช่วย", "")), key="order/appointed"),
    ]


def test_no_words_and_unknown_keys_change_nothing():
    assert reworded(PAPER, {}) == PAPER
    assert reworded(PAPER, {"result/total": " \n ", "gone/passage": "ข้อความ", "": "ไม่มีชื่อ"}) == PAPER


def test_blank_lines_say_nothing():
    assert lines_of("  ก \r\n\r\n- ข\n") == ("ก", "ข")

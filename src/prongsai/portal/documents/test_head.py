"""What is typed on a paper stands on it, and whoever has not spoken gets lines to write on."""

from datetime import date

from prongsai.papers.content import Document, FormLine, Paragraph, Section, Signature
from prongsai.portal.documents.head import Head, Signer, as_plain, from_plain, signatures_of, with_head_lines

DAY = date(2026, 6, 5)
PAPER = Document(title="เอกสาร", sections=(Section((Paragraph("เนื้อความ"),)), Section(())))


def labels(document):
    return [
        [(field.label, field.value) for field in block.fields]
        for block in document.sections[0].blocks
        if isinstance(block, FormLine)
    ]


def test_what_is_typed_stands_above_the_first_section():
    head = Head(number="ตย 1/2569", dated=DAY, subject="รายงาน", addressee="นายก")
    told = with_head_lines(PAPER, head)
    assert labels(told) == [
        [("ที่", "ตย 1/2569"), ("วันที่", "5 มิถุนายน 2569")],
        [("เรื่อง", "รายงาน")],
        [("เรียน", "นายก")],
    ]
    assert told.sections[0].blocks[-1] == Paragraph("เนื้อความ")
    assert told.sections[1] == PAPER.sections[1]


def test_nothing_typed_changes_nothing():
    assert with_head_lines(PAPER, Head()) == PAPER
    assert labels(with_head_lines(PAPER, Head(number="1"))) == [[("ที่", "1"), ("วันที่", "")]]


def test_who_prepared_is_not_asked_the_last_orders_and_who_has_spoken_needs_no_lines():
    chain = (
        Signer(role="ผู้จัดทำ", name="ก"),
        Signer(role="ผู้ตรวจสอบ"),
        Signer(role="ผู้เห็นชอบ", opinion="ดี", acting_for="รักษาราชการแทน"),
        Signer(post="นายก", order="approved", opinion="ดำเนินการ", dated=DAY),
    )
    prepared, checked, agreed, ordered = signatures_of(chain, ())
    assert (prepared.opinion, prepared.name) == ("", "ก")
    assert (checked.opinion, checked.opinion_lines) == ("ความเห็น", 2)
    assert (agreed.opinion, agreed.opinion_lines, agreed.acting) == ("ความเห็น: ดี", 0, "รักษาราชการแทน")
    assert ordered.opinion == "ความเห็น: ดำเนินการ · คำสั่ง: อนุมัติ"
    assert ordered.dated == "5 มิถุนายน 2569"


def test_one_alone_is_asked_and_nobody_leaves_the_kinds_own_chain():
    assert [s.opinion for s in signatures_of((Signer(post="นายก"),), ())] == ["คำสั่ง"]
    assert signatures_of((), (Signature(role="ผู้รายงาน"),)) == (Signature(role="ผู้รายงาน"),)


def test_the_last_of_the_chain_speaks_and_a_typed_date_stays():
    head = Head(chain=(Signer(role="ผู้จัดทำ"), Signer(post="นายก", opinion="เดิม")))
    spoken = head.ordered(order="noted", opinion="", on=DAY)
    assert spoken.chain == (Signer(role="ผู้จัดทำ"), Signer(post="นายก", opinion="เดิม", order="noted", dated=DAY))
    assert spoken.ordered(order="agreed", opinion="ใหม่", on=date(2026, 7, 1)).chain[-1].dated == DAY
    assert Head().ordered(order="approved", opinion="", on=DAY) == Head()


def test_a_frozen_head_comes_back_whole():
    head = Head("1", DAY, "ก", "ข", "arabic", (Signer(post="นายก", order="noted", dated=DAY),))
    assert from_plain(as_plain(head)) == head

"""The form of an order as blocks."""

from dataclasses import replace

from prongsai.papers.announcement.layout import head_blocks, signed_blocks
from prongsai.papers.content import (
    Block,
    NumberedList,
    Paragraph,
    Roster,
    RosterLine,
    SignatureBlock,
)
from prongsai.papers.order.contents import Member, OrderContents
from prongsai.thai.dates import format_signed_date

OPEN_NUMBER = "........"


def order_blocks(contents: OrderContents) -> tuple[Block, ...]:
    """Head, ground, those appointed, their duties, since when, day and signature."""
    number = f"ที่ {contents.number or OPEN_NUMBER}/{contents.year}"
    title = f"คำสั่ง{contents.agency_name}"
    return (
        *head_blocks(title, contents.subject, number=number, emblem=contents.emblem),
        Paragraph(contents.preamble, key="order/ground"),
        Paragraph(f"องค์ประกอบของ{contents.body_name}", style="plain", keep_with_next=True, key="order/members"),
        Roster(tuple(map(_appointed, contents.members)), key="order/appointed"),
        Paragraph(f"ให้{contents.body_name}มีหน้าที่ ดังต่อไปนี้", key="order/duties", keep_with_next=True),
        NumberedList(contents.duties, key="order/tasks"),
        Paragraph(_effective(contents), key="order/effective", keep_with_next=True),
        *signed_blocks("สั่ง", contents.ordered_on),
        SignatureBlock((replace(contents.signature, role="", opinion="", choices=(), dated="", bare=True),)),
    )


def _appointed(member: Member) -> RosterLine:
    who = f"{member.name} {member.post}" if member.name else member.post
    return RosterLine(who, member.duty)


def _effective(contents: OrderContents) -> str:
    if contents.effective_from is None:
        return "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป"
    return f"ทั้งนี้ ตั้งแต่วันที่ {format_signed_date(contents.effective_from)} เป็นต้นไป"

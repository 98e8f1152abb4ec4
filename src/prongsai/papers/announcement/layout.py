"""The form of an announcement as blocks; an order has the same head."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from prongsai.papers.announcement.contents import AnnouncementContents
from prongsai.papers.content import Block, Emblem, Heading, Paragraph, Rule, Run, SignatureBlock
from prongsai.papers.content_forms import EMBLEM_CM
from prongsai.thai.dates import format_signed_date

HEAD_SIZE = 18.0
OPEN_DAY = "........ เดือน ........................ พ.ศ. .........."


def announcement_blocks(contents: AnnouncementContents) -> tuple[Block, ...]:
    """Head, body, day and signature."""
    return (
        *head_blocks(f"ประกาศ{contents.agency_name}", contents.subject, emblem=contents.emblem),
        *contents.note,
        *_with_the_signature(contents.body),
        *signed_blocks("ประกาศ", contents.announced_on),
        SignatureBlock((replace(contents.signature, role="", opinion="", choices=(), dated="", bare=True),)),
    )


def _with_the_signature(body: Sequence[Block]) -> Iterator[Block]:
    """No signature stands on a page without a word of what is signed."""
    for place, block in enumerate(body, 1):
        yield replace(block, keep_with_next=True) if place == len(body) and isinstance(block, Paragraph) else block


def head_blocks(
    title: str, subject: Sequence[str], *, number: str = "", emblem: bytes | None = None
) -> Iterator[Block]:
    """Emblem, title, number where there is one, subject, and the short line under them."""
    yield Emblem(EMBLEM_CM, emblem)
    yield Heading(_head(title), align="centre", tight=True)
    lines = [*([number] if number else []), f"เรื่อง {subject[0]}", *subject[1:]]
    yield from (Paragraph(_head(line), style="centre", keep_with_next=True) for line in lines)
    yield Rule()


def signed_blocks(verb: str, day: date | None) -> Iterator[Block]:
    """`ประกาศ ณ วันที่ 5 มิถุนายน พ.ศ. 2569`, with dots while the day is open."""
    said = OPEN_DAY if day is None else format_signed_date(day)
    yield Paragraph(f"{verb} ณ วันที่ {said}", style="centre", keep_with_next=True)


def _head(line: str) -> Run:
    return Run(line, bold=True, size=HEAD_SIZE)

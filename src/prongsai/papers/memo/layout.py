"""Form 29 as blocks: head on dotted lines, parts of the body, signature, the boxes of those asked after it."""

from collections.abc import Iterator
from dataclasses import replace

from prongsai.papers import typography as measures
from prongsai.papers.content import Block, Emblem, FormField, FormLine, Heading, Paragraph, Run, SignatureBlock
from prongsai.papers.content_forms import EMBLEM_OF_MEMO_CM
from prongsai.papers.memo.contents import MemoContents
from prongsai.thai.dates import format_date

TITLE = "บันทึกข้อความ"
PART_SIZE = 16.0
HALF = 0.5


def memo_blocks(contents: MemoContents) -> tuple[Block, ...]:
    """The whole memo from its title to the last box."""
    return (
        Emblem(EMBLEM_OF_MEMO_CM, contents.emblem, title=TITLE),
        *_head(contents),
        *_parts(contents),
        Paragraph(contents.closing, key="closing/so-reported", keep_with_next=True),
        SignatureBlock((replace(contents.signature, bare=True),)),
        *_boxes(contents),
    )


def _head(contents: MemoContents) -> Iterator[Block]:
    day = "" if contents.dated is None else format_date(contents.dated)
    yield FormLine((FormField(_word("ส่วนราชการ"), _office(contents)),))
    yield FormLine((FormField(_word("ที่"), contents.number, HALF), FormField(_word("วันที่"), day, HALF)))
    yield FormLine((FormField(_word("เรื่อง"), contents.subject),))
    yield FormLine((FormField(Run("เรียน"), contents.addressee),), dotted=not contents.addressee)
    if contents.enclosures:
        yield FormLine((FormField(Run("สิ่งที่ส่งมาด้วย"), _enclosures(contents)),), dotted=False)


def _boxes(contents: MemoContents) -> tuple[Block, ...]:
    """Two side by side; three fit one line too, which saves a page."""
    if not contents.opinions:
        return ()
    return (SignatureBlock(contents.opinions, columns=3 if len(contents.opinions) % 3 == 0 else 2),)


def _word(word: str) -> Run:
    return Run(word, bold=True, size=measures.MEMO_HEAD_SIZE)


def _office(contents: MemoContents) -> str:
    """`สำนักปลัดเทศบาล เทศบาลเมือง… โทร. 0 3555 0000`."""
    phone = f"โทร. {contents.phone}" if contents.phone else ""
    return " ".join(word for word in (contents.unit, contents.agency_name, phone) if word)


def _enclosures(contents: MemoContents) -> str:
    """One alone needs no number."""
    if len(contents.enclosures) == 1:
        return contents.enclosures[0]
    return "\n".join(f"{number}. {enclosure}" for number, enclosure in enumerate(contents.enclosures, 1))


def _parts(contents: MemoContents) -> Iterator[Block]:
    parts = (
        ("เรื่องเดิม", contents.origin),
        ("ข้อเท็จจริง", contents.facts),
        ("ข้อกฎหมาย/ระเบียบ", contents.legal_basis),
        ("ข้อพิจารณา/เสนอแนะ", contents.proposal),
    )
    for name, blocks in parts:
        if blocks and contents.form == "headed":
            yield Heading(Run(name, bold=True, size=PART_SIZE), level=2, tight=True)
        yield from blocks

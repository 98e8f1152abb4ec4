"""What a memo says: its head, the parts of its body, who signs and who is asked after that."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from prongsai.papers.content import Block, Signature
from prongsai.papers.posts import head_of, permanent_head_of

MemoForm = Literal["headed", "three-part"]
"""`headed`: เรื่องเดิม, ข้อเท็จจริง, … each under its name; `three-part`: the same parts running on without names."""

ORDERS = ("ทราบ", "อนุมัติ", "อื่น ๆ")
LINES_BY_HAND = 1


def usual_chain(agency_name: str) -> tuple[Signature, ...]:
    """Head of unit, permanent head, executive; their posts where the agency's name tells them."""
    return (
        Signature(opinion="ความเห็นหัวหน้าส่วนราชการ", opinion_lines=LINES_BY_HAND),
        Signature(
            opinion="ความเห็นปลัดหรือรองผู้บริหาร",
            post=permanent_head_of(agency_name),
            opinion_lines=LINES_BY_HAND,
        ),
        Signature(opinion="คำสั่งผู้บริหาร", choices=ORDERS, post=head_of(agency_name), opinion_lines=LINES_BY_HAND),
    )


@dataclass(frozen=True, slots=True)
class MemoContents:
    """Everything that a memo says. Whatever is empty in the head leaves dots to fill in by hand.

    `unit` is who writes within the agency, `number` what stands after "ที่". The parts are blocks of the content
    model; `legal_basis` may stay empty, and so may any other. `opinions` are the boxes after the signature, in the
    order in which they are asked. `emblem` is the agency's own SVG or PNG of the emblem: without one, 1.5 cm of paper
    stay empty for it.
    """

    agency_name: str
    subject: str
    origin: tuple[Block, ...] = ()
    facts: tuple[Block, ...] = ()
    legal_basis: tuple[Block, ...] = ()
    proposal: tuple[Block, ...] = ()
    closing: str = "จึงเรียนมาเพื่อโปรดทราบและพิจารณา"
    unit: str = ""
    phone: str = ""
    number: str = ""
    dated: date | None = None
    addressee: str = ""
    enclosures: tuple[str, ...] = ()
    signature: Signature = field(default_factory=Signature)
    opinions: tuple[Signature, ...] = field(default_factory=lambda: usual_chain(""))
    form: MemoForm = "headed"
    emblem: bytes | None = None

"""What is typed on a paper: number, date, subject, addressee, digits, who signs. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import msgspec

from prongsai.papers.content import Document, FormField, FormLine, Signature, Spacer
from prongsai.thai.dates import format_date
from prongsai.thai.numerals import DigitStyle

ORDER_WORDS = {"noted": "ทราบ", "agreed": "เห็นชอบ", "approved": "อนุมัติ"}
"""In papers, which are Thai whatever the page's language."""

OPINION, ORDER = "ความเห็น", "คำสั่ง"
LINES_BY_HAND = 2


@dataclass(frozen=True, slots=True)
class Signer:
    """One of the chain; `order` is a key of `ORDER_WORDS` or empty."""

    role: str = ""
    post: str = ""
    name: str = ""
    acting_for: str = ""
    opinion: str = ""
    order: str = ""
    dated: date | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """All that is typed on a paper; empty means that it was not typed."""

    number: str = ""
    dated: date | None = None
    subject: str = ""
    addressee: str = ""
    digits: DigitStyle = "thai"
    chain: tuple[Signer, ...] = ()

    def ordered(self, *, order: str, opinion: str, on: date) -> "Head":
        """The head once the last of the chain has spoken; a date that was typed stays."""
        if not self.chain:
            return self
        last = self.chain[-1]
        spoken = replace(last, order=order, opinion=opinion or last.opinion, dated=last.dated or on)
        return replace(self, chain=(*self.chain[:-1], spoken))


def signatures_of(chain: Sequence[Signer], otherwise: tuple[Signature, ...]) -> tuple[Signature, ...]:
    """The chain as a paper prints it; where none was typed, the kind's own with dots to fill in."""
    last = len(chain) - 1
    return tuple(_asked(signer, place, last) for place, signer in enumerate(chain)) or otherwise


def signature_of(signer: Signer) -> Signature:
    """One of the chain with what she has said; who has spoken needs no lines to write on."""
    return Signature(
        role=signer.role,
        name=signer.name,
        post=signer.post,
        acting=signer.acting_for,
        dated="" if signer.dated is None else format_date(signer.dated),
        opinion=_said(signer),
        opinion_lines=0,
    )


def with_head_lines(document: Document, head: Head) -> Document:
    """The document with number, date, subject and addressee above its first section, as far as they were typed."""
    lines = tuple(_head_lines(head))
    if not lines or not document.sections:
        return document
    first, *others = document.sections
    return replace(document, sections=(replace(first, blocks=(*lines, Spacer(0.5), *first.blocks)), *others))


def as_plain(head: Head) -> dict[str, Any]:
    """The head as JSON holds it; dates are text."""
    plain: dict[str, Any] = msgspec.to_builtins(head)
    return plain


def from_plain(plain: object) -> Head:
    """Read a frozen head back."""
    return msgspec.convert(plain, type=Head, strict=False)


def _head_lines(head: Head) -> Iterator[FormLine]:
    if head.number or head.dated:
        day = "" if head.dated is None else format_date(head.dated)
        yield FormLine((FormField("ที่", head.number), FormField("วันที่", day)))
    if head.subject:
        yield FormLine((FormField("เรื่อง", head.subject),))
    if head.addressee:
        yield FormLine((FormField("เรียน", head.addressee),))


def _asked(signer: Signer, place: int, last: int) -> Signature:
    """Whoever has not spoken gets lines to write on; who prepared the paper, the first of several, is not asked."""
    signature = signature_of(signer)
    if signature.opinion or (place == 0 and last):
        return signature
    return replace(signature, opinion=ORDER if place == last else OPINION, opinion_lines=LINES_BY_HAND)


def _said(signer: Signer) -> str:
    parts = [
        signer.opinion and f"{OPINION}: {signer.opinion}",
        signer.order and f"{ORDER}: {ORDER_WORDS[signer.order]}",
    ]
    return " · ".join(part for part in parts if part)

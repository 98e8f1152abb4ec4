"""What an announcement says: of whom, on what, why and what, since when, and who signs."""

from dataclasses import dataclass, field
from datetime import date

from prongsai.papers.content import Block, Signature


@dataclass(frozen=True, slots=True)
class AnnouncementContents:
    """Everything on the announcement's own page.

    `subject` are the lines after "เรื่อง", `body` the paragraphs, `note` what a draft says of itself under the
    subject. Without `announced_on` the day stays open. `emblem` is the agency's own SVG or PNG: without one, 3 cm of
    paper stay empty for it.
    """

    agency_name: str
    subject: tuple[str, ...]
    body: tuple[Block, ...]
    announced_on: date | None = None
    signature: Signature = field(default_factory=Signature)
    note: tuple[Block, ...] = ()
    emblem: bytes | None = None

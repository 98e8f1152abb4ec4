"""What an order says: on which ground, who is appointed as what, with which duties, since when, and who signs."""

from dataclasses import dataclass, field
from datetime import date

from prongsai.papers.content import Signature


@dataclass(frozen=True, slots=True)
class Member:
    """One who is appointed: a post, a name with it where there is one, and as what (`ประธานคณะทำงาน`)."""

    post: str
    duty: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class OrderContents:
    """Everything that an order says.

    `number` is what stands before the stroke and stays open while it is not given; `year` is the calendar year of the
    Buddhist era in which the order is numbered. `effective_from` of `None` is from now on; without `ordered_on` the
    day stays open. `emblem` is the agency's own SVG or PNG: without one, 3 cm of paper stay empty for it.
    """

    agency_name: str
    subject: tuple[str, ...]
    preamble: str
    members: tuple[Member, ...]
    duties: tuple[str, ...]
    year: int
    number: str = ""
    body_name: str = "คณะทำงาน"
    effective_from: date | None = None
    ordered_on: date | None = None
    signature: Signature = field(default_factory=Signature)
    emblem: bytes | None = None

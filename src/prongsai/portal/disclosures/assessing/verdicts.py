"""What stands for an item after marks, adjudication, objection and errata. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext_lazy as _


class Because(Enum):
    """On what a verdict rests, or why there is none yet."""

    NOT_HANDED_IN = "not-handed-in"
    NOTHING_GIVEN = "nothing-given"
    BOTH = "both"
    ADJUDICATED = "adjudicated"
    OBJECTION = "objection"
    ERRATUM = "erratum"
    WAITS_FOR_MARKS = "waits-for-marks"
    WAITS_FOR_ADJUDICATOR = "waits-for-adjudicator"

    @property
    def label(self) -> str:
        """In words for a page."""
        return str(WORDS[self])


WORDS = {
    Because.NOT_HANDED_IN: _("หน่วยงานไม่ได้ยืนยันคำตอบ"),
    Because.NOTHING_GIVEN: _("หน่วยงานไม่ได้ตอบข้อนี้"),
    Because.BOTH: _("ผู้ประเมินสองคนเห็นตรงกัน"),
    Because.ADJUDICATED: _("ผู้ชี้ขาดตัดสิน"),
    Because.OBJECTION: _("แก้ตามคำชี้แจง"),
    Because.ERRATUM: _("แก้ไขหลังประกาศผล"),
    Because.WAITS_FOR_MARKS: _("รอผู้ประเมิน"),
    Because.WAITS_FOR_ADJUDICATOR: _("ผู้ประเมินเห็นต่างกัน รอผู้ชี้ขาด"),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an item is complete; `None` while that is open."""

    item: str
    is_complete: bool | None
    because: Because


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found for an item: two marks, and what came after them."""

    first: bool | None = None
    second: bool | None = None
    adjudicated: bool | None = None
    objection_granted: bool = False
    corrected: bool | None = None


def verdict_on(item: str, found: Findings, *, handed_in: bool, given: bool) -> Verdict:
    """What came last counts: an erratum, a granted objection, the adjudicator, two marks that agree.

    Before all that, whatever was not handed in or left empty is incomplete: nobody need mark it.
    """
    for value, because in _later(found):
        if value is not None:
            return Verdict(item, value, because)
    if not handed_in:
        return Verdict(item, is_complete=False, because=Because.NOT_HANDED_IN)
    if not given:
        return Verdict(item, is_complete=False, because=Because.NOTHING_GIVEN)
    return _marked(item, found)


def known(verdicts: Mapping[str, Verdict]) -> dict[str, bool]:
    """The verdicts that stand, as the rulebook scores them."""
    return {code: verdict.is_complete for code, verdict in verdicts.items() if verdict.is_complete is not None}


def _later(found: Findings) -> tuple[tuple[bool | None, Because], ...]:
    return (
        (found.corrected, Because.ERRATUM),
        (True if found.objection_granted else None, Because.OBJECTION),
        (found.adjudicated, Because.ADJUDICATED),
    )


def _marked(item: str, found: Findings) -> Verdict:
    if found.first is None or found.second is None:
        return Verdict(item, None, Because.WAITS_FOR_MARKS)
    if found.first != found.second:
        return Verdict(item, None, Because.WAITS_FOR_ADJUDICATOR)
    return Verdict(item, found.first, Because.BOTH)

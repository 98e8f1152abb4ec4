"""What an interviewer's phone is given: her assignments, the questionnaire, the words of the page."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from prongsai.portal.interviews.access import PHASE, takes_interviews
from prongsai.portal.interviews.facts import OwnAssignment, Progress
from prongsai.portal.interviews.models import ENDING, LEAST_ATTEMPTS, Outcome
from prongsai.portal.interviews.queries import own_assignments, own_counts
from prongsai.portal.people.access import NationalSeat
from prongsai.portal.rounds.facts import PhaseTime, RoundFacts
from prongsai.portal.rounds.queries import calendar
from prongsai.portal.rounds.questionnaires import questionnaire
from prongsai.portal.surveys.form_page import PageScreen, page_screens
from prongsai.portal.ui.language import pick
from prongsai.rulebook.instrument import Instrument


@dataclass(frozen=True, slots=True)
class GivenTry:
    """An attempt in words."""

    day: str
    words: str
    call_on: str


@dataclass(frozen=True, slots=True)
class GivenAssignment:
    """A client to interview."""

    id: int
    agency: str
    service: str
    contact: str
    reference: str
    tries: tuple[GivenTry, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """What the phone keeps for `kept_seconds`; `token` lets it send, `me` says whose the queue is."""

    me: str
    token: str
    kept_seconds: int
    is_open: bool
    closes_at: datetime | None
    done: int
    assignments: tuple[GivenAssignment, ...]
    screens: tuple[PageScreen, ...]


def work_of(seat: NationalSeat, facts: RoundFacts, token: str) -> Work:
    """Everything that an interviewer needs without a network."""
    asked = questionnaire(facts, Instrument.EIT2)
    mine = own_counts(seat.person.pk).get(facts.id, Progress("", {}))
    phase = next((phase for phase in calendar(facts) if phase.key == PHASE), None)
    return Work(
        me=seat.actor,
        token=token,
        kept_seconds=settings.SESSION_COOKIE_AGE,
        is_open=takes_interviews(facts) is PhaseTime.OPEN,
        closes_at=phase.closes_at if phase else None,
        done=mine.done + mine.late,
        assignments=tuple(map(_given, own_assignments(facts.id, seat.person.pk))),
        screens=page_screens(asked),
    )


def outcomes() -> list[dict[str, object]]:
    """The outcomes of an attempt to choose from."""
    return [{"value": one.value, "label": str(one.label), "ends": one in ENDING} for one in Outcome]


def words() -> dict[str, str]:
    """What the page says by itself, without a network."""
    return {
        "waiting": _("รอส่ง {n} รายการ"),
        "nothing_waiting": _("ไม่มีรายการค้างส่ง"),
        "offline": _("ไม่มีเครือข่าย ทำงานต่อได้ ข้อมูลเก็บไว้ในเครื่องนี้และจะส่งเองเมื่อกลับมามีเครือข่าย"),
        "online": _("เชื่อมต่ออยู่"),
        "signed_out": _("หมดเวลาการเข้าสู่ระบบ รายการที่รอส่งยังอยู่ครบ เข้าสู่ระบบอีกครั้งแล้วเครื่องจะส่งต่อเอง"),
        "sign_in": _("เข้าสู่ระบบ"),
        "trouble": _("ระบบยังรับไม่ได้ในขณะนี้ รายการยังอยู่ครบและจะส่งอีกครั้งเอง"),
        "counted": _("นับแล้ว ใบรับ"),
        "late": _("ส่งถึงแล้วหลังปิดรับ เก็บไว้ให้หัวหน้าชุดพิจารณา"),
        "refused": _("ระบบไม่รับ"),
        "drop": _("อ่านแล้ว นำออกจากเครื่อง"),
        "others": _("มี {n} รายการของบัญชีอื่นค้างในเครื่องนี้ จะส่งได้เมื่อเจ้าของเข้าสู่ระบบ"),
        "stale": _("ข้อมูลในเครื่องเก่าเกินไป จึงซ่อนรายชื่อไว้ เข้าสู่ระบบเมื่อมีเครือข่ายเพื่อเปิดอีกครั้ง"),
        "no_work": _("ไม่มีรายชื่อที่ต้องสัมภาษณ์"),
        "to_do": _("ต้องสัมภาษณ์ {n} ราย"),
        "done": _("สัมภาษณ์แล้ว {n} ราย"),
        "begin": _("เริ่มสัมภาษณ์"),
        "resume": _("สัมภาษณ์ต่อ"),
        "attempt": _("บันทึกการติดต่อ"),
        "save": _("บันทึก"),
        "outcome": _("ผลการติดต่อ"),
        "call_on": _("ติดต่อใหม่วันที่"),
        "back": _("ย้อนกลับ"),
        "next": _("ถัดไป"),
        "finish": _("จบการสัมภาษณ์"),
        "leave": _("กลับไปรายชื่อ (คำตอบยังอยู่)"),
        "step": _("ส่วนที่ {at} จาก {of}"),
        "unanswered": _("ยังไม่ได้เลือกคำตอบ"),
        "reference": _("รหัส"),
        "leaving": _("ยังมี {n} รายการรอส่ง ออกจากระบบตอนนี้รายการจะค้างอยู่ในเครื่องนี้จนกว่าท่านจะเข้าสู่ระบบอีก ออกจากระบบหรือไม่"),
        "too_few": _("ติดต่อไม่ถึง {n} ครั้ง ยังบันทึกว่าไม่พบไม่ได้"),
        "no_storage": _("เบราว์เซอร์นี้ไม่ให้เก็บข้อมูลในเครื่อง (อาจเป็นหน้าต่างส่วนตัว) เปิดด้วยหน้าต่างปกติก่อนเริ่มสัมภาษณ์"),
        "introduce": _("แนะนำตัว ขอความยินยอม และบอกว่าคำตอบไม่ระบุตัวผู้ตอบ"),
    }


def least_attempts() -> int:
    """So often a client is tried before she counts as never found."""
    return LEAST_ATTEMPTS


def _given(own: OwnAssignment) -> GivenAssignment:
    return GivenAssignment(
        id=own.id,
        agency=pick(own.agency_name_th, own.agency_name_en),
        service=own.service,
        contact=own.contact,
        reference=own.reference,
        tries=tuple(
            GivenTry(
                one.day.isoformat(),
                str(Outcome(one.outcome).label),
                one.call_on.isoformat() if one.call_on else "",
            )
            for one in own.tries
        ),
    )

"""The interviewer's page, what it reads and what it sends. The page keeps what it needs on the phone."""

import hashlib
from typing import Any

import msgspec
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.templatetags.static import static
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.portal.interviews.access import open_round, takes_interviews
from prongsai.portal.interviews.calling.actions import Interview, NotYoursError, record_attempt, take_interview
from prongsai.portal.interviews.calling.inputs import (
    BadMessageError,
    Message,
    read_choices,
    read_message,
    read_try,
)
from prongsai.portal.interviews.calling.page import least_attempts, outcomes, words, work_of
from prongsai.portal.interviews.refusals import InterviewRefusedError
from prongsai.portal.people.access import NationalSeat, national_view
from prongsai.portal.people.roles import Permission
from prongsai.portal.rounds.facts import PhaseTime, RoundFacts
from prongsai.portal.rounds.pinned import with_pinned_rules
from prongsai.portal.rounds.queries import rehearsal_mark
from prongsai.portal.rounds.questionnaires import questionnaire
from prongsai.rulebook.instrument import Instrument

FILES = (
    "ui/mark.svg",
    "surveys/survey.css",
    "interviews/interviews.css",
    "interviews/keeping.js",
    "interviews/sending.js",
    "interviews/asking.js",
    "interviews/page.js",
)


@national_view(Permission.INTERVIEW)
@require_safe
@with_pinned_rules
def show_interviews(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """The empty page; what is on it comes from `give_work` and stays on the phone."""
    facts = open_round(slug)
    contents = {
        "seat": seat,
        "round": facts,
        "mark": rehearsal_mark(facts),
        "words": words(),
        "outcomes": outcomes(),
        "least": least_attempts(),
        "files": FILES,
    }
    return render(request, "interviews/calling.html", contents)


@national_view(Permission.INTERVIEW)
@require_safe
@with_pinned_rules
def give_work(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """The interviewer's assignments and the questionnaire."""
    return _answer(work_of(seat, open_round(slug), get_token(request)))


@national_view(Permission.INTERVIEW)
@require_POST
@with_pinned_rules
def take_in(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """One finished interview or attempt; the same one again is answered as the first time."""
    facts = open_round(slug)
    try:
        return _take(seat, facts, read_message(request.body))
    except RequestDataTooBig:
        return _refuse(413, _("ข้อมูลที่ส่งมาใหญ่เกินไป"))
    except BadMessageError as bad:
        return _refuse(422, str(bad), problems=bad.problems)
    except NotYoursError:
        return _refuse(404, _("ไม่พบงานนี้ในรายการของท่าน อาจย้ายไปให้ผู้สัมภาษณ์คนอื่นแล้ว แจ้งหัวหน้าชุด"))
    except InterviewRefusedError as refusal:
        return _refuse(409, str(refusal))


@national_view(Permission.INTERVIEW)
@require_safe
def give_worker(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:  # noqa: ARG001 - the guard's
    """The service worker of this page and of nothing above it."""
    files = [static(name) for name in FILES]
    version = hashlib.sha256("\n".join(files).encode()).hexdigest()[:16]
    kept = {"files": msgspec.json.encode(files).decode(), "version": version}
    return render(request, "interviews/worker.js", kept, content_type="text/javascript")


def _take(seat: NationalSeat, facts: RoundFacts, message: Message) -> HttpResponse:
    if message.kind == "attempt":
        attempt = read_try(message, today=timezone.localdate())
        record_attempt(facts=facts, person_id=seat.person.pk, assignment_id=message.assignment, attempt=attempt)
        return _answer({"kept": True})
    when = takes_interviews(facts)
    if when is PhaseTime.BEFORE:
        raise InterviewRefusedError(_("ยังไม่เปิดรับคำตอบ รายการนี้ยังอยู่ในเครื่อง ส่งได้เมื่อเปิดรับ"))
    choices = read_choices(questionnaire(facts, Instrument.EIT2), message)
    interview = Interview(message.assignment, choices, message.key)
    is_late = when is PhaseTime.AFTER
    taken = take_interview(facts=facts, person_id=seat.person.pk, interview=interview, is_late=is_late)
    if taken.is_late:
        return _answer({"late": True}, status=202)
    return _answer({"receipt": taken.receipt, "is_new": taken.is_new})


def _answer(content: Any, status: int = 200) -> HttpResponse:  # noqa: ANN401 - whatever msgspec writes
    return HttpResponse(msgspec.json.encode(content), content_type="application/json", status=status)


def _refuse(status: int, message: str, **more: object) -> HttpResponse:
    return _answer({"error": message, **more}, status)

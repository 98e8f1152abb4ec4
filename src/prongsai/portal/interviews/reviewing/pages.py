"""What a supervisor's pages show."""

from typing import Any
from urllib.parse import urlencode

from prongsai.portal.interviews.access import open_participation
from prongsai.portal.interviews.facts import FrameFacts, Progress
from prongsai.portal.interviews.models import CheckOutcome
from prongsai.portal.interviews.queries import (
    back_checks_of,
    doubtful_days,
    find_frame,
    frames_of,
    non_responses,
    progress_by_agency,
    progress_by_interviewer,
    progress_by_service,
    sample_of,
    service_sizes,
    unassigned,
)
from prongsai.portal.interviews.reviewing.forms import AssignForm, BackCheckForm, DoubtForm, DrawForm, ImportForm
from prongsai.portal.people.access import NationalSeat
from prongsai.portal.people.queries import names_in_national_role
from prongsai.portal.people.roles import Role
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import participations
from prongsai.portal.surveys.queries import late_interviews
from prongsai.rulebook.instrument import Instrument

NOTHING_YET = Progress("", {})
MOST_SHOWN = 200
"""Rows of the sample on a page; the whole of it can be drawn again from the seed."""


def round_page(
    seat: NationalSeat, facts: RoundFacts, *, words: str = "", page: str | None = None, form: DoubtForm | None = None
) -> dict[str, Any]:
    """Every agency with how far its interviews are, the interviewers, the days under doubt."""
    found = participations(facts.id, words=words, page=page)
    frames = {frame.agency_id: frame for frame in frames_of(facts.id)}
    progress = progress_by_agency(facts.id)
    return {
        "seat": seat,
        "round": facts,
        "words": words,
        "asked": urlencode({"q": words}) if words else "",
        "page": found,
        "lines": [(line, frames.get(line.agency_id), progress.get(line.agency_id, NOTHING_YET)) for line in found],
        "interviewers": progress_by_interviewer(facts.id),
        "days": doubtful_days(facts.id),
        "form": form or DoubtForm(people=names_in_national_role(Role.ASSESSOR)),
    }


def agency_page(seat: NationalSeat, facts: RoundFacts, code: str, **given: Any) -> dict[str, Any]:  # noqa: ANN401 - forms
    """An agency's frame, sample, progress and calling again; `given` are forms with mistakes and what was brought."""
    agency = open_participation(facts, code)
    frame = find_frame(facts.id, agency.agency_id)
    minimum = agency.minimums.get(Instrument.EIT2)
    contents = {
        "seat": seat,
        "round": facts,
        "agency": agency,
        "frame": frame,
        "minimum": minimum,
        "import_form": ImportForm(initial={"erases_on": frame.erases_on if frame else None}),
        **(_frame_page(facts, frame, minimum.minimum if minimum else None) if frame else {}),
    }
    return contents | given


def _frame_page(facts: RoundFacts, frame: FrameFacts, minimum: int | None) -> dict[str, Any]:
    interviewers = progress_by_interviewer(facts.id, frame.id)
    services, sizes = progress_by_service(frame.id), service_sizes(frame.id)
    return {
        "sizes": sizes,
        "clients": sum(sizes.values()),
        "services": services,
        "interviewers": interviewers,
        "unassigned": unassigned(frame.id),
        "non_responses": non_responses(frame.id, [line.name for line in services]),
        "sample": sample_of(frame.id)[:MOST_SHOWN],
        "checks": back_checks_of(frame.id),
        "check_outcomes": CheckOutcome.choices,
        "late": late_interviews(facts.id).get(frame.agency_id, 0),
        "draw_form": DrawForm(initial={"size": minimum}),
        "assign_form": AssignForm(
            people=names_in_national_role(Role.ASSESSOR),
            chosen=[line.person_id for line in interviewers if line.person_id is not None and line.open],
        ),
        "back_check_form": BackCheckForm(initial={"percent": 10}),
    }

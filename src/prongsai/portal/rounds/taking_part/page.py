"""What the pages of an agency in a round show."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.portal.files.fingerprints import fingerprint_of
from prongsai.portal.people.access import Seat
from prongsai.portal.people.queries import names_of_actors
from prongsai.portal.people.roles import Permission
from prongsai.portal.rounds.agency_types import group_name, rule_type
from prongsai.portal.rounds.calendar_lines import PhaseLine, calendar_lines
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.minimums import minimum_samples
from prongsai.portal.rounds.models import Participation, ParticipationState
from prongsai.portal.rounds.queries import instrument_of
from prongsai.portal.rounds.sample_words import sample_lines
from prongsai.portal.rounds.states import APPROVAL, TAKING_PART
from prongsai.portal.rounds.taking_part.checking import asks_size, problems_of, staff_outside_units
from prongsai.portal.rounds.taking_part.forms import ReturnForm
from prongsai.portal.rounds.taking_part.freezing import contents_of

SHOWN_PHASES = TAKING_PART | {APPROVAL, "surveys", "disclosure", "scoring", "clarification", "result"}
WRITABLE = {ParticipationState.DRAFTING, ParticipationState.RETURNED}
RETURNABLE = {ParticipationState.SUBMITTED, ParticipationState.CONFIRMED}


def read_only_page(facts: RoundFacts, row: Participation) -> dict[str, Any]:
    """What everybody who may look sees: profile, numbers, minimum samples, confirmed copies."""
    rules = instrument_of(facts)
    group = rule_type(row.agency.type, row.rule_type)
    samples = minimum_samples(rules, rule_type=group, size=row.size, staff=row.staff, clients=row.clients)
    copies = list(row.copies.all())
    names = names_of_actors({copy.by for copy in copies})
    return {
        "round": facts,
        "row": row,
        "group": group_name(group),
        "asks_size": asks_size(row.agency.type, rules),
        "outside": staff_outside_units(row) if row.units.all() else None,
        "samples": sample_lines(samples, rules),
        "copies": [(copy, names.get(copy.by, _("ระบบ"))) for copy in copies],
    }


def participation_page(
    seat: Seat, facts: RoundFacts, row: Participation, form: ReturnForm | None = None
) -> dict[str, Any]:
    """The same with what this seat may do now; `form` is a return that was refused, with what was typed."""
    now = timezone.now()
    phases = calendar_lines(facts, now, keys=SHOWN_PHASES)
    rules, may_edit = instrument_of(facts), may_write(seat, row, phases)
    may_judge = seat.may(Permission.CONFIRM_PARTICIPATION) and _is_open(phases, frozenset({APPROVAL}))
    return read_only_page(facts, row) | {
        "seat": seat,
        "phases": phases,
        "problems": problems_of(row, rules) if row.state in WRITABLE else [],
        "may_edit": may_edit,
        "is_late": seat.may(Permission.TAKE_PART) and row.state in WRITABLE and not may_edit,
        "may_confirm": may_judge and row.state == ParticipationState.SUBMITTED,
        "may_return": may_judge and row.state in RETURNABLE,
        "cannot_judge_yet": seat.may(Permission.CONFIRM_PARTICIPATION)
        and row.state == ParticipationState.SUBMITTED
        and not may_judge,
        "seen": fingerprint_of(contents_of(row, rules)),
        "form": form or ReturnForm(),
    }


def may_write(seat: Seat, row: Participation, phases: list[PhaseLine]) -> bool:
    """Whether the seat can write now."""
    return seat.may(Permission.TAKE_PART) and row.state in WRITABLE and _is_open(phases, TAKING_PART)


def _is_open(phases: list[PhaseLine], keys: frozenset[str]) -> bool:
    return any(phase.is_open for phase in phases if phase.key in keys)

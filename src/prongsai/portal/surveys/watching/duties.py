"""What the clock does for who watches the surveys: counts every few minutes, reminds agencies once a day."""

from datetime import datetime, timedelta

from django.conf import settings

from prongsai.portal.rounds.queries import RoundFacts, rounds_in_order
from prongsai.portal.rounds.states import lets
from prongsai.portal.surveys.access import PHASE
from prongsai.portal.surveys.watching.actions import count_answers, remind_short_agencies
from prongsai.portal.ui.duties import Duty

ALL_OF_THEM = 100_000
MORNING = 8


def _collecting() -> list[RoundFacts]:
    return [facts for facts in rounds_in_order() if lets(facts.state, PHASE) and facts.counting_closed_on is None]


def _count(_now: datetime) -> str:
    return f"surveys counted: {sum(count_answers(round=facts) for facts in _collecting())}"


def _remind(_now: datetime) -> str:
    address = settings.PRONGSAI_ADDRESS
    if not address:
        return "agencies not reminded: PRONGSAI_ADDRESS does not say where the portal is reached"
    told = sum(
        remind_short_agencies(round=facts, address=address, actor="reminders", most=ALL_OF_THEM)
        for facts in _collecting()
    )
    return f"agencies reminded: {told}"


DUTIES = (
    Duty("surveys.count-answers", _count, every=timedelta(minutes=5)),
    Duty("surveys.remind-agencies", _remind, from_hour=MORNING),
)

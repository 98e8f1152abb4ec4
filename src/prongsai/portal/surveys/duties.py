"""What the clock does for the surveys: keeps answers mixed, and forgets which devices sent them."""

from datetime import datetime

from prongsai.portal.rounds.queries import rounds_in_order
from prongsai.portal.rounds.states import ANSWERING, has_let
from prongsai.portal.surveys.actions import mix_answers
from prongsai.portal.surveys.devices import erase_marks, scrub_marks
from prongsai.portal.ui.duties import Duty


def _mix(_now: datetime) -> str:
    open_rounds = [
        facts for facts in rounds_in_order() if has_let(facts.state, ANSWERING) and facts.counting_closed_on is None
    ]
    mixed = sum(mix_answers(round_id=facts.id) for facts in open_rounds)
    return f"answers mixed: {mixed} in {len(open_rounds)} rounds"


def _erase(_now: datetime) -> str:
    erased = erase_marks()
    scrub_marks()
    return f"device marks erased: {erased}"


DUTIES = (Duty("surveys.erase-marks", _erase), Duty("surveys.mix-answers", _mix))

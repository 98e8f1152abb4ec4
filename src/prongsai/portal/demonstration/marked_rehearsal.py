"""A rehearsal of the year before: the town's OIT is being marked, and one item waits for the adjudicator."""

from datetime import date

from prongsai.portal.demonstration.accounts import TOWN
from prongsai.portal.demonstration.marking import YEAR, day_of, disclose, mark, now_of, sit_down, take_part
from prongsai.portal.demonstration.rehearsal import begin_round
from prongsai.portal.rounds.queries import find_round
from prongsai.portal.rounds.running.actions import move_round
from prongsai.portal.rounds.states import RoundState

SLUG = f"rehearsal-{YEAR}"
DAYS = {
    "assessment": (-150, 150),
    "framework": (-150, -140),
    "registration": (-139, -90),
    "population": (-139, -90),
    "population-approval": (-139, -90),
    "surveys": (-89, -20),
    "disclosure": (-60, -20),
    "disclosure-approval": (-55, -15),
    "scoring": (-14, 90),
    "clarification": (91, 105),
    "final-scoring": (106, 120),
    "processing": (121, 150),
}
"""First and last day of each phase, counted from the day of loading: the scoring stays open for whoever tries it."""

REGISTERED, DISCLOSED, MARKED = -100, -30, -3
FIRST_ITEMS = ("o1", "o2", "o3", "o4", "o5", "o6", "o7", "o8")
"""Those that the first assessor has marked; the second is two behind, and the rest waits for whoever tries it."""

MISSED_BY_BOTH, DISPUTED = "o3", "o4"


def load_marked_rehearsal(*, actor: str, today: date) -> None:
    """Open it, let the town take part and disclose, and mark the first items; once only."""
    if find_round(SLUG) is not None:
        return
    names = f"ซักซ้อมการตรวจให้คะแนน OIT ปีงบประมาณ พ.ศ. {YEAR}", f"Rehearsal of OIT scoring, fiscal year {YEAR}"
    facts = begin_round(actor=actor, year=YEAR, names=names, today=today, days=DAYS, codes=[TOWN])
    take_part(facts=facts, code=TOWN, at=day_of(today, REGISTERED))
    for state in (RoundState.CONFIRMATION, RoundState.COLLECTING):
        move_round(actor=actor, round_id=facts.id, to=state)
    disclose(facts=now_of(facts), code=TOWN, at=day_of(today, DISCLOSED))
    facts = move_round(actor=actor, round_id=facts.id, to=RoundState.DISCLOSURE_SCORING)
    people, at = sit_down(facts=facts, code=TOWN), day_of(today, MARKED)
    mark(facts=facts, sitting=people.first, items=FIRST_ITEMS, missed=(MISSED_BY_BOTH,), at=at)
    mark(facts=facts, sitting=people.second, items=FIRST_ITEMS[:-2], missed=(MISSED_BY_BOTH, DISPUTED), at=at)

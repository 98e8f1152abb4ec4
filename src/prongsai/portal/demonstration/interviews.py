"""Sixty made-up clients, half of them to interview, so that the interviewer's page has something to do."""

from datetime import date, timedelta

from prongsai.portal.interviews.queries import find_frame
from prongsai.portal.interviews.sampling.actions import assign_interviewers, draw_clients, import_clients
from prongsai.portal.people.queries import names_in_national_role
from prongsai.portal.people.roles import Role
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.sheets.clients_file import ClientRow

SERVICES = (("ชำระภาษีและค่าธรรมเนียม", 26), ("ทะเบียนราษฎร", 20), ("ขออนุญาตก่อสร้าง", 4), ("สาธารณสุข", 10))
SAMPLE = 30
SEED = "ซักซ้อม 2569"
DAYS_KEPT = 160


def load_interviews(*, actor: str, facts: RoundFacts, agency_id: int, today: date) -> None:
    """Bring the clients, draw the sample and hand it to the assessors; once only."""
    if find_frame(facts.id, agency_id) is not None:
        return
    erases_on = today + timedelta(days=DAYS_KEPT)
    import_clients(actor=actor, round_id=facts.id, agency_id=agency_id, rows=_made_up_clients(), erases_on=erases_on)
    frame = find_frame(facts.id, agency_id)
    assert frame is not None  # noqa: S101 - made above
    draw_clients(actor=actor, frame_id=frame.id, size=SAMPLE, seed=SEED)
    people = list(names_in_national_role(Role.ASSESSOR))
    if people:
        assign_interviewers(actor=actor, frame_id=frame.id, people=people)


def _made_up_clients() -> list[ClientRow]:
    """Numbers that no telephone has: Thai ones never begin with 00."""
    services = [name for name, many in SERVICES for _ in range(many)]
    return [
        ClientRow(number + 1, service, f"00 0000 {number:04d}", f"ซ-{number:03d}")
        for number, service in enumerate(services, 1)
    ]

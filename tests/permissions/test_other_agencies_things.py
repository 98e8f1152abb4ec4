"""Numbers of another agency's things: in addresses, in forms, in hidden fields. They are as unknown as none at all."""

import pytest

from prongsai.portal.people.models import Invitation
from prongsai.portal.plans.models import Evidence, Measure, Plan, Step
from prongsai.portal.rounds.models import TakingUnit
from tests.permissions.expectations import IN_OTHER_STATES, MEASURE, OFFICE
from tests.permissions.walking import changed_tables, every_address, fingerprint

pytestmark = pytest.mark.django_db

ADDRESSES = every_address()
REFUSALS = {403, 404, 405}
NUMBERED = [
    (name, rule, part)
    for name, rule in [*OFFICE.items(), *IN_OTHER_STATES]
    for part in ADDRESSES[name].parts
    if part.endswith("_id")
]


def test_a_number_of_another_agency_leads_nowhere(everybody_here, town, village, blank_pages):
    faults, before = [], fingerprint()
    for who, player in everybody_here.items():
        for name, rule, part in NUMBERED:
            here, there = (one.numbers | one.places.get(rule.of, {}) for one in (town, village))
            numbers = here | {part: there[part]}
            address = ADDRESSES[name].to(numbers)
            sent = {key: str(value).format(**numbers) for key, value in rule.post.items()}
            told = player.get(address).status_code, player.post(address, sent).status_code
            faults += [f"{who} {address} answered {told} to GET and POST"] if not REFUSALS.issuperset(told) else []
    assert not faults, "\n" + "\n".join(faults)
    assert changed_tables(before) == []


def test_the_walk_above_has_something_to_walk():
    parts = {part for _, _, part in NUMBERED}
    assert parts >= {
        "draft_id",
        "measure_id",
        "step_id",
        "evidence_id",
        "finding_id",
        "invitation_id",
        "unit_id",
        "membership_id",
    }


FOREIGN_NUMBERS = [
    ("plans/2567/measures/{drafted}/edit/", MEASURE | {"unit": "{unit_id}"}),
    ("plans/2567/measures/{drafted}/edit/", MEASURE | {"unit": "", "other_units": "{unit_id}"}),
    ("plans/2567/measures/new/", MEASURE | {"unit": "{unit_id}"}),
    ("analysis/2568/findings/judge/", {"finding": "{finding_id}", "state": "dropped"}),
    ("people/invite/", {"email": "x@town.example", "role": "unit-head", "units": "{unit_id}"}),
    ("people/members/{member}/", {"role": "unit-head", "units": "{unit_id}"}),
    ("plans/2567/proposals/", {"chosen": "l-{measure_id}"}),
    ("plans/2567/proposals/", {"chosen": "u-{measure_id}"}),
    ("results/file/{file}/take-over/", {"chosen": "7"}),
]
"""Addresses of town with numbers of town's own, and forms with numbers of village."""


def test_a_number_of_another_agency_in_a_form_is_refused(officer, town, village):
    own = {"drafted": town.drafted.pk, "member": town.member.pk, "file": town.waiting.pk}
    before = fingerprint()
    for address, sent in FOREIGN_NUMBERS:
        typed = {key: str(value).format(**village.numbers) for key, value in sent.items()}
        answer = officer.post(f"/office/town/{address.format(**own)}", typed)
        assert answer.status_code in {200, 404, 422}, (address, sent)
        assert changed_tables(before) == [], (address, sent)


def test_the_unit_of_another_agency_has_no_place_in_a_round(officer, whole_town, village_office):
    slug = whole_town.places["drafting round"]["slug"]
    sent = {"staff": "30", f"unit-{village_office.pk}": "5", f"unit-{whole_town.unit.pk}": "4"}
    assert officer.post(f"/office/town/rounds/{slug}/profile/", sent).status_code == 302
    assert {entry.unit_id for entry in TakingUnit.objects.filter(participation__round__slug=slug)} == {
        whole_town.unit.pk
    }


def test_a_hidden_step_number_of_another_agency_takes_nothing_away(officer, town, village):
    theirs = Step.objects.filter(measure=village.drafted).first()
    sent = MEASURE | {"unit": town.unit.pk, "steps-0-id": theirs.pk, "steps-0-text": "ยึดมาแล้ว"}
    assert officer.post(f"/office/town/plans/2567/measures/{town.drafted.pk}/edit/", sent).status_code == 302
    now = Step.objects.get(pk=theirs.pk)
    assert (now.text, now.measure_id) == (theirs.text, village.drafted.pk)
    assert Step.objects.get(text="ยึดมาแล้ว").measure_id == town.drafted.pk


def test_more_than_the_form_asks_for_changes_nothing_else(officer, town, village):
    """Fields that the form does not have: states, owners, foreign keys."""
    extra = {
        "state": "approved",
        "plan": village.drafted.plan_id,
        "agency": village.agency.pk,
        "answer": "accepted",
        "origin": "library",
        "version": "9",
        "approved_by": "1",
        "progress_public": "on",
        "outcome": "สำเร็จทุกข้อ",
        "steps-0-state": "verified",
    }
    sent = MEASURE | {"unit": town.unit.pk} | extra
    officer.post(f"/office/town/plans/2567/measures/{town.drafted.pk}/edit/", sent)
    measure = Measure.objects.get(pk=town.drafted.pk)
    assert (measure.plan_id, measure.answer, measure.origin, measure.outcome) == (
        town.drafted.plan_id,
        "waiting",
        "own",
        "",
    )
    assert Plan.objects.get(pk=measure.plan_id).state == "draft"
    assert {step.state for step in measure.steps.all()} == {"planned"}


def test_an_invitation_opens_what_was_invited_to_whatever_is_posted(visitor, town, village):
    sent = {
        "display_name": "ผู้รายงานใหม่",
        "password": "a long enough password",
        "language": "th",
        "role": "officer",
        "agency": village.agency.pk,
        "units": village.unit.pk,
        "email": "somebody@else.example",
        "is_active": "",
    }
    assert visitor.post(f"/account/invitation/{town.token}/", sent).status_code == 302
    accepted = Invitation.objects.exclude(accepted_at=None).get()
    assert visitor.get("/office/village/").status_code == 404
    assert visitor.get("/office/town/people/invite/").status_code == 403
    assert accepted.email == "guest@town.example"


def test_what_is_not_public_is_public_under_no_code(visitor, town, village, officer):
    """Town shows its plan and its evidence; village shows neither, also not by town's code."""
    officer.post("/office/town/plans/2569/publish/", {"public": "yes"})
    officer.post(f"/office/town/plans/evidence/{town.evidence.pk}/public/", {"public": "yes"})
    shown, hidden = (f"plans/2569/evidence/{holding.evidence.pk}/" for holding in (town, village))
    assert seen(visitor, "/agencies/town/plans/2569/") == seen(visitor, f"/agencies/town/{shown}") == 200
    for address in ("village/plans/2569/", f"village/{hidden}", f"village/{shown}", f"town/{hidden}"):
        assert seen(visitor, f"/agencies/{address}") == 404, address
    officer.post("/office/town/plans/2569/publish/", {"public": "no"})
    assert Evidence.objects.get(pk=town.evidence.pk).is_public
    assert seen(visitor, f"/agencies/town/{shown}") == 404


def seen(browser, address):
    answer = browser.get(address)
    assert answer.getvalue() if answer.streaming else True
    return answer.status_code


def test_the_journal_tells_of_no_other_agency(officer, town, village):
    pages = "".join(officer.get(f"/office/town/journal/?page={page}").content.decode() for page in (1, 2, 3))
    assert village.unit.name not in pages.replace(town.unit.name, "")
    assert "village" not in pages
    assert officer.get("/office/village/journal/").status_code == 404


def test_an_agency_whose_code_begins_like_another_reads_its_own_journal(hire, town):
    from prongsai.portal.agencies.actions import add_unit, save_agency
    from prongsai.portal.people.roles import Role

    namesake = save_agency(actor="tester", code="town2", name_th="เทศบาลชื่อคล้าย", type="town-municipality")
    add_unit(actor="tester", agency=namesake, name="กองลับ")
    neighbour = hire("neighbour", namesake, Role.OFFICER)
    assert "กองลับ" in neighbour.get("/office/town2/journal/").content.decode()
    assert town.unit.name not in neighbour.get("/office/town2/journal/").content.decode()

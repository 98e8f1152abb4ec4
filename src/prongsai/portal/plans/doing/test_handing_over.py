"""Evidence of a step becomes an answer to an OIT item as soon as these are being written, and once."""

import pytest
from django.urls import reverse
from django.utils.translation import override
from tests.rounds import *  # noqa: F403 - its docstring says which rounds

from prongsai.portal.disclosures.answering.actions import save_item
from prongsai.portal.disclosures.answering.handing_in.actions import submit_disclosure
from prongsai.portal.disclosures.answering.inputs import ItemInput
from prongsai.portal.disclosures.answering.queries import standing, written_items
from prongsai.portal.files.recognising import recognise
from prongsai.portal.files.taking_in import StoredFile
from prongsai.portal.plans.conftest import PNG
from prongsai.portal.plans.doing.actions import mark_for_item, report_step, show_evidence
from prongsai.portal.plans.doing.handing_over import hand_over
from prongsai.portal.plans.models import Evidence
from prongsai.portal.plans.progress.actions import show_progress
from prongsai.rulebook.loading import load_year

pytestmark = pytest.mark.django_db

LINK = "https://town.example/manual"
HOME = "https://portal.example"
WAITING = "มี 1 แห่งที่ยังไม่อยู่ในคำตอบ"


@pytest.fixture(autouse=True)
def state(settings, tmp_path):
    settings.STATE = tmp_path


@pytest.fixture
def brought(contributor, step):
    """A link and a picture that were brought with a report."""
    file = StoredFile("ภาพ.png", recognise(PNG), PNG)
    report_step(seat=contributor.seat, step=step, text="ทำแล้ว", finished=True, files=[file], links=[LINK])
    return {evidence.kind: evidence for evidence in Evidence.objects.all()}


def press(player, evidence, item):
    with override("th"):
        address = reverse("plans:mark-evidence", args=["town", evidence.pk])
    return player.post(address, {"item": item}, follow=True).content.decode()


def answers(facts, player):
    written = written_items(standing(facts.id, player.seat.agency.pk).id)
    return {code: (item.given.urls, item.is_draft) for code, item in written.items() if item.given.urls}


def test_a_link_is_appended_to_what_stands_there_as_a_draft_and_once(officer, brought, collecting):
    entry = ItemInput(("https://town.example/old",))
    save_item(seat=officer.seat, round_id=collecting.id, item="o8", entry=entry, edition=0)
    assert "ใส่ที่อยู่ลงในคำตอบ OIT ข้อ O8" in press(officer, brought["link"], "o8")
    assert "ใส่ที่อยู่ลงในคำตอบ" not in press(officer, brought["link"], "o8")
    assert answers(collecting, officer) == {"o8": (("https://town.example/old", LINK), True)}


def test_before_the_round_opens_the_mark_waits_and_the_officer_is_told_when_it_can_go(
    officer, unit_head, approved, brought, rehearsal, request
):
    assert "ยังไม่ถึงช่วงตอบ OIT" in press(officer, brought["link"], "o8")
    with override("th"):
        steps = reverse("plans:list", args=["town", approved.year])
        handing_over = reverse("plans:hand-over", args=["town", approved.year])
    assert WAITING not in officer.get(steps).content.decode()
    facts = request.getfixturevalue("collecting")
    assert WAITING in officer.get(steps).content.decode()
    assert WAITING not in unit_head.get(steps).content.decode()
    assert WAITING not in officer.post(handing_over, follow=True).content.decode()
    assert answers(facts, officer) == {"o8": ((LINK,), True)}


def test_a_file_has_an_address_once_everybody_may_see_it(officer, brought, approved, collecting):
    picture = brought["picture"]
    mark_for_item(seat=officer.seat, evidence=picture, year=2569, item="o8")
    show_evidence(seat=officer.seat, evidence=picture, is_public=True)
    assert hand_over(seat=officer.seat, year=2569, home=HOME) == ()
    show_progress(seat=officer.seat, plan=approved, is_public=True)
    assert hand_over(seat=officer.seat, year=2569, home=HOME) == ("o8",)
    [[address]] = [urls for urls, _is_draft in answers(collecting, officer).values()]
    assert address == f"{HOME}/agencies/town/plans/{approved.year}/evidence/{picture.pk}/"


def test_what_is_with_the_executive_is_not_touched_and_the_officer_is_told(officer, brought, collecting):
    submit_disclosure(seat=officer.seat, round_id=collecting.id, accepted_gaps=load_year(2569).items)
    assert "จึงทำขั้นตอนนี้ไม่ได้" in press(officer, brought["link"], "o8")
    assert answers(collecting, officer) == {}

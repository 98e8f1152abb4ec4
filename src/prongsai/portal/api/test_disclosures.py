"""What the API tells of an agency's disclosure, and when."""

import json

import pytest
from django.apps import apps
from django.utils import timezone

pytestmark = pytest.mark.django_db
Round = apps.get_model("rounds", "Round")
Capture = apps.get_model("disclosures", "Capture")


@pytest.fixture
def real(answered):
    """The same answers in a real round: a rehearsal is nobody's to see."""
    Round.objects.update(is_rehearsal=False, slug="2569")
    return answered


def test_a_disclosure_is_told_item_by_item(ask, real):
    Capture.objects.create(
        agency=real.agency,
        url="https://town.example/executives",
        reason="watch",
        at=timezone.now(),
        outcome="dead-link",
        status=404,
    )
    found = ask("disclosure/town/2569")
    first, second, third = found["items"][:3]
    assert [link["url"] for link in first["links"]] == ["https://town.example/structure", "https://town.example/powers"]
    assert first["links"][0] == {"url": "https://town.example/structure", "state": "not-looked", "seen_at": None}
    assert second["links"][0]["state"] == "gone"
    assert third["not_applicable"] == "หน่วยงานไม่มีหน้าที่ส่วนนี้"
    assert (found["given"], found["gone"], found["of"]) == (3, 1, len(found["items"]))
    assert (found["score"], first["verdict"]) == (None, None)


def test_an_agency_that_only_discloses_is_told_of_too(ask, real):
    assert [agency["code"] for agency in ask("agencies")["agencies"]] == ["town"]
    found = ask("agencies/town")
    assert found["years"] == []
    assert [year["url"] for year in found["disclosures"]] == ["/api/v1/disclosure/town/2569"]


def test_verdicts_are_told_when_the_results_are_out(ask, clarification):
    Round.objects.update(is_rehearsal=False, slug="2569")
    assert {item["verdict"] for item in ask("disclosure/town/2569")["items"]} == {None}
    Round.objects.update(state="published")
    found = ask("disclosure/town/2569")
    assert found["items"][1]["verdict"] == {"complete": False, "because": "both"}
    assert "ไม่พบในหน้าเว็บ" not in json.dumps(found, ensure_ascii=False)  # an assessor's words are for the agency


def test_a_rehearsal_is_nobodys_to_see(ask, answered):
    ask("disclosure/town/2569", status=404)
    ask("agencies/town", status=404)
    assert ask("agencies")["agencies"] == []


def test_answers_that_no_executive_confirmed_are_not_told(ask, real):
    type(real).objects.update(confirmed_copy=None, state="drafting")
    ask("disclosure/town/2569", status=404)
    ask("agencies/town", status=404)


def test_a_disclosure_costs_the_same_for_many_addresses(ask, real, django_assert_max_num_queries):
    with django_assert_max_num_queries(16):
        ask("disclosure/town/2569")

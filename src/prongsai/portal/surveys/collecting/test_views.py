from datetime import timedelta

import pypdfium2
import pytest
from django.apps import apps
from django.utils import timezone

from prongsai.portal.rounds.bangkok import end_of
from prongsai.portal.surveys.actions import make_links, store_answer
from prongsai.portal.surveys.models import AccessCode, SurveyLink
from prongsai.portal.surveys.queries import find_code
from prongsai.thai.dates import format_date
from prongsai.thai.numerals import to_thai_digits

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(collecting, agency):
    return f"/office/{agency.code}/rounds/{collecting.slug}/surveys/"


@pytest.fixture
def links(collecting, agency):
    make_links(round_id=collecting.id, agency_id=agency.pk, agency_code=agency.code, actor="person/1")


def text_of(response):
    return "".join(leaf.get_textpage().get_text_range() for leaf in pypdfium2.PdfDocument(response.content))


def test_the_officer_opens_the_addresses_and_sees_posters(officer, page):
    assert officer.post(f"{page}addresses/").status_code == 302
    shown = officer.get(page).content.decode()
    assert "/s/town-e/" in shown
    poster = officer.get(f"{page}eit1/poster.pdf")
    assert poster["Content-Type"] == "application/pdf"
    assert "testserver/s/town" in "".join(text_of(poster).split())
    assert officer.get(f"{page}iit/cards.pdf").status_code == 200


def test_slips_carry_codes_that_open_the_survey_and_are_kept_nowhere(officer, page, links, clerk_office):
    response = officer.post(f"{page}codes/", {f"unit-{clerk_office.pk}": "๑๒", "whole": "3"})
    assert response["Content-Type"] == "application/pdf"
    words = text_of(response).split()
    codes = {word for word in words if word.count("-") == 2 and len(word) == 14}
    assert len(codes) == 15
    assert all(find_code(code) for code in codes)
    assert AccessCode.objects.filter(unit=clerk_office).count() == 12


@pytest.mark.parametrize("typed", ["", "0", "-1", "abc", "99999999999"])
def test_a_wrong_number_of_codes_makes_none_and_stays_as_typed(officer, page, links, typed):
    response = officer.post(f"{page}codes/", {"whole": typed})
    assert response.status_code == 422
    assert f'value="{typed}"' in response.content.decode() or not typed
    assert not AccessCode.objects.exists()


def test_before_the_addresses_are_open_no_codes_are_made(officer, page):
    assert officer.post(f"{page}codes/", {"whole": "3"}).status_code == 422
    assert not AccessCode.objects.exists()


def test_the_page_counts_answers_but_shows_no_small_unit(officer, page, filled_in, codes):
    for code in codes[:3]:
        store_answer(sent=filled_in(code=code))
    shown = officer.get(page)
    assert [part.answers for part in shown.context["page"].parts] == [3, 0, 0]
    assert {unit.spent for unit in shown.context["page"].units} == {None}


@pytest.mark.parametrize("who", ["executive", "auditor", "unit_head", "contributor"])
def test_others_of_the_agency_read_and_prepare_nothing(request, who, page, links):
    reader = request.getfixturevalue(who)
    assert reader.get(page).status_code == 200
    assert reader.post(f"{page}codes/", {"whole": "3"}).status_code == 403
    assert reader.post(f"{page}addresses/").status_code == 403
    assert not AccessCode.objects.exists()


def test_nobody_else_finds_the_page(stranger, visitor, assessor, page):
    assert stranger.get(page).status_code == 404
    assert assessor.get(page).status_code == 404
    assert visitor.get(page).status_code == 302


def test_a_wrong_address_or_method_does_nothing(officer, page, links):
    assert officer.get(f"{page}eit2/poster.pdf").status_code == 404
    assert officer.get(page.replace("rehearsal-2569", "no-round")).status_code == 404
    assert officer.get(f"{page}codes/").status_code == 405
    assert officer.post(page).status_code == 405


def test_the_page_asks_few_questions_of_the_database(officer, page, links, django_assert_max_num_queries):
    officer.get(page)
    with django_assert_max_num_queries(18):
        officer.get(page)


def test_two_agencies_with_like_codes_get_addresses_of_their_own(collecting, agency, other_agency):
    for one in (agency, other_agency):
        make_links(round_id=collecting.id, agency_id=one.pk, agency_code="town", actor="person/1")
    assert sorted(SurveyLink.objects.values_list("code", flat=True)) == ["town-e", "town-e2", "town-i", "town-i2"]


def test_the_last_day_is_the_one_that_counts_in_full(officer, client, page, links):
    last = timezone.localdate() + timedelta(days=10)
    apps.get_model("rounds", "RoundPhase").objects.filter(key="surveys").update(closes_at=end_of(last))
    day, after = format_date(last), format_date(last + timedelta(days=1))
    shown = [officer.get(page).content.decode(), client.get("/s/town-e/").content.decode()]
    assert all(day in text and after not in text for text in shown)
    poster = text_of(officer.get(f"{page}eit1/poster.pdf"))
    assert "".join(to_thai_digits(day).split()) in "".join(poster.split())

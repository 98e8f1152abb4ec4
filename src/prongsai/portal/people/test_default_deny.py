"""Walks every address below /office/: whoever adds a page is asked here who may open it."""

import pytest
from django.urls import URLPattern, get_resolver
from django.utils import timezone

from prongsai.portal.people.access import take_national_seat
from prongsai.portal.people.roles import NATIONAL_PERMISSIONS, NATIONAL_ROLES, ROLE_PERMISSIONS, Permission

pytestmark = pytest.mark.django_db

OFFICE = "office/"
EVERYONE_WITH_AN_ACCOUNT = {"office/"}
SAMPLES = {
    "<slug:agency_code>": "{agency}",
    "<int:": "1",
    "<fiscal_year:": "2569",
    "<slug:": "x",
    "<str:": "x",
    "<path:": "x",
}


def patterns(resolver=None, prefix=""):
    for entry in (resolver or get_resolver()).url_patterns:
        address = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield address.removeprefix("^"), entry.callback
        else:
            yield from patterns(entry, address)


OFFICE_PAGES = {address: view for address, view in patterns() if address.startswith(OFFICE)}
NATIONAL = sorted(address for address in OFFICE_PAGES if address.startswith("office/national/"))
OF_AN_AGENCY = sorted(set(OFFICE_PAGES) - EVERYONE_WITH_AN_ACCOUNT - set(NATIONAL))


def address_of(pattern, agency_code):
    """An address that the pattern matches; objects in it need not exist."""
    import re

    def sample(match):
        return next(value for start, value in SAMPLES.items() if match[0].startswith(start))

    return "/" + re.sub(r"<[^>]+>", sample, pattern).replace("{agency}", agency_code)


def test_the_walk_finds_the_office():
    assert "office/<slug:agency_code>/" in OFFICE_PAGES
    assert "office/<slug:agency_code>/people/" in OFFICE_PAGES
    assert "office/national/" in NATIONAL


@pytest.mark.parametrize("pattern", sorted(OFFICE_PAGES))
def test_every_page_of_the_office_names_its_permission(pattern):
    view = OFFICE_PAGES[pattern]
    if pattern in EVERYONE_WITH_AN_ACCOUNT:
        assert getattr(view, "signed_in", False), f"{pattern}: decorate it with people.access.signed_in"
    elif pattern in NATIONAL:
        asked = getattr(view, "national_permission", None)
        assert asked in NATIONAL_PERMISSIONS, f"{pattern}: decorate it with people.access.national_view(Permission.…)"
    else:
        asked = getattr(view, "permission", None)
        assert isinstance(asked, Permission), f"{pattern}: decorate it with people.access.office_view(Permission.…)"
        assert pattern.startswith("office/<slug:agency_code>/"), f"{pattern}: begin it with the agency's code"


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("pattern", sorted(OFFICE_PAGES))
def test_a_visitor_is_led_to_the_sign_in(visitor, agency, pattern, method):
    response = getattr(visitor, method)(address_of(pattern, agency.code))
    assert response.status_code == 302
    assert response["Location"].startswith("/account/sign-in/?next=/office/")


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("who", ["stranger", "assessor", "national_office"])
@pytest.mark.parametrize("pattern", OF_AN_AGENCY)
def test_to_a_stranger_the_agency_does_not_exist(request, agency, pattern, who, method):
    player = request.getfixturevalue(who)
    assert getattr(player, method)(address_of(pattern, agency.code)).status_code == 404


@pytest.mark.parametrize("pattern", OF_AN_AGENCY)
def test_an_auditor_writes_nowhere(auditor, agency, pattern):
    assert auditor.post(address_of(pattern, agency.code)).status_code in {403, 405}


@pytest.mark.parametrize("who", ["officer", "executive", "unit_head", "contributor", "auditor"])
@pytest.mark.parametrize("pattern", OF_AN_AGENCY)
def test_without_the_permission_a_page_is_refused(request, agency, pattern, who):
    player = request.getfixturevalue(who)
    refused = player.get(address_of(pattern, agency.code)).status_code == 403
    assert refused is not player.seat.may(OFFICE_PAGES[pattern].permission)


@pytest.mark.parametrize("pattern", OF_AN_AGENCY)
def test_an_unknown_agency_is_not_found(officer, pattern):
    assert officer.get(address_of(pattern, "nowhere")).status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("who", ["officer", "executive", "unit_head", "auditor", "stranger"])
@pytest.mark.parametrize("pattern", NATIONAL)
def test_to_those_who_work_in_an_agency_there_are_no_national_pages(request, agency, pattern, who, method):
    player = request.getfixturevalue(who)
    assert getattr(player, method)(address_of(pattern, agency.code)).status_code == 404


@pytest.mark.parametrize("who", ["assessor", "national_office"])
@pytest.mark.parametrize("pattern", NATIONAL)
def test_without_the_permission_a_national_page_is_refused(request, agency, pattern, who):
    player = request.getfixturevalue(who)
    refused = player.get(address_of(pattern, agency.code)).status_code == 403
    seat = take_national_seat(player.person)
    assert refused is not seat.may(OFFICE_PAGES[pattern].national_permission)


def test_what_is_asked_nationally_is_granted_by_no_role_in_an_agency():
    for role, granted in ROLE_PERMISSIONS.items():
        assert role in NATIONAL_ROLES or not granted & NATIONAL_PERMISSIONS, role


def test_an_ended_national_role_opens_nothing(national_office):
    national_office.person.memberships.update(ended_at=timezone.now())
    assert national_office.get("/office/national/").status_code == 404


def test_a_person_put_out_of_work_has_no_national_seat(national_office):
    national_office.person.is_active = False
    assert take_national_seat(national_office.person) is None

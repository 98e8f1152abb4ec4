"""Walks every address below /office/: whoever adds a page is asked here who may open it."""

import pytest
from django.urls import URLPattern, get_resolver

from prongsai.portal.people.roles import Permission

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
OF_AN_AGENCY = sorted(set(OFFICE_PAGES) - EVERYONE_WITH_AN_ACCOUNT)


def address_of(pattern, agency_code):
    """An address that the pattern matches; objects in it need not exist."""
    import re

    def sample(match):
        return next(value for start, value in SAMPLES.items() if match[0].startswith(start))

    return "/" + re.sub(r"<[^>]+>", sample, pattern).replace("{agency}", agency_code)


def test_the_walk_finds_the_office():
    assert "office/<slug:agency_code>/" in OFFICE_PAGES
    assert "office/<slug:agency_code>/people/" in OFFICE_PAGES


@pytest.mark.parametrize("pattern", sorted(OFFICE_PAGES))
def test_every_page_of_the_office_names_its_permission(pattern):
    view = OFFICE_PAGES[pattern]
    if pattern in EVERYONE_WITH_AN_ACCOUNT:
        assert getattr(view, "signed_in", False), f"{pattern}: decorate it with people.access.signed_in"
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

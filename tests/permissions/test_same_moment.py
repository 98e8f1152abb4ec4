"""The same form twice at the same moment, as by an impatient finger: no fault of the portal, and nothing is torn."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client

from prongsai.portal.journal.queries import verify_chain
from prongsai.portal.people.models import Invitation, Membership, Person
from prongsai.portal.people.roles import Role
from prongsai.portal.plans.models import Plan, StepCheck
from tests.permissions.expectations import NATIONAL, OFFICE
from tests.permissions.walking import every_address

pytestmark = pytest.mark.django_db(transaction=True)

ADDRESSES = every_address()
LONGEST_WAIT = 60
NEW = {"display_name": "ผู้รายงานใหม่", "password": "a long enough password", "language": "th"}


def at_once(*calls):
    """The status that each call is answered with."""
    start = Barrier(len(calls), timeout=LONGEST_WAIT)

    def act(call):
        try:
            start.wait()
            return call().status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as people:
        return list(people.map(act, calls))


def twice(player, address, sent):
    """Two tabs of one browser."""

    def tab():
        browser = Client(raise_request_exception=False)
        browser.cookies = player.cookies.copy()
        return browser.post(address, sent)

    return at_once(tab, tab)


def test_two_clicks_are_answered_in_words_and_leave_the_journal_whole(request, whole_town, national_office):
    playing = ("contributor", "officer", "executive", "unit_head", "national_office")
    players = {who: request.getfixturevalue(who) for who in playing}
    faults = {}
    for name, rule in [*OFFICE.items(), *NATIONAL.items()]:
        for who in sorted(rule.writes & set(players))[:1]:
            numbers = whole_town.numbers_of(rule.of)
            sent = {key: str(value).format(**numbers) for key, value in rule.post.items() if key != "file"}
            answers = twice(players[who], ADDRESSES[name].to(numbers), sent)
            if max(answers) >= 500:
                faults[name] = answers
    assert faults == {}
    assert verify_chain().is_whole
    assert Plan.objects.filter(agency=whole_town.agency, year=2569, version=2).count() == 1
    assert StepCheck.objects.filter(step=whole_town.step, passed=True).count() == 1
    assert Invitation.objects.filter(email="new@town.example", withdrawn_at=None, accepted_at=None).count() == 1


def test_one_invitation_makes_one_person_however_often_it_is_clicked(town):
    address = f"/account/invitation/{town.token}/"
    answers = twice(Client(), address, NEW)
    assert 302 in answers
    assert max(answers) < 500
    [guest] = Person.objects.filter(email=town.invitation.email)
    assert Membership.objects.filter(person=guest).count() == 1


def test_two_officers_who_end_each_other_leave_one(officer, colleague, agency):
    held = {player: Membership.objects.get(person=player.person) for player in (officer, colleague)}
    at_once(
        lambda: officer.post(f"/office/town/people/members/{held[colleague].pk}/end/"),
        lambda: colleague.post(f"/office/town/people/members/{held[officer].pk}/end/"),
    )
    assert Membership.objects.filter(agency=agency, role=Role.OFFICER, ended_at=None).count() == 1

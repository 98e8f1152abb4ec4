"""Each address of the portal × each member of the cast × each method, as the table in `expectations` has it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from prongsai.portal.people.actions import invite_person
from prongsai.portal.people.roles import Role
from tests.permissions.expectations import (
    DECLARED,
    DOORS,
    EVERYBODY,
    IN_OTHER_STATES,
    NATIONAL,
    NATIONALS,
    OFFICE,
    OUTSIDERS,
    PUBLIC,
    SIGNED_IN,
)
from tests.permissions.walking import METHODS, READING, changed_tables, every_address, fingerprint

pytestmark = pytest.mark.django_db

ADDRESSES = every_address()
GROUPS = {
    "the whole agency": ("officer", "colleague", "executive", "auditor"),
    "its units": ("unit_head", "other_unit_head", "contributor"),
    "outside": ("visitor", "stranger", "seatless", "assessor", "national_office"),
}
WITH_EVERY_METHOD = {"officer", "contributor", "stranger", "visitor"}
RARER = ("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS")
LEAD_ON = {
    "office:home",
    "results:newest",
    "rounds:rounds",
    "national-surveys:tallies-csv",
    "national-surveys:tallies-json",
}
"""Pages that lead straight on where there is only one way: to tallies none before the counting is closed."""

SIGNING_OUT_LAST = sorted(DOORS, key="account_logout".__eq__)
GUESSED = {"uidb36": "1", "key": "abcdef-0123456789abcdef"}


def test_every_address_is_declared_with_who_may():
    undeclared = sorted(set(ADDRESSES) - DECLARED)
    assert not undeclared, f"{undeclared}: say in tests/permissions/expected who may read and who may write"
    assert not DECLARED - set(ADDRESSES), "these addresses are gone: take them out of tests/permissions/expected"


def test_everybody_tries_every_address():
    assert {who for group in GROUPS.values() for who in group} == EVERYBODY


@pytest.mark.parametrize("group", GROUPS)
def test_every_address_answers_as_the_table_says(request, group, whole_town, blank_pages):
    players = {who: request.getfixturevalue(who) for who in GROUPS[group]}
    before, faults = fingerprint(), []
    tried = [*PUBLIC.items(), *OFFICE.items(), *NATIONAL.items(), *IN_OTHER_STATES]
    for number, (name, rule) in enumerate(tried):
        for turn, (who, player) in enumerate(players.items(), number):
            faults += _faults(player, who, name, rule, _methods(who, turn), whole_town, before)
        if changed := changed_tables(before):
            faults.append(f"one of {list(players)} changed {changed} by {name} ({rule.of}) without being allowed to")
            before = fingerprint()
    assert not faults, "\n" + "\n".join(faults)


def _methods(who, turn):
    """Those of whom one is enough try every method; with the others the rarer methods take turns."""
    return METHODS if who in WITH_EVERY_METHOD else ("GET", "POST", RARER[turn % len(RARER)])


def _faults(player, who, name, rule, methods, town, before):
    """What is wrong with the answers of one address."""
    numbers = town.numbers_of(rule.of)
    for method in methods:
        if method == "POST" and who in rule.writes:
            yield from _faults_of_a_write(player, who, name, rule, numbers, before)
        else:
            yield from _faults_of_a_try(player, who, name, rule, numbers, method)


def _faults_of_a_write(player, who, name, rule, numbers, before):
    """Whoever may write does; what was written is undone."""
    with transaction.atomic():
        response = _ask(player, name, rule, "POST", numbers)
        changed = changed_tables(before)
        transaction.set_rollback(True)
    if response.status_code != rule.done or bool(changed) != rule.changes:
        yield f"{who} POST {name} ({rule.of}) answered {response.status_code}, not {rule.done}, and changed {changed}"


def _faults_of_a_try(player, who, name, rule, numbers, method):
    response = _ask(player, name, rule, method, numbers)
    if method in READING and who in rule.reads:
        fine = response.status_code in ({200, 302} if name in LEAD_ON else {200})
    else:
        fine = _is_refusal(response, who, name, rule, method)
    if not fine:
        yield f"{who} {method} {name} ({rule.of}) answered {response.status_code}"


def _is_refusal(response, who, name, rule, method):
    """Whether it is the refusal that is due: outsiders must not learn whether the thing exists."""
    if name in PUBLIC:
        return response.status_code in ({404, 405} if rule.unseen else {405})
    if who == "visitor":
        return response.status_code == 302 and "/account/sign-in/?next=/" in response["Location"]
    if name == "office:home":
        return response.status_code == 405
    if who in (SIGNED_IN - NATIONALS if name in NATIONAL else OUTSIDERS):
        return response.status_code == 404
    only_hidden = rule.unseen and not rule.writes
    is_answered = rule.reads or only_hidden if method in READING else rule.writes and method == "POST"
    if who in rule.unseen and is_answered:
        return response.status_code in {404, 405}
    return response.status_code in ({403, 404} if is_answered else {403, 404, 405})


def _ask(player, name, rule, method, numbers):
    """Send it; the languages take turns."""
    address = ADDRESSES[name].to(numbers, "en" if method in {"HEAD", "PUT"} else "th")
    if method == "POST":
        response = player.post(address, _posted(rule, numbers))
    else:
        response = player.generic(method, address, "title=x", "application/x-www-form-urlencoded")
    for close in response._resource_closers:
        close()  # a server does so after sending; `response.close()` would take the test's database along
    return response


def _posted(rule, numbers):
    sent = {key: str(value).format(**numbers) for key, value in rule.post.items()}
    if "file" in sent:
        sent["file"] = SimpleUploadedFile("scores.csv", sent["file"].encode())
    return sent


@pytest.mark.parametrize("who", ["visitor", "officer", "seatless"])
def test_the_doors_answer_as_the_table_says(request, officer, agency, who):
    sent = invite_person(
        actor="tester", invited_by=officer.person, agency=agency, email="guest@town.example", role=Role.AUDITOR
    )
    player, numbers, before = request.getfixturevalue(who), GUESSED | {"token": sent.token}, fingerprint()
    faults = [fault for name in SIGNING_OUT_LAST for fault in _faults_of_a_door(player, who, name, numbers)]
    assert not faults, "\n" + "\n".join(faults)
    assert set(changed_tables(before)) <= {"django_session", "account_emailaddress"}


def _faults_of_a_door(player, who, name, numbers):
    address, door = ADDRESSES[name].to(numbers), DOORS[name]
    expected = door.visitor if who == "visitor" else door.signed_in
    told = player.get(address).status_code, player.post(address).status_code
    if told != expected:
        yield f"{who} {name} answered {told} to GET and POST, not {expected}"
    for method in ("PUT", "PATCH", "DELETE"):
        answered = player.generic(method, address).status_code
        if answered not in {200, 302, 403, 404, 405}:
            yield f"{who} {method} {name} answered {answered}"

"""The fixed cast: who stands in every test of the office, each a signed-in client with a `seat`.

    def test_a_stranger_does_not_see_the_plan(stranger, agency):
        assert stranger.get(f"/office/{agency.code}/plans/2569/").status_code == 404

In `agency` (code "town", units `clerk_office` and `treasury`): `officer`, `colleague` (another officer), `executive`,
`unit_head` and `contributor` of clerk_office, `other_unit_head` of treasury, `auditor`. In `other_agency` (code
"village", unit `village_office`): `stranger`, its officer. Without an agency: `assessor`, `national_office`
(`.seat` is None). `visitor` is nobody. `everybody_here` are those of `agency` by name.

Import them in a conftest: `from tests.cast import *`. Every play opens the database.
"""

from collections.abc import Callable

import pytest
from django.test import Client

from prongsai.portal.agencies.actions import add_unit, save_agency
from prongsai.portal.agencies.queries import Agency, Unit
from prongsai.portal.people.access import Seat, take_seat
from prongsai.portal.people.actions import add_person, grant_role
from prongsai.portal.people.models import Person
from prongsai.portal.people.roles import Role

__all__ = [
    "agency",
    "assessor",
    "auditor",
    "clerk_office",
    "colleague",
    "contributor",
    "everybody_here",
    "executive",
    "hire",
    "national_office",
    "officer",
    "other_agency",
    "other_unit_head",
    "stranger",
    "treasury",
    "unit_head",
    "village_office",
    "visitor",
]


class Player(Client):
    """A browser of somebody who has signed in."""

    person: Person
    agency: Agency | None

    @property
    def seat(self) -> Seat | None:
        """The seat as it is now: read anew each time, so that a changed role shows."""
        return take_seat(self.person, self.agency) if self.agency else None


@pytest.fixture
def hire(db) -> Callable[..., Player]:
    """Makes a person with a role and signs them in: `hire("name", agency, Role.OFFICER)`."""

    def act(name: str, agency: Agency | None, role: Role, *units: Unit) -> Player:
        person = add_person(actor="tester", email=f"{name}@cast.example", display_name=name, password=None)
        grant_role(actor="tester", person=person, agency=agency, role=role, units=units)
        player = Player()
        player.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        player.person, player.agency = person, agency
        return player

    return act


@pytest.fixture
def agency(db) -> Agency:
    return save_agency(
        actor="tester", code="town", name_th="เทศบาลเมืองตัวอย่าง", name_en="Example Town", type="town-municipality"
    )


@pytest.fixture
def other_agency(db) -> Agency:
    return save_agency(
        actor="tester",
        code="village",
        name_th="องค์การบริหารส่วนตำบลอื่น",
        name_en="Other Village",
        type="subdistrict-organisation",
    )


@pytest.fixture
def clerk_office(agency) -> Unit:
    return add_unit(actor="tester", agency=agency, name="สำนักปลัดเทศบาล")


@pytest.fixture
def treasury(agency) -> Unit:
    return add_unit(actor="tester", agency=agency, name="กองคลัง")


@pytest.fixture
def village_office(other_agency) -> Unit:
    return add_unit(actor="tester", agency=other_agency, name="สำนักปลัด")


@pytest.fixture
def officer(hire, agency) -> Player:
    return hire("officer", agency, Role.OFFICER)


@pytest.fixture
def colleague(hire, agency) -> Player:
    return hire("colleague", agency, Role.OFFICER)


@pytest.fixture
def executive(hire, agency) -> Player:
    return hire("executive", agency, Role.EXECUTIVE)


@pytest.fixture
def unit_head(hire, agency, clerk_office) -> Player:
    return hire("unit-head", agency, Role.UNIT_HEAD, clerk_office)


@pytest.fixture
def other_unit_head(hire, agency, treasury) -> Player:
    return hire("other-unit-head", agency, Role.UNIT_HEAD, treasury)


@pytest.fixture
def contributor(hire, agency, clerk_office) -> Player:
    return hire("contributor", agency, Role.CONTRIBUTOR, clerk_office)


@pytest.fixture
def auditor(hire, agency) -> Player:
    return hire("auditor", agency, Role.AUDITOR)


@pytest.fixture
def assessor(hire) -> Player:
    return hire("assessor", None, Role.ASSESSOR)


@pytest.fixture
def national_office(hire) -> Player:
    return hire("national-office", None, Role.OFFICE)


@pytest.fixture
def stranger(hire, other_agency) -> Player:
    return hire("stranger", other_agency, Role.OFFICER)


@pytest.fixture
def visitor() -> Client:
    return Client()


@pytest.fixture
def everybody_here(
    officer, colleague, executive, unit_head, other_unit_head, contributor, auditor
) -> dict[str, Player]:
    return {
        player.person.display_name: player
        for player in (officer, colleague, executive, unit_head, other_unit_head, contributor, auditor)
    }

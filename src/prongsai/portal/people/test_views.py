import pytest

from prongsai.portal.agencies.queries import Unit
from prongsai.portal.people.models import Membership

pytestmark = pytest.mark.django_db


def membership_of(player):
    return Membership.objects.get(person=player.person)


def test_everybody_here_sees_who_works_here_but_only_officers_see_emails(everybody_here):
    for name, player in everybody_here.items():
        content = player.get("/office/town/people/").content.decode()
        assert "other-unit-head" in content
        assert ("unit-head@cast.example" in content) is (name in {"officer", "colleague"})


def test_an_officer_changes_a_role_and_its_units(officer, contributor, treasury):
    held = membership_of(contributor)
    response = officer.post(f"/office/town/people/members/{held.pk}/", {"role": "unit-head", "units": [treasury.pk]})
    assert response["Location"] == "/office/town/people/"
    held.refresh_from_db()
    assert (held.role, list(held.units.all())) == ("unit-head", [treasury])


def test_ending_a_membership_shuts_the_door_at_once(officer, auditor):
    assert auditor.get("/office/town/").status_code == 200
    officer.post(f"/office/town/people/members/{membership_of(auditor).pk}/end/")
    assert auditor.get("/office/town/").status_code == 404


def test_the_last_officer_stays(officer, agency):
    held = membership_of(officer)
    response = officer.post(f"/office/town/people/members/{held.pk}/end/", follow=True)
    assert "คนสุดท้าย" in response.content.decode()
    response = officer.post(f"/office/town/people/members/{held.pk}/", {"role": "auditor"})
    assert "คนสุดท้าย" in response.content.decode()
    assert officer.seat.roles == {"officer"}


@pytest.mark.parametrize("page", ["", "end/"])
def test_a_member_of_another_agency_is_not_found(officer, stranger, page):
    held = membership_of(stranger)
    assert officer.post(f"/office/town/people/members/{held.pk}/{page}").status_code == 404
    assert stranger.seat is not None


def test_units_are_added_renamed_and_closed(officer, agency, clerk_office):
    officer.post("/office/town/units/", {"name": " กองช่าง "})
    unit = Unit.objects.get(name="กองช่าง")
    officer.post(f"/office/town/units/{unit.pk}/rename/", {"name": "กองช่างและผังเมือง"})
    officer.post(f"/office/town/units/{unit.pk}/close/")
    unit.refresh_from_db()
    assert (unit.name, unit.is_active) == ("กองช่างและผังเมือง", False)
    assert "ปิดแล้ว" in officer.get("/office/town/units/").content.decode()


def test_a_unit_name_is_used_once(officer, clerk_office, treasury):
    assert "มีสำนัก/กองชื่อนี้แล้ว" in officer.post("/office/town/units/", {"name": "กองคลัง"}).content.decode()
    page = officer.post(f"/office/town/units/{clerk_office.pk}/rename/", {"name": "กองคลัง"}, follow=True)
    assert "มีสำนัก/กองชื่อนี้แล้ว" in page.content.decode()


def test_a_unit_of_another_agency_is_not_found(officer, agency, village_office):
    assert officer.post(f"/office/town/units/{village_office.pk}/close/").status_code == 404
    assert officer.post(f"/office/town/units/{village_office.pk}/rename/", {"name": "x"}).status_code == 404


def test_a_form_from_elsewhere_is_refused(officer, agency):
    officer.handler.enforce_csrf_checks = True
    assert officer.post("/office/town/units/", {"name": "กองช่าง"}).status_code == 403
    assert not Unit.objects.exists()


def test_the_people_page_takes_the_same_queries_however_many_work_here(
    officer, everybody_here, django_assert_max_num_queries
):
    with django_assert_max_num_queries(11):
        officer.get("/office/town/people/")

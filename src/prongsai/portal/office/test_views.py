import pytest
from django.utils import timezone

from prongsai.portal.journal.queries import JournalLine
from prongsai.portal.office import journal_page
from prongsai.portal.office.desk import cards_for, national_cards_for
from prongsai.portal.people.access import Seat, take_national_seat
from prongsai.portal.people.actions import grant_role
from prongsai.portal.people.roles import Role

pytestmark = pytest.mark.django_db


def test_with_one_agency_the_desk_opens_at_once(officer, agency):
    assert officer.get("/office/")["Location"] == "/office/town/"
    assert "เทศบาลเมืองตัวอย่าง" in officer.get("/office/?choose=1").content.decode()


def test_with_two_agencies_there_is_a_choice(officer, other_agency):
    grant_role(actor="tester", person=officer.person, agency=other_agency, role=Role.AUDITOR)
    content = officer.get("/office/").content.decode()
    assert 'href="/office/town/"' in content
    assert 'href="/office/village/"' in content


def test_who_has_no_role_is_told_so(officer):
    officer.person.memberships.update(ended_at=timezone.now())
    assert "ยังไม่มีบทบาทในหน่วยงานใด" in officer.get("/office/").content.decode()


@pytest.mark.parametrize("who", ["assessor", "national_office"])
def test_who_works_for_all_agencies_begins_at_the_national_desk(request, who):
    player = request.getfixturevalue(who)
    assert player.get("/office/")["Location"] == "/office/national/"
    for card in national_cards_for(take_national_seat(player.person)):
        assert player.get(card.href, follow=True).status_code == 200, card


def test_a_national_role_beside_an_agency_gives_a_choice(officer):
    grant_role(actor="tester", person=officer.person, agency=None, role=Role.ASSESSOR)
    content = officer.get("/office/").content.decode()
    assert 'href="/office/national/"' in content
    assert 'href="/office/town/"' in content


def test_the_desk_leads_only_where_the_seat_may_go(everybody_here):
    for player in everybody_here.values():
        assert player.get("/office/town/").status_code == 200
        for card in cards_for(player.seat):
            assert player.get(card.href, follow=True).status_code == 200, card


def test_every_area_of_the_desk_counts_for_a_seat(officer, contributor):
    assert isinstance(officer.seat, Seat)
    assert len(cards_for(contributor.seat)) < len(cards_for(officer.seat))


def test_the_journal_tells_who_did_what_here_and_nothing_of_others(officer, stranger, agency):
    officer.post("/office/town/units/", {"name": "กองช่าง"})
    stranger.post("/office/village/units/", {"name": "กองของคนอื่น"})
    content = officer.get("/office/town/journal/").content.decode()
    assert "เพิ่มสำนัก/กอง" in content
    assert "กองช่าง" in content
    assert "officer" in content
    assert "กองของคนอื่น" not in content
    assert "ต่อกันครบ" in content


def test_a_code_that_begins_alike_is_another_agency(officer, hire):
    from prongsai.portal.agencies.actions import save_agency

    save_agency(actor="tester", code="town-hall", name_th="ศาลากลาง", type="province")
    assert "town-hall" not in officer.get("/office/town/journal/").content.decode()


def test_a_changed_line_is_announced(auditor):
    JournalLine.objects.filter(pk=JournalLine.objects.first().pk).update(actor="somebody else")
    assert "ขาดที่บรรทัด" in auditor.get("/office/town/journal/").content.decode()


def test_a_long_journal_is_walked_when_asked(auditor, monkeypatch):
    monkeypatch.setattr(journal_page, "CHECKED_UNASKED", 0)
    assert "ยังไม่ได้ตรวจ" in auditor.get("/office/town/journal/").content.decode()
    assert "ต่อกันครบ" in auditor.get("/office/town/journal/?check=1").content.decode()


@pytest.mark.parametrize(
    "page", ["/office/?choose=1", "/office/town/", "/office/town/people/", "/office/town/journal/"]
)
def test_pages_of_the_office_are_not_kept_by_anybody(officer, page):
    policy = officer.get(page)["Cache-Control"]
    assert "no-store" in policy
    assert "private" in policy


def test_the_first_public_page_asks_nothing_about_a_session(client, db):
    response = client.get("/")
    assert "Set-Cookie" not in response.headers
    assert 'href="/office/"' in response.content.decode()

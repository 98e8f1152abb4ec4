"""The national office invites the people of many agencies from a list."""

import csv
import re
import stat

import pytest
from django.core import mail

from prongsai.cli import main
from prongsai.commands import inviting
from prongsai.portal.agencies.actions import save_agency
from prongsai.portal.agencies.queries import agencies_by_code
from prongsai.portal.people import inviting_many
from prongsai.portal.people.actions import add_person, grant_role
from prongsai.portal.people.invitation_mail import PRINTED_ONLY
from prongsai.portal.people.models import Invitation
from prongsai.portal.people.queries import members_of
from prongsai.portal.people.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)

OFFICE = "office@example.go.th"
LIST = "agency,email,role\ntown,ita@town.go.th,\ntown,head@town.go.th,executive\nvillage,ita@village.go.th,\n"


@pytest.fixture(autouse=True)
def _world(monkeypatch, settings):
    monkeypatch.setattr(inviting, "make_ready", lambda: None)
    settings.PRONGSAI_ADDRESS = "https://ita.example"
    for code in ("town", "village"):
        save_agency(actor="tester", code=code, name_th=f"เทศบาล {code}", type="town-municipality", province="ตาก")
    office = add_person(actor="tester", email=OFFICE, display_name="ส่วนกลาง", password=None)
    grant_role(actor="tester", person=office, agency=None, role=Role.OFFICE)


@pytest.fixture
def invite(tmp_path):
    def act(*words, text=LIST, by=OFFICE):
        file = tmp_path / "people.csv"
        file.write_text(text, "utf-8")
        return main(
            ["--language", "en", "invite", str(file), "--by", by, "--links", str(tmp_path / "links.csv"), *words]
        )

    return act


@pytest.fixture
def links(tmp_path):
    def read():
        with (tmp_path / "links.csv").open(encoding="utf-8", newline="") as opened:
            return [(row["agency"], row["email"], row["link"]) for row in csv.DictReader(opened)]

    return read


def test_everybody_gets_a_mail_and_a_link_that_opens(invite, links, client, tmp_path, capsys):
    assert invite() == 0
    assert "3 mailed, 0 with a link and no mail, 0 passed who hold" in capsys.readouterr().out
    assert [one.to for one in mail.outbox] == [["ita@town.go.th"], ["head@town.go.th"], ["ita@village.go.th"]]
    kept = links()
    for (_, _, link), sent in zip(kept, mail.outbox, strict=True):
        assert link in sent.body
        assert re.fullmatch(r"https://ita\.example/.+", link)
        assert client.get(link.removeprefix("https://ita.example")).status_code == 200
    assert stat.S_IMODE((tmp_path / "links.csv").stat().st_mode) == 0o600


def test_an_invited_person_comes_to_hold_the_role(invite, links, client):
    invite()
    link = links()[1][2].removeprefix("https://ita.example")
    client.post(link, {"display_name": "นายกเทศมนตรี", "password": "ฝนตกที่ตาก-2569", "language": "th"})
    [member] = members_of(agencies_by_code()["town"].pk)
    assert (member.person.email, member.role) == ("head@town.go.th", Role.EXECUTIVE)
    invite()
    assert len(links()) == len(mail.outbox) == 3


def test_the_same_list_again_invites_nobody_twice(invite, links, capsys):
    invite()
    assert invite() == 0
    assert "0 mailed, 0 with a link and no mail, 3 passed who hold" in capsys.readouterr().out
    assert len(links()) == len(mail.outbox) == 3
    assert invite("--again") == 0
    assert len(links()) == 6
    assert Invitation.objects.filter(withdrawn_at=None).count() == 3


def test_a_run_that_was_stopped_goes_on_where_it_was(invite, links, monkeypatch):
    whole, done = inviting_many.mail_invitation, []

    def stopped_at_the_second(invitation, link):
        if done:
            raise KeyboardInterrupt
        done.append(link)
        return whole(invitation, link)

    monkeypatch.setattr(inviting_many, "mail_invitation", stopped_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        invite()
    monkeypatch.setattr(inviting_many, "mail_invitation", whole)
    assert invite() == 0
    assert [one.to for one in mail.outbox] == [["ita@town.go.th"], ["head@town.go.th"], ["ita@village.go.th"]]
    assert [link for _, _, link in links() if not any(link in one.body for one in mail.outbox)] == [links()[1][2]]


def test_a_mail_server_that_is_down_leaves_the_links(invite, links, monkeypatch, capsys):
    monkeypatch.setattr(inviting_many, "mail_invitation", lambda _invitation, _link: "ConnectionRefusedError")
    assert invite() == 0
    assert "0 mailed, 3 with a link and no mail" in capsys.readouterr().out
    assert len(links()) == 3
    assert {one.mail_problem for one in Invitation.objects.all()} == {"ConnectionRefusedError"}
    monkeypatch.undo()
    monkeypatch.setattr(inviting, "make_ready", lambda: None)
    assert invite() == 0
    assert "3 mailed, 0 with a link and no mail, 0 passed who hold" in capsys.readouterr().out


def test_without_a_mail_server_the_links_are_enough(invite, links, settings, capsys):
    settings.EMAIL_BACKEND = PRINTED_ONLY
    assert invite() == invite() == 0
    first, second = capsys.readouterr().out.splitlines()
    assert "3 with a link and no mail, 0 passed who hold" in first
    assert "0 with a link and no mail, 3 passed who hold" in second
    assert len(links()) == 3


@pytest.mark.parametrize(
    ("text", "by", "said"),
    [
        (LIST + "nowhere,x@y.go.th,\n", OFFICE, "row 5 column agency"),
        (LIST, "stranger@example.go.th", "prongsai person EMAIL --role office"),
        ("", OFFICE, "empty"),
    ],
)
def test_what_cannot_be_used_is_said_and_invites_nobody(invite, tmp_path, capsys, text, by, said):
    assert invite(text=text, by=by) == 2
    assert said in capsys.readouterr().err
    assert not Invitation.objects.exists()
    assert not (tmp_path / "links.csv").exists()


def test_an_assessor_does_not_invite(invite, capsys):
    assessor = add_person(actor="tester", email="assessor@example.go.th", display_name="ผู้ประเมิน", password=None)
    grant_role(actor="tester", person=assessor, agency=None, role=Role.ASSESSOR)
    assert invite(by=assessor.email) == 2
    assert "national office" in capsys.readouterr().err


def test_without_the_portals_address_there_are_no_links(invite, settings, capsys):
    settings.PRONGSAI_ADDRESS = ""
    assert invite() == 2
    assert "PRONGSAI_ADDRESS" in capsys.readouterr().err


def test_links_that_cannot_be_written_leave_no_invitation(invite, tmp_path, capsys):
    (tmp_path / "links.csv").mkdir()
    assert invite() == 2
    assert "links.csv" in capsys.readouterr().err
    assert not Invitation.objects.exists()

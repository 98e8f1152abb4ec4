"""An installation without the demonstration begins: its agencies from a file, its first people by name."""

import io

import pytest

from prongsai.cli import main
from prongsai.commands import agencies, inviting, people
from prongsai.portal.agencies.queries import agencies_by_code
from prongsai.portal.config import serving
from prongsai.portal.journal.models import JournalLine
from prongsai.portal.people.queries import find_person

pytestmark = pytest.mark.django_db(transaction=True)

HEAD = "code,name,type,province,staff,clients\n"
TOWN = "town,เทศบาลเมืองตัวอย่าง,ทม.,ตาก,๑๒๐,\n"
STRONG = "ฝนตกที่ตาก-2569\n"


@pytest.fixture(autouse=True)
def _database_is_ready(monkeypatch):
    for command in (agencies, inviting, people):
        monkeypatch.setattr(command, "make_ready", lambda: None)


@pytest.fixture
def bring(tmp_path):
    def act(text, *words):
        file = tmp_path / "agencies.csv"
        file.write_text(text, "utf-8")
        return main([*words, "agencies", str(file)])

    return act


@pytest.fixture
def add(monkeypatch):
    """`prongsai person` with a password on its input."""

    def act(*words, password=STRONG):
        monkeypatch.setattr("sys.stdin", io.StringIO(password))
        return main(["--language", "en", "person", *words])

    return act


def test_a_list_of_agencies_comes_in_and_comes_again_with_a_change(bring, capsys):
    assert bring(HEAD + TOWN + "village,อบต.ตัวอย่าง,subdistrict-organisation,ตาก,,\n") == 0
    assert "เพิ่ม 2 แห่ง" in capsys.readouterr().out
    assert bring(HEAD + TOWN.replace("ทม.", "เทศบาลนคร"), "--language", "en") == 0
    assert "0 added, 1 changed, 0 as before" in capsys.readouterr().out
    there = agencies_by_code()
    assert (there["town"].type, there["village"].type) == ("city-municipality", "subdistrict-organisation")
    assert JournalLine.objects.filter(verb__startswith="agency.", actor="command").count() == 3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + TOWN + "v,บ้าน,หมู่บ้าน,ตาก,,\n", "หมู่บ้าน"),
        (HEAD + TOWN + TOWN, "town"),
        (HEAD + TOWN + "a b,บ้าน,ทต.,ตาก,,\n", "a b"),
        ("code,name\n", "type, province"),
        ("", "code"),
    ],
)
def test_a_list_with_a_mistake_changes_nothing_and_says_where_it_is(bring, capsys, text, said):
    assert bring(text) == 2
    assert said in capsys.readouterr().err
    assert agencies_by_code() == {}


def test_the_first_people_sign_in(bring, add, capsys):
    assert bring(HEAD + TOWN) == 0
    assert add("Office@Example.go.th", "--role", "office", "--name", "ส่วนกลาง") == 0
    assert add("officer@example.go.th", "--role", "officer", "--agency", "town") == 0
    assert "sign in at /office/" in capsys.readouterr().out
    assert find_person("office@example.go.th").check_password(STRONG.strip())
    assert find_person("officer@example.go.th").display_name == "officer"
    assert add("officer@example.go.th", "--role", "auditor", "--agency", "town", password="") == 0
    assert "now holds the role auditor" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "password", "said"),
    [
        (["--role", "officer"], STRONG, "needs --agency"),
        (["--role", "office", "--agency", "town"], STRONG, "takes no --agency"),
        (["--role", "officer", "--agency", "nowhere"], STRONG, "prongsai agencies FILE"),
        (["--role", "office"], "12345\n", "password"),
        (["--role", "office"], "", "password"),
    ],
)
def test_what_cannot_begin_is_said_and_leaves_no_account(add, capsys, words, password, said):
    assert add("who@example.go.th", *words, password=password) == 2
    assert said in capsys.readouterr().err
    assert find_person("who@example.go.th") is None


def test_who_serves_an_empty_installation_is_told_what_to_do_first(add):
    assert "prongsai person EMAIL" in " ".join(serving.first_steps())
    assert add("who@example.go.th", "--role", "office") == 0
    assert serving.first_steps() == []


def test_a_role_is_not_given_twice(add, capsys):
    assert add("who@example.go.th", "--role", "office") == 0
    assert add("who@example.go.th", "--role", "office") == 2
    assert "already" in capsys.readouterr().err

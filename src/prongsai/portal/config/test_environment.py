import os
import sqlite3
import stat

import pytest

from prongsai.portal.config import environment
from prongsai.portal.config.environment import (
    COUNTS,
    DatabaseTooOldError,
    EnvironmentVariableError,
    allowed_hosts,
    database,
    forget_counts,
    is_on,
    secret_key,
    share_counts,
)


@pytest.fixture
def outside_a_test(monkeypatch, tmp_path):
    monkeypatch.setattr(environment, "UNDER_TEST", False)
    for name in ("PRONGSAI_SECRET_KEY", "PRONGSAI_DATABASE_URL", "PRONGSAI_ALLOWED_HOSTS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PRONGSAI_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_the_first_start_writes_a_secret_that_stays(outside_a_test):
    first = secret_key()
    assert len(first) > 50
    assert secret_key() == first
    assert stat.S_IMODE((outside_a_test / "secret").stat().st_mode) == 0o600
    assert [file.name for file in outside_a_test.iterdir()] == ["secret"]


def test_the_environment_goes_before_the_file(outside_a_test, monkeypatch):
    monkeypatch.setenv("PRONGSAI_SECRET_KEY", "given")
    assert secret_key() == "given"
    assert not outside_a_test.exists()


def test_sqlite_takes_one_writer_at_a_time(outside_a_test):
    setting = database()
    assert setting["NAME"] == outside_a_test / "prongsai.sqlite3"
    assert setting["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_an_old_sqlite_is_refused_with_its_version_and_what_to_do(outside_a_test, monkeypatch):
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.34.1")
    with pytest.raises(DatabaseTooOldError, match=r"found SQLite 3\.34\.1 in this Python") as refused:
        database()
    assert "PRONGSAI_DATABASE_URL" in str(refused.value)


def test_a_postgres_address(outside_a_test, monkeypatch):
    monkeypatch.setenv("PRONGSAI_DATABASE_URL", "postgresql://ita:p%40ss@db:5433/ita?sslmode=require")
    setting = database()
    assert (setting["USER"], setting["PASSWORD"], setting["HOST"], setting["PORT"]) == ("ita", "p@ss", "db", "5433")
    assert setting["OPTIONS"] == {"sslmode": "require", "prepare_threshold": 5}


def test_a_pooler_that_knows_no_prepared_statements_is_spared_them(outside_a_test, monkeypatch):
    address = "postgresql://pooler/ita?prepare_threshold="
    monkeypatch.setenv("PRONGSAI_DATABASE_URL", f"{address}off")
    assert database()["OPTIONS"] == {"prepare_threshold": None}
    monkeypatch.setenv("PRONGSAI_DATABASE_URL", f"{address}never")
    with pytest.raises(EnvironmentVariableError, match="found prepare_threshold=never; write off"):
        database()


def test_a_sqlite_address(outside_a_test, monkeypatch):
    monkeypatch.setenv("PRONGSAI_DATABASE_URL", "sqlite:////data/ita.sqlite3")
    assert str(database()["NAME"]) == "/data/ita.sqlite3"


def test_another_database_is_refused_in_words(outside_a_test, monkeypatch):
    monkeypatch.setenv("PRONGSAI_DATABASE_URL", "mysql://db/ita")
    with pytest.raises(EnvironmentVariableError, match="found mysql; write sqlite:////"):
        database()


def test_hosts_and_switches(outside_a_test, monkeypatch):
    assert allowed_hosts() == ["localhost", "127.0.0.1", "[::1]"]
    monkeypatch.setenv("PRONGSAI_ALLOWED_HOSTS", "ita.example.go.th, www.example.go.th")
    assert allowed_hosts() == ["ita.example.go.th", "www.example.go.th"]
    monkeypatch.setenv("PRONGSAI_DEBUG", "Yes")
    assert is_on("PRONGSAI_DEBUG")
    assert not is_on("PRONGSAI_NOTHING")


def test_without_a_mail_server_emails_are_printed(outside_a_test, monkeypatch):
    monkeypatch.delenv("PRONGSAI_MAIL_URL", raising=False)
    assert environment.mail()[0].endswith("console.EmailBackend")
    monkeypatch.setenv("PRONGSAI_MAIL_URL", "smtps://ita:p%40ss@mail:587")
    assert environment.mail()[1:] == ("mail", 587, "ita", "p@ss", True)
    monkeypatch.setenv("PRONGSAI_MAIL_URL", "pop3://mail")
    with pytest.raises(EnvironmentVariableError, match="found pop3; write smtps://"):
        environment.mail()


@pytest.fixture
def without_counts(monkeypatch):
    """Nothing is shared yet; afterwards it is as it was."""
    monkeypatch.setenv(COUNTS, "set, so that it is put back")
    monkeypatch.delenv(COUNTS)


def test_counts_are_shared_in_one_folder_and_begin_anew_with_a_server(outside_a_test, without_counts):
    share_counts()
    folder = outside_a_test / "metrics"
    assert os.environ[COUNTS] == str(folder)
    (folder / "counter_1.db").touch()
    forget_counts()
    assert not list(folder.iterdir())


def test_where_nothing_can_be_written_each_process_counts_for_itself(outside_a_test, without_counts):
    outside_a_test.write_text("a file where the folder should be")
    share_counts()
    forget_counts()
    assert COUNTS not in os.environ


def test_attempts_are_counted_where_all_workers_see_them(outside_a_test):
    setting = environment.cache()
    assert (setting["BACKEND"], setting["LOCATION"]) == (
        "django.core.cache.backends.db.DatabaseCache",
        environment.CACHE_TABLE,
    )

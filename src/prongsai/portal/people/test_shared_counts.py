"""Attempts to sign in are counted for all worker processes together, and exactly."""

import os
import subprocess
import sys
from importlib import import_module

import pytest
from django.conf import settings
from django.core.cache.backends.db import DatabaseCache
from django.db import connection
from django.urls import reverse

WORKERS, TRIES, LIMIT = 4, 5, 6
MIGRATION = import_module("prongsai.portal.people.migrations.0003_cache_shared_by_workers")

PREPARE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
"""
TRY = """
import sys
import django; django.setup()
from allauth.core.internal.ratelimit import consume
from django.test import RequestFactory
request = RequestFactory().post("/")
limits = {"login_failed": sys.argv[1]}
print("ready", flush=True)
sys.stdin.readline()  # until all of them are there
print(sum(bool(consume(request, app="account", action="login_failed", key="x", config=limits)) for _ in range(5)))
"""


@pytest.fixture
def worker(tmp_path):
    """Starts another process of the portal, as in earnest."""
    surroundings = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        "PRONGSAI_HOME": str(tmp_path / "home"),
        "DJANGO_SETTINGS_MODULE": "prongsai.portal.config.settings",
    }
    (tmp_path / "home").mkdir()

    def start(program, *arguments):
        return subprocess.Popen(
            [sys.executable, "-c", program, *arguments],
            env=surroundings,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    return start


@pytest.mark.apart
def test_workers_count_attempts_together_and_let_none_slip_between(worker):
    first = worker(PREPARE)
    first.communicate(timeout=120)
    assert first.returncode == 0
    workers = [worker(TRY, f"{LIMIT}/5m/key") for _ in range(WORKERS)]
    assert [one.stdout.readline() for one in workers] == ["ready\n"] * WORKERS
    for one in workers:
        one.stdin.write("\n")
        one.stdin.flush()
    allowed = [int(one.communicate(timeout=120)[0]) for one in workers]
    assert sum(allowed) == LIMIT
    assert WORKERS * TRIES > LIMIT


@pytest.mark.django_db(transaction=True)
def test_the_table_that_the_migration_makes_takes_a_lock_once():
    """The tests' database is made without migrations."""
    with connection.schema_editor() as editor:
        MIGRATION.make_table(None, editor)
    try:
        _takes_a_lock_once()
    finally:
        with connection.schema_editor() as editor:
            MIGRATION.drop_table(None, editor)


def _takes_a_lock_once():
    cache = DatabaseCache(MIGRATION.TABLE, {})
    assert cache.add("lock", "first", timeout=60)
    assert not cache.add("lock", "second", timeout=60)
    assert cache.get("lock") == "first"


@pytest.mark.django_db
def test_wrong_passwords_are_counted_in_the_database(client, officer):
    from axes.models import AccessAttempt

    assert settings.AXES_HANDLER == "axes.handlers.database.AxesDatabaseHandler"
    client.post(reverse("account_login"), {"login": officer.person.email, "password": "wrong"})
    assert AccessAttempt.objects.get().failures_since_start == 1

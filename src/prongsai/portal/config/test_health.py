import pytest
from django.db import OperationalError

from prongsai.portal.config import health


def test_the_process_answers_without_a_database(client):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert client.post("/healthz").status_code == 405


@pytest.mark.django_db
def test_ready_when_the_database_is_migrated(client):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"database": "ok", "migrations": "ok"}


@pytest.mark.django_db
def test_not_ready_when_something_is_not(client, monkeypatch):
    monkeypatch.setattr(health, "check_database", lambda: {"database": "ok", "migrations": "2 waiting"})
    assert client.get("/readyz").status_code == 503


@pytest.mark.django_db
def test_a_database_that_does_not_answer_is_said_and_the_process_still_lives(client, monkeypatch):
    def fail(*_connection):
        raise OperationalError

    monkeypatch.setattr(health, "MigrationExecutor", fail)
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (503, {"database": "unreachable", "migrations": "unknown"})
    assert client.get("/healthz").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/healthz", "/readyz", "/metrics"])
def test_no_answer_to_a_watchman_is_kept_by_a_cache(client, address):
    assert "no-store" in client.get(address)["Cache-Control"]


@pytest.mark.django_db
def test_no_model_waits_for_a_migration():
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)

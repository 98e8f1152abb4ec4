import pytest

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
def test_no_model_waits_for_a_migration():
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)

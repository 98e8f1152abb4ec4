"""The cast, the world it plays in, and translations."""

import logging
from dataclasses import replace

import pytest
from django.http import HttpResponse
from prometheus_client import CollectorRegistry

from prongsai.papers.content import Document
from prongsai.portal.documents.kinds import KINDS
from prongsai.portal.people.actions import add_person
from prongsai.portal.ui.messages import build_messages
from tests.cast import *  # noqa: F403 - the fixed cast: its docstring says who plays
from tests.cast import Player
from tests.permissions.papers_and_rounds import *  # noqa: F403
from tests.permissions.world import *  # noqa: F403 - its docstring says what stands where


@pytest.fixture(scope="session", autouse=True)
def translations():
    build_messages()


@pytest.fixture(autouse=True)
def state(settings, tmp_path):
    """Files that a test stores lie in a folder of its own."""
    settings.STATE = tmp_path
    return tmp_path


@pytest.fixture(autouse=True)
def quick_sign_in(settings):
    """Argon2 is slow on purpose, and here wrong passwords come by the dozen; sessions are read ten thousand times."""
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.cache"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def seatless(db):
    """Somebody with an account and no role anywhere."""
    person = add_person(actor="tester", email="seatless@cast.example", display_name="seatless", password=None)
    player = Player()
    player.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    player.person, player.agency = person, None
    return player


@pytest.fixture
def blank_pages(monkeypatch, caplog):
    """Ten thousand answers are about their status; what the pages say is tested apart, and nobody reads the log."""
    caplog.set_level(logging.CRITICAL, "django.request")
    monkeypatch.setattr("django.template.backends.django.Template.render", lambda *_given, **_named: "")
    monkeypatch.setattr("prongsai.portal.config.metrics.gathered", CollectorRegistry)
    for slug in ("analysis", "plan", "plan-by-topic", "report"):
        blank = replace(KINDS[slug], write=lambda *_given: Document("blank", ()))
        monkeypatch.setitem(KINDS, slug, blank)


@pytest.fixture
def blank_error_pages(monkeypatch, caplog):
    """As `blank_pages`, but pages are drawn with what was typed into them."""
    caplog.set_level(logging.CRITICAL, "django.request")
    monkeypatch.setattr("prongsai.portal.ui.views.render", lambda *_given, status: HttpResponse(status=status))

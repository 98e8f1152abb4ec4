"""`prongsai sweep`: the confirmed addresses of a round, on a site of this machine; stopped, and gone on with."""

import json

import pytest

from prongsai.cli import main
from prongsai.commands import sweep
from prongsai.portal.disclosures.answering.actions import save_item
from prongsai.portal.disclosures.answering.inputs import ItemInput
from prongsai.portal.disclosures.keeping_evidence import looking
from prongsai.portal.disclosures.keeping_evidence.target_store import TargetStore
from prongsai.portal.disclosures.models import Capture, CaptureReason, SweepTarget
from tests.cast import *  # noqa: F403 - the fixed cast: its docstring says who plays
from tests.disclosures import hand_in
from tests.rounds import *  # noqa: F403 - its docstring says which rounds
from tests.web_site import HASTE, PAGE, web_site

pytestmark = pytest.mark.django_db(transaction=True)
PATHS = ("/a", "/b", "/gone")


@pytest.fixture
def site(monkeypatch, settings, tmp_path):
    """Pages that are there, and one that is not; every name leads to them."""
    settings.STATE = tmp_path
    monkeypatch.setattr(sweep, "make_ready", lambda: None)  # the database of a test is ready
    with web_site() as running:
        monkeypatch.setattr(looking, "NETWORK", running.network())
        monkeypatch.setattr(looking, "politeness", lambda _per_second: HASTE)
        for path in PATHS[:2]:
            running.page(path, PAGE, headers={"Content-Type": "text/html"})
        yield running


@pytest.fixture
def confirmed(officer, executive, collecting, site):
    urls = tuple(site.url(path, f"{path.strip('/')}.example") for path in PATHS)
    save_item(seat=officer.seat, round_id=collecting.id, item="o1", entry=ItemInput(urls), edition=0)
    hand_in(officer, executive, collecting)
    SweepTarget.objects.all().delete()
    return collecting


def test_a_round_is_swept_once_and_told(confirmed, site, capsys):
    assert main(["sweep", confirmed.slug, "--json", "--per-second", "๕๐"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["total"], told["done"], told["outcomes"]) == (3, 3, {"ok": 2, "dead-link": 1})
    assert Capture.objects.filter(reason=CaptureReason.WATCH).count() == 3
    assert main(["sweep", confirmed.slug]) == 0
    assert "3 จาก 3" in capsys.readouterr().out
    assert len(site.paths) == 3


def test_what_was_stopped_goes_on_without_fetching_twice(confirmed, site, capsys, monkeypatch):
    record = TargetStore.record

    def break_off(store, results):
        record(store, results[:1])
        raise KeyboardInterrupt

    monkeypatch.setattr(TargetStore, "record", break_off)
    assert main(["--language", "en", "sweep", confirmed.slug]) == 1
    assert "run it again" in capsys.readouterr().err
    done = SweepTarget.objects.exclude(done_at=None).count()
    assert done < 3
    monkeypatch.setattr(TargetStore, "record", record)
    assert main(["--language", "en", "sweep", confirmed.slug]) == 0
    assert "3 of 3" in capsys.readouterr().out
    assert Capture.objects.filter(reason=CaptureReason.WATCH).count() == 3


@pytest.mark.parametrize("words", [["sweep", "nowhere"], ["sweep"], ["sweep", "x", "--per-second", "0"]])
def test_what_cannot_be_swept_is_said(words, site, capsys, db):
    try:
        code = main(words)
    except SystemExit as end:
        code = end.code
    assert code == 2
    assert capsys.readouterr().err

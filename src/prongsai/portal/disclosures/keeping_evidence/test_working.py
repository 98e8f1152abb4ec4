"""Addresses that wait are looked at, on a web site that stands on this machine."""

import subprocess
import sys
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.disclosures import hand_in
from tests.web_site import HASTE, PAGE, web_site

from prongsai.fetching.sweeping.targets import Swept
from prongsai.portal.disclosures.answering.access import open_answering
from prongsai.portal.disclosures.answering.actions import save_item
from prongsai.portal.disclosures.answering.handing_in.actions import return_disclosure
from prongsai.portal.disclosures.answering.inputs import ItemInput
from prongsai.portal.disclosures.duties import DUTIES
from prongsai.portal.disclosures.keeping_evidence import looking
from prongsai.portal.disclosures.keeping_evidence.actions import ask_for_check
from prongsai.portal.disclosures.keeping_evidence.captures import capture_of
from prongsai.portal.disclosures.keeping_evidence.findings import Tone
from prongsai.portal.disclosures.keeping_evidence.looking import Seen
from prongsai.portal.disclosures.keeping_evidence.page import address_lines, seen_of
from prongsai.portal.disclosures.keeping_evidence.queries import progress_of
from prongsai.portal.disclosures.keeping_evidence.slots import remove_dead_folders
from prongsai.portal.disclosures.keeping_evidence.sweeping import sweep_store
from prongsai.portal.disclosures.keeping_evidence.target_store import (
    LEASE,
    TargetStore,
    give_back_what_the_dead_hold,
)
from prongsai.portal.disclosures.keeping_evidence.watching import enqueue_round
from prongsai.portal.disclosures.keeping_evidence.working import look_once
from prongsai.portal.disclosures.models import Capture, CaptureReason, SweepTarget
from prongsai.portal.files.keeping import read_packed

pytestmark = pytest.mark.django_db(transaction=True)

HOST = "town.example"
HTML = {"Content-Type": "text/html; charset=utf-8"}
FINE = "<!doctype html><title>แผน</title><p>เทศบาลเมืองตัวอย่าง แผนดำเนินงาน ปีงบประมาณ พ.ศ. 2569 " + "งาน " * 99


@pytest.fixture
def site(monkeypatch, settings, tmp_path):
    """A site to which every name leads; files are kept in a folder of the test."""
    settings.STATE = tmp_path
    with web_site() as running:
        monkeypatch.setattr(looking, "NETWORK", running.network())
        monkeypatch.setattr(looking, "politeness", lambda _per_second: HASTE)
        yield running


@pytest.fixture
def give(officer, collecting, site):
    """Answer an item with paths of the site; gives back how the agency's pages stand."""

    def act(*paths, item="o6", edition=0, host=HOST):
        entry = ItemInput(tuple(site.url(path, host) for path in paths))
        save_item(seat=officer.seat, round_id=collecting.id, item=item, entry=entry, edition=edition)
        return open_answering(officer.seat, collecting.slug)

    return act


def check(here):
    """Let the machine look at everything; gives back what it noticed, by the paths of o6."""
    urls = [url for item in here.items.values() for url in item.given.urls]
    ask_for_check(seat=here.seat, facts=here.round, urls=urls)
    look_once()
    return {line.url.partition(HOST)[2].partition("/")[2]: line for line in address_lines(here, "o6")}


def kept_later():
    return Capture.objects.filter(reason=CaptureReason.WATCH).latest("pk")


def kinds(line):
    return [concern.kind for concern in line.concerns]


def test_each_address_tells_what_is_worth_a_look(give, site):
    site.page("/fine", FINE.encode(), headers=HTML)
    site.page("/old", FINE.replace("2569", "2567").encode(), headers=HTML)
    site.page("/other", FINE.replace("เทศบาลเมืองตัวอย่าง", "เทศบาลอื่น").encode(), headers=HTML)
    site.redirect("/moved", "/")
    site.page("/", FINE.encode(), headers=HTML)
    site.redirect("/inside", "http://169.254.169.254/latest/")
    site.redirect("/loop", "/loop")
    site.page("/scan.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, headers={"Content-Type": "image/png"})
    site.page("/gone", status=410)
    site.page("/busy", status=429, headers={"Retry-After": "1"})
    paths = ["fine", "old", "other", "moved", "inside", "loop", "scan.png", "gone", "login"]
    site.page("/login", b"<title>Login</title><form><input type=password></form>", headers=HTML)
    found = check(give(*(f"/{path}" for path in paths)))
    assert {path: kinds(line) for path, line in found.items()} == {
        "fine": [],
        "old": ["no-year"],
        "other": ["agency-not-named"],
        "moved": ["front-page"],
        "inside": ["refused-address"],
        "loop": ["redirect-loop"],
        "scan.png": ["scan"],
        "gone": ["dead-link"],
        "login": ["sign-in-page"],
    }
    assert all(concern.text and concern.todo for line in found.values() for concern in line.concerns)
    assert Capture.objects.get(url__endswith="/moved").hops[0]["status"] == 302


def test_an_address_elsewhere_is_told_and_one_of_the_own_site_is_not(give, site, officer, collecting):
    site.page("/fine", FINE.encode(), headers=HTML)
    entry = ItemInput((site.url("/fine", "drive.elsewhere.example"), site.url("/fine", f"www.{HOST}")))
    save_item(seat=officer.seat, round_id=collecting.id, item="o6", entry=entry, edition=0)
    here = open_answering(officer.seat, collecting.slug)
    ask_for_check(seat=here.seat, facts=here.round, urls=entry.urls)
    look_once()
    assert [kinds(line) for line in address_lines(here, "o6")] == [["elsewhere"], []]


def test_progress_is_told_until_all_is_seen(give, site, officer, collecting):
    site.page("/fine", PAGE, headers=HTML)
    here = give("/fine")
    ask_for_check(seat=here.seat, facts=here.round, urls=here.items["o6"].given.urls)
    ask_for_check(seat=here.seat, facts=here.round, urls=here.items["o6"].given.urls)
    progress = progress_of(collecting.id, officer.agency.pk)
    assert (progress.done, progress.total) == (0, 1)
    assert address_lines(here, "o6")[0].is_waiting
    look_once()
    assert progress_of(collecting.id, officer.agency.pk) is None
    assert look_once() is None


def test_what_is_handed_in_is_kept_and_a_later_change_is_told(give, site, officer, executive, collecting):
    site.page("/plan", FINE.encode(), headers=HTML | {"ETag": '"1"', "Set-Cookie": "a=b"})
    give("/plan")
    hand_in(officer, executive, collecting)
    look_once()
    kept = Capture.objects.filter(reason=CaptureReason.SUBMISSION).first()
    assert read_packed(kept.sha256) == FINE.encode()
    assert "แผนดำเนินงาน" in read_packed(kept.text_sha256).decode()
    assert (kept.headers["etag"], "set-cookie" in kept.headers) == ('"1"', False)
    site.page("/plan", FINE.replace("แผนดำเนินงาน", "แผนฉบับแก้ไข").encode(), headers=HTML)
    enqueue_round(collecting.id, timezone.now())
    look_once([CaptureReason.WATCH])
    here = open_answering(officer.seat, collecting.slug)
    assert address_lines(here, "o6")[0].has_changed
    assert seen_of(here)["o6"].changed == 1
    page = officer.get(f"/office/town/rounds/{collecting.slug}/oit/items/o6/evidence/{kept.pk}/").content.decode()
    assert "แผนฉบับแก้ไข" in page
    assert "<del>" in page
    assert "หน้าเปลี่ยนไปหลังส่ง" in officer.get("/office/town/").content.decode()
    for capture, content in ((kept, FINE), (kept_later(), FINE.replace("แผนดำเนินงาน", "แผนฉบับแก้ไข"))):
        address = f"/office/town/rounds/{collecting.slug}/oit/items/o6/evidence/{capture.pk}/file/"
        assert address in page
        file = officer.get(address)
        assert file.content.decode() == content
        assert file["Content-Type"] == "application/octet-stream"
        assert file["Content-Disposition"].endswith('.html.txt"')
        assert file["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert file["X-Content-Type-Options"] == "nosniff"


def test_what_a_check_saw_is_no_evidence_and_cannot_be_downloaded(give, site, officer, collecting):
    site.page("/plan", FINE.encode(), headers=HTML)
    check(give("/plan"))
    seen = Capture.objects.get()
    address = f"/office/town/rounds/{collecting.slug}/oit/items/o6/evidence/{seen.pk}/"
    assert f"{address}file/" not in officer.get(address).content.decode()
    assert officer.get(f"{address}file/").status_code == 404


def test_the_watch_asks_only_for_what_changed_and_only_weekly(give, site, officer, executive, collecting):
    site.page("/plan", FINE.encode(), headers=HTML | {"ETag": '"1"'})
    give("/plan", host="www.town.go.th")
    hand_in(officer, executive, collecting)
    look_once()
    [watch] = [duty for duty in DUTIES if duty.name == "disclosures.watch"]
    watch.do(timezone.now())
    assert not SweepTarget.objects.filter(sweep__startswith="watch").exists()
    watch.do(timezone.now() + timedelta(days=8))
    site.page("/plan", status=304)
    look_once()
    assert site.asked[-1].headers["if-none-match"] == '"1"'
    seen = Capture.objects.filter(reason=CaptureReason.WATCH).get()
    assert (seen.outcome, seen.sha256) == ("not-modified", Capture.objects.exclude(pk=seen.pk).first().sha256)
    assert seen_of(open_answering(officer.seat, collecting.slug))["o6"].changed == 0


def test_the_watch_leaves_names_alone_that_are_made_up(give, site, officer, executive, collecting):
    site.page("/plan", FINE.encode(), headers=HTML)
    give("/plan")
    hand_in(officer, executive, collecting)
    look_once()
    [watch] = [duty for duty in DUTIES if duty.name == "disclosures.watch"]
    watch.do(timezone.now() + timedelta(days=8))
    assert not SweepTarget.objects.filter(sweep__startswith="watch").exists()
    enqueue_round(collecting.id, timezone.now())
    assert SweepTarget.objects.filter(sweep__startswith="watch").count() == 1


def test_a_page_that_is_away_is_told_as_that_and_not_as_changed_too(give, site, officer, executive, collecting):
    site.page("/plan", FINE.encode(), headers=HTML)
    give("/plan")
    hand_in(officer, executive, collecting)
    look_once()
    for status, is_gone in ((500, False), (404, True)):
        site.page("/plan", status=status)
        SweepTarget.objects.all().delete()
        enqueue_round(collecting.id, timezone.now())
        look_once()
        here = open_answering(officer.seat, collecting.slug)
        seen = seen_of(here)["o6"]
        assert (seen.changed, [concern.tone for concern in seen.concerns]) == (0, [Tone.BROKEN])
        assert address_lines(here, "o6")[0].has_changed == is_gone


def test_a_file_that_stayed_the_same_is_not_read_again(give, site, monkeypatch):
    site.page("/plan", FINE.encode(), headers=HTML)
    read = []
    here = give("/plan")

    def look(fetched, about):
        read.append(about)
        return Seen("ข้อความ", {"state": "text"})

    for _ in range(2):
        ask_for_check(seat=here.seat, facts=here.round, urls=here.items["o6"].given.urls)
        store = TargetStore(look=look)
        sweep_store(store, label="test", lanes=2)
    assert [(one.year, one.agency_names[0]) for one in read] == [(2569, "เทศบาลเมืองตัวอย่าง")]
    assert Capture.objects.count() == 2


def test_what_a_killed_worker_held_is_taken_after_its_lease(give, site):
    here = give("/a", "/b")
    ask_for_check(seat=here.seat, facts=here.round, urls=here.items["o6"].given.urls)
    now = timezone.now()
    dead, living = (TargetStore(clock=lambda: now), TargetStore(clock=lambda: now + LEASE / 2))
    assert len(dead.next_of(HOST, 25)) == 2
    assert (living.hosts(), living.next_of(HOST, 25)) == ([], [])
    later = TargetStore(clock=lambda: now + LEASE)
    assert later.hosts() == [HOST]
    assert len(later.next_of(HOST, 25)) == 2


LIVING = """
import sys, time
from pathlib import Path
from django.conf import settings
settings.configure(STATE=Path(sys.argv[1]))
from prongsai.portal.disclosures.keeping_evidence.slots import taken_slot
with taken_slot("watch") as slot:
    print(slot.name, flush=True)
    time.sleep(60)
"""


def test_what_a_killed_worker_held_is_given_back_to_the_next_at_once(give, settings):
    here = give("/a", "/b")
    ask_for_check(seat=here.seat, facts=here.round, urls=here.items["o6"].given.urls)
    command = [sys.executable, "-c", LIVING, str(settings.STATE)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as worker:
        name = worker.stdout.readline().strip()
        TargetStore().next_of(HOST, 1)
        SweepTarget.objects.exclude(lease_until=None).update(held_by="elsewhere/watch-1")
        store = TargetStore()
        store.held_by(name).__enter__()
        assert len(store.next_of(HOST, 25)) == 1
        assert (give_back_what_the_dead_hold(), remove_dead_folders()) == (0, 0)
        worker.kill()
    assert give_back_what_the_dead_hold() == 1
    assert len(TargetStore().next_of(HOST, 25)) == 1, "of another machine's worker nothing is known"
    assert remove_dead_folders() == 1


def test_two_workers_take_different_addresses(give, site):
    here = give(*(f"/{number}" for number in range(8)))
    ask_for_check(seat=here.seat, facts=here.round, urls=here.items["o6"].given.urls)
    one, other = TargetStore(), TargetStore()
    taken = [target.key for store in (one, other, one) for target in store.next_of(HOST, 25)]
    assert len(taken) == len(set(taken)) == 8


def test_nothing_is_half_recorded(give, site, monkeypatch):
    site.page("/plan", FINE.encode(), headers=HTML)
    here = give("/plan")
    ask_for_check(seat=here.seat, facts=here.round, urls=here.items["o6"].given.urls)

    def break_off(*_given, **_named):
        raise OSError("the disk is full")

    monkeypatch.setattr("prongsai.portal.disclosures.keeping_evidence.target_store.capture_of", break_off)
    with pytest.raises(OSError, match="disk"):
        look_once()
    assert not Capture.objects.exists()
    monkeypatch.setattr("prongsai.portal.disclosures.keeping_evidence.target_store.capture_of", capture_of)
    look_once()
    assert Capture.objects.count() == 1


def test_a_store_takes_no_addresses_past_the_queue():
    with pytest.raises(ValueError, match="enqueue"):
        TargetStore().add([Swept])


def test_after_a_return_what_is_handed_in_anew_is_kept_anew(give, site, officer, executive, collecting):
    site.page("/plan", FINE.encode(), headers=HTML)
    give("/plan")
    hand_in(officer, executive, collecting)
    look_once()
    return_disclosure(seat=executive.seat, round_id=collecting.id, reason="แก้")
    hand_in(officer, executive, collecting)
    look_once()
    assert Capture.objects.filter(reason=CaptureReason.SUBMISSION).count() == 2

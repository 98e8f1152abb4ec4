"""What agencies disclose: answers, what the machine saw of them; the town's copy in the rehearsal came back once.

The addresses are on web sites that cannot exist; what was seen there is made here, and nobody is asked.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from prongsai.fetching.fetched import Fetched, Hop
from prongsai.fetching.kinds import Kind
from prongsai.fetching.outcomes import Outcome
from prongsai.portal.agencies.queries import units_of
from prongsai.portal.demonstration.accounts import SITES
from prongsai.portal.disclosures.answering.actions import add_addresses, assign_items, save_item
from prongsai.portal.disclosures.answering.handing_in.actions import (
    confirm_disclosure,
    return_disclosure,
    submit_disclosure,
)
from prongsai.portal.disclosures.answering.handing_in.contents import confirmable_hash
from prongsai.portal.disclosures.answering.inputs import Assignment, ItemInput
from prongsai.portal.disclosures.answering.queries import standing
from prongsai.portal.disclosures.keeping_evidence.actions import keep_own_looks
from prongsai.portal.disclosures.keeping_evidence.sweeps import CaptureReason
from prongsai.portal.people.access import Seat
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import instrument_of
from prongsai.rulebook.instrument import Item

LEFT_EMPTY = ("o18", "o22", "o26")
CARRIED_OVER = ("o24", "o25")
TO_TREASURY = ("o11", "o12")
DAYS_LEFT = 20
HANDED_IN, WATCHED = timedelta(days=6), timedelta(days=1)
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(64)
WORKS = "โครงการ ผู้รับผิดชอบ งบประมาณ ระยะเวลา และผลการดำเนินงานแสดงตามรายการในตาราง "


@dataclass(frozen=True, slots=True)
class Page:
    """An address with what stands there: words, a picture of a paper, or nothing any more."""

    url: str
    outcome: Outcome = Outcome.OK
    kind: Kind = Kind.HTML
    content: bytes = b""
    hops: tuple[Hop, ...] = ()


def load_disclosures(*, facts: RoundFacts, officer: Seat, executive: Seat, now: datetime) -> None:
    """Answer, hand in, confirm, send back once, and go on; once only."""
    if standing(facts.id, officer.agency.pk).id is not None:
        return
    waiting = (*LEFT_EMPTY, *CARRIED_OVER)
    at = now - HANDED_IN
    pages = answer_and_hand_in(facts=facts, officer=officer, executive=executive, left_empty=waiting, at=at)
    return_disclosure(seat=executive, round_id=facts.id, reason="ข้อ O18 และ O22 ยังว่าง และข้อ O19 ขอฉบับที่ค้นข้อความได้")
    offers = {code: [page.url for page in pages[code]] for code in CARRIED_OVER}
    add_addresses(seat=officer, round_id=facts.id, offers=offers)
    _assign(facts, officer, now.date())
    watch(facts=facts, officer=officer, pages={code: pages[code] for code in pages if code not in waiting}, now=now)


def answer_and_hand_in(
    *, facts: RoundFacts, officer: Seat, executive: Seat, left_empty: Collection[str], at: datetime
) -> dict[str, list[Page]]:
    """Answer the round's items but some, hand in, confirm, keep what was seen; gives back the pages of every item."""
    pages = {code: list(_pages(facts, officer, item)) for code, item in instrument_of(facts).items.items()}
    for code, shown in pages.items():
        if code not in left_empty:
            said = f"เมนูข้อมูลเปิดเผย ปี {facts.year}" if len(shown) > 1 else ""
            entry = ItemInput(tuple(page.url for page in shown), said)
            save_item(seat=officer, round_id=facts.id, item=code, entry=entry, edition=0, at=at)
    submit_disclosure(seat=officer, round_id=facts.id, accepted_gaps=left_empty, at=at)
    seen = confirmable_hash(standing(facts.id, officer.agency.pk).id)
    confirm_disclosure(seat=executive, round_id=facts.id, seen=seen, at=at)
    given = [page for code in pages if code not in left_empty for page in pages[code]]
    _keep(facts, officer, given, CaptureReason.SUBMISSION, at)
    return pages


def watch(*, facts: RoundFacts, officer: Seat, pages: Mapping[str, list[Page]], now: datetime) -> None:
    """Keep what was seen a day ago: one page was gone by then, and one had been rewritten."""
    seen = [_changed(page) for shown in pages.values() for page in shown]
    _keep(facts, officer, seen, CaptureReason.WATCH, now - WATCHED)


def _assign(facts: RoundFacts, officer: Seat, today: date) -> None:
    units = {unit.name: unit.pk for unit in units_of(officer.agency.pk)}
    treasury = units.get("กองคลัง")
    late = {code: Assignment(treasury, today + timedelta(days=DAYS_LEFT)) for code in TO_TREASURY}
    assignments = late | {"o22": Assignment(units.get("สำนักปลัดเทศบาล"), today - timedelta(days=2))}
    assign_items(seat=officer, round_id=facts.id, assignments=assignments)


def _keep(facts: RoundFacts, officer: Seat, pages: list[Page], reason: CaptureReason, at: datetime) -> None:
    looks = [_fetched(page, at) for page in pages]
    keep_own_looks(actor="demonstration", facts=facts, agency=officer.agency, reason=reason, looks=looks)


def _pages(facts: RoundFacts, officer: Seat, item: Item) -> Iterator[Page]:
    """One page for most items; some of those that every officer meets stand among them."""
    url = f"{SITES[officer.agency.code]}/oit/{facts.year}/{item.code}"
    year = facts.year - 1 if str(facts.year - 1) in item.period else facts.year
    if item.code == "o19":
        yield Page(f"{url}.png", kind=Kind.PNG, content=PICTURE)
    elif item.code == "o7":
        yield Page(url, content=_html(item.title_th, officer.agency.name_th, year - 2))
    elif item.code == "o13":
        elsewhere = f"https://drive.elsewhere.example/{officer.agency.code}/{facts.year}/{item.code}"
        yield Page(elsewhere, content=_html(item.title_th, officer.agency.name_th, year))
    else:
        hops = (Hop(url, 301, f"{url}/"),) if item.code == "o3" else ()
        yield Page(url, content=_html(item.title_th, officer.agency.name_th, year), hops=hops)
    if item.code == "o10":
        yield Page(f"{url}/manual", content=_html(f"คู่มือ {item.title_th}", officer.agency.name_th, year))


def _changed(page: Page) -> Page:
    if page.url.endswith("/o9"):
        return Page(page.url, Outcome.DEAD_LINK)
    if page.url.endswith("/o6"):
        return Page(
            page.url, content=page.content.replace("งบประมาณ ระยะเวลา".encode(), "งบประมาณที่โอนแล้ว ระยะเวลา".encode())
        )
    return page


def _html(title: str, agency: str, year: int) -> bytes:
    words = f"<p>{title} {agency} ปีงบประมาณ พ.ศ. {year}</p><p>{WORKS * 5}</p>"
    return f'<!doctype html><html lang="th"><title>{title}</title><body>{words}</body></html>'.encode()


def _fetched(page: Page, at: datetime) -> Fetched:
    """As if it had come from the web site."""
    final_url = page.hops[-1].to if page.hops else page.url
    if not page.outcome.has_content:
        return Fetched(page.url, final_url, page.outcome, at.astimezone(UTC), status=404)
    return Fetched(
        url=page.url,
        final_url=final_url,
        outcome=page.outcome,
        fetched_at=at.astimezone(UTC),
        hops=page.hops,
        status=200,
        headers={"content-type": page.kind.value},
        content_type_said=page.kind.value,
        content_type_found=page.kind,
        body=page.content,
        size=len(page.content),
        sha256=hashlib.sha256(page.content).hexdigest(),
    )

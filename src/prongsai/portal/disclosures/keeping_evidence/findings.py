"""What a look at an address suggests: hints for a person, never a verdict. Nothing is asked of the network here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from prongsai.fetching.looking.findings import FindingKey
from prongsai.fetching.outcomes import Outcome
from prongsai.portal.disclosures.keeping_evidence.hint_words import HINTS, STATES, HintWords
from prongsai.portal.disclosures.keeping_evidence.outcome_words import UNTOLD, WORDS
from prongsai.portal.disclosures.models import Capture
from prongsai.sheets.web_addresses import host_of
from prongsai.thai.dates import format_short_date
from prongsai.thai.periods import fiscal_year_bounds

INSTEAD_OF_THE_PAGE = frozenset({FindingKey.SIGN_IN_PAGE, FindingKey.SAYS_NOT_FOUND})
"""What such a page says otherwise is not about the item."""


class Tone(StrEnum):
    """How much a concern matters: worth a look, or it cannot be opened."""

    LOOK = "look"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing that was noticed, and what can be done; `kind` names it for the machine."""

    kind: str
    tone: Tone
    text: str
    todo: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """What an item asks for: `years` of which the data must be, none where it must be of today."""

    website: str
    years: tuple[int, ...]


def concerns_about(seen: Capture, expected: Expected) -> tuple[Concern, ...]:
    """Everything noticed in one look, the worst first."""
    if seen.outcome not in {Outcome.OK, Outcome.NOT_MODIFIED}:
        text, todo = WORDS.get(seen.outcome, UNTOLD)
        return (Concern(seen.outcome, Tone.BROKEN, str(text), str(todo)),)
    hints = {hint["key"] for hint in seen.looks.get("hints", ())}
    if instead := hints & INSTEAD_OF_THE_PAGE:
        return tuple(_hint(hint) for hint in seen.looks["hints"] if hint["key"] in instead)
    found = [*_where(seen, expected), *_what(seen), *_when(seen, expected)]
    return tuple(sorted(found, key=lambda concern: concern.tone is not Tone.BROKEN))


def _where(seen: Capture, expected: Expected) -> Iterator[Concern]:
    here, own = host_of(seen.final_url or seen.url), host_of(expected.website)
    if own and here != own and not here.endswith(f".{own}"):
        yield Concern(
            "elsewhere",
            Tone.LOOK,
            _("อยู่บนเว็บไซต์ %(host)s ไม่ใช่เว็บไซต์หลักของหน่วยงาน") % {"host": here},
            _("ถ้าเกณฑ์ให้แสดงบนเว็บไซต์หลัก ให้ทำหน้าหรือลิงก์บนเว็บไซต์ของหน่วยงานแล้วใส่ที่อยู่นั้น"),
        )
    if seen.final_url and _is_front_page(seen.final_url) and not _is_front_page(seen.url):
        yield Concern(
            "front-page",
            Tone.LOOK,
            _("เว็บไซต์ส่งไปหน้าแรก หน้าที่ระบุอาจไม่มีแล้ว"),
            _("เปิดดู แล้วใส่ที่อยู่ของหน้าที่แสดงข้อมูล"),
        )


def _what(seen: Capture) -> Iterator[Concern]:
    hints = [hint for hint in seen.looks.get("hints", ()) if hint["key"] in HINTS]
    state = seen.looks.get("state")
    if state in STATES and not hints:
        yield _worded(state, STATES[state])
    yield from map(_hint, hints)


def _hint(hint: Mapping[str, Any]) -> Concern:
    return _worded(hint["key"], HINTS[hint["key"]], hint.get("found") or "")


def _worded(kind: str, words: HintWords, found: str = "") -> Concern:
    tone = Tone.BROKEN if words.is_broken else Tone.LOOK
    return Concern(kind, tone, str(words.text) % {"found": found}, str(words.todo))


def _when(seen: Capture, expected: Expected) -> Iterator[Concern]:
    named = seen.looks.get("years")
    if not expected.years or named is None:
        return
    wanted = " / ".join(map(str, expected.years))
    if not set(named) & set(expected.years):
        yield Concern(
            "no-year",
            Tone.LOOK,
            _("ไม่พบปี %(year)s ในข้อความ") % {"year": wanted},
            _("ตรวจว่าเป็นข้อมูลของปีที่เกณฑ์กำหนด"),
        )
    newest = seen.looks.get("newest")
    starts = fiscal_year_bounds(min(expected.years)).first
    if newest and date.fromisoformat(newest) < starts:
        said = {"day": format_short_date(date.fromisoformat(newest)), "start": format_short_date(starts)}
        yield Concern(
            "old",
            Tone.LOOK,
            _("วันที่ล่าสุดที่พบคือ %(day)s ก่อนช่วงข้อมูลที่เริ่ม %(start)s") % said,
            _("ตรวจว่าไม่ใช่ข้อมูลของปีก่อน"),
        )


def _is_front_page(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path.strip("/").lower() in {"", "index.php", "index.html", "home"} and not parts.query

"""Looks at what was fetched, or at a file that somebody brought."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from yarl import URL

from prongsai.fetching.fetched import Fetched
from prongsai.fetching.kinds import HEAD, TAIL, Kind, kind_of
from prongsai.fetching.looking.agency_names import agency_pattern
from prongsai.fetching.looking.bounds import MOST_BYTES
from prongsai.fetching.looking.days import day_of_header, newest_day
from prongsai.fetching.looking.findings import (
    Expected,
    Finding,
    FindingKey,
    Look,
    Part,
    Passage,
    TextState,
    Where,
    Words,
)
from prongsai.fetching.looking.html_text import words_of_html
from prongsai.fetching.looking.office_text import words_of_office
from prongsai.fetching.looking.pdf_text import words_of_pdf
from prongsai.fetching.looking.plain_text import words_of_old_office, words_of_text
from prongsai.fetching.looking.years import year_pattern
from prongsai.fetching.sign_in import has_way_in
from prongsai.thai.numerals import to_arabic_digits
from prongsai.thai.spelling import normalize

_OFFICE = frozenset({Kind.DOCX, Kind.XLSX, Kind.PPTX, Kind.ODT, Kind.ODS})
_OLD_OFFICE = frozenset({Kind.DOC, Kind.XLS, Kind.PPT})
_TEXTS = frozenset({Kind.TEXT, Kind.XML, Kind.JSON})
_ALIKE = frozenset(
    {"application/octet-stream", "application/x-download", "binary/octet-stream", "application/force-download"}
)
_NOT_FOUND = re.compile(r"(?<!\d)404(?!\d)|not found|ไม่พบหน้า|ไม่พบข้อมูล|ไม่พบไฟล์|ไม่พบเอกสาร", re.IGNORECASE)
FEW_LETTERS = 200
LETTERS_OF_SIGN_IN = 1500
"""A page with a password field and more words than this has the field beside its content, as many sites do."""
AROUND = 40


@dataclass(frozen=True, slots=True)
class Said:
    """What was said about a file by others than the file."""

    content_type: str | None = None
    url: str | None = None
    last_modified: str | None = None


def look_at_fetched(fetched: Fetched, expected: Expected) -> Look:
    """Look at what a fetch brought; a fetch without content raises `ValueError`."""
    return look(fetched.read(), expected, said_of(fetched))


def said_of(fetched: Fetched) -> Said:
    """What the server said, and where it was found."""
    return Said(fetched.content_type_said, fetched.final_url, fetched.last_modified)


def look(content: bytes, expected: Expected, said: Said | None = None) -> Look:
    """Look at a file's bytes. It never raises for what the file is, and gives hints only."""
    said = said or Said()
    kind = kind_of(content[:HEAD], content[-TAIL:], content)
    words = _words(content, kind, said) if len(content) <= MOST_BYTES else Words(TextState.NOT_READ, is_cut=True)
    findings = (*_of_form(kind, words, said), *_of_words(words, expected, said))
    text = "\n".join(p.text for p in words.passages if p.where.part in {Part.TITLE, Part.WORDS})
    return Look(kind, words.state, words.pages, text, findings)


def _words(content: bytes, kind: Kind, said: Said) -> Words:
    if kind is Kind.HTML:
        return words_of_html(content, said.content_type)
    if kind is Kind.PDF:
        return words_of_pdf(content)
    if kind in _OFFICE:
        return words_of_office(content)
    if kind in _OLD_OFFICE:
        return words_of_old_office(content)
    if kind in _TEXTS:
        return words_of_text(content, said.content_type)
    return Words(_state_without_words(kind))


def _state_without_words(kind: Kind) -> TextState:
    if kind.is_picture:
        return TextState.SCAN
    if kind is Kind.LOCKED_OFFICE:
        return TextState.LOCKED
    return TextState.NO_WORDS if kind is Kind.EMPTY else TextState.NOT_READ


def _of_form(kind: Kind, words: Words, said: Said) -> Iterator[Finding]:
    """Hints from what kind of file it is, before anything is read in it."""
    media = (said.content_type or "").partition(";")[0].strip().lower()
    if _differs(media, kind):
        yield Finding(FindingKey.TYPE_DIFFERS, Where(Part.HEADER), media)
    if kind is Kind.HTML:
        yield from _of_page(words, said)
    if words.wordless_pages:
        pages = ", ".join(map(str, words.wordless_pages))
        yield Finding(FindingKey.SCANNED_PAGES, Where(Part.WORDS, words.wordless_pages[0]), pages)
    if words.is_cut:
        yield Finding(FindingKey.CUT_SHORT)


def _differs(media: str, kind: Kind) -> bool:
    """Only where people would be misled: a page instead of a file, or one kind of file for another."""
    if not media or media in _ALIKE or kind is Kind.EMPTY:
        return False
    if kind in _TEXTS or kind in _OLD_OFFICE:
        return media in {Kind.HTML, Kind.PDF}
    if kind is Kind.HTML:
        return media not in {Kind.HTML, "application/xhtml+xml"}
    return media != kind and not (kind.is_picture and media.startswith("image/"))


def _of_page(words: Words, said: Said) -> Iterator[Finding]:
    title = next((p.text for p in words.passages if p.where.part is Part.TITLE), None)
    leads_in = _leads_in(said.url)
    if words.asks_for_password and (leads_in or words.letters < LETTERS_OF_SIGN_IN):
        yield Finding(FindingKey.SIGN_IN_PAGE, Where(Part.ADDRESS if leads_in else Part.WORDS), title)
    elif words.letters < FEW_LETTERS and words.has_script:
        yield Finding(FindingKey.NEEDS_SCRIPT, Where(Part.WORDS), title)
    if title and _NOT_FOUND.search(title):
        yield Finding(FindingKey.SAYS_NOT_FOUND, Where(Part.TITLE), title)


def _leads_in(url: str | None) -> bool:
    try:
        return has_way_in(URL(url or ""))
    except ValueError:
        return False


def _of_words(words: Words, expected: Expected, said: Said) -> Iterator[Finding]:
    """Hints from what is written; "not named" is said only of what was read."""
    passages = [Passage(p.where, normalize(p.text)) for p in words.passages]
    is_read = words.state is TextState.TEXT
    named = [*passages, Passage(Where(Part.ADDRESS), unquote(said.url or ""))]
    year = _first(named, year_pattern(expected.year))
    if year is not None or is_read:
        yield year or Finding(FindingKey.YEAR_NOT_NAMED)
    if pattern := agency_pattern(expected.agency_names):
        agency = _first(passages, pattern)
        if agency is not None or is_read:
            yield _as(agency, FindingKey.AGENCY_NAMED) if agency else Finding(FindingKey.AGENCY_NOT_NAMED)
    yield from _of_days(passages, expected, said)


def _first(passages: Sequence[Passage], pattern: re.Pattern[str]) -> Finding | None:
    for passage in passages:
        if match := pattern.search(to_arabic_digits(passage.text)):
            return Finding(FindingKey.YEAR_NAMED, passage.where, _around(passage.text, *match.span()))
    return None


def _as(finding: Finding, key: FindingKey) -> Finding:
    return Finding(key, finding.where, finding.found)


def _of_days(passages: Sequence[Passage], expected: Expected, said: Said) -> Iterator[Finding]:
    header = day_of_header(said.last_modified)
    stated = Passage(Where(Part.HEADER), header.isoformat() if header else "")
    newest = newest_day([*passages, stated], expected.today)
    if newest is None:
        return
    source = next((p.text for p in [*passages, stated] if p.where == newest.where), "")
    found = _around(source, *newest.span)
    yield Finding(FindingKey.NEWEST_DATE, newest.where, found, newest.day)
    if expected.period_start is not None and newest.day < expected.period_start:
        yield Finding(FindingKey.OLDER_THAN_PERIOD, newest.where, found, newest.day)


def _around(text: str, first: int, last: int) -> str:
    """The words found with some before and after, on one line."""
    return " ".join(text[max(0, first - AROUND) : last + AROUND].split())

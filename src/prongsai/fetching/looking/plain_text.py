"""Reads text files, and the words inside old office files."""

import re

from prongsai.fetching.looking.bounds import MOST_LETTERS
from prongsai.fetching.looking.findings import Part, Passage, TextState, Where, Words

_WORDS = Where(Part.WORDS)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9._-]{2,30})", re.IGNORECASE)
_OLD_THAI = frozenset({"tis-620", "tis620", "iso-8859-11", "windows-874", "cp874", "x-windows-874", "ms874"})
_UTF_16_RUN = re.compile(rb"(?:[\x09\x0a\x0d\x20-\x7e]\x00|[\x01-\x5b]\x0e){4,}")
_NUL = "\0"


def words_of_text(content: bytes, said: str | None) -> Words:
    """Text in whatever encoding it says or shows."""
    return words_in(decoded(content[: MOST_LETTERS * 4], said))


def words_of_old_office(content: bytes) -> Words:
    """A .doc, .xls or .ppt keeps Thai as UTF-16 between its own marks: every run of four letters or more."""
    runs = (run.decode("utf-16-le") for run in _UTF_16_RUN.findall(content))
    return words_in("\n".join(runs))


def words_in(text: str) -> Words:
    """A text without pages."""
    state = TextState.TEXT if text.strip() else TextState.NO_WORDS
    return Words(state, (Passage(_WORDS, text[:MOST_LETTERS]),), is_cut=len(text) > MOST_LETTERS)


def decoded(content: bytes, said: str | None, inside: str = "") -> str:
    """Bytes as text: by its mark, by UTF-8 where it fits, by the server's word, by the page's own, else as old Thai.

    Many Thai sites say one encoding and use the other; UTF-8 that fits is never a chance.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    for name in ("utf-8-sig", *_said(said), *_said(inside), "cp874"):
        try:
            text = content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        return text.replace(_NUL, " ")
    return content.decode("utf-8", "replace").replace(_NUL, " ")


def _said(text: str | None) -> list[str]:
    found = _CHARSET.search(text or "")
    if found is None:
        return []
    name = found[1].lower()
    return ["cp874"] if name in _OLD_THAI else [name] if name.startswith(("windows-125", "iso-8859-", "utf-16")) else []

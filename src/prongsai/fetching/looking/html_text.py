"""Reads the words of an HTML page as a reader sees them, without running anything."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml import etree

from prongsai.fetching.looking.bounds import MOST_ELEMENTS, MOST_HTML, MOST_LETTERS
from prongsai.fetching.looking.findings import Part, Passage, TextState, Where, Words
from prongsai.fetching.looking.plain_text import decoded

_UNSEEN = frozenset({"script", "style", "template", "noscript", "svg", "head", "select"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "big", "em", "font", "i", "mark", "small", "span", "strong", "sub", "sup", "u"}
)
_DAYS = ("article:modified_time", "article:published_time", "og:updated_time", "date", "last-modified", "dc.date")
_META = re.compile(rb"<meta[^>]{0,300}charset[^>]{0,100}>", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_START = 4096


def words_of_html(content: bytes, said: str | None) -> Words:
    """Title, words and the days that the page's own properties name."""
    held = content[:MOST_HTML]
    inside = _META.search(held[:_START])
    text = decoded(held, said, inside[0].decode("ascii", "replace") if inside else "")
    root = _tree(_DECLARATION.sub("", text))
    if root is None:
        return Words(TextState.NO_WORDS)
    seen = "".join(_seen(root))[:MOST_LETTERS]
    passages = (
        Passage(Where(Part.TITLE), " ".join("".join(root.itertext("title")).split())),
        Passage(Where(Part.WORDS), re.sub(r"[ \t\xa0]*\n\s*", "\n", seen)),
        Passage(Where(Part.PROPERTIES), "\n".join(_days(root))),
    )
    return Words(
        TextState.TEXT if seen.strip() else TextState.NO_WORDS,
        tuple(passage for passage in passages if passage.text.strip()),
        is_cut=len(content) > MOST_HTML or _is_cut(root),
        asks_for_password=any(field.get("type", "").lower() == "password" for field in root.iter("input")),
        has_script=next(root.iter("script"), None) is not None,
    )


def _tree(text: str) -> Any:  # noqa: ANN401 - lxml has no types
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as problem:
        if problem.code == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from problem
        return None


def _seen(root: Any) -> Iterator[str]:  # noqa: ANN401
    """Texts in order; what is a block begins a line. Without recursion: pages may be nested as deep as they like."""
    hidden = None
    for event, element in islice(etree.iterwalk(root, events=("start", "end")), MOST_ELEMENTS):
        if hidden is None and event == "start":
            if element.tag in _UNSEEN:
                hidden = element
                continue
            yield "" if element.tag in _INLINE else "\n"
            yield element.text or ""
        elif event == "end" and (hidden is None or element is hidden):
            hidden = None
            yield "" if element.tag in _INLINE else "\n"
            yield element.tail or ""


def _is_cut(root: Any) -> bool:  # noqa: ANN401
    """Whether `_seen` stops before the end: an element is two events."""
    return next(islice(root.iter(), MOST_ELEMENTS // 2, None), None) is not None


def _days(root: Any) -> Iterator[str]:  # noqa: ANN401
    for meta in root.iter("meta"):
        if (meta.get("property") or meta.get("name") or meta.get("http-equiv") or "").lower() in _DAYS:
            yield meta.get("content", "")
    for element in root.iter("time"):
        yield element.get("datetime", "")

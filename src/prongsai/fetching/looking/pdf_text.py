"""Reads the words of a PDF page by page, and tells a page of words from a picture of one."""

from typing import Any

import pypdfium2
from pypdfium2 import raw

from prongsai.fetching.looking.bounds import MOST_LETTERS, MOST_PAGES
from prongsai.fetching.looking.findings import Part, Passage, TextState, Where, Words

FEWEST_LETTERS = 12
"""A stamp or a page number on a scan is no text."""
DEEPEST_FORM = 5
_PROPERTIES = ("Title", "ModDate", "CreationDate")


def words_of_pdf(content: bytes) -> Words:
    """All pages within the bounds."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as problem:
        said = str(problem).lower()
        return Words(TextState.LOCKED if "password" in said or "security" in said else TextState.DAMAGED)
    try:
        return _read(document)
    except pypdfium2.PdfiumError:
        return Words(TextState.DAMAGED)
    finally:
        document.close()


def _read(document: Any) -> Words:  # noqa: ANN401 - the library has no types
    pages, passages, wordless, left = len(document), list[Passage](), list[int](), MOST_LETTERS
    for number in range(1, min(pages, MOST_PAGES) + 1):
        page = document[number - 1]
        text = page.get_textpage().get_text_range()[:left].replace("\r\n", "\n").replace("\0", "")
        page_is_picture = len("".join(text.split())) < FEWEST_LETTERS and _has_picture(page)
        page.close()
        if page_is_picture:
            wordless.append(number)
        passages.append(Passage(Where(Part.WORDS, number), text))
        left -= len(text)
        if left <= 0:
            break
    return Words(
        _state(passages, wordless),
        (*passages, Passage(Where(Part.PROPERTIES), _properties(document))),
        pages,
        tuple(wordless),
        is_cut=len(passages) < pages or left <= 0,
    )


def _state(passages: list[Passage], wordless: list[int]) -> TextState:
    worded = any(passage.text.strip() for passage in passages if passage.where.page not in wordless)
    if worded:
        return TextState.TEXT
    return TextState.SCAN if wordless else TextState.NO_WORDS


def _has_picture(page: Any) -> bool:  # noqa: ANN401
    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=DEEPEST_FORM))


def _properties(document: Any) -> str:  # noqa: ANN401
    said = document.get_metadata_dict(skip_empty=True)
    return "\n".join(said[name] for name in _PROPERTIES if name in said)

"""The contents of a DOCX: a field that Word can bring up to date, filled in already so that every reader shows it.

Neither the field is marked dirty nor the settings ask for an update: either makes Word stop its user with a question
about "fields that may refer to other files". The pages filled in are those of the PDF of the same document, which has
the same measures; whoever edits the file brings them up to date with F9, as in any document of Word.
"""

from collections.abc import Sequence

from prongsai.papers.content import Contents
from prongsai.papers.digits import shown
from prongsai.papers.docx_styles import CONTENTS_LINES, CONTENTS_TITLE
from prongsai.papers.docx_text import Spot, paragraph, text_runs
from prongsai.papers.docx_xml import Element, field_begin, field_end, field_run, tab_run, text_run, w
from prongsai.papers.headings import Entry


def contents(block: Contents, entries: Sequence[Entry], pages: Sequence[int], spot: Spot) -> list[Element]:
    """The title, then a line for each heading down to the depth asked, each leading to its heading."""
    title = paragraph(CONTENTS_TITLE, text_runs(block.title, spot), spot)
    lines = [
        _line(number, entry, page, spot)
        for number, (entry, page) in enumerate(zip(entries, pages, strict=True), 1)
        if entry.level <= block.depth
    ] or [paragraph(CONTENTS_LINES[1], [], spot)]
    _put_after_properties(lines[0], field_begin(f'TOC \\o "1-{block.depth}" \\h \\z \\u'))
    lines[-1].extend(field_end())
    kind = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    return [w("sdt", w("sdtPr", kind), w("sdtContent", title, *lines))]


def bookmarked(heading: Element, number: int) -> Element:
    """The heading with a name that a line of the contents leads to."""
    _put_after_properties(heading, [w("bookmarkStart", id=number, name=_name(number))])
    heading.append(w("bookmarkEnd", id=number))
    return heading


def _line(number: int, entry: Entry, page: int, spot: Spot) -> Element:
    words = [text_run(shown(entry.text, spot.digits).replace("\n", " "), [])]
    place = field_run(f"PAGEREF {_name(number)} \\h", shown(f"{page}", spot.digits))
    link = w("hyperlink", *words, tab_run(), *place, anchor=_name(number), history=1)
    return paragraph(CONTENTS_LINES[entry.level], [link], spot)


def _name(number: int) -> str:
    return f"_Toc{number:09}"


def _put_after_properties(line: Element, elements: Sequence[Element]) -> None:
    for place, element in enumerate(elements, 1):
        line.insert(place, element)

"""The disclosure of a year as a table that spreadsheets open."""

import csv
import io
from collections.abc import Iterator

from prongsai.portal.disclosures.public.page import PublicDisclosure, PublicItem
from prongsai.sheets.formulas import without_formula

COLUMNS = ("agency", "year", "item", "title", "url", "state", "seen_at", "explanation", "not_applicable", "complete")


def items_csv(page: PublicDisclosure) -> bytes:
    """One row an address, at least one an item; UTF-8 with a mark so that Thai opens right in spreadsheets."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for item in page.items:
        for cells in _lines(item):
            writer.writerow((page.agency.code, page.round.year, *map(without_formula, cells)))
    return text.getvalue().encode("utf-8-sig")


def _lines(item: PublicItem) -> Iterator[tuple[str, ...]]:
    verdict = item.verdict.is_complete if item.verdict else None
    complete = "" if verdict is None else str(int(verdict))
    for link in item.links or (None,):
        seen = ("", "", "") if link is None else (link.url, link.state.value, link.at.isoformat() if link.at else "")
        yield (item.code, item.title, *seen, item.explanation, item.not_applicable, complete)

"""How a list was understood: each item beside what is there now, with what looks as if it were of another year."""

import csv
import io
import json
from dataclasses import dataclass, field

from prongsai.portal.disclosures.answering.access import Answering
from prongsai.portal.disclosures.answering.carrying import offered, other_items_of
from prongsai.portal.disclosures.answering.inputs import ItemInput
from prongsai.portal.disclosures.answering.queries import WrittenItem, earlier_year
from prongsai.portal.disclosures.answering.stale import StaleNumber, stale_numbers
from prongsai.portal.ui.language import is_english, pick
from prongsai.rulebook.instrument import Item, YearInstrument
from prongsai.sheets.disclosure_columns import pasted_sheet
from prongsai.sheets.disclosures_file import DisclosuresFile, ListedItem, read_disclosures
from prongsai.sheets.opening import read_sheet
from prongsai.sheets.problems import Language, Problem, SheetError, Words

MOST_SHOWN = 100
PASTED = Words("รายการที่วาง", "the pasted list")


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """An item of a list beside what is written now. `belonged_to` are items for which the addresses stood last year."""

    item: Item
    listed: ListedItem
    now: WrittenItem
    stale: tuple[StaleNumber, ...]
    belonged_to: tuple[Item, ...]

    @property
    def number(self) -> str:
        """As it is printed: "O12"."""
        return self.item.code.upper()

    @property
    def title(self) -> str:
        """In the page's language."""
        return pick(self.item.title_th, self.item.title_en)

    @property
    def entry(self) -> ItemInput:
        """What taking it would write: of what the list leaves open, that which is there stays."""
        listed, given = self.listed, self.now.given
        explanation = listed.explanation or given.explanation
        if listed.not_applicable:
            return ItemInput((), explanation, listed.not_applicable)
        if listed.urls:
            return ItemInput(listed.urls, explanation)
        return ItemInput(given.urls, explanation, given.not_applicable)

    @property
    def change(self) -> str:
        """`new`, `same` or `replaces`."""
        if self.entry == self.now.given:
            return "same"
        return "new" if self.now.is_empty else "replaces"


@dataclass(frozen=True, slots=True)
class Preview:
    """A list as it was understood; problems as sentences, `more` of them not shown."""

    lines: tuple[PreviewLine, ...] = ()
    problems: tuple[str, ...] = ()
    more: int = 0
    unread: tuple[str, ...] = ()
    editions: str = field(default="")

    @property
    def takes(self) -> tuple[PreviewLine, ...]:
        """The lines that would change something."""
        return tuple(line for line in self.lines if line.change != "same" and not line.entry.is_empty)


def preview_text(here: Answering, text: str) -> Preview:
    """A pasted list, or one that was read from a file before."""
    try:
        return _preview(here, read_disclosures(pasted_sheet(PASTED[_language()], text), here.rules))
    except SheetError as trouble:
        return _troubled(trouble.problems)


def preview_file(here: Answering, name: str, content: bytes) -> tuple[Preview, str]:
    """A brought file, and the same list as text, which can be pasted."""
    try:
        found = read_disclosures(read_sheet(name, content), here.rules)
    except SheetError as trouble:
        return _troubled(trouble.problems), ""
    return _preview(here, found), _as_text(found)


def _preview(here: Answering, found: DisclosuresFile) -> Preview:
    known = offered(here.rules, earlier_year(here.seat.agency.pk, here.round.year))
    lines = tuple(_line(here, item, known) for item in found.items)
    told = _troubled(found.problems)
    return Preview(lines, told.problems, told.more, found.unread, editions_of(here, lines))


def editions_of(here: Answering, lines: tuple[PreviewLine, ...]) -> str:
    """Which editions were shown, so that taking the list overwrites nothing unseen."""
    return json.dumps({line.item.code: here.items[line.item.code].edition for line in lines})


def _line(here: Answering, listed: ListedItem, known: dict[str, tuple[str, ...]]) -> PreviewLine:
    rules: YearInstrument = here.rules
    cited = f"{listed.code.upper()} {listed.title}\n{listed.explanation}"
    others = other_items_of(known, listed.code, listed.urls)
    return PreviewLine(
        rules.items[listed.code],
        listed,
        here.items[listed.code],
        stale_numbers(cited, rules) if listed.title or listed.explanation else (),
        tuple(rules.items[code] for code in others),
    )


def _troubled(problems: tuple[Problem, ...]) -> Preview:
    shown = tuple(problem.text(_language()) for problem in problems[:MOST_SHOWN])
    return Preview(problems=shown, more=max(0, len(problems) - MOST_SHOWN))


def _language() -> Language:
    return "en" if is_english() else "th"


def _as_text(found: DisclosuresFile) -> str:
    written = io.StringIO()
    table = csv.writer(written, delimiter="\t", lineterminator="\n")
    table.writerow(("ข้อ", "ชื่อข้อ", "ลิงก์", "คำอธิบาย", "เหตุผลที่ไม่เกี่ยวข้อง"))
    for item in found.items:
        table.writerow((item.code.upper(), item.title, " ".join(item.urls), item.explanation, item.not_applicable))
    return written.getvalue()

"""What the side-by-side page shows: the document's lines, and beside them what was read in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.forms import BoundField
from django.utils.translation import gettext as _

from prongsai.papers.reading.found import ReadFigure, Reading, ReadRank, SourceLine, Where
from prongsai.portal.bringing.checking import Check, Note, check_figures
from prongsai.portal.bringing.from_document.forms import SettlingForm
from prongsai.portal.bringing.from_document.statements import ReadYear, Statement
from prongsai.portal.bringing.layout import Cell
from prongsai.portal.results.scorecard.names import instrument_name, place_name
from prongsai.rulebook.evidence import TOTAL, Place
from prongsai.rulebook.instrument import EIT_PARTS, Instrument, YearInstrument


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a place on the page; to none where the document has no such line."""

    text: str
    href: str
    printed: str = ""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of the document; `answers` lead to the figures that stand on it."""

    number: int
    anchor: str
    text: str
    cells: tuple[str, ...]
    answers: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ShownPage:
    """The lines of a page; text and DOCX have one without a number."""

    number: int | None
    lines: tuple[ShownLine, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure with its fields, what the arithmetic says of it, and where it stands in the document."""

    statement: Statement
    anchor: str
    name: str
    field: BoundField
    other: BoundField | None
    note: Note | None
    mentions: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """The figures of one instrument."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class YearPanel:
    """A year: its figures by instrument and what their arithmetic gives."""

    key: str
    year: int | None
    is_chosen: bool
    is_kept: bool
    replace: BoundField
    of_year: BoundField | None
    groups: tuple[EntryGroup, ...]
    unknown: tuple[Link, ...]
    check: Check
    open_doubts: int


@dataclass(frozen=True, slots=True)
class Besides:
    """Levels, ranks, cited items and measures, as information only."""

    levels: tuple[Link, ...]
    ranks: tuple[Link, ...]
    items: tuple[Link, ...]
    measures: tuple[Link, ...]


class Lines:
    """The document's lines, asked where something stands."""

    def __init__(self, reading: Reading) -> None:
        self._lines = reading.lines
        self._anchors = {line.where: _anchor(line.where) for line in reading.lines}

    def link(self, where: Where, printed: str = "") -> Link:
        """The way to a line."""
        anchor = self._anchors.get(where)
        return Link(_words(where), f"#{anchor}" if anchor else "", printed)

    def besides(self, reading: Reading) -> Besides:
        """What a document says besides figures, with the way to each line."""
        return Besides(
            levels=tuple(self.link(one.where, f"{one.year or '–'}: {one.level}") for one in reading.levels),
            ranks=tuple(self.link(one.where, _rank(one)) for one in reading.ranks),
            items=tuple(self.link(one.where, one.item.upper()) for one in reading.items),
            measures=tuple(self.link(one.where, one.measure) for one in reading.measures),
        )

    def pages(self, panels: Sequence[YearPanel]) -> list[ShownPage]:
        """The whole document with the ways back to the figures."""
        answers = _answers(panels)
        by_page = groupby(self._unique(), key=lambda line: line.where.page)
        return [ShownPage(page, tuple(_shown(line, answers) for line in lines)) for page, lines in by_page]

    def _unique(self) -> Iterable[SourceLine]:
        """Of two lines at one place the first: an anchor stands once."""
        first: dict[Where, SourceLine] = {}
        for line in self._lines:
            first.setdefault(line.where, line)
        return first.values()


def year_panels(form: SettlingForm, lines: Lines, kept: Mapping[int, bool], main: int | None) -> list[YearPanel]:
    """The years of a document as they stand in the form."""
    chosen = form["chosen"].value() if form.is_bound else [_first_choice(form.years, main)]
    return [_panel(form, year, lines, kept, is_chosen=year.key in chosen) for year in form.years]


def _first_choice(years: Sequence[ReadYear], main: int | None) -> str:
    keys = [year.key for year in years]
    return str(main) if str(main) in keys else next(iter(keys), "")


def _panel(form: SettlingForm, year: ReadYear, lines: Lines, kept: Mapping[int, bool], *, is_chosen: bool) -> YearPanel:
    check = check_figures(form.rules(year), form.figures(year))
    target = form.target(year)
    return YearPanel(
        key=year.key,
        year=year.year,
        is_chosen=is_chosen,
        is_kept=target is None or kept.get(target, False),
        replace=form[f"{year.key}-replace"],
        of_year=form[f"{year.key}-year"] if year.year is None else None,
        groups=tuple(_groups(form, year, lines, check)),
        unknown=tuple(lines.link(figure.where, f"{figure.place} {figure.printed}") for figure in year.unknown),
        check=check,
        open_doubts=form.open_doubts(year),
    )


def _groups(form: SettlingForm, year: ReadYear, lines: Lines, check: Check) -> Iterator[EntryGroup]:
    by_instrument: dict[Instrument | None, list[Entry]] = {None: []}
    for statement in year.statements:
        owner = _instrument_of(year.rules, statement.place)
        by_instrument.setdefault(owner, []).append(_entry(form, year, statement, lines, check))
    for instrument in (None, *Instrument):
        if entries := by_instrument.get(instrument):
            title = _("คะแนนรวม") if instrument is None else f"{instrument} {instrument_name(instrument)}"
            yield EntryGroup(title, tuple(entries))


def _instrument_of(rules: YearInstrument, place: Place) -> Instrument | None:
    """Both parts of EIT and their indicators stand under EIT."""
    if place == TOTAL:
        return None
    owner = place.instrument or rules.indicators[int(place.code)].instrument
    return Instrument.EIT if owner in EIT_PARTS else owner


def _entry(form: SettlingForm, year: ReadYear, statement: Statement, lines: Lines, check: Check) -> Entry:
    name = year.field(statement.place)
    return Entry(
        statement=statement,
        anchor=f"figure-{name}",
        name=place_name(year.rules, statement.place),
        field=form[name],
        other=None if statement.is_certain else form[f"{name}-other"],
        note=check.notes.get(Cell(statement.place, "score", "").name),
        mentions=tuple(_mentions(statement.mentions, lines)),
    )


def _mentions(mentions: Iterable[ReadFigure], lines: Lines) -> Iterator[Link]:
    """Each place once with what is printed there."""
    for where, printed in dict.fromkeys((mention.where, mention.printed) for mention in mentions):
        yield lines.link(where, printed)


def _rank(found: ReadRank) -> str:
    rank = str(found.rank) if found.of is None else f"{found.rank}/{found.of}"
    return " ".join(part for part in (f"{found.year or '–'}:", rank, found.among) if part)


def _answers(panels: Sequence[YearPanel]) -> dict[str, list[Link]]:
    answers: dict[str, list[Link]] = {}
    for panel in panels:
        for entry in (entry for group in panel.groups for entry in group.entries):
            for mention in entry.mentions:
                link = Link(f"{panel.year or ''} {entry.name}".strip(), f"#{entry.anchor}")
                if link not in answers.setdefault(mention.href, []):
                    answers[mention.href].append(link)
    return answers


def _shown(line: SourceLine, answers: Mapping[str, Sequence[Link]]) -> ShownLine:
    anchor = _anchor(line.where)
    return ShownLine(line.where.line, anchor, line.raw, line.cells, tuple(answers.get(f"#{anchor}", ())))


def _anchor(where: Where) -> str:
    return f"line-{where.page or 0}-{where.line}"


def _words(where: Where) -> str:
    if where.page is None:
        return _("บรรทัด %(line)s") % {"line": where.line}
    return _("หน้า %(page)s บรรทัด %(line)s") % {"page": where.page, "line": where.line}

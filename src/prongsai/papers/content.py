"""What a document says, apart from how PDF or DOCX draws it: the content model.

A document is written once, with Arabic digits; the renderers turn every text into `Document.digits` (see `digits`).
Sizes are points of TH Sarabun New, as offices state them; widths of figures are centimetres.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from prongsai.papers.content_forms import (
    Emblem,
    Fillable,
    FormField,
    FormLine,
    Roster,
    RosterLine,
    Rule,
    Signature,
    SignatureBlock,
)
from prongsai.papers.texts import Align, Run, Text, plain_text, runs_of
from prongsai.thai.numerals import DigitStyle

__all__ = [
    "Align",
    "Block",
    "BulletList",
    "Cell",
    "Column",
    "Contents",
    "Cover",
    "Document",
    "Emblem",
    "Figure",
    "Fillable",
    "FormField",
    "FormLine",
    "Heading",
    "Item",
    "Margins",
    "NumberedList",
    "PageBreak",
    "Panel",
    "Panels",
    "Paragraph",
    "Roster",
    "RosterLine",
    "Row",
    "Rule",
    "Run",
    "Section",
    "Signature",
    "SignatureBlock",
    "Spacer",
    "Table",
    "Text",
    "cell_of",
    "item_of",
    "plain_text",
    "runs_of",
]

ParagraphStyle = Literal["body", "plain", "centre", "right", "note"]
RowKind = Literal["plain", "group", "total"]
HeadingLevel = Literal[1, 2, 3]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading for navigation; level 1 is the highest of three. `key` names what it heads, whatever its words.

    A `tight` one stands as close as a paragraph.
    """

    text: Text
    level: HeadingLevel = 1
    key: str = ""
    align: Align = "left"
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`body` has its first line indented 2.5 cm as in official letters; `note` is smaller.

    `key` ("overview/result") names what it says whatever its words, so that an office can say it in its own.
    """

    text: Text
    style: ParagraphStyle = "body"
    keep_with_next: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list, with what stands under it."""

    text: Text
    blocks: "tuple[Block, ...]" = ()


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Entries with numbers; `pattern` shows where the number goes: "{}.", "({})", "1.{}"; `key` as of a paragraph."""

    items: tuple[Text | Item, ...]
    pattern: str = "{}."
    start: int = 1
    key: str = ""


@dataclass(frozen=True, slots=True)
class BulletList:
    """Entries with a dash, as official papers have them, or another mark; `key` as that of a paragraph."""

    items: tuple[Text | Item, ...]
    mark: str = "-"
    key: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; widths are in proportion to `share`."""

    header: Text
    share: float = 1.0
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with a text, with blocks (paragraphs, numbered steps) or both, over `span` columns."""

    text: Text = ""
    blocks: "tuple[Block, ...]" = ()
    span: int = 1
    align: Align | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `group` rows head a group of rows, `total` rows close one: both bold on a light ground."""

    cells: tuple[Text | Cell, ...]
    kind: RowKind = "plain"


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose head repeats on each page.

    `groups` stands above the head; its spans add up to the columns, and an empty one over a single column lets that
    column's head fill both lines. A table without rows says `empty_text`. Raises `ValueError` if a row does not fit.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: Text | None = None
    groups: tuple[Cell, ...] = ()
    size: float = 14.0
    empty_text: str = "ไม่มีข้อมูล"

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError("a table needs at least one column")
        lines = [row.cells for row in self.rows] + ([self.groups] if self.groups else [])
        for line in lines:
            width = sum(cell_of(cell).span for cell in line)
            if width != len(self.columns):
                raise ValueError(f"a row spans {width} columns where the table has {len(self.columns)}: {line!r}")


def cell_of(content: Text | Cell) -> Cell:
    """A cell from the shorter way to write one."""
    return content if isinstance(content, Cell) else Cell(content)


def item_of(content: Text | Item) -> Item:
    """An entry of a list from the shorter way to write one."""
    return content if isinstance(content, Item) else Item(content)


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing as SVG, with the words that replace it for who cannot see it; full text width unless told."""

    svg: str
    alt: str
    caption: Text | None = None
    width_cm: float | None = None
    align: Align = "centre"

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError("a figure needs alt text: say in a sentence what it shows")


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings of the whole document down to `depth`, each with its page."""

    title: str = "สารบัญ"
    depth: HeadingLevel = 2


@dataclass(frozen=True, slots=True)
class Panel:
    """A field that a sheet is divided into; `tinted` has the ground of a table's head, `size` is its text's."""

    blocks: "tuple[Block, ...]"
    tinted: bool = False
    middle: bool = False
    size: float = 16.0


@dataclass(frozen=True, slots=True)
class Panels:
    """Blocks side by side, a line for every `len(shares)` panels, set tight; `cut` draws where to cut them apart.

    `height_cm` holds every line to one height; widths are in proportion to `shares`.
    """

    panels: tuple[Panel, ...]
    shares: tuple[float, ...] = (1.0,)
    height_cm: float | None = None
    padding_cm: float = 0.2
    cut: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page."""


@dataclass(frozen=True, slots=True)
class Spacer:
    """Empty lines of the body's height."""

    lines: float = 1.0


Block: TypeAlias = (
    Heading
    | Paragraph
    | NumberedList
    | BulletList
    | Table
    | Figure
    | FormLine
    | Fillable
    | SignatureBlock
    | Emblem
    | Roster
    | Rule
    | Contents
    | Panels
    | PageBreak
    | Spacer
)


@dataclass(frozen=True, slots=True)
class Margins:
    """The empty edges of a page in centimetres, where they are not those of official letters."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks on pages of one orientation; a section begins a page. `key` names what stands before its first heading."""

    blocks: tuple[Block, ...]
    landscape: bool = False
    key: str = ""
    margins: Margins | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    """A first page of its own, without a number: big lines in the middle, smaller ones at the foot, a logo above."""

    lines: tuple[Text, ...]
    foot: tuple[Text, ...] = ()
    logo: Figure | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper. `author` is the office that issues it; `footer` is a small line under each page.

    `first_top_cm` is the margin over the first page where it differs from that over the others.
    """

    title: str
    sections: tuple[Section, ...]
    digits: DigitStyle = "thai"
    language: str = "th"
    author: str = ""
    subject: str = ""
    footer: Text = ""
    page_numbers: bool = True
    cover: Cover | None = None
    keywords: tuple[str, ...] = ()
    first_top_cm: float | None = None

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("a document needs a title: readers and screen readers show it")

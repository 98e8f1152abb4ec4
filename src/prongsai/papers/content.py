"""What a document says, apart from how PDF or DOCX draws it: the content model.

A document is written once, with Arabic digits; the renderers turn every text into `Document.digits` (see `digits`).
Sizes are points of TH Sarabun New, as offices state them; widths of figures are centimetres.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from prongsai.thai.numerals import DigitStyle

Align = Literal["left", "centre", "right"]
ParagraphStyle = Literal["body", "plain", "centre", "right", "note"]
RowKind = Literal["plain", "group", "total"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look. `as_written` keeps its digits (a code, a hash)."""

    text: str
    bold: bool = False
    italic: bool = False
    size: float | None = None
    as_written: bool = False


Text: TypeAlias = str | Run | tuple[str | Run, ...]


def runs_of(text: Text, *, bold: bool = False) -> tuple[Run, ...]:
    """The runs of a text in any of its three shapes; `bold` makes plain strings bold."""
    parts = text if isinstance(text, tuple) else (text,)
    return tuple(part if isinstance(part, Run) else Run(part, bold=bold) for part in parts)


def plain_text(text: Text) -> str:
    """The letters of a text without its looks."""
    return "".join(run.text for run in runs_of(text))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading for navigation; level 1 is the highest of three."""

    text: Text
    level: Literal[1, 2, 3] = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`body` has its first line indented 2.5 cm as in official letters; `note` is smaller."""

    text: Text
    style: ParagraphStyle = "body"
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list, with what stands under it."""

    text: Text
    blocks: "tuple[Block, ...]" = ()


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Entries with numbers; `pattern` shows where the number goes: "{}.", "({})", "1.{}"."""

    items: tuple[Text | Item, ...]
    pattern: str = "{}."
    start: int = 1


@dataclass(frozen=True, slots=True)
class BulletList:
    """Entries with a dash, as official papers have them, or another mark."""

    items: tuple[Text | Item, ...]
    mark: str = "-"


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
class FormField:
    """A bold label and what is filled in; dots run from there to the right edge."""

    label: Text
    value: Text = ""
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class FormLine:
    """Fields side by side on one line, as in the head of a memo."""

    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True)
class Fillable:
    """A place to write by hand: an optional label, then dotted lines."""

    label: Text = ""
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Signature:
    """One who signs. An empty name, post or date leaves dots; `opinion` adds a heading and lines for a comment."""

    role: str = ""
    name: str = ""
    post: str = ""
    acting: str = ""
    dated: str = ""
    opinion: str = ""
    opinion_lines: int = 2


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Who prepared and who approves, in order; one alone stands on the right half. Stays on one page."""

    signatures: tuple[Signature, ...]
    columns: Literal[1, 2] = 1


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
    | PageBreak
    | Spacer
)


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks on pages of one orientation; a section begins a page."""

    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Cover:
    """A first page of its own, without a number: big lines in the middle, smaller ones at the foot."""

    lines: tuple[Text, ...]
    foot: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper. `author` is the office that issues it; `footer` is a small line under each page."""

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

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("a document needs a title: readers and screen readers show it")

"""What an official form holds beside running text: the emblem's place, dotted lines, lists of posts, signatures."""

import re
from dataclasses import dataclass
from typing import Literal

from prongsai.papers.texts import Text

EMBLEM_OF_MEMO_CM = 1.5
EMBLEM_CM = 3.0
"""Heights of the state's emblem that the regulation on official correspondence gives: on a memo, and elsewhere."""

TICK = "☐"

_OUTSIDE = re.compile(rb"""href\s*=\s*["'](?!#|data:)|<!ENTITY|@import""", re.IGNORECASE)
_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class FormField:
    """A label (bold, unless it is a run of its own) and what is filled in after it."""

    label: Text
    value: Text = ""
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class FormLine:
    """Fields side by side on one line, as in the head of a memo; dots run to the right edge where `dotted`.

    A value that needs more lines goes on under its own beginning.
    """

    fields: tuple[FormField, ...]
    dotted: bool = True


@dataclass(frozen=True, slots=True)
class Fillable:
    """A place to write by hand: an optional label, then dotted lines."""

    label: Text = ""
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Signature:
    """One who signs. An empty name, post or date leaves dots; `opinion` adds a heading and lines for a comment.

    `acting` is the line under the post ("รักษาราชการแทน …"), `choices` are boxes to tick before the lines. A `bare`
    signature stands under a letter: empty paper to sign on, then name and post, and a date only where there is one.
    """

    role: str = ""
    name: str = ""
    post: str = ""
    acting: str = ""
    dated: str = ""
    opinion: str = ""
    opinion_lines: int = 2
    choices: tuple[str, ...] = ()
    bare: bool = False


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Who prepared and who approves, in order; in one column they stand on the right half. Each stays on one page."""

    signatures: tuple[Signature, ...]
    columns: Literal[1, 2, 3] = 1


@dataclass(frozen=True, slots=True)
class Emblem:
    """The place of the state's emblem: the picture that an office supplies (SVG or PNG), else that much empty paper.

    With a `title` it stands at the left and the title in the middle of the same line, as over a memo; alone it stands
    in the middle. No drawing comes with this program: none with an open licence is known.
    """

    height_cm: float = EMBLEM_CM
    image: bytes | None = None
    alt: str = "ตราครุฑ"
    title: Text = ""

    def __post_init__(self) -> None:
        if self.image is not None and not self.is_png and b"<svg" not in self.image[:2000]:
            raise ValueError("the emblem is neither a PNG nor an SVG: give the bytes of such a file")
        if self.image is not None and not self.is_png and _OUTSIDE.search(self.image):
            raise ValueError("the emblem's SVG refers to something outside itself: embed it")

    @property
    def is_png(self) -> bool:
        """Whether the picture is a PNG; else it is an SVG."""
        return self.image is not None and self.image.startswith(_PNG)


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One of those who are appointed: by name, post or both, and as what."""

    who: Text
    duty: Text


@dataclass(frozen=True, slots=True)
class Roster:
    """Those who are appointed, numbered, with their duties in a column of their own and no lines; `key` names it."""

    lines: tuple[RosterLine, ...]
    pattern: str = "{}."
    key: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A short line in the middle, as under the head of an announcement."""

    width_cm: float = 5.0

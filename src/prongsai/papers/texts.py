"""Text as documents hold it: letters with their look, whatever the renderer."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look. `as_written` keeps its digits (a code, a hash); `link` is where a click leads."""

    text: str
    bold: bool = False
    italic: bool = False
    size: float | None = None
    as_written: bool = False
    link: str | None = None


Text: TypeAlias = str | Run | tuple[str | Run, ...]


def runs_of(text: Text, *, bold: bool = False) -> tuple[Run, ...]:
    """The runs of a text in any of its three shapes; `bold` makes plain strings bold."""
    parts = text if isinstance(text, tuple) else (text,)
    return tuple(part if isinstance(part, Run) else Run(part, bold=bold) for part in parts)


def plain_text(text: Text) -> str:
    """The letters of a text without its looks."""
    return "".join(run.text for run in runs_of(text))

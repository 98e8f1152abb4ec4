"""What is wrong in a file that somebody brought: where, what was found, what to write instead; Thai and English."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Language = Literal["th", "en"]
LONGEST_FOUND = 60


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence in both languages of the interface."""

    th: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.th if language == "th" else self.en


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake. `row` counts as a spreadsheet does, the head being row 1, and a JSON list's objects from 1.

    `None` means the whole file.
    """

    file: str
    row: int | None
    column: str | None
    found: Words
    mend: Words

    def text(self, language: Language = "th") -> str:
        """The one line that a person reads."""
        return f"{self.where(language)}: {self.found[language]} — {self.mend[language]}"

    def where(self, language: Language = "th") -> str:
        """File, row and column, as far as they are known."""
        row, column = ("แถว", "คอลัมน์") if language == "th" else ("row", "column")
        place = [self.file]
        if self.row is not None:
            place.append(f"{row} {self.row}")
        if self.column is not None:
            place.append(f"{column} {self.column}")
        return " ".join(place)


class CellError(ValueError):
    """A cell that cannot be used: in which column, what it says, what to write instead."""

    def __init__(self, column: str, found: str, mend: Words) -> None:
        self.column, self.found, self.mend = column, found, mend
        super().__init__(mend.en)


class SheetError(Exception):
    """The file cannot be used; carries every problem that was found."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.text("en") for problem in problems))


def found_text(value: object) -> Words:
    """`found "…"`, cut to a readable length; nothing is said to be nothing."""
    text = str(value)
    if not text.strip():
        return Words("พบช่องว่าง", "found an empty cell")
    shown = text if len(text) <= LONGEST_FOUND else f"{text[: LONGEST_FOUND - 1]}…"
    return Words(f"พบ “{shown}”", f"found “{shown}”")


def whole_file(file: str, found: Words, mend: Words) -> SheetError:
    """A problem of the file as a whole."""
    return SheetError([Problem(file, None, None, found, mend)])

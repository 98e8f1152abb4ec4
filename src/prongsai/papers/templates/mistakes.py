"""What is wrong with a template: file, key, what was found, what to write instead."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

MOST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Said:
    """Words for people of both languages."""

    th: str
    en: str


class UnusableError(ValueError):
    """A part of a template that cannot be used, before it is known in which file and under which key it stands."""

    def __init__(self, found: str | Said, expected: Said) -> None:
        self.found = found if isinstance(found, Said) else Said(found, found)
        self.expected = expected
        super().__init__(f"found {self.found.en}; expected {expected.en}")


class TemplateError(ValueError):
    """A template cannot be used; `str` of it is English, `text` speaks either language."""

    def __init__(self, *, file: str, key: str, found: Said, expected: Said) -> None:
        self.file, self.key, self.found, self.expected = file, key, found, expected
        super().__init__(self.text("en"))

    def text(self, language: str) -> str:
        """The whole sentence, Thai or English."""
        if language == "th":
            return f"{self.file}: {self.key}: พบ {self.found.th} — {self.expected.th}"
        return f"{self.file}: {self.key}: found {self.found.en}; expected {self.expected.en}"


@contextmanager
def located(file: str, key: str) -> Iterator[None]:
    """Say of what goes wrong inside where it stands."""
    try:
        yield
    except UnusableError as problem:
        raise TemplateError(file=file, key=key, found=problem.found, expected=problem.expected) from None


def shortened(found: object) -> str:
    """What was found on one line of a screen."""
    text = repr(found)
    return text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 3]}..."

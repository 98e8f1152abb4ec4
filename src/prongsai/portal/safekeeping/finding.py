"""What a check of the installation found."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How it stands with what was looked at."""

    OK = "ok"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found, in both languages; a warning or a fault says what to do."""

    state: State
    th: str
    en: str


def fine(th: str, en: str) -> Finding:
    """It is as it should be."""
    return Finding(State.OK, th, en)


def warning(th: str, en: str) -> Finding:
    """It works, and something should be done."""
    return Finding(State.WARNING, th, en)


def fault(th: str, en: str) -> Finding:
    """It does not work, or something was lost or changed."""
    return Finding(State.FAULT, th, en)

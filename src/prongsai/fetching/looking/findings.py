"""What is looked for, and what was found, with the place; keys are for the machine."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from prongsai.fetching.kinds import Kind


class TextState(StrEnum):
    """Whether a program can read the words of a file."""

    TEXT = "text"
    """Its words were read; perhaps not on every page, see `FindingKey.SCANNED_PAGES`."""
    SCAN = "scan"
    """Pages that are pictures of letters, or a picture."""
    NO_WORDS = "no-words"
    """It opens and has no words: empty, or built by a script only in the reader's browser."""
    LOCKED = "locked"
    """It asks for a password."""
    DAMAGED = "damaged"
    """It does not open as what it is."""
    NOT_READ = "not-read"
    """A kind, or a size, that is not looked into; nothing is known of its words."""


class FindingKey(StrEnum):
    """What a hint says; each value is stable and may be stored."""

    TYPE_DIFFERS = "type-differs"
    """The server calls it something else than it is; `found` is the server's word."""
    SIGN_IN_PAGE = "sign-in-page"
    """It looks like a page that asks for a password; `found` is its title or path."""
    NEEDS_SCRIPT = "needs-script"
    """Hardly any words and a script: people see more than a program."""
    SAYS_NOT_FOUND = "says-not-found"
    """The server says "here it is" and the title says that it is not; `found` is the title."""
    SCANNED_PAGES = "scanned-pages"
    """Pages without words; `found` lists them."""
    CUT_SHORT = "cut-short"
    """Only the beginning was looked at; what is missing may stand further on."""
    TOO_HEAVY = "too-heavy"
    """Looking took more time or memory than it may, or broke the reader."""
    YEAR_NAMED = "year-named"
    YEAR_NOT_NAMED = "year-not-named"
    AGENCY_NAMED = "agency-named"
    AGENCY_NOT_NAMED = "agency-not-named"
    NEWEST_DATE = "newest-date"
    """The newest day that is named and is not to come; `day` is it."""
    OLDER_THAN_PERIOD = "older-than-period"
    """Every day that is named lies before the period; `day` is the newest."""


class Part(StrEnum):
    """A part of what was fetched, where it has no pages."""

    TITLE = "title"
    WORDS = "words"
    ADDRESS = "address"
    HEADER = "header"
    PROPERTIES = "properties"


@dataclass(frozen=True, slots=True)
class Where:
    """The part, and the page counted from 1 where there are pages."""

    part: Part
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A hint: where it comes from, and the words that it rests on, with some before and after."""

    key: FindingKey
    where: Where | None = None
    found: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one place."""

    where: Where
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """What a reader of one kind of file gives. `wordless_pages` are those that are only a picture."""

    state: TextState
    passages: tuple[Passage, ...] = ()
    pages: int | None = None
    wordless_pages: tuple[int, ...] = ()
    is_cut: bool = False
    asks_for_password: bool = False
    has_script: bool = False

    @property
    def letters(self) -> int:
        """Letters that can be seen, without the title's."""
        return sum(len("".join(p.text.split())) for p in self.passages if p.where.part is Part.WORDS)


@dataclass(frozen=True, slots=True)
class Expected:
    """What the item asks for.

    `year` is of the Buddhist era. `agency_names` are the names that the agency goes by; usual short forms need not be
    given. `period_start` is the first day that the content may be of, `today` the day of looking.
    """

    year: int
    agency_names: tuple[str, ...]
    period_start: date | None
    today: date


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen. `text` is all that was read, page after page, to be kept and searched."""

    kind: Kind
    state: TextState
    pages: int | None
    text: str
    findings: tuple[Finding, ...]

    def get(self, key: FindingKey) -> Finding | None:
        """The hint of that key, if it was given."""
        return next((finding for finding in self.findings if finding.key is key), None)

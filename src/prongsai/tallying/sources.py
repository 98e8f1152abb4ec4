"""Where answers come from: a file, or the portal's own database."""

from dataclasses import dataclass
from pathlib import Path

from prongsai.rulebook.instrument import YearInstrument
from prongsai.sheets.names import printable
from prongsai.tallying.opening import open_answers
from prongsai.tallying.portal_database import DATABASE_SCHEMES, lay_portal_answers
from prongsai.tallying.reading import StoredAnswers


@dataclass(frozen=True, slots=True)
class FileOfAnswers:
    """A Parquet or CSV file."""

    path: Path

    @property
    def name(self) -> str:
        """The name that people are told."""
        return printable(self.path.name)


@dataclass(frozen=True, slots=True)
class PortalAnswers:
    """The answers of a round in the portal's database, `sqlite:///file` or `postgresql://…`."""

    address: str
    round: str

    @property
    def name(self) -> str:
        """The round in words; the address may hold a password."""
        return f"{self.address.partition(':')[0]} {self.round}"


AnswersSource = FileOfAnswers | PortalAnswers


def is_database(text: str) -> bool:
    """Whether this names a database and not a file."""
    return text.startswith(DATABASE_SCHEMES)


def open_source(source: AnswersSource, year: YearInstrument, workplace: Path) -> StoredAnswers:
    """Make a source readable for an engine; what is no Parquet file is laid into `workplace`. Raises `SheetError`."""
    if isinstance(source, FileOfAnswers):
        return open_answers(source.path, year, workplace)
    return lay_portal_answers(source.address, source.round, source.name, year, workplace / "answers.parquet")

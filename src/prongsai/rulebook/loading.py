"""Reads a fiscal year's folder of rules into one checked whole; the only module here that opens files."""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from threading import Lock
from typing import Any, TypeVar

import msgspec
import yaml

from prongsai.rulebook.agency_types import AgencyType, AgencyTypes
from prongsai.rulebook.consistency import Contradiction, contradictions_in
from prongsai.rulebook.instrument import (
    Advice,
    Crosswalk,
    Disclosure,
    Level,
    Round,
    Survey,
    YearInstrument,
)
from prongsai.rulebook.ranking import NationRules

Shape = TypeVar("Shape")
FOLDER_NAME = re.compile(r"fy(25\d\d)(?:r(\d+))?")
ONE_AT_A_TIME = Lock()
"""The first conversion into a class prepares it; a second thread that comes meanwhile crashes the process (msgspec)."""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """Where a tag in `source` leads."""

    tag: str
    what: str


class InstrumentError(ValueError):
    """The year's data does not hold together: says file, key, what was found and what was expected."""

    def __init__(self, *, file: str, key: str, found: str, expected: str) -> None:
        self.file, self.key, self.found, self.expected = file, key, found, expected
        super().__init__(f"{file}: {key}: found {found}; expected {expected}")


class UnknownYearError(KeyError):
    """There is no instrument for this fiscal year."""

    def __init__(self, year: int, known: tuple[int, ...]) -> None:
        self.year, self.known = year, known
        super().__init__(f"no instrument for fiscal year {year}; there are {', '.join(map(str, known))}")

    def __str__(self) -> str:
        return str(self.args[0])


def shipped_instruments() -> Traversable:
    """The folder of rules that comes with the program."""
    return files("prongsai.instruments")


def known_years() -> tuple[int, ...]:
    """Fiscal years with an instrument, oldest first."""
    return tuple(sorted({year for year, _, _ in _year_folders(shipped_instruments())}))


@cache
def load_year(year: int, *, revision: int | None = None) -> YearInstrument:
    """Load the rules of a fiscal year: the newest revision, or the one that a round pinned."""
    found = [
        (number, folder)
        for folder_year, number, folder in _year_folders(shipped_instruments())
        if folder_year == year and revision in {None, number}
    ]
    if not found:
        raise UnknownYearError(year, known_years())
    return load_folder(max(found, key=lambda pair: pair[0])[1])


def load_folder(folder: Traversable) -> YearInstrument:
    """Load and check one folder of rules."""
    crosswalks = sorted(entry.name for entry in folder.iterdir() if re.fullmatch(r"from_fy25\d\d\.yaml", entry.name))
    year = YearInstrument(
        round=read_file(folder, "round.yaml", Round),
        surveys=(read_file(folder, "iit.yaml", Survey), read_file(folder, "eit.yaml", Survey)),
        disclosure=read_file(folder, "oit.yaml", Disclosure),
        levels=read_file(folder, "levels.yaml", tuple[Level, ...]),
        advice=read_file(folder, "measures.yaml", Advice),
        crosswalk=read_file(folder, crosswalks[0], Crosswalk) if crosswalks else None,
        sha256=fingerprint(folder),
    )
    _refuse(folder, contradictions_in(year, known_tags=frozenset(sources())))
    return year


def read_file(folder: Traversable, name: str, shape: Callable[..., Shape] | type[Shape]) -> Shape:
    """Read one YAML file into its shape, naming file and key when it does not fit."""
    where = f"{folder.name}/{name}"
    try:
        text = (folder / name).read_text("utf-8")
        content = yaml.load(text, Loader=yaml.CSafeLoader)
    except FileNotFoundError:
        raise InstrumentError(file=where, key="-", found="no file", expected="the file") from None
    except yaml.YAMLError as problem:
        raise InstrumentError(file=where, key="-", found=_first_line(problem), expected="valid YAML") from None
    try:
        with ONE_AT_A_TIME:
            return msgspec.convert(content, type=shape)
    except msgspec.ValidationError as problem:
        raise _misfit(where, content, str(problem)) from None


def fingerprint(folder: Traversable) -> str:
    """SHA-256 over the year's rule files, names and bytes in order; worked examples do not count."""
    digest = hashlib.sha256()
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".yaml"):
            content = entry.read_bytes().replace(b"\r\n", b"\n")
            digest.update(f"{entry.name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


@cache
def sources() -> dict[str, SourceEntry]:
    """What the tags in `source` stand for."""
    listed = read_file(shipped_instruments(), "sources.yaml", dict[str, str])
    return {tag: SourceEntry(tag, what) for tag, what in listed.items()}


@cache
def nation_rules() -> NationRules:
    """What holds for every year when a whole round is computed."""
    return read_file(shipped_instruments(), "nation.yaml", NationRules)


@cache
def agency_types() -> AgencyTypes:
    """The types of agencies by their codes."""
    return read_file(shipped_instruments(), "agency_types.yaml", dict[str, AgencyType])


@cache
def seals() -> dict[str, str]:
    """The hashes under which the announced years were sealed, by folder name."""
    return read_file(shipped_instruments(), "seals.yaml", dict[str, str])


def _year_folders(root: Traversable) -> Iterator[tuple[int, int, Traversable]]:
    for entry in root.iterdir():
        match = FOLDER_NAME.fullmatch(entry.name)
        if match and entry.is_dir():
            yield int(match[1]), int(match[2] or 1), entry


def _refuse(folder: Traversable, contradictions: Iterator[Contradiction]) -> None:
    for file, key, found, expected in contradictions:
        raise InstrumentError(file=f"{folder.name}/{file}", key=key, found=found, expected=expected)


def _misfit(where: str, content: object, message: str) -> InstrumentError:
    expected, _, path = message.partition(" - at `")
    path = path.removesuffix("`") or "$"
    return InstrumentError(file=where, key=path, found=_found_at(content, path), expected=expected)


def _found_at(content: Any, path: str) -> str:  # noqa: ANN401 - YAML holds anything
    for name, index in re.findall(r"\.([\w-]+)|\[(\d+)\]", path):
        content = content[int(index)] if index else content[name]
    text = repr(content)
    return text if len(text) <= 80 else f"{text[:77]}..."  # noqa: PLR2004 - one line on a screen


def _first_line(problem: Exception) -> str:
    return str(problem).splitlines()[0]

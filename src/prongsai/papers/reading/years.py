"""Which fiscal year a passage speaks of, and of which year's scores the document is."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prongsai.papers.reading.found import SourceLine
from prongsai.thai.dates import MONTH_PATTERN
from prongsai.thai.numerals import to_arabic_digits

_ERA = r"(?:พ\s?\.?\s?ศ\s?\.?|[ผฟฝ]\s?\.\s?ศ\s?\.?)"
"""`พ.ศ.`, also where its first letter was taken for one that looks alike."""
_YEAR = re.compile(
    rf"(?:ปี\s*(?:งบ\s*ประมาณ)?|งบประมาณ|{_ERA}|FY)[\s:]*(?:{_ERA}\s*)?(?P<year>25[4-9][0-9]|20[0-4][0-9]|[67][0-9](?![0-9.]))(?![0-9])"
    r"|ITA\s?\)?[\s:_-]{0,3}(?P<behind>25[4-9][0-9])(?![0-9]|[.,][0-9])"
)
_BARE = re.compile(r"(?<![0-9.,/])(25[5-9][0-9])(?![0-9.,])")
_DATE_BEFORE = re.compile(rf"(?:{MONTH_PATTERN})\s*(?:{_ERA}\s*)?$")
_NOT_OF_SCORES = re.compile(
    r"(?:ไปสู่การปฏิบัติ|มาตรการ|แผน|พระราชบัญญัติ|ระเบียบ|ประกาศ|พ\.ร\.บ\.)[^0-9]{0,70}$|(?:ถัดไป|ข้างหน้า|ต่อไป)\s*$"
)
_OF_SCORES = re.compile(r"ผล|คะแนน|ประเมิน|ITA|ตัวชี้วัด")
_JUST_A_YEAR = 45
GREGORIAN_GAP = 543
CENTURY = 2500
SHORT = 100
LONGEST_HEADING = 150
_GIVES_SCORES = re.compile(r"[0-9]{2}\.[0-9]{2}(?![0-9])|(?<![0-9.])100(?![0-9.])")
_COMPARES = re.compile(r"(?:จาก|เทียบ[^\s0-9]{0,14}|กว่า)\s*ปี")
_COMPARED_WITH = re.compile(r"(?:จาก|เทียบ[^\s0-9]{0,14}|กว่า)\s*$")
COLUMN_WEIGHT = 3
NAMED_SURELY = 2
REACH = 25
"""Lines after which a year named before says nothing any more."""


@dataclass(frozen=True, slots=True)
class YearMention:
    """A year named in a text, with its place."""

    year: int
    span: tuple[int, int]


def find_years(text: str) -> Iterator[YearMention]:
    """Years named as such (`ปี 2567`, `พ.ศ. ๒๕๖๗`, `ปี 67`), in order; the year of a date is none."""
    plain = to_arabic_digits(text)
    for match in _YEAR.finditer(plain):
        year = match.lastgroup or ""
        if not _DATE_BEFORE.search(plain, max(0, match.start() - 30), match.start(year)):
            yield YearMention(_full(match[year]), match.span())


def only_year(text: str) -> int | None:
    """The year of a cell or head that names exactly one: `๒๕๖๖`, `ปี 2567`, `คะแนน ปี 2568`."""
    plain = to_arabic_digits(text)
    years = {mention.year for mention in find_years(plain)} or {int(year) for year in _BARE.findall(plain)}
    return years.pop() if len(years) == 1 else None


class NamedYears:
    """The years named in a passage, asked for the last one before a place in it."""

    def __init__(self, plain: str) -> None:
        self._mentions = list(find_years(plain))
        self._ends = [mention.span[1] for mention in self._mentions]

    def before(self, position: int) -> int | None:
        """The year named last before a position."""
        count = self.count_before(position)
        return self._mentions[count - 1].year if count else None

    def count_before(self, position: int) -> int:
        """How many years are named before a position."""
        return bisect_right(self._ends, position)


class Years:
    """The years of a document: which is in force at a line, and which one it is mainly about."""

    def __init__(self, lines: Sequence[SourceLine], *, is_worn: bool = False) -> None:
        self._is_worn = is_worn
        named = {index: list(_years_of_scores(lines, index, line)) for index, line in enumerate(lines)}
        said = Counter(year for years in named.values() for year in years)
        said.update(year for line in lines for year in _heads_of_columns(line) for _ in range(COLUMN_WEIGHT))
        otherwise = Counter(mention.year for line in lines for mention in find_years(line.text)) - said
        of_rows = (year for line in lines for year in _row_of_year(line))
        self.main = _newest(said, otherwise) or max(of_rows, default=None) or _sole_year(lines)
        self.trusted = _trusted(lines, self.main)
        self._headed = {
            index: year for index, years in named.items() if (year := self._heads(lines[index], years)) is not None
        }

    def at(self, index: int) -> int | None:
        """The year of the last heading above a line, if not too far above; else the document's.

        In a worn text a heading with another year may have been misread: nobody knows of which year the line is.
        """
        for before in range(index, max(-1, index - REACH), -1):
            if before in self._headed:
                return None if self._is_worn and self._headed[before] != self.main else self._headed[before]
        return self.main

    def _heads(self, line: SourceLine, years: Sequence[int]) -> int | None:
        """The year under which a line puts what follows; a line that gives scores or compares heads nothing."""
        if not years or line.cells or _COMPARES.search(line.text) or _GIVES_SCORES.search(to_arabic_digits(line.text)):
            return None
        if self.main in years:
            return self.main
        return years[-1] if len(line.text) <= LONGEST_HEADING else None


def _trusted(lines: Sequence[SourceLine], main: int | None) -> frozenset[int]:
    """The years that a worn text names surely: the document's, if most mentions are of it, and earlier ones."""
    times = Counter(year for line in lines for year in _told_of(line.text))
    others = (times[year] for year in times if year != main)
    if main is None or times[main] < NAMED_SURELY or times[main] <= max(others, default=0):
        return frozenset()
    return frozenset(year for year in times if year <= main and times[year] >= NAMED_SURELY)


def _told_of(text: str) -> Iterator[int]:
    """The years that a line names, without those that it only compares with or plans for."""
    for mention in find_years(text):
        before = text[max(0, mention.span[0] - 90) : mention.span[0]]
        if not _COMPARED_WITH.search(before) and not _NOT_OF_SCORES.search(before):
            yield mention.year


def _years_of_scores(lines: Sequence[SourceLine], index: int, line: SourceLine) -> Iterator[int]:
    """Years that the line names of scores, not of plans, laws or dates; a lone year goes with the line above."""
    if line.cells:
        for cell in line.cells:
            yield from _named_of_scores(cell, "", is_short=False)
        return
    is_short = len(line.text) <= _JUST_A_YEAR
    above = next((one for one in reversed(lines[max(0, index - 3) : index]) if one.text), None) if is_short else None
    yield from _named_of_scores(line.text, "" if above is None or above.cells else f"{above.text} ", is_short=is_short)


def _heads_of_columns(line: SourceLine) -> tuple[int, ...]:
    """The years of a row that heads columns of different years."""
    years = tuple(year for cell in line.cells if len(cell) <= _JUST_A_YEAR and (year := only_year(cell)) is not None)
    return years if len(set(years)) == len(years) > 1 else ()


def _row_of_year(line: SourceLine) -> tuple[int, ...]:
    """The year of a row that begins with one."""
    year = only_year(line.cells[0]) if line.cells and len(line.cells[0]) <= _JUST_A_YEAR else None
    return () if year is None else (year,)


def _sole_year(lines: Sequence[SourceLine]) -> int | None:
    """The one year that stands anywhere, if there is no other; that of a date is none."""
    plain = [to_arabic_digits(line.text) for line in lines]
    found = (
        match for text in plain for match in _BARE.finditer(text) if not _DATE_BEFORE.search(text, 0, match.start())
    )
    years = {int(match[1]) for match in found}
    return years.pop() if len(years) == 1 else None


def _named_of_scores(text: str, before: str, *, is_short: bool) -> Iterator[int]:
    whole = before + text
    for mention in find_years(whole):
        if mention.span[0] < len(before):
            continue
        said = whole[max(0, mention.span[0] - 90) : mention.span[0]]
        if not _NOT_OF_SCORES.search(said) and (_OF_SCORES.search(whole) or is_short):
            yield mention.year


def _newest(said: Counter[int], otherwise: Counter[int]) -> int | None:
    """The newest year that is named often as one of scores, and not more often otherwise: plans look a year ahead.

    The year that is named most as one of scores stays one, however often it is named besides.
    """
    most = max(said.values(), default=0)
    often = [year for year, times in said.items() if 2 * times > most]
    leads = [year for year in often if said[year] == most]
    fit = (year for year in often if said[year] >= otherwise[year] or leads == [year])
    return max(fit, default=max(often, default=None))


def _full(written: str) -> int:
    year = int(written)
    if year < SHORT:
        return CENTURY + year
    return year if year >= CENTURY else year + GREGORIAN_GAP

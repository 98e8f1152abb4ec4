"""Instruments called by the name of another: EIT called the survey of insiders, IIT that of outsiders."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from prongsai.papers.analysis_report.wording import INSTRUMENT_NAMES
from prongsai.papers.checking.documents.finding import DocumentFinding
from prongsai.papers.checking.documents.passages import Passage
from prongsai.papers.checking.findings import Kind, Wording
from prongsai.rulebook.instrument import Instrument

_CODE = r"(?<![A-Za-z])(?P<code>IIT|EIT|OIT)(?![A-Za-z])"
_CODE_BEFORE = re.compile(
    _CODE + r"\s*(?:ส่วนที่\s*\S{1,2}\s*)?[-:–.]?\s*(?:คือ|หมายถึง|เป็น)?\s*"
    r"(?:แบบ(?:วัด|สำรวจ|ตรวจ)?\s*)?(?:การ)?(?:รับรู้|เรียนรู้)?\s*(?:ของ)?\s*$"
)
_CODE_AFTER = re.compile(r"\s*(?:\((?=[^()]*\)))?[A-Za-z\s:,]*?[:\s(]*" + _CODE)
_LOOK_BACK = 60


@dataclass(frozen=True, slots=True)
class NamedInstrument:
    """A name of an instrument beside the letters of one; both should be the same."""

    named: Instrument
    code: Instrument
    span: tuple[int, int]


def check_instrument_names(passage: Passage) -> Iterator[DocumentFinding]:
    """Letters beside the name of another instrument."""
    for pair in find_named_instruments(passage.text):
        if pair.named is not pair.code:
            yield _finding(passage, pair)


def find_named_instruments(text: str) -> Iterator[NamedInstrument]:
    """Letters with the name that belongs to them: in brackets after it or right behind, else right before it."""
    for pattern, instrument in _names().items():
        for match in pattern.finditer(text):
            after = _CODE_AFTER.match(text, match.end())
            before = _CODE_BEFORE.search(text, max(0, match.start() - _LOOK_BACK), match.start())
            if before is not None and _stands_alone(text, before):
                yield NamedInstrument(instrument, Instrument(before["code"]), (before.start("code"), match.end()))
            elif after is not None:
                yield NamedInstrument(instrument, Instrument(after["code"]), (match.start(), after.end("code")))


def _stands_alone(text: str, code: re.Match[str]) -> bool:
    """Letters that close a bracket belong to what stands before them."""
    return not text[: code.start("code")].rstrip().endswith(("(", ":")) and ")" not in code[0]


@cache
def _names() -> dict[re.Pattern[str], Instrument]:
    """What tells an instrument's name from the others': the last words before its letters, spelt more or less fully."""
    return {_pattern(INSTRUMENT_NAMES[i]): i for i in (Instrument.IIT, Instrument.EIT, Instrument.OIT)}


def _pattern(name: str) -> re.Pattern[str]:
    words = name.rpartition(" (")[0].removeprefix("แบบวัด").removeprefix("การรับรู้ของ")
    return re.compile(re.escape(words).replace("ส่วนได้ส่วนเสีย", "ส่วนได้(?:ส่วน)?เสีย"))


def _finding(passage: Passage, pair: NamedInstrument) -> DocumentFinding:
    right = INSTRUMENT_NAMES[pair.code]
    follows = Wording(
        f"{pair.code} คือ{right} ส่วนชื่อที่พิมพ์เป็นของ {pair.named}",
        f"{pair.code} is {_ENGLISH[pair.code]}; the name printed here is that of {pair.named}",
    )
    start, end = pair.span
    mend = Wording(f"เขียน {right}", f"write {right}")
    return DocumentFinding(Kind.NAME, passage.where, passage.text[start:end], follows, mend)


_ENGLISH = {
    Instrument.IIT: "the survey of people inside the agency",
    Instrument.EIT: "the survey of people outside the agency",
    Instrument.OIT: "the check of disclosed information",
}

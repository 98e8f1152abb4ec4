"""Reads codes of questions whose letter a scanner took for a digit: `ข้อ ๑๗` is i7, `1๒` is i2, `e๘` is e8."""

import re
from collections.abc import Collection

from prongsai.papers.reading.question_topics import question_about
from prongsai.rulebook.instrument import EIT_PARTS, Instrument, YearInstrument
from prongsai.thai.numerals import to_arabic_digits

_LETTER_E = "eEéèêᴇ€"
_LETTER_I = "iIlL|!ıІ"
_LABEL = r"ข้อ\s*(?:คำถาม)?\s*(?:ที่)?\s*"
_APART_FROM_WORDS = r"(?<![A-Za-z0-9])"


def _code(letter: str, digits: str) -> str:
    """The pattern of a code, its groups named."""
    return rf"(?P<{letter}>[{_LETTER_E}{_LETTER_I}])?\s?(?P<{digits}>[0-9]{{1,3}})(?![0-9]|\.[0-9])"


_CODE = _code("letter", "digits")
_INTRODUCED = re.compile(rf"(?:{_LABEL})?{_APART_FROM_WORDS}{_CODE}")
_ANY_CODE = re.sub(r"\?P<\w+>", "", _CODE)
_NOTHING_ELSE = re.compile(rf"(?:\s*(?:{_LABEL})?{_APART_FROM_WORDS}{_ANY_CODE}\s*[,/.]?)+\s*")
_LEADING = re.compile(rf"\s*(?:{_LABEL})?{_CODE}(?=[\s:.)]*(?:[^\x00-\x7f]|\(|$))")
_CITED = re.compile(rf"{_LABEL}{_CODE}|{_APART_FROM_WORDS}{_code('only', 'alone')}\s*(?=ประเด็น|เนื่องจาก)")
_APART = re.compile(r"(?<=[1lI|])\s(?=[๐-๙])")
_SPEAKS_OF_CLIENTS = re.compile(r"ผู้รับบริการ|ผู้มาติดต่อ|ผู้มีส่วนได้(?:ส่วน)?เสียภายนอก")
SENTENCE = 120
_SPEAKS_OF_STAFF = re.compile(r"\s*(?:ประเด็น|เนื่องจาก)?\s*(?:บุคลากร|เจ้าหน้าที่|ผู้บังคับบัญชา)")


def codes_alone(cell: str, allowed: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """The codes of a cell that holds nothing else, or begins with one and goes on with its topic.

    Each as the codes that it may be; nothing where the cell is something else.
    """
    plain = to_arabic_digits(_APART.sub("", cell))
    if _NOTHING_ELSE.fullmatch(plain):
        return tuple(_possible(match, allowed) for match in _INTRODUCED.finditer(plain))
    lead = _LEADING.match(plain)
    return (
        (_possible(lead, allowed),) if lead is not None and (lead["letter"] or plain.lstrip().startswith("ข้อ")) else ()
    )


def cited_code(text: str, year: YearInstrument) -> str | None:
    """The question that a text is about by its code.

    Where the letter was lost, who speaks (clients, staff) tells e from i, and the topic which of two.
    """
    allowed = codes_of(year, None, None)
    plain = to_arabic_digits(text)
    for match in _CITED.finditer(plain):
        letter, digits = match["letter"] or match["only"], match["digits"] or match["alone"]
        possible = _resolve(letter, digits, allowed)
        if possible and not _has_letter(letter):
            possible = _by_speaker(possible, plain[match.end() :])
        if len(possible) > 1:
            about = question_about(plain[match.end() :], year, possible)
            possible = (about,) if about else possible
        if len(possible) == 1:
            return possible[0]
    return None


def codes_of(year: YearInstrument, instrument: Instrument | None, indicator: int | None) -> frozenset[str]:
    """The codes of the questions that a row may be about."""
    return frozenset(
        question.code
        for survey in year.surveys
        if instrument is None or instrument.family is survey.instrument
        for question in survey.questions
        if indicator is None or question.indicator == indicator
    )


def indicator_of_code(year: YearInstrument, code: str) -> int | None:
    """The indicator that a question belongs to."""
    return next((q.indicator for survey in year.surveys for q in survey.questions if q.code == code), None)


def instrument_of_code(code: str, instrument: Instrument | None) -> Instrument:
    """Where a question is asked: an e-question in the part that is known, else in EIT as a whole."""
    if code.startswith("i"):
        return Instrument.IIT
    return instrument if instrument in EIT_PARTS else Instrument.EIT


def _possible(match: re.Match[str], allowed: Collection[str]) -> tuple[str, ...]:
    return _resolve(match["letter"], match["digits"], allowed)


def _resolve(letter: str | None, digits: str, allowed: Collection[str]) -> tuple[str, ...]:
    """A letter counts; without one the first digit may be the letter, or the letter was lost."""
    if letter and letter in _LETTER_E:
        spellings = [f"e{digits}"]
    elif letter:
        spellings = [f"i{digits}"]
    else:
        spellings = [f"i{digits}", f"e{digits}"]
        if digits[0] == "1" and len(digits) > 1:
            spellings += [f"i{digits[1:]}", f"e{digits[1:]}"]
    return tuple(dict.fromkeys(code for code in spellings if code in allowed))


def _has_letter(letter: str | None) -> bool:
    return letter is not None and letter not in "lL|!"


def _by_speaker(possible: tuple[str, ...], text: str) -> tuple[str, ...]:
    sentence = text[:SENTENCE]
    if _SPEAKS_OF_CLIENTS.search(sentence):
        return tuple(code for code in possible if code.startswith("e"))
    if _SPEAKS_OF_STAFF.match(sentence):
        return tuple(code for code in possible if code.startswith("i"))
    return possible

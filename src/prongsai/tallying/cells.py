"""How a stored cell becomes an option, a code, a weight or a year, in SQL that every engine reads alike."""

from enum import Enum

THAI_DIGITS, ARABIC_DIGITS = "๐๑๒๓๔๕๖๗๘๙", "0123456789"
WIDE_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Spaces that one engine takes off the ends of a text and another leaves."""

UNSEEN_ASCII = "\t\n\x0b\x0c\r"
UNSEEN = (
    f"{UNSEEN_ASCII}\x85\u00ad\u061c\u200b\u200c\u200d\u200e\u200f"
    "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
"""Marks that a person does not see; they are taken out of text."""

NUMBER_MARKS, WEIGHT_MARKS = ARABIC_DIGITS + ".", ARABIC_DIGITS + ".eE+-"
"""Of what a text is written that is asked to be a number; beyond these the engines differ (5d, 1_0)."""

NO_OPTION = 0
"""Stands for an answer that is no whole number."""

NO_YEAR = 0

SHOWN_UP_TO = 99_999_999
"""Larger numbers of a column of fractions are not spelt out: each engine would round them in its own way."""


class Kind(Enum):
    """What a stored column holds."""

    WHOLE = "whole"
    NUMBER = "number"
    TEXT = "text"
    EMPTY = "empty"


def choice(stored: str, kind: Kind, options: int) -> str:
    """The option's number; `NO_OPTION` for what is no whole number of the scale's size."""
    if kind is Kind.WHOLE:
        return stored
    if kind is Kind.EMPTY:
        return "CAST(NULL AS SMALLINT)"
    if kind is Kind.NUMBER:
        return f"CASE WHEN {stored} IS NOT NULL THEN {_whole(f'CAST({stored} AS DOUBLE)', options)} END"
    return _spelt_choice(stored, options)


def _spelt_choice(stored: str, options: int) -> str:
    """Nearly every cell is a bare digit or nothing, which is asked first: cleaning a text costs many times as much.

    Not by a list of digits: DuckDB joins a table for each list of more than five.
    """
    arabic, thai = (f"BETWEEN '{digits[1]}' AND '{digits[options]}'" for digits in (ARABIC_DIGITS, THAI_DIGITS))
    text = _cleaned(stored)
    return f"""CASE WHEN length({stored}) = 1 AND {stored} {arabic} THEN try_cast({stored} AS SMALLINT)
    WHEN length({stored}) = 1 AND {stored} {thai}
    THEN try_cast(translate({stored}, '{THAI_DIGITS}', '{ARABIC_DIGITS}') AS SMALLINT)
    WHEN {stored} = '' THEN NULL WHEN coalesce({text}, '') IN ('', '-') THEN NULL ELSE {_place_of(text, options)} END"""


def _place_of(text: str, options: int) -> str:
    """The option that a text spells, `NO_OPTION` if none; it names the text once, because engines plan each naming."""
    spelt = f"coalesce(CAST(try_cast(regexp_replace({text}, '[^{NUMBER_MARKS}]', 'x') AS DOUBLE) AS STRING), '')"
    known = "|".join(f"{option}.0" for option in range(1, options + 1))
    return f"CAST(floor((instr('|{known}|', concat('|', {spelt}, '|')) + 3) / 4) AS SMALLINT)"


def written(stored: str, kind: Kind) -> str:
    """What the file says, spelt alike by every engine."""
    if kind is not Kind.NUMBER:
        return f"CAST({stored} AS STRING)"
    spelt = f"CAST(try_cast({stored} AS DECIMAL(15, 7)) AS STRING)"
    shown = f"trim(TRAILING '.' FROM trim(TRAILING '0' FROM {spelt}))"
    return f"""CASE WHEN {stored} IS NULL THEN NULL WHEN isnan(CAST({stored} AS DOUBLE)) THEN 'NaN'
    WHEN {stored} > {SHOWN_UP_TO} THEN '> {SHOWN_UP_TO}' WHEN {stored} < -{SHOWN_UP_TO} THEN '< -{SHOWN_UP_TO}'
    ELSE {shown} END"""


def _whole(number: str, options: int) -> str:
    """Not a number is asked for apart: an engine that trusts a file's statistics takes it for one within bounds."""
    fits = f"NOT isnan({number}) AND {number} BETWEEN 1 AND {options} AND floor({number}) = {number}"
    return f"CASE WHEN {fits} THEN try_cast({number} AS SMALLINT) ELSE {NO_OPTION} END"


def _number_of(text: str) -> str:
    """The number that a text spells, else unknown."""
    return f"CASE WHEN translate({text}, '{WEIGHT_MARKS}', '') = '' THEN try_cast({text} AS DOUBLE) END"


def _plain(stored: str) -> str:
    """A code, cleaned; one of plain letters is spared the long list, which engines prepare anew for each row."""
    is_plain = f"bit_length({stored}) = 8 * length({stored})"
    return f"CASE WHEN {is_plain} THEN trim(translate({stored}, '{UNSEEN_ASCII}', '')) ELSE {_cleaned(stored)} END"


def _cleaned(stored: str) -> str:
    """Text with Arabic digits and without what is not seen; the engines' `translate` drops what has no partner."""
    known, spelt = THAI_DIGITS + WIDE_SPACES, ARABIC_DIGITS + " " * len(WIDE_SPACES)
    return f"trim(translate({stored}, '{known}{UNSEEN}', '{spelt}'))"


def _code(stored: str, kind: Kind) -> str:
    """A code as text; spreadsheets and data frames keep whole numbers as fractions where a cell is empty."""
    text = f"CAST({stored} AS STRING)"
    if kind is not Kind.NUMBER:
        return text
    whole = f"try_cast({stored} AS BIGINT)"
    return f"CASE WHEN {whole} = {stored} THEN CAST({whole} AS STRING) ELSE {text} END"


def _agency(stored: str, kind: Kind, is_clean: bool) -> str:  # noqa: FBT001 - four of one shape, called by name
    text = stored if kind is Kind.TEXT else _code(stored, kind)
    return text if is_clean else f"coalesce({_plain(text)}, '')"


def _instrument(stored: str, kind: Kind, is_clean: bool) -> str:  # noqa: FBT001
    text = _agency(stored, kind, is_clean)
    return text if is_clean else f"upper({text})"


def _number(stored: str, kind: Kind, is_clean: bool) -> str:  # noqa: ARG001, FBT001
    number = _number_of(_cleaned(stored)) if kind is Kind.TEXT else f"try_cast({stored} AS DOUBLE)"
    return f"CASE WHEN NOT isnan({number}) THEN {number} END"


def _year(stored: str, kind: Kind, is_clean: bool) -> str:  # noqa: FBT001
    """Unknown where none is stated, `NO_YEAR` where it cannot be read."""
    stated = f"{_cleaned(stored)} NOT IN ('', '-')" if kind is Kind.TEXT else f"{stored} IS NOT NULL"
    return f"CASE WHEN {stated} THEN coalesce({_number(stored, kind, is_clean)}, {NO_YEAR}) END"


BESIDE = {"agency": _agency, "instrument": _instrument, "weight": _number, "year": _year}
"""What stands beside the answers; each is asked with the column, its kind, and whether codes are spelt plainly."""

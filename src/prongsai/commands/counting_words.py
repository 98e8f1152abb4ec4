"""What the commands that count answers say: progress, rows that were left out, engines that are missing."""

import sys
from collections.abc import Iterator, Mapping

from prongsai.commands.outcome import say
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.loading import UnknownYearError, load_year
from prongsai.sheets.problems import Language, Words
from prongsai.tallying.engine_errors import EngineError, EngineMissingError
from prongsai.tallying.tally import BadRow, Tally

MOST_SHOWN = 20


def year_or_words(year: int, language: Language) -> YearInstrument | int:
    """The rules of a year, or the exit code after saying that there are none."""
    try:
        return load_year(year)
    except UnknownYearError as error:
        span = f"{error.known[0]}–{error.known[-1]}"
        return say(
            f"ไม่มีเกณฑ์ของปี {year} — ให้ระบุปีงบประมาณ พ.ศ. {span}", f"no rules for {year}; give a year of {span}", language
        )


def tell(words: Words, language: Language) -> None:
    """One line of progress, on standard error."""
    print(words[language], file=sys.stderr, flush=True)


def say_engine(error: EngineError | EngineMissingError, language: Language) -> int:
    """Say why an engine cannot count."""
    if isinstance(error, EngineMissingError):
        words = _MISSING[error.lacks]
        return say(words.th, words.en, language)
    return say(
        f"อ่านคำตอบไม่ได้: {error} — ตรวจว่าไฟล์ไม่เสียหาย แล้วส่งออกใหม่",
        f"the answers cannot be read: {error}; check that the file is whole, and export it again",
        language,
    )


def say_left_out(tally: Tally, file: str, language: Language) -> None:
    """Count rows that were left out by reason, show the first of them, and name what the file does not have."""
    for line in _left_out(tally, file, language):
        print(line, file=sys.stderr)
    if tally.unread:
        listed = ", ".join(tally.unread)
        tell(Words(f"{file}: คอลัมน์ที่ไม่ได้อ่าน: {listed}", f"{file}: columns that were not read: {listed}"), language)
    if tally.absent:
        listed = ", ".join(tally.absent)
        tell(Words(f"{file}: ไม่มีคอลัมน์ของข้อ {listed}", f"{file}: no column for {listed}"), language)


def say_reasons(counts: Mapping[str, int], file: str, language: Language) -> None:
    """One line for each reason."""
    for reason, many in counts.items():
        words = REASONS[reason]
        tell(
            Words(f"{file}: ไม่นับ {many:,} แถว — {words.th}", f"{file}: {many:,} rows not counted: {words.en}"), language
        )


def _left_out(tally: Tally, file: str, language: Language) -> Iterator[str]:
    say_reasons({reason.value: many for reason, many in tally.bad.counts.items()}, file, language)
    yield from (f"  {_row(row, language)}" for row in tally.bad.first[:MOST_SHOWN])
    rest = tally.bad.total - min(len(tally.bad.first), MOST_SHOWN)
    if rest:
        yield f"  … และอีก {rest:,} แถว" if language == "th" else f"  … and {rest:,} more rows"


def _row(row: BadRow, language: Language) -> str:
    place = "" if row.row is None else (f"แถว {row.row}: " if language == "th" else f"row {row.row}: ")
    who = " ".join(part for part in (row.agency, row.instrument) if part)
    found = f" “{row.found}”" if row.found else ""
    return f"{place}{who}{found} — {REASONS[row.reason.value][language]}"


REASONS = {
    "cells": Words("จำนวนช่องไม่เท่าหัวตาราง", "more or fewer cells than the head has"),
    "no-agency": Words("ไม่มีรหัสหน่วยงาน ให้ใส่ในคอลัมน์ agency", "no agency; write its code in the column agency"),
    "unknown-agency": Words("ไม่มีหน่วยงานนี้ใน agencies.csv", "the agency is not in agencies.csv"),
    "another-year": Words("เป็นของปีอื่น", "of another year"),
    "wrong-instrument": Words(
        "ปีนี้ไม่มีเครื่องมือนี้ ให้เขียน IIT, EIT1 หรือ EIT2 (ก่อนปี 2566: EIT)",
        "not an instrument of the year; write IIT, EIT1 or EIT2 (before 2566: EIT)",
    ),
    "other-questions": Words("ตอบข้อของเครื่องมืออื่น", "answers questions of another instrument"),
    "option-out-of-range": Words(
        "ไม่มีตัวเลือกนี้ ให้เขียนเลขตัวเลือกตั้งแต่ 1 ตามแบบ", "no such option; write the option's number from 1 as printed"
    ),
    "unpackable": Words("จำนวนข้อที่เก็บไว้ไม่ตรงกับแบบของปี", "stored choices do not fit the year's form"),
    "bad-weight": Words("น้ำหนักต้องเป็นจำนวนที่มากกว่า 0", "a weight has to be a number above 0"),
    "blank": Words("ไม่ได้ตอบข้อใดเลย", "nothing is answered"),
    "unknown-item": Words("ปีนี้ไม่มีข้อ OIT นี้", "the year has no such item"),
    "verdict-not-0-or-1": Words("ผลการตรวจต้องเป็น 0 หรือ 1", "a verdict is 0 or 1"),
    "contradicts-another-row": Words(
        "ขัดกับแถวอื่นของข้อเดียวกัน จึงไม่นับทั้งสองแถว", "contradicts another row on the same item; neither counts"
    ),
}
_MISSING = {
    "pyspark": Words(
        "ยังไม่ได้ติดตั้ง Spark — ติดตั้งด้วย prongsai[spark] หรือใช้ --engine duckdb",
        "Spark is not installed; install prongsai[spark], or use --engine duckdb",
    ),
    "java": Words(
        "ไม่พบ Java 17 ที่ Spark ต้องใช้ — ติดตั้ง Java 17 หรือใช้ --engine duckdb",
        "Java 17, which Spark needs, is not there; install it, or use --engine duckdb",
    ),
}

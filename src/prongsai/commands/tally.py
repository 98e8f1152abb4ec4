"""`prongsai tally`: counts an answers file into a tally."""

import tempfile
from pathlib import Path

from prongsai.assessing.placing import PlaceTakenError, placed_file
from prongsai.commands.counting_words import say_engine, say_left_out, tell, year_or_words
from prongsai.commands.outcome import DONE, say, say_problems
from prongsai.sheets.problems import Language, SheetError, Words
from prongsai.tallying.counting import count_answers
from prongsai.tallying.engine import EngineName, engine_called
from prongsai.tallying.engine_errors import EngineError, EngineMissingError
from prongsai.tallying.sources import AnswersSource, FileOfAnswers, PortalAnswers, is_database, open_source
from prongsai.tallying.tally_file import write_tally


def run(answers: str, *, year: int, out: Path, engine: str, round_slug: str | None, language: Language) -> int:
    """Write the tally; rows that do not count are said with their reason."""
    instrument = year_or_words(year, language)
    if isinstance(instrument, int):
        return instrument
    source = answers_source(answers, round_slug, language)
    if isinstance(source, int):
        return source
    try:
        _spare(source, out)
        with tempfile.TemporaryDirectory(prefix="prongsai-tally-") as workplace:
            stored = open_source(source, instrument, Path(workplace))
            tell(_COUNTING, language)
            with engine_called(EngineName(engine)) as started:
                tally = count_answers(started, stored, instrument)
        with placed_file(out) as aside:
            write_tally(tally, aside)
    except SheetError as error:
        return say_problems(error, language)
    except (EngineError, EngineMissingError) as error:
        return say_engine(error, language)
    except PlaceTakenError:
        return _say_taken(out, language)
    say_left_out(tally, source.name, language)
    print(_done(tally.counted, tally.rows, tally.groups, out)[language])
    return DONE


def answers_source(answers: str, round_slug: str | None, language: Language) -> AnswersSource | int:
    """The file or database that was named, or the exit code after saying what is missing."""
    if not is_database(answers):
        return FileOfAnswers(Path(answers))
    if round_slug is None:
        return say(
            "อ่านจากฐานข้อมูลต้องระบุ --round ด้วยชื่อในที่อยู่ของรอบ",
            "a database needs --round, the name in the round's address",
            language,
        )
    return PortalAnswers(answers, round_slug)


def _spare(source: AnswersSource, out: Path) -> None:
    """The answers themselves never give way to their tally."""
    if isinstance(source, FileOfAnswers) and out.exists() and source.path.exists() and out.samefile(source.path):
        raise PlaceTakenError(str(out))


def _say_taken(out: Path, language: Language) -> int:
    return say(
        f"{out} เป็นไฟล์คำตอบเองหรือไม่ใช่ไฟล์ธรรมดา ให้ระบุชื่อไฟล์ใหม่หลัง --out",
        f"{out} is the answers file itself or no ordinary file; name a new file after --out",
        language,
    )


def _done(counted: int, rows: int, groups: int, out: Path) -> Words:
    return Words(
        f"นับ {counted:,} จาก {rows:,} แถว เป็น {groups:,} กลุ่ม (หน่วยงาน × เครื่องมือ) เขียนลง {out}",
        f"counted {counted:,} of {rows:,} rows in {groups:,} groups (agency × instrument) into {out}",
    )


_COUNTING = Words("กำลังนับคำตอบ", "counting answers")

"""`prongsai verify`: computes results again and names the first digit that differs."""

from pathlib import Path

from prongsai.assessing.verifying import verify_results
from prongsai.commands.counting_words import say_engine, tell
from prongsai.commands.outcome import CONTRADICTION, DONE, say, say_problems
from prongsai.commands.tally import answers_source
from prongsai.rulebook.loading import UnknownYearError
from prongsai.sheets.problems import Language, SheetError
from prongsai.tallying.engine import EngineName
from prongsai.tallying.engine_errors import EngineError, EngineMissingError


def run(
    results: Path, *, folder: Path | None, engine: str, answers: str | None, round_slug: str | None, language: Language
) -> int:
    """0 where every digit comes out again, 1 with the first that does not."""
    source = None if answers is None else answers_source(answers, round_slug, language)
    if isinstance(source, int):
        return source
    try:
        difference = verify_results(
            results,
            round_folder=folder,
            answers=source,
            engine=EngineName(engine),
            tell=lambda words: tell(words, language),
        )
    except SheetError as error:
        return say_problems(error, language)
    except (EngineError, EngineMissingError) as error:
        return say_engine(error, language)
    except UnknownYearError as error:
        return say(
            f"โปรแกรมรุ่นนี้ไม่มีเกณฑ์ของปี {error.year} ฉบับที่ผลนี้ใช้ ให้ตรวจด้วยโปรแกรมรุ่นที่ใหม่กว่า",
            f"this program lacks the rules for {error.year} in the revision of these results; verify with a newer one",
            language,
        )
    if difference is None:
        print("ตรงกันทุกหลัก" if language == "th" else "every digit is the same")
        return DONE
    say(
        f"{difference.where}: ในไฟล์ “{difference.stands}” คำนวณใหม่ได้ “{difference.computed}”",
        f"{difference.where}: the file says “{difference.stands}”, computed again it is “{difference.computed}”",
        language,
    )
    if difference.is_layout:
        say(
            "ตัวเลขในคอลัมน์ที่มีร่วมกันตรงกันทุกหลัก ผลนี้เขียนด้วยโปรแกรมอีกรุ่น ใช้ prongsai assess เขียนใหม่เพื่อให้มีคอลัมน์ครบ",
            "in the columns that both have every digit is the same; these results are another version's: "
            "run prongsai assess again to have all columns",
            language,
        )
    return CONTRADICTION

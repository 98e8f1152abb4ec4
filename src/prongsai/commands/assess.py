"""`prongsai assess`: a whole round of answers, verdicts and agencies becomes results with ranks."""

from pathlib import Path

from prongsai.assessing.assessing import RoundRequest, RoundSummary, assess_round
from prongsai.assessing.placing import PlaceTakenError
from prongsai.assessing.round_folder import AGENCIES, VERDICTS, unknown_types
from prongsai.commands.counting_words import say_engine, say_left_out, say_reasons, tell, year_or_words
from prongsai.commands.outcome import DONE, say, say_problems
from prongsai.commands.tally import answers_source
from prongsai.rulebook.loading import agency_types
from prongsai.sheets.problems import Language, SheetError, Words
from prongsai.tallying.engine import EngineName
from prongsai.tallying.engine_errors import EngineError, EngineMissingError


def run(
    folder: Path, *, year: int, out: Path, engine: str, answers: str | None, round_slug: str | None, language: Language
) -> int:
    """Write the results; what did not count and who has no total is said."""
    instrument = year_or_words(year, language)
    source = None if answers is None else answers_source(answers, round_slug, language)
    if isinstance(instrument, int):
        return instrument
    if isinstance(source, int):
        return source
    request = RoundRequest(folder, instrument, EngineName(engine), source)
    try:
        summary = assess_round(request, out, tell=lambda words: tell(words, language))
    except SheetError as error:
        return say_problems(error, language)
    except (EngineError, EngineMissingError) as error:
        return say_engine(error, language)
    except PlaceTakenError:
        return say(
            f"{out} มีของอื่นอยู่ ให้ระบุโฟลเดอร์ใหม่ หรือโฟลเดอร์ผลเดิมของ prongsai assess",
            f"something else is in {out}; name a new folder, or one with former results of prongsai assess",
            language,
        )
    _report(summary, source.name if source else "answers", language)
    print(_done(summary, out)[language])
    return DONE


def _report(summary: RoundSummary, answers: str, language: Language) -> None:
    for written, agencies in unknown_types([one.agency for one in summary.outcomes]).items():
        tell(_unknown_type(written, len(agencies), agencies[0].code), language)
    say_left_out(summary.tally, answers, language)
    say_reasons(summary.verdicts.bad_counts, VERDICTS, language)
    for many, words in _remarks(summary):
        if many:
            tell(words, language)


def _remarks(summary: RoundSummary) -> list[tuple[int, Words]]:
    outcomes = summary.outcomes
    silent = sum(not one.respondents for one in outcomes)
    unjudged = sum(not one.has_verdicts for one in outcomes)
    short = sum(bool(one.short) for one in outcomes)
    over = sum(bool(one.more_than_people) for one in outcomes)
    return [
        (
            silent,
            Words(
                f"{silent:,} หน่วยงานไม่มีคำตอบเลย จึงไม่มีคะแนนรวม", f"{silent:,} agencies without any answer have no total"
            ),
        ),
        (
            unjudged,
            Words(
                f"{unjudged:,} หน่วยงานไม่มีผลตรวจ OIT จึงไม่มีคะแนนรวม",
                f"{unjudged:,} agencies without verdicts have no total",
            ),
        ),
        (
            short,
            Words(
                f"{short:,} หน่วยงานมีผู้ตอบไม่ถึงขั้นต่ำ (ดูคอลัมน์ below_minimum)",
                f"{short:,} agencies are below a minimum sample (see below_minimum)",
            ),
        ),
        (over, Words(f"{over:,} หน่วยงานมีผู้ตอบมากกว่าจำนวนคนที่แจ้ง", f"{over:,} agencies have more answers than people")),
    ]


def _unknown_type(written: str, many: int, first: str) -> Words:
    codes = ", ".join(agency_types())
    return Words(
        f"{AGENCIES} คอลัมน์ type: พบ “{written}” {many:,} หน่วยงาน (เริ่มที่ {first}) ซึ่งเกณฑ์ไม่รู้จัก "
        f"จึงไม่มีจำนวนขั้นต่ำของประเภทนี้ และจัดอันดับเป็นประเภทต่างหาก ให้เขียนชื่อไทยเต็มหรือรหัส: {codes}",
        f"{AGENCIES} column type: found “{written}” at {many:,} agencies (first {first}), which the rules do not know; "
        f"no minimum sample of a type applies and they are ranked apart. Write the full Thai name or a code: {codes}",
    )


def _done(summary: RoundSummary, out: Path) -> Words:
    whole, known = len(summary.outcomes), sum(one.total is not None for one in summary.outcomes)
    return Words(
        f"คิดคะแนนรวมได้ {known:,} จาก {whole:,} หน่วยงาน เขียนลง {out}",
        f"{known:,} of {whole:,} agencies have a total; written into {out}",
    )

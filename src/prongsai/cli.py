"""The `prongsai` command: reads its arguments and hands over; what a command does is in `prongsai.commands`."""

import argparse
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from prongsai.commands.outcome import DONE, UNUSABLE
from prongsai.commands.people import ROLES
from prongsai.thai.fiscal_years import NotAYearError, read_fiscal_year
from prongsai.thai.numerals import to_arabic_digits

ENGINES = ("duckdb", "spark")
PAPER_KINDS = ("memo", "analysis", "measures", "report", "announcement", "order", "sheet", "oit")


class Parser(argparse.ArgumentParser):
    """Ends bad usage with what is wrong, in Thai and then in English, and exit code 2."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is."""
        from prongsai.commands.usage import in_thai

        thai, both = in_thai(message), "ใช้คำสั่งไม่ถูกต้อง / bad usage"
        said = thai if thai in message else f"{thai} / {message}"
        self.exit(UNUSABLE, f"{self.prog}: {both}: {said}\n{self.prog} --help\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    chosen = build_parser().parse_args(arguments)
    try:
        code = int(chosen.run(chosen))
        sys.stdout.flush()
    except BrokenPipeError:
        _give_up_output()
        return DONE
    except OSError as problem:
        _give_up_output()
        print(f"เขียนผลลัพธ์ไม่ได้ / cannot write the output: {problem.strerror}", file=sys.stderr)
        return UNUSABLE
    return code


def _give_up_output() -> None:
    """Nobody takes what is left to print; without this Python complains once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def build_parser() -> argparse.ArgumentParser:
    """All commands with their arguments."""
    parser = Parser(prog="prongsai", description="ITA: คิดคะแนน เขียนเอกสาร และให้บริการเว็บไซต์โปร่งใส")
    parser.add_argument("--language", choices=("th", "en"), default=os.environ.get("PRONGSAI_LANGUAGE", "th"))
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)
    _add_score(commands)
    _add_tally(commands)
    _add_assess(commands)
    _add_verify(commands)
    _add_instruments(commands)
    _add_read(commands)
    _add_check(commands)
    _add_write(commands)
    _add_write_all(commands)
    _add_sweep(commands)
    _add_beginning(commands)
    _add_portal(commands)
    return parser


def whole_year(text: str) -> int:
    """A fiscal year, Thai or Arabic digits."""
    try:
        return read_fiscal_year(text)
    except NotAYearError as wrong:
        raise argparse.ArgumentTypeError(_year_instead(text, wrong.meant)) from None


def _year_instead(text: str, meant: int | None) -> str:
    if meant is None:
        return f"พบ “{text}” ให้เขียนปีงบประมาณ พ.ศ. เช่น 2568 / found “{text}”; write a Buddhist fiscal year such as 2568"
    return f"พบ “{text}” ซึ่งเป็น ค.ศ. ให้เขียนเป็น พ.ศ. {meant} / found “{text}”; write the Buddhist year {meant}"


def _add_score(commands: Any) -> None:  # noqa: ANN401 - argparse gives this object no public type
    command = commands.add_parser("score", help="คิดคะแนนและตัดสินระดับจากไฟล์คะแนน")
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--year", type=whole_year)
    command.add_argument("--json", action="store_true")
    command.add_argument("--explain", action="store_true", help="แสดงวิธีคิดทีละบรรทัด")
    command.set_defaults(run=_score)


def _score(chosen: argparse.Namespace) -> int:
    from prongsai.commands import score

    return score.run(
        chosen.file, year=chosen.year, as_json=chosen.json, with_steps=chosen.explain, language=chosen.language
    )


def _add_counting(command: Any) -> None:  # noqa: ANN401
    """What every command that counts answers takes."""
    command.add_argument("--engine", choices=ENGINES, default=ENGINES[0], help="เครื่องนับ (spark ต้องมี Java 17)")
    command.add_argument("--round", metavar="SLUG", help="รอบในฐานข้อมูลของเว็บไซต์")


def _add_tally(commands: Any) -> None:  # noqa: ANN401
    command = commands.add_parser("tally", help="นับคำตอบรายตัวเลือกจากไฟล์คำตอบหรือฐานข้อมูล")
    command.add_argument("answers", metavar="ANSWERS", help="ไฟล์ .parquet .csv หรือ sqlite:///… postgresql://…")
    command.add_argument("--year", type=whole_year, required=True)
    command.add_argument("--out", type=Path, required=True, metavar="TALLY.parquet")
    _add_counting(command)
    command.set_defaults(run=_tally)


def _tally(chosen: argparse.Namespace) -> int:
    from prongsai.commands import tally

    return tally.run(
        chosen.answers,
        year=chosen.year,
        out=chosen.out,
        engine=chosen.engine,
        round_slug=chosen.round,
        language=chosen.language,
    )


def _add_assess(commands: Any) -> None:  # noqa: ANN401
    command = commands.add_parser("assess", help="คิดคะแนนทั้งรอบ: คำตอบ ผลตรวจ และหน่วยงาน เป็นผลพร้อมลำดับ")
    command.add_argument("folder", type=Path, metavar="DIR", help="มี agencies.csv, verdicts.csv, answers.parquet|.csv")
    command.add_argument("--year", type=whole_year, required=True)
    command.add_argument("--out", type=Path, required=True, metavar="DIR")
    command.add_argument("--answers", help="คำตอบจากที่อื่น: ไฟล์ หรือ sqlite:///… postgresql://…")
    _add_counting(command)
    command.set_defaults(run=_assess)


def _assess(chosen: argparse.Namespace) -> int:
    from prongsai.commands import assess

    return assess.run(
        chosen.folder,
        year=chosen.year,
        out=chosen.out,
        engine=chosen.engine,
        answers=chosen.answers,
        round_slug=chosen.round,
        language=chosen.language,
    )


def _add_verify(commands: Any) -> None:  # noqa: ANN401
    command = commands.add_parser("verify", help="คำนวณผลใหม่ทั้งหมดแล้วเทียบทุกหลัก")
    command.add_argument("results", type=Path, metavar="DIR", help="โฟลเดอร์ที่ prongsai assess เขียน")
    command.add_argument("--folder", type=Path, metavar="DIR", help="โฟลเดอร์ของรอบ ถ้าย้ายไปแล้ว")
    command.add_argument("--answers", help="คำตอบจากที่อื่น ตามที่ใช้ตอนคิดคะแนน")
    _add_counting(command)
    command.set_defaults(run=_verify)


def _verify(chosen: argparse.Namespace) -> int:
    from prongsai.commands import verify

    return verify.run(
        chosen.results,
        folder=chosen.folder,
        engine=chosen.engine,
        answers=chosen.answers,
        round_slug=chosen.round,
        language=chosen.language,
    )


def _add_instruments(commands: Any) -> None:  # noqa: ANN401
    command = commands.add_parser("instruments", help="แสดงปีที่มีเกณฑ์ หรือเกณฑ์ของปีหนึ่ง")
    command.add_argument("--year", type=whole_year)
    command.add_argument("--json", action="store_true")
    command.set_defaults(run=_instruments)


def _instruments(chosen: argparse.Namespace) -> int:
    from prongsai.commands import instruments

    return instruments.run(year=chosen.year, as_json=chosen.json, language=chosen.language)


def _add_read(commands: Any) -> None:  # noqa: ANN401
    command = commands.add_parser("read", help="อ่านเอกสารของหน่วยงานเป็นคะแนน ระดับ และมาตรการ")
    command.add_argument("document", type=Path, metavar="DOC")
    command.add_argument("--json", action="store_true")
    command.set_defaults(run=_read)


def _read(chosen: argparse.Namespace) -> int:
    from prongsai.commands import read

    return read.run(chosen.document, as_json=chosen.json, language=chosen.language)


def _add_check(commands: Any) -> None:  # noqa: ANN401
    command = commands.add_parser("check", help="ตรวจเอกสารว่าขัดกันเองหรือขัดกับเกณฑ์ของปีหรือไม่")
    command.add_argument("document", type=Path, metavar="DOC")
    command.add_argument("--json", action="store_true")
    command.set_defaults(run=_check)


def _check(chosen: argparse.Namespace) -> int:
    from prongsai.commands import check

    return check.run(chosen.document, as_json=chosen.json, language=chosen.language)


def _add_write(commands: Any) -> None:  # noqa: ANN401
    command = commands.add_parser("write", help="เขียนเอกสารราชการจากไฟล์คะแนน")
    command.add_argument("kind", choices=PAPER_KINDS, metavar="KIND", help=", ".join(PAPER_KINDS))
    command.add_argument("--scores", type=Path, required=True, metavar="FILE")
    command.add_argument("--agency", required=True, metavar="NAME")
    command.add_argument("--year", type=whole_year, required=True)
    command.add_argument("--out", type=Path, required=True, metavar="FILE.docx|FILE.pdf")
    command.add_argument("--digits", choices=("thai", "arabic"), default="thai")
    command.add_argument("--emblem", type=Path, metavar="FILE.svg|FILE.png", help="ตราของหน่วยงาน (ไม่ใส่จะเว้นที่ไว้)")
    command.set_defaults(run=_write)


def _write(chosen: argparse.Namespace) -> int:
    from prongsai.commands import write

    request = write.Request(
        chosen.kind, chosen.scores, chosen.agency, chosen.year, chosen.out, chosen.digits, chosen.emblem
    )
    return write.run(request, chosen.language)


def _add_write_all(commands: Any) -> None:  # noqa: ANN401
    command = commands.add_parser("write-all", help="เขียนเอกสารของทุกหน่วยงานในไฟล์คะแนน (หยุดแล้วสั่งซ้ำเพื่อทำต่อได้)")
    command.add_argument("--scores", type=Path, required=True, nargs="+", metavar="FILE")
    command.add_argument("--year", type=whole_year, required=True)
    command.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    command.add_argument("--kinds", nargs="+", choices=PAPER_KINDS, default=PAPER_KINDS, metavar="KIND")
    command.add_argument(
        "--format",
        choices=("each", "docx", "pdf", "both"),
        default="each",
        help="each: DOCX ที่ต้องลงนาม, PDF ที่เผยแพร่ได้ทันที",
    )
    command.add_argument("--digits", choices=("thai", "arabic"), default="thai")
    command.add_argument("--processes", type=int, choices=range(1, 65), default=os.cpu_count() or 1, metavar="1-64")
    command.set_defaults(run=_write_all)


def _write_all(chosen: argparse.Namespace) -> int:
    from prongsai.commands.writing_all.run import Request, run

    request = Request(
        tuple(chosen.scores),
        chosen.year,
        chosen.out,
        tuple(chosen.kinds),
        chosen.format,
        chosen.digits,
        chosen.processes,
    )
    return run(request, chosen.language)


def _add_sweep(commands: Any) -> None:  # noqa: ANN401
    command = commands.add_parser("sweep", help="เปิดดูที่อยู่เว็บทุกแห่งที่ยืนยันแล้วของรอบ เก็บหลักฐาน (หยุดแล้วทำต่อได้)")
    command.add_argument("round", metavar="ROUND")
    command.add_argument("--per-second", type=above_nothing, metavar="N", help="คำขอต่อวินาทีทั้งหมด")
    command.add_argument("--json", action="store_true")
    command.set_defaults(run=_sweep)


def _sweep(chosen: argparse.Namespace) -> int:
    from prongsai.commands import sweep

    return sweep.run(chosen.round, per_second=chosen.per_second, language=chosen.language, as_json=chosen.json)


def above_nothing(text: str) -> float:
    """A number above 0, Thai or Arabic digits."""
    digits = to_arabic_digits(text).strip()
    if not re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,3})?", digits) or not float(digits):
        raise argparse.ArgumentTypeError(f"พบ “{text}” ให้เขียนจำนวนที่มากกว่า 0 เช่น 20")
    return float(digits)


def _add_beginning(commands: Any) -> None:  # noqa: ANN401
    agencies = commands.add_parser("agencies", help="นำเข้ารายชื่อหน่วยงานจากไฟล์ CSV (ทำซ้ำเพื่อแก้ไขได้)")
    agencies.add_argument("file", type=Path, metavar="FILE")
    agencies.set_defaults(run=_agencies)
    person = commands.add_parser("person", help="เพิ่มบัญชีและบทบาท สำหรับคนแรกของระบบหรือของหน่วยงาน")
    person.add_argument("email", metavar="EMAIL")
    person.add_argument("--role", required=True, choices=ROLES)
    person.add_argument("--agency", metavar="CODE")
    person.add_argument("--name", default="")
    person.set_defaults(run=_person)
    invite = commands.add_parser("invite", help="เชิญเจ้าหน้าที่และผู้บริหารของหลายหน่วยงานจากไฟล์ (ทำซ้ำเพื่อทำต่อได้)")
    invite.add_argument("file", type=Path, metavar="FILE", help="มีคอลัมน์ agency,email และ role ถ้าไม่ใช่ officer")
    invite.add_argument("--by", required=True, metavar="EMAIL", help="บัญชีส่วนกลางที่เป็นผู้เชิญ")
    invite.add_argument("--links", required=True, type=Path, metavar="FILE.csv", help="ที่เก็บลิงก์คำเชิญ")
    invite.add_argument("--again", action="store_true", help="เชิญใหม่ทุกคนที่ยังไม่ตอบรับ ลิงก์เดิมใช้ไม่ได้อีก")
    invite.set_defaults(run=_invite)


def _agencies(chosen: argparse.Namespace) -> int:
    from prongsai.commands import agencies

    return agencies.run(chosen.file, chosen.language)


def _person(chosen: argparse.Namespace) -> int:
    from prongsai.commands import people

    return people.run(chosen.email, role=chosen.role, agency=chosen.agency, name=chosen.name, language=chosen.language)


def _invite(chosen: argparse.Namespace) -> int:
    from prongsai.commands import inviting

    return inviting.run(chosen.file, by=chosen.by, links=chosen.links, is_again=chosen.again, language=chosen.language)


def _add_portal(commands: Any) -> None:  # noqa: ANN401
    serve = commands.add_parser("serve", help="เปิดเว็บไซต์")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)
    serve.set_defaults(run=_serve)
    demo = commands.add_parser("demo", help="เตรียมฐานข้อมูลพร้อมข้อมูลสาธิต (ทำซ้ำได้)")
    demo.set_defaults(run=_demo)
    daily = commands.add_parser(
        "daily", help="ทำงานประจำวันทุกอย่างทันที: คละคำตอบ ลบร่องรอยและรายชื่อที่ครบกำหนด นับ เตือน (ทำซ้ำได้)"
    )
    daily.set_defaults(run=_daily)
    backup = commands.add_parser("backup", help="สำรองทั้งระบบ (ฐานข้อมูล กุญแจ แฟ้มหลักฐาน) ลงแฟ้มเดียว ทำได้ขณะเปิดเว็บไซต์")
    backup.add_argument("file", type=Path, metavar="FILE")
    backup.set_defaults(run=_backup)
    restore = commands.add_parser("restore", help="นำแฟ้มสำรองกลับมาใช้ ของเดิมถ้ามีจะถูกย้ายไปเก็บไว้")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--replace", action="store_true", help="แทนที่ข้อมูลที่มีอยู่")
    restore.set_defaults(run=_restore)
    doctor = commands.add_parser("doctor", help="ตรวจว่าระบบปกติหรือไม่ และบอกวิธีแก้")
    doctor.set_defaults(run=_doctor)


def _serve(chosen: argparse.Namespace) -> int:
    from prongsai.commands import portal

    return portal.serve(host=chosen.host, port=chosen.port)


def _daily(_: argparse.Namespace) -> int:
    from prongsai.commands import portal

    return portal.do_daily()


def _backup(chosen: argparse.Namespace) -> int:
    from prongsai.commands import safekeeping

    return safekeeping.back_up(chosen.file, chosen.language)


def _restore(chosen: argparse.Namespace) -> int:
    from prongsai.commands import safekeeping

    return safekeeping.restore(chosen.file, chosen.language, replace=chosen.replace)


def _doctor(chosen: argparse.Namespace) -> int:
    from prongsai.commands import safekeeping

    return safekeeping.examine(chosen.language)


def _demo(_: argparse.Namespace) -> int:
    from prongsai.commands import portal

    return portal.load_demonstration()


if __name__ == "__main__":
    sys.exit(main())

"""The `prongsai` command: reads its arguments and hands over; what a command does is in `prongsai.commands`."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from prongsai.commands.outcome import DONE, UNUSABLE
from prongsai.thai.numerals import to_arabic_digits

PAPER_KINDS = ("memo", "analysis", "measures", "report", "announcement", "order", "sheet")


class Parser(argparse.ArgumentParser):
    """Ends bad usage with one line and exit code 2."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is."""
        self.exit(UNUSABLE, f"{self.prog}: ใช้คำสั่งไม่ถูกต้อง / bad usage: {message}\n{self.prog} --help\n")


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
    _add_instruments(commands)
    _add_read(commands)
    _add_check(commands)
    _add_write(commands)
    _add_portal(commands)
    return parser


def whole_year(text: str) -> int:
    """A fiscal year, Thai or Arabic digits."""
    digits = to_arabic_digits(text).strip()
    if not (digits.isascii() and digits.isdecimal()):
        raise argparse.ArgumentTypeError(f"พบ “{text}” ให้เขียนปีงบประมาณ พ.ศ. เช่น 2568")
    return int(digits)


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


def _add_portal(commands: Any) -> None:  # noqa: ANN401
    serve = commands.add_parser("serve", help="เปิดเว็บไซต์")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)
    serve.set_defaults(run=_serve)
    demo = commands.add_parser("demo", help="เตรียมฐานข้อมูลพร้อมข้อมูลสาธิต (ทำซ้ำได้)")
    demo.set_defaults(run=_demo)


def _serve(chosen: argparse.Namespace) -> int:
    from prongsai.commands import portal

    return portal.serve(host=chosen.host, port=chosen.port)


def _demo(_: argparse.Namespace) -> int:
    from prongsai.commands import portal

    return portal.load_demonstration()


if __name__ == "__main__":
    sys.exit(main())

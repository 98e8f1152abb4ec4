"""Reads a template's file into its shape; what the shape cannot say is left to `checking`."""

import re
from typing import Any

import msgspec
import yaml

from prongsai.papers.templates.checking import Template, checked
from prongsai.papers.templates.known_keys import SECTIONS
from prongsai.papers.templates.mistakes import Said, UnusableError, located, shortened
from prongsai.papers.templates.schema import TemplateFile

MOST_BYTES = 1024 * 1024
DEEPEST = 8


def read_template(content: bytes, *, file: str, logo: bytes | None = None) -> Template:
    """Read YAML or JSON; `logo` is a picture that came apart from the file. Raises `TemplateError`."""
    with located(file, "-"):
        loaded = _loaded(content)
    return checked(_converted(loaded, file), file=file, logo=logo)


def _loaded(content: bytes) -> object:
    if len(content) > MOST_BYTES:
        raise UnusableError(f"{len(content) / 1024:,.0f} KB", Said("ไม่เกิน 1,024 KB", "at most 1,024 KB"))
    try:
        text = content.decode("utf-8")
        _refuse_bombs(text)
        return yaml.load(text, Loader=yaml.CSafeLoader)
    except UnusableError:
        raise
    except (ValueError, yaml.YAMLError) as problem:
        found = " ".join(str(problem).split())
        expected = Said("ให้เขียนเป็น YAML หรือ JSON แบบ UTF-8", "valid YAML or JSON in UTF-8")
        raise UnusableError(found, expected) from None


def _refuse_bombs(text: str) -> None:
    """References multiply what is written, and depth exhausts the reader; a template needs neither."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, yaml.AliasEvent):
            expected = Said("ไม่ใช้การอ้างอิง ให้เขียนข้อความซ้ำ", "the text itself, not a reference")
            raise UnusableError(Said(f"*{event.anchor} ในบรรทัดที่ {line}", f"*{event.anchor} in line {line}"), expected)
        if depth > DEEPEST:
            expected = Said(f"ซ้อนไม่เกิน {DEEPEST} ชั้น", f"at most {DEEPEST}")
            raise UnusableError(Said(f"{depth} ชั้นในบรรทัดที่ {line}", f"{depth} levels in line {line}"), expected)


def _converted(content: object, file: str) -> TemplateFile:
    try:
        return msgspec.convert(content, type=TemplateFile)
    except msgspec.ValidationError as problem:
        what, _, path = str(problem).partition(" - at `")
        path = path.removeprefix("key` in `").removesuffix("`") or "$"
        with located(file, path):
            raise _misfit(content, path, what) from None


def _misfit(content: object, path: str, what: str) -> UnusableError:
    """What msgspec says, in the shape of the other mistakes."""
    unknown = re.search(r"unknown field `(.*)`", what)
    if unknown:
        return UnusableError(shortened(unknown[1]), Said("ไม่มีหัวข้อชื่อนี้ ให้ลบออก", "no field of this name"))
    papers = ", ".join(SECTIONS)
    expected = f"one of {papers}" if what.startswith("Invalid enum") else what.removeprefix("Expected ")
    return UnusableError(_found_at(content, path), Said(f"ต้องเป็น {expected}", expected))


def _found_at(content: Any, path: str) -> str:  # noqa: ANN401 - YAML holds anything
    for name, index in re.findall(r"\.([\w-]+)|\[(\d+)\]", path):
        content = content[int(index)] if index else content.get(name)
    return shortened(content)

"""What a template's shape cannot say: keys that exist and stand once, known placeholders, a logo that is one."""

from base64 import b64decode
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from prongsai.papers.templates.known_keys import PASSAGES, SECTIONS
from prongsai.papers.templates.logos import checked_logo
from prongsai.papers.templates.mistakes import Said, UnusableError, located, shortened
from prongsai.papers.templates.placeholders import check_placeholders
from prongsai.papers.templates.schema import TemplateFile


@dataclass(frozen=True, slots=True)
class Template:
    """A template that was checked; `logo` is a drawing as SVG."""

    written: TemplateFile
    logo: str | None = None


def checked(written: TemplateFile, *, file: str, logo: bytes | None = None) -> Template:
    """The template, or a `TemplateError` for the first thing in `file` that does not hold."""
    for key, text in _texts(written):
        with located(file, key):
            check_placeholders(text)
    _check_form(written, file)
    _check_extra(written, file)
    _check_order(written, file)
    _check_words(written, file)
    with located(file, "logo"):
        return Template(written, _logo(written, logo))


def _texts(written: TemplateFile) -> Iterator[tuple[str, str]]:
    for key, text in written.words.items():
        yield f"words.{key}", text
    for at, section in enumerate(written.extra):
        yield f"extra[{at}].title", section.title
        for line, text in enumerate(section.paragraphs):
            yield f"extra[{at}].paragraphs[{line}]", text


def _check_form(written: TemplateFile, file: str) -> None:
    """The parts of a paper whose form is laid down are not moved; its words may be several paragraphs."""
    if SECTIONS[written.paper]:
        return
    for name, said in (("order", written.order), ("left_out", written.left_out), ("extra", written.extra)):
        with located(file, name):
            if said:
                expected = Said(
                    "เอกสารนี้มีส่วนตามระเบียบงานสารบรรณ ให้ใช้ words ซึ่งเขียนได้หลายย่อหน้า",
                    "nothing: the form gives this paper's parts; use words, which may be several paragraphs",
                )
                raise UnusableError(name, expected)


def _check_extra(written: TemplateFile, file: str) -> None:
    """A section of one's own has a key of its own, and stands after one that is there."""
    there = list(SECTIONS[written.paper])
    for at, section in enumerate(written.extra):
        with located(file, f"extra[{at}].key"):
            _refuse_taken(section.key, there)
        if section.after is not None:
            with located(file, f"extra[{at}].after"):
                _refuse_unknown(section.after, there)
        there.append(section.key)


def _check_order(written: TemplateFile, file: str) -> None:
    """What is ordered is there, once, and not left out; of the agency's own sections none is left out."""
    known = SECTIONS[written.paper]
    lists = (("left_out", written.left_out, known), ("order", written.order, (*known, *_own(written))))
    for name, keys, allowed in lists:
        for at, key in enumerate(keys):
            with located(file, f"{name}[{at}]"):
                _refuse_unknown(key, allowed)
                _refuse_taken(key, keys[:at])
                if name == "order":
                    _refuse_taken(key, written.left_out)
    with located(file, "left_out"):
        if known and set(known) <= set(written.left_out) and not written.extra:
            raise UnusableError(
                Said("ทุกส่วน", "every section"), Said("ให้เหลืออย่างน้อยหนึ่งส่วน", "at least one that is left")
            )


def _check_words(written: TemplateFile, file: str) -> None:
    for key in written.words:
        with located(file, f"words.{key}"):
            _refuse_unknown(key, PASSAGES[written.paper])


def _own(written: TemplateFile) -> tuple[str, ...]:
    return tuple(section.key for section in written.extra)


def _refuse_unknown(key: str, allowed: Collection[str]) -> None:
    if key not in allowed:
        names = ", ".join(allowed)
        raise UnusableError(shortened(key), Said(f"ให้ใช้ {names}", f"one of {names}"))


def _refuse_taken(key: str, taken: Collection[str]) -> None:
    if key in taken:
        raise UnusableError(shortened(key), Said("ใช้ชื่อนี้ไปแล้ว", "a key that is not used elsewhere"))


def _logo(written: TemplateFile, apart: bytes | None) -> str | None:
    if apart is not None:
        return checked_logo(apart)
    if written.logo is None:
        return None
    try:
        content = b64decode("".join(written.logo.split()), validate=True)
    except ValueError:
        expected = Said("รูป PNG หรือ SVG แบบ base64", "a PNG or SVG in base64")
        raise UnusableError(shortened(written.logo[:20]), expected) from None
    return checked_logo(content)

"""Translations without gettext's tools: reads .po, writes .mo, finds what templates and code ask for."""

import ast
import re
import secrets
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation.reloader import translation_file_changed

LOCALE = Path(__file__).parent / "locale"
PORTAL = Path(__file__).parent.parent
MO_MAGIC = 0x950412DE
KEYWORD = re.compile(r'(msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\]) (".*")')
CONTEXT_GLUE, PLURAL_GLUE = "\x04", "\0"
IN_TEMPLATE = re.compile(r"gettext\((u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"))\)|_\((\"[^\"]*\"|'[^']*')\)")
FUNCTIONS = {"_", "gettext", "gettext_lazy"}


class CatalogueError(ValueError):
    """A line of a .po file that is not understood."""


@dataclass(frozen=True, slots=True)
class Message:
    """A source text with its translation; the one with an empty source is the head.

    `plural` is what the source says of many: Thai has one form for both, English sources of our own have none.
    """

    source: str
    translation: str
    fuzzy: bool = False
    plural: str = ""

    @property
    def key(self) -> str:
        """How the binary catalogue finds it."""
        return self.source + PLURAL_GLUE + self.plural if self.plural else self.source


def build_messages(locale: Path = LOCALE) -> list[Path]:
    """Write each .mo that is missing or older than its .po; gives back what was written."""
    written = []
    for catalogue in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        target = catalogue.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < catalogue.stat().st_mtime:
            draft = target.with_suffix(f".{secrets.token_hex(4)}.part")  # several processes may begin at once
            draft.write_bytes(compiled(read_catalogue(catalogue)))
            draft.replace(target)
            translation_file_changed(sender=None, file_path=target)  # forget what was loaded without it
            written.append(target)
    return written


def read_catalogue(file: Path) -> list[Message]:
    """The messages of a .po file; of plurals one form is understood."""
    found: list[Message] = []
    for block in re.split(r"\n\s*\n", file.read_text("utf-8").strip()):
        texts = _read_block(file, block)
        if texts:
            source = texts.get("msgid", "")
            if "msgctxt" in texts:
                source = f"{texts['msgctxt']}{CONTEXT_GLUE}{source}"
            fuzzy = any(line.startswith("#,") and "fuzzy" in line for line in block.splitlines())
            said = texts.get("msgstr", "") or texts.get("msgstr[0]", "")
            found.append(Message(source, said, fuzzy, texts.get("msgid_plural", "")))
    return found


def compiled(messages: list[Message]) -> bytes:
    """The binary catalogue that Python's gettext reads."""
    usable = {m.key: m.translation for m in messages if m.translation and not m.fuzzy}
    pairs = sorted((source.encode(), translation.encode()) for source, translation in usable.items())
    head = struct.calcsize("Iiiiiii")
    table = 8 * len(pairs)
    sources = b"".join(source + b"\0" for source, _ in pairs)
    texts = b"".join(text + b"\0" for _, text in pairs)
    first = head + 2 * table
    index = _index([source for source, _ in pairs], first) + _index([text for _, text in pairs], first + len(sources))
    return struct.pack("<Iiiiiii", MO_MAGIC, 0, len(pairs), head, head + table, 0, first) + index + sources + texts


def asked_messages(portal: Path = PORTAL) -> set[str]:
    """Every source text that a template or a module of the portal asks a translation for."""
    found: set[str] = set()
    for file in [*portal.rglob("*.html"), *portal.rglob("templates/**/*.txt")]:
        found.update(_in_template(file))
    for file in portal.rglob("*.py"):
        if not file.name.startswith("test_"):
            found.update(_in_module(file))
    return found


def messages_in(file: Path) -> set[str]:
    """The source texts for which one template or module asks."""
    return set(_in_template(file) if file.suffix == ".html" else _in_module(file))


def _read_block(file: Path, block: str) -> dict[str, str]:
    texts: dict[str, str] = {}
    keyword = ""
    for line in block.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        match = KEYWORD.fullmatch(line.strip())
        if match:
            keyword = match[1]
            texts[keyword] = ast.literal_eval(match[2])
        elif line.startswith('"') and keyword:
            texts[keyword] += ast.literal_eval(line.strip())
        else:
            raise CatalogueError(f'{file.name}: found {line!r}; write msgid "…" and msgstr "…", one form of a plural')
    return texts


def _index(entries: list[bytes], start: int) -> bytes:
    packed = b""
    for entry in entries:
        packed += struct.pack("<ii", len(entry), start)
        start += len(entry) + 1
    return packed


def _in_template(file: Path) -> Iterator[str]:
    from django.utils.translation.template import templatize

    for match in IN_TEMPLATE.finditer(templatize(file.read_text("utf-8"), origin=str(file))):
        yield ast.literal_eval(match[1] or match[2])


def _in_module(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and _called(node.func) in FUNCTIONS and node.args:
            text = node.args[0]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield text.value


def _called(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else ""

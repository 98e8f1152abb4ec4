"""Reads robots.txt as RFC 9309 says: the group of our name or of everybody, the longest rule that fits wins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

MOST_RULES = 2000
LONGEST_PATTERN = 2000
_LINE = re.compile(r"\s*([A-Za-z-]+)\s*:\s*([^#]*)")
_EVERYBODY = "*"


@dataclass(frozen=True, slots=True)
class Rule:
    """A path pattern: its start, and what comes after each `*`; `$` makes it end with the last of them."""

    allows: bool
    length: int
    start: str
    pieces: tuple[str, ...]
    is_whole: bool

    def fits(self, path: str) -> bool:
        """Piece after piece from the left, each where it first stands: no pattern can make this slow."""
        if not path.startswith(self.start):
            return False
        if not self.pieces:
            return path == self.start if self.is_whole else True
        at = len(self.start)
        for piece in self.pieces[:-1]:
            found = path.find(piece, at)
            if found < 0:
                return False
            at = found + len(piece)
        last = self.pieces[-1]
        if self.is_whole:
            return path.endswith(last) and len(path) - len(last) >= at
        return path.find(last, at) >= 0


@dataclass(frozen=True, slots=True)
class Robots:
    """What a site asks of us; without rules everything is allowed. `delay` is in seconds."""

    rules: tuple[Rule, ...] = ()
    delay: float | None = None

    def allow(self, path: str) -> bool:
        """Whether a path with its query, in percent-encoding, may be asked for; allowing wins a tie."""
        if not self.rules:
            return True
        plain = _plain(path)
        fitting = [(rule.length, rule.allows) for rule in self.rules if rule.fits(plain)]
        return max(fitting)[1] if fitting else True


def read_robots(content: bytes, name: str) -> Robots:
    """The rules for the product called `name`; what is not understood is passed over."""
    lines = list(_lines(content.decode("utf-8-sig", "replace")))
    ours = _group(lines, name.lower())
    return ours if ours is not None else _group(lines, _EVERYBODY) or Robots()


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in re.split(r"\r\n|\r|\n", text):
        if found := _LINE.match(line):
            yield found[1].lower(), found[2].strip()


def _group(lines: list[tuple[str, str]], name: str) -> Robots | None:
    """All groups for a name taken together; `None` without any."""
    rules: list[Rule] = []
    delay: float | None = None
    is_ours = was_agent = is_there = False
    for key, value in lines:
        if key == "user-agent":
            is_ours = (is_ours and was_agent) or _is_name(value, name)
            is_there, was_agent = is_there or is_ours, True
            continue
        was_agent = False
        if is_ours and key in {"allow", "disallow"} and value and len(rules) < MOST_RULES:
            rules.append(_rule(key == "allow", _plain(value[:LONGEST_PATTERN])))
        elif is_ours and key == "crawl-delay" and re.fullmatch(r"\d{1,4}(?:\.\d{1,3})?", value):
            delay = float(value)
    return Robots(tuple(rules), delay) if is_there else None


def _is_name(value: str, name: str) -> bool:
    """A group names a product, perhaps with a version behind it."""
    return value.lower().partition("/")[0].strip() == name


def _plain(path: str) -> str:
    """One spelling for a path however it is encoded; a byte becomes a letter."""
    return unquote_to_bytes(path).decode("latin-1") if "%" in path or not path.isascii() else path


def _rule(allows: bool, pattern: str) -> Rule:  # noqa: FBT001
    start, *pieces = pattern.removesuffix("$").split("*")
    return Rule(allows, len(pattern), start, tuple(pieces), pattern.endswith("$"))

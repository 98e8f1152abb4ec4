"""Web addresses as people paste them: several in a cell or a box, one below the other, numbered or not. Pure."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from prongsai.sheets.names import printable

LONGEST = 1000
_BETWEEN = re.compile(r"\s+|[,;|]\s*(?=https?://|www\.)", re.IGNORECASE)
_BULLET = re.compile(r"(?:[-–•*·]|\(?[0-9๐-๙]{1,2}[.)])")
_BULLET_BEFORE = re.compile(rf"^{_BULLET.pattern}(?=https?://|www\.)", re.IGNORECASE)
_NAME = re.compile(r"(?:[^\s./:@\\<>\"'%{}|^`]+\.)+(?:[^\W\d_]{2,}|xn--[a-z0-9-]+)(?::\d+)?", re.IGNORECASE)
"""No letter in it that a browser reads as the end of the name, or not at all."""

_SCHEMES = ("http://", "https://")
_FILE = re.compile(
    r".*\.(?:pdf|docx?|xlsx?|pptx?|od[ts]|csv|txt|rtf|zip|rar|jpe?g|png|gif|webp|html?|php|aspx?|jsp)", re.IGNORECASE
)
"""The second half of an address that a space tore apart; no office has its web site under such an ending."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """What stands in a text: addresses in order, each once, and the words that are none."""

    urls: tuple[str, ...]
    others: tuple[str, ...]


def read_addresses(text: str) -> Addresses:
    """Take a text apart; an address without "https://" gets it, bullets and closing commas go."""
    words = [_without_bullet(word) for line in text.splitlines() for word in _BETWEEN.split(printable(line)) if word]
    told = [(word, read_address(word)) for word in words if word and not _BULLET.fullmatch(word)]
    return Addresses(
        tuple(dict.fromkeys(url for _, url in told if url is not None)),
        tuple(word for word, url in told if url is None),
    )


def read_address(word: str) -> str | None:
    """One word as an address with its scheme; `None` if no web site can be meant."""
    word = word.strip("<>\"'“”,;")
    url = word if "://" in word else f"https://{word}"
    if len(url) > LONGEST or not url.lower().startswith(_SCHEMES):
        return None
    try:
        parts = urlsplit(url)
        is_place = _NAME.fullmatch(parts.netloc) is not None and parts.port != 0
    except ValueError:
        return None
    is_torn = url != word and _FILE.fullmatch(parts.netloc) is not None
    return url if is_place and not is_torn else None


def is_meant_as_address(word: str) -> bool:
    """Whether a word that is no usable address was meant as one, or as the rest of one."""
    return "://" in word or word.lower().startswith("javascript:") or _FILE.fullmatch(word) is not None


def host_of(url: str) -> str:
    """The host name in small letters without "www."; empty where there is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _without_bullet(word: str) -> str:
    return _BULLET_BEFORE.sub("", word)

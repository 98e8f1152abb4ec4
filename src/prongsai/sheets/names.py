"""Text as a person sees it: without marks that are not seen, and names that are spelt alike made alike."""

import re
import unicodedata

from prongsai.thai.spelling import normalize

UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def printable(text: str) -> str:
    """Without control, direction and zero-width marks and broken code points; spaces at the ends go."""
    if text.isprintable():
        return text.strip()
    return "".join(" " if letter in "\t\r\n" else letter for letter in text if _is_seen(letter)).strip()


def agency_name(text: str) -> str:
    """A name in one spelling: น้ำ however it was typed, single spaces."""
    return re.sub(r"\s+", " ", normalize(unicodedata.normalize("NFC", printable(text)))).strip()


def _is_seen(letter: str) -> bool:
    return letter in "\t\r\n" or unicodedata.category(letter) not in UNSEEN

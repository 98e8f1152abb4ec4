"""One spelling for what looks the same: Thai can type one word in several ways that no eye can tell apart.

A search, a comparison and a screen reader can, so every input goes through `normalize` once.
"""

import re
import unicodedata

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_TONE = "[\u0e48-\u0e4b]"
_SPLIT_SARA_AM = re.compile(f"\u0e4d({_TONE}?)\u0e32|({_TONE})\u0e4d\u0e32")
_SARA_AM_BEFORE_TONE = re.compile(f"\u0e33({_TONE})")
_TONE_BEFORE_VOWEL = re.compile(f"({_TONE})([\u0e31\u0e34-\u0e3a\u0e47])")
_REPEATED_MARK = re.compile("([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\\1+")
_DOUBLE_SARA_E = "เเ"
_BEFORE_MARK = re.compile("(?<=[^\\s(\\[“‘\"'])[ \u00a0]*(?=ๆ|ฯลฯ)")
_AFTER_MARK = re.compile("(ๆ|ฯลฯ)(?=[ก-ฮเ-ไA-Za-z0-9๐-๙(“‘])")
_LOOSE_PAIYANNOI = re.compile("(?<=[ก-ฮะ-ฺๅ็-์])[ \u00a0]+(?=ฯ(?!ลฯ|พณฯ))")


def normalize(text: str) -> str:
    """Settle the spelling: "นํ้า" becomes "น้ำ", "เเ" becomes "แ"; marks in order, nothing invisible.

    Words, spaces and line ends stay as they are.
    """
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    text = _SPLIT_SARA_AM.sub(lambda found: (found[1] or found[2] or "") + "ำ", text)
    text = _SARA_AM_BEFORE_TONE.sub("\\1\u0e33", text)
    text = _TONE_BEFORE_VOWEL.sub("\\2\\1", text)
    text = _REPEATED_MARK.sub("\\1", text)
    return text.replace(_DOUBLE_SARA_E, "แ")


def space_marks(text: str) -> str:
    """Space around "ๆ" and "ฯลฯ" on both sides, none before "ฯ": "ต่างๆได้" becomes "ต่าง ๆ ได้".

    Source: the Royal Society's rules on spacing. No space comes between the mark and closing punctuation.
    """
    text = _AFTER_MARK.sub("\\1 ", _BEFORE_MARK.sub(" ", text))
    return _LOOSE_PAIYANNOI.sub("", text)


def apart(words: str) -> str:
    """Words as they follow a Thai word: Latin letters and figures stand apart from it, Thai does not."""
    return f" {words}" if words[:1].isascii() and words[:1].isalnum() else words

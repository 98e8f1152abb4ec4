"""Where a line of Thai may break: the text in pieces, each of which stays whole.

Thai has no spaces between words, and what renderers guess on their own breaks inside some. The dictionary decides
here; what an office reads as one thing (ป.ป.ช., พ.ศ. ๒๕๖๘, ต.ค. ๒๕๖๘, ต่าง ๆ, "(ร่าง)", 85.50%) stays together.
The pieces of a text joined give the text again, character by character.
"""

import re
from functools import lru_cache

from prongsai.thai.dictionary import known_words, longest_words

_LONGEST_WORD = 14
_LONGEST_PART = 12
_SHORTEST_PART = 3

_INITIALS = r"(?:[เแโใไ]?[ก-ฮ][ิี]?\.){2,}"
_TOKEN = re.compile(
    rf"""(?P<address>(?:https?://|www\.)[^\s\u0e00-\u0e7f]+|[\w.+-]+@[\w-]+\.[\w.-]+)
      | (?P<number>[0-9๐-๙]+(?:[.,:/-][0-9๐-๙]+)*%?)
      | (?P<abbreviation>(?:[เแโใไ]?[ก-ฮ]{{1,2}}[ิี]?\.){{2,}})
      | (?P<space>\s+)
      | (?P<thai>(?:(?!{_INITIALS})[\u0e01-\u0e3a\u0e40-\u0e4e\u0e5a\u0e5b])+)
      | (?P<latin>[^\W\d_\u0e00-\u0e7f][^\W_\u0e00-\u0e7f]*(?:-[A-Za-z]+)*[๐-๙]*)
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_TERMS = re.compile(
    "(ผ่านดีเยี่ยม|ผ่านดี|ต้องปรับปรุง|ตัวชี้วัด|แบบวัด|ข้อคำถาม|คะแนนรวม|ค่าเป้าหมาย|ส่วนได้ส่วนเสีย|ความโปร่งใส|การทุจริต"
    "|ประจำปีงบประมาณ|ประจำปี|บันทึกข้อความ|ข้อพิจารณา|สำนักปลัด|อย่างน้อย|บาทถ้วน"
    "|กระบวนการ|ดำเนินการ|รายการ|รายงาน|ส่วนราชการ|เจ้าหน้าที่|เผยแพร่|แนวทาง|ติดตาม|ถูกต้อง|ร้องเรียน|เงินเดือน|ตั้งแต่|ทุกรอบ|ขั้นตอน"
    "|มีส่วนร่วม)"
)
"""What is read as one word and would be cut: terms that the dictionary lacks ("ระดับผ่าน" at the end of a line is another
level than "ระดับผ่านดี"), and words that the longest match takes apart for the sake of the next ("ราย|งานการ")."""
_OPENING = frozenset("([{“‘«<\"'")
_MARKS = frozenset(
    "ะาๅำๆฯ\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
)
_CLOSING = _MARKS | frozenset(")]}”’»>,.:;!?%…\"'")
_ADDRESS_PART = re.compile(r"https?://[^/.?&=_-]*|[/.?&=_@-]?[^/.?&=_@-]+|.")
_MAIL = re.compile(r"[^/]+@")
_KEEPS_NUMBER = re.compile(_INITIALS + "$")
_THAI_OR_INITIAL_AT_END = re.compile("[\u0e01-\u0e4e][.]?$")
_NUMBER = re.compile(r"[0-9๐-๙]")
_CLUSTER = re.compile("[เแโใไ]?.[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]*", re.DOTALL)


def split_words(text: str) -> tuple[str, ...]:
    """Cut a text into pieces that a line must not break; white space is a piece of its own."""
    tokens: list[str] = []
    for found in _TOKEN.finditer(text):
        tokens.extend(_parts_of(found))
    return _keep_together(_join_punctuation(tokens))


def split_compound(word: str) -> tuple[str, ...]:
    """Cut a word that is too wide for its column into the fewest dictionary words; whole where there are none.

    "ประชาสัมพันธ์" gives ("ประชา", "สัมพันธ์").
    """
    longest = len(word) - 1
    parts = _fewest_words(word, longest)
    return parts if len(parts) > 1 else _fewest_words(word, longest, shortest=_SHORTEST_PART - 1)


def split_clusters(word: str) -> tuple[str, ...]:
    """The last resort: cut between letters, never between a letter and its vowels and marks."""
    return tuple(_CLUSTER.findall(word))


def _parts_of(found: re.Match[str]) -> tuple[str, ...]:
    if found.lastgroup == "thai":
        return _thai_words(found[0])
    if found.lastgroup == "address" and not _MAIL.match(found[0]):
        return tuple(_ADDRESS_PART.findall(found[0]))
    return (found[0],)


@lru_cache(maxsize=4096)
def _thai_words(text: str) -> tuple[str, ...]:
    words: list[str] = []
    for place, part in enumerate(_TERMS.split(text)):
        is_term = place % 2
        for token in (part,) if is_term else longest_words(part):
            too_long = len(token) > _LONGEST_WORD and not is_term
            words.extend(_fewest_words(token, _LONGEST_PART) if too_long else (token,))
    return _join_fragments(words)


def _fewest_words(token: str, longest: int, shortest: int = _SHORTEST_PART) -> tuple[str, ...]:
    """Cut into the fewest dictionary words of at most `longest` letters; the token itself if it cannot be done."""
    words = known_words()
    best: list[tuple[str, ...] | None] = [(), *[None] * len(token)]
    for end in range(shortest, len(token) + 1):
        for start in range(max(0, end - longest), end - shortest + 1):
            before, part = best[start], token[start:end]
            if before is None or part not in words:
                continue
            held = best[end]
            if held is None or len(before) < len(held):
                best[end] = (*before, part)
    return best[-1] or (token,)


def _join_fragments(words: list[str]) -> tuple[str, ...]:
    """Give single letters, and letters that cannot begin a word, back to the word before."""
    joined: list[str] = []
    for word in words:
        if joined and (len(word) == 1 or word[0] in _MARKS or len(joined[-1]) == 1):
            joined[-1] += word
        else:
            joined.append(word)
    return tuple(joined)


def _join_punctuation(tokens: list[str]) -> list[str]:
    """No line begins with a closing mark or ends with an opening one; a dash or slash stays with what is before."""
    joined: list[str] = []
    for token in tokens:
        if joined and _clings(joined[-1], token):
            joined[-1] += token
        else:
            joined.append(token)
    return joined


def _clings(before: str, after: str) -> bool:
    if before.isspace() or after.isspace():
        return False
    return before[-1] in _OPENING or after[0] in _CLOSING or after in {"-", "/", "–"} or _numbers_a_word(before, after)


def _numbers_a_word(before: str, after: str) -> bool:
    return bool(_NUMBER.match(after) and _THAI_OR_INITIAL_AT_END.search(before))


def _keep_together(tokens: list[str]) -> tuple[str, ...]:
    """Tie "พ.ศ." to its year and "ๆ" to its word across the space between them."""
    kept: list[str] = []
    for token in tokens:
        if len(kept) > 1 and kept[-1] == " " and _belongs(kept[-2], token):
            space = kept.pop()
            kept[-1] += space + token
        else:
            kept.append(token)
    return tuple(kept)


def _belongs(before: str, after: str) -> bool:
    if after[0] in "ๆฯ":
        return not after.startswith("ฯลฯ")
    return bool(_NUMBER.match(after) and _KEEPS_NUMBER.search(before))

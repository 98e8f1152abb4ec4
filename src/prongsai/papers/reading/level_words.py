"""The names of levels as patterns: the words of the new scheme, the letters of the old."""

from prongsai.rulebook.loading import known_years, load_year


def level_labels() -> tuple[str, ...]:
    """Every label of every year, the longest first."""
    labels = {level.label for year in known_years() for level in load_year(year).levels}
    return tuple(sorted(labels, key=lambda label: (-len(label), label)))


_WORDS = "|".join(label for label in level_labels() if not label.isascii())
_LETTERS = "|".join(label for label in level_labels() if label.isascii())
_OTHER_WORDS = "เกณฑ์|ระบบ|ค่าเป้าหมาย|ช่องทาง|การ|ทาง|มา|ทั้ง|ตาม|สื่อ|ความเห็น"
LEVEL = rf"(?P<level>(?:{_WORDS})(?!{_OTHER_WORDS})|(?:{_LETTERS})(?![A-Za-z0-9+]))"
"""A level where it may stand; `ผ่านเกณฑ์`, `ผ่านช่องทาง` are other words."""

"""Finds the lines by which a measure says what it wants to reach: nothing in them has happened yet."""

import re

_MARK = re.compile(r"\s*(?:ตัวชี้วัด)?(?:แห่ง)?ความสำเร็จ\s*:")


def is_in_mark_of_success(text: str, position: int) -> bool:
    """Whether a place of a text stands on a line or in a cell such as `ตัวชี้วัดความสำเร็จ: คะแนนข้อ i3 เท่ากับ 100`."""
    begin = max(text.rfind("\n", 0, position), text.rfind("\t", 0, position)) + 1
    return _MARK.match(text, begin) is not None

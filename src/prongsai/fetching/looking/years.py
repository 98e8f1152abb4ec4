"""Whether a year is named: 2569, ๒๕๖๙, "ปี 69", "12/69"."""

import re

from prongsai.thai.dates import BUDDHIST_ERA_OFFSET, CENTURY, MONTH_PATTERN


def year_pattern(year: int) -> re.Pattern[str]:
    """A year of the Buddhist era in a text with Arabic digits; in two digits only after a word that asks for a year."""
    short = f"{year - CENTURY:02}"
    before = rf"(?:ปี(?:งบประมาณ|\s*งปม\.?|\s*การศึกษา)?|พ\s*\.?\s*ศ\s*\.?|งบประมาณ|{MONTH_PATTERN}|\d{{1,3}}\s*/)"
    in_west = rf"(?:ค\s*\.?\s*ศ\s*\.?|FY)\s*{year - BUDDHIST_ERA_OFFSET}"
    return re.compile(rf"(?<!\d){year}(?!\d)|{before}\s*{short}(?!\d)|{in_west}(?!\d)")

"""What a text claims, whether it can be measured, and whether its OIT numbers are of the year. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence

from prongsai.papers.checking.false_claims import find_false_claims
from prongsai.papers.checking.stale_items import find_stale_items
from prongsai.papers.checking.unmeasurable import find_unmeasurable
from prongsai.rulebook.comparing import Change
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import YearInstrument

NOT_BEFORE = r"(?<!ไม่)(?<!ไม่ได้)(?<!ไม่ประสบผล)(?<!ไม่ประสบความ)"
CLAIM = re.compile(NOT_BEFORE + r"(?:ดีขึ้น|เพิ่มขึ้น|สูงขึ้น|ก้าวหน้าขึ้น|พัฒนาขึ้น|บรรลุ|ประสบผลสำเร็จ|ประสบความสำเร็จ)")


def claims_success(text: str) -> bool:
    """Whether the text says that something became better; a denial does not count."""
    return CLAIM.search(text) is not None


def contradicts_figures(text: str, changes: Mapping[Place, Change]) -> bool:
    """Whether the text names a figure, or quotes two numbers, and says the opposite of how they moved."""
    return bool(find_false_claims(text, changes))


def is_measurable(success: str) -> bool:
    """Whether anybody could tell if it came true."""
    return bool(success.strip()) and find_unmeasurable(success) is None


def stale_citations(text: str, years: Sequence[YearInstrument]) -> Iterator[str]:
    """OIT numbers that mean what the text says in none of the years, as they are printed."""
    by_year = [{found.span: found.printed for found in find_stale_items(text, year)} for year in years]
    if by_year:
        stale = set.intersection(*(set(found) for found in by_year))
        yield from (by_year[0][span] for span in sorted(stale))

"""Between which ranks somebody may truly stand, where only an interval of each score is known.

**Method.** Somebody surely stands above another if its whole interval does. The best possible rank comes after all who
surely stand above, the worst one before all who surely stand below (Goldstein and Spiegelhalter 1996 warn against ranks
without such spans). **Limits.** Two 95 % intervals that just touch differ more surely than 95 of 100, so a span is
rather too wide than too narrow for each pair; for all pairs of a long list at once nothing is promised.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Mapping
from decimal import Decimal
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


LEAST_BEHIND_OTHERS = 2


def rank_spans(
    intervals: Mapping[Key, tuple[Decimal, Decimal]], *, leaves_gaps: bool = True
) -> dict[Key, tuple[int, int]]:
    """The best and the worst rank that each may have, 1 being the highest score; `intervals` are low and high ends.

    Where equal scores use up no ranks (not `leaves_gaps`), all who surely stand above may share the first one.
    """
    lows = sorted(low for low, _ in intervals.values())
    highs = sorted(high for _, high in intervals.values())
    many = len(intervals)
    most = many if leaves_gaps else LEAST_BEHIND_OTHERS
    return {
        key: (min(1 + many - bisect_right(lows, high), most), many - bisect_left(highs, low))
        for key, (low, high) in intervals.items()
    }

"""The pictures of an agency's page, drawn by `papers.charts`: pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from prongsai.papers.charts import RadarSeries, YearScore, history_chart, radar_chart
from prongsai.portal.results.scorecard.history import HistoryLine
from prongsai.portal.results.scorecard.names import indicator_name
from prongsai.portal.results.scorecard.page import ScoredYear
from prongsai.portal.ui.language import is_english

YEARS_IN_RADAR = 2
ENGLISH_LABELS = {">เป้าหมาย ": ">Target ", ">ไม่มีข้อมูล<": ">no data<"}
"""What the drawing itself labels, in the spelling it stands in the SVG."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """Inline SVG; empty where there is too little to draw."""

    history: SafeString
    radar: SafeString


def draw_pictures(years: Sequence[ScoredYear], history: Sequence[HistoryLine], target: Decimal) -> Pictures:
    """The total over the years and the indicators of the last two."""
    return Pictures(_history(history, target), _radar(years[-YEARS_IN_RADAR:]))


def _history(lines: Sequence[HistoryLine], target: Decimal) -> SafeString:
    if sum(line.total is not None for line in lines) < 2:  # noqa: PLR2004 - one point is no line
        return SafeString("")
    scores = [YearScore(line.year, line.total, comparable=not (line.breaks or line.gap)) for line in lines]
    described = "; ".join(f"{line.year}: {_shown(line.total)}" for line in lines)
    drawn = history_chart(
        scores,
        title=_("คะแนนรวมรายปี"),
        description=described,
        target=target,
        break_note=_("เกณฑ์หรือแบบวัดเปลี่ยน หรือไม่มีผลของปีก่อนหน้า"),
    )
    return _embed(drawn)


def _radar(years: Sequence[ScoredYear]) -> SafeString:
    newest = years[-1].scored
    if all(value is None for value in newest.indicators.values()):
        return SafeString("")
    labels = [indicator_name(newest.year, number) for number in newest.year.indicators]
    series = [
        RadarSeries(str(entry.scored.year.year), tuple(entry.scored.indicators.values()))
        for entry in reversed(years)
        if any(value is not None for value in entry.scored.indicators.values())
    ]
    described = "; ".join(f"{one.name}: " + ", ".join(map(_shown, one.values)) for one in series)
    return _embed(radar_chart(labels, series, title=_("คะแนนรายตัวชี้วัด"), description=described))


def _shown(value: Decimal | None) -> str:
    return _("ไม่มีข้อมูล") if value is None else f"{value:.2f}"


def _embed(svg: str) -> SafeString:
    """The drawing escapes every text it is given, so it may stand in the page as it is."""
    if is_english():
        for thai, english in ENGLISH_LABELS.items():
            svg = svg.replace(thai, english)
    return mark_safe(svg)  # noqa: S308 - see above

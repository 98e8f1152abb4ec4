"""The project's own charts: functions that give an accessible SVG, the same on the web, in PDF and in DOCX."""

from prongsai.papers.charts.bars import Bar, bar_chart
from prongsai.papers.charts.columns import column_chart
from prongsai.papers.charts.history import YearScore, history_chart
from prongsai.papers.charts.png import svg_png
from prongsai.papers.charts.radar import RadarSeries, radar_chart

__all__ = [
    "Bar",
    "RadarSeries",
    "YearScore",
    "bar_chart",
    "column_chart",
    "history_chart",
    "radar_chart",
    "svg_png",
]

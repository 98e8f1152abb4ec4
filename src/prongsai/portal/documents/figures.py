"""The figures that a paper was written from, as a flat table of texts: fingerprint, and what became of each.

A key is a sort, a year and a place: `score/2568/EIT1 e4`, `level/2568`, `rules/2568`, `plan/2569`,
`steps/2569/verified`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from prongsai.portal.files.fingerprints import fingerprint_of
from prongsai.portal.results.scorecard.names import place_name
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import UnknownYearError, load_year
from prongsai.rulebook.overall_scoring import AgencyResult

Figures = Mapping[str, str]
SUMS_FIRST = ("total", "EIT", "EIT1", "EIT2", "IIT", "OIT")


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that is no longer what it was; `None` where there was or is none."""

    key: str
    was: str | None
    now: str | None

    @property
    def name(self) -> str:
        """What the figure is, in the page's language."""
        return figure_name(self.key)


def result_figures(result: AgencyResult) -> dict[str, str]:
    """Every known score of a year as papers print it, its level, and the revision of its rules."""
    year = result.year.year
    known = ((place, score.value) for place, score in result.scores.items() if score.value is not None)
    scores = {f"score/{year}/{place}": f"{value:.2f}" for place, value in known}
    return scores | {f"level/{year}": _level(result), f"rules/{year}": str(result.year.round.revision)}


def total_figure(result: AgencyResult) -> dict[str, str]:
    """The total alone, as a history shows it."""
    return {} if result.total is None else {f"score/{result.year.year}/total": f"{result.total:.2f}"}


def fingerprint(figures: Figures) -> str:
    """SHA-256 of the figures in one canonical spelling."""
    return fingerprint_of(dict(figures))


def differences(was: Figures, now: Figures) -> tuple[Difference, ...]:
    """What changed, newest year and sums first."""
    changed = (Difference(key, was.get(key), now.get(key)) for key in {*was, *now} if was.get(key) != now.get(key))
    return tuple(sorted(changed, key=lambda one: _rank(one.key)))


def figure_name(key: str) -> str:
    """What the figure of a key is called on a page."""
    sort, year, code = [*key.split("/", 2), ""][:3]
    words = {
        "level": _("ระดับ ปี %(year)s"),
        "rules": _("เกณฑ์ของปี %(year)s ฉบับที่"),
        "plan": _("แผนมาตรการปี %(year)s ฉบับที่"),
        "steps": _("จำนวนขั้นตอนของแผนปี %(year)s ที่%(state)s"),
    }
    if sort == "score":
        return _("%(place)s ปี %(year)s") % {"place": _place_name(int(year), code), "year": year}
    return words[sort] % {"year": year, "state": _step_state(code)} if sort in words else key


def _level(result: AgencyResult) -> str:
    label = result.level.label or ""
    return label if result.level.certain or not label else f"อย่างน้อย {label}"


def _place_name(year: int, code: str) -> str:
    instrument, _space, rest = code.rpartition(" ")
    place = Place(Instrument(instrument), rest) if instrument else _sum_place(code)
    try:
        return place_name(load_year(year), place)
    except UnknownYearError:
        return code


def _sum_place(code: str) -> Place:
    return Place(Instrument(code), "instrument") if code in set(Instrument) else Place(None, code)


def _step_state(state: str) -> str:
    words = {
        "planned": _("ยังไม่เริ่ม"),
        "doing": _("กำลังทำ"),
        "reported": _("รายงานว่าเสร็จ"),
        "verified": _("ตรวจแล้ว"),
    }
    return words.get(state, state)


def _rank(key: str) -> tuple[int, int, int, Iterable[str]]:
    """Newest year first; in it the level and the sums, then indicators, then the rest."""
    sort, year, code = [*key.split("/", 2), ""][:3]
    place = SUMS_FIRST.index(code) if code in SUMS_FIRST else 10 + int(code) if code.isdecimal() else 100
    return (-int(year) if year.isdecimal() else 0, 0 if sort != "score" else 1, place, key)

"""Which fields the form of a year has, in which groups: pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from prongsai.portal.results.scorecard.names import indicator_name, instrument_name, item_title
from prongsai.portal.ui.language import pick
from prongsai.rulebook.evidence import TOTAL, Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import EIT_PARTS, Instrument, Question, Survey, YearInstrument

CellKind = Literal["score", "item", "n", "population"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A field: whose figure it takes, and what stands above it."""

    place: Place
    kind: CellKind
    label: str

    @property
    def name(self) -> str:
        """The field's name in the form, e.g. `EIT1-e4`, `all-total`, `IIT-n`."""
        owner = self.place.instrument or "all"
        return f"{owner}-{self.kind if self.kind in {'n', 'population'} else self.place.code}"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the form: what it is about and its fields."""

    code: str
    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that open and close together."""

    key: str
    title: str
    lines: tuple[Line, ...]
    starts_open: bool = False


def lay_out(year: YearInstrument) -> tuple[Group, ...]:
    """The groups of a year's form, from the total down to items."""
    return (
        Group("totals", _("คะแนนรวมและเครื่องมือ"), tuple(_totals(year)), starts_open=True),
        Group("indicators", _("ตัวชี้วัดทั้งสิบ"), tuple(_indicators(year)), starts_open=True),
        *(_questions(survey) for survey in year.surveys),
        *_items(year),
    )


def _totals(year: YearInstrument) -> Iterator[Line]:
    yield Line("", _("คะแนนรวม"), (_score(TOTAL, _("คะแนน")),))
    in_parts = year.eit_parts == EIT_PARTS
    for instrument in (Instrument.IIT, *([Instrument.EIT] if in_parts else []), *year.eit_parts, Instrument.OIT):
        place = instrument_place(instrument)
        cells = [_score(place, _("คะแนน"))]
        if instrument in year.survey_by_part:
            cells += [Cell(place, "n", _("จำนวนผู้ตอบ")), Cell(place, "population", _("จำนวนทั้งหมด"))]
        yield Line(instrument.value, instrument_name(instrument), tuple(cells))


def _indicators(year: YearInstrument) -> Iterator[Line]:
    for number, indicator in year.indicators.items():
        cells = [_score(indicator_place(number), _("คะแนน"))]
        if indicator.instrument is Instrument.EIT and year.eit_parts == EIT_PARTS:
            cells += [_score(indicator_place(number, part), part.value) for part in EIT_PARTS]
        yield Line(str(number), indicator_name(year, number), tuple(cells))


def _questions(survey: Survey) -> Group:
    title = _("ข้อคำถาม %(instrument)s") % {"instrument": survey.instrument}
    return Group(survey.instrument.lower(), title, tuple(_question(survey, q) for q in survey.questions))


def _question(survey: Survey, question: Question) -> Line:
    cells = tuple(_score(Place(part, question.code), part.value) for part in survey.parts)
    return Line(question.code, pick(question.topic_th, question.topic_en), cells)


def _items(year: YearInstrument) -> Iterator[Group]:
    for sub in year.disclosure.sub_indicators:
        lines = [Line(sub.code, _("คะแนนตัวชี้วัดย่อย"), (_score(Place(Instrument.OIT, sub.code), _("คะแนน")),))]
        for item in year.disclosure.items:
            if item.sub_indicator == sub.code:
                cell = Cell(Place(Instrument.OIT, item.code), "item", _("ผลตรวจ"))
                lines.append(Line(item.code.upper(), item_title(item), (cell,)))
        title = f"OIT {sub.code} {pick(sub.name_th, sub.name_en)}"
        yield Group(f"oit-{sub.code.replace('.', '-')}", title, tuple(lines))


def _score(place: Place, label: str) -> Cell:
    return Cell(place, "score", label)

"""Checks what an officer has typed so far against the year's arithmetic: pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from django.utils.translation import gettext as _

from prongsai.portal.bringing.layout import Cell
from prongsai.portal.results.figures import Figure, scores_by_place
from prongsai.portal.results.scorecard.level_reasons import LevelReasons, explain_level
from prongsai.portal.results.scorecard.names import place_name
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.gaps import missing_places
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.overall_scoring import AgencyResult, Score, StatedDifference, score_agency


@dataclass(frozen=True, slots=True)
class Note:
    """What is said beside a field."""

    tone: Literal["wrong", "agrees", "computed"]
    text: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A contradiction: the field to look at, what was typed and what comes out."""

    field: str
    name: str
    stated: Decimal
    computed: Decimal


@dataclass(frozen=True, slots=True)
class Check:
    """All that can be said of the figures so far."""

    total: Decimal | None
    target: Decimal
    level: LevelReasons
    slips: tuple[Slip, ...]
    missing: tuple[str, ...]
    notes: Mapping[str, Note]


def check_figures(year: YearInstrument, figures: Iterable[Figure]) -> Check:
    """Score the figures and say what follows, what contradicts and what is missing."""
    result = score_agency(year, scores_by_place(figures))
    return Check(
        total=result.total,
        target=year.round.target,
        level=explain_level(result),
        slips=tuple(_slip(year, found) for found in result.contradictions),
        missing=tuple(place_name(year, place) for place in missing_places(result)),
        notes=_notes(result),
    )


def _slip(year: YearInstrument, found: StatedDifference) -> Slip:
    return Slip(_field(found.place), place_name(year, found.place), found.stated, found.computed)


def _notes(result: AgencyResult) -> dict[str, Note]:
    wrong = {found.place: found for found in result.contradictions}
    notes = {_field(place): note for place, score in result.scores.items() if (note := _computed_note(score))}
    for place, found in wrong.items():
        text = _("ที่ใส่ไว้ %(stated)s แต่คำนวณได้ %(computed)s") % {
            "stated": f"{found.stated:.2f}",
            "computed": f"{found.computed:.2f}",
        }
        notes[_field(place)] = Note("wrong", text)
    return notes


def _computed_note(score: Score) -> Note | None:
    if not score.is_computed or score.value is None:
        return None
    if score.stated is not None:
        return Note("agrees", _("ตรงกับที่คำนวณได้"))
    return Note("computed", _("คำนวณได้ %(value)s") % {"value": f"{score.value:.2f}"})


def _field(place: Place) -> str:
    return Cell(place, "score", "").name

"""The fields of a year's form: scores and counts as people type them, verdicts to choose."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from prongsai.portal.bringing.layout import Cell
from prongsai.portal.results.figures import Figure
from prongsai.portal.ui.fields import CountField
from prongsai.sheets.numbers import plain, read_decimal

KEPT_DECIMALS = 4
NOBODY = "-"
COMPLETE, MISSED = "100", "0"


@dataclass(frozen=True, slots=True)
class Typed:
    """A score that was typed; `None` says that the question was asked and nobody answered."""

    score: Decimal | None


class ScoreField(forms.Field):
    """A score from 0 to 100 in Thai or Arabic digits, or a dash."""

    def to_python(self, value: Any) -> Typed | None:  # noqa: ANN401 - Django's signature
        """Read it; nothing typed is not known."""
        text = plain(str(value or ""))
        if not text:
            return None
        if text in {NOBODY, "–"}:
            return Typed(None)
        score = read_decimal(text)
        if score is None or not 0 <= score <= 100:  # noqa: PLR2004 - a score's bounds
            raise forms.ValidationError(_("ใส่คะแนนตั้งแต่ 0 ถึง 100 เช่น 93.33"))
        if score != round(score, KEPT_DECIMALS):
            raise forms.ValidationError(_("ใส่ทศนิยมไม่เกินสี่ตำแหน่ง"))
        return Typed(score)


def field_of(cell: Cell) -> forms.Field:
    """The field of a cell."""
    if cell.kind == "item":
        choices = [("", _("ไม่ทราบ")), (COMPLETE, _("ครบถ้วน")), (MISSED, _("ไม่ครบ"))]
        return forms.ChoiceField(choices=choices, required=False, widget=forms.Select(attrs=_attrs(cell)))
    kind = ScoreField if cell.kind == "score" else CountField
    mode = "decimal" if cell.kind == "score" else "numeric"
    widget = forms.TextInput(attrs=_attrs(cell) | {"inputmode": mode, "autocomplete": "off", "maxlength": 12})
    return kind(required=False, widget=widget)


def _attrs(cell: Cell) -> dict[str, Any]:
    return {"aria-describedby": f"note-{cell.name}"}


def texts_of(stored: Sequence[Figure]) -> dict[str, str]:
    """Stored figures as they stand in the fields, by name."""
    initial = {}
    for figure in stored:
        is_item = figure.place.code.startswith("o")
        name = Cell(figure.place, "item" if is_item else "score", "").name
        initial[name] = _shown(figure.score, is_item=is_item)
        if figure.place.code == "instrument":
            initial[f"{figure.place.instrument}-n"] = "" if figure.n is None else str(figure.n)
            initial[f"{figure.place.instrument}-population"] = (
                "" if figure.population is None else str(figure.population)
            )
    return initial


def _shown(score: Decimal | None, *, is_item: bool) -> str:
    if score is None:
        return "" if is_item else NOBODY
    if is_item:
        return COMPLETE if score == 100 else MISSED  # noqa: PLR2004 - complete
    return f"{score:.2f}" if score == round(score, 2) else f"{score.normalize():f}"


def _count_text(count: int | None) -> str:
    return "" if count is None else str(count)

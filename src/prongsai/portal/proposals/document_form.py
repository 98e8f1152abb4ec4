"""Which measures of a document go into which year's plan, and under which indicators."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.portal.proposals.from_document import FoundMeasure
from prongsai.portal.ui.fields import offer


class DocumentMeasuresForm(forms.Form):
    """The plan's year, the chosen measures, and an indicator for each: the document may not say it."""

    year = forms.TypedChoiceField(label=gettext_lazy("ร่างในแผนปีงบประมาณ"), coerce=int)
    chosen = forms.TypedMultipleChoiceField(
        coerce=int, error_messages={"required": gettext_lazy("เลือกอย่างน้อยหนึ่งมาตรการ")}
    )

    def __init__(
        self,
        typed: Any,  # noqa: ANN401 - a QueryDict, or nothing yet
        *,
        found: Sequence[FoundMeasure],
        years: Sequence[int],
        indicators: Mapping[int, str],
    ) -> None:
        usual: dict[str, Any] = {self.of(one): one.read.indicator for one in found}
        usual["chosen"] = [one.number for one in found if one.is_unfinished]
        super().__init__(typed, initial=usual)
        self._found = found
        offer(self, "year", [(year, str(year)) for year in years])
        offer(self, "chosen", [(one.number, one.title) for one in found])
        names = [("", _("เลือกตัวชี้วัด")), *((number, f"{number}. {name}") for number, name in indicators.items())]
        for one in found:
            self.fields[self.of(one)] = forms.TypedChoiceField(
                label=_("ตัวชี้วัด"), coerce=int, required=False, empty_value=None, choices=names
            )

    @staticmethod
    def of(found: FoundMeasure) -> str:
        """The name of the field with a measure's indicator."""
        return f"indicator-{found.number}"

    def clean(self) -> dict[str, Any]:
        """What is chosen needs an indicator."""
        typed = super().clean() or {}
        for one in self.chosen_of(typed):
            if self.of(one) in typed and typed[self.of(one)] is None:
                self.add_error(self.of(one), _("เลือกตัวชี้วัดของมาตรการนี้"))
        return typed

    def chosen_of(self, typed: Mapping[str, Any]) -> list[FoundMeasure]:
        """The measures that are ticked."""
        return [one for one in self._found if one.number in typed.get("chosen", ())]

    def indicators_of(self, typed: Mapping[str, Any]) -> dict[int, int]:
        """The indicator of each ticked measure by its number."""
        return {one.number: typed[self.of(one)] for one in self.chosen_of(typed)}

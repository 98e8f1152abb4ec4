"""How many one-time codes are wanted for which unit."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.portal.rounds.queries import ParticipationFacts
from prongsai.portal.ui.fields import CountField

MOST_AT_ONCE = 2000
WHOLE = "whole"


class CodesForm(forms.Form):
    """A number for each unit, and one for staff of no unit."""

    def __init__(self, *given: object, facts: ParticipationFacts, **named: object) -> None:
        """One field a unit of the agency."""
        super().__init__(*given, **named)  # type: ignore[arg-type]  # Django's own
        self.places: dict[str, int | None] = {f"unit-{unit.id}": unit.id for unit in facts.units} | {WHOLE: None}
        names = {f"unit-{unit.id}": unit.name for unit in facts.units}
        for key in self.places:
            label = names.get(key) or gettext_lazy("ไม่ระบุสำนัก/กอง")
            self.fields[key] = CountField(
                label=label, required=False, widget=forms.TextInput(attrs={"inputmode": "numeric"})
            )

    def clean(self) -> dict[str, object]:
        """At least one code, and not more than can be printed at once."""
        cleaned = super().clean() or {}
        total = sum(self.wanted.values())
        if not self.errors and total == 0:
            raise forms.ValidationError(_("ยังไม่ได้ระบุจำนวนรหัส ให้ใส่จำนวนอย่างน้อยหนึ่งช่อง"))
        if total > MOST_AT_ONCE:
            raise forms.ValidationError(
                _("ขอรหัสครั้งนี้ %(total)s รหัส ทำได้ครั้งละไม่เกิน %(most)s รหัส ให้แบ่งทำหลายครั้ง")
                % {"total": total, "most": MOST_AT_ONCE}
            )
        return cleaned

    @property
    def wanted(self) -> Mapping[int | None, int]:
        """How many for each unit; `None` is staff of no unit."""
        return {place: many for key, place in self.places.items() if (many := self.cleaned_data.get(key) or 0)}

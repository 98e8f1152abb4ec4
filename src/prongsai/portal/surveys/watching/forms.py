"""What the office narrows a list by, and what it decides about answers that wait."""

from datetime import date
from typing import Any, Literal

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.portal.agencies.queries import provinces
from prongsai.portal.surveys.models import Part
from prongsai.portal.ui.fields import offer
from prongsai.rulebook.instrument import Instrument
from prongsai.statistics.pace import Prospect

ANY = [("", _("ทั้งหมด"))]
PROSPECT_WORDS = {
    Prospect.UNKNOWN: _("ไม่รู้ขั้นต่ำ"),
    Prospect.REACHED: _("ถึงขั้นต่ำแล้ว"),
    Prospect.EARLY: _("ยังเร็วไปที่จะคาดการณ์"),
    Prospect.ON_PACE: _("ทันตามอัตราปัจจุบัน"),
    Prospect.SHORT: _("คาดว่าไม่ถึงขั้นต่ำ"),
    Prospect.MISSED: _("ปิดรับแล้ว ไม่ถึงขั้นต่ำ"),
}


class ProgressFilterForm(forms.Form):
    """Narrows the list of agencies' surveys."""

    q = forms.CharField(label=_("ชื่อหน่วยงาน"), max_length=100, required=False)
    province = forms.ChoiceField(label=_("จังหวัด"), required=False)
    part = forms.ChoiceField(label=_("แบบวัด"), choices=[*ANY, *Part.choices], required=False)
    prospect = forms.ChoiceField(
        label=_("แนวโน้ม"),
        choices=[*ANY, *((one.value, words) for one, words in PROSPECT_WORDS.items())],
        required=False,
    )

    def __init__(self, asked: Any) -> None:  # noqa: ANN401 - a QueryDict
        super().__init__(asked)
        offer(self, "province", [*ANY, *((name, name) for name in provinces())])

    def wanted(self) -> dict[str, str]:
        """What was asked for; a value that is not offered narrows nothing."""
        self.is_valid()
        return {name: value for name in self.fields if (value := self.cleaned_data.get(name))}


class ReviewForm(forms.Form):
    """A group of answers that wait, and the word on all of them."""

    agency = forms.SlugField(max_length=60)
    part = forms.ChoiceField(choices=Part.choices)
    day = forms.DateField(input_formats=["%Y-%m-%d"])
    verdict = forms.ChoiceField(choices=[("count", _("นับ")), ("set-aside", _("ไม่นับ"))])

    @property
    def instrument(self) -> Instrument:
        """The part that was named."""
        return Instrument(self.cleaned_data["part"])

    @property
    def named_day(self) -> date:
        """The day that was named."""
        day: date = self.cleaned_data["day"]
        return day

    @property
    def word(self) -> Literal["count", "set-aside"]:
        """The word on them."""
        return "count" if self.cleaned_data["verdict"] == "count" else "set-aside"

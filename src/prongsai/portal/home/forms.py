"""What a visitor may ask the list of results for."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.portal.agencies.queries import type_choices
from prongsai.portal.results.queries import ResultFilter

LONGEST_SEARCH = 80


class ResultSearchForm(forms.Form):
    """Search box and filters; every field may be empty."""

    q = forms.CharField(
        label=gettext_lazy("ชื่อหน่วยงาน"),
        max_length=LONGEST_SEARCH,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    type = forms.ChoiceField(label=gettext_lazy("ประเภท"), required=False)
    province = forms.ChoiceField(label=gettext_lazy("จังหวัด"), required=False)
    year = forms.TypedChoiceField(label=gettext_lazy("ปีงบประมาณ"), required=False, coerce=int, empty_value=None)
    order = forms.ChoiceField(label=gettext_lazy("เรียงตาม"), required=False)

    def __init__(self, asked: object, *, provinces: Sequence[str], years: Sequence[int]) -> None:
        super().__init__(asked)  # type: ignore[arg-type]  # a QueryDict
        self._offer("type", [("", _("ทุกประเภท")), *type_choices()])
        self._offer("province", [("", _("ทุกจังหวัด")), *((name, name) for name in provinces)])
        self._offer("year", [("", _("ล่าสุดของแต่ละหน่วยงาน")), *((year, str(year)) for year in years)])
        self._offer("order", [("", _("ชื่อหน่วยงาน")), ("total", _("คะแนนรวม มากไปน้อย"))])

    def wanted(self) -> ResultFilter:
        """What was asked; a field that does not make sense narrows nothing."""
        self.is_valid()
        asked = self.cleaned_data
        return ResultFilter(
            words=asked.get("q", ""),
            province=asked.get("province", ""),
            type=asked.get("type", ""),
            year=asked.get("year"),
            order=asked.get("order") or "name",
        )

    def _offer(self, name: str, choices: list[tuple[object, object]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = choices

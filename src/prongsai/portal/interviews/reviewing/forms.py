"""What a supervisor types about interviews."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.portal.interviews.models import CheckOutcome
from prongsai.portal.ui.fields import CountField, ThaiDateField, offer
from prongsai.sheets.limits import LARGEST_BYTES

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

DATE_HELP = gettext_lazy("เขียนแบบ 1 เม.ย. 2569")


class ImportForm(forms.Form):
    """The list of clients, and when it is erased."""

    file = forms.FileField(
        label=gettext_lazy("ไฟล์รายชื่อ (CSV หรือ XLSX มีคอลัมน์ บริการ, ช่องทางติดต่อ, รหัสอ้างอิง)"),
        help_text=gettext_lazy("ไม่ต้องมีชื่อ คอลัมน์อื่นไม่ถูกอ่านและไม่ถูกเก็บ"),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx,.tsv,.txt"}),
    )
    erases_on = ThaiDateField(label=gettext_lazy("ลบรายชื่อทั้งหมดในวันที่"), help_text=DATE_HELP)

    def clean_file(self) -> "UploadedFile[bytes]":
        """Refuse what is too large before reading it."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST_BYTES:
            raise forms.ValidationError(_("ไฟล์ใหญ่เกิน 20 MB แบ่งเป็นไฟล์เล็กลงก่อน"))
        return file


class DrawForm(forms.Form):
    """How many, and by which seed."""

    size = CountField(label=gettext_lazy("จำนวนตัวอย่าง"))
    seed = forms.CharField(
        label=gettext_lazy("เลขตั้งต้นการสุ่มที่จะประกาศ"),
        help_text=gettext_lazy("เช่น เลขสลากงวดที่ประกาศไว้ล่วงหน้า เว้นว่างให้ระบบสุ่มให้"),
        max_length=100,
        required=False,
    )

    def clean_size(self) -> int:
        """At least one."""
        size: int | None = self.cleaned_data["size"]
        if not size:
            raise forms.ValidationError(_("ใส่จำนวนตั้งแต่ 1 ขึ้นไป"))
        return size


class AssignForm(forms.Form):
    """Who interviews in this agency."""

    people = forms.TypedMultipleChoiceField(
        label=gettext_lazy("ผู้สัมภาษณ์"),
        help_text=gettext_lazy("งานที่ยังไม่ได้สัมภาษณ์ของผู้ที่ไม่ได้เลือกจะย้ายไปให้ผู้ที่เลือก แบ่งเท่า ๆ กัน"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, typed: Any = None, *, people: Mapping[int, str], chosen: Sequence[int] = ()) -> None:  # noqa: ANN401 - a QueryDict
        super().__init__(typed, initial={"people": list(chosen)})
        offer(self, "people", list(people.items()))


class BackCheckForm(forms.Form):
    """What share to call again, and by which seed."""

    percent = CountField(label=gettext_lazy("สุ่มโทรกลับร้อยละ"))
    check_seed = forms.CharField(label=gettext_lazy("เลขตั้งต้นการสุ่ม"), max_length=100)

    def clean_percent(self) -> int:
        """From one to a hundred."""
        percent: int | None = self.cleaned_data["percent"]
        if not percent or percent > 100:  # noqa: PLR2004 - per cent
            raise forms.ValidationError(_("ใส่ร้อยละตั้งแต่ 1 ถึง 100"))
        return percent


class CheckForm(forms.Form):
    """What the client said."""

    outcome = forms.ChoiceField(choices=CheckOutcome.choices)


class DoubtForm(forms.Form):
    """Whose interviews of which day, how many, and why."""

    person = forms.TypedChoiceField(label=gettext_lazy("ผู้สัมภาษณ์"), coerce=int)
    day = ThaiDateField(label=gettext_lazy("วันที่สัมภาษณ์"), help_text=DATE_HELP)
    interviews = CountField(label=gettext_lazy("จำนวนบทสัมภาษณ์"))
    reason = forms.CharField(label=gettext_lazy("เหตุผล"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, typed: Any = None, *, people: Mapping[int, str]) -> None:  # noqa: ANN401 - a QueryDict
        super().__init__(typed)
        offer(self, "person", list(people.items()))

    def clean_interviews(self) -> int:
        """At least one."""
        interviews: int | None = self.cleaned_data["interviews"]
        if not interviews:
            raise forms.ValidationError(_("ใส่จำนวนตั้งแต่ 1 ขึ้นไป"))
        return interviews

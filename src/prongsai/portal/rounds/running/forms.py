"""What the office types about a round."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.portal.agencies.queries import type_choices
from prongsai.portal.rounds.models import ParticipationState
from prongsai.portal.ui.fields import ThaiDateField, offer
from prongsai.sheets.limits import LARGEST_BYTES

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

DATE_HELP = gettext_lazy("เขียนแบบ 1 เม.ย. 2569")
REAL, REHEARSAL = "real", "rehearsal"
EVERYBODY, BY_TYPE, BY_FILE = "all", "type", "file"


class OpenForm(forms.Form):
    """A new round."""

    year = forms.TypedChoiceField(label=gettext_lazy("ปีงบประมาณ"), coerce=int)
    kind = forms.ChoiceField(
        label=gettext_lazy("ประเภทของรอบ"),
        choices=[
            (REHEARSAL, gettext_lazy("รอบซักซ้อม มีป้ายบอกทุกหน้า ผลไม่มีวันถูกประกาศ")),
            (REAL, gettext_lazy("รอบจริง มีได้ปีละรอบเดียว เกณฑ์ต้องปิดผนึกแล้ว")),
        ],
        initial=REHEARSAL,
        widget=forms.RadioSelect,
    )
    name_th = forms.CharField(label=gettext_lazy("ชื่อรอบภาษาไทย"), max_length=200)
    name_en = forms.CharField(label=gettext_lazy("ชื่อรอบภาษาอังกฤษ"), max_length=200, required=False)

    def __init__(self, typed: Any = None, *, years: Sequence[int], chosen: int) -> None:  # noqa: ANN401 - a QueryDict
        super().__init__(typed, initial={"year": chosen})
        offer(self, "year", [(year, str(year)) for year in reversed(years)])

    @property
    def is_rehearsal(self) -> bool:
        """Whether it is one."""
        return bool(self.cleaned_data["kind"] == REHEARSAL)


class PhaseForm(forms.Form):
    """From which day to which; both belong to the phase."""

    opens = ThaiDateField(label=gettext_lazy("วันเปิด"), help_text=DATE_HELP)
    closes = ThaiDateField(label=gettext_lazy("วันสุดท้าย"), help_text=DATE_HELP)

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        cleaned = super().clean() or {}
        opens, closes = cleaned.get("opens"), cleaned.get("closes")
        if isinstance(opens, date) and isinstance(closes, date) and closes < opens:
            self.add_error("closes", _("วันสุดท้ายต้องไม่อยู่ก่อนวันเปิด"))
        return cleaned


class ExtensionForm(forms.Form):
    """A later last day, and why."""

    closes = ThaiDateField(label=gettext_lazy("วันสุดท้ายใหม่"), help_text=DATE_HELP)
    reason = forms.CharField(
        label=gettext_lazy("เหตุผล (ทุกหน่วยงานเห็น)"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class MoveForm(forms.Form):
    """To which state, and why where it goes back."""

    to = forms.CharField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=gettext_lazy("เหตุผลที่ย้อนกลับ"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AgencyFilterForm(forms.Form):
    """Which agencies of a round to list."""

    q = forms.CharField(label=gettext_lazy("ชื่อหน่วยงาน จังหวัด หรือรหัส"), required=False, max_length=100)
    state = forms.ChoiceField(
        label=gettext_lazy("สถานะ"),
        required=False,
        choices=[("", gettext_lazy("ทุกสถานะ")), *ParticipationState.choices],
    )


class InviteForm(forms.Form):
    """Whom to invite: all, those of a type, or those in a file."""

    who = forms.ChoiceField(
        label=gettext_lazy("เชิญใคร"),
        choices=[
            (EVERYBODY, gettext_lazy("ทุกหน่วยงานในระบบ")),
            (BY_TYPE, gettext_lazy("ทุกหน่วยงานของประเภทที่เลือก")),
            (BY_FILE, gettext_lazy("ตามรหัสในไฟล์")),
        ],
        widget=forms.RadioSelect,
    )
    type = forms.ChoiceField(label=gettext_lazy("ประเภทหน่วยงาน"), required=False)
    file = forms.FileField(
        label=gettext_lazy("ไฟล์รหัสหน่วยงาน (CSV หรือ XLSX มีคอลัมน์ “รหัส” หรือ code)"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx,.tsv,.txt"}),
    )

    def __init__(self, typed: Any = None, files: Any = None) -> None:  # noqa: ANN401 - Django's own dictionaries
        super().__init__(typed, files)
        offer(self, "type", [("", _("เลือกประเภท")), *type_choices()])

    def clean_file(self) -> "UploadedFile[bytes] | None":
        """Refuse what is too large before reading it."""
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file and (file.size or 0) > LARGEST_BYTES:
            raise forms.ValidationError(_("ไฟล์ใหญ่เกิน 20 MB แบ่งเป็นไฟล์เล็กลงก่อน"))
        return file

    def clean(self) -> dict[str, Any]:
        """What the choice needs."""
        cleaned = super().clean() or {}
        if cleaned.get("who") == BY_TYPE and not cleaned.get("type"):
            self.add_error("type", _("เลือกประเภทหน่วยงาน"))
        if cleaned.get("who") == BY_FILE and not cleaned.get("file") and "file" not in self.errors:
            self.add_error("file", _("เลือกไฟล์ก่อน"))
        return cleaned

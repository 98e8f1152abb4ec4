"""What is typed and brought while a plan is carried out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.portal.agencies.queries import Unit
from prongsai.portal.files.recognising import LARGEST
from prongsai.portal.files.taking_in import FileRefusedError, StoredFile, take_in
from prongsai.portal.plans.models import StepState
from prongsai.portal.ui.fields import offer

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MEGABYTE = 1024 * 1024
MOST_FILES = 10
PICTURES = "image/jpeg,image/png,image/webp"
FILES = f"{PICTURES},application/pdf,.docx,.xlsx"


class FilesInput(forms.ClearableFileInput):
    """Takes several files at once."""

    allow_multiple_selected = True


class EvidenceField(forms.FileField):
    """Several files, each recognised by its content."""

    def __init__(self, *, accept: str, capture: str = "", **named: Any) -> None:  # noqa: ANN401 - Django's own arguments
        attributes = {"accept": accept} | ({"capture": capture} if capture else {})
        super().__init__(required=False, widget=FilesInput(attrs=attributes), **named)

    def clean(self, data: Any, initial: Any = None) -> list[StoredFile]:  # noqa: ANN401 - one or several files
        """The files with what they are."""
        brought = data if isinstance(data, list | tuple) else [data]
        named = [file for file in brought if file]
        if len(named) > MOST_FILES:
            raise forms.ValidationError(_("แนบได้ครั้งละไม่เกิน %(count)s แฟ้ม") % {"count": MOST_FILES})
        return [_recognised(super(EvidenceField, self).clean(file, initial)) for file in named]


class ReportForm(forms.Form):
    """What was done, with pictures, files and a link."""

    text = forms.CharField(label=gettext_lazy("ทำอะไรไปแล้ว"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))
    pictures = EvidenceField(label=gettext_lazy("ถ่ายภาพ"), accept=PICTURES, capture="environment")
    documents = EvidenceField(
        label=gettext_lazy("แนบแฟ้มหรือเลือกภาพที่มีอยู่"),
        accept=FILES,
        help_text=gettext_lazy("PDF ภาพ DOCX หรือ XLSX แฟ้มละไม่เกิน 10 MB"),
    )
    link = forms.URLField(
        label=gettext_lazy("ลิงก์"), required=False, max_length=500, assume_scheme="https", help_text="https://…"
    )
    finished = forms.BooleanField(label=gettext_lazy("ขั้นตอนนี้เสร็จแล้ว"), required=False)

    def clean_link(self) -> str:
        """Only what a browser opens safely."""
        link: str = self.cleaned_data["link"]
        if link and not link.startswith(("https://", "http://")):
            raise forms.ValidationError(_("ลิงก์ต้องขึ้นต้นด้วย https:// หรือ http://"))
        return link

    @property
    def evidence(self) -> list[StoredFile]:
        """Pictures and files together."""
        return [*self.cleaned_data["pictures"], *self.cleaned_data["documents"]]


class CheckForm(forms.Form):
    """Verified, or what is missing."""

    verdict = forms.ChoiceField(choices=[("pass", "pass"), ("question", "question")])
    note = forms.CharField(label=gettext_lazy("ยังขาดอะไร"), required=False, max_length=500)


class ItemForm(forms.Form):
    """The disclosure item that a piece of evidence answers."""

    item = forms.ChoiceField(label=gettext_lazy("ข้อ OIT"))

    def __init__(self, *typed: Any, codes: Sequence[str], **named: Any) -> None:  # noqa: ANN401 - Django's own arguments
        super().__init__(*typed, **named)
        offer(self, "item", [(code, code.upper()) for code in codes])


class OutcomeForm(forms.Form):
    """What came of a measure."""

    outcome = forms.CharField(
        label=gettext_lazy("ผลลัพธ์หรือความสำเร็จ"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class StepFilterForm(forms.Form):
    """What board, list and timeline are narrowed to; a value that makes no sense narrows nothing."""

    unit = forms.TypedChoiceField(label=gettext_lazy("สำนัก/กอง"), coerce=int, required=False, empty_value=None)
    indicator = forms.TypedChoiceField(label=gettext_lazy("ตัวชี้วัด"), coerce=int, required=False, empty_value=None)
    state = forms.ChoiceField(label=gettext_lazy("สถานะ"), required=False)

    def __init__(self, asked: Any, *, units: Sequence[Unit]) -> None:  # noqa: ANN401 - a QueryDict
        super().__init__(asked)
        offer(self, "unit", [("", _("ทุกสำนัก/กอง")), *((unit.pk, unit.name) for unit in units)])
        offer(self, "indicator", [("", _("ทุกตัวชี้วัด")), *((n, str(n)) for n in range(1, 11))])
        states = [(state.value, state.label) for state in StepState]
        offer(self, "state", [("", _("ทุกสถานะ")), ("overdue", _("เกินกำหนด")), *states])

    def wanted(self) -> dict[str, Any]:
        """Unit, indicator and state that were asked for."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


def _recognised(file: "UploadedFile[Any] | None") -> StoredFile:
    if file is None or file.size is None or file.size > LARGEST:
        raise forms.ValidationError(_("แฟ้มใหญ่เกิน %(limit)s MB") % {"limit": LARGEST // MEGABYTE})
    try:
        return take_in(file.name or "", file.read())
    except FileRefusedError as refusal:
        raise forms.ValidationError(str(refusal)) from None

"""What is typed and brought while a plan is carried out."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.portal.agencies.queries import Unit
from prongsai.portal.files.fields import FILES, PICTURES, BroughtFilesField
from prongsai.portal.files.taking_in import StoredFile
from prongsai.portal.plans.models import StepState
from prongsai.portal.ui.fields import offer


class ReportForm(forms.Form):
    """What was done, with pictures, files and a link."""

    text = forms.CharField(label=gettext_lazy("ทำอะไรไปแล้ว"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))
    pictures = BroughtFilesField(label=gettext_lazy("ถ่ายภาพ"), accept=PICTURES, capture="environment")
    documents = BroughtFilesField(
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

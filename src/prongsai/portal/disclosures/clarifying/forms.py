"""What is typed about objections."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.portal.disclosures.models.answering import LONGEST_TEXT
from prongsai.portal.disclosures.models.assessing import LONGEST_REASON
from prongsai.sheets.web_addresses import read_addresses

GRANT, REFUSE = "grant", "refuse"
MOST_ADDRESSES = 10


class ObjectionForm(forms.Form):
    """Why an item is complete, and where that is seen."""

    text = forms.CharField(
        label=gettext_lazy("คำชี้แจง"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("เขียนคำชี้แจงก่อน")},
        help_text=gettext_lazy("บอกว่าองค์ประกอบที่ผู้ประเมินไม่พบอยู่ที่ใดของคำตอบที่ยืนยันไว้"),
    )
    urls = forms.CharField(
        label=gettext_lazy("ที่อยู่เว็บ (บรรทัดละหนึ่งแห่ง)"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def clean_urls(self) -> list[str]:
        """Web addresses, one a line."""
        text = self.cleaned_data["urls"]
        said = _("บรรทัดที่ %(number)s “%(line)s” ไม่ใช่ที่อยู่เว็บ เขียนให้ครบแบบ https://…")
        wrong = [
            said % {"number": number, "line": " ".join(others)[:80]}
            for number, line in enumerate(text.splitlines(), 1)
            if (others := read_addresses(line).others)
        ]
        if wrong:
            raise ValidationError(wrong)
        urls = read_addresses(text).urls
        if len(urls) > MOST_ADDRESSES:
            raise ValidationError(_("ใส่ได้ไม่เกิน %(n)s แห่ง") % {"n": MOST_ADDRESSES})
        return list(urls)


class ObjectionDecisionForm(forms.Form):
    """Whether an objection is granted, and why."""

    answer = forms.ChoiceField(
        label=gettext_lazy("คำตัดสิน"),
        choices=[(GRANT, gettext_lazy("รับคำชี้แจง ให้ครบถ้วน (100)")), (REFUSE, gettext_lazy("ไม่รับ คงผลเดิม"))],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("เลือกคำตัดสิน")},
    )
    decision = forms.CharField(
        label=gettext_lazy("เหตุผล (หน่วยงานและประชาชนจะได้อ่าน)"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("ต้องเขียนเหตุผล")},
    )

    @property
    def is_granted(self) -> bool:
        """Whether the item becomes complete."""
        return bool(self.cleaned_data["answer"] == GRANT)


class ErratumForm(forms.Form):
    """Which item's verdict is turned round, and why."""

    item = forms.CharField(max_length=4, widget=forms.HiddenInput)
    was = forms.TypedChoiceField(
        choices=[("yes", ""), ("no", "")], coerce=lambda said: said == "yes", widget=forms.HiddenInput
    )
    reason = forms.CharField(
        label=gettext_lazy("เหตุผลของการแก้ไข (แสดงต่อสาธารณะ)"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": gettext_lazy("ต้องเขียนเหตุผล")},
    )

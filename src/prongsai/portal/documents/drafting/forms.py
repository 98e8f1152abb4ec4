"""What an officer types on a paper and into it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.portal.documents.head import Head, Signer
from prongsai.portal.documents.models import LONGEST_TEXT, Digits, Order
from prongsai.portal.documents.passages import PassageView
from prongsai.portal.ui.fields import ThaiDateField

BLANK_SIGNATORIES = 1
MOST_SIGNATORIES = 12
SHORTEST_BOX, TALLEST_BOX = 3, 16
LETTERS_IN_A_LINE = 60
WAS = "was:"
"""Before the key of a passage: what the system wrote there when the form was opened."""


class StartForm(forms.Form):
    """Which paper is begun."""

    year = forms.IntegerField(min_value=2500, max_value=2699)
    kind = forms.SlugField(max_length=40)


class HeadForm(forms.Form):
    """What stands above a paper; `seen` is the revision that the form was filled from."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    number = forms.CharField(
        label=gettext_lazy("ที่ / เลขที่"), required=False, max_length=60, help_text=gettext_lazy("เช่น สพ 52001/123")
    )
    dated = ThaiDateField(
        label=gettext_lazy("ลงวันที่"), required=False, help_text=gettext_lazy("เขียนแบบ 30 ก.ย. 2569 เว้นว่างได้")
    )
    subject = forms.CharField(label=gettext_lazy("เรื่อง"), required=False, max_length=300)
    addressee = forms.CharField(label=gettext_lazy("เรียน"), required=False, max_length=200)
    digits = forms.ChoiceField(label=gettext_lazy("ตัวเลขในเอกสาร"), choices=Digits.choices, widget=forms.RadioSelect)

    def head(self, chain: tuple[Signer, ...]) -> Head:
        """What was typed, with who signs."""
        said = self.cleaned_data
        return Head(said["number"], said["dated"], said["subject"], said["addressee"], said["digits"], chain)


class SignatoryForm(forms.Form):
    """One who signs; without a role and a post there is nobody."""

    role = forms.CharField(
        label=gettext_lazy("ทำหน้าที่"), required=False, max_length=60, help_text=gettext_lazy("เช่น ผู้จัดทำ ผู้อนุมัติ")
    )
    post = forms.CharField(label=gettext_lazy("ตำแหน่ง"), required=False, max_length=120)
    name = forms.CharField(label=gettext_lazy("ชื่อที่จะพิมพ์"), required=False, max_length=120)
    acting_for = forms.CharField(label=gettext_lazy("รักษาการหรือปฏิบัติราชการแทน"), required=False, max_length=160)
    opinion = forms.CharField(label=gettext_lazy("ความเห็น"), required=False, max_length=500)
    order = forms.ChoiceField(label=gettext_lazy("คำสั่ง"), required=False, choices=[("", "–"), *Order.choices])
    dated = ThaiDateField(label=gettext_lazy("วันที่ลงนาม"), required=False)

    def clean(self) -> dict[str, Any]:
        """Whoever is named does something here or holds a post."""
        typed = super().clean() or {}
        if any(typed.values()) and not (typed.get("role") or typed.get("post")):
            self.add_error("role", _("บอกว่าทำหน้าที่อะไร หรือใส่ตำแหน่ง"))
        return typed

    @property
    def signer(self) -> Signer | None:
        """Who was typed."""
        said = self.cleaned_data
        return Signer(**said) if said.get("role") or said.get("post") else None


SignatoryForms = forms.formset_factory(
    SignatoryForm,
    extra=BLANK_SIGNATORIES,
    max_num=MOST_SIGNATORIES,
    validate_max=True,
    absolute_max=2 * MOST_SIGNATORIES,
)


class PassagesForm(forms.Form):
    """The passages of one part of a paper, a box for each."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *typed: Any, views: Sequence[PassageView], **named: Any) -> None:  # noqa: ANN401 - Django's own arguments
        super().__init__(*typed, **named)
        for position, view in enumerate(views, 1):
            self.fields[view.passage.key] = forms.CharField(
                label=_label(position, view),
                required=False,
                max_length=LONGEST_TEXT,
                initial=view.text,
                widget=forms.Textarea(attrs={"rows": _rows(view.text), "lang": "th"}),
            )
            self.fields[f"{WAS}{view.passage.key}"] = forms.CharField(
                required=False, initial=view.passage.text, widget=forms.HiddenInput
            )


def _label(position: int, view: PassageView) -> str:
    words = _("รายการที่ %(number)s (บรรทัดละข้อ)") if view.passage.is_list else _("ย่อหน้าที่ %(number)s")
    return words % {"number": position}


def _rows(text: str) -> int:
    needed = sum(1 + len(line) // LETTERS_IN_A_LINE for line in text.splitlines())
    return min(max(needed + 1, SHORTEST_BOX), TALLEST_BOX)

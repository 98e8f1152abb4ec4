"""What assessors and the office type."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.portal.disclosures.assessing.facts import MarkFacts, SeatingFacts
from prongsai.portal.disclosures.assessing.inputs import ElementInput
from prongsai.portal.disclosures.models.assessing import LONGEST_REASON
from prongsai.portal.ui.fields import offer

YES, NO = "yes", "no"
ANSWERS = [(YES, gettext_lazy("พบ")), (NO, gettext_lazy("ไม่พบ"))]
DECISIONS = [(YES, gettext_lazy("ครบถ้วน (100)")), (NO, gettext_lazy("ไม่ครบถ้วน (0)"))]
AGENCY, PROVINCE = "agency", "province"


class MarkForm(forms.Form):
    """A yes or no for each required element; a "no" asks why."""

    def __init__(self, data: object = None, *, required: Sequence[str], mark: MarkFacts | None) -> None:
        """Two fields an element, filled with the assessor's earlier mark."""
        super().__init__(data)  # type: ignore[arg-type]  # Django's own
        self.texts = tuple(required)
        earlier = {one.number: one for one in mark.elements} if mark else {}
        for number, text in enumerate(self.texts, 1):
            said = earlier.get(number)
            self.fields[f"there-{number}"] = forms.ChoiceField(
                label=text,
                choices=ANSWERS,
                widget=forms.RadioSelect,
                initial=None if said is None else YES if said.is_there else NO,
                error_messages={"required": gettext_lazy("เลือกว่าพบหรือไม่พบ")},
            )
            self.fields[f"reason-{number}"] = forms.CharField(
                label=_("เหตุผลที่ไม่พบองค์ประกอบที่ %(number)s") % {"number": number},
                max_length=LONGEST_REASON,
                required=False,
                initial=said.reason if said else "",
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @property
    def rows(self) -> list[tuple[int, forms.BoundField, forms.BoundField]]:
        """Number, choice and reason of each element."""
        return [(n, self[f"there-{n}"], self[f"reason-{n}"]) for n in range(1, len(self.texts) + 1)]

    def clean(self) -> dict[str, object]:
        """Every "no" has a reason."""
        cleaned = super().clean() or {}
        for number in range(1, len(self.texts) + 1):
            if cleaned.get(f"there-{number}") == NO and not str(cleaned.get(f"reason-{number}", "")).strip():
                self.add_error(f"reason-{number}", _("บอกว่าขาดอะไร หน่วยงานจะได้อ่านเมื่อถึงช่วงชี้แจง"))
        return cleaned

    def elements(self) -> list[ElementInput]:
        """The marks, once the form is valid."""
        given = self.cleaned_data
        numbers = range(1, len(self.texts) + 1)
        return [ElementInput(given[f"there-{n}"] == YES, given[f"reason-{n}"]) for n in numbers]


def as_seen(seating: SeatingFacts, sent: str) -> SeatingFacts:
    """The place with the version of the copy that the sent page showed: a newer one has not been looked at."""
    is_current = sent == str(seating.version)
    return seating if is_current else replace(seating, version=0)


class DecisionForm(forms.Form):
    """What an adjudicator decides, and why."""

    decision = forms.ChoiceField(
        label=gettext_lazy("คำตัดสิน"),
        choices=DECISIONS,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("เลือกคำตัดสิน")},
    )
    reason = forms.CharField(
        label=gettext_lazy("เหตุผล"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("ต้องเขียนเหตุผล")},
    )

    @property
    def is_complete(self) -> bool:
        """Whether the item is complete."""
        return bool(self.cleaned_data["decision"] == YES)


class ShareForm(forms.Form):
    """The seed from which anybody can share out again."""

    seed = forms.CharField(
        label=gettext_lazy("เลขตั้งต้นของการสุ่ม"),
        max_length=100,
        help_text=gettext_lazy("ประกาศเลขนี้ไว้ ผู้อื่นจะคำนวณการแบ่งงานซ้ำได้"),
        initial=lambda: secrets.token_hex(4),
        error_messages={"required": gettext_lazy("ใส่เลขหรือข้อความใดก็ได้ที่จะประกาศ")},
    )


class ConflictForm(forms.Form):
    """Whose tie with which agency or province."""

    person = forms.TypedChoiceField(
        label=gettext_lazy("ผู้ประเมิน"), coerce=int, error_messages={"required": gettext_lazy("เลือกผู้ประเมิน")}
    )
    code = forms.CharField(
        label=gettext_lazy("รหัสหน่วยงาน"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("ดูรหัสใต้ชื่อหน่วยงานในตารางด้านบน เว้นว่างถ้าเป็นทั้งจังหวัด"),
    )
    province = forms.CharField(label=gettext_lazy("จังหวัด"), max_length=60, required=False)
    reason = forms.CharField(
        label=gettext_lazy("เหตุผล"), max_length=500, error_messages={"required": gettext_lazy("ต้องเขียนเหตุผล")}
    )

    def __init__(self, data: object = None, *, people: Mapping[int, str], ids: Mapping[str, int]) -> None:
        """The assessors of now, and the numbers of all agencies by code."""
        super().__init__(data)  # type: ignore[arg-type]  # Django's own
        offer(self, "person", [("", _("เลือก")), *people.items()])
        self.ids = ids

    def clean(self) -> dict[str, object]:
        """An agency or a province, not both, and one that there is."""
        cleaned = super().clean() or {}
        code, province = str(cleaned.get("code", "")).strip(), str(cleaned.get("province", "")).strip()
        if bool(code) == bool(province):
            raise forms.ValidationError(_("ใส่รหัสหน่วยงานหรือจังหวัดอย่างใดอย่างหนึ่ง"))
        if code and code not in self.ids:
            self.add_error("code", _("ไม่พบหน่วยงานรหัส “%(code)s”") % {"code": code})
        return cleaned

    @property
    def agency_id(self) -> int | None:
        """The agency's number, if the tie is with one."""
        return self.ids.get(self.cleaned_data["code"].strip())

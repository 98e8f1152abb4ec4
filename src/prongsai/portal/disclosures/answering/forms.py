"""What people type for an item, hand out to units, and say when they hand in."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.portal.agencies.queries import Unit
from prongsai.portal.disclosures.answering.access import Answering
from prongsai.portal.disclosures.answering.inputs import Assignment, ItemInput
from prongsai.portal.ui.fields import ThaiDateField, offer
from prongsai.rulebook.instrument import Item
from prongsai.sheets.disclosures_file import LONGEST_EXPLANATION, LONGEST_REASON, MOST_ADDRESSES
from prongsai.sheets.web_addresses import read_addresses

ADDRESS_BOX = {"rows": 4, "class": "addresses", "spellcheck": "false", "autocapitalize": "none", "inputmode": "url"}


class ItemForm(forms.Form):
    """Addresses a line each, an explanation; or why the item does not apply."""

    urls = forms.CharField(
        label=gettext_lazy("ที่อยู่เว็บที่แสดงข้อนี้ (บรรทัดละหนึ่งที่อยู่ ตามลำดับที่ให้ผู้ประเมินเปิด)"),
        required=False,
        max_length=(1000 + 1) * MOST_ADDRESSES,
        widget=forms.Textarea(attrs=ADDRESS_BOX),
    )
    explanation = forms.CharField(
        label=gettext_lazy("คำอธิบายสำหรับผู้ประเมิน"),
        required=False,
        max_length=LONGEST_EXPLANATION,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    is_not_applicable = forms.BooleanField(label=gettext_lazy("ข้อนี้ไม่เกี่ยวข้องกับหน่วยงาน"), required=False)
    reason = forms.CharField(
        label=gettext_lazy("เหตุผลที่ไม่เกี่ยวข้อง"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean_urls(self) -> tuple[str, ...]:
        """The addresses in order; every line that holds none is named."""
        text = self.cleaned_data["urls"]
        if wrong := [
            _no_address(n, line) for n, line in enumerate(text.splitlines(), 1) if read_addresses(line).others
        ]:
            raise forms.ValidationError(wrong)
        urls = read_addresses(text).urls
        if len(urls) > MOST_ADDRESSES:
            raise forms.ValidationError(_("ข้อหนึ่งมีได้ไม่เกิน %(most)s ที่อยู่") % {"most": MOST_ADDRESSES})
        return urls

    def clean(self) -> dict[str, Any]:
        """An item either applies or has a reason; both at once cannot be meant."""
        cleaned = super().clean() or {}
        if cleaned.get("is_not_applicable"):
            if not cleaned.get("reason", "").strip() and "reason" not in self.errors:
                self.add_error("reason", _("เขียนเหตุผลว่าทำไมข้อนี้ไม่เกี่ยวข้อง"))
            if cleaned.get("urls"):
                self.add_error("is_not_applicable", _("มีที่อยู่เว็บอยู่ด้วย ลบที่อยู่ หรือเอาเครื่องหมายนี้ออก"))
        return cleaned

    def entry(self) -> ItemInput:
        """What was typed, as the action takes it."""
        given = self.cleaned_data
        reason = given["reason"].strip() if given["is_not_applicable"] else ""
        return ItemInput(given["urls"], given["explanation"].strip(), reason)


def _no_address(number: int, line: str) -> str:
    said = {"line": number, "found": " ".join(read_addresses(line).others)[:80]}
    return _("บรรทัดที่ %(line)s: “%(found)s” ไม่ใช่ที่อยู่เว็บ เขียนแบบ https://… บรรทัดละหนึ่งที่อยู่") % said


def initial_of(given: ItemInput) -> dict[str, object]:
    """A written item as the form shows it."""
    return {
        "urls": "\n".join(given.urls),
        "explanation": given.explanation,
        "is_not_applicable": bool(given.not_applicable),
        "reason": given.not_applicable,
    }


class AssignForm(forms.Form):
    """A unit and a day for each item of the year."""

    def __init__(self, typed: Any = None, *, here: Answering, units: list[Unit]) -> None:  # noqa: ANN401 - a QueryDict
        super().__init__(typed, initial=_assigned(here))
        self.here = here
        choices = [("", _("เจ้าหน้าที่ ITA")), *((str(unit.pk), unit.name) for unit in units)]
        for code in here.rules.items:
            self.fields[f"{code}-unit"] = forms.ChoiceField(
                label=_("สำนัก/กองของ %(item)s") % {"item": code.upper()}, required=False
            )
            offer(self, f"{code}-unit", choices)
            self.fields[f"{code}-due"] = ThaiDateField(
                label=_("กำหนดส่งของ %(item)s") % {"item": code.upper()}, required=False
            )
            for name in ("unit", "due"):
                field = self.fields[f"{code}-{name}"]
                field.widget.attrs["aria-label"] = field.label

    def rows(self) -> list[tuple[Item, forms.BoundField, forms.BoundField]]:
        """Each item with its two fields."""
        return [(item, self[f"{code}-unit"], self[f"{code}-due"]) for code, item in self.here.rules.items.items()]

    def assignments(self) -> dict[str, Assignment]:
        """Only what changed: others may be handing out at the same moment."""
        chosen = {code: self._chosen(code) for code in self.here.rules.items}
        before = {code: Assignment(item.unit_id, item.due_on) for code, item in self.here.items.items()}
        return {code: one for code, one in chosen.items() if one != before[code]}

    def _chosen(self, code: str) -> Assignment:
        unit = self.cleaned_data[f"{code}-unit"]
        return Assignment(int(unit) if unit else None, self.cleaned_data[f"{code}-due"])


class ReturnForm(forms.Form):
    """Why it goes back to the officer."""

    reason = forms.CharField(
        label=gettext_lazy("เหตุผลที่ส่งคืน"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("เขียนว่าให้เจ้าหน้าที่แก้ข้อใด อย่างไร")},
    )


def _assigned(here: Answering) -> dict[str, object]:
    found: dict[str, object] = {}
    for code, item in here.items.items():
        found |= {f"{code}-unit": str(item.unit_id or ""), f"{code}-due": item.due_on}
    return found

"""Form fields that forms of several areas share."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from prongsai.sheets.numbers import plain, read_whole
from prongsai.thai.dates import format_short_date, parse_date

EXAMPLE = "30 ก.ย. 2569"
EARLIEST, LATEST = date(1957, 1, 1), date(2156, 12, 31)
MOST_PEOPLE = 100_000_000


class ThaiDateInput(forms.TextInput):
    """Shows a day as people write it here."""

    def format_value(self, value: object) -> str | None:
        """A day as "30 ก.ย. 2569"; what was typed stays as it was typed."""
        return format_short_date(value) if isinstance(value, date) else super().format_value(value)


class ThaiDateField(forms.Field):
    """A day in the Buddhist era: "30 ก.ย. 2569", "30/9/2569", with Thai or Arabic digits; ISO is read too."""

    widget = ThaiDateInput

    def to_python(self, value: Any) -> date | None:  # noqa: ANN401 - whatever was typed
        """Read it."""
        text = str(value or "").strip()
        if isinstance(value, date) or not text:
            return value if isinstance(value, date) else None
        try:
            day = date.fromisoformat(text) if text[:4].isascii() and text[4:5] == "-" else parse_date(text)
        except ValueError:
            raise forms.ValidationError(_("อ่านวันที่ไม่ได้ เขียนแบบ %(example)s") % {"example": EXAMPLE}) from None
        if not EARLIEST <= day <= LATEST:  # as when a year of the other era is typed
            raise forms.ValidationError(_("ปีต้องเป็น พ.ศ. 2500 ถึง 2699 เขียนแบบ %(example)s") % {"example": EXAMPLE})
        return day


class CountField(forms.Field):
    """A whole number in Thai or Arabic digits."""

    def to_python(self, value: Any) -> int | None:  # noqa: ANN401 - Django's signature
        """Read it; nothing typed is not known."""
        text = plain(str(value or "")).replace(",", "")
        if not text:
            return None
        count = read_whole(text)
        if count is None or count > MOST_PEOPLE:
            raise forms.ValidationError(_("ใส่จำนวนเต็ม เช่น 99"))
        return count


def offer(form: forms.BaseForm, name: str, choices: list[tuple[Any, Any]]) -> None:
    """Give a choice field its choices."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared as one
    field.choices = choices

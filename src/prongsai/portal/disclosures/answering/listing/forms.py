"""A list of items with their addresses: pasted, or brought as a file."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.sheets.limits import LARGEST_BYTES

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

LONGEST_TEXT = 400_000


class ListForm(forms.Form):
    """Either of the two."""

    text = forms.CharField(
        label=gettext_lazy("วางรายการ"),
        required=False,
        max_length=LONGEST_TEXT,
        strip=False,
        help_text=gettext_lazy("คัดลอกจากตารางมาวางได้ทั้งตาราง หรือพิมพ์แถวละข้อ เช่น O1 https://… ข้อเดียวกันมีหลายแถวได้"),
        widget=forms.Textarea(attrs={"rows": 8, "class": "addresses", "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=gettext_lazy("หรือเลือกไฟล์ (CSV หรือ XLSX)"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx,.txt,.tsv"}),
        error_messages={
            "empty": gettext_lazy("ไฟล์ว่าง ใส่หัวตารางและข้อมูลอย่างน้อยหนึ่งแถว"),
            "max_length": gettext_lazy("ชื่อไฟล์ยาวเกินไป"),
        },
    )

    def clean_file(self) -> "UploadedFile[bytes] | None":
        """Refuse what is too large before reading it."""
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file is not None and (file.size or 0) > LARGEST_BYTES:
            raise forms.ValidationError(_("ไฟล์ใหญ่เกิน 20 MB แบ่งเป็นไฟล์เล็กลงก่อน"))
        return file or None

    def clean(self) -> dict[str, Any]:
        """Something must be there."""
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("file") and not cleaned.get("text", "").strip():
            self.add_error("text", _("วางรายการ หรือเลือกไฟล์ก่อน"))
        return cleaned

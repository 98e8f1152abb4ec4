"""A template's file and a logo, checked by the same rules as on the command line."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from prongsai.portal.documents.models import AgencyTemplate, TemplatedPaper

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from prongsai.papers.templates import Template

LOGO_ALONE = "paper: {paper}\nname: ตราของหน่วยงาน\n"
"""A template that changes nothing but the logo."""

LARGEST = 1024 * 1024 + 1
"""Bytes that are read of a file: one more than the largest that any rule takes, so that the rules refuse it."""


class EmblemForm(forms.Form):
    """The picture that stands where memos, orders and announcements have their emblem."""

    logo = forms.FileField(
        label=gettext_lazy("ตรา (PNG หรือ SVG ไม่เกิน 512 KB)"),
        help_text=gettext_lazy("วางในช่องตราของแบบฟอร์ม สูง 1.5 ซม. บนบันทึกข้อความ และ 3 ซม. บนคำสั่งและประกาศ"),
    )

    def clean_logo(self) -> bytes:
        """Its bytes, once they are a picture that can be used."""
        sent: UploadedFile[bytes] = self.cleaned_data["logo"]
        content: bytes = sent.read(LARGEST)
        read_or_refuse(LOGO_ALONE.format(paper=TemplatedPaper.MEMO.value).encode(), sent.name or "", content)
        return content


class TemplateForm(forms.Form):
    """The files of a template for one paper; one that is not brought anew stays."""

    file = forms.FileField(label=gettext_lazy("แฟ้มแบบเอกสาร (YAML หรือ JSON)"), required=False)
    logo = forms.FileField(
        label=gettext_lazy("ตราของหน่วยงาน (PNG หรือ SVG ถ้ามี)"),
        help_text=gettext_lazy("ไม่เกิน 512 KB ถ้าไม่เลือกแฟ้มใหม่ ตราที่ใช้อยู่จะคงไว้"),
        required=False,
    )

    def __init__(
        self,
        *typed: Any,  # noqa: ANN401 - Django's own arguments
        paper: TemplatedPaper,
        stored: AgencyTemplate | None,
        **named: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*typed, **named)
        self._paper, self._stored = paper, stored
        self.content, self.file_name, self.logo_content = b"", "", None
        self.template: Template | None = None

    def clean(self) -> dict[str, Any]:
        """Read both; what cannot be used is named by file, key, what was found and what to write instead."""
        typed = super().clean() or {}
        if not typed.get("file") and not typed.get("logo"):
            self.add_error("file", _("เลือกแฟ้มแบบเอกสาร ตรา หรือทั้งสองอย่าง"))
            return typed
        self.content, self.file_name = self._written(typed.get("file"))
        self.logo_content = typed["logo"].read(LARGEST) if typed.get("logo") else None
        self.template = read_or_refuse(self.content, self.file_name, self.logo_content)
        if self.template.written.paper != self._paper:
            found = {"found": self.template.written.paper, "wanted": self._paper.value}
            self.add_error("file", _("แฟ้มนี้เป็นแบบของ %(found)s ให้เขียน paper: %(wanted)s") % found)
        return typed

    def _written(self, sent: "UploadedFile[bytes] | None") -> tuple[bytes, str]:
        """What was brought, else what is in use, else a template of nothing."""
        if sent is not None:
            return sent.read(LARGEST), sent.name or ""
        if self._stored is not None:
            return self._stored.text.encode(), self._stored.file_name
        return LOGO_ALONE.format(paper=self._paper.value).encode(), ""


def read_or_refuse(content: bytes, file: str, logo: bytes | None) -> "Template":
    """The template; raises a form's error in the page's language."""
    from prongsai.papers.templates import TemplateError, read_template

    try:
        return read_template(content, file=file, logo=logo)
    except TemplateError as problem:
        language = "en" if (get_language() or "th").startswith("en") else "th"
        raise forms.ValidationError(problem.text(language)) from None

"""A template's file and a logo, checked by the same rules as on the command line."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from prongsai.portal.documents.models import TemplatedPaper

if TYPE_CHECKING:
    from prongsai.papers.templates import Template


class TemplateForm(forms.Form):
    """The files of a template for one paper."""

    file = forms.FileField(label=gettext_lazy("แฟ้มแบบเอกสาร (YAML หรือ JSON)"))
    logo = forms.FileField(label=gettext_lazy("ตราของหน่วยงาน (PNG หรือ SVG ถ้ามี)"), required=False)

    def __init__(self, *typed: Any, paper: TemplatedPaper, **named: Any) -> None:  # noqa: ANN401 - Django's own arguments
        super().__init__(*typed, **named)
        self._paper = paper
        self.content, self.logo_content = b"", None
        self.template: Template | None = None

    def clean(self) -> dict[str, Any]:
        """Read both; what cannot be used is named by file, key, what was found and what to write instead."""
        typed = super().clean() or {}
        if not typed.get("file"):
            return typed
        self.content = typed["file"].read()
        self.logo_content = typed["logo"].read() if typed.get("logo") else None
        from prongsai.papers.templates import TemplateError, read_template

        try:
            self.template = read_template(self.content, file=typed["file"].name, logo=self.logo_content)
        except TemplateError as problem:
            language = "en" if (get_language() or "th").startswith("en") else "th"
            raise forms.ValidationError(problem.text(language)) from None
        if self.template.written.paper != self._paper:
            found = {"found": self.template.written.paper, "wanted": self._paper.value}
            self.add_error("file", _("แฟ้มนี้เป็นแบบของ %(found)s ให้เขียน paper: %(wanted)s") % found)
        return typed

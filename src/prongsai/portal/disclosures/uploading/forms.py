"""What is brought to be published."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.portal.files.fields import FILES, BroughtFilesField
from prongsai.portal.files.taking_in import StoredFile


class UploadForm(forms.Form):
    """One or several files."""

    documents = BroughtFilesField(
        label=gettext_lazy("แฟ้มที่จะเผยแพร่"),
        accept=FILES,
        help_text=gettext_lazy("PDF ภาพ DOCX หรือ XLSX แฟ้มละไม่เกิน 10 MB ทุกคนจะเปิดได้ทันที"),
    )

    def clean_documents(self) -> list[StoredFile]:
        """At least one."""
        files: list[StoredFile] = self.cleaned_data["documents"]
        if not files:
            raise forms.ValidationError(_("เลือกแฟ้มก่อน"))
        return files

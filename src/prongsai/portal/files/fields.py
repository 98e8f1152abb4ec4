"""A form field for files that people bring."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _

from prongsai.portal.files.recognising import LARGEST
from prongsai.portal.files.taking_in import FileRefusedError, StoredFile, take_in

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MEGABYTE = 1024 * 1024
MOST_FILES = 10
PICTURES = "image/jpeg,image/png,image/webp"
FILES = f"{PICTURES},application/pdf,.docx,.xlsx"


class FilesInput(forms.ClearableFileInput):
    """Takes several files at once."""

    allow_multiple_selected = True


class BroughtFilesField(forms.FileField):
    """Several files, each recognised by its content."""

    def __init__(self, *, accept: str, capture: str = "", **named: Any) -> None:  # noqa: ANN401 - Django's own arguments
        attributes = {"accept": accept} | ({"capture": capture} if capture else {})
        super().__init__(required=False, widget=FilesInput(attrs=attributes), **named)

    def clean(self, data: Any, initial: Any = None) -> list[StoredFile]:  # noqa: ANN401 - one or several files
        """The files with what they are."""
        brought = data if isinstance(data, list | tuple) else [data]
        named = [file for file in brought if file]
        if len(named) > MOST_FILES:
            raise forms.ValidationError(_("แนบได้ครั้งละไม่เกิน %(count)s แฟ้ม") % {"count": MOST_FILES})
        for file in named:
            _refuse_by_size(file)
        return [_recognised(super(BroughtFilesField, self).clean(file, initial)) for file in named]


def _refuse_by_size(file: "UploadedFile[Any]") -> None:
    """Of several files at once the one that cannot be taken is named."""
    if not file.size:
        raise forms.ValidationError(_("แฟ้ม %(name)s ว่างเปล่า") % {"name": file.name})
    if file.size > LARGEST:
        told = {"name": file.name, "limit": LARGEST // MEGABYTE}
        raise forms.ValidationError(_("แฟ้ม %(name)s ใหญ่เกิน %(limit)s MB") % told)


def _recognised(file: "UploadedFile[Any] | None") -> StoredFile:
    assert file is not None  # noqa: S101 - one that was brought
    try:
        return take_in(file.name or "", file.read())
    except FileRefusedError as refusal:
        raise forms.ValidationError(str(refusal)) from None

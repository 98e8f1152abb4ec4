"""Reads a file of wording that the office brings."""

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.portal.rounds.questionnaires import Texts
from prongsai.portal.rounds.wording.problem_words import field_words, problem_words
from prongsai.portal.ui.language import is_english
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.survey_wording import WordingProblem, problems_of
from prongsai.sheets.limits import LARGEST_BYTES
from prongsai.sheets.opening import read_sheet
from prongsai.sheets.problems import Language, SheetError
from prongsai.sheets.wording_file import read_wording

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST_SHOWN = 50


class FileForm(forms.Form):
    """A file of wording."""

    file = forms.FileField(
        label=gettext_lazy("ไฟล์ถ้อยคำ (CSV หรือ XLSX)"),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx,.tsv,.txt"}),
        error_messages={"required": gettext_lazy("เลือกไฟล์ก่อน"), "invalid": gettext_lazy("เลือกไฟล์ก่อน")},
    )

    def clean_file(self) -> "UploadedFile[bytes]":
        """Refuse what is too large before reading it."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST_BYTES:
            raise forms.ValidationError(_("ไฟล์ใหญ่เกิน 20 MB แบ่งเป็นไฟล์เล็กลงก่อน"))
        return file


def read_upload(form: FileForm, year: YearInstrument) -> Texts | None:
    """A complete wording, or `None` with every mistake added to the form."""
    if not form.is_valid():
        return None
    file, language = form.cleaned_data["file"], _language()
    try:
        found = read_wording(read_sheet(file.name, file.read()))
    except SheetError as trouble:
        _add(form, [problem.text(language) for problem in trouble.problems])
        return None
    problems = problems_of(year, found.wording)
    _add(form, [_placed(problem, found.rows) for problem in problems])
    return None if problems else found.wording


def _placed(problem: WordingProblem, rows: dict[str, int]) -> str:
    place = [_("ข้อ %(code)s") % {"code": problem.code}]
    if problem.code in rows:
        place.append(_("แถว %(row)s") % {"row": rows[problem.code]})
    if problem.field:
        place.append(field_words(problem.field))
    return f"{' · '.join(place)}: {problem_words(problem)}"


def _add(form: FileForm, sentences: list[str]) -> None:
    for sentence in sentences[:MOST_SHOWN]:
        form.add_error("file", sentence)


def _language() -> Language:
    return "en" if is_english() else "th"

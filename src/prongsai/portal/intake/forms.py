"""A file of answers, and for whom it is."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.portal.agencies.queries import find_agency
from prongsai.portal.intake.access import Aim
from prongsai.portal.rounds.queries import RoundFacts, instrument_of, participation
from prongsai.portal.rounds.questionnaires import questionnaire
from prongsai.portal.ui.fields import offer
from prongsai.rulebook.instrument import Instrument
from prongsai.sheets.limits import LARGEST_BYTES

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


class AnswersFileForm(forms.Form):
    """The agency by its code, the survey, the file."""

    agency = forms.SlugField(
        label=gettext_lazy("รหัสหน่วยงาน"),
        max_length=60,
        help_text=gettext_lazy("รหัสที่แสดงใต้ชื่อหน่วยงานในรอบนี้"),
        error_messages={"invalid": gettext_lazy("รหัสมีแต่ตัวอักษรอังกฤษ ตัวเลข และขีด")},
    )
    part = forms.ChoiceField(label=gettext_lazy("แบบวัด"))
    file = forms.FileField(
        label=gettext_lazy("ไฟล์คำตอบ (CSV, XLSX หรือ JSON)"),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx,.json,.txt,.tsv"}),
        error_messages={
            "required": gettext_lazy("เลือกไฟล์ก่อน"),
            "empty": gettext_lazy("ไฟล์ว่าง ใส่หัวตารางและข้อมูลอย่างน้อยหนึ่งแถว"),
            "missing": gettext_lazy("เลือกไฟล์ก่อน"),
            "invalid": gettext_lazy("เลือกไฟล์ก่อน"),
            "max_length": gettext_lazy("ชื่อไฟล์ยาวเกินไป"),
        },
    )

    def __init__(self, *given: Any, facts: RoundFacts, **named: Any) -> None:  # noqa: ANN401 - Django's own
        super().__init__(*given, **named)
        self.facts, self.year = facts, instrument_of(facts)
        offer(self, "part", [(part.value, part.value) for part in self.year.survey_by_part])

    def clean_agency(self) -> Aim:
        """An agency that takes part; the survey is chosen later."""
        code = self.cleaned_data["agency"]
        agency = find_agency(code)
        if agency is None or participation(self.facts.id, agency.pk) is None:
            raise forms.ValidationError(_("ไม่พบหน่วยงานรหัส %(code)s ในรอบนี้") % {"code": code})
        first = next(iter(self.year.survey_by_part))
        names = (agency.code, agency.name_th, agency.name_en)
        return Aim(self.facts, agency.pk, agency.code, names, questionnaire(self.facts, first))

    def clean_file(self) -> "UploadedFile[bytes]":
        """Refuse what is too large before reading it."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST_BYTES:
            raise forms.ValidationError(_("ไฟล์ใหญ่เกิน 20 MB แบ่งเป็นไฟล์เล็กลงก่อน"))
        return file

    @property
    def aim(self) -> Aim:
        """For which agency and survey it is."""
        found: Aim = self.cleaned_data["agency"]
        form = questionnaire(self.facts, Instrument(self.cleaned_data["part"]))
        return Aim(found.round, found.agency_id, found.agency_code, found.agency_names, form)

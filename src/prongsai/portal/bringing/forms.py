"""The shape of what an officer types or sends."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.portal.bringing.actions import LONGEST_NOTE
from prongsai.portal.bringing.checking import Note
from prongsai.portal.bringing.fields import COMPLETE, Typed, field_of, texts_of
from prongsai.portal.bringing.layout import Cell, Group, Line, lay_out
from prongsai.portal.bringing.preview import FileYear
from prongsai.portal.results.figures import Figure, scores_by_place
from prongsai.rulebook.evidence import Place, instrument_place
from prongsai.rulebook.instrument import Instrument, YearInstrument
from prongsai.rulebook.overall_scoring import score_agency
from prongsai.sheets.limits import LARGEST_BYTES

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

Counts = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class FilledCell:
    """A field with what is said beside it."""

    cell: Cell
    field: forms.BoundField
    note: Note | None


@dataclass(frozen=True, slots=True)
class FilledLine:
    """A line of the form, ready to lay out."""

    line: Line
    cells: tuple[FilledCell, ...]


@dataclass(frozen=True, slots=True)
class FilledGroup:
    """A group of the form, ready to lay out; opens where something is wrong."""

    group: Group
    lines: tuple[FilledLine, ...]
    is_open: bool
    filled: int


class ResultForm(forms.Form):
    """All figures of a year; every field may stay empty."""

    blank_items_complete = forms.BooleanField(label=gettext_lazy("ข้อ OIT ที่เว้นว่างทั้งหมดครบถ้วน"), required=False)
    source_note = forms.CharField(
        label=gettext_lazy("ที่มาของตัวเลข"),
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(
        self,
        typed: Any = None,  # noqa: ANN401 - a QueryDict
        *,
        year: YearInstrument,
        stored: Sequence[Figure] = (),
        source_note: str = "",
        read_only: bool = False,
    ) -> None:
        self.year, self.stored, self.layout = year, tuple(stored), lay_out(year)
        super().__init__(typed, initial=texts_of(stored) | {"source_note": source_note})
        for cell in self._cells():
            self.fields[cell.name] = field_of(cell)
        for field in self.fields.values():
            field.disabled = read_only

    def clean(self) -> dict[str, Any]:
        """No more people can answer than there are."""
        cleaned = super().clean() or {}
        for part in self.year.survey_by_part:
            n, population = cleaned.get(f"{part}-n"), cleaned.get(f"{part}-population")
            if n is not None and population is not None and n > population:
                self.add_error(f"{part}-n", _("จำนวนผู้ตอบต้องไม่เกินจำนวนทั้งหมด"))
            if (n is not None or population is not None) and cleaned.get(f"{part}-instrument") is None:
                self._fill_in(part)
        return cleaned

    def _fill_in(self, part: Instrument) -> None:
        """Counts are kept with their instrument's score: take the computed one where none was typed."""
        result = score_agency(self.year, scores_by_place(self.figures()))
        computed = result.score(instrument_place(part)).value
        if computed is None:
            self.add_error(f"{part}-instrument", _("ใส่คะแนนด้วย จำนวนผู้ตอบเก็บคู่กับคะแนนของเครื่องมือ"))
        else:
            self.cleaned_data[f"{part}-instrument"] = Typed(computed)

    def figures(self) -> list[Figure]:
        """What was typed, as figures; fields that cannot be read state nothing."""
        return [figure for cell in self._cells() if (figure := self._figure(cell)) is not None]

    def states_something(self) -> bool:
        """Whether any figure was typed; says so at the form's head where none was."""
        if not self.figures():
            self.add_error(None, _("ยังไม่ได้ใส่ตัวเลขใด ใส่อย่างน้อยหนึ่งช่อง"))
        return self.is_valid()

    def groups(self, notes: Mapping[str, Note]) -> Iterator[FilledGroup]:
        """The form as it is laid out."""
        for group in self.layout:
            lines = tuple(self._line(line, notes) for line in group.lines)
            cells = [cell for line in lines for cell in line.cells]
            wrong = any(cell.field.errors or (cell.note and cell.note.tone == "wrong") for cell in cells)
            filled = sum(cell.field.value() not in {None, ""} for cell in cells)
            yield FilledGroup(group, lines, group.starts_open or wrong, filled)

    def _line(self, line: Line, notes: Mapping[str, Note]) -> FilledLine:
        return FilledLine(
            line, tuple(FilledCell(cell, self[cell.name], self._note(cell, notes)) for cell in line.cells)
        )

    def _note(self, cell: Cell, notes: Mapping[str, Note]) -> Note | None:
        errors = self.errors.get(cell.name)
        return Note("wrong", " ".join(map(str, errors))) if errors else notes.get(cell.name)

    def _cells(self) -> Iterator[Cell]:
        return (cell for group in self.layout for line in group.lines for cell in line.cells)

    def _figure(self, cell: Cell) -> Figure | None:
        if cell.kind in {"n", "population"}:
            return None
        n, population = self._counts(cell.place)
        typed = self.cleaned_data.get(cell.name)
        if cell.kind == "item":
            verdict = typed or (COMPLETE if self.cleaned_data.get("blank_items_complete") else "")
            return Figure(cell.place, Decimal(verdict)) if verdict else None
        if typed is not None:
            return Figure(cell.place, typed.score, n, population)
        return None

    def _counts(self, place: Place) -> Counts:
        """Typed for an instrument; a question keeps what is stored, as the form does not ask."""
        if place.code == "instrument":
            return self.cleaned_data.get(f"{place.instrument}-n"), self.cleaned_data.get(
                f"{place.instrument}-population"
            )
        return next(((f.n, f.population) for f in self.stored if f.place == place), (None, None))


class ScoresFileForm(forms.Form):
    """A scores file."""

    file = forms.FileField(
        label=gettext_lazy("ไฟล์คะแนน (CSV, XLSX หรือ JSON)"),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx,.json,.txt,.tsv"}),
        error_messages={
            "required": gettext_lazy("เลือกไฟล์ก่อน"),
            "empty": gettext_lazy("ไฟล์ว่าง ใส่หัวตารางและข้อมูลอย่างน้อยหนึ่งแถว"),
            "missing": gettext_lazy("เลือกไฟล์ก่อน"),
            "invalid": gettext_lazy("เลือกไฟล์ก่อน"),
            "max_length": gettext_lazy("ชื่อไฟล์ยาวเกินไป"),
        },
    )

    def clean_file(self) -> "UploadedFile[bytes]":
        """Refuse what is too large before reading it."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST_BYTES:
            raise forms.ValidationError(_("ไฟล์ใหญ่เกิน 20 MB แบ่งเป็นไฟล์เล็กลงก่อน"))
        return file


class TakeOverForm(forms.Form):
    """Which years of a waiting file to take over."""

    chosen = forms.TypedMultipleChoiceField(
        coerce=int, required=False, error_messages={"invalid_choice": gettext_lazy("เลือกจากรายการในไฟล์")}
    )
    confirmed = forms.BooleanField(required=False)

    def __init__(self, typed: Any = None, *, years: Sequence[FileYear]) -> None:  # noqa: ANN401 - a QueryDict
        super().__init__(typed)
        self.years = years
        field = self.fields["chosen"]
        assert isinstance(field, forms.TypedMultipleChoiceField)  # noqa: S101 - declared above
        field.choices = [(number, str(number)) for number in range(len(years))]

    def clean(self) -> dict[str, Any]:
        """At least one year, each once, and somebody else's name only when confirmed."""
        cleaned = super().clean() or {}
        chosen = [self.years[number] for number in cleaned.get("chosen", [])]
        if not chosen:
            raise forms.ValidationError(_("เลือกอย่างน้อยหนึ่งปี"))
        if len({entry.year for entry in chosen}) < len(chosen):
            raise forms.ValidationError(_("เลือกปีเดียวกันสองรายการไม่ได้ เลือกเพียงรายการเดียวของแต่ละปี"))
        if not all(entry.is_ours for entry in chosen) and not cleaned.get("confirmed"):
            raise forms.ValidationError(_("ชื่อหน่วยงานในไฟล์ไม่ตรงกับหน่วยงานนี้ ยืนยันก่อนว่าเป็นตัวเลขของหน่วยงานนี้"))
        return cleaned

    def wanted(self) -> list[FileYear]:
        """The chosen years."""
        return [self.years[number] for number in self.cleaned_data["chosen"]]

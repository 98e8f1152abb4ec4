"""The document that an officer sends, and what she decides about each figure read in it."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.portal.bringing.fields import ScoreField, Typed, texts_of
from prongsai.portal.bringing.forms import ScoresFileForm
from prongsai.portal.bringing.from_document.actions import SettledYear
from prongsai.portal.bringing.from_document.statements import ReadYear, Statement, places_of
from prongsai.portal.bringing.layout import Cell
from prongsai.portal.results.figures import Figure
from prongsai.portal.ui.language import pick
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.loading import known_years, load_year

if TYPE_CHECKING:
    from prongsai.papers.reading.found import Reading

OTHER, OUT = "other", "out"
VERDICTS = (Decimal(0), Decimal(100))


class DocumentFileForm(ScoresFileForm):
    """A document; once valid, `reading` is what it says and `sha256` its fingerprint."""

    file = forms.FileField(
        label=gettext_lazy("เอกสาร (DOCX, PDF หรือข้อความ TXT)"),
        widget=forms.ClearableFileInput(attrs={"accept": ".docx,.pdf,.txt"}),
        error_messages={
            "required": gettext_lazy("เลือกไฟล์ก่อน"),
            "empty": gettext_lazy("ไฟล์ว่าง ไม่มีข้อความให้อ่าน"),
            "missing": gettext_lazy("เลือกไฟล์ก่อน"),
            "invalid": gettext_lazy("เลือกไฟล์ก่อน"),
            "max_length": gettext_lazy("ชื่อไฟล์ยาวเกินไป"),
        },
    )
    reading: "Reading"
    sha256 = ""

    def clean(self) -> dict[str, Any]:
        """Read it by what it is, not by its name; what cannot be read is said with what to bring instead."""
        cleaned = super().clean() or {}
        if cleaned.get("file"):
            content = cleaned["file"].read()
            self.sha256 = hashlib.sha256(content).hexdigest()
            self._read(content)
        return cleaned

    def _read(self, content: bytes) -> None:
        from prongsai.papers.reading.reading import read_content
        from prongsai.papers.reading.unreadable import UnreadableError

        try:
            self.reading = read_content(content)
        except UnreadableError as trouble:
            self.add_error("file", pick(trouble.th, trouble.en))


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be brought of a statement: nothing where the value is empty."""

    statement: Statement
    value: Typed | None

    @property
    def is_by_person(self) -> bool:
        """Whether the score is a person's: a settled doubt, or another score than the one read."""
        return self.value is not None and self.value.score != self.statement.score


class SettlingForm(forms.Form):
    """A field for each figure that is certain, a choice with a free field for each that is not."""

    chosen = forms.MultipleChoiceField(
        required=False, error_messages={"invalid_choice": gettext_lazy("เลือกจากปีที่พบในเอกสาร")}
    )

    def __init__(self, typed: Any = None, *, years: Sequence[ReadYear], kept: Mapping[int, bool]) -> None:  # noqa: ANN401 - a QueryDict
        super().__init__(typed)
        self.years, self._kept = tuple(years), kept
        chosen = self.fields["chosen"]
        assert isinstance(chosen, forms.MultipleChoiceField)  # noqa: S101 - declared above
        chosen.choices = [(year.key, year.key) for year in years]
        for year in years:
            self._add_fields(year)

    def _add_fields(self, year: ReadYear) -> None:
        self.fields[f"{year.key}-replace"] = forms.BooleanField(required=False)
        if year.year is None:
            known = [("", "–"), *((str(one), str(one)) for one in reversed(known_years()))]
            self.fields[f"{year.key}-year"] = forms.ChoiceField(choices=known, required=False)
        for statement in year.statements:
            name = year.field(statement.place)
            if statement.is_certain:
                self.fields[name] = _score_field(about=name, initial=_text_of(statement))
            else:
                choices = [(f"{score}", f"{score:.2f}") for score in statement.candidates]
                choices += [(OTHER, _("ค่าอื่น")), (OUT, _("ไม่นำเข้า"))]
                self.fields[name] = forms.ChoiceField(choices=choices, required=False, widget=forms.RadioSelect)
                self.fields[f"{name}-other"] = _score_field(about=name)

    def clean(self) -> dict[str, Any]:
        """Each chosen year once, every doubt in it decided, and what stands replaced only on her word."""
        cleaned = super().clean() or {}
        wanted = [year for year in self.years if year.key in cleaned.get("chosen", [])]
        if not wanted and "chosen" not in self.errors:
            raise forms.ValidationError(_("เลือกอย่างน้อยหนึ่งปี"))
        for year in wanted:
            self._check_year(year)
        targets = [target for year in wanted if (target := self.target(year)) is not None]
        if len(set(targets)) < len(targets):
            raise forms.ValidationError(_("เลือกปีเดียวกันสองรายการไม่ได้ เลือกเพียงรายการเดียวของแต่ละปี"))
        return cleaned

    def target(self, year: ReadYear) -> int | None:
        """The fiscal year that the figures are of; empty until she says it where the document does not."""
        if year.year is not None:
            return year.year
        typed = self.cleaned_data.get(f"{year.key}-year") if self.is_bound else ""
        return int(typed) if typed else None

    def rules(self, year: ReadYear) -> YearInstrument:
        """The rules by which the figures are checked."""
        target = self.target(year)
        return year.rules if target is None else load_year(target)

    def decisions(self, year: ReadYear) -> list[Decision]:
        """What is decided so far, before anything is typed: what the reading is sure of."""
        if not self.is_bound:
            return [Decision(one, Typed(one.score) if one.is_certain else None) for one in year.statements]
        return [Decision(one, self._value(year, one)) for one in year.statements]

    def figures(self, year: ReadYear) -> list[Figure]:
        """The figures so far."""
        known = set(places_of(self.rules(year)))
        decided = ((one.statement.place, one.value) for one in self.decisions(year))
        return [Figure(place, value.score) for place, value in decided if value is not None and place in known]

    def settled(self) -> Iterator[SettledYear]:
        """The chosen years as they are brought."""
        for year in self.years:
            target = self.target(year)
            if year.key in self.cleaned_data["chosen"] and target is not None:
                decisions = self.decisions(year)
                by_person = tuple(one.statement.place for one in decisions if one.is_by_person)
                left_out = tuple(one.statement.place for one in decisions if one.value is None)
                yield SettledYear(target, tuple(self.figures(year)), by_person, left_out)

    def open_doubts(self, year: ReadYear) -> int:
        """How many figures still wait for her decision."""
        names = [year.field(one.place) for one in year.statements if not one.is_certain]
        return sum(1 for name in names if not self.is_bound or self._undecided(name) is not None)

    def _check_year(self, year: ReadYear) -> None:
        target = self.target(year)
        if target is None:
            self.add_error(f"{year.key}-year", _("เลือกปีงบประมาณของตัวเลขเหล่านี้"))
            return
        if self._kept.get(target) and not self.cleaned_data.get(f"{year.key}-replace"):
            self.add_error(f"{year.key}-replace", _("ปี %(year)s มีตัวเลขอยู่แล้ว ยืนยันก่อนว่าจะแทนที่") % {"year": target})
        for statement in year.statements:
            self._check_statement(year, statement)
        if not self.figures(year):
            self.add_error("chosen", _("ปี %(year)s ไม่มีตัวเลขให้นำเข้า") % {"year": target})

    def _check_statement(self, year: ReadYear, statement: Statement) -> None:
        name = year.field(statement.place)
        if name in self.errors or f"{name}-other" in self.errors:
            return
        problem = None if statement.is_certain else self._undecided(name)
        value = self._value(year, statement)
        if problem is None and value is not None:
            problem = _misplaced(self.rules(year), statement.place, value)
        if problem is not None:
            self.add_error(name, problem)

    def _undecided(self, name: str) -> str | None:
        """Why a doubt is not decided yet."""
        choice, other = self.cleaned_data.get(name), self.cleaned_data.get(f"{name}-other")
        if not choice and other is None:
            return _("ยังไม่ได้ตัดสิน เลือกค่าหนึ่ง พิมพ์ค่าเอง หรือเลือกไม่นำเข้า")
        if choice == OTHER and other is None:
            return _("พิมพ์ค่าในช่องค่าอื่น เช่น 93.33")
        if choice and choice != OTHER and other is not None:
            return _("เลือกค่าหนึ่งหรือพิมพ์ค่าเอง อย่างใดอย่างหนึ่ง")
        return None

    def _value(self, year: ReadYear, statement: Statement) -> Typed | None:
        name = year.field(statement.place)
        typed = self.cleaned_data.get(name)
        if statement.is_certain:
            return typed
        if not typed or typed == OTHER:
            return self.cleaned_data.get(f"{name}-other")
        return None if typed == OUT else Typed(Decimal(typed))


def _misplaced(rules: YearInstrument, place: Place, value: Typed) -> str | None:
    """Why a score cannot stand at its place in a year."""
    if place not in places_of(rules):
        return _("ปี %(year)s ไม่มีข้อนี้ ลบค่าหรือเลือกไม่นำเข้า") % {"year": rules.year}
    if place.code in rules.items and value.score is not None and value.score not in VERDICTS:
        return _("ข้อ OIT ได้ 100 หรือ 0 เท่านั้น")
    return None


def _score_field(*, about: str, initial: str = "") -> ScoreField:
    attrs = {"inputmode": "decimal", "autocomplete": "off", "maxlength": 12, "aria-describedby": f"about-{about}"}
    return ScoreField(required=False, initial=initial, widget=forms.TextInput(attrs=attrs))


def _text_of(statement: Statement) -> str:
    """The score as the year's own form shows it."""
    texts = texts_of([Figure(statement.place, statement.score)])
    if statement.place.code.startswith("o"):
        return f"{statement.score:.2f}"
    return texts[Cell(statement.place, "score", "").name]

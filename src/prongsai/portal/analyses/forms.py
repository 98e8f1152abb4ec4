"""The shape of what an officer writes in an analysis."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.portal.analyses.models import (
    LONGEST_TEXT,
    Constraint,
    ConstraintGroup,
    FindingKind,
    FindingState,
)
from prongsai.portal.analyses.places import choices_of, chosen_place
from prongsai.portal.analyses.topics import topic_of
from prongsai.portal.ui.language import pick
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import YearInstrument

TOO_LONG = gettext_lazy("ยาวเกินไป เขียนไม่เกิน 2,000 ตัวอักษร")


def text_field(label: Any, *, rows: int = 3, required: bool = True) -> forms.CharField:  # noqa: ANN401 - lazy text too
    """Several lines of the officer's own words."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"max_length": TOO_LONG, "required": gettext_lazy("เขียนข้อความก่อน")},
    )


def problems_of(form: forms.Form) -> tuple[str, ...]:
    """Everything that is wrong, as sentences."""
    return tuple(str(error) for errors in form.errors.values() for error in errors)


class JudgementForm(forms.Form):
    """Which findings, and what becomes of them."""

    finding = forms.TypedMultipleChoiceField(coerce=int)
    state = forms.ChoiceField(choices=FindingState.choices)

    def __init__(self, typed: Any, *, known: list[int]) -> None:  # noqa: ANN401 - a QueryDict
        super().__init__(typed)
        field = self.fields["finding"]
        assert isinstance(field, forms.TypedMultipleChoiceField)  # noqa: S101 - declared above
        field.choices = [(number, str(number)) for number in known]


class RewordingForm(forms.Form):
    """A finding in the officer's words."""

    text_th = text_field(gettext_lazy("ถ้อยคำ"), required=False)


class OwnFindingForm(forms.Form):
    """A finding that the rules could not see."""

    kind = forms.ChoiceField(
        label=gettext_lazy("เป็น"),
        choices=[
            (FindingKind.OWN_WEAKNESS.value, gettext_lazy("จุดที่ควรพัฒนา")),
            (FindingKind.OWN_STRENGTH.value, gettext_lazy("จุดแข็ง")),
        ],
    )
    about = forms.ChoiceField(
        label=gettext_lazy("เกี่ยวกับ"),
        required=False,
        help_text=gettext_lazy("ข้อที่เลือกจะได้มาตรการตามคำแนะนำของข้อนั้นในแผน"),
    )
    topic = forms.TypedChoiceField(
        label=gettext_lazy("ประเด็นการพัฒนา"),
        coerce=int,
        empty_value=None,
        required=False,
        help_text=gettext_lazy("เว้นว่างไว้ ระบบใช้ประเด็นของข้อที่เลือก"),
    )
    text_th = text_field(gettext_lazy("ข้อค้นพบ"))

    def __init__(self, typed: Any = None, *, year: YearInstrument) -> None:  # noqa: ANN401 - a QueryDict
        super().__init__(typed, prefix="own")
        topic, about = self.fields["topic"], self.fields["about"]
        assert isinstance(topic, forms.TypedChoiceField)  # noqa: S101 - declared above
        assert isinstance(about, forms.ChoiceField)  # noqa: S101 - declared above
        topics = [(t.number, f"{t.number}. {pick(t.name_th, t.name_en)}") for t in year.advice.topics]
        topic.choices = [("", _("ไม่ระบุ")), *topics]
        about.choices = [("", _("ไม่ระบุ")), *choices_of(year)]
        self._year = year

    @property
    def place(self) -> Place | None:
        """What the finding is about, once the form is valid."""
        return chosen_place(self.cleaned_data["about"])

    @property
    def chosen_topic(self) -> int | None:
        """The topic that was chosen, else that of what the finding is about."""
        chosen: int | None = self.cleaned_data["topic"]
        return chosen if chosen is not None or self.place is None else topic_of(self._year, self.place)


class TopicNoteForm(forms.Form):
    """Words on one of the seven topics."""

    text_th = text_field(gettext_lazy("ข้อวิเคราะห์"), required=False)


class ConstraintsForm(forms.Form):
    """What holds the agency back, by group."""

    def __init__(self, typed: Any = None, *, written: list[Constraint]) -> None:  # noqa: ANN401 - a QueryDict
        super().__init__(typed, initial={entry.group: entry.text_th for entry in written}, prefix="held")
        for group in ConstraintGroup:
            self.fields[group.value] = text_field(group.label, rows=2, required=False)

    def texts(self) -> dict[ConstraintGroup, str]:
        """What was written by group."""
        return {group: self.cleaned_data[group.value] for group in ConstraintGroup}

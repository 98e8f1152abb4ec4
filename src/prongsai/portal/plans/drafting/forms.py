"""What an officer types into a plan."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.portal.agencies.queries import Unit
from prongsai.portal.plans.drafting.inputs import MeasureInput, StepInput
from prongsai.portal.plans.models import Measure
from prongsai.portal.results.figures import columns_of, place_from
from prongsai.portal.results.scorecard.names import indicator_name, place_name
from prongsai.portal.ui.fields import ThaiDateField, offer
from prongsai.portal.ui.language import pick
from prongsai.rulebook.evidence import Place, indicator_place
from prongsai.rulebook.instrument import YearInstrument

BLANK_STEPS = 3
MOST_STEPS = 20
LONGEST_FINDING = 20_000


class MeasureForm(forms.Form):
    """A measure without its steps; `edition` is the one that was opened."""

    edition = forms.IntegerField(required=False, widget=forms.HiddenInput)
    indicator = forms.TypedChoiceField(label=gettext_lazy("ตัวชี้วัด"), coerce=int)
    title = forms.CharField(label=gettext_lazy("มาตรการ"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    unit = forms.TypedChoiceField(label=gettext_lazy("หน่วยงานรับผิดชอบ"), coerce=int, required=False, empty_value=None)
    other_units = forms.TypedMultipleChoiceField(
        label=gettext_lazy("หน่วยงานร่วม"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    starts = ThaiDateField(label=gettext_lazy("เริ่ม"), required=False)
    ends = ThaiDateField(label=gettext_lazy("สิ้นสุด"), required=False)
    budget = forms.DecimalField(
        label=gettext_lazy("งบประมาณ (บาท)"),
        required=False,
        min_value=Decimal(0),
        max_digits=12,
        decimal_places=2,
        localize=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        help_text=gettext_lazy("เว้นว่างถ้ายังไม่ทราบ ใส่ 0 ถ้าไม่ใช้งบประมาณ"),
    )
    success = forms.CharField(
        label=gettext_lazy("ตัวชี้วัดความสำเร็จ"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    success_place = forms.ChoiceField(label=gettext_lazy("วัดด้วยคะแนนของ"), required=False)
    success_target = forms.DecimalField(
        label=gettext_lazy("คะแนนเป้าหมาย"),
        required=False,
        min_value=Decimal(0),
        max_value=Decimal(100),
        max_digits=5,
        decimal_places=2,
        localize=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    follow_up = forms.CharField(
        label=gettext_lazy("การติดตามและรายงานผล"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    question = forms.ChoiceField(label=gettext_lazy("มาจากข้อคำถาม"), required=False)
    items = forms.CharField(
        label=gettext_lazy("ข้อ OIT ที่เกี่ยวข้อง"), required=False, max_length=100, help_text=gettext_lazy("เช่น O8, O9")
    )
    topic = forms.TypedChoiceField(label=gettext_lazy("ประเด็นใน 7 ด้าน"), coerce=int, required=False, empty_value=None)
    finding = forms.CharField(
        label=gettext_lazy("ข้อค้นพบที่มาตรการนี้ตอบ"),
        required=False,
        max_length=LONGEST_FINDING,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *typed: Any, rules: YearInstrument, units: Sequence[Unit], **named: Any) -> None:  # noqa: ANN401 - Django's own arguments
        super().__init__(*typed, **named)
        self._rules = rules
        indicators = [(number, f"{number}. {indicator_name(rules, number)}") for number in rules.indicators]
        offer(self, "indicator", indicators)
        offer(self, "unit", [("", _("ยังไม่กำหนด")), *((unit.pk, unit.name) for unit in units)])
        offer(self, "other_units", [(unit.pk, unit.name) for unit in units])
        offer(self, "success_place", [("", _("ไม่วัดด้วยคะแนน")), *_places(rules)])
        offer(self, "question", [("", _("ไม่มี")), *_questions(rules)])
        topics = [
            (topic.number, f"{topic.number}. {pick(topic.name_th, topic.name_en)}") for topic in rules.advice.topics
        ]
        offer(self, "topic", [("", _("ไม่ระบุ")), *topics])

    def clean_items(self) -> tuple[str, ...]:
        """Codes in lower case; one that is not of the year is refused with the year's name."""
        codes = tuple(word.strip().lower() for word in self.cleaned_data["items"].replace(",", " ").split())
        unknown = [code.upper() for code in codes if code not in self._rules.items]
        if unknown:
            found = {"codes": " ".join(unknown), "year": self._rules.year}
            raise forms.ValidationError(_("ปี %(year)s ไม่มีข้อ %(codes)s") % found)
        return codes

    def clean(self) -> dict[str, Any]:
        """A measure does not end before it starts; a target needs something to measure."""
        typed = super().clean() or {}
        if typed.get("starts") and typed.get("ends") and typed["starts"] > typed["ends"]:
            self.add_error("ends", _("วันสิ้นสุดอยู่ก่อนวันเริ่ม"))
        if typed.get("success_target") is not None and not typed.get("success_place"):
            self.add_error("success_place", _("เลือกว่าคะแนนเป้าหมายนี้เป็นคะแนนของอะไร"))
        return typed

    def entry(self, steps: Sequence[StepInput], *, origin: str) -> MeasureInput:
        """What was typed, with the steps."""
        said = self.cleaned_data
        return MeasureInput(
            indicator=said["indicator"],
            title=said["title"],
            origin=origin,
            question=said["question"],
            items=said["items"],
            topic=said["topic"],
            finding=said["finding"],
            unit_id=said["unit"],
            other_unit_ids=tuple(said["other_units"]),
            starts=said["starts"],
            ends=said["ends"],
            budget=said["budget"],
            success=said["success"],
            success_place=_place(said["success_place"]),
            success_target=said["success_target"],
            follow_up=said["follow_up"],
            steps=tuple(steps),
        )


class StepForm(forms.Form):
    """One step; an empty text is no step."""

    id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    text = forms.CharField(label=gettext_lazy("ขั้นตอน"), required=False, max_length=500)
    due = ThaiDateField(label=gettext_lazy("กำหนดเสร็จ"), required=False)


StepForms = forms.formset_factory(
    StepForm, extra=BLANK_STEPS, max_num=MOST_STEPS, validate_max=True, absolute_max=2 * MOST_STEPS
)


def typed_steps(forms_of_steps: Any) -> list[StepInput]:  # noqa: ANN401 - a formset
    """The steps that have a text, in order."""
    typed = [form.cleaned_data for form in forms_of_steps if form.cleaned_data.get("text")]
    return [StepInput(said["text"], said["due"], said["id"]) for said in typed]


def initial_of(measure: Measure) -> dict[str, Any]:
    """A stored measure as the form shows it."""
    stored = (
        "indicator",
        "title",
        "starts",
        "ends",
        "budget",
        "success",
        "success_target",
        "follow_up",
        "question",
        "finding",
    )
    success = place_from(measure.success_instrument, measure.success_code) if measure.success_code else None
    return {name: getattr(measure, name) for name in stored} | {
        "edition": measure.edition,
        "unit": measure.unit_id,
        "other_units": [unit.pk for unit in measure.other_units.all()],
        "items": ", ".join(item.upper() for item in measure.items),
        "topic": measure.topic,
        "success_place": _key(success) if success else "",
    }


def initial_steps(measure: Measure) -> list[dict[str, Any]]:
    """Stored steps as the form shows them."""
    return [{"id": step.pk, "text": step.text, "due": step.due} for step in measure.steps.all()]


def _places(rules: YearInstrument) -> list[tuple[str, str]]:
    indicators = [indicator_place(number) for number in rules.indicators]
    questions = [
        Place(part, question.code) for part, survey in rules.survey_by_part.items() for question in survey.questions
    ]
    named = [(place, place_name(rules, place)) for place in (*indicators, *questions)]
    return [(_key(place), name) for place, name in named]


def _questions(rules: YearInstrument) -> list[tuple[str, str]]:
    questions = [question for survey in rules.surveys for question in survey.questions]
    return [(q.code, f"{q.code} {pick(q.topic_th, q.topic_en)}") for q in questions]


def _key(place: Place) -> str:
    return "|".join(columns_of(place))


def _place(key: str) -> Place | None:
    return place_from(*key.split("|")) if key else None

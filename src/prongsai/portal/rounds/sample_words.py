"""Says a minimum sample line by line, for somebody who wants to check it with a pencil."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from prongsai.portal.rounds.agency_types import group_name
from prongsai.portal.ui.language import pick
from prongsai.rulebook.instrument import Instrument, YearInstrument
from prongsai.rulebook.sampling import MinimumSample, SampleStep, StepKind

PERCENT = 100


@dataclass(frozen=True, slots=True)
class SampleLine:
    """A minimum sample as it is read; `note` is the rule's own, in Thai."""

    part: Instrument
    respondents: str
    minimum: int | None
    steps: tuple[str, ...]
    trust: str
    is_sure: bool
    note: str


def sample_lines(samples: Mapping[Instrument, MinimumSample], rules: YearInstrument) -> list[SampleLine]:
    """Each minimum with its reasoning, in the order of the year's surveys."""
    return [_line(sample, rules) for sample in samples.values()]


def trust_in(sample: MinimumSample) -> str:
    """How far the number can be relied on."""
    return {
        "high": _("เกณฑ์แน่ชัด"),
        "medium": _("เกณฑ์ค่อนข้างแน่ ควรยืนยันกับสำนักงาน ป.ป.ช."),
        "low": _("เกณฑ์ยังไม่แน่ ต้องยืนยันกับสำนักงาน ป.ป.ช. ก่อนใช้"),
        None: _("ไม่พบเกณฑ์ ต้องถามสำนักงาน ป.ป.ช."),
    }[sample.confidence]


def _line(sample: MinimumSample, rules: YearInstrument) -> SampleLine:
    survey = rules.survey_by_part[sample.part]
    waits = sample.steps[0].kind is StepKind.SIZE_MISSING
    return SampleLine(
        part=sample.part,
        respondents=pick(survey.respondents_th, survey.respondents_en),
        minimum=sample.minimum,
        steps=tuple(_steps(sample)),
        trust="" if waits else trust_in(sample),
        is_sure=not sample.needs_confirmation,
        note=sample.rule.note if sample.rule else "",
    )


def _steps(sample: MinimumSample) -> Iterator[str]:
    for step in sample.steps:
        yield _template(step, sample) % {
            "share": f"{(step.share or 0) * PERCENT:f}".rstrip("0").rstrip("."),
            "people": f"{step.population:,}" if step.population is not None else "",
            "value": f"{step.value:,}" if step.value is not None else "",
            "group": group_name(sample.rule.agency_type) if sample.rule else "",
            "size": sample.rule.size if sample.rule else "",
        }


def _template(step: SampleStep, sample: MinimumSample) -> str:
    if step.kind is StepKind.FIXED and sample.rule and sample.rule.size:
        return _("เกณฑ์ของ%(group)s ขนาด %(size)s กำหนดไว้ %(value)s คน")
    return {
        StepKind.NO_RULE: _("ข้อมูลเกณฑ์ของปีนี้ไม่มีจำนวนสำหรับหน่วยงานประเภทและขนาดนี้"),
        StepKind.SIZE_MISSING: _("เลือกขนาดของหน่วยงานก่อน จำนวนขั้นต่ำต่างกันตามขนาด"),
        StepKind.POPULATION_MISSING: _("คิดเป็นร้อยละ %(share)s ของจำนวนคน ซึ่งยังไม่ได้กรอก"),
        StepKind.FIXED: _("เกณฑ์ของ%(group)s กำหนดไว้ %(value)s คน"),
        StepKind.SHARE: _("ร้อยละ %(share)s ของ %(people)s คน ปัดขึ้นเป็น %(value)s คน"),
        StepKind.RAISED: _("เกณฑ์ให้ไม่น้อยกว่า %(value)s คน จึงเพิ่มเป็น %(value)s คน"),
        StepKind.CAPPED: _("เกณฑ์ให้ไม่เกิน %(value)s คน จึงลดเหลือ %(value)s คน"),
        StepKind.EVERYBODY: _("มีอยู่เพียง %(people)s คน จึงขอให้ตอบทุกคน"),
    }[step.kind]

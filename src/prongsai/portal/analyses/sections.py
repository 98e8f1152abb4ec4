"""Lays findings out in the sections of the workspace: pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from prongsai.portal.analyses.evidence import Evidence, from_json
from prongsai.portal.analyses.models import Finding, FindingKind, FindingState

Warn = Callable[[str], tuple[str, ...]]

SECTIONS: tuple[tuple[str, Promise, Promise, tuple[FindingKind, ...]], ...] = (
    (
        "strengths",
        _("จุดแข็ง"),
        _("ไม่มีตัวชี้วัดใดเด่นกว่าตัวชี้วัดอื่น"),
        (FindingKind.HIGHEST, FindingKind.RISEN, FindingKind.OWN_STRENGTH),
    ),
    (
        "weaknesses",
        _("จุดที่ควรพัฒนา"),
        _("ไม่มีตัวชี้วัดใดด้อยกว่าตัวชี้วัดอื่นหรือต่ำกว่าเป้าหมาย"),
        (FindingKind.LOWEST, FindingKind.BELOW_TARGET, FindingKind.OWN_WEAKNESS),
    ),
    (
        "questions",
        _("ข้อคำถามที่ต่ำกว่าเครื่องมือของตนหรือต่ำกว่าเป้าหมาย"),
        _("ไม่มี หรือไม่ทราบคะแนนรายข้อ"),
        (FindingKind.WEAK_QUESTION,),
    ),
    ("falls", _("ที่ลดลงจากปีก่อน"), _("ไม่มีที่ลดลง หรือไม่มีปีก่อนให้เทียบ"), (FindingKind.FALLEN,)),
    ("gates", _("เกณฑ์ของระดับที่ต้องติดตาม"), _("ยังตัดสินระดับไม่ได้"), (FindingKind.GATE,)),
    ("items", _("ข้อ OIT ที่ไม่ครบ"), _("ไม่มีข้อที่ทราบว่าไม่ครบ"), (FindingKind.ITEM_LOST,)),
    (
        "staff-public",
        _("บุคลากรกับประชาชนเห็นต่างกัน"),
        _("ไม่พบเรื่องเดียวกันที่ต่างกันตั้งแต่ 5 คะแนน หรือไม่ทราบคะแนนรายข้อ"),
        (FindingKind.STAFF_PUBLIC,),
    ),
    (
        "eit-parts",
        _("EIT ส่วนที่ 1 กับส่วนที่ 2"),
        _("ไม่พบความต่าง หรือไม่ทราบคะแนนทั้งสองส่วน"),
        (FindingKind.EIT_PARTS,),
    ),
)


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with its evidence and what is wrong with its sentence."""

    finding: Finding
    evidence: Evidence
    warnings: tuple[str, ...]
    draft: str

    @property
    def is_dropped(self) -> bool:
        """Whether the officer does not use it."""
        return self.finding.state == FindingState.DROPPED


@dataclass(frozen=True, slots=True)
class Section:
    """Findings of one sort, those in use first."""

    key: str
    title: Promise
    nothing: Promise
    findings: tuple[FindingView, ...]

    @property
    def waiting(self) -> tuple[FindingView, ...]:
        """Those that wait for a word."""
        return tuple(view for view in self.findings if view.finding.state == FindingState.PROPOSED)


def lay_out(findings: Iterable[Finding], warn: Warn, drafts: Mapping[int, str]) -> tuple[Section, ...]:
    """All sections; `drafts` are sentences that could not be saved, by finding."""
    views = [_view(finding, warn, drafts.get(finding.pk)) for finding in findings]
    return tuple(
        Section(
            key,
            title,
            nothing,
            tuple(sorted((v for v in views if v.finding.kind in kinds), key=lambda v: v.is_dropped)),
        )
        for key, title, nothing, kinds in SECTIONS
    )


def _view(finding: Finding, warn: Warn, draft: str | None) -> FindingView:
    text = finding.text_th if draft is None else draft
    warnings = warn(text) if finding.is_reworded or draft is not None else ()
    return FindingView(finding, from_json(finding.evidence), warnings, text)

"""Sentences of findings that the report has no words for yet: Thai, as documents are."""

from prongsai.papers.analysis_report.wording import short_name
from prongsai.portal.analyses.evidence import Evidence
from prongsai.rulebook.advising import QuestionAdvice
from prongsai.rulebook.comparing import Change
from prongsai.rulebook.instrument import Question
from prongsai.rulebook.planning import ItemCost

WITHIN_NOISE = " ซึ่งยังอยู่ในช่วงคลาดเคลื่อนของการสำรวจ"


def with_noise(text: str, evidence: Evidence) -> str:
    """The sentence, with a warning where the difference is no more than noise."""
    return f"{text}{WITHIN_NOISE}" if evidence.beyond_noise is False else text


def question_text(advice: QuestionAdvice) -> str:
    """`ข้อ e4 … ได้ 92.66 (EIT ส่วนที่ 1) และ 92.08 (EIT ส่วนที่ 2): ประชาชนบางส่วน…`"""
    scores = " และ ".join(f"{value:.2f} ({short_name(place.instrument)})" for place, value in advice.scores)
    return f"{_question(advice.question)} ได้ {scores}: {advice.recommendation.issue_th}"


def fallen_text(question: Question, change: Change) -> str:
    """`ข้อ e7 … (EIT) ลดลงจาก 100.00 เหลือ 75.00 คะแนน (ลดลง 25.00)`"""
    assert change.delta is not None  # noqa: S101 - it fell
    name = f"{_question(question)} ({short_name(change.place.instrument)})"
    return f"{name} ลดลงจาก {change.before:.2f} เหลือ {change.now:.2f} คะแนน (ลดลง {abs(change.delta):.2f})"


def item_text(cost: ItemCost) -> str:
    """`ข้อ O12 … ไม่ครบถ้วน เสียคะแนนรวมไป 0.57 คะแนน`"""
    return f"ข้อ {cost.item.code.upper()} {cost.item.title_th} ไม่ครบถ้วน เสียคะแนนรวมไป {cost.points} คะแนน"


def staff_public_text(inside: Question, outside: Question, evidence: Evidence) -> str:
    """`เรื่อง… บุคลากรให้ 95.76 (ข้อ i1) สูงกว่าประชาชนที่ให้ 88.75 (ข้อ e1) อยู่ 7.01 คะแนน`"""
    return (
        f"เรื่อง{inside.topic_th} บุคลากรให้ {evidence.value:.2f} (ข้อ {inside.code}) {_side(evidence)}"
        f"ประชาชนที่ให้ {evidence.reference:.2f} (ข้อ {outside.code} {_other(evidence)}) อยู่ {_size(evidence)} คะแนน"
    )


def parts_text(question: Question | None, evidence: Evidence) -> str:
    """`EIT ส่วนที่ 1 ได้ 94.51 สูงกว่าส่วนที่ 2 ที่ได้ 92.32 อยู่ 2.19 คะแนน`"""
    name = f"{_question(question)} " if question else ""
    return (
        f"{name}EIT ส่วนที่ 1 ที่ผู้รับบริการตอบเองได้ {evidence.value:.2f} {_side(evidence)}"
        f"ส่วนที่ 2 ที่ผู้ประเมินเก็บซึ่งได้ {evidence.reference:.2f} อยู่ {_size(evidence)} คะแนน"
    )


def _question(question: Question) -> str:
    return f"ข้อ {question.code} {question.topic_th}"


def _side(evidence: Evidence) -> str:
    return "ต่ำกว่า" if (evidence.difference or 0) < 0 else "สูงกว่า"


def _size(evidence: Evidence) -> str:
    return f"{abs(evidence.difference or 0):.2f}"


def _other(evidence: Evidence) -> str:
    """The part that the other score comes from, as it stands in the evidence."""
    return evidence.scores[-1][0].partition(" ")[0] if evidence.scores else ""

"""What is wrong with a wording, in words for the office."""

from django.utils.translation import gettext as _

from prongsai.rulebook.survey_wording import Fault, WordingProblem

LONGEST_SHOWN = 60


def problem_words(problem: WordingProblem) -> str:
    """What was found and what to write instead, without the place."""
    return _sentence(problem.fault) % {"found": _shown(problem.found), "wanted": problem.wanted}


def field_words(field: str) -> str:
    """What a field of the wording is called."""
    return {
        "text_th": _("ข้อความภาษาไทย"),
        "text_en": _("ข้อความภาษาอังกฤษ"),
        "options_th": _("ตัวเลือกภาษาไทย"),
        "options_en": _("ตัวเลือกภาษาอังกฤษ"),
    }.get(field, "")


def _sentence(fault: Fault) -> str:
    return {
        Fault.MISSING: _("ไม่มีข้อนี้ ต้องมีครบทุกข้อ"),
        Fault.UNKNOWN: _("ไม่มีข้อ “%(found)s” ในเครื่องมือของปีนี้ ให้ลบแถวนี้หรือแก้รหัส"),
        Fault.TWICE: _("มีข้อนี้มากกว่าหนึ่งครั้ง ให้เหลือครั้งเดียว"),
        Fault.EMPTY: _("เว้นว่างไม่ได้ ให้เขียนข้อความ"),
        Fault.OPTIONS: _("พบ %(found)s ตัวเลือก เครื่องมือมี %(wanted)s ตัวเลือก ให้เขียนเท่ากัน บรรทัดละหนึ่งตัวเลือก จากต่ำไปสูง"),
        Fault.TWIN_OPTIONS: _("พบตัวเลือก “%(found)s” ซ้ำกัน ให้แต่ละตัวเลือกต่างกัน"),
        Fault.MARKUP: _("พบ “%(found)s” ซึ่งมีเครื่องหมาย HTML ให้เขียนเป็นข้อความธรรมดา"),
        Fault.TOO_LONG: _("ยาวเกินไป (“%(found)s”) ให้เขียนไม่เกิน %(wanted)s ตัวอักษร"),
    }[fault]


def _shown(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"

"""The words of notices and slips, Thai and English."""

from dataclasses import dataclass
from datetime import date

from prongsai.papers.analysis_report.level_reasons import Language
from prongsai.rulebook.instrument import Instrument
from prongsai.thai.dates import format_date


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """Fixed phrases; those with braces take what the name in the brace says."""

    survey: str
    staff: str
    public: str
    invite_staff: str
    invite_public: str
    scan: str
    what: str
    asked: str
    who: str
    time: str
    minutes: str
    until: str
    promises: tuple[str, ...]
    contact: str
    qr: str
    poster: str
    cards: str
    slips: str
    once: str
    enter: str
    unlinked: str


_THAI = NoticeWords(
    survey="{name} ปี {year}",
    staff="แบบวัดความเห็นของบุคลากร (IIT)",
    public="แบบวัดความเห็นของผู้รับบริการ (EIT)",
    invite_staff="ขอเชิญบุคลากรบอกความเห็นต่อหน่วยงาน",
    invite_public="ขอเชิญบอกความเห็นต่อการให้บริการของเรา",
    scan="สแกนเพื่อตอบ หรือพิมพ์ที่อยู่นี้",
    what="ถามอะไร",
    asked="{count} ข้อ เรื่อง{subjects}",
    who="ใครตอบได้",
    time="ใช้เวลา",
    minutes="ประมาณ {minutes} นาที",
    until="ตอบได้ถึง",
    promises=("ไม่ถามชื่อ และไม่มีใครบอกได้ว่าใครตอบอะไร", "หน่วยงานเห็นเฉพาะผลรวม ไม่เห็นคำตอบของแต่ละคน"),
    contact="สอบถาม {contact}",
    qr="เปิดแบบวัด",
    poster="ประกาศเชิญตอบแบบวัด {agency}",
    cards="บัตรเชิญตอบแบบวัด {agency}",
    slips="รหัสตอบแบบวัด {agency}",
    once="รหัสใช้ได้ครั้งเดียว ถึง {day}",
    enter="สแกน หรือพิมพ์ที่อยู่นี้แล้วใส่รหัส",
    unlinked="รหัสไม่ผูกกับชื่อหรือคำตอบของใคร หยิบใบใดก็ได้",
)
_ENGLISH = NoticeWords(
    survey="{name}, {year} B.E.",
    staff="Survey of staff (IIT)",
    public="Survey of the public (EIT)",
    invite_staff="Tell us how this agency works",
    invite_public="Tell us how we serve you",
    scan="Scan to answer, or type this address",
    what="What is asked",
    asked="{count} questions on {subjects}",
    who="Who may answer",
    time="It takes",
    minutes="about {minutes} minutes",
    until="Open until",
    promises=(
        "No names are asked, and nobody can tell who answered what.",
        "The agency sees totals only, never a person's answers.",
    ),
    contact="Questions: {contact}",
    qr="Open the survey",
    poster="Invitation to a survey: {agency}",
    cards="Cards for a survey: {agency}",
    slips="Codes for a survey: {agency}",
    once="This code works once, until {day}",
    enter="Scan, or type this address and enter the code",
    unlinked="No code belongs to a name or to answers: take any slip.",
)
WORDS: dict[Language, NoticeWords] = {"th": _THAI, "en": _ENGLISH}


def survey_line(instrument: Instrument, year: int, language: Language) -> str:
    """Which survey of which year."""
    words = WORDS[language]
    return words.survey.format(name=words.staff if instrument is Instrument.IIT else words.public, year=year)


def day_text(day: date, language: Language) -> str:
    """`30 เมษายน 2569`, `30 April 2026`."""
    return format_date(day) if language == "th" else f"{day.day} {day:%B %Y}"


def joined(names: tuple[str, ...], language: Language) -> str:
    """`ก ข และค`; `a, b and c`."""
    if len(names) < 2:  # noqa: PLR2004 - one alone needs no "and"
        return "".join(names)
    between, last = (" ", " และ") if language == "th" else (", ", " and ")
    return between.join(names[:-1]) + last + names[-1]

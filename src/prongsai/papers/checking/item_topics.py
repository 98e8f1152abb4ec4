"""Which topic of the disclosure items a passage speaks of: by the titles of all years and by shorter names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from prongsai.rulebook.instrument import Item, YearInstrument
from prongsai.rulebook.loading import known_years, load_year

SHORT_NAMES = {
    "E-Service": ("e-service",),
    "ระบบบริการออนไลน์": ("e-service",),
    "การให้บริการออนไลน์": ("e-service",),
    "การให้บริการในรูปแบบออนไลน์": ("e-service",),
    "เข้ามามีส่วนร่วม": ("participation",),
    "เปิดโอกาสให้เกิดการมีส่วนร่วม": ("participation",),
    "คู่มือการปฏิบัติงาน": ("staff-manual",),
    "แนวทางการปฏิบัติงาน": ("staff-manual",),
    "มาตรฐานการปฏิบัติงาน": ("staff-manual",),
    "คู่มือการให้บริการ": ("client-manual",),
    "คู่มือการขอรับบริการ": ("client-manual",),
    "แนวปฏิบัติการจัดการเรื่องร้องเรียน": ("complaint-procedure",),
    "แนวปฏิบัติสำหรับการจัดการเรื่องร้องเรียน": ("complaint-procedure",),
    "ช่องทางแจ้งเรื่องร้องเรียน": ("complaint-channel",),
    "ช่องทางการแจ้งเรื่องร้องเรียน": ("complaint-channel",),
    "ช่องทางการร้องเรียน": ("complaint-channel",),
    "สถิติเรื่องร้องเรียน": ("complaint-statistics",),
    "สถิติการให้บริการ": ("service-statistics",),
    "ประมวลจริยธรรม": ("ethics-code",),
    "No Gift Policy": ("no-gift-statement", "no-gift-culture", "no-gift-report"),
    "แผนการใช้จ่ายงบประมาณ": ("budget-plan",),
    "การประเมินความเสี่ยงการทุจริต": ("risk-assessment",),
    "แผนปฏิบัติการป้องกันการทุจริต": ("anticorruption-plan",),
    "มาตรการส่งเสริมคุณธรรมและความโปร่งใส": ("ita-measures",),
    "แผนการบริหารและพัฒนาทรัพยากรบุคคล": ("hr-plan",),
}
SHORTEST_TITLE = 12
"""Shorter titles ("โครงสร้าง", "Q&A") are everyday words: they count only right beside a number."""


@dataclass(frozen=True, slots=True)
class TopicMention:
    """A passage that names a topic; `phrase` as the title or short name has it."""

    phrase: str
    topics: frozenset[str]
    span: tuple[int, int]


def find_topics(text: str, start: int, end: int) -> tuple[TopicMention, ...]:
    """Topics named between two places of a text, in order; a longer phrase hides those inside it."""
    named = list(_all_topics(text, start, end))
    return tuple(sorted((m for m in named if not any(_is_inside(m, other) for other in named)), key=lambda m: m.span))


def is_everyday_word(mention: TopicMention) -> bool:
    """Whether the phrase says too little to stand for a topic away from a number."""
    return len(mention.phrase) < SHORTEST_TITLE and mention.phrase not in SHORT_NAMES


def items_on(year: YearInstrument, topics: frozenset[str]) -> list[Item]:
    """The year's items on one of the topics."""
    return [item for item in year.disclosure.items if topics.intersection(item.topics)]


def _all_topics(text: str, start: int, end: int) -> Iterator[TopicMention]:
    for phrase, (pattern, topics) in _phrases().items():
        for match in pattern.finditer(text, start, end):
            yield TopicMention(phrase, topics, match.span())


def _is_inside(inner: TopicMention, outer: TopicMention) -> bool:
    (a, b), (c, d) = inner.span, outer.span
    return c <= a and b <= d and d - c > b - a


@cache
def _phrases() -> dict[str, tuple[re.Pattern[str], frozenset[str]]]:
    """Phrases with the topics of every year in which an item has that title; spaces may be missing or more."""
    topics: dict[str, set[str]] = {phrase: set(named) for phrase, named in SHORT_NAMES.items()}
    for year in known_years():
        for item in load_year(year).disclosure.items:
            topics.setdefault(item.title_th, set()).update(item.topics)
    return {phrase: (_pattern(phrase), frozenset(named)) for phrase, named in topics.items()}


def _pattern(phrase: str) -> re.Pattern[str]:
    words = [re.escape(word).replace(r"\-", r"[-–\s]?") for word in phrase.split()]
    return re.compile(r"\s*".join(words), re.IGNORECASE)

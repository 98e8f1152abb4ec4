"""Cited OIT items that the year does not have, or that mean something else in it: numbers change every year."""

from collections.abc import Iterator
from itertools import pairwise

from prongsai.papers.checking.citations import Citation, find_citations
from prongsai.papers.checking.findings import Kind, TextFinding, Wording, found
from prongsai.papers.checking.item_topics import TopicMention, find_topics, is_everyday_word, items_on
from prongsai.rulebook.instrument import Item, YearInstrument
from prongsai.rulebook.loading import known_years, load_year

BEFORE = 70
AFTER = 40
BESIDE = 4
"""Characters around a number in which a topic belongs to it; `BESIDE`: so near that it does so by itself."""


_CITED = ("(", "อ้างอิงจาก", "อ้างอิงข้อมูลจาก", "อ้างอิงตาม", "อ้างอิง", "ตาม")


def find_stale_items(text: str, year: YearInstrument) -> tuple[TextFinding, ...]:
    """Numbers that do not exist in the year, and numbers beside a topic that has another number in it.

    A topic further away than a few letters counts only if the number stood for it in another year. What the text
    itself says of another year ("O18 ของปี 2566") is left alone.
    """
    citations = [citation for citation in find_citations(text) if citation.year in {None, year.year}]
    return tuple(_findings(text, year, citations))


def _findings(text: str, year: YearInstrument, citations: list[Citation]) -> Iterator[TextFinding]:
    ends = [0, *(end for citation in citations for end in citation.span), len(text)]
    rooms = list(pairwise(ends))
    for index, citation in enumerate(citations):
        topics = _topics_of(text, citation, rooms[2 * index], rooms[2 * index + 2])
        nearest = min(topics, key=lambda topic: _distance(citation, topic), default=None)
        item = year.items.get(f"o{citation.number}")
        if item is None:
            yield _no_such_item(text, year, citation, nearest)
        elif nearest and _is_another(item, citation, topics, nearest):
            yield _other_topic(text, year, citation, item, nearest)


def _is_another(item: Item, citation: Citation, topics: list[TopicMention], nearest: TopicMention) -> bool:
    if any(topic.topics.intersection(item.topics) for topic in topics):
        return False
    return _distance(citation, nearest) <= BESIDE or bool(_years_of(citation.number, nearest))


def _topics_of(text: str, citation: Citation, before: tuple[int, int], after: tuple[int, int]) -> list[TopicMention]:
    """Topics for which the number may stand: named before it, and after it unless it stands in brackets or is cited."""
    start, end = citation.span
    line_start, line_end = text.rfind("\n", 0, start) + 1, (text + "\n").index("\n", end)
    topics = list(find_topics(text, max(before[0], line_start), start))
    if not text[:start].rstrip().endswith(_CITED):
        topics += find_topics(text, end, min(after[1], line_end))
    return [topic for topic in topics if _distance(citation, topic) <= _reach(citation, topic)]


def _reach(citation: Citation, topic: TopicMention) -> int:
    if is_everyday_word(topic):
        return BESIDE
    return BEFORE if topic.span < citation.span else AFTER


def _distance(citation: Citation, topic: TopicMention) -> int:
    return max(topic.span[0] - citation.span[1], citation.span[0] - topic.span[1])


def _years_of(number: int, topic: TopicMention) -> list[int]:
    """Years in which the number stood for the topic."""
    items = ((year, load_year(year).items.get(f"o{number}")) for year in known_years())
    return [year for year, item in items if item is not None and topic.topics.intersection(item.topics)]


def _no_such_item(text: str, year: YearInstrument, citation: Citation, topic: TopicMention | None) -> TextFinding:
    last = len(year.items)
    follows = Wording(
        f"ปี {year.year} มีข้อ O1 ถึง O{last} ไม่มี O{citation.number}",
        f"fiscal year {year.year} has items O1 to O{last}, no O{citation.number}",
    )
    topics = topic.topics if topic else _meant_before(year, citation.number)
    return found(Kind.ITEM_YEAR, text, citation.span, follows, _mend(items_on(year, topics)))


def _meant_before(year: YearInstrument, number: int) -> frozenset[str]:
    """The topics for which the number stood in the nearest year that had it."""
    for other in sorted(known_years(), key=lambda other: abs(other - year.year)):
        item = load_year(other).items.get(f"o{number}")
        if item is not None:
            return frozenset(item.topics)
    return frozenset()


def _other_topic(text: str, year: YearInstrument, citation: Citation, item: Item, topic: TopicMention) -> TextFinding:
    code = f"O{citation.number}"
    years = [str(other) for other in _years_of(citation.number, topic)]
    was = (f" (เป็นเลขของปี {', '.join(years)})", f" (it was in {', '.join(years)})") if years else ("", "")
    follows = Wording(
        f"ปี {year.year} ข้อ {code} คือ {item.title_th} ไม่ใช่ {topic.phrase}{was[0]}",
        f"in {year.year} {code} is “{item.title_en}”, not “{topic.phrase}”{was[1]}",
    )
    return found(Kind.ITEM_YEAR, text, citation.span, follows, _mend(items_on(year, topic.topics)))


def _mend(items: list[Item]) -> Wording:
    if not items:
        return Wording("ลบเลขข้อนี้ เพราะปีนี้ไม่มีข้อในเรื่องนี้", "remove the number: this year has no item on this topic")
    names = [(item.code.upper(), item.title_th, item.title_en) for item in items]
    return Wording(
        "เขียน " + " หรือ ".join(f"{code} {th}" for code, th, _ in names),
        "write " + " or ".join(f"{code} {en}" for code, _, en in names),
    )

"""The seven improvement topics that an analysis must cover, and which are still open: pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from prongsai.portal.analyses.models import Finding, FindingState, TopicNote
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import ImprovementTopic, YearInstrument


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic with the kept findings that speak of it and the officer's words."""

    topic: ImprovementTopic
    findings: tuple[Finding, ...]
    note: str
    waiting: int

    @property
    def is_covered(self) -> bool:
        """Whether anything is said on it."""
        return bool(self.findings or self.note)


def topic_views(year: YearInstrument, findings: Iterable[Finding], notes: Iterable[TopicNote]) -> tuple[TopicView, ...]:
    """The seven topics in order."""
    every, texts = tuple(findings), {note.number: note.text_th for note in notes}
    return tuple(_view(topic, every, texts.get(topic.number, "")) for topic in year.advice.topics)


def topic_of(year: YearInstrument, place: Place) -> int | None:
    """The improvement topic of a question's advice, or of what keeps an item's or an indicator's indicator."""
    if place.code in year.recommendations:
        return year.recommendations[place.code].improvement_topic
    item = year.items.get(place.code)
    number = str(item.indicator) if item else place.code
    keeping = {str(entry.indicator): entry.improvement_topic for entry in year.advice.keeping}
    return keeping.get(number)


def _view(topic: ImprovementTopic, findings: Iterable[Finding], note: str) -> TopicView:
    mine = [finding for finding in findings if finding.topic == topic.number]
    kept = tuple(finding for finding in mine if finding.state == FindingState.KEPT)
    return TopicView(topic, kept, note, sum(finding.state == FindingState.PROPOSED for finding in mine))

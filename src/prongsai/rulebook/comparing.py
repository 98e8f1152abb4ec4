"""Lays a result beside the year before: what changed, and where the comparison does not hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from prongsai.rulebook.evidence import TOTAL, Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Break, Crosswalk, Instrument, YearInstrument
from prongsai.rulebook.overall_scoring import AgencyResult


class Comparable(Enum):
    """How far two years' figures may be compared."""

    YES = "yes"
    CAUTION = "caution"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Change:
    """A figure beside that of the year before, with the breaks that stand between them."""

    place: Place
    before: Decimal | None
    now: Decimal | None
    breaks: tuple[Break, ...]

    @property
    def delta(self) -> Decimal | None:
        """Points up (+) or down (-), as printed; whether it means anything is `comparable`."""
        return None if self.before is None or self.now is None else self.now - self.before

    @property
    def comparable(self) -> Comparable:
        """The strictest of the breaks."""
        if any(entry.severity == "broken" for entry in self.breaks):
            return Comparable.NO
        return Comparable.CAUTION if self.breaks else Comparable.YES


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two consecutive years of one agency."""

    now: AgencyResult
    before: AgencyResult
    changes: dict[Place, Change]
    level_breaks: tuple[Break, ...]

    def change(self, place: Place) -> Change | None:
        """The change at a place, if the year before had something to compare."""
        return self.changes.get(place)


class NotConsecutiveError(ValueError):
    """Only a year and the one before it can be compared: a crosswalk leads from one to the next."""


def compare(now: AgencyResult, before: AgencyResult) -> Comparison:
    """Compare total, instruments, indicators and the questions that continue."""
    if before.year.year != now.year.year - 1 or now.year.crosswalk is None:
        raise NotConsecutiveError(f"{before.year.year} does not come just before {now.year.year}")
    crosswalk = now.year.crosswalk
    changes = {
        place: Change(place, before.score(was).value, now.score(place).value, breaks_at(crosswalk, place))
        for place, was in _pairs(now.year, before.year, crosswalk)
    }
    return Comparison(now, before, changes, breaks_at(crosswalk, Place(None, "level")))


def breaks_at(crosswalk: Crosswalk, place: Place) -> tuple[Break, ...]:
    """The breaks that touch a figure; one on a question or indicator by its code touches it in both EIT parts."""
    names = {str(place), place.code}
    if place.instrument is not None and place.code == "instrument":
        names = {str(place), place.instrument.family.value}
    return tuple(entry for entry in crosswalk.breaks if names & set(entry.places))


def year_breaks(year: YearInstrument, place: Place) -> tuple[Break, ...]:
    """The breaks between a year and the one before it at a place; for marks on a history line."""
    return () if year.crosswalk is None else breaks_at(year.crosswalk, place)


def _pairs(now: YearInstrument, before: YearInstrument, crosswalk: Crosswalk) -> Iterator[tuple[Place, Place]]:
    yield TOTAL, TOTAL
    shared = set(now.survey_by_part) & set(before.survey_by_part)
    for instrument in (
        Instrument.IIT,
        *sorted(shared - {Instrument.IIT, Instrument.EIT}),
        Instrument.EIT,
        Instrument.OIT,
    ):
        yield instrument_place(instrument), instrument_place(instrument)
    for number in now.indicators:
        yield indicator_place(number), indicator_place(number)
    links = {link.code: link.was for link in crosswalk.questions}
    for part in now.survey_by_part:
        for question in now.survey_by_part[part].questions:
            was = links[question.code]
            if was is not None and before.question(part, was) is not None:
                yield Place(part, question.code), Place(part, was)

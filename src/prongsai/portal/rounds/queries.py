"""Reads rounds and those who take part. Other areas get frozen facts from here, never tables."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import cast

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet

from prongsai.portal.agencies.naming import searchable
from prongsai.portal.rounds.facts import (
    ParticipationFacts,
    ParticipationLine,
    PhaseFacts,
    PhaseTime,
    RoundFacts,
    rehearsal_mark,
)
from prongsai.portal.rounds.models import (
    ConfirmedCopy,
    Participation,
    ParticipationState,
    Round,
    RoundPhase,
    StateChange,
    Wording,
)
from prongsai.portal.rounds.naming import participation_path
from prongsai.portal.rounds.reading import line_of, participation_of, phase_of, round_of
from prongsai.portal.rounds.running_now import AskedRunning
from prongsai.portal.rounds.states import ANNOUNCING, RoundState
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.loading import UnknownYearError, load_year

__all__ = [
    "ParticipationFacts",
    "ParticipationLine",
    "PhaseFacts",
    "PhaseTime",
    "RoundFacts",
    "RulesChangedError",
    "all_participations",
    "calendar",
    "count_by_state",
    "find_round",
    "has_collected",
    "instrument_of",
    "is_open",
    "journal_path",
    "next_participations",
    "participation",
    "participations",
    "phase_at",
    "pin_holds",
    "rehearsal_mark",
    "round_by_id",
    "rounds_in_order",
    "rounds_of_agency",
]

LINES_ON_A_PAGE = 50
CHUNK = 1000


class RulesChangedError(RuntimeError):
    """The folder of rules is not the one that the round pinned: nothing may be shown or scored under its name."""


def find_round(slug: str) -> RoundFacts | None:
    """A round by its address; one query. Raises `RulesChangedError` where its rules are no longer those it pinned."""
    row = Round.objects.filter(slug=slug).first()
    if row is None:
        return None
    found = round_of(row)
    instrument_of(found)
    return found


def round_by_id(round_id: int) -> RoundFacts:
    """A round that another area refers to; one query. Raises `RulesChangedError` as `find_round` does."""
    found = round_of(Round.objects.get(pk=round_id))
    instrument_of(found)
    return found


def rounds_in_order() -> list[RoundFacts]:
    """Every round, newest year first, the real one before its rehearsals; pins are not checked. One query."""
    return [round_of(row) for row in Round.objects.all()]


def instrument_of(round: RoundFacts) -> YearInstrument:  # noqa: A002 - the area's own word
    """The rules that the round pinned; no query. Raises `RulesChangedError` where the folder has changed since."""
    try:
        year = load_year(round.year, revision=round.revision)
    except UnknownYearError as missing:
        raise RulesChangedError(f"{round.slug}: {missing}") from None
    if year.sha256 != round.sha256:
        raise RulesChangedError(
            f"{round.slug}: found the rules of {round.year} revision {round.revision} with hash {year.sha256[:12]}; "
            f"the round pinned {round.sha256[:12]}: restore the folder, or open a new round"
        )
    return year


def pin_holds(round: RoundFacts) -> bool:  # noqa: A002 - the area's own word
    """Whether the rules are still those that the round pinned."""
    try:
        instrument_of(round)
    except RulesChangedError:
        return False
    return True


def calendar(round: RoundFacts) -> list[PhaseFacts]:  # noqa: A002 - the area's own word
    """The phases in the order of the year's rules, with extensions; a rehearsal announces nothing. Two queries."""
    names = {phase.key: phase for phase in instrument_of(round).round.calendar}
    rows = RoundPhase.objects.filter(round_id=round.id).prefetch_related("extensions")
    left_out = ANNOUNCING if round.is_rehearsal else frozenset[str]()
    return [phase_of(row, names.get(row.key)) for row in rows if row.key not in left_out]


def phase_at(round_id: int, key: str, moment: datetime) -> PhaseTime:
    """Whether a moment lies before, in or after a phase by its dates alone; one query."""
    return AskedRunning(round_id, key).read().phase.at(moment)


def is_open(round_id: int, key: str, moment: datetime) -> bool:
    """Whether a phase runs: the round's state lets it and its dates, with extensions, hold the moment; one query.

    Once counting is closed no answer comes, whatever dates and state say.
    """
    return AskedRunning(round_id, key).read().is_open(moment)


def participation(round_id: int, agency_id: int) -> ParticipationFacts | None:
    """An agency in a round: what was confirmed last in one query, else what is written so far in three."""
    row = _rows(round_id).filter(agency_id=agency_id).first()
    return None if row is None else participation_of(row, _rules(row.round))


def participations(
    round_id: int, *, words: str = "", state: str = "", page: int | str | None = 1
) -> Page[ParticipationLine]:
    """A page of the agencies in a round in Thai order, narrowed by words of the name or by state; two queries."""
    rows = _rows(round_id).order_by("agency__sort_key", "id")
    if words:
        rows = rows.filter(agency__search_text__contains=searchable(words))
    if state:
        rows = rows.filter(state=state)
    found = Paginator(rows, LINES_ON_A_PAGE).get_page(page)
    return Page(_lines(list(found)), found.number, cast("Paginator[ParticipationLine]", found.paginator))


def all_participations(round_id: int) -> Iterator[ParticipationLine]:
    """Every agency in a round, for counting and files; rows are fetched in chunks."""
    for row in _rows(round_id).order_by("id").iterator(CHUNK):
        yield line_of(row, _rules(row.round))


def next_participations(round_id: int, *, after: int, limit: int) -> list[ParticipationLine]:
    """The agencies that follow one by number: for work that goes through all of them slice by slice; one query."""
    return _lines(list(_rows(round_id).filter(agency_id__gt=after).order_by("agency_id")[:limit]))


def count_by_state(round_id: int) -> dict[ParticipationState, int]:
    """How many agencies stand where, with zeros; one query."""
    counted = Participation.objects.filter(round_id=round_id).order_by().values_list("state").annotate(Count("pk"))
    return dict.fromkeys(ParticipationState, 0) | {ParticipationState(state): many for state, many in counted}


def rounds_of_agency(agency_id: int) -> list[RoundFacts]:
    """The rounds to which an agency is invited and that have begun, newest first; one query."""
    rows = Round.objects.filter(participations__agency_id=agency_id).exclude(state=RoundState.PREPARED)
    return [round_of(row) for row in rows]


def states_at_agency(agency_id: int) -> list[tuple[ParticipationState, RoundState]]:
    """How far the agency has come, and the round, for each round that has begun; one query."""
    rows = Participation.objects.filter(agency_id=agency_id).exclude(round__state=RoundState.PREPARED)
    found = rows.values_list("state", "round__state")
    return [(ParticipationState(state), RoundState(round_state)) for state, round_state in found]


def journal_path(round_id: int, agency_id: int) -> str:
    """How the journal names an agency in a round, so that the agency's own journal shows it; one query."""
    taking_part = Participation.objects.filter(round_id=round_id, agency_id=agency_id)
    return participation_path(*taking_part.values_list("agency__code", "round__slug").get())


def written_participation(round_id: int, agency_id: int) -> Participation | None:
    """What an agency has written so far, for this area's own pages; three queries."""
    return _rows(round_id).filter(agency_id=agency_id).prefetch_related("units__unit", "services", "copies").first()


def find_copy(round_id: int, agency_id: int, version: int) -> ConfirmedCopy | None:
    """A copy that an executive confirmed."""
    mine = ConfirmedCopy.objects.filter(participation__round_id=round_id, participation__agency_id=agency_id)
    return mine.filter(version=version).first()


def changes_of(round_id: int) -> list[StateChange]:
    """How the round moved, newest first; one query."""
    return list(StateChange.objects.filter(round_id=round_id).order_by("-id"))


def has_collected(round_id: int) -> bool:
    """Whether the round is, or ever was, in the state in which answers come; one query."""
    return StateChange.objects.filter(round_id=round_id, after=RoundState.COLLECTING).exists()


def wordings_of(round_id: int) -> list[Wording]:
    """The revisions of the official wording, newest first; one query."""
    return list(Wording.objects.filter(round_id=round_id).order_by("-revision"))


def _rows(round_id: int) -> QuerySet[Participation]:
    return Participation.objects.filter(round_id=round_id).select_related("agency", "round", "confirmed_copy")


def _lines(rows: Sequence[Participation]) -> list[ParticipationLine]:
    return [line_of(row, _rules(row.round)) for row in rows]


def _rules(row: Round) -> YearInstrument:
    return instrument_of(round_of(row))

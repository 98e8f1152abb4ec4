"""Reads marks and decisions, and derives the verdict on every item."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import Count, F, Q, QuerySet

from prongsai.portal.disclosures.assessing.facts import (
    BothMarks,
    DecisionFacts,
    ElementFacts,
    MarkFacts,
    QueueLine,
    SeatingFacts,
)
from prongsai.portal.disclosures.assessing.sharing import Conflicts, ToShare
from prongsai.portal.disclosures.assessing.verdicts import Findings, Verdict, verdict_on
from prongsai.portal.disclosures.facts import ConfirmedDisclosure
from prongsai.portal.disclosures.models import (
    Adjudication,
    ConflictOfInterest,
    Disclosure,
    Erratum,
    Mark,
    Objection,
    ObjectionState,
    Seating,
    SeatKind,
)
from prongsai.portal.disclosures.queries import confirmed_disclosure
from prongsai.portal.people.queries import agencies_worked_for
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import instrument_of
from prongsai.statistics.agreement import Agreement

CURRENT = Q(version=F("seating__disclosure__confirmed_copy__version"))
"""Marks of the copy that counts."""

BLIND = (SeatKind.FIRST, SeatKind.SECOND)


def seating_of(person_id: int, round_id: int, agency_code: str) -> SeatingFacts | None:
    """A person's place at an agency of a round, unless she is tied to it; three queries."""
    row = _seatings(person_id, round_id).filter(disclosure__agency__code=agency_code).first()
    return next((_facts(one) for one in _untied(person_id, [row] if row else [])), None)


def queue_of(person_id: int, round_id: int) -> list[QueueLine]:
    """Everything that waits for an assessor in a round, agencies in Thai order; at most eight queries."""
    seatings = _untied(person_id, _seatings(person_id, round_id).order_by("disclosure__agency__sort_key", "id"))
    marking = {row.pk: row for row in seatings if row.kind in BLIND}
    deciding = {row.disclosure_id: row for row in seatings if row.kind == SeatKind.ADJUDICATOR}
    marked = _marked_items(marking)
    disputed, decided = _disputed(deciding), _decided(deciding)
    lines = []
    for row in seatings:
        if row.kind == SeatKind.ADJUDICATOR:
            open_items = disputed[row.disclosure_id] - decided[row.disclosure_id]
            finished = decided[row.disclosure_id]
        else:
            open_items, finished = _given(row) - marked[row.pk], marked[row.pk]
        lines.append(QueueLine(_facts(row), _in_order(row, open_items), _in_order(row, finished)))
    return lines


def objections_waiting_for(person_id: int, round_id: int) -> list[tuple[str, str]]:
    """Agency code and item of each objection that waits for an adjudicator, oldest first; two queries."""
    mine = Seating.objects.filter(person_id=person_id, kind=SeatKind.ADJUDICATOR, disclosure__round_id=round_id)
    numbers = list(mine.values_list("disclosure_id", flat=True))
    rows = Objection.objects.filter(state=ObjectionState.OPEN, disclosure_id__in=numbers).order_by("at", "id")
    return list(rows.values_list("disclosure__agency__code", "item"))


def mark_of(seating: SeatingFacts, item: str) -> MarkFacts | None:
    """What an assessor said of an item of the copy that counts; two queries."""
    rows = Mark.objects.filter(seating_id=seating.id, version=seating.version, item=item)
    row = rows.prefetch_related("elements").first()
    return None if row is None else _mark(row)


def both_marks(disclosure_id: int) -> dict[str, BothMarks]:
    """The two marks on every marked item of the copy that counts; two queries."""
    rows = Mark.objects.filter(CURRENT, seating__disclosure_id=disclosure_id, seating__kind__in=BLIND)
    found: defaultdict[str, dict[str, MarkFacts]] = defaultdict(dict)
    for row in rows.select_related("seating").prefetch_related("elements"):
        found[row.item][row.seating.kind] = _mark(row)
    return {item: BothMarks(by.get(SeatKind.FIRST), by.get(SeatKind.SECOND)) for item, by in found.items()}


def decisions(disclosure_id: int) -> dict[str, DecisionFacts]:
    """What the adjudicator decided in the copy that counts; one query."""
    rows = Adjudication.objects.filter(disclosure_id=disclosure_id, version=F("disclosure__confirmed_copy__version"))
    return {row.item: DecisionFacts(row.item, row.is_complete, row.reason) for row in rows}


def verdicts(facts: RoundFacts, agency_id: int) -> dict[str, Verdict]:
    """What stands for each of the year's items at an agency; five queries."""
    confirmed = confirmed_disclosure(facts.id, agency_id)
    found = findings(confirmed.disclosure_id) if confirmed else {}
    return {
        code: verdict_on(
            code, found.get(code, Findings()), handed_in=confirmed is not None, given=_is_given(confirmed, code)
        )
        for code in instrument_of(facts).items
    }


def findings(disclosure_id: int) -> dict[str, Findings]:
    """All that was found for each item that anything was found for; four queries."""
    first, second = _blind_marks(disclosure_id)
    adjudicated = {item: decision.is_complete for item, decision in decisions(disclosure_id).items()}
    granted = set(
        Objection.objects.filter(disclosure_id=disclosure_id, state=ObjectionState.GRANTED).values_list(
            "item", flat=True
        )
    )
    corrected = dict(Erratum.objects.filter(disclosure_id=disclosure_id).values_list("item", "is_complete"))
    return {
        item: Findings(first.get(item), second.get(item), adjudicated.get(item), item in granted, corrected.get(item))
        for item in {*first, *second, *adjudicated, *granted, *corrected}
    }


def agreement_by_item(round_id: int) -> dict[str, Agreement]:
    """How the two assessors agree on each item over all agencies of a round; one query."""
    other = "seating__disclosure__seatings__marks"
    pairs = Mark.objects.filter(
        CURRENT,
        seating__kind=SeatKind.FIRST,
        seating__disclosure__round_id=round_id,
        seating__disclosure__seatings__kind=SeatKind.SECOND,
        seating__disclosure__seatings__marks__item=F("item"),
        seating__disclosure__seatings__marks__version=F("version"),
    ).values_list("item", "is_complete", f"{other}__is_complete")
    counted: defaultdict[str, dict[tuple[bool, bool], int]] = defaultdict(dict)
    for item, first, second, many in pairs.annotate(Count("id")).order_by():
        counted[item][first, second] = many
    return {item: _agreement(by) for item, by in counted.items()}


def overall(by_item: Iterable[Agreement]) -> Agreement:
    """The agreement over all items together."""
    every = list(by_item)
    return Agreement(
        sum(one.both_yes for one in every),
        sum(one.both_no for one in every),
        sum(one.first_only for one in every),
        sum(one.second_only for one in every),
    )


def to_share(round_id: int) -> list[ToShare]:
    """The agencies whose answers are confirmed, with who sits there already; two queries."""
    rows = Disclosure.objects.filter(round_id=round_id, confirmed_copy__isnull=False)
    rows = rows.select_related("agency").prefetch_related("seatings")
    return [
        ToShare(
            row.pk,
            row.agency_id,
            row.agency.province,
            {SeatKind(seating.kind): seating.person_id for seating in row.seatings.all()},
        )
        for row in rows
    ]


def conflicts_of(people: Iterable[int]) -> dict[int, Conflicts]:
    """The ties of each of these people, told or by work for the agency at any time; two queries."""
    wanted = list(people)
    agencies: defaultdict[int, set[int]] = defaultdict(set)
    provinces: defaultdict[int, set[str]] = defaultdict(set)
    for person, agency in agencies_worked_for(wanted):
        agencies[person].add(agency)
    for row in ConflictOfInterest.objects.filter(person_id__in=wanted):
        if row.agency_id is None:
            provinces[row.person_id].add(row.province)
        else:
            agencies[row.person_id].add(row.agency_id)
    return {
        person: Conflicts(frozenset(agencies[person]), frozenset(provinces[person]))
        for person in {*agencies, *provinces}
    }


def _seatings(person_id: int, round_id: int) -> QuerySet[Seating]:
    rows = Seating.objects.filter(
        person_id=person_id, disclosure__round_id=round_id, disclosure__confirmed_copy__isnull=False
    )
    return rows.select_related("disclosure__agency", "disclosure__confirmed_copy")


def _untied(person_id: int, rows: Iterable[Seating]) -> list[Seating]:
    """The places without those at agencies to which the person is tied; two queries."""
    ties = conflicts_of([person_id]).get(person_id, Conflicts())
    return [row for row in rows if not ties.with_agency(row.disclosure.agency_id, row.disclosure.agency.province)]


def _facts(row: Seating) -> SeatingFacts:
    agency, copy = row.disclosure.agency, row.disclosure.confirmed_copy
    return SeatingFacts(
        id=row.pk,
        kind=SeatKind(row.kind),
        disclosure_id=row.disclosure_id,
        agency_id=agency.pk,
        agency_code=agency.code,
        agency_name_th=agency.name_th,
        agency_name_en=agency.name_en,
        version=0 if copy is None else copy.version,
    )


def _given(row: Seating) -> set[str]:
    """The items for which the confirmed copy gives anything: the others need no mark."""
    copy = row.disclosure.confirmed_copy
    items = [] if copy is None else copy.contents["items"]
    return {one["item"] for one in items if one["urls"] or one["explanation"] or one["not_applicable"]}


def _in_order(row: Seating, items: set[str]) -> tuple[str, ...]:
    copy = row.disclosure.confirmed_copy
    return () if copy is None else tuple(one["item"] for one in copy.contents["items"] if one["item"] in items)


def _is_given(confirmed: ConfirmedDisclosure | None, code: str) -> bool:
    return confirmed is not None and code in confirmed.items and not confirmed.items[code].is_empty


def _marked_items(seatings: Mapping[int, Seating]) -> defaultdict[int, set[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    rows = Mark.objects.filter(CURRENT, seating_id__in=list(seatings))
    for seating, item in rows.values_list("seating_id", "item"):
        found[seating].add(item)
    return found


def _disputed(seatings: Mapping[int, Seating]) -> defaultdict[int, set[str]]:
    """The items on which the two marks of a disclosure differ."""
    said: defaultdict[tuple[int, str], list[bool]] = defaultdict(list)
    rows = Mark.objects.filter(CURRENT, seating__disclosure_id__in=list(seatings), seating__kind__in=BLIND)
    for disclosure, item, is_complete in rows.values_list("seating__disclosure_id", "item", "is_complete"):
        said[disclosure, item].append(is_complete)
    found: defaultdict[int, set[str]] = defaultdict(set)
    for (disclosure, item), marks in said.items():
        if len(set(marks)) > 1:
            found[disclosure].add(item)
    return found


def _decided(seatings: Mapping[int, Seating]) -> defaultdict[int, set[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    rows = Adjudication.objects.filter(
        disclosure_id__in=list(seatings), version=F("disclosure__confirmed_copy__version")
    )
    for disclosure, item in rows.values_list("disclosure_id", "item"):
        found[disclosure].add(item)
    return found


def _blind_marks(disclosure_id: int) -> tuple[dict[str, bool], dict[str, bool]]:
    rows = Mark.objects.filter(CURRENT, seating__disclosure_id=disclosure_id, seating__kind__in=BLIND)
    said: dict[str, dict[str, bool]] = {SeatKind.FIRST: {}, SeatKind.SECOND: {}}
    for kind, item, is_complete in rows.values_list("seating__kind", "item", "is_complete"):
        said[kind][item] = is_complete
    return said[SeatKind.FIRST], said[SeatKind.SECOND]


def _mark(row: Mark) -> MarkFacts:
    elements = tuple(ElementFacts(one.number, one.is_there, one.reason) for one in row.elements.all())
    return MarkFacts(row.item, row.is_complete, elements)


def _agreement(by: Mapping[tuple[bool, bool], int]) -> Agreement:
    return Agreement(
        by.get((True, True), 0), by.get((False, False), 0), by.get((True, False), 0), by.get((False, True), 0)
    )

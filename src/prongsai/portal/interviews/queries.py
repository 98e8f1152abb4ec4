"""Reads frames, assignments and how far they are. Other areas get counts from here, never clients."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Count, QuerySet, Sum

from prongsai.portal.interviews.facts import (
    CheckLine,
    DayLine,
    FrameFacts,
    NonResponse,
    OwnAssignment,
    Progress,
    TryLine,
)
from prongsai.portal.interviews.models import (
    Assignment,
    AssignmentState,
    BackCheck,
    Client,
    DoubtfulDay,
    Frame,
    Outcome,
)


def frames_of(round_id: int) -> list[FrameFacts]:
    """The frames of a round in Thai order of the agencies; one query."""
    rows = Frame.objects.filter(round_id=round_id).select_related("agency").order_by("agency__sort_key", "id")
    return [frame_of(row) for row in rows]


def find_frame(round_id: int, agency_id: int) -> FrameFacts | None:
    """An agency's frame; one query."""
    row = Frame.objects.filter(round_id=round_id, agency_id=agency_id).select_related("agency").first()
    return None if row is None else frame_of(row)


def frames_due(today: date) -> list[int]:
    """Frames whose clients are to be erased by now; one query."""
    return list(Frame.objects.filter(erases_on__lte=today, erased_on=None).order_by("id").values_list("pk", flat=True))


def service_sizes(frame_id: int) -> dict[str, int]:
    """How many clients each service has; one query."""
    rows = Client.objects.filter(frame_id=frame_id).values_list("service").annotate(Count("pk")).order_by("service")
    return dict(rows)


def references_by_service(frame_id: int) -> dict[str, list[str]]:
    """The strata of the frame; one query."""
    strata: dict[str, list[str]] = defaultdict(list)
    for service, reference in Client.objects.filter(frame_id=frame_id).values_list("service", "reference"):
        strata[service].append(reference)
    return dict(strata)


def sample_of(frame_id: int) -> list[tuple[str, str, bool]]:
    """Service, reference and whether it is a replacement of everybody in the sample, in the order drawn; one query."""
    rows = Assignment.objects.filter(frame_id=frame_id, client__isnull=False).order_by("id")
    return list(rows.values_list("service", "client__reference", "is_replacement"))


def unassigned(frame_id: int) -> int:
    """How many of the sample nobody calls yet; one query."""
    return Assignment.objects.filter(frame_id=frame_id, interviewer=None, state=AssignmentState.OPEN).count()


def progress_by_interviewer(round_id: int, frame_id: int | None = None) -> list[Progress]:
    """How far each interviewer is, in a round or in one agency; two queries."""
    rows = _assignments(round_id, frame_id).exclude(interviewer=None)
    named = rows.values_list("interviewer_id", "interviewer__display_name", "state")
    found: dict[tuple[str, int], dict[AssignmentState, int]] = defaultdict(dict)
    for number, name, state, many in named.annotate(Count("pk")).order_by():
        found[name, number][AssignmentState(state)] = many
    doubtful = dict(
        DoubtfulDay.objects.filter(round_id=round_id)
        .values_list("interviewer_id")
        .annotate(Sum("interviews"))
        .order_by()
    )
    return [Progress(name, found[name, who], who, doubtful.get(who, 0)) for name, who in sorted(found)]


def progress_by_agency(round_id: int) -> dict[int, Progress]:
    """How far each agency is; one query."""
    rows = _assignments(round_id, None).values_list("frame__agency_id", "state")
    found: dict[int, dict[AssignmentState, int]] = defaultdict(dict)
    for agency_id, state, many in rows.annotate(Count("pk")).order_by():
        found[agency_id][AssignmentState(state)] = many
    return {agency_id: Progress("", counts) for agency_id, counts in found.items()}


def progress_by_service(frame_id: int) -> list[Progress]:
    """How far each service is; one query."""
    rows = Assignment.objects.filter(frame_id=frame_id).values_list("service", "state")
    found: dict[str, dict[AssignmentState, int]] = defaultdict(dict)
    for service, state, many in rows.annotate(Count("pk")).order_by():
        found[service][AssignmentState(state)] = many
    return [Progress(service, found[service]) for service in sorted(found)]


def non_responses(frame_id: int, services: Iterable[str]) -> list[NonResponse]:
    """Why clients were not interviewed, by service in the order given; one query."""
    columns = list(services)
    rows = Assignment.objects.filter(frame_id=frame_id, state=AssignmentState.ENDED).values_list("outcome", "service")
    counted = {(outcome, service): many for outcome, service, many in rows.annotate(Count("pk")).order_by()}
    reasons = [outcome for outcome in Outcome if any(found == outcome for found, _ in counted)]
    return [NonResponse(why, tuple(counted.get((why, service), 0) for service in columns)) for why in reasons]


def back_checks_of(frame_id: int) -> list[CheckLine]:
    """Whom to call again; one query."""
    rows = BackCheck.objects.filter(assignment__frame_id=frame_id).order_by("id")
    return [_check(row) for row in rows.select_related("assignment__client", "assignment__interviewer")]


def doubtful_days(round_id: int) -> list[DayLine]:
    """The days under doubt, newest first; one query."""
    rows = DoubtfulDay.objects.filter(round_id=round_id).select_related("interviewer").order_by("-day", "id")
    return [DayLine(row.interviewer.display_name, row.day, row.interviews, row.reason) for row in rows]


def own_assignments(round_id: int, person_id: int) -> list[OwnAssignment]:
    """Whom an interviewer still has to interview; two queries."""
    rows = Assignment.objects.filter(
        frame__round_id=round_id, interviewer_id=person_id, state=AssignmentState.OPEN, client__isnull=False
    )
    found = rows.select_related("client", "frame__agency").prefetch_related("tries").order_by("frame_id", "id")
    return [_own(row) for row in found]


def own_counts(person_id: int) -> dict[int, Progress]:
    """How far an interviewer is, by round; one query."""
    rows = Assignment.objects.filter(interviewer_id=person_id).values_list("frame__round_id", "state")
    found: dict[int, dict[AssignmentState, int]] = defaultdict(dict)
    for round_id, state, many in rows.annotate(Count("pk")).order_by():
        found[round_id][AssignmentState(state)] = many
    return {round_id: Progress("", counts) for round_id, counts in found.items()}


def frame_of(row: Frame) -> FrameFacts:
    """A frame; its agency must have been fetched."""
    return FrameFacts(
        id=row.pk,
        round_id=row.round_id,
        agency_id=row.agency_id,
        agency_code=row.agency.code,
        agency_name_th=row.agency.name_th,
        agency_name_en=row.agency.name_en,
        erases_on=row.erases_on,
        erased_on=row.erased_on,
        seed=row.seed,
        size=row.size,
    )


def _assignments(round_id: int, frame_id: int | None) -> QuerySet[Assignment]:
    rows = Assignment.objects.filter(frame__round_id=round_id)
    return rows if frame_id is None else rows.filter(frame_id=frame_id)


def _check(row: BackCheck) -> CheckLine:
    assignment = row.assignment
    client = assignment.client
    return CheckLine(
        id=row.pk,
        service=assignment.service,
        reference=client.reference if client else "",
        contact=client.contact if client else "",
        interviewer=assignment.interviewer.display_name if assignment.interviewer else "",
        outcome=row.outcome,
        outcome_label=row.get_outcome_display(),
    )


def _own(row: Assignment) -> OwnAssignment:
    assert row.client is not None  # noqa: S101 - asked for above
    return OwnAssignment(
        id=row.pk,
        agency_id=row.frame.agency_id,
        agency_name_th=row.frame.agency.name_th,
        agency_name_en=row.frame.agency.name_en,
        service=row.service,
        contact=row.client.contact,
        reference=row.client.reference,
        tries=tuple(TryLine(one.day, one.outcome, one.call_on) for one in row.tries.all()),
    )

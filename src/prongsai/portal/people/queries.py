"""Reads people, memberships and invitations."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from prongsai.portal.agencies.queries import Agency
from prongsai.portal.people.models import Invitation, Membership, Person
from prongsai.portal.people.roles import Role


@dataclass(frozen=True, slots=True)
class Place:
    """An agency that a person works for, and as what."""

    agency: Agency
    roles: tuple[Role, ...]


def live_memberships(person_id: int, agency_id: int) -> list[Membership]:
    """What a person is in an agency now, with the units; two queries."""
    live = Membership.objects.filter(person_id=person_id, agency_id=agency_id, ended_at=None)
    return list(live.prefetch_related("units"))


def national_roles_of(person_id: int) -> frozenset[Role]:
    """What a person is outside all agencies now; one query."""
    live = Membership.objects.filter(person_id=person_id, agency=None, ended_at=None)
    return frozenset(map(Role, live.values_list("role", flat=True)))


def names_in_national_role(role: Role) -> dict[int, str]:
    """The numbers and names of those who hold a national role now, by name; one query."""
    live = Membership.objects.filter(agency=None, ended_at=None, role=role, person__is_active=True)
    return dict(live.order_by("person__display_name", "id").values_list("person_id", "person__display_name"))


def members_of(agency_id: int) -> list[Membership]:
    """Everybody who works here now, with the units; two queries."""
    live = Membership.objects.filter(agency_id=agency_id, ended_at=None, person__is_active=True)
    return list(live.select_related("person").prefetch_related("units").order_by("id"))


def find_member(agency_id: int, membership_id: int) -> Membership | None:
    """A live membership, if it is this agency's."""
    live = Membership.objects.filter(agency_id=agency_id, ended_at=None, pk=membership_id)
    return live.select_related("person", "agency").first()


def places_of(person_id: int) -> list[Place]:
    """The agencies that a person works for now, in Thai order."""
    live = Membership.objects.filter(person_id=person_id, ended_at=None, agency__isnull=False)
    held: dict[Agency, list[Role]] = {}
    for membership in live.select_related("agency").order_by("agency__sort_key", "id"):
        assert membership.agency is not None  # noqa: S101 - asked for above
        held.setdefault(membership.agency, []).append(Role(membership.role))
    return [Place(agency, tuple(roles)) for agency, roles in held.items()]


def agencies_worked_for(people: Iterable[int]) -> list[tuple[int, int]]:
    """Person and agency for each place that these people have or ever had; one query."""
    places = Membership.objects.filter(person_id__in=list(people), agency__isnull=False).order_by()
    return [(person, agency) for person, agency in places.values_list("person_id", "agency_id") if agency is not None]


def open_invitations_of(agency_id: int) -> list[Invitation]:
    """Invitations that were neither accepted nor withdrawn, newest first; two queries."""
    waiting = Invitation.objects.filter(agency_id=agency_id, accepted_at=None, withdrawn_at=None)
    return list(waiting.prefetch_related("units"))


def find_invitation(agency_id: int, invitation_id: int) -> Invitation | None:
    """An open invitation, if it is this agency's."""
    waiting = Invitation.objects.filter(agency_id=agency_id, accepted_at=None, withdrawn_at=None)
    return waiting.filter(pk=invitation_id).select_related("agency").first()


def usable_invitation(token_hash: str, at: datetime) -> Invitation | None:
    """The invitation that a token opens, while it is open."""
    waiting = Invitation.objects.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=at)
    return waiting.filter(token_hash=token_hash).select_related("agency").first()


def holds_role(email: str, agency_id: int, role: Role) -> bool:
    """Whether somebody with this e-mail holds a role at an agency now; one query."""
    live = Membership.objects.filter(agency_id=agency_id, role=role, ended_at=None)
    return live.filter(person__email__iexact=email).exists()


def waiting_invitation(email: str, agency_id: int, role: Role, at: datetime) -> Invitation | None:
    """The invitation by which somebody with this e-mail may still take a role; one query."""
    waiting = Invitation.objects.filter(agency_id=agency_id, role=role, accepted_at=None, withdrawn_at=None)
    return waiting.filter(email__iexact=email, expires_at__gt=at).first()


def find_person(email: str) -> Person | None:
    """The person with this e-mail, in any case."""
    return Person.objects.filter(email__iexact=email).first()


def has_people() -> bool:
    """Whether anybody has an account."""
    return Person.objects.exists()


def names_of_actors(actors: set[str]) -> dict[str, str]:
    """The names of those whom the journal calls person/12; one query."""
    numbers = [actor.removeprefix("person/") for actor in actors if actor.startswith("person/")]
    named = Person.objects.filter(pk__in=filter(str.isdecimal, numbers)).values_list("pk", "display_name")
    return {f"person/{number}": name for number, name in named}

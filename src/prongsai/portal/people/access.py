"""The one place that decides who may. Whatever is not granted here is refused."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from prongsai.portal.agencies.queries import Agency, Unit, find_agency, find_unit
from prongsai.portal.people.models import Invitation, Membership, Person
from prongsai.portal.people.queries import (
    find_invitation,
    find_member,
    live_memberships,
    national_roles_of,
    usable_invitation,
)
from prongsai.portal.people.roles import ROLE_PERMISSIONS, UNIT_ROLES, Permission, Role

SeatView = Callable[..., HttpResponseBase]
OfficeView = Callable[..., HttpResponseBase]
Thing = TypeVar("Thing")

WHOLE_AGENCY = frozenset({Role.OFFICER, Role.EXECUTIVE, Role.AUDITOR})
"""Roles that see the work of every unit; the others see their own units' only."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A person at work in one agency: what every page of the office is given."""

    person: Person
    agency: Agency
    roles: frozenset[Role]
    unit_ids: frozenset[int]
    unit_roles: frozenset[tuple[Role, int]] = field(default=frozenset())

    @property
    def actor(self) -> str:
        """How the journal names the person: by number, so that it holds no names."""
        return f"person/{self.person.pk}"

    @property
    def roles_in_order(self) -> list[Role]:
        """The roles as a page lists them."""
        return [role for role in Role if role in self.roles]

    def may(self, permission: Permission) -> bool:
        """Whether any of the roles here allows it."""
        return may_in_roles(self.roles, permission)

    def works_in(self, unit_id: int) -> bool:
        """Whether the unit's work is this person's; an officer works in all."""
        return Role.OFFICER in self.roles or unit_id in self.unit_ids

    def sees(self, unit_id: int) -> bool:
        """Whether the person may look at the unit's work."""
        return bool(self.roles & WHOLE_AGENCY) or unit_id in self.unit_ids

    def may_in(self, permission: Permission, unit_id: int) -> bool:
        """Whether it is allowed for this unit: a head of one unit who reports for another checks only the one."""
        here = {role for role, unit in self.unit_roles if unit == unit_id}
        return may_in_roles((self.roles - UNIT_ROLES) | here, permission)


@dataclass(frozen=True, slots=True)
class NationalSeat:
    """A person at work for all agencies: what every page below `/office/national/` is given."""

    person: Person
    roles: frozenset[Role]

    @property
    def actor(self) -> str:
        """How the journal names the person."""
        return f"person/{self.person.pk}"

    @property
    def roles_in_order(self) -> list[Role]:
        """The roles as a page lists them."""
        return [role for role in Role if role in self.roles]

    def may(self, permission: Permission) -> bool:
        """Whether any of the roles allows it."""
        return may_in_roles(self.roles, permission)


def may_in_roles(roles: frozenset[Role], permission: Permission) -> bool:
    """Whether one of the roles is granted the permission."""
    return any(permission in ROLE_PERMISSIONS[role] for role in roles)


def may(person: Person | AnonymousUser, permission: Permission, agency_id: int) -> bool:
    """Whether a person may do this in an agency."""
    roles = frozenset(Role(held.role) for held in _held(person, agency_id))
    return may_in_roles(roles, permission)


def take_seat(person: Person | AnonymousUser, agency: Agency) -> Seat | None:
    """The person's seat in the agency, if there is one."""
    held = _held(person, agency.pk)
    if not held or not isinstance(person, Person):
        return None
    unit_roles = frozenset((Role(one.role), unit.pk) for one in held if one.is_for_units for unit in one.units.all())
    return Seat(
        person=person,
        agency=agency,
        roles=frozenset(Role(one.role) for one in held),
        unit_ids=frozenset(unit for _, unit in unit_roles),
        unit_roles=unit_roles,
    )


def open_seat(request: HttpRequest, agency_code: str, permission: Permission) -> Seat:
    """The seat from which a page is asked for. Another agency's address is as unknown as one that does not exist."""
    agency = find_agency(agency_code)
    seat = take_seat(request.user, agency) if agency is not None else None
    if seat is None:
        raise Http404(f"no seat at {agency_code}")
    if not seat.may(permission):
        raise PermissionDenied(permission)
    return seat


def office_view(permission: Permission) -> Callable[[SeatView], OfficeView]:
    """Guard a page of `/office/<agency_code>/…`: it is called with the seat in the place of the code.

    Not signed in: to the sign-in and back. No seat there: 404. A seat without the permission: 403.
    """

    def guard(view: SeatView) -> OfficeView:
        @never_cache
        @wraps(view)
        def answer(request: HttpRequest, agency_code: str, **named: Any) -> HttpResponseBase:  # noqa: ANN401 - the address's parts
            if not request.user.is_authenticated:
                return ask_to_sign_in(request)
            return view(request, open_seat(request, agency_code, permission), **named)

        answer.permission = permission  # type: ignore[attr-defined]  # read by the test that walks all addresses
        return answer

    return guard


def take_national_seat(person: Person | AnonymousUser) -> NationalSeat | None:
    """The person's seat outside all agencies, if there is one."""
    if not (isinstance(person, Person) and person.is_active):
        return None
    roles = national_roles_of(person.pk)
    return NationalSeat(person, roles) if roles else None


def open_national_seat(request: HttpRequest, permission: Permission) -> NationalSeat:
    """The seat from which a national page is asked for. To those who work in agencies only there is no such page."""
    seat = take_national_seat(request.user)
    if seat is None:
        raise Http404("no national seat")
    if not seat.may(permission):
        raise PermissionDenied(permission)
    return seat


def national_view(permission: Permission) -> Callable[[SeatView], OfficeView]:
    """Guard a page of `/office/national/…`: it is called with the national seat after the request.

    Not signed in: to the sign-in and back. No national role: 404. A role without the permission: 403.
    """

    def guard(view: SeatView) -> OfficeView:
        @never_cache
        @wraps(view)
        def answer(request: HttpRequest, **named: Any) -> HttpResponseBase:  # noqa: ANN401 - the address's parts
            if not request.user.is_authenticated:
                return ask_to_sign_in(request)
            return view(request, open_national_seat(request, permission), **named)

        answer.national_permission = permission  # type: ignore[attr-defined]  # read by the test that walks all addresses
        return answer

    return guard


def signed_in(view: OfficeView) -> OfficeView:
    """Guard a page that belongs to the person, not to an agency."""

    @never_cache
    @wraps(view)
    def answer(request: HttpRequest, **named: Any) -> HttpResponseBase:  # noqa: ANN401 - the address's parts
        if not request.user.is_authenticated:
            return ask_to_sign_in(request)
        return view(request, **named)

    answer.signed_in = True  # type: ignore[attr-defined]  # read by the test that walks all addresses
    return answer


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """Lead to the sign-in, and back to the page that was asked for if that only reads."""
    wanted = request.get_full_path() if request.method in {"GET", "HEAD"} else reverse("office:home")
    return redirect_to_login(wanted, reverse("account_login"))


def signed_in_person(request: HttpRequest) -> Person:
    """The person behind a page that `signed_in` guards."""
    if not isinstance(request.user, Person):
        raise PermissionDenied
    return request.user


def open_member(seat: Seat, membership_id: int) -> Membership:
    """A live membership of the seat's agency."""
    return _found(find_member(seat.agency.pk, membership_id))


def open_invitation(seat: Seat, invitation_id: int) -> Invitation:
    """An open invitation of the seat's agency."""
    return _found(find_invitation(seat.agency.pk, invitation_id))


def open_unit(seat: Seat, unit_id: int) -> Unit:
    """A unit of the seat's agency."""
    return _found(find_unit(seat.agency.pk, unit_id))


def open_invitation_by_token(token: str) -> Invitation:
    """The invitation that a link opens, while it does."""
    return _found(usable_invitation(token_hash(token), timezone.now()))


def token_hash(token: str) -> str:
    """What is kept of an invitation's token."""
    return hashlib.sha256(token.encode()).hexdigest()


def _found(thing: Thing | None) -> Thing:
    if thing is None:
        raise Http404
    return thing


def _held(person: Person | AnonymousUser, agency_id: int) -> list[Membership]:
    if not (isinstance(person, Person) and person.is_active):
        return []
    return live_memberships(person.pk, agency_id)

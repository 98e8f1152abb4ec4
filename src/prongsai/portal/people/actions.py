"""Writes people, memberships and invitations. The journal names people by number, never by name or e-mail."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from prongsai.portal.agencies.queries import Agency, Unit
from prongsai.portal.journal.actions import append_line
from prongsai.portal.people.access import token_hash
from prongsai.portal.people.models import Invitation, Membership, Person
from prongsai.portal.people.queries import find_person
from prongsai.portal.people.roles import NATIONAL_ROLES, ROLE_PERMISSIONS, UNIT_ROLES, Role

if TYPE_CHECKING:
    from prongsai.portal.journal.chain import Detail

INVITATION_LASTS = timedelta(days=7)
HAS_ACCOUNT = "there is an account with this e-mail: sign in to accept"


class RoleError(ValueError):
    """A role that cannot be held in this way; says why and what to do instead."""


class LastOfficerError(RoleError):
    """An agency without an officer could invite nobody."""


class OwnRoleError(RoleError):
    """What nobody may give herself: a second person has to."""


class InvitationError(ValueError):
    """An invitation that cannot be sent or accepted."""


@dataclass(frozen=True, slots=True)
class SentInvitation:
    """An invitation with its token, which is nowhere else."""

    invitation: Invitation
    token: str


@transaction.atomic
def add_person(*, actor: str, email: str, display_name: str, password: str | None, language: str = "th") -> Person:
    """Make an account; without a password nobody can sign in to it until one is set by e-mail."""
    person = Person(email=email.strip().lower(), display_name=display_name.strip(), language=language)
    person.set_password(password)
    person.full_clean()
    person.save()
    append_line(actor=actor, verb="person.add", object=f"people/{person.pk}")
    return person


@transaction.atomic
def grant_role(
    *, actor: str, person: Person, agency: Agency | None, role: Role, units: Sequence[Unit] = ()
) -> Membership:
    """Give a person a role; units are needed for roles that are held for units and refused for others."""
    _refuse_mismatch(agency, role, units)
    if Membership.objects.filter(person=person, agency=agency, role=role, ended_at=None).exists():
        raise RoleError(f"{role}: the person already holds it; change its units instead")
    membership = Membership.objects.create(person=person, agency=agency, role=role)
    membership.units.set(units)
    append_line(
        actor=actor, verb="membership.grant", object=_place_of(membership), detail=_told(person.pk, role, units)
    )
    return membership


@transaction.atomic
def change_role(*, actor: str, membership: Membership, role: Role, units: Sequence[Unit] = ()) -> Membership:
    """Give a membership another role or other units. Nobody gives herself what she may not do already."""
    if role != membership.role:
        _refuse_last_officer(membership)
    _refuse_own_gain(actor, membership.person, membership.agency, role)
    return _rewrite(actor, membership, role, units)


def _rewrite(actor: str, membership: Membership, role: Role, units: Sequence[Unit]) -> Membership:
    _refuse_mismatch(membership.agency, role, units)
    same = Membership.objects.filter(person=membership.person, agency=membership.agency, role=role, ended_at=None)
    if same.exclude(pk=membership.pk).exists():
        raise RoleError(f"{role}: the person already holds it; end one of the two")
    membership.role = role
    membership.save(update_fields=["role"])
    membership.units.set(units)
    detail = _told(membership.person_id, role, units)
    append_line(actor=actor, verb="membership.change", object=_place_of(membership), detail=detail)
    return membership


@transaction.atomic
def end_membership(*, actor: str, membership: Membership, at: datetime | None = None) -> Membership:
    """Take a role away; what the person did in it stays."""
    _refuse_last_officer(membership)
    membership.ended_at = at or timezone.now()
    membership.save(update_fields=["ended_at"])
    detail = _told(membership.person_id, Role(membership.role), ())
    append_line(actor=actor, verb="membership.end", object=_place_of(membership), detail=detail)
    return membership


@transaction.atomic
def invite_person(
    *, actor: str, invited_by: Person, agency: Agency, email: str, role: Role, units: Sequence[Unit] = ()
) -> SentInvitation:
    """Open a way in for an e-mail. An earlier open invitation to the same role is withdrawn: its link was lost."""
    _refuse_mismatch(agency, role, units)
    if role in NATIONAL_ROLES:
        raise RoleError(f"{role}: an agency does not invite to it")
    _refuse_own_gain(actor, find_person(email.strip()), agency, role)
    for lost in _open_invitations(email__iexact=email, agency=agency, role=role):
        withdraw_invitation(actor=actor, invitation=lost)
    sent = _new_invitation(invited_by=invited_by, agency=agency, email=email.strip().lower(), role=role)
    sent.invitation.units.set(units)
    detail = _told(None, role, units)
    append_line(actor=actor, verb="invitation.send", object=_invitation_place(sent.invitation), detail=detail)
    return sent


@transaction.atomic
def renew_invitation(*, actor: str, invitation: Invitation) -> SentInvitation:
    """Give an open invitation a new link and another seven days; the link before opens nothing any more."""
    invitation, token = _lock_open(invitation), secrets.token_urlsafe(32)
    invitation.token_hash, invitation.expires_at = token_hash(token), timezone.now() + INVITATION_LASTS
    invitation.mailed_at, invitation.mail_problem = None, ""
    invitation.save(update_fields=["token_hash", "expires_at", "mailed_at", "mail_problem"])
    append_line(actor=actor, verb="invitation.renew", object=_invitation_place(invitation))
    return SentInvitation(invitation, token)


@transaction.atomic
def note_mail(*, actor: str, invitation: Invitation, problem: str = "") -> Invitation:
    """Keep that an invitation's e-mail went out, or by a word why it did not."""
    invitation.mailed_at, invitation.mail_problem = (None if problem else timezone.now()), problem
    invitation.save(update_fields=["mailed_at", "mail_problem"])
    verb = "invitation.mail-failed" if problem else "invitation.mail"
    detail: Detail = {"problem": problem} if problem else {}
    append_line(actor=actor, verb=verb, object=_invitation_place(invitation), detail=detail)
    return invitation


@transaction.atomic
def withdraw_invitation(*, actor: str, invitation: Invitation) -> Invitation:
    """Close a way in before somebody used it. Raises `InvitationError` where somebody just did."""
    invitation = _lock_open(invitation)
    invitation.withdrawn_at = timezone.now()
    invitation.save(update_fields=["withdrawn_at"])
    append_line(actor=actor, verb="invitation.withdraw", object=_invitation_place(invitation))
    return invitation


@transaction.atomic
def accept_as_new_person(*, invitation: Invitation, display_name: str, password: str, language: str) -> Person:
    """Make the account that the invitation was for, with its role."""
    invitation = _lock_open(invitation)
    if find_person(invitation.email) is not None:
        raise InvitationError(HAS_ACCOUNT)
    try:
        with transaction.atomic():
            person = add_person(
                actor="invitation",
                email=invitation.email,
                display_name=display_name,
                password=password,
                language=language,
            )
    except (IntegrityError, ValidationError):  # another invitation to the same e-mail was accepted at this moment
        raise InvitationError(HAS_ACCOUNT) from None
    return accept_invitation(invitation=invitation, person=person)


@transaction.atomic
def accept_invitation(*, invitation: Invitation, person: Person) -> Person:
    """Give a person the role that the invitation opens. Raises `InvitationError` for somebody else's."""
    invitation = _lock_open(invitation)
    if person.email.casefold() != invitation.email.casefold():
        raise InvitationError("the invitation is for another e-mail: sign in with that one")
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=["accepted_at"])
    actor, role, units = f"person/{person.pk}", Role(invitation.role), list(invitation.units.all())
    append_line(actor=actor, verb="invitation.accept", object=_invitation_place(invitation))
    held = Membership.objects.filter(person=person, agency=invitation.agency, role=role, ended_at=None).first()
    if held is None:
        grant_role(actor=actor, person=person, agency=invitation.agency, role=role, units=units)
    else:
        _rewrite(actor, held, role, [*held.units.all(), *units])
    return person


def _open_invitations(**about: Any) -> QuerySet[Invitation]:  # noqa: ANN401 - Django's own arguments
    return Invitation.objects.filter(accepted_at=None, withdrawn_at=None, **about)


def _lock_open(invitation: Invitation) -> Invitation:
    """The invitation as it is now, held until the transaction ends; refused where it is no longer open."""
    held = _open_invitations(pk=invitation.pk).select_for_update(of=("self",)).select_related("agency").first()
    if held is None:
        raise InvitationError("the invitation is no longer open: ask for a new one")
    return held


def _new_invitation(*, invited_by: Person, agency: Agency, email: str, role: Role) -> SentInvitation:
    token = secrets.token_urlsafe(32)
    try:
        with transaction.atomic():
            invitation = Invitation.objects.create(
                email=email,
                agency=agency,
                role=role,
                token_hash=token_hash(token),
                invited_by=invited_by,
                expires_at=timezone.now() + INVITATION_LASTS,
            )
    except IntegrityError:
        raise InvitationError("somebody else is inviting this e-mail to this role at this moment") from None
    return SentInvitation(invitation, token)


def _refuse_mismatch(agency: Agency | None, role: Role, units: Sequence[Unit]) -> None:
    if (agency is None) != (role in NATIONAL_ROLES):
        raise RoleError(f"{role}: national roles are held without an agency, all others in one")
    if bool(units) != (role in UNIT_ROLES):
        raise RoleError(f"{role}: name units for roles that are held for units, and for no other")
    if any(agency is None or unit.agency_id != agency.pk for unit in units):
        raise RoleError("units: one of them belongs to another agency")


def _refuse_own_gain(actor: str, person: Person | None, agency: Agency | None, role: Role) -> None:
    """The word of others stays the word of others: an officer does not make herself the executive who approves."""
    if person is None or actor != f"person/{person.pk}":
        return
    held = Membership.objects.filter(person=person, agency=agency, ended_at=None).exclude(role__in=UNIT_ROLES)
    may = frozenset[str]().union(*(ROLE_PERMISSIONS[Role(one.role)] for one in held))
    if ROLE_PERMISSIONS[role] - may:
        raise OwnRoleError(f"{role}: nobody gives it to herself; ask another officer")


def _refuse_last_officer(membership: Membership) -> None:
    if membership.role != Role.OFFICER:
        return
    # all of them are held in one order, so that two officers cannot end each other's roles at the same moment
    officers = Membership.objects.filter(agency=membership.agency, role=Role.OFFICER, ended_at=None)
    held = officers.select_for_update(of=("self",)).select_related("person").order_by("pk")
    if not any(officer.person.is_active for officer in held if officer.pk != membership.pk):
        raise LastOfficerError("officer: the agency's last one; invite another first")


def _place_of(membership: Membership) -> str:
    agency = membership.agency
    return f"agencies/{agency.code}/members/{membership.pk}" if agency else f"people/{membership.person_id}"


def _invitation_place(invitation: Invitation) -> str:
    return f"agencies/{invitation.agency.code}/invitations/{invitation.pk}"


def _told(person_id: int | None, role: Role, units: Sequence[Unit]) -> dict[str, int | str | list[str] | None]:
    return {"person": person_id, "role": role.value, "units": [unit.name for unit in units]}

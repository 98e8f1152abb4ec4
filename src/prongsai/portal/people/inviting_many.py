"""Invites those whom a list names, one after the other; stopped and begun again it goes on where it was."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from prongsai.portal.agencies.queries import Agency
from prongsai.portal.people.actions import InvitationError, invite_person, note_mail
from prongsai.portal.people.invitation_mail import NO_SERVER, mail_invitation
from prongsai.portal.people.models import Invitation, Person
from prongsai.portal.people.queries import holds_role, waiting_invitation
from prongsai.portal.people.roles import Role

ACTOR = "command"


@dataclass(frozen=True, slots=True)
class ToInvite:
    """Somebody by e-mail, into which agency and as what."""

    email: str
    agency: Agency
    role: Role


class Became(Enum):
    """What became of an entry."""

    MAILED = "mailed"
    NOT_MAILED = "not mailed"
    PASSED_OVER = "passed over"


Keep = Callable[[ToInvite, str], None]
"""Takes an entry with its link, which is nowhere else; called before the invitation is stored for good."""


def invite_many(
    *, invited_by: Person, entries: Iterable[ToInvite], address: str, keep: Keep, is_again: bool = False
) -> Iterator[Became]:
    """Invite each; who holds the role is passed over, and unless it is `is_again` who has an invitation already.

    One whose e-mail did not go out, because of a mail server or a stop, is invited anew: her link is known to nobody.

    `address` is the portal's own, such as https://ita.example.
    """
    for entry in entries:
        about = entry.email, entry.agency.pk, entry.role
        if holds_role(*about) or (not is_again and _has_link(waiting_invitation(*about, timezone.now()))):
            yield Became.PASSED_OVER
        else:
            yield _invite(invited_by, entry, address, keep)


def _has_link(waiting: Invitation | None) -> bool:
    return waiting is not None and (waiting.mailed_at is not None or waiting.mail_problem == NO_SERVER)


def _invite(invited_by: Person, entry: ToInvite, address: str, keep: Keep) -> Became:
    try:
        with transaction.atomic():
            sent = invite_person(
                actor=ACTOR, invited_by=invited_by, agency=entry.agency, email=entry.email, role=entry.role
            )
            link = address + reverse("invitation", args=[sent.token])
            keep(entry, link)
    except InvitationError:  # an officer invites the same person at this moment
        return Became.PASSED_OVER
    problem = mail_invitation(sent.invitation, link)
    note_mail(actor=ACTOR, invitation=sent.invitation, problem=problem)
    return Became.NOT_MAILED if problem else Became.MAILED

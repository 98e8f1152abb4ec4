"""The e-mail that tells an agency's officers that too few will have answered. It knows numbers only."""

from collections.abc import Sequence

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from prongsai.portal.agencies.queries import Agency
from prongsai.portal.people.queries import members_of
from prongsai.portal.people.roles import Role
from prongsai.portal.rounds.queries import RoundFacts, rehearsal_mark
from prongsai.portal.surveys.watching.models import CountedPart


def mail_officers(
    *,
    round: RoundFacts,  # noqa: A002 - the area's own word
    agency: Agency,
    parts: Sequence[CountedPart],
    address: str,
) -> int:
    """Send it to each officer in her language; returns how many. Raises what the mail server raises."""
    officers = [member.person for member in members_of(agency.pk) if member.role == Role.OFFICER]
    for person in officers:
        with override(person.language):
            path = reverse("collecting:surveys", args=[agency.code, round.slug])
            contents = {
                "agency": agency,
                "round": round,
                "mark": rehearsal_mark(round),
                "parts": parts,
                "address": f"{address.rstrip('/')}{path}",
            }
            subject = _("ผู้ตอบแบบวัดอาจไม่ถึงขั้นต่ำ: %(round)s") % {"round": round.name}
            send_mail(subject, render_to_string("watching/short.txt", contents), None, [person.email])
    return len(officers)

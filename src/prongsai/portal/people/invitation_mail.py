"""The e-mail that carries an invitation."""

from django.core.mail import send_mail
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.portal.people.models import Invitation


def invitation_address(request: HttpRequest, token: str) -> str:
    """The whole address of an invitation."""
    return request.build_absolute_uri(reverse("invitation", args=[token]))


def mail_invitation(invitation: Invitation, address: str) -> None:
    """Send the link to the invited e-mail. A mail server that is down hinders nothing: the officer has the link."""
    text = render_to_string("people/invitation.txt", {"invitation": invitation, "address": address})
    subject = _("คำเชิญเข้าใช้งานระบบโปร่งใส")
    send_mail(subject, text, None, [invitation.email], fail_silently=True)

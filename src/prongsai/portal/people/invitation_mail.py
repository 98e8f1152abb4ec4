"""The e-mail that carries an invitation."""

from django.conf import settings
from django.core.mail import send_mail
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.portal.people.models import Invitation

PRINTED_ONLY = "django.core.mail.backends.console.EmailBackend"
NO_SERVER = "no-mail-server"


def invitation_address(request: HttpRequest, token: str) -> str:
    """The whole address of an invitation."""
    return request.build_absolute_uri(reverse("invitation", args=[token]))


def mail_invitation(invitation: Invitation, address: str) -> str:
    """Send the link to the invited e-mail; gives back by a word why it did not go out, empty when it did.

    A mail server that is down hinders nothing: the officer has the link.
    """
    if settings.EMAIL_BACKEND == PRINTED_ONLY:
        return NO_SERVER
    text = render_to_string("people/invitation.txt", {"invitation": invitation, "address": address})
    subject = _("คำเชิญเข้าใช้งานระบบโปร่งใส")
    try:
        send_mail(subject, text, None, [invitation.email])
    except OSError as problem:  # a mail server that is down or refuses; smtplib's errors are of this kind
        return type(problem).__name__
    return ""

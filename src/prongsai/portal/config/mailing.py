"""Sends e-mails as Django does, and counts what became of them."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

from prongsai.portal.config.counting import MAILS


class CountedBackend(EmailBackend):
    """A mail server whose refusals are seen in the metrics."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Send them and give back how many went out. Raises what the mail server raises."""
        sent = 0
        try:
            sent = super().send_messages(email_messages) or 0
        finally:
            MAILS.labels("sent").inc(sent)
            MAILS.labels("failed").inc(len(email_messages) - sent)
        return sent

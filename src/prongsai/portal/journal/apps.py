"""The area's entry in Django."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The journal."""

    name = "prongsai.portal.journal"

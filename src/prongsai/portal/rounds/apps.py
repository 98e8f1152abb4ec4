"""The area's entry in Django."""

from django.apps import AppConfig


class RoundsConfig(AppConfig):
    """The rounds."""

    name = "prongsai.portal.rounds"

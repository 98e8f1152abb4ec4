"""The area's entry in Django."""

from django.apps import AppConfig


class ClockConfig(AppConfig):
    """The clock."""

    name = "prongsai.portal.clock"

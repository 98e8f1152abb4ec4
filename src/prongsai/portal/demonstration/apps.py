"""The area's entry in Django."""

from django.apps import AppConfig


class DemonstrationConfig(AppConfig):
    """The demonstration."""

    name = "prongsai.portal.demonstration"

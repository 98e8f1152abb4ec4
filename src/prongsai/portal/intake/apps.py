"""The area's entry in Django."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """The ways in."""

    name = "prongsai.portal.intake"

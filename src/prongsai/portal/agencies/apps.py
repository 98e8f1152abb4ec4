"""The area's entry in Django."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    """The agencies."""

    name = "prongsai.portal.agencies"

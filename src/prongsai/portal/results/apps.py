"""The area's entry in Django."""

from django.apps import AppConfig


class ResultsConfig(AppConfig):
    """The published results."""

    name = "prongsai.portal.results"

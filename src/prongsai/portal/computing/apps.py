"""The area's entry in Django."""

from django.apps import AppConfig


class ComputingConfig(AppConfig):
    """Results computed from a round."""

    name = "prongsai.portal.computing"

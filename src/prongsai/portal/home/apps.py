"""The area's entry in Django."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The first pages."""

    name = "prongsai.portal.home"

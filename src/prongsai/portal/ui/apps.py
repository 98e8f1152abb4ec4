"""The area's entry in Django."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """What all pages share."""

    name = "prongsai.portal.ui"

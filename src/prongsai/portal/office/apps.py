"""The area's entry in Django."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    """The office's shell."""

    name = "prongsai.portal.office"

"""The area's entry in Django."""

from django.apps import AppConfig


class DisclosuresConfig(AppConfig):
    """What agencies disclose."""

    name = "prongsai.portal.disclosures"

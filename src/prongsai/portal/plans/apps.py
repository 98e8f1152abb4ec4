"""The area's entry in Django."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Measures and their follow-up."""

    name = "prongsai.portal.plans"

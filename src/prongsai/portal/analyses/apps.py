"""The area's entry in Django."""

from django.apps import AppConfig


class AnalysesConfig(AppConfig):
    """Analyses of results."""

    name = "prongsai.portal.analyses"

"""The area's entry in Django."""

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    """The surveys."""

    name = "prongsai.portal.surveys"

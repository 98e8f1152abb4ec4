"""The area's entry in Django."""

from django.apps import AppConfig


class InterviewsConfig(AppConfig):
    """The interviews."""

    name = "prongsai.portal.interviews"

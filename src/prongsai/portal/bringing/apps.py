"""The area's entry in Django."""

from django.apps import AppConfig


class BringingConfig(AppConfig):
    """Results that an officer brings."""

    name = "prongsai.portal.bringing"

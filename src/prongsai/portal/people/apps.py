"""The area's entry in Django."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People and their roles."""

    name = "prongsai.portal.people"

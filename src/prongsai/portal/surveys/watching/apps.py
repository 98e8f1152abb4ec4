"""The entry in Django: the tables of what was counted."""

from django.apps import AppConfig


class WatchingConfig(AppConfig):
    """Watching the surveys."""

    name = "prongsai.portal.surveys.watching"
    label = "watching"

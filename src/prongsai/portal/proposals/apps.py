"""Registers the area."""

from django.apps import AppConfig


class ProposalsConfig(AppConfig):
    """What a plan of measures starts from."""

    name = "prongsai.portal.proposals"

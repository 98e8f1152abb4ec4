"""Collects what the areas put on an agency's desk."""

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.apps import apps
from django.conf import settings

from prongsai.portal.people.access import NationalSeat, Seat
from prongsai.portal.ui.cards import Card

PORTAL = "prongsai.portal"


def cards_for(seat: Seat) -> list[Card]:
    """The cards of every area for this seat, in their order."""
    found = [card for module in _modules("desk") for card in module.cards(seat)]
    return sorted(found, key=lambda card: card.position)


def national_cards_for(seat: NationalSeat) -> list[Card]:
    """The cards of every area for those who work for all agencies, in their order."""
    found = [card for module in _modules("national_desk") for card in module.cards(seat)]
    return sorted(found, key=lambda card: card.position)


def journal_verbs() -> Mapping[str, str]:
    """What the areas call the verbs that they write into the journal."""
    words: dict[str, str] = {}
    for module in _modules("journal_words"):
        words |= module.VERBS
    return words


def _modules(name: str) -> list[ModuleType]:
    """The module of this name in each installed area that has one; a fault inside one is not hidden."""
    areas = [f"{PORTAL}.{area}" for area in settings.PRONGSAI_DESK_AREAS]
    present = [area for area in areas if apps.is_installed(area) and find_spec(f"{area}.{name}")]
    return [import_module(f"{area}.{name}") for area in present]

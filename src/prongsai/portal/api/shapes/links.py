"""Addresses inside answers: below the host that was asked, so that a kept answer is right for whoever reads it."""

from django.urls import reverse
from django.utils.translation import override


def api_link(name: str, *parts: object) -> str:
    """An address of the API."""
    return reverse(f"api:{name}", args=parts)


def page_link(name: str, *parts: object) -> str:
    """The page that says the same to people, in Thai, which leads to the English one."""
    with override("th"):
        return reverse(name, args=parts)

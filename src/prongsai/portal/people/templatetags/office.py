"""Lets a template ask what the seat may do: it hides what would be refused; the refusal itself is in `access`."""

from django import template

from prongsai.portal.people.access import Seat
from prongsai.portal.people.roles import Permission

register = template.Library()


@register.filter
def may(seat: Seat, permission: str) -> bool:
    """Whether the seat may, by the permission's value: {% if seat|may:"edit-plan" %}."""
    return seat.may(Permission(permission))

"""Reads people, memberships and invitations."""

from prongsai.portal.people.models import Membership


def live_memberships(person_id: int, agency_id: int) -> list[Membership]:
    """What a person is in an agency now, with the units; two queries."""
    live = Membership.objects.filter(person_id=person_id, agency_id=agency_id, ended_at=None)
    return list(live.prefetch_related("units"))

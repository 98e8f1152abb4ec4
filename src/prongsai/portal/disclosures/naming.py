"""How the journal names what an agency discloses."""

from prongsai.portal.rounds.naming import marks_path, participation_path


def disclosure_path(agency_code: str, slug: str) -> str:
    """An agency's answers in a round: below the agency, so that its own journal shows it."""
    return f"{participation_path(agency_code, slug)}/oit"


def item_path(agency_code: str, slug: str, item: str) -> str:
    """The answer to one item."""
    return f"{disclosure_path(agency_code, slug)}/{item}"


def marking_path(slug: str, agency_code: str, item: str) -> str:
    """The marks on an item."""
    return f"{marks_path(slug, agency_code)}/{item}"

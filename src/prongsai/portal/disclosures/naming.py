"""How the journal names what an agency discloses."""


def disclosure_path(agency_code: str, slug: str) -> str:
    """An agency's answers in a round: below the agency, so that its own journal shows it."""
    return f"agencies/{agency_code}/rounds/{slug}/oit"


def item_path(agency_code: str, slug: str, item: str) -> str:
    """The answer to one item."""
    return f"{disclosure_path(agency_code, slug)}/{item}"


def marking_path(slug: str, agency_code: str, item: str) -> str:
    """The marks on an item: below the round, whose journal no agency reads, so that none learns of them early."""
    return f"rounds/{slug}/oit/{agency_code}/{item}"

"""How the journal names rounds and those who take part."""


def round_path(slug: str) -> str:
    """A round: `rounds/2569`."""
    return f"rounds/{slug}"


def participation_path(agency_code: str, slug: str) -> str:
    """An agency in a round: below the agency, so that its own journal shows it."""
    return f"agencies/{agency_code}/rounds/{slug}"


def marks_path(slug: str, agency_code: str) -> str:
    """The marks on an agency's OIT: below the round, whose journal no agency reads, so that none learns them early."""
    return f"{round_path(slug)}/oit/{agency_code}"

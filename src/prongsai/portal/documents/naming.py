"""How the journal names papers: by agency, year and kind, never by person."""

from prongsai.portal.documents.models import Paper


def paper_path(paper: Paper) -> str:
    """A paper."""
    return f"agencies/{paper.agency.code}/papers/{paper.year}/{paper.kind}"


def version_path(paper: Paper, number: int) -> str:
    """An approved version of it."""
    return f"{paper_path(paper)}/versions/{number}"

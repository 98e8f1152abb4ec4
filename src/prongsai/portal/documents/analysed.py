"""What the officer decided in the analysis of a year, in the Thai words of the papers; three queries."""

from django.utils.translation import override

from prongsai.papers.measures_plan.contents import ConstraintGroup
from prongsai.portal.analyses import queries


def findings_of(agency_id: int, year: int) -> tuple[str, ...]:
    """The findings that she kept, as she words them."""
    return tuple(finding.text_th for finding in queries.kept_findings(agency_id, year))


def constraints_of(agency_id: int, year: int) -> tuple[ConstraintGroup, ...]:
    """What holds the agency back, a group at a time; a paper is Thai whatever the page's language."""
    with override("th"):
        return tuple(
            ConstraintGroup(f"ด้าน{group.get_group_display()}", _lines(group.text_th))
            for group in queries.constraints_of(agency_id, year)
        )


def notes_of(agency_id: int, year: int) -> dict[int, tuple[str, ...]]:
    """What she wrote on the seven topics, by number."""
    return {note.number: _lines(note.text_th) for note in queries.topic_notes_of(agency_id, year)}


def _lines(text: str) -> tuple[str, ...]:
    """A line for each thing said, without the dashes that people put before them."""
    stripped = (line.strip().lstrip("-•").strip() for line in text.splitlines())
    return tuple(line for line in stripped if line)

"""Scores rows that somebody sends, as the command does with a file; nothing of them is kept."""

from collections.abc import Sequence

from django.http import HttpRequest

from prongsai.portal.api.refusals import BODY, too_many, wrong_rows
from prongsai.rulebook.overall_scoring import score_agency
from prongsai.shapes.scored import ScoredAgency, scored_agency
from prongsai.sheets.opening import read_json_rows
from prongsai.sheets.problems import SheetError
from prongsai.sheets.scores_file import AgencyYear, read_scores

MOST_ROWS = 2_000
"""Some twenty agencies with all their questions and items."""

MOST_COLUMNS = 50
MOST_SCORED = 100
"""Agencies and years: what is not known of one takes its time too, a third of a second for so many."""


def score_body(request: HttpRequest, year: int | None) -> list[ScoredAgency]:
    """The rows of a request's body scored, by agency and year; refuses with every mistake."""
    try:
        sheet = read_json_rows(BODY, request.body, most_rows=MOST_ROWS, most_columns=MOST_COLUMNS)
        groups = _few(read_scores(sheet, year=year))
    except SheetError as error:
        raise wrong_rows(error) from None
    return [scored_agency(group.agency, score_agency(group.instrument, group.figures)) for group in groups]


def _few(groups: Sequence[AgencyYear]) -> Sequence[AgencyYear]:
    if len(groups) > MOST_SCORED:
        raise too_many(len(groups), MOST_SCORED)
    return groups

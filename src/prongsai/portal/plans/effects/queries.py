"""Reads across agencies, only from published results and only to count and take medians."""

from collections import defaultdict
from collections.abc import Collection
from decimal import Decimal

from prongsai.portal.agencies.queries import Agency
from prongsai.portal.plans.effect import mean_change
from prongsai.portal.plans.models import Measure, PlanState
from prongsai.portal.results.queries import ResultFilter, list_results

Moves = dict[int, dict[tuple[str, str], Decimal]]


def peer_changes(agency: Agency, *, year: int, codes: Collection[tuple[str, str]]) -> dict[str, dict[int, Decimal]]:
    """By question of the later year: the change in points of each agency of the same type. Two queries.

    `codes` pairs a question's code in the later year with its code in the year before.
    """
    now = _scores(agency, year, {code for code, _ in codes})
    before = _scores(agency, year - 1, {was for _, was in codes})
    return {code: _changes(now, before, code, was) for code, was in codes}


def agencies_with_like_measures(agency: Agency, *, year: int, questions: Collection[str]) -> dict[str, set[int]]:
    """By question of the year of the result: agencies of the type whose approved plan has a measure for it."""
    rows = Measure.objects.filter(
        plan__year=year,
        plan__state=PlanState.APPROVED,
        plan__agency__type=agency.type,
        plan__agency__is_fictional=agency.is_fictional,
        question__in=questions,
    )
    found: dict[str, set[int]] = defaultdict(set)
    for question, agency_id in rows.values_list("question", "plan__agency_id").order_by().distinct():
        found[question].add(agency_id)
    return found


def _scores(agency: Agency, year: int, codes: Collection[str]) -> Moves:
    """Stated scores of questions by agency, then by instrument and code."""
    results = list_results(ResultFilter(type=agency.type, year=year))
    rows = results.filter(agency__is_fictional=agency.is_fictional, figures__code__in=codes).order_by()
    found: Moves = defaultdict(dict)
    for agency_id, instrument, code, score in rows.values_list(
        "agency_id", "figures__instrument", "figures__code", "figures__score"
    ):
        if score is not None:
            found[agency_id][instrument, code] = score
    return found


def _changes(now: Moves, before: Moves, code: str, was: str) -> dict[int, Decimal]:
    changes = {}
    for agency_id, scores in now.items():
        earlier = before.get(agency_id, {})
        moves = [
            (earlier[instrument, was], score)
            for (instrument, asked), score in scores.items()
            if asked == code and (instrument, was) in earlier
        ]
        if moves:
            changes[agency_id] = mean_change(moves)
    return changes

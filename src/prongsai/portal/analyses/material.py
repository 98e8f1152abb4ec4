"""What an analysis rests on: the year's result, the year before, who answered. Pure."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from prongsai.portal.results.figures import Figure
from prongsai.portal.results.queries import StoredYear
from prongsai.portal.results.turnout import Turnout, spread_turnout
from prongsai.rulebook.comparing import Change, Comparison, compare
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.overall_scoring import AgencyResult


@dataclass(frozen=True, slots=True)
class Material:
    """A year's scored result beside the one before, with the numbers of respondents of both."""

    stored: StoredYear
    result: AgencyResult
    turnout: Mapping[Place, Turnout]
    comparison: Comparison | None
    turnout_before: Mapping[Place, Turnout]
    figures_sha256: str

    def change(self, place: Place) -> Change | None:
        """The change since the year before at a place."""
        return self.comparison.change(place) if self.comparison else None


def gather(stored: StoredYear, before: StoredYear | None) -> Material:
    """Score both years and lay them beside each other."""
    result = stored.scored
    earlier = None if before is None or result.year.crosswalk is None else before.scored
    return Material(
        stored=stored,
        result=result,
        turnout=spread_turnout(result.year, stored.figures),
        comparison=None if earlier is None else compare(result, earlier),
        turnout_before={} if earlier is None or before is None else spread_turnout(earlier.year, before.figures),
        figures_sha256=_fingerprint(stored, before),
    )


def _fingerprint(*years: StoredYear | None) -> str:
    """Changes when a figure, a number of respondents or the rules change."""
    told = [
        [entry.result.year, entry.result.instrument_sha256, sorted(map(str, map(_row, entry.figures)))]
        for entry in years
        if entry is not None
    ]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _row(figure: Figure) -> tuple[str, str, int | None, int | None]:
    score = "" if figure.score is None else f"{figure.score.normalize():f}"
    return str(figure.place), score, figure.n, figure.population

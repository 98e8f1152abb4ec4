"""Finds what an address names, or says that it is not there. Published results are open to everybody."""

from dataclasses import dataclass

from django.http import Http404

from prongsai.assessing.sureness import Sureness
from prongsai.portal.results.models import PublishedResult
from prongsai.portal.results.queries import history_of, newest_year
from prongsai.portal.results.scorecard.page import ScoredYear, score_year
from prongsai.rulebook.loading import UnknownYearError, load_year


@dataclass(frozen=True, slots=True)
class OpenedResult:
    """A published result with the agency's years up to it, scored."""

    result: PublishedResult
    years: tuple[ScoredYear, ...]

    @property
    def scored(self) -> ScoredYear:
        """The year itself."""
        return self.years[-1]

    @property
    def sureness(self) -> Sureness | None:
        """How sure the total is."""
        return self.result.sureness_of(self.scored.scored.total)

    @property
    def rules_changed(self) -> bool:
        """Whether the year's rules are no longer those that the result was published under."""
        return self.scored.scored.year.sha256 != self.result.instrument_sha256


def open_result(code: str, year: int) -> OpenedResult:
    """The published result of an agency and year."""
    history = history_of(code, up_to=year)
    if not history or history[-1].result.year != year:
        raise Http404(f"no published result of {code} for {year}")
    try:
        scored = tuple(
            score_year(load_year(entry.result.year, revision=entry.result.instrument_revision), entry.figures)
            for entry in history
        )
    except UnknownYearError as problem:
        raise Http404(str(problem)) from problem
    return OpenedResult(history[-1].result, scored)


def open_newest_year(code: str) -> int:
    """The newest year an agency has a published result of."""
    year = newest_year(code)
    if year is None:
        raise Http404(f"no published result of {code}")
    return year

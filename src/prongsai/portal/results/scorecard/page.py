"""Puts an agency's page together from its published years."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.portal.results.figures import Figure, scores_by_place
from prongsai.portal.results.scorecard.changes import BreakNote, ChangeMark, ChangeReader
from prongsai.portal.results.scorecard.findings import AdviceLine, Contradiction, FindingLine, find_out
from prongsai.portal.results.scorecard.history import HistoryLine, tell_history
from prongsai.portal.results.scorecard.level_reasons import LevelReasons, explain_level
from prongsai.portal.results.scorecard.lines import ItemLine, LineWriter, QuestionTable, ScoreLine
from prongsai.portal.results.scorecard.names import place_name
from prongsai.portal.ui.language import pick
from prongsai.rulebook.advising import advise_on_questions
from prongsai.rulebook.comparing import Comparison, compare
from prongsai.rulebook.evidence import TOTAL
from prongsai.rulebook.gaps import missing_places
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.overall_scoring import AgencyResult, score_agency


@dataclass(frozen=True, slots=True)
class ScoredYear:
    """A published year scored again from its figures by the rules it was published under."""

    scored: AgencyResult
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """All that the page of one agency and year says."""

    year: int
    total: Decimal | None
    total_change: ChangeMark | None
    target: Decimal
    level: LevelReasons
    level_notes: tuple[BreakNote, ...]
    instruments: tuple[ScoreLine, ...]
    indicators: tuple[ScoreLine, ...]
    questions: tuple[QuestionTable, ...]
    items: tuple[ItemLine, ...]
    missed_items: tuple[ItemLine, ...]
    strengths: tuple[FindingLine, ...]
    weaknesses: tuple[FindingLine, ...]
    advice: tuple[AdviceLine, ...]
    missing: tuple[str, ...]
    withheld: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]
    notes: tuple[BreakNote, ...]
    history: tuple[HistoryLine, ...]
    compared_with: int | None
    rules_status: str

    @property
    def compares_indicators(self) -> bool:
        """Whether any indicator has the year before beside it."""
        return any(line.change is not None for line in self.indicators)


def score_year(year: YearInstrument, figures: Sequence[Figure]) -> ScoredYear:
    """Let the rulebook score a year's figures."""
    return ScoredYear(score_agency(year, scores_by_place(figures)), tuple(figures))


def comparison_of(years: Sequence[ScoredYear]) -> Comparison | None:
    """The last year beside the one before it, where both are published."""
    if len(years) < 2 or years[-2].scored.year.year != years[-1].scored.year.year - 1:  # noqa: PLR2004 - two years
        return None
    return compare(years[-1].scored, years[-2].scored)


def make_scorecard(years: Sequence[ScoredYear]) -> Scorecard:
    """The page of the last of the years, oldest first."""
    scored, comparison = years[-1].scored, comparison_of(years)
    changes = ChangeReader(comparison)
    lines = LineWriter(scored, changes, {figure.place: figure for figure in years[-1].figures})
    advice = advise_on_questions(scored)
    total_change, level_notes = changes.mark(TOTAL), changes.level_notes()
    items = tuple(lines.items())
    findings = find_out(scored, comparison, advice)
    return Scorecard(
        year=scored.year.year,
        total=scored.total,
        total_change=total_change,
        target=scored.year.round.target,
        level=explain_level(scored),
        level_notes=level_notes,
        instruments=tuple(lines.instruments()),
        indicators=tuple(lines.indicators()),
        questions=tuple(lines.questions(entry.question.code for entry in advice)),
        items=items,
        missed_items=tuple(sorted((item for item in items if not item.complete), key=lambda item: -item.points)),
        strengths=findings.strengths,
        weaknesses=findings.weaknesses,
        advice=findings.advice,
        withheld=tuple(place_name(scored.year, place) for place in lines.withheld()),
        missing=tuple(place_name(scored.year, place) for place in missing_places(scored)),
        contradictions=findings.contradictions,
        notes=changes.notes,
        history=tell_history([entry.scored for entry in years]),
        compared_with=None if comparison is None else comparison.before.year.year,
        rules_status=pick(scored.year.round.status_th, scored.year.round.status_en),
    )

"""One agency's published year, whole: what its page says, in figures and in both languages."""

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.portal.api.shapes.agencies import DisclosureYear, disclosure_year
from prongsai.portal.api.shapes.comparisons import HistoryYear, YearChange, history_year, year_changes
from prongsai.portal.api.shapes.levels import LevelRead, level_read
from prongsai.portal.api.shapes.links import api_link, page_link
from prongsai.portal.api.shapes.moments import Moment
from prongsai.portal.api.shapes.results import Ranks, Subject, Sure, how_sure, ranks, subject
from prongsai.portal.results.access import OpenedResult
from prongsai.portal.results.scorecard.page import Scorecard, ScoredYear, make_scorecard
from prongsai.rulebook.instrument import Instrument
from prongsai.shapes.scored import Score, StatedContradiction, score_text, scored_agency
from prongsai.shapes.year_rules import BreakRules, break_rules


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionScore:
    """A question in one part; `n` of `population` answered, where that is published."""

    instrument: str
    code: str
    indicator: int
    topic_th: str
    topic_en: str
    score: Score | None
    n: int | None
    population: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemVerdict:
    """A disclosure item with its verdict; `points` is what it is worth in points of the total."""

    code: str
    indicator: int
    sub_indicator: str
    title_th: str
    title_en: str
    complete: bool
    points: Score


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeResult(Subject):
    """A published result with what it is made of; recomputed by the rules of `revision`.

    `compared_with` is the year before where it is published; `breaks` are what stands between the two by the rules.
    `rules_changed` says that the rules are no longer those that the result was published under.
    """

    total: Score | None
    level: str | None
    level_certain: bool
    target: Score
    reached_target: bool | None
    how_sure: Sure | None
    ranks: Ranks | None
    instruments: dict[str, Score | None]
    indicators: dict[str, Score | None]
    missing: list[str]
    contradictions: list[StatedContradiction]
    levels: tuple[LevelRead, ...]
    questions: tuple[QuestionScore, ...]
    items: tuple[ItemVerdict, ...]
    compared_with: int | None
    changes: tuple[YearChange, ...]
    breaks: tuple[BreakRules, ...]
    history: tuple[HistoryYear, ...]
    disclosure: DisclosureYear | None
    source_note: str | None
    published_at: Moment
    revision: int
    sha256: str
    rules_changed: bool
    status_th: str
    status_en: str
    url: str
    page: str


def whole_result(opened: OpenedResult, *, has_disclosure: bool) -> WholeResult:
    """Everything that the result's page says."""
    result, scored, card = opened.result, opened.scored.scored, make_scorecard(opened.years)
    code, year = result.agency.code, scored.year
    data = scored_agency(code, scored)
    assert result.published_at is not None  # noqa: S101 - the database says so of every published result
    return WholeResult(
        **subject(result.agency, year.year),
        total=data["total"],
        level=data["level"],
        level_certain=data["level_certain"],
        target=f"{card.target:.2f}",
        reached_target=result.reached_target,
        how_sure=how_sure(opened.sureness),
        ranks=ranks(result),
        instruments=data["instruments"],
        indicators=data["indicators"],
        missing=data["missing"],
        contradictions=data["contradictions"],
        levels=tuple(map(level_read, scored.level.readings)),
        questions=tuple(_questions(opened.scored, card)),
        items=tuple(_items(opened.scored, card)),
        compared_with=card.compared_with,
        changes=tuple(year_changes(opened.years)),
        breaks=tuple(map(break_rules, year.crosswalk.breaks)) if card.compared_with and year.crosswalk else (),
        history=tuple(map(history_year, opened.years, card.history)),
        disclosure=disclosure_year(code, year.year) if has_disclosure else None,
        source_note=result.source_note or None,
        published_at=result.published_at,
        revision=result.instrument_revision,
        sha256=result.instrument_sha256,
        rules_changed=opened.rules_changed,
        status_th=year.round.status_th,
        status_en=year.round.status_en,
        url=api_link("result", code, year.year),
        page=page_link("results:result", code, year.year),
    )


def _questions(scored: ScoredYear, card: Scorecard) -> Iterator[QuestionScore]:
    for table in card.questions:
        for line in table.lines:
            for score in line.scores:
                question = scored.scored.year.question(Instrument(score.instrument), line.code)
                assert question is not None  # noqa: S101 - the line was made from it
                yield QuestionScore(
                    instrument=score.instrument,
                    code=line.code,
                    indicator=line.indicator,
                    topic_th=question.topic_th,
                    topic_en=question.topic_en,
                    score=score_text(score.value),
                    n=score.n,
                    population=score.population,
                )


def _items(scored: ScoredYear, card: Scorecard) -> Iterator[ItemVerdict]:
    for line in card.items:
        item = scored.scored.year.items[line.code.lower()]
        yield ItemVerdict(
            code=item.code,
            indicator=item.indicator,
            sub_indicator=item.sub_indicator,
            title_th=item.title_th,
            title_en=item.title_en,
            complete=line.complete,
            points=f"{line.points:.2f}",
        )

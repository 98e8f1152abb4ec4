"""Publishes results, and stores those that an agency keeps for itself."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from prongsai.assessing.sureness import Sureness
from prongsai.portal.agencies.queries import find_agency
from prongsai.portal.journal.actions import append_line
from prongsai.portal.results.figures import Figure, columns_of, scores_by_place
from prongsai.portal.results.models import Origin, PublishedResult, StatedFigure, StoredResult
from prongsai.portal.results.standing import StoredRanks
from prongsai.rulebook.evidence import TOTAL
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import score_agency

KEPT_DECIMALS = 4


class PublicationError(ValueError):
    """The figures cannot be published as they are; says which and what to do instead."""


@transaction.atomic
def publish_result(
    *,
    actor: str,
    agency: str,
    year: int,
    figures: Sequence[Figure],
    source_note: str = "",
    revision: int | None = None,
    published_at: datetime | None = None,
    ranks: StoredRanks | None = None,
    sureness: Sureness | None = None,
) -> PublishedResult:
    """Score an agency's figures with the year's rules and publish them; a correction takes the place of what stood.

    `agency` is the agency's code. Nothing is written when all of it stands already, under the same rules.
    """
    instrument = load_year(year, revision=revision)
    _refuse_unusable(instrument, figures)
    found = find_agency(agency)
    if found is None:
        raise PublicationError(f"agency: found {agency!r}; there is no agency with this code")
    earlier = PublishedResult.objects.filter(agency_id=found.pk, year=year).first()
    is_as_sure = earlier is not None and (earlier.ranks, earlier.sureness) == (ranks, sureness)
    if earlier is not None and is_as_sure and _stands(earlier, instrument, figures, source_note):
        return earlier
    result = earlier or PublishedResult(agency_id=found.pk, year=year, origin=Origin.PUBLISHED)
    result.published_at = published_at or timezone.now()
    result.ranks, result.sureness = ranks, sureness
    _write_down(result, instrument, figures, source_note)
    append_line(
        actor=actor,
        verb="result.publish" if earlier is None else "result.correct",
        object=f"agencies/{agency}/{year}",
        detail=_told(result, len(figures)),
    )
    return result


@transaction.atomic
def bring_result(
    *, actor: str, agency_id: int, agency_code: str, year: int, figures: Sequence[Figure], source_note: str = ""
) -> StoredResult:
    """Score figures that an agency brings and keep them for it alone; what it brought before is replaced.

    Nothing is written when the same figures already stand under the same rules.
    """
    instrument = load_year(year)
    _refuse_unusable(instrument, figures)
    earlier = StoredResult.objects.filter(agency_id=agency_id, year=year, origin=Origin.BROUGHT).first()
    if earlier is not None and _stands(earlier, instrument, figures, source_note):
        return earlier
    result = earlier or StoredResult(agency_id=agency_id, year=year, origin=Origin.BROUGHT)
    _write_down(result, instrument, figures, source_note)
    append_line(
        actor=actor,
        verb="result.bring" if earlier is None else "result.bring-again",
        object=f"agencies/{agency_code}/{year}",
        detail=_told(result, len(figures)),
    )
    return result


@transaction.atomic
def discard_result(*, actor: str, agency_id: int, agency_code: str, year: int) -> bool:
    """Remove what an agency keeps of a year; a published result stays. False where there was nothing."""
    kept = StoredResult.objects.filter(agency_id=agency_id, year=year, origin=Origin.BROUGHT).first()
    if kept is None:
        return False
    detail = _told(kept, kept.figures.count())
    kept.delete()
    append_line(actor=actor, verb="result.discard", object=f"agencies/{agency_code}/{year}", detail=detail)
    return True


def _refuse_unusable(instrument: YearInstrument, figures: Sequence[Figure]) -> None:
    known = score_agency(instrument, {}).scores
    seen = set()
    for figure in figures:
        if figure.place not in known:
            raise PublicationError(f"{figure.place}: fiscal year {instrument.year} has no such place")
        if figure.place in seen:
            raise PublicationError(f"{figure.place}: stated twice; keep the right one")
        seen.add(figure.place)
        _refuse_score(figure)


def _refuse_score(figure: Figure) -> None:
    score = figure.score
    if score is None:
        return
    if not score.is_finite() or not 0 <= score <= 100:  # noqa: PLR2004 - a score's bounds
        raise PublicationError(f"{figure.place}: found {score}; write a score from 0 to 100")
    if score != round(score, KEPT_DECIMALS):
        raise PublicationError(f"{figure.place}: found {score}; write at most {KEPT_DECIMALS} decimals")


def _stands(earlier: StoredResult, instrument: YearInstrument, figures: Sequence[Figure], source_note: str) -> bool:
    """Whether publishing would change nothing."""
    if (earlier.instrument_sha256, earlier.source_note) != (instrument.sha256, source_note):
        return False
    stored = set(earlier.figures.values_list("instrument", "code", "score", "n", "population"))
    return stored == {(*columns_of(f.place), f.score, f.n, f.population) for f in figures}


def _write_down(result: StoredResult, instrument: YearInstrument, figures: Sequence[Figure], source_note: str) -> None:
    scored = score_agency(instrument, scores_by_place(figures))
    result.instrument_revision = scored.year.round.revision
    result.instrument_sha256 = scored.year.sha256
    result.total = scored.total
    result.level = scored.level.label or ""
    result.level_certain = scored.level.certain
    result.reached_target = scored.reaches_target(TOTAL)
    result.source_note = source_note
    result.full_clean(exclude=["agency"])
    result.save()
    _replace_figures(result, figures)


def _replace_figures(result: StoredResult, figures: Sequence[Figure]) -> None:
    result.figures.all().delete()
    rows = []
    for figure in figures:
        instrument, code = columns_of(figure.place)
        rows.append(
            StatedFigure(
                result=result,
                instrument=instrument,
                code=code,
                score=figure.score,
                n=figure.n,
                population=figure.population,
            )
        )
    StatedFigure.objects.bulk_create(rows)


def _told(result: StoredResult, figures: int) -> dict[str, str | int | bool | None]:
    return {
        "total": None if result.total is None else str(result.total),
        "level": result.level or None,
        "level_certain": result.level_certain,
        "figures": figures,
        "instrument_revision": result.instrument_revision,
        "instrument_sha256": result.instrument_sha256,
        "source_note": result.source_note,
    }

"""What a document prints against what is stored of the same agency and year."""

from collections.abc import Iterator, Mapping

from prongsai.papers.checking.documents.arithmetic import kind_of
from prongsai.papers.checking.documents.finding import DocumentFinding
from prongsai.papers.checking.documents.levels import YearLevels, level_called
from prongsai.papers.checking.documents.place_names import named
from prongsai.papers.checking.documents.printed_scores import as_printed
from prongsai.papers.checking.documents.weighted_points import is_weighted
from prongsai.papers.checking.documents.year_figures import YearFigures
from prongsai.papers.checking.findings import Kind, Wording
from prongsai.papers.reading.found import ReadFigure
from prongsai.rulebook.overall_scoring import TOLERANCE, AgencyResult
from prongsai.rulebook.possible_means import decimals_of
from prongsai.rulebook.rounding import HUNDREDTHS, half_up


def check_figures_with_stored(figures: YearFigures, stored: Mapping[int, AgencyResult]) -> Iterator[DocumentFinding]:
    """Each printing that differs from the stored figure by more than rounding."""
    result = stored.get(figures.year.year)
    if result is None:
        return
    for place, printed in figures.printed.items():
        score = result.scores.get(place)
        if score is not None and score.value is not None:
            for figure in printed:
                if is_weighted(figures.year, figure):
                    continue
                places = decimals_of(as_printed(figure)) or HUNDREDTHS
                if abs(half_up(score.value, places) - as_printed(figure)) > TOLERANCE:
                    yield _figure(figure, f"{score.value}", figures.year.year)


def check_levels_with_stored(levels: YearLevels, stored: Mapping[int, AgencyResult]) -> Iterator[DocumentFinding]:
    """Each claimed level that is another one than the stored result proves."""
    result = stored.get(levels.year.year)
    if result is None or result.level.level is None or not result.level.certain:
        return
    label = result.level.level.label
    for claimed in levels.claimed:
        level = level_called(levels.year, claimed.level)
        if level is not None and level.label != label:
            follows = Wording(
                f"ผลที่เก็บไว้ของปี {levels.year.year} คือระดับ{label}", f"the stored result of {levels.year.year} is {label}"
            )
            mend = Wording(f"เขียน {label}", f"write {label}")
            yield DocumentFinding(Kind.LEVEL, claimed.where, claimed.level, follows, mend)


def _figure(figure: ReadFigure, value: str, year: int) -> DocumentFinding:
    name = named(figure.place)
    follows = Wording(f"{name.th} ปี {year} ที่เก็บไว้คือ {value}", f"the stored {name.en} of {year} is {value}")
    mend = Wording(f"เขียน {value} หรือแก้ผลที่เก็บไว้", f"write {value}, or correct what is stored")
    return DocumentFinding(kind_of(figure.place), figure.where, figure.printed, follows, mend)

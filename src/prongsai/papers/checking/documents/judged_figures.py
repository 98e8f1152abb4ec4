"""Which of the read figures are judged, and at which value: what a person would sign, not what a scanner spoilt."""

from collections.abc import Iterator
from dataclasses import replace

from prongsai.papers.checking.documents.goals import is_only_asked_for
from prongsai.papers.checking.documents.printed_scores import FULL_POINTS, printed_number
from prongsai.papers.reading.found import ReadFigure, Reading
from prongsai.rulebook.possible_means import decimals_of
from prongsai.rulebook.rounding import HUNDREDTHS

FEW = 3
FEW_OF_MANY = 0.1
"""So many figures that could not be read for sure, or such a share of all, may be misprints; more are a bad scan."""


def figures_to_judge(reading: Reading) -> Iterator[ReadFigure]:
    """The figures with a score, without those that a text only asks for.

    Reading takes a number that the arithmetic denies for misread where it looks like the right one. In a document that
    is otherwise read well it counts as it is printed; in a bad scan what is settled counts so, and the rest is noise.
    """
    texts = {line.where: line.text for line in reading.lines}
    unsure = sum(1 for figure in reading.figures if _is_clean_but_unsure(figure))
    read_well = unsure <= max(FEW, FEW_OF_MANY * len(reading.figures))
    for figure in reading.figures:
        judged = _at_face_value(figure) if read_well and _is_clean_but_unsure(figure) else figure
        is_sure = judged.score is not None and judged.certainty != "doubt"
        if is_sure and not is_only_asked_for(texts.get(figure.where, ""), figure.printed):
            yield judged


def _is_clean_but_unsure(figure: ReadFigure) -> bool:
    """Whether a score is printed as scores are, and yet was not taken at its word."""
    number = printed_number(figure)
    is_clean = number is not None and (decimals_of(number) == HUNDREDTHS or number == FULL_POINTS)
    return is_clean and figure.certainty != "printed" and number != figure.score


def _at_face_value(figure: ReadFigure) -> ReadFigure:
    return replace(figure, score=printed_number(figure), certainty="printed", candidates=())

"""A figure that is printed more than once, with different values: text against table, table against table."""

from collections.abc import Iterator

from prongsai.papers.checking.documents.finding import DocumentFinding, where_words
from prongsai.papers.checking.documents.place_names import named
from prongsai.papers.checking.documents.printed_scores import is_same_value
from prongsai.papers.checking.documents.year_figures import YearFigures
from prongsai.papers.checking.findings import Kind, Wording
from prongsai.papers.reading.found import ReadFigure


def check_repeated(figures: YearFigures) -> Iterator[DocumentFinding]:
    """Each printing that differs from the one that the other figures bear out."""
    for place, printed in figures.printed.items():
        meant = figures.chosen[place]
        for figure in printed:
            if not is_same_value(figure, meant):
                yield _finding(figures, figure, meant)


def _finding(figures: YearFigures, figure: ReadFigure, meant: ReadFigure) -> DocumentFinding:
    name, where = named(figure.place), where_words(meant.where)
    follows = Wording(
        f"{name.th} ปี {figures.year.year} ที่{where.th} คือ {meant.printed}",
        f"{name.en} of {figures.year.year} is {meant.printed} at {where.en}",
    )
    mend = Wording(
        "เทียบกับผลในระบบ ITAS แล้วเขียนให้ตรงกันทุกแห่ง", "compare with the result in ITAS and write it the same everywhere"
    )
    return DocumentFinding(Kind.TEXT_TABLE, figure.where, figure.printed, follows, mend)

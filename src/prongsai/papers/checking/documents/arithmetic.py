"""Figures that the figures beside them do not give: total, instruments, indicators, and questions that cannot be so."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from prongsai.papers.checking.documents.finding import DocumentFinding
from prongsai.papers.checking.documents.place_names import named
from prongsai.papers.checking.documents.printed_scores import FULL_POINTS, as_printed, printed_number
from prongsai.papers.checking.documents.weighted_points import WEIGHTED_SLACK, is_weighted, share_of
from prongsai.papers.checking.documents.year_figures import YearFigures
from prongsai.papers.checking.findings import Kind, Wording
from prongsai.papers.reading.found import ReadFigure
from prongsai.rulebook.evidence import TOTAL, Place
from prongsai.rulebook.explaining import explain
from prongsai.rulebook.formulas import Formula, formulas
from prongsai.rulebook.overall_scoring import TOLERANCE, StatedDifference
from prongsai.rulebook.possible_means import decimals_of
from prongsai.rulebook.rounding import half_up


def check_arithmetic(figures: YearFigures) -> Iterator[DocumentFinding]:
    """What does not follow from its parts, once for each slip; then printed figures that the others rule out."""
    settled = [f for f in figures.chosen.values() if _is_ruled_out(f) and not is_weighted(figures.year, f)]
    yield from (_ruled_out(figures, figure) for figure in settled)
    for entry in figures.result.contradictions:
        if abs(entry.stated - entry.computed) > _tolerance(figures, entry.place):
            yield _question_at_fault(figures, entry) or _does_not_follow(figures, entry)


def kind_of(place: Place) -> Kind:
    """The kind of finding for a figure that does not follow."""
    return Kind.TOTAL if place == TOTAL else Kind.ARITHMETIC


def is_question(place: Place) -> bool:
    """Whether a figure is the score of a question."""
    return place.code[0] in "ie" and place.code[1:].isdecimal()


def _is_ruled_out(figure: ReadFigure) -> bool:
    number = printed_number(figure)
    return figure.certainty == "settled" and number is not None and number != figure.score


def _ruled_out(figures: YearFigures, figure: ReadFigure) -> DocumentFinding:
    kind = Kind.IMPOSSIBLE_MEAN if is_question(figure.place) else kind_of(figure.place)
    name, above = named(figure.place), _above(figures, figure.place)
    given = "" if above is None else f"{named(above.place).th} = {above.score}"
    given_en = "" if above is None else f" {named(above.place).en} = {above.score}"
    follows = Wording(
        f"{name.th} ต้องเป็น {figure.score} คะแนนจึงจะได้{given or 'คะแนนอื่นในเอกสาร'}",
        f"{name.en} must be {figure.score} to give{given_en or ' the other figures of the document'}",
    )
    return DocumentFinding(kind, figure.where, figure.printed, follows, _mend(figure.score))


def _above(figures: YearFigures, place: Place) -> ReadFigure | None:
    """The nearest printed figure that a figure is part of."""
    for formula in formulas(figures.year):
        if place in _parts(formula):
            return figures.chosen.get(formula.place) or _above(figures, formula.place)
    return None


def _does_not_follow(figures: YearFigures, entry: StatedDifference) -> DocumentFinding:
    figure, name = _printed_at(figures, entry.place), named(entry.place)
    steps = {step.place: step.expression for step in explain(figures.result)}
    sum_of = steps.get(entry.place, "")
    computed = f"{sum_of} = {entry.computed}" if sum_of else f"{entry.computed}"
    follows = Wording(
        f"{name.th} จากคะแนนอื่นในเอกสารคือ {computed} ไม่ใช่ {entry.stated:.2f}",
        f"{name.en} from the other figures of the document is {computed}, not {entry.stated:.2f}",
    )
    mend = _mend(entry.computed, "หรือแก้คะแนนส่วนประกอบที่พิมพ์ผิด", "or correct the part that is misprinted")
    return DocumentFinding(kind_of(entry.place), figure.where, figure.printed, follows, mend)


def _printed_at(figures: YearFigures, place: Place) -> ReadFigure:
    """The figure at fault, or the first printed part of one that is printed nowhere itself."""
    if place in figures.chosen:
        return figures.chosen[place]
    made_of: Mapping[Place, Formula] = {formula.place: formula for formula in formulas(figures.year)}
    return next(_printed_at(figures, part) for part in _parts(made_of[place]) if _is_known(figures, part))


def _is_known(figures: YearFigures, place: Place) -> bool:
    return figures.result.score(place).exact is not None


def _question_at_fault(figures: YearFigures, entry: StatedDifference) -> DocumentFinding | None:
    """The one question printed with fewer decimals than a score has, if another value makes the indicator right."""
    formula = next(formula for formula in formulas(figures.year) if formula.place == entry.place)
    parts = [figures.chosen[place] for place in _parts(formula) if place in figures.chosen and is_question(place)]
    odd = [figure for figure in parts if decimals_of(as_printed(figure)) == 1]
    if len(odd) != 1 or len(parts) < len(_parts(formula)) or entry.place not in figures.chosen:
        return None
    rest = sum((Fraction(figure.score or 0) for figure in parts if figure is not odd[0]), Fraction(0))
    needed = half_up(Fraction(entry.stated) * len(parts) - rest)
    if not 0 <= needed <= FULL_POINTS:
        return None
    indicator, name = named(entry.place), named(odd[0].place)
    follows = Wording(
        f"{indicator.th} {entry.stated:.2f} ต้องมี{name.th} ประมาณ {needed} คะแนน",
        f"{indicator.en} of {entry.stated:.2f} needs about {needed} for {name.en}",
    )
    return DocumentFinding(Kind.IMPOSSIBLE_MEAN, odd[0].where, odd[0].printed, follows, _mend(None))


def _parts(formula: Formula) -> list[Place]:
    return [part for recipe in formula.recipes for part, _ in recipe.parts]


def _tolerance(figures: YearFigures, place: Place) -> Decimal:
    """More where instruments come from weighted points, with the weight that they have in the figure."""
    weighted = [one for one in figures.chosen.values() if is_weighted(figures.year, one)]
    if place == TOTAL:
        shares = sum((share_of(figures.year, one.place) for one in weighted), Decimal(0))
        return TOLERANCE + shares * WEIGHTED_SLACK
    return TOLERANCE + WEIGHTED_SLACK if any(one.place == place for one in weighted) else TOLERANCE


def _mend(score: Decimal | None, or_th: str = "", or_en: str = "") -> Wording:
    if score is None:
        return Wording("เขียนคะแนนสองตำแหน่งตามผลในระบบ ITAS", "write the score with two decimals as ITAS gives it")
    return Wording(
        f"เทียบกับผลในระบบ ITAS แล้วเขียน {score:.2f} {or_th}".rstrip(),
        f"compare with the result in ITAS and write {score:.2f} {or_en}".rstrip(),
    )

"""Question scores that so many respondents on the year's scale cannot have."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from prongsai.papers.checking.documents.finding import DocumentFinding
from prongsai.papers.checking.documents.passages import Passage
from prongsai.papers.checking.documents.place_names import named
from prongsai.papers.checking.documents.printed_scores import as_printed
from prongsai.papers.checking.documents.year_figures import YearFigures
from prongsai.papers.checking.findings import Kind, Wording
from prongsai.papers.checking.place_mentions import find_places
from prongsai.papers.reading.found import ReadFigure
from prongsai.rulebook.evidence import INSTRUMENT_CODE
from prongsai.rulebook.instrument import Instrument, Question, Survey
from prongsai.rulebook.possible_means import decimals_of, is_possible_mean
from prongsai.thai.numerals import to_arabic_digits

_RESPONDENTS = re.compile(
    r"(?:ผู้ตอบ|ตอบแบบ|ตอบกลับ|กลุ่มตัวอย่าง)[^\d\n]{0,40}?(?P<before>\d[\d,]*)\s*(?:คน|ราย|ชุด)"
    r"|(?P<after>\d[\d,]*)\s*(?:คน|ราย)\s*(?:ที่)?\s*ตอบแบบ"
)
FEWEST_DECIMALS = 1


def check_means(figures: YearFigures, passages: Sequence[Passage]) -> Iterator[DocumentFinding]:
    """Questions of the instruments whose number of respondents the document gives."""
    respondents = find_respondents(passages)
    for place, figure in figures.chosen.items():
        if place.instrument is None or place.instrument not in respondents or not _is_exact(figure):
            continue
        survey = figures.year.survey_by_part.get(place.instrument)
        question = figures.year.question(place.instrument, place.code)
        if survey is not None and question is not None:
            yield from _check(figure, survey, question, respondents[place.instrument])


def _is_exact(figure: ReadFigure) -> bool:
    return figure.certainty == "printed" and decimals_of(as_printed(figure)) >= FEWEST_DECIMALS


def find_respondents(passages: Sequence[Passage]) -> Mapping[Instrument, int]:
    """How many answered each instrument, where a passage names one instrument and one number; never two numbers."""
    found: dict[Instrument, set[int]] = {}
    for passage in passages:
        plain = to_arabic_digits(passage.text)
        numbers = {int((m["before"] or m["after"]).replace(",", "")) for m in _RESPONDENTS.finditer(plain)}
        named_here = [p.instrument for m in find_places(plain) for p in m.places if p.code == INSTRUMENT_CODE]
        instruments = {instrument for instrument in named_here if instrument is not None}
        if len(instruments) == 1 and len(numbers) == 1:
            found.setdefault(instruments.pop(), set()).update(numbers)
    return {instrument: numbers.pop() for instrument, numbers in found.items() if len(numbers) == 1}


def _check(figure: ReadFigure, survey: Survey, question: Question, answers: int) -> Iterator[DocumentFinding]:
    points = _points(survey, question)
    lines = max(1, len(question.lines))
    if answers and points and not is_possible_mean(as_printed(figure), answers * lines, points):
        name = named(figure.place)
        follows = Wording(
            f"ผู้ตอบ {answers} คนบนมาตรวัดของปีนี้ให้คะแนนเฉลี่ยของ{name.th} เป็น {figure.score} ไม่ได้",
            f"{answers} answers on this year's scale cannot have a mean of {figure.score} for {name.en}",
        )
        mend = Wording("ตรวจคะแนนหรือจำนวนผู้ตอบกับระบบ ITAS", "compare the score and the number of respondents with ITAS")
        yield DocumentFinding(Kind.IMPOSSIBLE_MEAN, figure.where, figure.printed, follows, mend)


def _points(survey: Survey, question: Question) -> tuple[Decimal, ...]:
    """What an answer may score: of all the survey's scales where the question's own is a guess, none if that is too."""
    scales = [survey.scale_of(question)] if question.confidence != "low" else list(survey.scales)
    if all(scale.confidence == "low" for scale in scales):
        return ()
    return tuple(sorted({option.points for scale in scales for option in scale.options}))

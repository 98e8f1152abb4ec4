"""The project's own papers read back: whole they give every figure, and however worn they never give a wrong one.

The full sweep is `benchmarks/reading.py`; what it measured stands in docs/reading.md.
"""

import pytest

from prongsai.rulebook.evidence import TOTAL, indicator_place, instrument_place
from prongsai.rulebook.formulas import leaves
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year
from tests.worn_papers import judge, seeded, worn, written_paper

PAPERS = [
    ("analysis", "questions", "pdf", "arabic", 1),
    ("analysis", "indicators", "docx", "thai", 4),
    ("memo", "instruments", "pdf", "thai", 5),
    ("memo", "total", "docx", "arabic", 2),
    ("measures", "instruments", "docx", "thai", 0),
    ("measures", "total", "pdf", "arabic", 3),
    ("report", "indicators", "pdf", "thai", 1),
    ("sheet", "instruments", "pdf", "arabic", 7),
    ("sheet", "indicators", "docx", "thai", 4),
]
RATES = (0.005, 0.01, 0.02, 0.05, 0.10)
TIMES = 2


@pytest.fixture(params=PAPERS, ids=lambda paper: f"{paper[0]} of {paper[1]}")
def paper(request):
    return written_paper(*request.param)


def stated(kind, depth, year):
    """The places whose scores of the year a paper of this kind prints, as far as the office knew them."""
    rules = load_year(year)
    ten = {indicator_place(number) for number in rules.indicators}
    instruments = {instrument_place(one) for one in rules.weights}
    questions = {place for place in leaves(rules) if place.instrument is not Instrument.OIT}
    if depth == "total":
        return {TOTAL}
    return {
        "memo": {TOTAL} | ten,
        "measures": {TOTAL} | ten,
        "report": ten,
        "sheet": {TOTAL} | ten | (instruments if depth != "indicators" else set()),
        "analysis": {TOTAL} | ten | (instruments if depth != "indicators" else set()),
    }[kind] | (questions if (kind, depth) == ("analysis", "questions") else set())


@pytest.mark.parametrize("which", PAPERS, ids=lambda paper: f"{paper[0]} of {paper[1]}")
def test_a_whole_paper_gives_every_figure_that_it_states(which):
    paper = written_paper(*which)
    year = max(year for year, _ in paper.truth)
    outcome = judge(paper, paper.text)
    assert outcome.wrong == ()
    assert {(year, place) for place in stated(which[0], which[1], year)} <= outcome.found


@pytest.mark.parametrize("rate", RATES)
def test_a_worn_paper_gives_no_wrong_figure_as_certain(paper, rate):
    for turn in range(TIMES):
        text = worn(paper.text, rate, seeded(f"{paper.name}, {rate}, {turn}"))
        assert judge(paper, text).wrong == (), f"time {turn}"


def test_what_a_worn_paper_cannot_say_for_sure_it_offers(paper):
    whole = judge(paper, paper.text)
    outcome = judge(paper, worn(paper.text, 0.01, seeded(paper.name)))
    assert len(outcome.offered & whole.found) >= 0.7 * len(whole.found)


def test_wear_is_what_the_rate_says():
    text = written_paper(*PAPERS[0]).text
    assert worn(text, 0, seeded(1)) == text
    changed = [sum(map(str.__ne__, text, worn(text, rate, seeded(1)))) for rate in (0.001, 0.1)]
    assert 0 < changed[0] <= changed[1]

"""The worked examples beside each year's rules come out exactly; their arithmetic stands in their comments."""

from decimal import Decimal

import pytest
import yaml

from prongsai.rulebook.disclosure_scoring import score_verdicts
from prongsai.rulebook.evidence import TOTAL, Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import known_years, load_year, shipped_instruments
from prongsai.rulebook.overall_scoring import score_agency
from prongsai.rulebook.survey_scoring import score_answers


def worked_examples():
    for year in known_years():
        for file in sorted((shipped_instruments() / f"fy{year}" / "cases").glob("*.yaml"), key=lambda f: f.name):
            content = yaml.safe_load(file.read_text("utf-8"))
            for number, case in enumerate(content.get("several", [content]), start=1):
                yield pytest.param(year, case, id=f"{year}-{file.stem}-{number}")


def place(text):
    instrument, _, code = text.rpartition(" ")
    if text == "total":
        return TOTAL
    if text in Instrument.__members__:
        return instrument_place(Instrument(text))
    return Place(Instrument(instrument), code) if instrument else indicator_place(int(code))


def figures_of(year, case):
    figures = {place(name): Decimal(value) for name, value in case.get("figures", {}).items()}
    tally = {place(name): tuple(counts) for name, counts in case.get("tally", {}).items()}
    figures |= score_answers(year, tally)
    if "verdicts" in case:
        missed = case["verdicts"]["missed"]
        assert len(year.items) == case["verdicts"]["of"]
        figures |= score_verdicts(year, {code: code not in missed for code in year.items})
    return figures


@pytest.mark.parametrize(("year_number", "case"), list(worked_examples()))
def test_a_worked_example_comes_out_exactly(year_number, case):
    year = load_year(year_number)
    result = score_agency(year, figures_of(year, case))
    computed = {name: result.score(place(name)).value for name in case["expect"]}
    assert computed == {name: value and Decimal(value) for name, value in case["expect"].items()}
    assert (result.level.label, result.level.certain) == (case["level"], case["level_certain"])
    assert [str(entry.place) for entry in result.contradictions] == case.get("contradictions", [])


def test_there_are_worked_examples():
    assert len(list(worked_examples())) >= 25

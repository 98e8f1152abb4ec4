from decimal import Decimal

import pytest

from prongsai.portal.conftest import ten
from prongsai.portal.results.actions import bring_result
from prongsai.portal.results.figures import Figure
from prongsai.portal.results.queries import (
    ResultFilter,
    count_figures,
    every_figure,
    history_of,
    list_results,
    newest_year,
    published_agencies,
    published_year,
    published_years,
    respondents,
    results_of,
    scored_years,
    stored_years,
    summarise,
    years_of,
)
from prongsai.rulebook.evidence import Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument

pytestmark = pytest.mark.django_db


def codes(**wanted):
    return [result.agency.code for result in list_results(ResultFilter(**wanted))]


@pytest.fixture
def three(publish, don):
    publish("rae", 2564, name_th="เทศบาลตำบลแร่", province="สกลนคร", type="subdistrict-municipality",
            figures="91 91 91 91 91 91 91 91 91 91")  # fmt: skip
    publish("two", 2567, name_th="เทศบาลตำบลที่ ๒", province="สกลนคร", figures="90 90 90 90 90 90 90 90 90 90",
            type="subdistrict-municipality")  # fmt: skip


def test_the_list_shows_each_agency_once_with_its_newest_year(three, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = {result.agency.code: result.year for result in list_results(ResultFilter())}
    assert found == {"don": 2567, "rae": 2564, "two": 2567}


def test_a_year_shows_all_results_of_that_year(three):
    assert codes(year=2566) == ["don"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"words": "แร่"}, ["rae"]),
        ({"words": "เเร่"}, ["rae"]),
        ({"words": "ที่ 2"}, ["two"]),
        ({"words": "สกลนคร ตำบล"}, ["two", "rae"]),
        ({"words": "RAE"}, ["rae"]),
        ({"words": "%"}, []),
        ({"words": "' OR 1=1 --"}, []),
        ({"province": "สกลนคร", "type": "subdistrict-municipality"}, ["two", "rae"]),
        ({"type": "university"}, []),
    ],
)
def test_search_and_filters(three, wanted, found):
    assert codes(**wanted) == found


def test_the_highest_total_comes_first_and_unknown_totals_last(three, publish):
    publish("none", figures=[])
    assert codes(order="total") == ["don", "rae", "two", "none"]


def test_the_summary_takes_one_query(three, publish, django_assert_num_queries):
    publish("low", figures="50 50 50 50 50 50 50 50 50 50")
    publish("none", figures=[], is_fictional=True)
    with django_assert_num_queries(1):
        summary = summarise(list_results(ResultFilter()))
    assert (summary.results, summary.with_total, summary.reached_target, summary.fictional) == (5, 4, 3, 1)
    assert (summary.without_total, str(summary.share_reached)) == (1, "75.0")


def test_nothing_has_no_share():
    assert summarise(list_results(ResultFilter())).share_reached is None


def test_the_history_takes_two_queries_however_long(three, django_assert_num_queries):
    with django_assert_num_queries(2):
        history = history_of("don", up_to=2567)
    assert [(entry.result.year, len(entry.figures)) for entry in history] == [(2566, 10), (2567, 10)]


def test_the_small_reads_take_one_query_each(three, django_assert_num_queries):
    don_id = history_of("don", up_to=2567)[0].result.agency_id
    for read, found in (
        (lambda: newest_year("don"), 2567),
        (lambda: newest_year("nobody"), None),
        (lambda: years_of("don"), [2567, 2566]),
        (published_years, [2567, 2566, 2564]),
        (lambda: len(published_agencies().distinct()), 3),
        (lambda: [result.year for result in results_of(don_id)], [2567, 2566]),
        (lambda: len(list(every_figure())), 40),
        (lambda: len(list(every_figure(2566))), 10),
    ):
        with django_assert_num_queries(1):
            assert read() == found


TENS = "90 90 90 90 90 90 90 90 90 90"


def bring(agency, year, figures):
    bring_result(actor="tester", agency_id=agency.pk, agency_code=agency.code, year=year, figures=figures)


def test_what_an_agency_keeps_is_in_no_public_read(don):
    bring(don.agency, 2568, ten(TENS))
    bring(don.agency, 2567, ten(TENS))
    assert newest_year("don") == 2567
    assert years_of("don") == [2567, 2566]
    assert published_years() == [2567, 2566]
    assert [result.year for result in list_results(ResultFilter())] == [2567]
    assert len(list(every_figure())) == count_figures() == 20
    assert str(history_of("don", up_to=2569)[-1].result.total) == "93.71"
    assert str(published_year(don.agency_id, 2567).result.total) == "93.71"


def test_the_agency_reads_its_own_result_before_the_published_one(don, django_assert_num_queries):
    bring(don.agency, 2567, ten(TENS))
    with django_assert_num_queries(2):
        scored = scored_years(don.agency_id)
    assert {year: str(result.total) for year, result in scored.items()} == {2566: "87.40", 2567: "90.00"}
    assert [entry.is_own for entry in stored_years(don.agency_id).values()] == [False, True]


def test_respondents_are_spread_from_instruments_to_questions(don, django_assert_num_queries):
    iit = Figure(instrument_place(Instrument.IIT), Decimal(90), 99, 120)
    eit = Figure(instrument_place(Instrument.EIT2), Decimal(90), 48)
    own = Figure(Place(Instrument.IIT, "i2"), Decimal(90), 97)
    bring(don.agency, 2568, [iit, eit, own])
    with django_assert_num_queries(2):
        found = respondents(don.agency_id, 2568)
    assert found[Place(Instrument.IIT, "i1")] == (99, 120)
    assert found[Place(Instrument.IIT, "i2")] == (97, 120)
    assert found[indicator_place(1)] == (99, 120)
    assert found[indicator_place(6, Instrument.EIT2)] == (48, None)
    assert indicator_place(6) not in found
    assert respondents(don.agency_id, 2565) == {}

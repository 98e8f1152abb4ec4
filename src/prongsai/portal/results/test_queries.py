import pytest

from prongsai.portal.results.queries import (
    ResultFilter,
    every_figure,
    history_of,
    list_results,
    newest_year,
    published_years,
    summarise,
    years_of,
)

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
    for read, found in (
        (lambda: newest_year("don"), 2567),
        (lambda: newest_year("nobody"), None),
        (lambda: years_of("don"), [2567, 2566]),
        (published_years, [2567, 2566, 2564]),
        (lambda: len(list(every_figure())), 40),
        (lambda: len(list(every_figure(2566))), 10),
    ):
        with django_assert_num_queries(1):
            assert read() == found

"""What the API tells of what is published, how it says no, and what it never tells."""

import re
from decimal import Decimal

import pytest

from prongsai.assessing.sureness import Sureness
from prongsai.portal.api.paging import ROWS_ON_A_PAGE
from prongsai.portal.conftest import ten
from prongsai.portal.results.actions import bring_result
from prongsai.portal.results.figures import Figure
from prongsai.rulebook.evidence import Place, instrument_place
from prongsai.rulebook.instrument import Instrument

pytestmark = pytest.mark.django_db


def codes(page):
    return [line["agency" if "results" in page else "code"] for line in page.get("results", page.get("agencies"))]


def test_the_index_says_what_there_is(ask, don):
    found = ask("")
    assert found["years"] == [2567, 2566]
    assert found["provinces"] == ["ปัตตานี"]
    assert {"type": "university", "name_th": "สถาบันอุดมศึกษา", "name_en": "University or college"} in found["types"]
    assert found["licence"]["data_en"] != found["licence"]["data_th"]


def test_every_link_of_the_index_leads_somewhere(ask, client, don):
    for link in ask("")["links"].values():
        assert client.get(link).status_code == (405 if link.endswith("/score") else 200), link


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_page_that_explains_it_links_to_what_answers(client, don, language):
    page = client.get(f"{language}/open-data/").content.decode()
    links = set(re.findall(r'href="(/api/[^"]+)"', page))
    assert len(links) == 5
    for link in links:
        assert client.get(link).status_code == 200, link


def test_agencies_are_found_by_words_type_and_province(ask, publish):
    publish("rae", name_th="เทศบาลตำบลแร่", province="สกลนคร", type="subdistrict-municipality")
    publish("kai", name_th="เทศบาลตำบลไก่", province="ปัตตานี", type="subdistrict-municipality")
    assert codes(ask("agencies")) == ["kai", "rae"]
    assert codes(ask("agencies", q="แร่")) == ["rae"]
    assert codes(ask("agencies", type="subdistrict-municipality", province="ปัตตานี")) == ["kai"]
    assert codes(ask("agencies", q="")) == ["kai", "rae"]


def test_agencies_that_were_made_up_stand_last_and_say_so(ask, publish):
    publish("dream", name_th="เทศบาลตำบลก่อนใคร", is_fictional=True)
    publish("real", name_th="เทศบาลตำบลหลังสุด")
    for address in ("agencies", "results"):
        page = ask(address)
        assert codes(page) == ["real", "dream"]
        assert [line["fictional"] for line in page[address]] == [False, True]


def test_an_agency_has_its_years(ask, don):
    found = ask("agencies/don")
    assert [(year["year"], year["total"]) for year in found["years"]] == [(2567, "93.71"), (2566, "87.40")]
    assert found["disclosures"] == []


def test_results_are_those_of_a_year_or_the_newest(ask, don):
    assert [line["year"] for line in ask("results")["results"]] == [2567]
    (line,) = ask("results", year="๒๕๖๖", province="ปัตตานี")["results"]
    assert (line["agency"], line["year"], line["total"]) == ("don", 2566, "87.40")
    assert ask("results", year=2560)["results"] == []


def test_pages_tell_each_agency_once_though_names_are_the_same(ask, client, publish, monkeypatch):
    monkeypatch.setattr("prongsai.portal.api.paging.ROWS_ON_A_PAGE", 2)
    for number in range(5):
        publish(f"same-{number}", name_th="เทศบาลตำบลชื่อซ้ำ")
    for address in ("agencies", "results"):
        page = ask(address, province="ปัตตานี")
        found = codes(page)
        while page["next"]:
            page = client.get(page["next"]).json()
            found += codes(page)
        assert sorted(found) == [f"same-{number}" for number in range(5)]
        assert (page["count"], page["page"], page["pages"]) == (5, 3, 3)


def test_a_page_has_its_bound():
    assert ROWS_ON_A_PAGE == 100


FIGURES = [
    *ten("84.17 93.06 97.78 88.89 88.33 93.48 92.82 79.44 100 100")[5:8],
    Figure(instrument_place(Instrument.IIT), Decimal("90.45"), 99, 120),
    Figure(Place(Instrument.IIT, "i1"), Decimal("84.1"), 98),
    Figure(Place(Instrument.OIT, "o1"), Decimal(100)),
    Figure(Place(Instrument.OIT, "o2"), Decimal(0)),
]


@pytest.fixture
def don_in_parts(publish):
    publish(year=2566)
    return publish(figures=FIGURES)


def test_a_result_is_told_whole(ask, don_in_parts):
    found = ask("agencies/don/2567")
    assert (found["agency"], found["year"], found["total"], found["level"]) == ("don", 2567, None, None)
    assert (found["instruments"]["IIT"], found["instruments"]["OIT"], found["indicators"]["8"]) == (
        "90.45",
        None,
        "79.44",
    )
    assert "OIT o3" in found["missing"]
    first, *others = (question for question in found["questions"] if question["instrument"] == "IIT")
    assert (first["code"], first["score"], first["n"]) == ("i1", "84.10", 98)
    assert {question["score"] for question in others} == {None}
    assert [(item["code"], item["complete"]) for item in found["items"]] == [("o1", True), ("o2", False)]
    assert found["source_note"] == "แฟ้มทดสอบ"
    assert found["disclosure"] is None


def test_a_year_beside_the_one_before_it_says_what_may_not_be_compared(ask, don):
    found = ask("agencies/don/2567")
    assert (found["total"], found["level"], found["level_certain"]) == ("93.71", "ผ่าน", False)
    assert found["compared_with"] == 2566
    changes = {change["what"]: change for change in found["changes"]}
    assert changes["total"] == {"what": "total", "before": "87.40", "change": None, "comparable": "no"}
    assert "total" in {place for entry in found["breaks"] for place in entry["places"]}
    assert [(year["year"], year["total"], year["gap"]) for year in found["history"]] == [
        (2566, "87.40", False),
        (2567, "93.71", False),
    ]
    assert found["history"][0]["breaks"] == []
    assert found["history"][1]["breaks"]


def test_levels_say_what_they_ask_for_and_what_is_there(ask, don):
    levels = ask("agencies/don/2567")["levels"]
    holding = [level["label"] for level in levels if level["holds"]]
    assert holding[0] == "ผ่าน"
    top = levels[0]
    assert [condition["of"] for condition in top["conditions"] if condition["value"] is None]
    assert top["holds"] is not True


def test_a_year_alone_is_compared_with_nothing(ask, don):
    found = ask("agencies/don/2566")
    assert (found["compared_with"], found["changes"], found["breaks"]) == (None, [], [])


def test_a_total_comes_with_its_interval_where_that_is_known(ask, don):
    assert ask("agencies/don/2567")["how_sure"] is None
    don.sureness = Sureness(Decimal("90.10"), Decimal("95.50"), "ผ่าน", "ผ่านดี")
    don.save()
    told = ask("agencies/don/2567")["how_sure"]
    assert told == {"total_low": "90.10", "total_high": "95.50", "level_low": "ผ่าน", "level_high": "ผ่านดี"}
    assert ask("results")["results"][0]["how_sure"] == told


def test_ranks_come_with_their_span(ask, don):
    don.ranks = {"type": [3, 40, 2, 1, 7], "nation": [300, 4000, 1, 250, 400]}
    don.save()
    ranks = ask("agencies/don/2567")["ranks"]
    assert ranks["type"] == {"rank": 3, "rank_of": 40, "sharing": 2, "first": 1, "last": 7}
    assert ranks["province"] is None
    assert ask("results")["results"][0]["ranks"] == ranks


def test_what_an_agency_keeps_for_itself_is_nowhere(ask, don):
    bring_result(actor="tester", agency_id=don.agency_id, agency_code="don", year=2568, figures=ten("90 " * 10))
    ask("agencies/don/2568", status=404)
    assert [year["year"] for year in ask("agencies/don")["years"]] == [2567, 2566]
    assert [line["year"] for line in ask("results")["results"]] == [2567]
    assert 2568 not in ask("")["years"]


def test_an_agency_of_which_nothing_is_public_is_not_told_of(ask, agency, other_agency, rehearsal):
    assert ask("agencies")["agencies"] == []
    assert ask("")["provinces"] == []
    ask("agencies/town", status=404)


@pytest.mark.parametrize("many", [2, 40])
def test_lists_take_the_same_queries_however_long(ask, publish, django_assert_num_queries, many):
    for number in range(many):
        publish(f"a{number}", figures="90 90 90 90 90 90 90 90 90 90")
    for address, asked, queries in (
        ("", {}, 2),
        ("agencies", {}, 2),
        ("agencies", {"province": "ปัตตานี"}, 3),
        ("results", {}, 2),
        ("agencies/a0", {}, 3),
        ("agencies/a0/2567", {}, 3),
        ("instruments", {}, 0),
    ):
        with django_assert_num_queries(queries):
            ask(address, **asked)

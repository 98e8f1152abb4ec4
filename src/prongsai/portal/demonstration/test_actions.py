from decimal import Decimal

from django.utils import timezone

from prongsai.portal.agencies.queries import agencies_by_code
from prongsai.portal.demonstration.accounts import ACCOUNTS, NEIGHBOUR, PASSWORD, TOWN
from prongsai.portal.demonstration.actions import load_demonstration, sign_in_lines
from prongsai.portal.journal.queries import verify_chain
from prongsai.portal.results.queries import ResultFilter, list_results, published_years
from prongsai.portal.rounds.queries import count_by_state, find_round, is_open, participation
from prongsai.portal.surveys.queries import answer_counts
from prongsai.rulebook.instrument import Instrument

PRINTED = {
    ("sa-bua", 2567): ("99.84", "ผ่านดีเยี่ยม"),
    ("rae", 2564): ("90.79", "A"),
    ("don-pattani", 2566): ("87.40", "ผ่าน"),
    ("don-pattani", 2567): ("93.71", "ผ่าน"),
    ("song-phi-nong", 2567): ("84.19", "ต้องปรับปรุง"),
    ("song-phi-nong", 2568): ("97.00", "ผ่านดี"),
}


def results(*, fictional):
    every = [result for year in published_years() for result in list_results(ResultFilter(year=year))]
    return [result for result in every if result.agency.is_fictional is fictional]


def test_it_has_thirty_four_agencies(loaded):
    assert loaded == 34


def test_the_published_figures_give_the_printed_totals(loaded):
    found = {(r.agency.code, r.year): (str(r.total), r.level) for r in results(fictional=False)}
    assert found == PRINTED


def test_the_province_is_fictional_and_has_thirty_agencies_of_three_years(loaded):
    fictional = [agency for agency in agencies_by_code().values() if agency.is_fictional]
    assert len(fictional) == 30
    assert {agency.province for agency in fictional} == {"สมมติ"}
    assert len({agency.type for agency in fictional}) == 5
    assert {result.year for result in results(fictional=True)} == {2567, 2568, 2569}


def test_it_shows_every_kind_of_result(loaded):
    found = results(fictional=True)
    assert any(result.total is None for result in found)
    assert any(result.total is not None and not result.level_certain for result in found)
    assert any(result.reached_target is False for result in found)
    assert {"ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง"} <= {result.level for result in found}


def test_totals_are_plausible(loaded):
    totals = [result.total for result in results(fictional=True) if result.total is not None]
    assert Decimal(70) < min(totals)
    assert Decimal(86) < sum(totals) / len(totals) < Decimal(94)


def test_loading_again_changes_nothing(loaded):
    before = verify_chain()
    load_demonstration()
    assert verify_chain() == before
    assert before.is_whole


def test_each_demonstration_account_signs_in_and_sits_down_in_its_agency_only(loaded, client):
    for account in ACCOUNTS:
        client.logout()
        client.post("/account/sign-in/", {"login": account.email, "password": PASSWORD})
        assert client.get("/office/")["Location"] == f"/office/{account.agency or 'national'}/"
        elsewhere = {TOWN, NEIGHBOUR} - {account.agency}
        assert {client.get(f"/office/{code}/").status_code for code in elsewhere} == {404}


def test_a_rehearsal_is_in_the_middle_of_collecting(loaded):
    facts = find_round("rehearsal-2569")
    assert facts.is_rehearsal
    assert is_open(facts.id, "surveys", timezone.now())
    assert is_open(facts.id, "disclosure", timezone.now())
    agencies = agencies_by_code()
    town = participation(facts.id, agencies[TOWN].pk)
    assert (town.is_confirmed, town.staff, len(town.units)) == (True, 142, 5)
    assert participation(facts.id, agencies[NEIGHBOUR].pk).state == "drafting"
    assert sum(count_by_state(facts.id).values()) == 34


def test_the_towns_staff_and_citizens_have_answered_the_rehearsal(loaded):
    facts, town = find_round("rehearsal-2569"), agencies_by_code()[TOWN]
    counted = answer_counts(facts.id)[town.pk]
    assert counted[Instrument.IIT] > 60
    assert counted[Instrument.EIT1] == 62
    assert load_demonstration() > 0
    assert answer_counts(facts.id)[town.pk] == counted


def test_every_account_is_told_where_they_exist(loaded):
    assert len(sign_in_lines()) == 1 + len(ACCOUNTS)

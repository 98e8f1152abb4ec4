from decimal import Decimal

import pytest
from django.utils import timezone

from prongsai.portal.agencies.queries import agencies_by_code
from prongsai.portal.computing.queries import computations_of, results_of
from prongsai.portal.demonstration.accounts import ACCOUNTS, NEIGHBOUR, PASSWORD, TOWN
from prongsai.portal.demonstration.actions import load_demonstration, sign_in_lines
from prongsai.portal.demonstration.fictional import answered_year, fictional_years
from prongsai.portal.demonstration.made_up_nation import AGENCIES, PROVINCES, SLUG, load_made_up_nation
from prongsai.portal.demonstration.marking import national_seats
from prongsai.portal.disclosures.assessing.made_up import make_up_disclosures, make_up_marks
from prongsai.portal.disclosures.assessing.queries import queue_of, verdicts
from prongsai.portal.disclosures.assessing.verdicts import Because
from prongsai.portal.disclosures.public.queries import public_years
from prongsai.portal.journal.queries import verify_chain
from prongsai.portal.people.roles import Role
from prongsai.portal.results.queries import (
    ResultFilter,
    list_results,
    published_provinces,
    published_year,
    published_years,
)
from prongsai.portal.rounds.queries import count_by_state, find_round, is_open, participation
from prongsai.portal.rounds.taking_part.made_up import NotMadeUpError, People, make_up_profiles
from prongsai.portal.surveys.queries import answer_counts
from prongsai.rulebook.evidence import TOTAL
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
    fictional = [agency for agency in agencies_by_code().values() if agency.is_fictional and agency not in nation()]
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


def assessor_lines(facts):
    return {
        line.seating.kind: line for seat in national_seats(Role.ASSESSOR) for line in queue_of(seat.person.pk, facts.id)
    }


def test_the_towns_disclosure_of_the_year_before_is_being_marked(loaded):
    facts = find_round("rehearsal-2568")
    assert is_open(facts.id, "scoring", timezone.now())
    lines = assessor_lines(facts)
    assert {kind: len(line.waiting) for kind, line in lines.items()} == {"first": 17, "second": 19, "adjudicator": 1}
    assert lines["adjudicator"].waiting == ("o4",)


def test_only_a_fictional_agency_is_said_to_have_disclosed_anything(loaded):
    agencies = agencies_by_code().values()
    disclosed = [agency for agency in agencies if public_years(agency.pk)]
    assert len(disclosed) == 27
    assert NEIGHBOUR in {agency.code for agency in disclosed}
    assert all(agency.is_fictional and public_years(agency.pk) == [2568] for agency in disclosed)


def test_the_finished_round_shows_on_what_each_verdict_rests_and_its_scores_followed(loaded, client):
    facts, neighbour = find_round("2568"), agencies_by_code()[NEIGHBOUR]
    found = {item: (one.is_complete, one.because) for item, one in verdicts(facts, neighbour.pk).items()}
    assert found["o1"] == (True, Because.BOTH)
    assert found["o4"] == (True, Because.ADJUDICATED)
    assert found["o19"] == (False, Because.ADJUDICATED)
    assert found["o7"] == (True, Because.OBJECTION)
    assert found["o13"] == (True, Because.ERRATUM)
    assert found["o18"] == (False, Because.NOTHING_GIVEN)
    last, first = computations_of(facts.id)
    [before], [now] = (results_of(one, None, words=NEIGHBOUR, page=None) for one in (first, last))
    assert 0 < before.total < now.total < 100
    assert last.published == last.agencies == 27
    assert published_year(neighbour.pk, 2568).result.total == now.total
    page = client.get(f"/disclosure/{NEIGHBOUR}/2568/").content.decode()
    for words in ("แก้ตามคำชี้แจง", "พบรายงานในหัวข้อย่อยตามที่ชี้แจง", "ผู้ประเมินเปิดหน้าของปีก่อน", "ไม่มีหน้านี้แล้วเมื่อ"):
        assert words in page


def test_the_finished_round_says_publicly_how_sure_scores_levels_and_ranks_are(loaded, client):
    told = [result for result in results(fictional=True) if result.year == 2568 and result.sureness]
    assert len(told) == 27
    assert all(result.sureness.total_low < result.total < result.sureness.total_high for result in told)
    assert 1 < sum(result.sureness.is_one_level for result in told) < 26
    unsure = next(result for result in told if not result.sureness.is_one_level)
    page = client.get(f"/agencies/{unsure.agency.code}/2568/").content.decode()
    assert "ระดับอาจเป็นได้ตั้งแต่" in page
    assert "เป็นไปได้ตั้งแต่อันดับ" in page


def test_the_answers_of_the_finished_round_give_the_figures_that_were_drawn(loaded):
    drawn = {entry.agency: entry.figures for entry in fictional_years() if entry.year == 2568}
    computed = {result.agency.code: result for result in results(fictional=True) if result.year == 2568}
    for code in set(answered_year()) - {NEIGHBOUR}:
        assert computed[code].total == next(figure.score for figure in drawn[code] if figure.place == TOTAL)


def test_every_account_is_told_where_they_exist(loaded):
    assert len(sign_in_lines()) == 1 + len(ACCOUNTS)


def nation():
    return [one for one in agencies_by_code().values() if one.code.startswith("made-up-")]


def test_the_office_has_a_computed_round_with_ranks(loaded):
    [made] = computations_of(find_round(SLUG).id)
    assert (made.done, made.agencies, made.is_final) == (AGENCIES, AGENCIES, True)
    lines = list(results_of(made, None, words="", page=None, order="total"))
    totals = [line.total for line in lines]
    assert totals == sorted(totals, reverse=True)
    assert all(line.sureness.total_low < line.total < line.sureness.total_high for line in lines)
    assert [line.ranks.in_nation.rank for line in lines[:3]] == [1, 2, 3]
    assert len({line.province for line in lines}) == PROVINCES
    assert all(line.ranks.in_nation.first <= line.ranks.in_nation.rank <= line.ranks.in_nation.last for line in lines)
    [one_province] = {line.province for line in results_of(made, None, words="สมมติ 02", page=None)}
    assert one_province == "สมมติ 02"


def test_nothing_of_it_is_public_or_taken_for_real(loaded, client):
    assert len(nation()) == AGENCIES
    assert all(one.is_fictional and "สมมติ" in one.name_th for one in nation())
    assert not any(public_years(one.pk) for one in nation())
    assert find_round(SLUG).is_rehearsal
    assert not {one.province for one in nation()} & set(published_provinces())
    assert "สมมติ 01" not in client.get("/").content.decode()
    assert client.get("/agencies/made-up-1/2568/").status_code == 404


def test_it_is_loaded_once(loaded):
    load_made_up_nation(actor="tester", today=timezone.localdate())
    assert len(computations_of(find_round(SLUG).id)) == 1


@pytest.mark.parametrize("slug", ["2568", "rehearsal-2569"])
def test_nothing_is_disclosed_in_the_name_of_a_real_agency(loaded, slug):
    with pytest.raises(NotMadeUpError, match="rae"):
        make_up_disclosures(
            actor="tester", facts=find_round(slug), agency_ids=[agencies_by_code()["rae"].pk], at=timezone.now()
        )


def test_no_numbers_are_made_up_for_a_real_agency(loaded):
    facts = find_round("rehearsal-2569")
    with pytest.raises(NotMadeUpError, match="rae"):
        make_up_profiles(actor="tester", facts=facts, people={"rae": People(9, 9)}, at=timezone.now())


def test_no_marks_are_made_up_for_a_real_agency(loaded):
    facts = find_round("rehearsal-2568")
    with pytest.raises(NotMadeUpError, match=TOWN):
        make_up_marks(actor="tester", facts=facts, verdicts={agencies_by_code()[TOWN].pk: {}}, at=timezone.now())

from decimal import Decimal
from itertools import count

import pytest
from django.apps import apps
from tests.at_once import at_once, refused

from prongsai.portal.computing import actions, queries
from prongsai.portal.computing.duties import DUTIES
from prongsai.portal.computing.models import Computation, ComputedResult
from prongsai.portal.computing.refusals import ComputingRefusedError
from prongsai.portal.disclosures.assessing.queries import seating_of
from prongsai.portal.disclosures.clarifying.actions import correct_verdict, decide_objection, object_to_mark
from prongsai.portal.rounds.queries import find_round
from prongsai.portal.rounds.running.actions import move_round
from prongsai.portal.rounds.states import RoundState
from prongsai.portal.surveys.queries import StillCountingError
from prongsai.rulebook.instrument import Instrument

pytestmark = pytest.mark.django_db
Round = apps.get_model("rounds", "Round")
PublishedResult = apps.get_model("results", "PublishedResult")
JournalLine = apps.get_model("journal", "JournalLine")


def compute(office, facts, reason="คำนวณครั้งแรก"):
    number = actions.start_computation(seat=office, facts=facts, reason=reason)
    assert actions.go_on(computation_id=number, seconds=60)
    return queries.computations_of(facts.id)[0]


def result(agency, edition=1):
    return ComputedResult.objects.get(agency=agency, computation__edition=edition)


def figure(row, instrument, code):
    return next(rest for one, two, *rest in row.figures if (one, two) == (instrument, code))


def test_every_agency_of_the_round_is_computed(answer, clarification, office, request, agency, other_agency):
    answer(Instrument.EIT1, 12, option=6)
    counted = request.getfixturevalue("counted")
    made = compute(office, counted)
    assert (made.done, made.agencies, made.is_final) == (2, 2, False)
    # twelve clients chose the best of six options on a question that is not reversed: 100
    assert figure(result(agency), "EIT1", "e1") == ["100.00", 12, 1200]
    # o2 was marked incomplete by both, o1 complete by both, o3 has one mark only and stays open
    assert figure(result(agency), "OIT", "o1")[0] == "100"
    assert figure(result(agency), "OIT", "o2")[0] == "0"
    assert result(agency).open_items == 1
    assert result(agency).total is None
    # the other agency handed nothing in: every item is missed and none is open
    assert result(other_agency).open_items == 0
    assert {score for instrument, _, score, *_ in result(other_agency).figures if instrument == "OIT"} == {"0"}


def test_a_minimum_that_was_missed_is_told(answer, request, office, agency):
    request.getfixturevalue("clarification")
    answer(Instrument.IIT, 3, option=5)
    compute(office, request.getfixturevalue("counted"))
    assert "IIT" in result(agency).short_parts


def test_before_the_counting_is_closed_nothing_is_computed(clarification, office):
    with pytest.raises(ComputingRefusedError, match="ปิดการนับ"):
        actions.start_computation(seat=office, facts=clarification, reason="ลองดู")
    assert not Computation.objects.exists()


def test_the_counts_themselves_refuse_too(counted, office):
    number = actions.start_computation(seat=office, facts=counted, reason="x")
    Round.objects.update(counting_closed_on=None)
    with pytest.raises(StillCountingError):
        actions.compute_slice(computation_id=number)
    assert not ComputedResult.objects.exists()


def test_work_that_was_stopped_goes_on_where_it_was(counted, office, monkeypatch):
    monkeypatch.setattr(actions, "SLICE", 1)
    number = actions.start_computation(seat=office, facts=counted, reason="คำนวณ")
    ticks = count()
    assert not actions.go_on(computation_id=number, seconds=0, clock=lambda: float(next(ticks)))
    assert queries.computations_of(counted.id)[0].done == 1
    assert "1 of 1 done" in DUTIES[0].do(None)
    made = queries.computations_of(counted.id)[0]
    assert (made.done, made.finished_at is not None) == (2, True)
    assert "0 of 0 done" in DUTIES[0].do(None)


def test_one_computation_at_a_time(counted, office):
    actions.start_computation(seat=office, facts=counted, reason="คำนวณ")
    with pytest.raises(ComputingRefusedError, match="อยู่แล้ว"):
        actions.start_computation(seat=office, facts=counted, reason="คำนวณ")


def test_a_correction_makes_a_new_edition_and_the_old_figures_stay(confirmed, office, answered, agency):
    compute(office, confirmed)
    correct_verdict(seat=office, facts=confirmed, disclosure_id=answered.pk, item="o2", reason="ตรวจผิดหน้า")
    now = compute(office, confirmed, reason="แก้ไข O2 ของเทศบาลตัวอย่าง")
    before = queries.computations_of(confirmed.id)[1]
    assert (figure(result(agency, 1), "OIT", "o2")[0], figure(result(agency, 2), "OIT", "o2")[0]) == ("0", "100")
    assert [one.reason for one in queries.computations_of(confirmed.id)] == [
        "แก้ไข O2 ของเทศบาลตัวอย่าง",
        "คำนวณครั้งแรก",
    ]
    assert queries.count_changed(now, before) == 0  # its total is not known while o3 has no verdict


def test_a_rehearsal_is_never_published(confirmed, office):
    compute(office, confirmed)
    with pytest.raises(ComputingRefusedError, match="ซักซ้อม"):
        actions.release_results(seat=office, facts=confirmed, edition=1)
    assert not PublishedResult.objects.exists()


def test_nothing_is_published_over_an_objection_that_waits_or_was_decided_later(
    counted, office, officer, third, answered
):
    object_to_mark(seat=officer.seat, facts=counted, disclosure_id=answered.pk, item="o2", text="มีแล้ว", urls=())
    move_round(actor="tester", round_id=counted.id, to=RoundState.CONFIRMED)
    Round.objects.update(is_rehearsal=False, slug="2569")
    facts = find_round("2569")
    compute(office, facts)
    with pytest.raises(ComputingRefusedError, match="รอผู้ชี้ขาดตัดสิน 1 ข้อ"):
        actions.release_results(seat=office, facts=facts, edition=1)
    place = seating_of(third.person.pk, facts.id, "town")
    decide_objection(seat=third.national, facts=facts, seating=place, item="o2", is_granted=True, decision="พบ")
    with pytest.raises(ComputingRefusedError, match="คำนวณใหม่"):
        actions.release_results(seat=office, facts=facts, edition=1)
    compute(office, facts)
    actions.release_results(seat=office, facts=facts, edition=2)


def test_what_is_published_says_where_the_agency_stands(answer, confirmed, office, client, other_agency):
    for part in (Instrument.IIT, Instrument.EIT1, Instrument.EIT2):
        answer(part, 6, option=5, who=other_agency)
    compute(office, confirmed)
    row = result(other_agency)
    assert row.total_low < row.total < row.total_high
    Round.objects.update(is_rehearsal=False, slug="2569")
    facts = find_round("2569")
    actions.release_results(seat=office, facts=facts, edition=1)
    assert actions.go_on(computation_id=queries.computations_of(facts.id)[0].id, seconds=60)
    published = PublishedResult.objects.get(agency=other_agency)
    assert published.sureness == row.sureness
    assert published.ranks == row.ranks == {name: [1, 1, 1, 1, 1] for name in ("type", "nation")}
    shown = client.get(f"/agencies/{other_agency.code}/2569/").content.decode()
    assert "อันดับ 1" in shown
    assert "ทั้งประเทศ" in shown


@pytest.mark.parametrize(("many", "are_told"), [(9, False), (10, True)])
def test_what_few_answered_is_published_as_a_whole_and_never_question_by_question(
    answer, confirmed, office, client, other_agency, many, are_told
):
    for part, answers in ((Instrument.IIT, 12), (Instrument.EIT1, many), (Instrument.EIT2, 12)):
        answer(part, answers, option=5, who=other_agency)
    made = compute(office, confirmed)
    Round.objects.update(is_rehearsal=False, slug="2569")
    actions.release_results(seat=office, facts=find_round("2569"), edition=1)
    assert actions.go_on(computation_id=made.id, seconds=60)
    published = PublishedResult.objects.get(agency=other_agency)
    codes = set(published.figures.filter(instrument="EIT1").values_list("code", flat=True))
    assert ("e1" in codes) is are_told
    assert "instrument" in codes
    row = result(other_agency)
    assert (published.total, published.level, published.level_certain) == (row.total, row.level, True)
    assert {code for part, code, *_ in row.figures if part == "EIT1"} == codes
    for address in (f"/agencies/{other_agency.code}/2569/", f"/agencies/{other_agency.code}/2569/arithmetic/"):
        assert client.get(address).status_code == 200
    shown = client.get(f"/agencies/{other_agency.code}/2569/").content.decode()
    assert ("เพื่อไม่ให้รู้ว่าใครตอบอย่างไร" in shown) is not are_told
    assert f"ผู้ตอบ {many}" in shown


def test_a_real_rounds_results_are_published_once_with_their_numbers(confirmed, office, agency):
    made = compute(office, confirmed)
    Round.objects.update(is_rehearsal=False, slug="2569")
    facts = find_round("2569")
    actions.release_results(seat=office, facts=facts, edition=1)
    assert actions.go_on(computation_id=made.id, seconds=60)
    assert PublishedResult.objects.count() == 2
    score = PublishedResult.objects.get(agency=agency).figures.get(instrument="OIT", code="o1").score
    assert score == Decimal(100)
    with pytest.raises(ComputingRefusedError, match="ไปแล้ว"):
        actions.release_results(seat=office, facts=facts, edition=1)


@pytest.fixture
def real(confirmed):
    """The confirmed round, in earnest."""
    Round.objects.update(is_rehearsal=False, slug="2569")
    return find_round("2569")


def test_an_edition_that_was_overtaken_is_not_published(real, office):
    compute(office, real)
    compute(office, real, reason="คำนวณอีกครั้ง")
    with pytest.raises(ComputingRefusedError, match="เฉพาะครั้งล่าสุด"):
        actions.release_results(seat=office, facts=real, edition=1)
    actions.release_results(seat=office, facts=real, edition=2)


def test_a_correction_waits_until_the_edition_before_it_is_published_whole(real, office, monkeypatch, answered, agency):
    """Else the clock might put old figures over new ones."""
    monkeypatch.setattr(actions, "SLICE", 1)
    first = compute(office, real)
    actions.release_results(seat=office, facts=real, edition=1)
    actions.publish_slice(computation_id=first.id)
    move_round(actor="tester", round_id=real.id, to=RoundState.PUBLISHED)
    facts = find_round(real.slug)
    correct_verdict(seat=office, facts=facts, disclosure_id=answered.pk, item="o2", reason="ตรวจผิดหน้า")
    second = compute(office, facts, reason="แก้ไข O2")
    with pytest.raises(ComputingRefusedError, match="ยังประกาศไม่ครบ"):
        actions.release_results(seat=office, facts=facts, edition=2)
    assert "1 of 1 done" in DUTIES[0].do(None)
    actions.release_results(seat=office, facts=facts, edition=2)
    assert "1 of 1 done" in DUTIES[0].do(None)
    assert PublishedResult.objects.get(agency=agency).figures.get(instrument="OIT", code="o2").score == Decimal(100)
    assert second.edition == 2


def test_a_round_that_nobody_answered_is_published_without_totals(real, office, client, agency):
    compute(office, real)
    actions.release_results(seat=office, facts=real, edition=1)
    assert "1 of 1 done" in DUTIES[0].do(None)
    published = PublishedResult.objects.get(agency=agency)
    assert (published.total, published.level, published.sureness, published.ranks) == (None, "", None, {})
    shown = client.get(f"/agencies/{agency.code}/2569/").content.decode()
    assert "ความเชื่อมั่น 95%" not in shown
    assert "ตอบครบทุกคน" not in shown


def test_a_round_that_cannot_go_on_does_not_keep_the_others_waiting(counted, office):
    number = actions.start_computation(seat=office, facts=counted, reason="คำนวณ")
    other = Round.objects.get(pk=counted.id)
    other.pk, other.slug, other.sha256 = None, "rehearsal-broken", "0" * 64
    other.save()
    broken = Computation.objects.get(pk=number)
    Computation.objects.filter(pk=number).update(round_id=other.pk)
    broken.pk = None
    broken.save()
    with pytest.raises(ExceptionGroup, match="could not go on"):
        DUTIES[0].do(None)
    broken.refresh_from_db()
    assert broken.finished_at is not None


def test_what_was_computed_before_the_scores_were_confirmed_is_not_published(counted, office):
    compute(office, counted)
    Round.objects.update(is_rehearsal=False, slug="2569", state="confirmed")
    with pytest.raises(ComputingRefusedError, match="หลังยืนยัน"):
        actions.release_results(seat=office, facts=find_round("2569"), edition=1)


def test_a_slice_costs_so_many_queries_an_agency(counted, office, django_assert_max_num_queries):
    number = actions.start_computation(seat=office, facts=counted, reason="คำนวณ")
    with django_assert_max_num_queries(34):
        actions.compute_slice(computation_id=number)


@pytest.mark.django_db(transaction=True)
def test_two_who_begin_at_the_same_moment_begin_once(counted, office):
    told = at_once(
        lambda: actions.start_computation(seat=office, facts=counted, reason="หนึ่ง"),
        lambda: actions.start_computation(seat=office, facts=counted, reason="สอง"),
    )
    assert "อยู่แล้ว" in refused(told, ComputingRefusedError)


@pytest.mark.django_db(transaction=True)
def test_two_who_publish_at_the_same_moment_publish_each_agency_once(real, office, monkeypatch):
    monkeypatch.setattr(actions, "SLICE", 1)
    made = compute(office, real)
    actions.release_results(seat=office, facts=real, edition=1)
    told = at_once(*[lambda: actions.go_on(computation_id=made.id, seconds=60)] * 2)
    assert told == [True, True]
    assert PublishedResult.objects.count() == 2
    assert JournalLine.objects.filter(verb__in=("result.publish", "result.correct")).count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_who_go_on_at_the_same_moment_compute_each_agency_once(counted, office, monkeypatch):
    monkeypatch.setattr(actions, "SLICE", 1)
    number = actions.start_computation(seat=office, facts=counted, reason="คำนวณ")
    told = at_once(*[lambda: actions.go_on(computation_id=number, seconds=60)] * 2)
    assert told == [True, True]
    assert ComputedResult.objects.count() == 2

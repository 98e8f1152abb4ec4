"""A plan starts from what the officer kept in her analysis; what she dropped stands apart and can still be taken."""

import pytest

from prongsai.portal.analyses.actions import add_finding, judge_findings, reword_finding
from prongsai.portal.analyses.queries import FindingKind, FindingState
from prongsai.portal.plans.queries import Measure, Plan
from prongsai.rulebook.evidence import Place, instrument_place
from prongsai.rulebook.instrument import Instrument

pytestmark = pytest.mark.django_db

PAGE = "/office/town/plans/2569/proposals/"
HER_WORDS = "พัสดุของกองช่างหายทุกปี"


@pytest.fixture
def weak(analysis):
    return analysis.findings.get(kind=FindingKind.WEAK_QUESTION, code="i12")


@pytest.fixture
def judge(officer, analysis):
    def act(finding, state):
        judge_findings(seat=officer.seat, analysis=analysis, findings=[finding], state=FindingState(state))

    return act


def offered(officer):
    groups = officer.get(PAGE).context["page"].groups
    return {p.key: p for group in groups for p in (*group.proposals, *group.dropped)}


def preset(officer):
    return officer.get(PAGE).context["page"].preset


def text_of(response):
    return " ".join(response.content.decode().split())


def test_an_officer_starts_a_plan_from_proposals_and_every_indicator_has_a_measure(officer, result, clerk_office):
    assert officer.post(PAGE, {"chosen": preset(officer)})["Location"] == "/office/town/plans/2569/"
    measures = Measure.objects.filter(plan__year=2569)
    assert {m.indicator for m in measures} == set(range(1, 11))
    weak = measures.get(question="i12")
    assert (weak.origin, weak.unit, weak.finding) == ("recommendation", clerk_office, "")
    assert weak.items
    assert weak.success_target == 95
    assert weak.steps.last().due.isoformat() == "2026-09-30"


def test_proposals_need_a_result(officer):
    assert officer.get(PAGE).status_code == 404


@pytest.mark.parametrize(
    ("who", "status"), [("unit_head", 403), ("executive", 403), ("auditor", 403), ("stranger", 404)]
)
def test_only_an_officer_chooses(request, result, who, status):
    player = request.getfixturevalue(who)
    assert player.get(PAGE).status_code == status
    assert player.post(PAGE, {"chosen": ["k-1"]}).status_code == status
    assert not Plan.objects.exists()


def test_without_an_analysis_the_page_says_that_figures_alone_speak(officer, result):
    content = text_of(officer.get(PAGE))
    assert "ยังไม่ได้เริ่มวิเคราะห์ผลปี 2568" in content
    assert 'href="/office/town/analysis/2568/"' in content


def test_what_waits_for_her_word_is_counted(officer, weak, judge):
    before = officer.get(PAGE).context["page"].waiting
    judge(weak, "kept")
    assert officer.get(PAGE).context["page"].waiting == before - 1
    assert f"{before - 1} ข้อรอพิจารณา" in text_of(officer.get(PAGE))


def test_her_words_stand_on_the_proposal_and_go_with_the_measure_into_the_plan(officer, weak):
    reword_finding(seat=officer.seat, finding=weak, text_th=HER_WORDS)
    assert offered(officer)["q-i12"].findings == (HER_WORDS,)
    officer.post(PAGE, {"chosen": ["q-i12"]})
    measure = Measure.objects.get()
    assert (measure.question, measure.items, measure.finding) == ("i12", ["o8", "o16"], HER_WORDS)
    for address in ("/office/town/plans/2569/", f"/office/town/plans/2569/measures/{measure.pk}/"):
        assert HER_WORDS in text_of(officer.get(address))


def test_what_she_dropped_is_not_chosen_and_can_still_be_taken(officer, weak, judge):
    judge(weak, "dropped")
    assert "d-q-i12" not in preset(officer)
    assert offered(officer)["d-q-i12"].is_dropped
    assert "ข้อที่ท่านไม่ใช้ในการวิเคราะห์ 1 ข้อ" in text_of(officer.get(PAGE))
    officer.post(PAGE, {"chosen": ["d-q-i12"]})
    assert Measure.objects.get().question == "i12"


def test_what_she_took_back_is_chosen_again(officer, weak, judge):
    judge(weak, "dropped")
    judge(weak, "proposed")
    assert "q-i12" in preset(officer)


def test_a_weakness_of_her_own_about_an_item_becomes_a_measure_with_its_item(officer, analysis):
    about = Place(Instrument.OIT, "o12")
    kind = FindingKind.OWN_WEAKNESS
    add_finding(seat=officer.seat, analysis=analysis, kind=kind, text_th=HER_WORDS, topic=5, place=about)
    assert "o-o12" in preset(officer)
    officer.post(PAGE, {"chosen": ["o-o12"]})
    measure = Measure.objects.get()
    assert (measure.indicator, measure.items, measure.finding) == (9, ["o12"], HER_WORDS)


def test_a_weakness_of_her_own_with_a_topic_only_becomes_a_measure_to_be_written(officer, analysis):
    add_finding(seat=officer.seat, analysis=analysis, kind=FindingKind.OWN_WEAKNESS, text_th=HER_WORDS, topic=4)
    (key,) = [key for key, p in offered(officer).items() if p.origin == "own"]
    officer.post(PAGE, {"chosen": [key]})
    measure = Measure.objects.get()
    assert (measure.indicator, measure.topic, measure.finding) == (4, 4, HER_WORDS)
    assert not measure.steps.exists()


def test_what_no_measure_answers_is_shown_in_her_words(officer, analysis):
    own, part = FindingKind.OWN_WEAKNESS, instrument_place(Instrument.EIT2)
    add_finding(seat=officer.seat, analysis=analysis, kind=own, text_th=HER_WORDS)
    add_finding(seat=officer.seat, analysis=analysis, kind=own, text_th="EIT ส่วนที่ 2 ไม่ถึงเกณฑ์", place=part)
    assert officer.get(PAGE).context["page"].unanswered == (HER_WORDS, "EIT ส่วนที่ 2 ไม่ถึงเกณฑ์")
    assert "ข้อค้นพบที่ไม่มีมาตรการสำเร็จรูป" in text_of(officer.get(PAGE))


def test_a_choice_that_is_no_longer_offered_is_said_and_the_others_stay_chosen(officer, weak, judge):
    judge(weak, "dropped")
    response = officer.post(PAGE, {"chosen": ["q-i12", "k-1"]})
    assert response.status_code == 200
    assert "ข้อเสนอเปลี่ยนไปหลังจากที่ท่านเปิดหน้านี้" in text_of(response)
    assert 'value="k-1" checked' in text_of(response)
    assert 'value="k-2" checked' not in text_of(response)
    assert not Plan.objects.exists()


def test_a_plan_that_stands_gets_more_and_nothing_is_ticked_for_her(officer, weak):
    officer.post(PAGE, {"chosen": ["k-1"]})
    assert " checked" not in text_of(officer.get(PAGE))
    officer.post(PAGE, {"chosen": ["q-i12"]})
    assert {m.question for m in Measure.objects.filter(plan__year=2569)} == {"", "i12"}


def test_words_of_another_agency_never_come_in(officer, stranger, weak, other_agency, bring):
    reword_finding(seat=officer.seat, finding=weak, text_th=HER_WORDS)
    bring(other_agency, 2568, {"IIT i12": "70"})
    page = stranger.get("/office/village/plans/2569/proposals/")
    assert page.status_code == 200
    assert HER_WORDS not in text_of(page)


def test_markup_in_her_words_is_shown_as_text(officer, weak):
    reword_finding(seat=officer.seat, finding=weak, text_th="<script>alert(1)</script>")
    officer.post(PAGE, {"chosen": ["q-i12"]})
    for address in (PAGE, "/office/town/plans/2569/"):
        assert "<script>alert" not in officer.get(address).content.decode()

"""Each protected address with the cast: works, colleague, stranger, other unit, read-only, bad id, wrong method."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from prongsai.portal.files.recognising import recognise
from prongsai.portal.journal.queries import verify_chain
from prongsai.portal.plans.conftest import PNG
from prongsai.portal.plans.doing.actions import StoredFile, report_step, show_evidence
from prongsai.portal.plans.models import Answer, Evidence, EvidenceForItem, Measure, Plan, PlanState, Step, StepState
from prongsai.portal.plans.progress.actions import show_progress

pytestmark = pytest.mark.django_db

PAGES = ["plan", "board", "list", "timeline", "effect"]


def url(name, *args, code="town"):
    with override("th"):  # the last page asked for may have been English
        return reverse(f"plans:{name}", args=[code, *args])


def read(response):
    return b"".join(response.streaming_content)


@pytest.fixture
def picture(contributor, step):
    file = StoredFile("ภาพ.png", recognise(PNG), PNG)
    report = report_step(seat=contributor.seat, step=step, text="ทำแล้ว", finished=True, files=[file])
    return Evidence.objects.get(report=report)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("who", ["officer", "colleague", "executive", "unit_head", "contributor", "auditor"])
def test_who_works_here_sees_the_plan_in_force(request, approved, name, who):
    assert request.getfixturevalue(who).get(url(name, 2569)).status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_a_stranger_and_a_wrong_year_find_nothing(stranger, officer, approved, name):
    assert stranger.get(url(name, 2569)).status_code == 404
    assert officer.get(url(name, 2560)).status_code == 404


@pytest.mark.parametrize("name", PAGES)
def test_reading_pages_refuse_to_be_posted_to(officer, approved, name):
    assert officer.post(url(name, 2569)).status_code == 405


def test_reading_never_writes(officer, approved, step, measure, picture):
    before = verify_chain()
    for name in PAGES:
        officer.get(url(name, 2569))
    for name, number in (("step", step.pk), ("measure", measure.pk), ("report", step.pk)):
        assert officer.get(url(name, 2569, number)).status_code == 200
    for address in (url("plans"), url("version", 2569, 1), "/office/town/plans/2569/proposals/"):
        assert officer.get(address).status_code == 200
    assert read(officer.get(url("evidence", picture.pk))) == PNG
    assert verify_chain() == before


def form_of(measure, **changes):
    said = {
        "indicator": measure.indicator,
        "title": measure.title,
        "unit": measure.unit_id,
        "starts": "1 ต.ค. 2568",
        "ends": "30/9/2569",
        "steps-TOTAL_FORMS": "1",
        "steps-INITIAL_FORMS": "0",
        "steps-0-text": "ขั้นตอนใหม่",
        "steps-0-due": "๓๑ มีนาคม ๒๕๖๙",
    }
    return said | changes


def test_an_officer_changes_a_measure_with_dates_in_thai(officer, draft):
    measure = Measure.objects.get(plan=draft, indicator=4)
    address = url("edit-measure", 2569, measure.pk)
    assert officer.get(address).status_code == 200
    assert officer.post(address, form_of(measure, title="ชื่อใหม่")).status_code == 302
    measure.refresh_from_db()
    assert measure.title == "ชื่อใหม่"
    assert [step.due.isoformat() for step in measure.steps.all()] == ["2026-03-31"]


def test_a_date_that_is_none_is_refused_and_what_was_typed_stays(officer, draft):
    measure = Measure.objects.get(plan=draft, indicator=4)
    response = officer.post(url("edit-measure", 2569, measure.pk), form_of(measure, starts="วันไหนก็ได้"))
    assert response.status_code == 200
    assert "อ่านวันที่ไม่ได้" in response.content.decode()
    assert "วันไหนก็ได้" in response.content.decode()


def test_more_rows_are_not_handing_in(officer, draft):
    measure = Measure.objects.get(plan=draft, indicator=4)
    response = officer.post(url("edit-measure", 2569, measure.pk), form_of(measure, more="yes", title="x"))
    assert response.status_code == 200
    assert response.content.decode().count('name="steps-3-text"') == 1
    assert Measure.objects.get(pk=measure.pk).title != "x"


@pytest.mark.parametrize("name", ["edit-measure", "remove-measure", "move-measure"])
@pytest.mark.parametrize(
    ("who", "status"), [("unit_head", 403), ("executive", 403), ("auditor", 403), ("stranger", 404)]
)
def test_only_an_officer_changes_measures(request, draft, name, who, status):
    measure = Measure.objects.get(plan=draft, indicator=4)
    assert request.getfixturevalue(who).post(url(name, 2569, measure.pk)).status_code == status
    assert Measure.objects.filter(pk=measure.pk).exists()


def test_a_measure_of_another_agency_is_not_found_by_its_number(stranger, draft, other_agency):
    measure = Measure.objects.get(plan=draft, indicator=4)
    assert stranger.get(url("measure", 2569, measure.pk, code="village")).status_code == 404
    assert stranger.post(url("remove-measure", 2569, measure.pk, code="village")).status_code == 404


def test_an_approved_measure_cannot_be_changed_by_any_address(officer, approved, measure):
    before = verify_chain().lines
    for name in ("edit-measure", "remove-measure", "move-measure"):
        officer.post(url(name, 2569, measure.pk), form_of(measure, title="แอบแก้"))
    measure.refresh_from_db()
    assert measure.title != "แอบแก้"
    assert verify_chain().lines == before


def test_a_unit_does_not_see_a_draft_and_then_only_its_own(unit_head, officer, draft):
    assert unit_head.get(url("plan", 2569)).status_code == 404
    officer.post(url("send", 2569))
    page = unit_head.get(url("plan", 2569)).content.decode()
    assert "ตรวจนับพัสดุ" in page
    assert "เผยแพร่การใช้งบประมาณ" not in page


def test_heads_answer_for_their_own_measures_only(unit_head, other_unit_head, sent):
    own = Measure.objects.get(plan=sent, indicator=4)
    page = unit_head.get(url("assigned"))
    assert [measure.pk for measure in page.context["measures"]] == [own.pk]
    assert other_unit_head.post(url("answer-measure", 2569, own.pk), {"answer": "accept"}).status_code == 404
    unit_head.post(url("answer-measure", 2569, own.pk), {"answer": "return", "reason": "ไม่ใช่งานของเรา"})
    own.refresh_from_db()
    assert (own.answer, own.answer_reason) == (Answer.RETURNED, "ไม่ใช่งานของเรา")


def test_a_head_of_a_unit_that_takes_part_sees_but_does_not_answer(other_unit_head, officer, draft, treasury):
    own = Measure.objects.get(plan=draft, indicator=4)
    own.other_units.add(treasury)
    officer.post(url("send", 2569))
    assert other_unit_head.get(url("measure", 2569, own.pk)).status_code == 200
    assert other_unit_head.post(url("answer-measure", 2569, own.pk), {"answer": "accept"}).status_code == 403


def test_what_was_changed_since_the_page_was_opened_is_read_again_before_it_is_answered(unit_head, officer, sent):
    own = Measure.objects.get(plan=sent, indicator=4)
    read = unit_head.get(url("assigned")).content.decode()
    assert f'name="edition" value="{own.edition}"' in read
    officer.post(url("edit-measure", 2569, own.pk), form_of(own, title="ชื่อใหม่"))
    said = {"answer": "return", "reason": "ไม่มีคนทำ", "edition": own.edition}
    response = unit_head.post(url("answer-measure", 2569, own.pk), said)
    own.refresh_from_db()
    assert (response.status_code, own.answer) == (409, Answer.WAITING)
    assert "โปรดอ่านอีกครั้งก่อนตอบ" in response.content.decode()
    assert 'value="ไม่มีคนทำ"' in response.content.decode()
    assert unit_head.post(url("answer-measure", 2569, own.pk), said | {"edition": own.edition}).status_code == 302


def test_returning_needs_a_reason(unit_head, sent):
    own = Measure.objects.get(plan=sent, indicator=4)
    unit_head.post(url("answer-measure", 2569, own.pk), {"answer": "return", "reason": " "})
    own.refresh_from_db()
    assert own.answer == Answer.WAITING


@pytest.mark.parametrize(("who", "status"), [("officer", 403), ("unit_head", 403), ("auditor", 403), ("stranger", 404)])
def test_only_the_executive_approves(request, sent, accept_all, who, status):
    accept_all(sent)
    assert request.getfixturevalue(who).post(url("approve", 2569)).status_code == status
    assert Plan.objects.get(pk=sent.pk).state == PlanState.SENT


def test_the_executive_approves_when_all_accepted(executive, sent, accept_all):
    executive.post(url("approve", 2569))
    assert Plan.objects.get(pk=sent.pk).state == PlanState.SENT
    accept_all(sent)
    executive.post(url("approve", 2569))
    assert Plan.objects.get(pk=sent.pk).state == PlanState.APPROVED


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("contributor", 302),
        ("unit_head", 302),
        ("officer", 302),
        ("other_unit_head", 404),
        ("auditor", 403),
        ("executive", 403),
        ("stranger", 404),
    ],
)
def test_who_may_report(request, step, who, status):
    response = request.getfixturevalue(who).post(url("report", 2569, step.pk), {"text": "กำลังทำ"})
    assert response.status_code == status
    step.refresh_from_db()
    assert step.state == (StepState.DOING if status == 302 else StepState.PLANNED)


def test_a_second_person_verifies(contributor, unit_head, reported):
    address = url("check", 2569, reported.pk)
    assert contributor.post(address, {"verdict": "pass"}).status_code == 403
    unit_head.post(address, {"verdict": "pass"})
    reported.refresh_from_db()
    assert reported.state == StepState.VERIFIED


def test_the_head_of_another_unit_does_not_verify(other_unit_head, reported):
    assert other_unit_head.post(url("check", 2569, reported.pk), {"verdict": "pass"}).status_code == 404


@pytest.mark.parametrize(
    ("who", "status"),
    [("officer", 200), ("contributor", 200), ("auditor", 200), ("other_unit_head", 404), ("stranger", 404)],
)
def test_who_may_open_evidence(request, picture, who, status):
    response = request.getfixturevalue(who).get(url("evidence", picture.pk))
    assert response.status_code == status
    if status == 200:
        assert read(response) == PNG
        assert response["Content-Disposition"].startswith("attachment")
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Type"] == "image/png"


def test_evidence_becomes_an_answer_in_one_click(officer, picture):
    page = officer.get(url("step", 2569, picture.report.step_id))
    codes = [item.code for item in page.context["suggested"]]
    assert codes[0] == "o8"  # o8 of 2568, the staff manual, is o8 of 2569
    for _ in range(2):
        officer.post(url("mark-evidence", picture.pk), {"item": codes[0]})
    assert [(mark.year, mark.item) for mark in EvidenceForItem.objects.all()] == [(2569, "o8")]


def test_a_unit_may_not_mark_or_publish(unit_head, picture):
    assert unit_head.post(url("mark-evidence", picture.pk), {"item": "o8"}).status_code == 403
    assert unit_head.post(url("show-evidence", picture.pk), {"public": "yes"}).status_code == 403


def test_an_item_that_the_year_does_not_have_is_not_marked(officer, picture):
    officer.post(url("mark-evidence", picture.pk), {"item": "o43"})
    assert not EvidenceForItem.objects.exists()


def test_the_outcome_is_written_by_the_units_of_the_measure(contributor, other_unit_head, measure, approved):
    assert other_unit_head.post(url("write-outcome", 2569, measure.pk), {"outcome": "x"}).status_code == 404
    contributor.post(url("write-outcome", 2569, measure.pk), {"outcome": "ตรวจนับครบทุกกอง"})
    measure.refresh_from_db()
    assert measure.outcome == "ตรวจนับครบทุกกอง"


PUBLIC = "/agencies/town/plans/2569/"


def test_progress_is_public_only_when_the_agency_says_so(visitor, officer, unit_head, plan):
    assert visitor.get(PUBLIC).status_code == 404
    assert unit_head.post(url("publish", 2569), {"public": "yes"}).status_code == 403
    officer.post(url("publish", 2569), {"public": "yes"})
    assert visitor.get(PUBLIC).status_code == 200
    officer.post(url("publish", 2569), {"public": "no"})
    assert visitor.get(PUBLIC).status_code == 404


def test_the_public_page_shows_no_person_no_comment_and_only_public_evidence(visitor, officer, plan, picture):
    show_progress(seat=officer.seat, plan=plan, is_public=True)
    page = visitor.get(PUBLIC).content.decode()
    assert "contributor" not in page
    assert "ทำแล้ว" not in page
    assert "ภาพ.png" not in page
    assert visitor.get(f"{PUBLIC}evidence/{picture.pk}/").status_code == 404
    show_evidence(seat=officer.seat, evidence=picture, is_public=True)
    assert "ภาพ.png" in visitor.get(PUBLIC).content.decode()
    assert read(visitor.get(f"{PUBLIC}evidence/{picture.pk}/")) == PNG


@pytest.mark.parametrize("name", ["send", "revise", "approve", "publish"])
def test_what_writes_is_posted(officer, executive, approved, name):
    player = executive if name == "approve" else officer
    assert player.get(url(name, 2569)).status_code == 405


@pytest.mark.parametrize("name", ["step", "report", "measure"])
def test_a_number_that_is_none_of_the_plan_is_not_found(officer, approved, name):
    assert officer.get(url(name, 2569, 999)).status_code == 404


def test_filters_narrow_by_unit_indicator_and_state(officer, plan, treasury):
    lines = officer.get(url("list", 2569), {"unit": treasury.pk}).context["lines"]
    assert {line.step.measure.unit_id for line in lines} == {treasury.pk}
    assert not officer.get(url("list", 2569), {"indicator": "9"}).context["lines"]
    assert len(officer.get(url("list", 2569), {"state": "planned"}).context["lines"]) == Step.objects.count()
    assert officer.get(url("list", 2569), {"unit": "x", "state": "y"}).status_code == 200


@pytest.mark.parametrize("name", [*PAGES])
def test_pages_are_in_english_too(officer, approved, name):
    assert officer.get(f"/en{url(name, 2569)}").status_code == 200

"""Two people work on one plan: nobody writes over what she has not seen, and nothing typed is lost."""

import re

import pytest
from django.urls import reverse

from prongsai.portal.journal.queries import verify_chain
from prongsai.portal.plans.drafting.actions import remove_measure
from prongsai.portal.plans.models import Measure, Plan, PlanState

pytestmark = pytest.mark.django_db


def address(name, *args):
    return reverse(f"plans:{name}", args=["town", 2569, *args])


def typed(player, measure, **changed):
    """What the player's form holds as she opened it, with what she changes."""
    page = player.get(address("edit-measure", measure.pk)).context
    form, steps = page["form"], page["steps"]
    held = {field.html_name: field.value() for field in form if field.value()}
    held |= {field.html_name: field.value() for one in steps for field in one if field.value()}
    held |= {field.html_name: field.value() or "0" for field in steps.management_form}
    return held | changed


@pytest.fixture
def measure(draft):
    return Measure.objects.get(plan=draft, indicator=4)


def test_the_second_of_two_editors_sees_what_the_first_wrote_beside_her_own(officer, colleague, measure, treasury):
    first = typed(officer, measure, title="ตรวจนับทุกเดือน", budget="5000")
    second = typed(colleague, measure, title="ตรวจนับทุกสัปดาห์", unit=treasury.pk)
    assert officer.post(address("edit-measure", measure.pk), first).status_code == 302
    answer = colleague.post(address("edit-measure", measure.pk), second)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "หลังจากที่ท่านเปิดหน้า" in page
    beside = {one.label: (one.stored, one.typed) for one in answer.context["beside"]}
    assert beside["มาตรการ"] == ("ตรวจนับทุกเดือน", "ตรวจนับทุกสัปดาห์")
    assert beside["งบประมาณ (บาท)"] == ("5,000.00", "–")
    assert beside["หน่วยงานรับผิดชอบ"] == ("สำนักปลัดเทศบาล", "กองคลัง")
    assert set(beside) == {"มาตรการ", "งบประมาณ (บาท)", "หน่วยงานรับผิดชอบ"}
    assert answer.context["form"]["title"].value() == "ตรวจนับทุกสัปดาห์"
    measure.refresh_from_db()
    assert measure.title == "ตรวจนับทุกเดือน"


def test_whoever_has_seen_it_may_save_over_it(officer, colleague, measure):
    second = typed(colleague, measure, title="ตรวจนับทุกสัปดาห์")
    officer.post(address("edit-measure", measure.pk), typed(officer, measure, title="ตรวจนับทุกเดือน"))
    page = colleague.post(address("edit-measure", measure.pk), second).content.decode()
    seen = re.search(r'name="edition" value="(\d+)"', page)[1]
    assert colleague.post(address("edit-measure", measure.pk), second | {"edition": seen}).status_code == 302
    measure.refresh_from_db()
    assert measure.title == "ตรวจนับทุกสัปดาห์"


def test_steps_are_compared_too(officer, colleague, measure):
    second = typed(colleague, measure, **{"steps-0-text": "ตั้งคณะทำงาน"})
    officer.post(address("edit-measure", measure.pk), typed(officer, measure, **{"steps-2-text": "สรุปผล"}))
    [steps] = colleague.post(address("edit-measure", measure.pk), second).context["beside"]
    assert steps.label == "ขั้นตอน"
    assert "3. สรุปผล" in steps.stored
    assert steps.typed.startswith("1. ตั้งคณะทำงาน (31 ธ.ค. 2568)")


def test_what_is_typed_into_a_measure_that_was_taken_out_can_be_added_as_a_new_one(officer, colleague, measure):
    second = typed(colleague, measure, title="ตรวจนับทุกสัปดาห์")
    remove_measure(seat=officer.seat, measure=Measure.objects.get(pk=measure.pk))
    answer = colleague.post(address("edit-measure", measure.pk), second)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "ถูกนำออกจากแผน" in page
    assert f'action="{address("add-measure")}"' in page
    assert answer.context["form"]["title"].value() == "ตรวจนับทุกสัปดาห์"
    assert colleague.post(address("add-measure"), second).status_code == 302
    assert Measure.objects.filter(title="ตรวจนับทุกสัปดาห์").count() == 1


def test_what_is_typed_stays_when_the_plan_was_approved_meanwhile(officer, colleague, draft, measure):
    second = typed(colleague, measure, title="ตรวจนับทุกสัปดาห์")
    Plan.objects.filter(pk=draft.pk).update(
        state=PlanState.APPROVED,
        frozen={},
        sha256="0" * 64,
        approved_by=officer.seat.person,
        approved_at="2026-01-01T00:00Z",
    )
    answer = colleague.post(address("edit-measure", measure.pk), second)
    assert answer.status_code == 409
    assert "จึงแก้ไม่ได้" in answer.content.decode()
    assert answer.context["form"]["title"].value() == "ตรวจนับทุกสัปดาห์"


def test_a_plan_that_changed_after_the_executive_opened_it_is_not_approved(officer, executive, sent, accept_all, entry):
    accept_all(sent)
    page = executive.get(address("plan"))
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', page.content.decode())[1]
    remove_measure(seat=officer.seat, measure=Measure.objects.get(plan=sent, indicator=2))
    before = verify_chain().lines
    executive.post(address("approve"), {"seen": seen})
    sent.refresh_from_db()
    assert sent.state == PlanState.SENT
    assert verify_chain().lines == before
    again = executive.get(address("plan")).content.decode()
    assert "แผนถูกแก้ไขหลังจากที่ท่านเปิดหน้านี้" in again
    executive.post(address("approve"), {"seen": re.search(r'name="seen" value="([0-9a-f]{64})"', again)[1]})
    sent.refresh_from_db()
    assert sent.state == PlanState.APPROVED

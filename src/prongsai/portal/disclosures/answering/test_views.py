from datetime import date

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from tests.disclosures import address, answer, hand_in

from prongsai.portal.disclosures.answering.actions import assign_items
from prongsai.portal.disclosures.answering.inputs import Assignment
from prongsai.portal.disclosures.answering.queries import standing, written_items
from prongsai.portal.disclosures.models import Disclosure, DisclosureState, Erratum
from prongsai.portal.rounds.queries import instrument_of

pytestmark = pytest.mark.django_db
Round = apps.get_model("rounds", "Round")


def to(facts, name, *parts):
    return reverse(f"oit:{name}", args=["town", facts.slug, *parts])


def text(response):
    return " ".join(response.content.decode().split())


def written(facts, agency):
    return written_items(standing(facts.id, agency.pk).id)


def typed(urls="", edition=0, **others):
    return {"urls": urls, "explanation": "", "edition": str(edition), **others}


def test_all_items_stand_in_order_with_what_is_at_stake(officer, collecting):
    answer(officer, collecting.id, "o1", "a")
    page = text(officer.get(to(collecting, "items")))
    numbers = [page.index(f'id="{code}"') for code in instrument_of(collecting).items]
    assert numbers == sorted(numbers)
    assert "ตอบแล้ว 1 จาก 26 ข้อ" in page
    assert "ยังไม่ตอบ 25 ข้อ รวม" in page


def test_an_item_says_what_must_be_visible_and_what_it_was_last_year(officer, collecting, last_year):
    page = text(officer.get(to(collecting, "item", "o11")))
    assert "ต้องเห็นอะไร" in page
    assert "ปี 2568 คือ O12" in page
    assert address("buy.xlsx") in page
    with override("en"):
        assert "In 2568 it was O12" in text(officer.get(to(collecting, "item", "o11")))


def test_an_item_tells_how_its_topic_fared_under_earlier_numbers(officer, collecting, last_year, agency):
    Round.objects.filter(pk=last_year.id).update(is_rehearsal=False, slug="2568", state="published")
    before = Disclosure.objects.get(round_id=last_year.id)
    Erratum.objects.create(
        disclosure=before, item="o12", was_complete=False, is_complete=True, reason="x", by="x", at=timezone.now()
    )
    page = text(officer.get(to(collecting, "item", "o11")))
    assert "2568 · O12" in page
    assert "ครบถ้วน 100" in page
    assert f"/disclosure/{agency.code}/2568/#o12" in page
    assert "2568 · O12" not in text(officer.get(to(collecting, "item", "o12")))


def test_saving_leads_to_the_next_item_if_that_was_asked_for(officer, collecting, agency):
    sent = typed(f"1. {address('a')}\n{address('b')}", explanation="หน้าแรก", next="yes")
    response = officer.post(to(collecting, "save-item", "o1"), sent)
    assert response.url == to(collecting, "item", "o2")
    assert written(collecting, agency)["o1"].given.urls == (address("a"), address("b"))
    assert officer.post(to(collecting, "save-item", "o26"), sent).url == to(collecting, "items")


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (typed("https://town.example/a\nหน้าแรกของเว็บ"), "บรรทัดที่ 2: “หน้าแรกของเว็บ”"),
        (typed("https://town.example/a", is_not_applicable="on", reason="ไม่มี"), "มีที่อยู่เว็บอยู่ด้วย"),
        (typed(is_not_applicable="on"), "เขียนเหตุผล"),
        (typed("\n".join(f"https://town.example/{n}" for n in range(31))), "30"),
    ],
)
def test_what_is_refused_stays_as_it_was_typed(officer, collecting, agency, sent, said):
    response = officer.post(to(collecting, "save-item", "o1"), sent)
    page = text(response)
    assert response.status_code == 422
    assert said in page
    assert all(word in page for word in sent["urls"].split())
    assert not written(collecting, agency)


def test_of_two_who_edit_one_item_the_second_sees_both_texts_side_by_side(officer, colleague, collecting, agency):
    answer(officer, collecting.id, "o1", "hers", explanation="ของคนแรก")
    sent = typed(address("mine"), explanation="ของคนที่สอง")
    response = colleague.post(to(collecting, "save-item", "o1"), sent)
    page = text(response)
    assert response.status_code == 409
    assert all(word in page for word in (address("hers"), "ของคนแรก", address("mine"), "ของคนที่สอง"))
    assert 'name="edition" value="1"' in page
    colleague.post(to(collecting, "save-item", "o1"), sent | {"edition": "1"})
    assert written(collecting, agency)["o1"].given.explanation == "ของคนที่สอง"


@pytest.mark.parametrize("edition", ["", "x", "-1", "9" * 30])
def test_whoever_names_no_edition_overwrites_nothing(officer, collecting, edition):
    answer(officer, collecting.id, "o1", "a")
    assert officer.post(to(collecting, "save-item", "o1"), typed(address("b"), edition)).status_code == 409


def test_a_number_of_another_year_in_an_explanation_is_pointed_out(officer, collecting):
    sent = typed(address("a"), explanation="ดูรายงานผลการจัดซื้อจัดจ้างตามข้อ O28", next="yes")
    response = officer.post(to(collecting, "save-item", "o12"), sent, follow=True)
    assert response.redirect_chain[-1][0] == to(collecting, "item", "o12")
    assert "ปี 2569 มีข้อ O1 ถึง O26 ไม่มี O28" in text(response)


def test_a_unit_sees_and_writes_only_the_items_that_it_has(
    officer, unit_head, other_unit_head, contributor, clerk_office, collecting
):
    assign_items(seat=officer.seat, round_id=collecting.id, assignments={"o5": Assignment(clerk_office.pk)})
    page = text(unit_head.get(to(collecting, "items")))
    assert 'id="o5"' in page
    assert 'id="o4"' not in page
    assert unit_head.get(to(collecting, "item", "o4")).status_code == 404
    assert other_unit_head.get(to(collecting, "item", "o5")).status_code == 404
    assert contributor.post(to(collecting, "save-item", "o5"), typed(address("a"))).status_code == 302
    assert contributor.post(to(collecting, "save-item", "o4"), typed(address("a"))).status_code == 404


def test_every_line_that_is_no_address_is_named_and_nothing_typed_is_lost(officer, collecting):
    response = officer.post(to(collecting, "save-item", "o1"), typed(f"ดูที่เมนู\n{address('a')}\nหน้าแรก"))
    assert response.status_code == 422
    page = text(response)
    assert all(said in page for said in ("บรรทัดที่ 1: “ดูที่เมนู”", "บรรทัดที่ 3: “หน้าแรก”", address("a")))
    assert "บรรทัดที่ 2" not in page


def test_what_is_still_to_be_done_leads_to_its_item(officer, clerk_office, collecting):
    assigned = {"o2": Assignment(clerk_office.pk, date(2026, 1, 2))}
    assign_items(seat=officer.seat, round_id=collecting.id, assignments=assigned)
    answer(officer, collecting.id, "o1", "a")
    page = officer.get(to(collecting, "items"))
    [(kind, lines)] = page.context["waiting"]
    assert (kind, len(lines), lines[0].number) == ("empty", 25, "O2")
    assert "เลยกำหนด 2 ม.ค. 2569" in text(page)


def test_items_are_handed_out_with_a_day(officer, clerk_office, collecting, agency):
    sent = {f"{code}-{name}": "" for code in instrument_of(collecting).items for name in ("unit", "due")}
    sent |= {"o5-unit": str(clerk_office.pk), "o5-due": "๓๐ มิ.ย. ๒๕๖๙"}
    assert officer.post(to(collecting, "assign"), sent | {"o6-due": "พรุ่งนี้"}).status_code == 422
    assert officer.post(to(collecting, "assign"), sent).url == to(collecting, "items")
    found = written(collecting, agency)
    assert list(found) == ["o5"]
    assert (found["o5"].unit_name, found["o5"].due_on) == ("สำนักปลัดเทศบาล", date(2026, 6, 30))
    page = text(officer.get(to(collecting, "assign")))
    assert "30 มิ.ย. 2569" in page, page[page.index("<main") :][:3000]


def test_last_years_addresses_are_offered_and_carried_over_as_drafts(officer, collecting, last_year):
    assert "สำหรับ 4 ข้อที่ยังไม่ตอบ" in text(officer.get(to(collecting, "items")))
    page = text(officer.post(to(collecting, "carry-over"), follow=True))
    assert "ยกมาแล้ว 4 ข้อ" in page
    still_to_do, items = page.split('class="items"', 1)
    assert items.count("ยกมา รอตรวจดู") == 4
    assert "ยกมา รอตรวจดู 4 ข้อ" in still_to_do
    assert "ยังไม่มีใครตรวจดู" in text(officer.get(to(collecting, "item", "o12")))


def test_a_pasted_list_is_shown_before_it_is_taken(officer, collecting, agency, last_year):
    answer(officer, collecting.id, "o2", "old")
    pasted = f"ข้อ\tลิงก์\tคำอธิบาย\nO๑\t{address('a')}\t\no2\t{address('new')}\t\nO12\t{address('buy')}\t\nO30\tx\t\n\tx\t"
    page = text(officer.post(to(collecting, "list"), {"text": pasted}))
    assert "แถว 5" in page
    assert "แถว 6 คอลัมน์ ข้อ: พบช่องว่าง" in page
    assert "จะแทนที่ของเดิม" in page
    assert "ปีก่อนที่อยู่นี้เป็นของเรื่องที่ปีนี้คือ O11" in page
    assert written(collecting, agency)["o2"].given.urls == (address("old"),)
    sent = {"text": pasted, "editions": '{"o1": 0, "o2": 1, "o12": 0}'}
    assert officer.post(to(collecting, "take-list"), sent).url == to(collecting, "items")
    found = written(collecting, agency)
    assert [found[code].given.urls for code in ("o1", "o2")] == [(address("a"),), (address("new"),)]


def test_a_list_that_somebody_overtook_is_shown_once_more(officer, colleague, collecting, agency):
    pasted = f"O1 {address('a')}"
    officer.post(to(collecting, "list"), {"text": pasted})
    answer(colleague, collecting.id, "o1", "hers")
    for editions in ('{"o1": 0}', "[", "[]", "", "[" * 100_000):
        response = officer.post(to(collecting, "take-list"), {"text": pasted, "editions": editions})
        assert response.status_code == 422
        assert "O1 ถูกแก้ไขหลังจากที่ท่านเปิดดู" in text(response)
    assert written(collecting, agency)["o1"].given.urls == (address("hers"),)


def test_what_a_list_leaves_open_stays_as_it_was(officer, collecting, agency):
    answer(officer, collecting.id, "o1", "old", explanation="แผนผังอยู่ท้ายหน้า")
    answer(officer, collecting.id, "o2", not_applicable="ไม่มีรองผู้บริหาร")
    pasted = f"O1 {address('new')}\nO2"
    assert officer.post(to(collecting, "list"), {"text": pasted}).context["preview"].takes[0].number == "O1"
    sent = {"text": pasted, "editions": '{"o1": 1, "o2": 1}'}
    assert officer.post(to(collecting, "take-list"), sent).status_code == 302
    found = written(collecting, agency)
    assert (found["o1"].given.urls, found["o1"].given.explanation) == ((address("new"),), "แผนผังอยู่ท้ายหน้า")
    assert found["o2"].given.not_applicable == "ไม่มีรองผู้บริหาร"


def test_a_brought_file_is_taken_as_it_was_shown(officer, collecting, agency):
    content = f'item,url,explanation\no1,{address("a")},"""หน้า 3"" และ\nหน้า 4"\no2,{address("b")},\n'
    file = SimpleUploadedFile("รายการ.csv", content.encode())
    text = officer.post(to(collecting, "list"), {"text": "", "file": file}).context["text"]
    sent = {"text": text, "editions": '{"o1": 0, "o2": 0}'}
    assert officer.post(to(collecting, "take-list"), sent).status_code == 302
    found = written(collecting, agency)
    assert (found["o1"].given.explanation, found["o2"].given.urls) == ('"หน้า 3" และ หน้า 4', (address("b"),))


def test_a_file_is_read_like_a_pasted_list(officer, collecting):
    file = SimpleUploadedFile("รายการ.csv", f"item,url,title\no1,{address('a')},E-Service\n".encode())
    page = text(officer.post(to(collecting, "list"), {"text": "", "file": file}))
    assert address("a") in page
    assert "เขียน O10" in page
    empty = officer.post(to(collecting, "list"), {"text": " "})
    assert (empty.status_code, "วางรายการ หรือเลือกไฟล์ก่อน" in text(empty)) == (422, True)
    odd = officer.post(to(collecting, "list"), {"file": SimpleUploadedFile("a.csv", b"x,y\n1,2\n")})
    assert (odd.status_code, "คอลัมน์ “ข้อ”" in text(odd)) == (422, True)


def test_submitting_confirming_and_returning(officer, executive, collecting, agency):
    answer(officer, collecting.id, "o1", "a")
    gaps = [code for code in instrument_of(collecting).items if code != "o1"]
    refused = officer.post(to(collecting, "submit"), {"gap": gaps[1:]})
    assert (refused.status_code, text(refused).count(" checked>")) == (422, len(gaps) - 1)
    assert officer.post(to(collecting, "submit"), {"gap": gaps}).url == to(collecting, "items")
    page = executive.get(to(collecting, "items"))
    assert "การยืนยันของผู้บริหาร" in text(page)
    stale = executive.post(to(collecting, "confirm"), {"seen": "x"}, follow=True)
    assert "ข้อมูลเปลี่ยนไป" in text(stale)
    done = executive.post(to(collecting, "confirm"), {"seen": page.context["seen"]}, follow=True)
    assert "ฉบับที่ 1" in text(done)
    assert address("a") in text(executive.get(to(collecting, "version", 1)))
    assert executive.get(to(collecting, "version", 2)).status_code == 404
    refused = executive.post(to(collecting, "return"), {"reason": ""})
    assert refused.status_code == 422
    executive.post(to(collecting, "return"), {"reason": "เพิ่มแผนผัง"})
    assert standing(collecting.id, agency.pk).state is DisclosureState.RETURNED
    assert "เพิ่มแผนผัง" in text(officer.get(to(collecting, "items")))


def test_the_list_is_copied_out_in_the_years_order(officer, collecting):
    answer(officer, collecting.id, "o2", "b", "a", explanation="หน้าแรก")
    page = officer.get(to(collecting, "copying")).content.decode()
    assert f"{address('b')}\n{address('a')}" in page
    rows = officer.get(to(collecting, "copy-csv")).content.decode("utf-8-sig").splitlines()
    assert len(rows) == 27
    assert rows[2].startswith(f"O2,ข้อมูลผู้บริหาร,{address('b')},{address('a')},หน้าแรก")
    assert officer.get(to(collecting, "copy-xlsx")).content.startswith(b"PK")


def test_after_the_copy_is_confirmed_the_page_reads_only(officer, executive, collecting):
    answer(officer, collecting.id, "o1", "a")
    hand_in(officer, executive, collecting)
    assert "บันทึกและไปข้อถัดไป" not in text(officer.get(to(collecting, "item", "o1")))
    assert "ขณะนี้ส่งไม่ได้" in text(officer.get(to(collecting, "submit")))


def test_the_desk_says_what_waits(officer, executive, unit_head, collecting):
    desk = reverse("office:desk", args=["town"])
    answer(officer, collecting.id, "o1", "a")
    assert "25 ข้อยังไม่เสร็จ" in text(officer.get(desk))
    assert to(collecting, "items") not in text(unit_head.get(desk))
    gaps = list(instrument_of(collecting).items)
    officer.post(to(collecting, "submit"), {"gap": gaps})
    assert "มีคำตอบรอท่านยืนยัน" in text(executive.get(desk))


def test_a_round_to_which_the_agency_was_not_invited_is_not_there(stranger, last_year):
    assert stranger.get(reverse("oit:items", args=["village", last_year.slug])).status_code == 404


def test_many_answers_cost_no_more_queries(officer, collecting, django_assert_max_num_queries):
    for number in range(1, 27):
        answer(officer, collecting.id, f"o{number}", f"a{number}", f"b{number}")
    for name, parts, most in (("items", (), 22), ("item", ("o5",), 22), ("submit", (), 20), ("copying", (), 16)):
        with django_assert_max_num_queries(most):
            officer.get(to(collecting, name, *parts))

"""Every kind of paper can be written, names its figures, and has passages whose keys are its own."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pypdfium2
import pytest
from django.apps import apps
from tests.marking import confirm_copy

from prongsai.assessing.sureness import Sureness
from prongsai.papers.rewording import passages, reworded
from prongsai.portal.conftest import ten
from prongsai.portal.documents.figures import figure_name
from prongsai.portal.documents.head import Head, Signer
from prongsai.portal.documents.kinds import KINDS
from prongsai.portal.documents.rendering import both_files
from prongsai.portal.documents.sources import Sources
from prongsai.portal.plans.answering.actions import answer_measure, approve_plan
from prongsai.portal.plans.doing.actions import report_step
from prongsai.portal.plans.drafting.actions import send_plan, start_plan
from prongsai.portal.plans.drafting.inputs import MeasureInput, StepInput
from prongsai.portal.plans.queries import find_step, measures_of
from prongsai.portal.results.actions import publish_result
from prongsai.portal.results.figures import Figure
from prongsai.portal.rounds.running.actions import open_round
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year

pytestmark = pytest.mark.django_db

DAY = date(2026, 6, 5)
HOME = "https://portal.example/"
YEARS = {
    "memo": 2568,
    "analysis": 2568,
    "result-sheet": 2568,
    "oit-summary": 2568,
    "plan": 2569,
    "plan-by-topic": 2569,
    "announcement": 2569,
    "order": 2569,
    "report": 2569,
}
HEAD = Head(
    number="ตย 52001/9",
    dated=DAY,
    digits="arabic",
    chain=(Signer(role="ผู้จัดทำ", post="นักวิเคราะห์"), Signer(role="ผู้อนุมัติ", post="นายกเทศมนตรี", name="ชื่อผู้ลงนาม")),
)


@pytest.fixture
def world(agency, officer, executive, unit_head, clerk_office):
    """Two years of results, the items of one, and a plan in force."""
    items = [Figure(Place(Instrument.OIT, code), Decimal(100)) for code in load_year(2568).items]
    items[3] = Figure(items[3].place, Decimal(0))
    indicators = "96.30 96.50 99.46 94.48 96.09 95.25 93.25 91.73 100 100"
    known = [figure for figure in ten(indicators) if figure.place.code not in {"9", "10"}]
    publish_result(actor="tester", agency=agency.code, year=2567, figures=ten(indicators))
    publish_result(actor="tester", agency=agency.code, year=2568, figures=[*known, *items])
    measure = MeasureInput(
        indicator=8, title="เปิดเวที", unit_id=clerk_office.pk, steps=(StepInput("ตั้งคณะ"),), success="ครบ"
    )
    plan = send_plan(seat=officer.seat, plan=start_plan(seat=officer.seat, result_year=2568, measures=[measure]))
    for one in measures_of(plan):
        answer_measure(seat=unit_head.seat, measure=one, accepts=True)
    return approve_plan(seat=executive.seat, plan=plan)


@pytest.fixture
def sources(world, agency):
    return Sources(agency, home=HOME)


def text_of(content):
    pages = pypdfium2.PdfDocument(content)
    return "".join("".join(page.get_textpage().get_text_range() for page in pages).split())


def test_the_table_of_years_knows_every_kind():
    assert set(YEARS) == set(KINDS)


@pytest.mark.parametrize("slug", YEARS)
def test_a_kind_is_offered_for_the_years_that_it_can_be_written_for(sources, other_agency, slug):
    assert YEARS[slug] in KINDS[slug].years(sources)
    assert 2570 not in KINDS[slug].years(sources)
    assert list(KINDS[slug].years(Sources(other_agency))) == []
    assert KINDS[slug].figures_now(sources, 2575) == {}


@pytest.mark.parametrize("slug", YEARS)
def test_a_kind_is_written_in_both_formats_with_what_is_typed(sources, slug):
    document = KINDS[slug].write(sources, YEARS[slug], HEAD)
    files = both_files(document, on=DAY)
    text = text_of(files.pdf)
    assert files.docx.startswith(b"PK")
    assert "เทศบาลเมืองตัวอย่าง" in text
    assert not re.search("[๐-๙]", text)
    if slug != "result-sheet":
        assert "52001/9" in text
    if slug not in {"result-sheet", "oit-summary"}:
        assert "นายกเทศมนตรี" in text


@pytest.mark.parametrize("slug", YEARS)
def test_every_figure_of_a_kind_has_a_name(sources, slug):
    figures = KINDS[slug].figures(sources, YEARS[slug])
    assert figures
    for key, text in figures.items():
        assert isinstance(text, str)
        assert "/" not in figure_name(key), key


@pytest.mark.parametrize("slug", YEARS)
def test_passages_have_keys_of_their_own_and_can_be_reworded(sources, slug):
    document = KINDS[slug].write(sources, YEARS[slug], HEAD)
    found = passages(document)
    keys = [passage.key for passage in found]
    assert len(keys) == len(set(keys))
    if slug not in {"result-sheet", "oit-summary"}:
        assert keys
    assert all(re.fullmatch(r"[a-z-]+/[a-z-]+", key) for key in keys)
    told = passages(reworded(document, dict.fromkeys(keys, "ถ้อยคำใหม่")))
    assert {passage.text for passage in told} <= {"ถ้อยคำใหม่"}


@pytest.mark.parametrize("slug", ["plan", "plan-by-topic", "announcement", "report"])
def test_what_stands_on_the_plan_names_its_version(sources, slug):
    assert KINDS[slug].figures(sources, 2569)["plan/2569"] == "1"


def test_a_report_notices_that_a_step_went_on(sources, world, agency, contributor):
    before = KINDS["report"].figures(sources, 2569)
    [measure] = measures_of(world)
    step = find_step(agency.pk, 2569, measure.steps.all()[0].pk)
    report_step(seat=contributor.seat, step=step, text="ทำแล้ว", finished=True)
    after = KINDS["report"].figures(Sources(agency), 2569)
    assert (before["steps/2569/planned"], after["steps/2569/reported"]) == ("1", "1")
    assert "steps/2569/planned" not in after


def test_an_order_rests_on_the_total_and_the_level_only(sources):
    assert set(KINDS["order"].figures(sources, 2569)) == {"score/2568/total", "level/2568"}


@pytest.mark.parametrize("number", ["123", "123/2569", "๑๒๓/๒๕๖๙", "123 / 2569"])
def test_the_year_of_an_order_stands_once_however_the_number_was_typed(sources, number):
    order = KINDS["order"].write(sources, 2569, replace(HEAD, number=number))
    assert "ที่123/2569" in text_of(both_files(order, on=DAY).pdf)


def test_an_offices_own_members_take_the_place_of_the_usual_ones(sources):
    order = KINDS["order"].write(sources, 2569, HEAD)
    told = reworded(order, {"order/appointed": "รองปลัดเทศบาล : ประธานคณะทำงาน\nผู้อำนวยการกองคลัง : คณะทำงาน"})
    text = text_of(both_files(told, on=DAY).pdf)
    assert "รองปลัดเทศบาล" in text
    assert "ผู้ดูแลเว็บไซต์ของหน่วยงาน" not in text


def test_a_sheet_opens_the_public_page_and_is_not_made_of_a_result_kept_for_oneself(sources, agency, correct_nothing):
    assert "portal.example/agencies/town/2568" in text_of(
        both_files(KINDS["result-sheet"].write(sources, 2568, HEAD), on=DAY).pdf
    )
    correct_nothing(2568)
    assert list(KINDS["result-sheet"].years(Sources(agency))) == [2567]


def test_a_sheet_says_how_sure_total_and_rank_are(sources, agency):
    result = sources.stored[2568].result
    result.sureness, result.ranks = (
        Sureness(Decimal("90.10"), Decimal("95.50"), "ผ่าน", "ผ่านดี"),
        {"type": [3, 40, 1, 2, 7]},
    )
    result.save()
    text = text_of(both_files(KINDS["result-sheet"].write(Sources(agency), 2568, HEAD), on=DAY).pdf)
    assert "ช่วง95%:90.10–95.50" in text
    assert "อันดับที่3จาก40" in text
    assert "ตั้งแต่อันดับ2ถึง7" in text
    result.total = Decimal("91.00")  # the rules were changed since, and give another total
    result.save()
    text = text_of(both_files(KINDS["result-sheet"].write(Sources(agency), 2568, HEAD), on=DAY).pdf)
    assert "90.10" not in text


@pytest.fixture
def correct_nothing(agency):
    """The agency keeps a result of its own for a year."""
    from prongsai.portal.results.actions import bring_result

    def act(year):
        bring_result(actor="tester", agency_id=agency.pk, agency_code=agency.code, year=year, figures=ten("90 " * 10))

    return act


def test_the_summary_shows_the_addresses_that_the_executive_confirmed(sources, agency):
    facts = open_round(actor="tester", year=2568, is_rehearsal=False, name_th="รอบปี 2568")
    disclosure = apps.get_model("disclosures", "Disclosure").objects.create(round_id=facts.id, agency=agency)
    for is_confirmed in (False, True):
        paper = both_files(KINDS["oit-summary"].write(sources, 2568, HEAD), on=DAY)
        assert ("https://town.example/executives" in text_of(paper.pdf)) == is_confirmed
        confirm_copy(disclosure)


def test_the_summary_says_what_was_incomplete(sources):
    assert list(KINDS["oit-summary"].years(sources)) == [2568]
    figures = KINDS["oit-summary"].figures(sources, 2568)
    assert sorted(set(figures.values())) == ["0.00", "100.00"]
    assert len(figures) == len(load_year(2568).items)

import json
import re
import sys
from decimal import Decimal
from types import ModuleType

import pytest

from prongsai.assessing.sureness import Sureness
from prongsai.portal.results.figures import Figure
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.overall_scoring import score_agency
from prongsai.sheets.opening import read_sheet
from prongsai.sheets.scores_file import read_scores

pytestmark = pytest.mark.django_db

PAGES = ("/agencies/don/2567/", "/agencies/don/2567/arithmetic/", "/open-data/")


def text_of(response) -> str:
    page = re.sub(r"<svg.*?</svg>", "", response.content.decode(), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_pages_answer_in_both_languages(client, don, page, prefix):
    response = client.get(prefix + page)
    assert response.status_code == 200
    assert f'lang="{"en" if prefix else "th"}"'.encode() in response.content


@pytest.mark.parametrize("page", [*PAGES, "/agencies/don/", "/open-data/scores.csv", "/agencies/don/2567/analysis.pdf"])
def test_only_reading_is_allowed(client, don, page):
    assert client.post(page).status_code == 405


@pytest.mark.parametrize(
    "page",
    [
        "/agencies/nobody/",
        "/agencies/nobody/2567/",
        "/agencies/don/2565/",
        "/agencies/don/9999/",
        "/agencies/don/2567/arithmetic/x",
        "/agencies/%00/2567/",
        "/agencies/nobody/2567/analysis.pdf",
        "/open-data/scores.csv?year=2024",
        "/open-data/scores.csv?year=1 OR 1",
        "/agencies/don/2567/analysis.exe",
    ],
)
def test_what_is_not_there_is_a_friendly_thai_page(client, don, page):
    response = client.get(page)
    assert response.status_code == 404
    assert "ไม่พบหน้านี้" in response.content.decode()


def test_a_year_may_be_written_in_thai_digits(client, don):
    assert "93.71" in client.get("/agencies/don/๒๕๖๗/").content.decode()
    rows = json.loads(b"".join(client.get("/open-data/scores.json?year=๒๕๖๖").streaming_content))
    assert {row["year"] for row in rows} == {2566}


def test_the_agency_leads_to_its_newest_year(client, don):
    assert client.get("/agencies/don/")["Location"] == "/agencies/don/2567/"
    assert client.get("/en/agencies/don/")["Location"] == "/en/agencies/don/2567/"


def test_the_page_says_at_least_and_why(client, don):
    text = text_of(client.get("/agencies/don/2567/"))
    assert "93.71" in text
    assert "อย่างน้อย ผ่าน" in text
    assert "ยังบอกระดับแน่นอนไม่ได้ เพราะไม่มีตัวเลขต่อไปนี้" in text
    assert "ระดับ ผ่านดี ยังตัดสินไม่ได้ เพราะ" in text
    assert "ไม่ทราบคะแนน เกณฑ์ 85" in text


def test_a_broken_comparison_shows_no_difference_but_says_why(client, don):
    text = text_of(client.get("/agencies/don/2567/"))
    assert "เทียบกับปีก่อนไม่ได้ เพราะ" in text
    assert "เทียบไม่ได้" in text
    assert "เพิ่มขึ้น 16.67" not in text


def test_a_change_is_said_in_words(client, publish):
    tens = "90 90 90 90 90 90 90 90 100 100"
    publish("agency", 2568, figures=tens)
    publish("agency", 2569, figures=tens.replace("90 90 90", "91.5 88 90", 1))
    text = text_of(client.get("/agencies/agency/2569/"))
    assert "เพิ่มขึ้น 1.50" in text
    assert "ลดลง 2.00" in text
    assert "เท่าเดิม" in text


def test_gates_are_met_or_missed_with_their_distance(client, publish):
    places = {"IIT": "96.57", "EIT1": "94.51", "EIT2": "92.32", "OIT": "100"}
    publish("song", 2568, figures=[Figure(Place(Instrument(i), "instrument"), Decimal(v)) for i, v in places.items()])
    text = text_of(client.get("/agencies/song/2568/"))
    assert "97.00" in text
    assert "ได้ระดับ ผ่านดี เพราะ" in text
    assert "94.51 ไม่ถึงเกณฑ์ 95 ขาดอีก 0.49" in text


def test_missed_items_are_listed_with_what_they_cost(client, publish):
    verdicts = [Figure(Place(Instrument.OIT, f"o{n}"), Decimal(0 if n == 12 else 100)) for n in range(1, 29)]
    publish("items", 2568, figures=verdicts)
    text = text_of(client.get("/agencies/items/2568/"))
    assert "ไม่ครบ 1 จาก 28 ข้อ" in text
    assert "O12" in text


def test_questions_and_advice_are_shown_where_known(client, publish):
    publish("asked", 2568, figures=[Figure(Place(Instrument.IIT, f"i{n}"), Decimal(60 + n), 40) for n in range(1, 16)])
    text = text_of(client.get("/agencies/asked/2568/"))
    assert "คะแนนรายข้อคำถาม" in text
    assert "n=40" in text
    assert "ข้อแนะนำ" in text


def test_the_page_of_one_agency_takes_as_many_queries_with_more_years(client, publish, django_assert_num_queries):
    for year in (2567, 2568, 2569):
        publish("agency", year)
        with django_assert_num_queries(4):
            client.get(f"/agencies/agency/{year}/")


def test_a_name_with_markup_is_shown_as_text(client, publish):
    publish("bad", name_th="<script>alert(1)</script>", name_en='"><img src=x>')
    for page in ("/agencies/bad/2567/", "/en/agencies/bad/2567/", "/"):
        content = client.get(page).content.decode()
        assert "<script>alert" not in content
        assert "<img src=x" not in content


def test_a_fictional_agency_says_so(client, publish):
    publish("dream", is_fictional=True)
    assert "หน่วยงานนี้เป็นหน่วยงานสมมติ" in client.get("/agencies/dream/2567/").content.decode()


def test_the_page_says_when_the_rules_changed_after_publication(client, don):
    don.instrument_sha256 = "0" * 64
    don.save()
    assert "ไฟล์เกณฑ์ของปีนี้เปลี่ยนไปหลังเผยแพร่" in client.get("/agencies/don/2567/").content.decode()


def test_the_arithmetic_ends_in_the_total(client, don):
    text = text_of(client.get("/agencies/don/2567/arithmetic/"))
    assert "0.30 × 90.45 + 0.30 × 88.58 + 0.40 × 100.00" in text


def test_the_csv_scores_again_to_the_same_totals(client, don):
    response = client.get("/open-data/scores.csv")
    content = b"".join(response.streaming_content)
    years = read_scores(read_sheet("scores.csv", content))
    totals = {entry.instrument.year: score_agency(entry.instrument, entry.figures).total for entry in years}
    assert totals == {2566: Decimal("87.40"), 2567: Decimal("93.71")}


def test_the_json_holds_the_same_rows(client, don):
    rows = json.loads(b"".join(client.get("/open-data/scores.json?year=2567").streaming_content))
    assert len(rows) == 10
    assert rows[0]["score"] == "84.17"
    assert rows[0]["fictional"] is False


def test_no_figures_are_an_empty_list(client):
    assert json.loads(b"".join(client.get("/open-data/scores.json").streaming_content)) == []


def test_a_name_that_a_spreadsheet_would_run_is_defused(client, publish):
    publish("bad", name_th="=HYPERLINK(1)")
    assert "'=HYPERLINK(1)" in b"".join(client.get("/open-data/scores.csv").streaming_content).decode()


@pytest.mark.parametrize(("file_format", "digits"), [("pdf", "thai"), ("docx", "arabic")])
def test_the_report_is_written_from_the_scored_result(client, don, monkeypatch, file_format, digits):
    asked = {}

    def write_analysis(result, **named):
        asked.update(named, total=result.total)
        return b"paper"

    module = ModuleType("prongsai.papers.analysis_report")
    module.write_analysis = write_analysis
    monkeypatch.setitem(sys.modules, "prongsai.papers.analysis_report", module)
    response = client.get(f"/agencies/don/2567/analysis.{file_format}?digits={digits}")
    assert response.content == b"paper"
    assert response["Content-Disposition"] == f'attachment; filename="ita-2567-don.{file_format}"'
    assert (asked["total"], asked["digits"], asked["format"]) == (Decimal("93.71"), digits, file_format)
    assert asked["before"].total == Decimal("87.40")
    assert asked["history"] == [(2566, Decimal("87.40")), (2567, Decimal("93.71"))]


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (("92.40", "95.02", "ผ่าน", "ผ่านดี"), "ระหว่าง 92.40 ถึง 95.02 (ความเชื่อมั่น 95%) ระดับอาจเป็นได้ตั้งแต่ผ่าน ถึงผ่านดี"),
        (("92.40", "95.02", "ผ่าน", "ผ่าน"), "ระหว่าง 92.40 ถึง 95.02 (ความเชื่อมั่น 95%) ตลอดช่วงนี้ระดับไม่เปลี่ยน"),
        (("93.71", "93.71", "ผ่าน", "ผ่าน"), "ตอบครบทุกคน"),
    ],
)
def test_the_page_says_how_sure_the_total_is(client, don, known, said):
    low, high, lowest, highest = known
    don.sureness = Sureness(Decimal(low), Decimal(high), lowest, highest)
    don.save()
    assert said in text_of(client.get("/agencies/don/2567/"))


def test_in_english_the_levels_have_their_english_names(client, don):
    don.sureness = Sureness(Decimal("92.40"), Decimal("95.02"), "ผ่าน", "ผ่านดี")
    don.save()
    text = text_of(client.get("/en/agencies/don/2567/"))
    assert "had everybody answered, it would probably lie between 92.40 and 95.02" in text
    assert "anything from Pass (ผ่าน) to Pass, good (ผ่านดี)" in text


def test_an_interval_without_levels_says_nothing_of_them(client, don):
    """As results that were computed before the levels were kept."""
    don.sureness = Sureness(Decimal("92.40"), Decimal("95.02"), "", "")
    don.save()
    text = text_of(client.get("/agencies/don/2567/"))
    assert "ระหว่าง 92.40 ถึง 95.02" in text
    assert "ระดับอาจเป็นได้" not in text
    assert "ระดับไม่เปลี่ยน" not in text


def test_an_interval_of_another_total_is_not_shown(client, don):
    """As when the rules were changed after publishing, and give another total."""
    don.total, don.sureness = Decimal("92.00"), Sureness(Decimal("91.40"), Decimal("92.95"), "ผ่าน", "ผ่านดี")
    don.save()
    text = text_of(client.get("/agencies/don/2567/"))
    assert "93.71" in text
    assert "91.40" not in text
    assert client.get("/api/v1/agencies/don/2567").json()["how_sure"] is None


def test_where_it_is_not_known_the_page_claims_nothing_about_chance(client, don):
    text = text_of(client.get("/agencies/don/2567/"))
    assert "ความเชื่อมั่น" not in text
    assert "ตอบครบทุกคน" not in text

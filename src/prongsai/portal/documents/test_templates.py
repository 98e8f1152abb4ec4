"""An agency's template: checked before it is kept, laid over what is written after it, nobody else's."""

import io

import pytest
from PIL import Image

from prongsai.papers.content import Emblem
from prongsai.portal.documents.freezing import current_sections, document_of, head_of
from prongsai.portal.documents.head import Head
from prongsai.portal.documents.kinds import KINDS
from prongsai.portal.documents.models import AgencyTemplate
from prongsai.portal.documents.sources import Sources
from prongsai.portal.documents.templating import written
from prongsai.portal.journal.queries import verify_chain

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("blank_files")]

TEMPLATES = "/office/town/documents/templates/"
ANALYSIS = f"{TEMPLATES}analysis/"
EMBLEM = f"{TEMPLATES}emblem/"
GOOD = """
paper: analysis
name: แบบของเทศบาล
words:
  overview/result: "{agency} ได้ {total}"
extra:
  - key: welcome
    title: สารจากผู้บริหาร
    after: overview
    paragraphs: ["ขอบคุณทุกคน"]
"""


def file(text=GOOD, name="แบบ.yaml"):
    sent = io.BytesIO(text.encode() if isinstance(text, str) else text)
    sent.name = name
    return sent


def logo():
    written = io.BytesIO()
    Image.new("RGB", (64, 64), "seagreen").save(written, "PNG")
    return file(written.getvalue(), "logo.png")


def test_a_template_is_laid_over_what_is_written_from_now_on(officer, draft, opened):
    assert officer.post(ANALYSIS, {"file": file(), "logo": logo()}).status_code == 302
    document = document_of(opened(), head_of(draft))
    assert document.cover.logo is not None
    assert "ขอบคุณทุกคน" in str(document)
    [result] = [v for s in current_sections(opened()) for v in s.passages if v.passage.key == "overview/result"]
    assert result.lines[0].startswith("เทศบาลเมืองตัวอย่าง ได้ ๙๖.๙๙")
    assert "แบบของเทศบาล" in officer.get(TEMPLATES).content.decode()
    assert "ขอบคุณทุกคน" in officer.get("/office/town/documents/2568/analysis.pdf").content.decode()


def test_what_was_approved_stays_as_it_was(officer, approved):
    before = officer.get("/office/town/documents/2568/analysis/versions/1.pdf").content
    officer.post(ANALYSIS, {"file": file()})
    assert officer.get("/office/town/documents/2568/analysis/versions/1.pdf").content == before


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "เลือกแฟ้มแบบเอกสาร ตรา หรือทั้งสองอย่าง"),
        ({"file": "paper: [analysis"}, "แบบ.yaml"),
        ({"file": GOOD.replace("overview/result", "overview/nothing")}, "overview/nothing"),
        ({"file": GOOD.replace("{total}", "{secret}")}, "{secret}"),
        (
            {
                "file": GOOD.replace("paper: analysis", "paper: report")
                .replace("overview/result", "summary/opening")
                .replace("after: overview", "after: summary")
            },
            "paper: analysis",
        ),
        ({"file": GOOD, "logo": b"GIF89a"}, "PNG"),
    ],
)
def test_a_template_that_cannot_be_used_is_named_and_the_one_in_use_stays(officer, sent, said):
    officer.post(ANALYSIS, {"file": file(GOOD.replace("แบบของเทศบาล", "แบบเดิม"))})
    files = {name: file(content, "แบบ.yaml" if name == "file" else "logo.gif") for name, content in sent.items()}
    page = officer.post(ANALYSIS, files)
    assert page.status_code == 200
    assert said in page.content.decode()
    assert AgencyTemplate.objects.get().name == "แบบเดิม"


def test_the_message_speaks_the_language_of_the_page(officer):
    page = officer.post(f"/en{ANALYSIS}", {"file": file(GOOD.replace("{total}", "{secret}"))}).content.decode()
    assert "expected one of" in page


def test_doing_without_gives_the_standard_back(officer, draft, opened):
    officer.post(ANALYSIS, {"file": file()})
    officer.post(f"{ANALYSIS}remove/")
    assert "ขอบคุณทุกคน" not in str(document_of(opened(), head_of(draft)))
    before = verify_chain().lines
    officer.post(f"{ANALYSIS}remove/")
    assert verify_chain().lines == before


def test_a_stored_template_that_a_later_version_refuses_does_not_stop_the_paper(officer, draft, opened):
    officer.post(ANALYSIS, {"file": file()})
    AgencyTemplate.objects.update(text=GOOD.replace("overview/result", "overview/renamed"))
    assert "ขอบคุณทุกคน" not in str(document_of(opened(), head_of(draft)))
    for page in ("/office/town/documents/2568/analysis/", TEMPLATES, ANALYSIS):
        assert "ใช้ไม่ได้แล้ว" in officer.get(page).content.decode()


@pytest.mark.parametrize("path", ["", "analysis/", "measures/", "report/", "memo/", "order/", "announcement/"])
def test_only_officers_look_after_templates(everybody_here, path):
    seen = {name: player.get(f"{TEMPLATES}{path}").status_code for name, player in everybody_here.items()}
    assert seen == {name: 200 if name in {"officer", "colleague"} else 403 for name in seen}


def test_nobody_else_brings_or_removes_one(officer, everybody_here, stranger):
    officer.post(ANALYSIS, {"file": file()})
    for name, player in everybody_here.items():
        if name not in {"officer", "colleague"}:
            assert player.post(ANALYSIS, {"file": file()}).status_code == 403
            assert player.post(f"{ANALYSIS}remove/").status_code == 403
    assert stranger.post(f"{ANALYSIS}remove/").status_code == 404
    assert stranger.get(ANALYSIS.replace("town", "village")).status_code == 200
    assert "แบบของเทศบาล" not in stranger.get(TEMPLATES.replace("town", "village")).content.decode()
    assert AgencyTemplate.objects.count() == 1


@pytest.mark.parametrize(("method", "path"), [("get", "novel/"), ("post", "novel/"), ("post", "novel/remove/")])
def test_a_paper_without_templates_is_not_found(officer, method, path):
    assert getattr(officer, method)(f"{TEMPLATES}{path}").status_code == 404


def test_removing_is_no_reading(officer):
    assert officer.get(f"{ANALYSIS}remove/").status_code == 405
    assert officer.post(TEMPLATES).status_code == 405


@pytest.fixture
def write_now(agency, result):
    """A paper as it would be written now."""

    def act(kind, year=2568):
        return written(KINDS[kind], Sources(agency), year, Head())

    return act


def emblems_in(document):
    return [block for section in document.sections for block in section.blocks if isinstance(block, Emblem)]


def test_one_picture_stands_on_memos_orders_and_announcements(officer, write_now):
    assert officer.post(EMBLEM, {"logo": logo()}).status_code == 302
    for kind, year in (("memo", 2568), ("order", 2569)):
        [emblem] = emblems_in(write_now(kind, year))
        assert emblem.is_png
        assert emblem.alt == "ตราสัญลักษณ์ เทศบาลเมืองตัวอย่าง"
    assert set(AgencyTemplate.objects.values_list("paper", flat=True)) == {"memo", "order", "announcement"}
    picture = officer.get(f"{TEMPLATES}memo/logo.png")
    assert picture["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(picture.content)).size == (480, 480)
    assert f"{TEMPLATES}memo/logo.png" in officer.get(TEMPLATES).content.decode()


def test_without_a_picture_the_place_stays_empty(write_now):
    [emblem] = emblems_in(write_now("memo"))
    assert emblem.image is None


def test_a_picture_leaves_the_words_of_a_template_and_words_leave_the_picture(officer, write_now):
    words = 'paper: memo\nname: ก\nwords: {closing/so-reported: "จึงเรียนมาเพื่อทราบ"}'
    officer.post(f"{TEMPLATES}memo/", {"file": file(words)})
    officer.post(EMBLEM, {"logo": logo()})
    officer.post(f"{TEMPLATES}memo/", {"file": file(words.replace("เพื่อทราบ", "เพื่อพิจารณา"))})
    document = write_now("memo")
    assert emblems_in(document)[0].image is not None
    assert "จึงเรียนมาเพื่อพิจารณา" in str(document)


def test_a_logo_alone_is_enough_for_any_paper(officer, draft, opened):
    assert officer.post(ANALYSIS, {"logo": logo()}).status_code == 302
    assert document_of(opened(), head_of(draft)).cover.logo is not None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"GIF89a", "PNG"),
        (b"", "ว่างเปล่า"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 600_000, "512 KB"),
        (
            b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="https://x.test/a.png"/></svg>',
            "image",
        ),
    ],
)
def test_a_picture_that_cannot_be_used_is_named_and_none_is_kept(officer, content, said):
    page = officer.post(EMBLEM, {"logo": file(content, "ตรา.png")})
    assert page.status_code == 200
    assert said in page.content.decode()
    assert not AgencyTemplate.objects.exists()


def test_sections_of_a_form_stay_where_the_regulation_has_them(officer):
    page = officer.post(f"{TEMPLATES}memo/", {"file": file("paper: memo\nname: ก\norder: [facts]")})
    assert "ระเบียบงานสารบรรณ" in page.content.decode()


@pytest.mark.parametrize("paper", ["memo", "novel"])
def test_a_picture_that_is_not_there_is_not_found(officer, paper):
    assert officer.get(f"{TEMPLATES}{paper}/logo.png").status_code == 404


def test_nobody_else_brings_a_picture_or_sees_it(officer, everybody_here, stranger):
    officer.post(EMBLEM, {"logo": logo()})
    for name, player in everybody_here.items():
        if name not in {"officer", "colleague"}:
            assert player.post(EMBLEM, {"logo": logo()}).status_code == 403
            assert player.get(f"{TEMPLATES}memo/logo.png").status_code == 403
    assert stranger.post(EMBLEM, {"logo": logo()}).status_code == 404
    assert stranger.get(f"{TEMPLATES}memo/logo.png").status_code == 404

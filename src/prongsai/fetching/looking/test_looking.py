"""Hints say what is seen and where; what cannot be read is never said to be missing."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from PIL import Image
from tests.web_site import HASTE, web_site
from xlsxwriter import Workbook

from prongsai.fetching.fetching import fetch_now
from prongsai.fetching.kinds import Kind
from prongsai.fetching.looking import html_text, office_text
from prongsai.fetching.looking.findings import Expected, FindingKey, Part, TextState, Where
from prongsai.fetching.looking.looking import Said, look, look_at_fetched

EXPECTED = Expected(2569, ("เทศบาลตำบลหนองน้ำใส อำเภอเมือง จังหวัดตัวอย่าง",), date(2025, 10, 1), date(2026, 3, 1))
WORDS = "แผนของเทศบาลตำบลหนองน้ำใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๙ ประกาศ ณ วันที่ 5 มกราคม 2569 "
LOCKED_PDF = b"""%%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
4 0 obj<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>endobj
trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]/Size 5>>
%%%%EOF""" % (b"41" * 32, b"42" * 32)


def pdf(*pages):
    """Pages of one line in Helvetica; `None` is a page that is a picture."""
    held = io.BytesIO()
    if None in pages:
        pictures = [Image.new("RGB", (60, 40), "white") for _ in pages]
        pictures[0].save(held, "PDF", save_all=True, append_images=pictures[1:])
        return held.getvalue()
    first = 4
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, text in enumerate(pages):
        drawn = f"BT /F 12 Tf 20 70 Td ({text}) Tj ET"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 99]/Contents {first + 2 * number + 1} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>"
        )
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream")
    numbered = "".join(f"{n} 0 obj{one}\nendobj\n" for n, one in enumerate(objects, 1))
    return f"%PDF-1.4\n{numbered}trailer<</Root 1 0 R/Size {len(objects) + 1}>>\n%%EOF".encode()


def html(body, title="แผน"):
    return f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head><body>{body}</body></html>".encode()


def docx(text):
    held, document = io.BytesIO(), Document()
    document.add_paragraph("หัวเรื่อง")
    document.add_table(1, 1).cell(0, 0).text = text
    document.save(held)
    return held.getvalue()


def xlsx(text):
    held = io.BytesIO()
    with Workbook(held, {"in_memory": True}) as book:
        book.add_worksheet().write(0, 0, text)
        book.add_worksheet().write(3, 3, 42)
    return held.getvalue()


def keys(found):
    return {finding.key for finding in found.findings}


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (html(f"<p>{WORDS}</p>"), Kind.HTML),
        (docx(WORDS), Kind.DOCX),
        (xlsx(WORDS), Kind.XLSX),
        (WORDS.encode(), Kind.TEXT),
        (WORDS.encode("cp874"), Kind.TEXT),
        (WORDS.encode("utf-16"), Kind.TEXT),
        (
            bytes.fromhex("d0cf11e0a1b11ae1")
            + bytes(500)
            + "WordDocument".encode("utf-16-le")
            + WORDS.encode("utf-16-le"),
            Kind.DOC,
        ),
    ],
)
def test_year_agency_and_date_are_found_in_every_kind(content, kind):
    found = look(content, EXPECTED)
    assert (found.kind, found.state) == (kind, TextState.TEXT)
    assert keys(found) == {FindingKey.YEAR_NAMED, FindingKey.AGENCY_NAMED, FindingKey.NEWEST_DATE}
    assert "๒๕๖๙" in found.get(FindingKey.YEAR_NAMED).found
    assert found.get(FindingKey.NEWEST_DATE).day == date(2026, 1, 5)
    assert WORDS.strip() in found.text


def test_a_pdf_says_on_which_page_it_names_the_year():
    found = look(pdf("a first page of text", "plan of 2569"), EXPECTED)
    assert (found.kind, found.state, found.pages) == (Kind.PDF, TextState.TEXT, 2)
    assert found.get(FindingKey.YEAR_NAMED).where == Where(Part.WORDS, 2)
    assert FindingKey.AGENCY_NOT_NAMED in keys(found)


def test_a_scan_is_not_said_to_miss_what_nobody_read():
    found = look(pdf(None, None), EXPECTED)
    assert (found.state, found.pages) == (TextState.SCAN, 2)
    assert found.get(FindingKey.SCANNED_PAGES).found == "1, 2"
    assert not {FindingKey.YEAR_NOT_NAMED, FindingKey.AGENCY_NOT_NAMED} & keys(found)


def test_a_picture_is_a_scan():
    held = io.BytesIO()
    Image.new("RGB", (9, 9)).save(held, "PNG")
    assert look(held.getvalue(), EXPECTED).state is TextState.SCAN


@pytest.mark.parametrize(
    ("content", "state"),
    [
        (LOCKED_PDF, TextState.LOCKED),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), TextState.LOCKED),
        (b"%PDF-1.7 and then nothing", TextState.DAMAGED),
        (docx(WORDS)[:-30], TextState.DAMAGED),
        (docx(WORDS)[2000:].join([b"PK\x03\x04", b""]), TextState.DAMAGED),
        (b"", TextState.NO_WORDS),
        (html(""), TextState.NO_WORDS),
        (b"Rar!\x1a\x07\x01\x00...", TextState.NOT_READ),
        (b"MZ\x90\x00", TextState.NOT_READ),
    ],
)
def test_what_cannot_be_read_is_told_apart(content, state):
    found = look(content, EXPECTED)
    assert (found.state, found.text.strip() in {"", "แผน"}) == (state, True)
    assert FindingKey.YEAR_NOT_NAMED not in keys(found)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("ปีงบประมาณ พ.ศ. 2569", True),
        ("ประจำปี ๒๕๖๙", True),
        ("ปี 69", True),
        ("เดือน ม.ค. ๖๙", True),
        ("พ.ศ.69", True),
        ("ประกาศที่ 3/69", True),
        ("ค.ศ. 2026", True),
        ("จำนวน 69 คน", False),
        ("เลขที่ 12569", False),
        ("25690 บาท", False),
        ("ปี 2568", False),
        ("ปี 695", False),
    ],
)
def test_a_year_is_told_from_a_number(text, named):
    assert (FindingKey.YEAR_NAMED in keys(look(text.encode(), EXPECTED))) is named


def test_a_year_in_the_address_alone_is_said_to_stand_there():
    found = look(
        html("<p>แผนปฏิบัติการ</p>"), EXPECTED, Said(url="https://x.go.th/%E0%B9%92%E0%B9%95%E0%B9%96%E0%B9%99/plan")
    )
    assert found.get(FindingKey.YEAR_NAMED).where.part is Part.ADDRESS


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("เทศบาลตำบลหนองน้ำใส", True),
        ("เทศบาลตำบล หนองน้ำใส", True),
        ("ทต.หนองน้ำใส", True),
        ("ทต. หนองน้ำใส", True),
        ("ท ต หนองน้ำใส", True),
        ("เทศบาลตําบลหนองนํ้าใส", True),
        ("เทศบาลตำบลหนอง\u200bน้ำ\nใส", True),
        ("เทศบาลตำบลหนองนาใส", True),
        ("หนองน้ำใส", False),
        ("อบต.หนองน้ำใส", False),
        ("เทศบาลตำบลหนองใส", False),
    ],
)
def test_an_agency_is_known_by_every_spelling_of_its_name(text, named):
    assert (FindingKey.AGENCY_NAMED in keys(look(text.encode(), EXPECTED))) is named


def test_an_agency_that_is_given_by_its_short_name_is_known_by_the_long_one():
    expected = replace(EXPECTED, agency_names=("อบต.หนองน้ำใส",))
    assert FindingKey.AGENCY_NAMED in keys(look("องค์การบริหารส่วนตำบลหนองน้ำใส".encode(), expected))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ลงวันที่ 5 มกราคม 2569 และ 30 กันยายน 2568", date(2026, 1, 5)),
        ("ภายในวันที่ 30 กันยายน 2569 ประกาศ 1 ต.ค. 68", date(2025, 10, 1)),
        ("ปรับปรุง ๑๕/๐๒/๒๕๖๙", date(2026, 2, 15)),
        ("31/02/2569 99/99/2569", None),
        ("วันที่ 31 กันยายน 2568", None),
    ],
)
def test_the_newest_day_that_is_not_to_come_counts(text, day):
    found = look(text.encode(), EXPECTED).get(FindingKey.NEWEST_DATE)
    assert (found and found.day) == day


def test_a_file_whose_days_all_lie_before_the_period_is_pointed_out():
    found = look("ประกาศ ณ วันที่ 30 กันยายน 2568".encode(), EXPECTED, Said(last_modified="Mon, 01 Sep 2025 08:00:00 GMT"))
    assert found.get(FindingKey.OLDER_THAN_PERIOD).day == date(2025, 9, 30)


def test_the_servers_word_counts_as_a_day():
    found = look(b"no day in here", EXPECTED, Said(last_modified="Mon, 02 Feb 2026 08:00:00 GMT")).get(
        FindingKey.NEWEST_DATE
    )
    assert (found.day, found.where.part) == (date(2026, 2, 2), Part.HEADER)


def test_a_page_that_asks_for_a_password_is_a_hint():
    page = html("<form><input name=u><input type=PASSWORD name=p></form>", "เข้าสู่ระบบ")
    assert look(page, EXPECTED).get(FindingKey.SIGN_IN_PAGE).found == "เข้าสู่ระบบ"


def test_a_page_with_content_and_a_field_for_its_editor_is_no_sign_in_page():
    page = html(f"<p>{WORDS * 40}</p><form><input type=password></form>")
    assert FindingKey.SIGN_IN_PAGE not in keys(look(page, EXPECTED))
    assert FindingKey.SIGN_IN_PAGE in keys(look(page, EXPECTED, Said(url="https://x.go.th/wp-login.php?to=plan")))


def test_a_page_that_a_script_builds_is_a_hint():
    page = html("<div id=app></div><script>var plan = '2569'</script>")
    found = look(page, EXPECTED)
    assert FindingKey.NEEDS_SCRIPT in keys(found)
    assert "2569" not in found.text


def test_a_page_that_says_it_is_not_there_is_a_hint():
    assert FindingKey.SAYS_NOT_FOUND in keys(look(html(f"<p>{WORDS}", "404 - ไม่พบหน้าที่ต้องการ"), EXPECTED))


@pytest.mark.parametrize(
    ("content", "said", "differs"),
    [
        (html(WORDS), "application/pdf", True),
        (html(WORDS), "text/html; charset=utf-8", False),
        (pdf("2569"), "application/octet-stream", False),
        (pdf("2569"), "text/html", True),
        (b"a,b\n1,2", "text/csv", False),
        (docx(WORDS), "application/msword", True),
    ],
)
def test_a_wrong_type_of_the_server_is_a_hint(content, said, differs):
    assert (FindingKey.TYPE_DIFFERS in keys(look(content, EXPECTED, Said(content_type=said)))) is differs


def zipped(name, content, times=1):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(times):
            packed.writestr(name.format(number), content)
    return held.getvalue()


@pytest.mark.parametrize("bound", ["MOST_XML", "MOST_ELEMENTS", "MOST_LETTERS"])
def test_an_office_file_that_blows_up_is_cut_short(bound, monkeypatch):
    bomb = zipped("word/document.xml", b"<a>" + b"<p>xxxxxxxxxx</p>" * 30_000)
    assert FindingKey.CUT_SHORT not in keys(look(bomb, EXPECTED))
    monkeypatch.setattr(office_text, bound, 10_000)
    assert FindingKey.CUT_SHORT in keys(look(bomb, EXPECTED))


def test_a_page_of_a_million_elements_is_cut_short(monkeypatch):
    page = html("<i>x</i>" * 9_000)
    assert FindingKey.CUT_SHORT not in keys(look(page, EXPECTED))
    monkeypatch.setattr(html_text, "MOST_ELEMENTS", 10_000)
    assert FindingKey.CUT_SHORT in keys(look(page, EXPECTED))


def test_an_office_file_with_a_million_parts_is_not_opened(monkeypatch):
    monkeypatch.setattr(office_text, "LARGEST_LIST", 2_000)
    found = look(zipped("word/document.xml{}", b"", 100), EXPECTED)
    assert (found.state, FindingKey.CUT_SHORT in keys(found)) == (TextState.NOT_READ, True)


def test_an_office_file_that_declares_entities_is_damaged():
    laughs = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c SYSTEM "file:///etc/hostname">]><a><p>&b;&c;</p></a>'
    assert look(zipped("word/document.xml", laughs), EXPECTED).state is TextState.DAMAGED


@pytest.mark.parametrize(
    "page", ["<div>" * 50_000 + WORDS, f"<p>{WORDS}</p>" + "<b>" * 100_000, "<" * 100_000, "<!--" * 9000]
)
def test_markup_made_to_break_a_reader_does_not(page):
    assert look(html(page), EXPECTED).kind is Kind.HTML


def test_a_fetch_is_looked_at_with_all_that_its_server_said():
    with web_site() as site:
        site.page("/login/plan", html("<form><input type=password>"), headers={"Content-Type": "application/pdf"})
        fetched = fetch_now(site.url("/login/plan"), network=site.network(), politeness=HASTE)
    found = look_at_fetched(fetched, EXPECTED)
    assert {FindingKey.SIGN_IN_PAGE, FindingKey.TYPE_DIFFERS} <= keys(found)


def test_without_content_there_is_nothing_to_look_at():
    with pytest.raises(ValueError, match="has_content"):
        look_at_fetched(fetch_now("no url", politeness=HASTE), EXPECTED)

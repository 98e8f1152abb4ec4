"""Notices say who, what, how long and until when; slips carry one code each and nothing that tells them apart."""

import random
import re
import time
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pypdfium2
import pytest

from prongsai.papers.content import Figure, Panels
from prongsai.papers.survey_notices import (
    Slip,
    SlipContents,
    cards_document,
    gather_notice,
    poster_document,
    slips_document,
    write_cards,
    write_poster,
    write_slips,
)
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import known_years, load_year

DAY = date(2026, 6, 5)
NAME = "เทศบาลเมืองตัวอย่าง"
ADDRESS = "https://ita.example.go.th/s/tuayang/"
LONGEST = {
    "agency_name": ("องค์การบริหารส่วนตำบล" + "ทุ่งกระเต็นหนองน้ำใสพัฒนาสามัคคีเฉลิมพระเกียรติ" * 5)[:200],
    "address": (ADDRESS + "y" * 120)[:120],
}
CONTACT = "งานวิเคราะห์นโยบายและแผน โทร. 0 2345 6789 หรือ ita@example.go.th"
LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
PRINTED = re.compile(r"[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){2}")


def notice(part=Instrument.EIT1, year=2569, **more):
    given = {"agency_name": NAME, "address": ADDRESS, "minutes": 5, "closes_on": date(2026, 4, 30), "contact": CONTACT}
    return gather_notice(load_year(year), part, **(given | more))


def codes(count):
    dice = random.Random(7)  # noqa: S311 - codes of a test
    return ["".join(dice.choices(LETTERS, k=12)) for _ in range(count)]


def slips(drawn, **more):
    given = {"agency_name": NAME, "address": ADDRESS} | more
    held = tuple(Slip(code, f"{given['address']}#{code}") for code in drawn)
    return SlipContents(year=2569, instrument=Instrument.IIT, closes_on=date(2026, 4, 30), slips=held, **given)


def pages(written):
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(written)]


def squeezed(text):
    return re.sub(r"\s+", "", text)


def poster_text(contents, digits="arabic"):
    return squeezed("".join(pages(write_poster(contents, format="pdf", digits=digits, written_on=DAY))))


def figures(document):
    def inside(blocks):
        for block in blocks:
            if isinstance(block, Figure):
                yield block
            elif isinstance(block, Panels):
                for panel in block.panels:
                    yield from inside(panel.blocks)

    return list(inside(document.sections[0].blocks))


def test_a_poster_says_what_who_how_long_and_until_when():
    text = poster_text(notice())
    for words in (
        NAME,
        "9ข้อเรื่องคุณภาพการดำเนินงานประสิทธิภาพการสื่อสารและการปรับปรุงการทำงาน",
        "ผู้รับบริการหรือผู้มาติดต่อหน่วยงาน",
        "ประมาณ5นาที",
        "30เมษายน2569",
        "ไม่มีใครบอกได้ว่าใครตอบอะไร",
        "ita.example.go.th/s/tuayang",
        squeezed(CONTACT),
    ):
        assert words in text


def test_staff_are_invited_as_staff():
    text = poster_text(notice(Instrument.IIT))
    assert "ขอเชิญบุคลากร" in text
    assert "15ข้อ" in text
    assert "ขอเชิญบุคลากร" not in poster_text(notice())


def test_a_poster_speaks_english():
    text = poster_text(notice(language="en", agency_name="Example Town"))
    for words in ("Tellushowweserveyou", "about5minutes", "30April2026", "nobodycantellwhoansweredwhat"):
        assert words in text
    assert not re.search("[ก-๙]", text.replace(squeezed(CONTACT), ""))


def test_an_address_keeps_its_digits_where_all_others_are_thai():
    text = poster_text(notice(address="https://ita.example.go.th/s/a2569/"), "thai")
    assert "ita.example.go.th/s/a2569" in text
    assert "๓๐เมษายน๒๕๖๙" in text


@pytest.mark.parametrize("year", known_years())
def test_every_survey_of_every_year_can_be_invited_to(year):
    for part in load_year(year).survey_by_part:
        assert len(pages(write_poster(notice(part, year), format="pdf", written_on=DAY))) == 1


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("part", [Instrument.IIT, Instrument.EIT1])
def test_the_longest_words_stay_on_their_paper(part, language):
    contents = notice(part, contact=(CONTACT * 4)[:160], language=language, **LONGEST)
    files = [write_poster(contents, format="pdf", written_on=DAY)]
    files += [write_cards(contents, format="pdf", written_on=DAY, per_page=count) for count in (2, 4)]
    for written in files:
        assert len(pages(written)) == 1


@pytest.mark.parametrize(("count", "landscape", "wide", "high"), [(4, False, 2, 2), (2, True, 2, 1)])
def test_cards_fill_the_sheet_and_none_runs_into_another(count, landscape, wide, high):
    contents = notice(contact=(CONTACT * 4)[:160], **LONGEST)
    page = pypdfium2.PdfDocument(write_cards(contents, format="pdf", written_on=DAY, per_page=count))[0]
    assert (page.get_width() > page.get_height()) is landscape
    text = page.get_textpage()
    whole = text.get_text_range()
    starts = [text.get_charbox(found.start()) for found in re.finditer("องค์การ", whole)]
    ends = [text.get_charbox(found.end() - 1) for found in re.finditer("ไม่เห็นคำตอบของแต่ละคน", whole)]
    assert len(ends) == count
    bottoms = {round(page.get_height() * (1 - row / high)) for row in range(1, high + 1)}
    for box in ends:
        assert any(bottom + 20 < box[1] < bottom + page.get_height() / high / 2 for bottom in bottoms)
    assert len({round(box[0]) for box in starts}) >= wide


def test_the_code_of_a_poster_is_large():
    assert [figure.width_cm > 10.5 for figure in figures(poster_document(notice()))] == [True]
    smallest = figures(poster_document(notice(contact=(CONTACT * 4)[:160], **LONGEST)))[0]
    assert smallest.width_cm >= 6
    assert all(figure.width_cm >= 3.5 for figure in figures(cards_document(notice(**LONGEST))))


@pytest.mark.parametrize("field", ["agency_name", "address", "contact"])
def test_words_that_cannot_fit_are_refused_by_name(field):
    with pytest.raises(ValueError, match=f"{field}: found 201 letters"):
        notice(**{field: "ก" * 201})
    with pytest.raises(ValueError, match="minutes: found 0; write at least 1"):
        notice(minutes=0)


def test_each_slip_has_its_code_in_groups_and_its_own_address():
    drawn = codes(13)
    contents = slips(drawn)
    text = "".join(pages(write_slips(contents, written_on=DAY)))
    assert [found.replace("-", "") for found in PRINTED.findall(text)] == drawn
    assert [slip.address for slip in contents.slips] == [f"{ADDRESS}#{code}" for code in drawn]


def test_a_code_that_has_groups_keeps_them_and_its_digits():
    assert Slip("K7QM-3XPA-9DTR", "a").printed == "K7QM-3XPA-9DTR"
    assert Slip("K7QM3XPA9DTR", "a").printed == "K7QM-3XPA-9DTR"
    written = write_slips(slips(["2345-6789-2345"]), digits="thai", written_on=DAY)
    assert "2345-6789-2345" in "".join(pages(written))


def test_slips_differ_in_nothing_but_their_codes():
    drawn = codes(10)
    (page,) = pages(write_slips(slips(drawn), digits="arabic", written_on=DAY))
    parts = [squeezed(part) for part in PRINTED.sub("|", page).split("|")]
    assert len(parts) == 11
    assert len(set(parts[1:-1])) == 1, "between two codes stands always the same"
    assert not re.search(r"(?:ที่|ฉบับ|ใบ)\s*[0-9]", page)
    assert "- 2 -" not in "".join(pages(write_slips(slips(codes(30)), digits="arabic", written_on=DAY)))


def test_the_alternative_text_of_a_slip_tells_no_code():
    assert {figure.alt for figure in figures(slips_document(slips(codes(10))))} == {"QR เปิดแบบวัด"}


@pytest.mark.parametrize(("more", "per_page"), [({}, 10), (LONGEST, 6)])
def test_as_many_slips_to_a_page_as_the_words_allow(more, per_page):
    written = pages(write_slips(slips(codes(13), **more), written_on=DAY))
    assert len(PRINTED.findall(written[0])) == per_page
    assert sum(len(PRINTED.findall(page)) for page in written) == 13


def test_slips_stay_in_the_order_given():
    drawn = codes(25)
    text = "".join(pages(write_slips(slips(drawn[::-1]), written_on=DAY)))
    assert [found.replace("-", "") for found in PRINTED.findall(text)] == drawn[::-1]


def test_a_code_twice_none_or_too_long_is_refused():
    with pytest.raises(ValueError, match="found a code twice"):
        slips(["K7QM-3XPA-9DTR", "K7QM3XPA9DTR"])
    with pytest.raises(ValueError, match="slips: found none"):
        slips([])
    with pytest.raises(ValueError, match="code: found nothing"):
        Slip(" ", "a")
    with pytest.raises(ValueError, match="code: found 25 letters"):
        Slip("A" * 25, "a")


def test_four_hundred_slips_take_a_few_seconds():
    contents = slips(codes(400))
    write_slips(slips(codes(1)), written_on=DAY)
    began = time.process_time()
    written = write_slips(contents, written_on=DAY)
    assert time.process_time() - began < 5, "about 2 s of computing"
    assert len(pypdfium2.PdfDocument(written)) == 40


def test_the_files_are_accessible_and_lasting():
    contents = notice()
    for written in (
        write_poster(contents, format="pdf", written_on=DAY),
        write_cards(contents, format="pdf", written_on=DAY),
        write_slips(slips(codes(3)), written_on=DAY),
    ):
        assert b"pdfaid" in written
        assert b"pdfuaid" in written


def test_word_gets_poster_cards_and_slips_too():
    contents = replace(notice(), contact="โทร. 1")
    for written, pictures in (
        (write_poster(contents, format="docx", written_on=DAY), 1),
        (write_cards(contents, format="docx", written_on=DAY), 1),
        (write_slips(slips(codes(3)), format="docx", written_on=DAY), 3),
    ):
        with ZipFile(BytesIO(written)) as package:
            assert len([name for name in package.namelist() if name.endswith(".png")]) == pictures

import pytest

from prongsai.papers.reading.question_codes import cited_code, codes_alone, codes_of
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year

YEAR = load_year(2568)


@pytest.mark.parametrize(
    ("cell", "indicator", "codes"),
    [
        ("ข้อ 1๑ ข้อ 1๒ ข้อ 1๓", 1, ["i1", "i2", "i3"]),
        ("ข้อ 1 ๑ ข้อ 1 ๒", 1, ["i1", "i2"]),
        ("ข้อ ๑๗ ข้อ ๑๘ ข้อ ๑๙", 3, ["i7", "i8", "i9"]),
        ("ข้อ ๑๐ ข้อ ๑๑ ข้อ ๑๒", 4, ["i10", "i11", "i12"]),
        ("ข้อ l4, ข้อ |5", 2, ["i4", "i5"]),
        ("E๔ e๕", 7, ["e4", "e5"]),
        ("i๑ การปฏิบัติงานตามขั้นตอน", None, ["i1"]),
        ("ข้อ e๗ (EIT ส่วนที่ ๑)", None, ["e7"]),
        ("ทั้งตัวชี้วัด", 9, []),
        ("การปฏิบัติหน้าที่", 1, []),
    ],
)
def test_codes_are_read_though_their_letter_looks_like_a_digit(cell, indicator, codes):
    found = codes_alone(cell, codes_of(YEAR, None, indicator))
    assert [options[0] for options in found] == codes
    assert all(len(options) == 1 for options in found)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ข้อ e๘ เนื่องจากผู้รับบริการ", "e8"),
        ("ข้อ ๑๑ เนื่องจากผู้รับบริการหรือผู้มาติดต่อเห็นว่าช้า", "e1"),
        ("ข้อ ๑๑๕ เนื่องจากบุคลากรไม่เชื่อมั่น", "i15"),
        ("๑๕ ประเด็น บุคลากรยังไม่เชื่อมั่นในการจัดการเรื่องร้องเรียน", "i15"),
        ("E๔ e๕ ประเด็น ข้อมูลหายาก", "e5"),
        ("ข้อ ๑๑ ควรทำให้ดีขึ้น", None),
    ],
)
def test_who_speaks_and_of_what_tells_which_question_is_meant(text, code):
    assert cited_code(text, YEAR) == code


def test_codes_are_those_of_the_instrument_and_indicator():
    assert codes_of(YEAR, Instrument.EIT2, 7) == {"e4", "e5", "e6"}
    assert codes_of(YEAR, Instrument.IIT, 7) == frozenset()

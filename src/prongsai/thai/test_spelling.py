import pytest

from prongsai.thai.spelling import normalize


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("ดําเนินงาน", "ดำเนินงาน"),
        ("น\u0e33\u0e49", "น้ำ"),
        ("เเผน", "แผน"),
        ("ท\u0e48\u0e35", "ที่"),
        ("ที่ี่", "ที่"),
        ("ที\u0e48\u0e48", "ที่"),
        ("คำ\u200bนวณ", "คำนวณ"),
    ],
)
def test_what_looks_the_same_is_spelt_the_same(typed, meant):
    assert normalize(typed) == meant


def test_right_spelling_stays():
    text = "ยิ่ง ปู่ ซื้อ ฎีกา ญาติ\nกำหนดเครื่องมือ  ๘๕.๐๐"
    assert normalize(text) == text

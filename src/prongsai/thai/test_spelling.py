import pytest

from prongsai.thai.spelling import apart, normalize, space_marks


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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ต่างๆได้", "ต่าง ๆ ได้"),
        ("ต่าง ๆ ได้", "ต่าง ๆ ได้"),
        ("ใด  ๆ ทั้งสิ้น", "ใด ๆ ทั้งสิ้น"),
        ("(ต่างๆ)", "(ต่าง ๆ)"),
        ("เครื่องหมาย “ๆ”", "เครื่องหมาย “ๆ”"),
        ("อื่นๆ, และ", "อื่น ๆ, และ"),
        ("เก้าอี้ฯลฯ ครบ", "เก้าอี้ ฯลฯ ครบ"),
        ("กรุงเทพ ฯ ได้", "กรุงเทพฯ ได้"),
        ("เรียน ฯพณฯ", "เรียน ฯพณฯ"),
        ("ๆ", "ๆ"),
    ],
)
def test_marks_are_spaced_by_the_royal_societys_rule_once_and_for_all(typed, meant):
    assert space_marks(typed) == meant
    assert space_marks(meant) == meant


def test_latin_letters_and_figures_stand_apart_from_the_thai_word_before_them():
    assert f"เนื่องจาก{apart('EIT เปลี่ยน')}" == "เนื่องจาก EIT เปลี่ยน"
    assert f"ปี{apart('2568')}" == "ปี 2568"
    assert f"เนื่องจาก{apart('แบบวัดเปลี่ยน')}" == "เนื่องจากแบบวัดเปลี่ยน"
    assert apart("") == ""

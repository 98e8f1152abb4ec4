import pytest

from prongsai.papers.reading.indicator_names import (
    indicator_named,
    numbers_only_count,
    read_entry,
    read_sub_indicator,
)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("การใช้อำนาจ", 3),
        ("การแก้ไขปัญหาคูหากรทุจริต", 5),
        ("การใช้ทรัพย์สินของทางราชการ", 4),
        ("การปรับปรุงระบบการทำงาน", 8),
        ("การให้บริการประชาชน", None),
        ("การ", None),
    ],
)
def test_a_name_is_known_as_far_as_it_can_be_read(name, number):
    assert indicator_named(name) == number


def test_entries_give_number_and_name():
    entry = read_entry("ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต")
    assert (entry.number, entry.named, entry.is_labelled) == (10, 10, True)
    assert read_entry("9.1 ข้อมูลพื้นฐาน") is None
    assert read_entry("การใช้งบประมาณ").number is None


def test_numbers_that_only_count_are_told_from_numbers_of_indicators():
    ranked = [read_entry(text) for text in ("1. การเปิดเผยข้อมูล", "2. การใช้อำนาจ", "3. การใช้งบประมาณ")]
    worn = [
        read_entry(text)
        for text in ("1. การปฏิบัติหน้าที่", "3. การใช้จ่ายเงิน", "4. การให้บริการประชาชน", "7. ประสิทธิภาพการสื่อสาร")
    ]
    assert numbers_only_count(ranked)
    assert not numbers_only_count(worn)


def test_a_sub_indicator_needs_words_beside_its_number():
    assert read_sub_indicator("๓.๑ ตัวชี้วัดย่อยที่ ๑๐.๑ การดำเนินการ") == "10.1"
    assert read_sub_indicator("9.2 การบริหารงาน") == "9.2"
    assert read_sub_indicator("9.2") is None

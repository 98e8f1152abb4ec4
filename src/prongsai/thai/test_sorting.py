from prongsai.thai.sorting import sorting_key


def in_order(*names):
    return sorted(names, key=sorting_key)


def test_consonants_come_before_leading_vowels():
    assert in_order("ขา", "ไก่", "กา", "เก", "แก") == ["กา", "เก", "แก", "ไก่", "ขา"]


def test_tone_marks_decide_last():
    assert in_order("ป้า", "ปา", "ป่า", "ปาก") == ["ปา", "ป่า", "ป้า", "ปาก"]


def test_numbers_go_by_value_in_either_digits():
    assert in_order("หมู่ 10", "หมู่ ๒", "หมู่ 1") == ["หมู่ 1", "หมู่ ๒", "หมู่ 10"]


def test_spelling_of_sara_am_does_not_matter():
    assert sorting_key("นํ้าใส") == sorting_key("น้ำใส")

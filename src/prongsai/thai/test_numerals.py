from prongsai.thai.numerals import in_digits, to_arabic_digits, to_thai_digits


def test_digits_change_and_all_else_stays():
    assert to_thai_digits("ร้อยละ 85.50 (ข้อ 7)") == "ร้อยละ ๘๕.๕๐ (ข้อ ๗)"


def test_there_and_back_is_the_same():
    assert to_arabic_digits(to_thai_digits("0123456789")) == "0123456789"


def test_mixed_digits_become_one_style():
    assert in_digits("๒๕68", "thai") == "๒๕๖๘"
    assert in_digits("๒๕68", "arabic") == "2568"

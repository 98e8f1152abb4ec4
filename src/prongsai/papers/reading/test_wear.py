import pytest

from prongsai.papers.reading.rows import lines_of_text
from prongsai.papers.reading.wear import _OTHER_WORDS, _WORDS, spoilt_forms, wear_of
from prongsai.thai.dictionary import known_words

WHOLE = "ผลการประเมินของหน่วยงาน ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ ได้ ๙๒.๓๘ คะแนน"


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        (WHOLE, 0),
        ("ตัวชีวัดที่ ๑", 1),
        ("หนวยงาน และ หน่วยงาม", 2),
        ("ได้ ๙2.๓๘", 1),
        ("ได้ 92.38 และ ๙๒.๓๘", 0),
        ("ได้ l00.00 และ 87.5O", 0),
        ("ข้อ 1๒ และ e๘", 0),
    ],
)
def test_spoilt_words_and_numbers_in_both_scripts_are_signs(text, signs):
    assert wear_of(lines_of_text(text)).signs == signs


def test_one_sign_shows_in_a_short_text_and_not_in_a_long_one():
    assert not wear_of(lines_of_text(WHOLE)).shows
    assert wear_of(lines_of_text(f"{WHOLE}\nตัวชีวัด")).shows
    assert not wear_of(lines_of_text("\n".join([WHOLE] * 80) + "\nตัวชีวัด")).shows


def test_many_signs_are_heavy_wear():
    assert not wear_of(lines_of_text("\n".join([WHOLE] * 10) + "\nตัวชีวัด")).is_heavy
    assert wear_of(lines_of_text(f"{WHOLE}\nตัวชีวัด")).is_heavy


def test_no_spoilt_form_is_a_word_of_its_own():
    forms = {form for word in _WORDS for form in spoilt_forms(word)}
    assert forms & known_words() == _OTHER_WORDS

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis.strategies import integers

from prongsai.thai.amounts import baht_words, number_words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "ศูนย์บาทถ้วน"),
        ("1", "หนึ่งบาทถ้วน"),
        ("10", "สิบบาทถ้วน"),
        ("11", "สิบเอ็ดบาทถ้วน"),
        ("20", "ยี่สิบบาทถ้วน"),
        ("21.00", "ยี่สิบเอ็ดบาทถ้วน"),
        ("101", "หนึ่งร้อยเอ็ดบาทถ้วน"),
        ("1010", "หนึ่งพันสิบบาทถ้วน"),
        ("20000", "สองหมื่นบาทถ้วน"),
        ("125000.50", "หนึ่งแสนสองหมื่นห้าพันบาทห้าสิบสตางค์"),
        ("0.25", "ยี่สิบห้าสตางค์"),
        ("0.01", "หนึ่งสตางค์"),
        ("1000000", "หนึ่งล้านบาทถ้วน"),
        ("1000001", "หนึ่งล้านเอ็ดบาทถ้วน"),
        ("11000011.11", "สิบเอ็ดล้านสิบเอ็ดบาทสิบเอ็ดสตางค์"),
        ("2500000000000", "สองล้านห้าแสนล้านบาทถ้วน"),
        ("-15", "ลบสิบห้าบาทถ้วน"),
    ],
)
def test_amounts_are_said_as_a_cheque_says_them(amount, words):
    assert baht_words(Decimal(amount)) == words


def test_parts_of_a_satang_are_refused():
    with pytest.raises(ValueError, match="two decimals"):
        baht_words(Decimal("1.005"))


def test_numbers_below_zero_have_no_words():
    with pytest.raises(ValueError, match="below zero"):
        number_words(-1)


VALUES = {word: value for value, word in enumerate(("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"))}
PLACES = {"สิบ": 10, "ร้อย": 100, "พัน": 1000, "หมื่น": 10_000, "แสน": 100_000}


def heard(words):
    """The number that a listener writes down: the other way round, by another method."""
    total, part, digit = 0, 0, None
    while words:
        word = next(w for w in (*VALUES, *PLACES, "เอ็ด", "ยี่", "ล้าน") if words.startswith(w))
        words = words.removeprefix(word)
        if word == "ล้าน":
            total, part, digit = (total + part + (digit or 0)) * 1_000_000, 0, None
        elif word in PLACES:
            part, digit = part + (1 if digit is None else digit) * PLACES[word], None
        else:
            digit = {"เอ็ด": 1, "ยี่": 2}.get(word, VALUES.get(word))
    return total + part + (digit or 0)


@given(integers(min_value=0, max_value=10**15))
def test_what_is_said_is_heard_as_the_same_number(number):
    assert heard(number_words(number)) == number

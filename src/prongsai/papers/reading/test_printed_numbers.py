from decimal import Decimal

import pytest

from prongsai.papers.reading.printed_numbers import (
    look_alikes,
    numbers_of_cell,
    one_digit_off,
    possible_originals,
    read_number,
)


def score(cell):
    (number,) = numbers_of_cell(cell)
    return number.value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("๙๓.๗๑", "93.71"),
        ("9๓.7๑", "93.71"),
        ("๘๗.๗๐.", "87.70"),
        ("๙๓. ๗๑", "93.71"),
        ("9 3.71", "93.71"),
        ("๑๐ ๐.๐๐", "100.00"),
        ("๙๓,๗๑", "93.71"),
        ("9O.79", "90.79"),
        ("85.l3", "85.13"),
        ("lOO", "100"),
        ("๑oo.๐๐", "100.00"),
        ("(๘๕.๐๒ คะแนน)", "85.02"),
        ("ร้อยละ 75.00", "75.00"),
        ("100", "100"),
    ],
)
def test_a_score_is_read_however_digits_points_and_spaces_are_printed(cell, value):
    (number,) = numbers_of_cell(cell)
    assert number.value == Decimal(value)
    assert number.is_clean


def test_scores_below_each_other_are_several():
    assert [number.value for number in numbers_of_cell("๙๕.๗๖\n๘๘.๗ ๑๐๐")] == [
        Decimal(v) for v in ("95.76", "88.7", "100")
    ]


@pytest.mark.parametrize(
    "cell", ["", "-", "๒๕๖๗", "2568", "ผ่านดี", "+12.81 คะแนน", "เพิ่มขึ้น 3.44", "96.30 และอื่น", "ไม่มีข้อมูล"]
)
def test_what_is_no_score_alone_gives_none(cell):
    assert not any(number.is_clean for number in numbers_of_cell(cell))


@pytest.mark.parametrize("cell", ["93.3", "9371", "937", "9.46", "10.00", "93.711", "95", "193.71"])
def test_a_number_that_lost_or_gained_a_sign_is_not_clean(cell):
    assert not read_number(cell).is_clean


@pytest.mark.parametrize(
    ("printed", "original"),
    [("93.3", "93.13"), ("93.3", "93.30"), ("9371", "93.71"), ("10000", "100.00"), ("9.46", "93.46"), ("3.46", "93.46"),
     ("10.00", "100.00"), ("937", "93.71"), ("93.711", "93.71")],
)  # fmt: skip
def test_what_a_damaged_number_may_have_been_holds_the_original(printed, original):
    assert Decimal(original) in possible_originals(read_number(printed))


def test_nothing_above_full_points_is_a_candidate():
    assert all(
        candidate <= 100
        for printed in ("99.9", "10.0", "19.99", "999")
        for candidate in possible_originals(read_number(printed))
    )


def test_a_clean_number_may_only_be_itself():
    assert possible_originals(read_number("๙๖.๓๐")) == (Decimal("96.30"),)


def test_what_looks_alike_depends_on_the_digits_that_are_printed():
    assert Decimal("88.89") in look_alikes(read_number("๘๕.๘๙"))
    assert Decimal("83.89") in look_alikes(read_number("88.89"))
    assert Decimal("83.89") not in look_alikes(read_number("๘๘.๘๙"))


def test_one_digit_off_changes_one_digit():
    near = one_digit_off(Decimal("96.30"))
    assert {Decimal("86.30"), Decimal("96.31")} <= near
    assert Decimal("96.30") not in near
    assert Decimal("93.60") not in near

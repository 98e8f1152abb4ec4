from datetime import date

import pytest

from prongsai.thai.dates_in_text import find_dates, find_periods


def test_dates_are_found_in_order_with_their_places():
    text = "ประกาศเมื่อวันที่ ๓๐ กรกฎาคม ๒๕๖๗ และลงนามวันที่ 5 มิ.ย. 69"
    found = list(find_dates(text))
    assert [one.day for one in found] == [date(2024, 7, 30), date(2026, 6, 5)]
    assert text[slice(*found[0].span)] == "๓๐ กรกฎาคม ๒๕๖๗"


@pytest.mark.parametrize("written", ["31 กันยายน 2568", "๓๐ ก.พ. ๒๕๖๘", "29 กุมภาพันธ์ 2568", "0 มีนาคม 2568"])
def test_a_day_that_the_calendar_does_not_have_is_found_as_such(written):
    (found,) = find_dates(f"ภายในวันที่ {written}")
    assert found.day is None


@pytest.mark.parametrize(
    "text", ["โทร. 0 3555 1234", "เดือนมีนาคม 2568", "5 มิถุนายน 2026", "ข้อ 5.1 มกราคม 2568", "ปี 2568"]
)
def test_other_numbers_and_years_are_no_dates(text):
    assert list(find_dates(text)) == []


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("ต.ค. ๒๕๖๘- ก.ย. ๒๕๖๙", date(2025, 10, 1), date(2026, 9, 30)),
        ("๑ ต.ค. ๒๕๖๗ - ๒๘ ก.พ. ๒๕๖๘", date(2024, 10, 1), date(2025, 2, 28)),
        ("ม.ค. - เม.ย.๖๘", date(2025, 1, 1), date(2025, 4, 30)),
        ("ต.ค. - ก.ย. 2569", date(2025, 10, 1), date(2026, 9, 30)),
        ("ตุลาคม 2568 ถึง มีนาคม 2569", date(2025, 10, 1), date(2026, 3, 31)),
    ],
)
def test_periods_are_read_as_offices_write_them(written, first, last):
    (found,) = find_periods(f"ระยะเวลา {written} ทุกกอง")
    assert (found.first, found.last, found.is_backward) == (first, last, False)


@pytest.mark.parametrize("written", ["ก.ย. 2569 - ต.ค. 2568", "๑ มี.ค. ๒๕๖๘ - ๒๘ ก.พ. ๒๕๖๘", "ธ.ค. 2568 - ม.ค. 2568"])
def test_a_period_that_ends_before_it_begins_is_found_as_such(written):
    (found,) = find_periods(written)
    assert found.is_backward


@pytest.mark.parametrize(
    "text", ["ต.ค. 2568", "31 ก.ย. 2568 - 1 ต.ค. 2568", "ต.ค. 2025 - ก.ย. 2026", "ม.ค. - 31 ก.ย. 2568"]
)
def test_what_has_no_two_ends_is_no_period(text):
    assert list(find_periods(text)) == []

from datetime import date

import pytest

from prongsai.thai.dates import (
    format_date,
    format_month,
    format_short_date,
    format_signed_date,
    full_buddhist_year,
    month_number,
    parse_date,
)

DAY = date(2026, 6, 5)


def test_a_date_is_written_in_the_buddhist_era():
    assert format_date(DAY) == "5 มิถุนายน 2569"
    assert format_date(DAY, "thai") == "๕ มิถุนายน ๒๕๖๙"
    assert format_signed_date(DAY, "thai") == "๕ มิถุนายน พ.ศ. ๒๕๖๙"
    assert parse_date(format_signed_date(DAY)) == DAY
    assert format_short_date(DAY, "thai") == "๕ มิ.ย. ๒๕๖๙"
    assert format_month(DAY, "thai") == "มิ.ย. ๒๕๖๙"


@pytest.mark.parametrize(
    "written",
    [
        "๕ มิถุนายน ๒๕๖๙",
        "5 มิ.ย. 2569",
        "5 มิ.ย. 69",
        "วันที่ 5 เดือนมิถุนายน พ.ศ. 2569",
        "วันที่ ๕ เดือน มิถุนายน พ.ศ.๒๕๖๙",
        "5/6/2569",
        " 05-06-69 ",
    ],
)
def test_the_ways_offices_write_a_date_are_read(written):
    assert parse_date(written) == DAY


@pytest.mark.parametrize("written", ["", "มิถุนายน 2569", "31 เมษายน 2569", "5/6/2026", "5 June 2569"])
def test_what_is_not_a_date_is_refused_with_advice(written):
    with pytest.raises(ValueError, match=r"write it as|not a day"):
        parse_date(written)


def test_a_gregorian_year_is_refused():
    with pytest.raises(ValueError, match="Buddhist era"):
        full_buddhist_year("2026")


def test_an_unknown_month_is_refused():
    with pytest.raises(ValueError, match="no month"):
        month_number("June")


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_is_read_back(month):
    day = date(2025, month, 28)
    assert parse_date(format_date(day, "thai")) == day
    assert parse_date(format_short_date(day)) == day

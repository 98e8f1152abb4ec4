from datetime import date

import pytest

from prongsai.thai.periods import (
    Period,
    fiscal_year_bounds,
    fiscal_year_of,
    format_fiscal_year,
    format_period,
    parse_period,
)

FISCAL_2569 = Period(date(2025, 10, 1), date(2026, 9, 30))


def test_a_fiscal_year_runs_from_october_to_september():
    assert fiscal_year_bounds(2568) == Period(date(2024, 10, 1), date(2025, 9, 30))
    assert fiscal_year_of(date(2025, 9, 30)) == 2568
    assert fiscal_year_of(date(2025, 10, 1)) == 2569
    assert date(2025, 1, 1) in fiscal_year_bounds(2568)


def test_whole_months_are_written_without_days():
    assert format_period(FISCAL_2569, "thai") == "ต.ค. ๒๕๖๘ - ก.ย. ๒๕๖๙"
    assert format_period(Period(date(2026, 2, 1), date(2026, 2, 28))) == "ก.พ. 2569"


def test_other_periods_name_their_days():
    assert format_period(Period(date(2024, 10, 1), date(2025, 2, 14))) == "1 ต.ค. 2567 - 14 ก.พ. 2568"


def test_a_fiscal_year_has_a_name():
    assert format_fiscal_year(2568, "thai") == "ปีงบประมาณ พ.ศ. ๒๕๖๘"


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("ต.ค. ๒๕๖๘ - ก.ย. ๒๕๖๙", date(2025, 10, 1), date(2026, 9, 30)),
        ("๑ ต.ค. ๒๕๖๗ - ๒๘ ก.พ. ๒๕๖๘", date(2024, 10, 1), date(2025, 2, 28)),
        ("ม.ค. - เม.ย. ๖๘", date(2025, 1, 1), date(2025, 4, 30)),
        ("ตุลาคม 2568 ถึง มีนาคม 2569", date(2025, 10, 1), date(2026, 3, 31)),
        ("ปีงบประมาณ พ.ศ. ๒๕๖๘", date(2024, 10, 1), date(2025, 9, 30)),
        ("ตลอดปีงบประมาณ 2568", date(2024, 10, 1), date(2025, 9, 30)),
        ("ตลอดปี ๒๕๖๕", date(2022, 1, 1), date(2022, 12, 31)),
        ("ก.พ. 2567", date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_the_ways_documents_write_a_period_are_read(written, first, last):
    assert parse_period(written) == Period(first, last)


@pytest.mark.parametrize("written", ["", "ต.ค.", "ต.ค. 2568 - ก.ย. 2569 - ต.ค. 2570", "ไตรมาส 1"])
def test_what_is_not_a_period_is_refused(written):
    with pytest.raises(ValueError, match="write it as"):
        parse_period(written)


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="before it begins"):
        parse_period("ก.ย. 2569 - ต.ค. 2568")

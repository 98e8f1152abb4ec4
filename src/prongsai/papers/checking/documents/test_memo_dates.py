import pytest
from tests.invented_readings import Invented

from prongsai.papers.reading.found import Where


def memo(day, *periods, year=2568, subject="รายงานผลการประเมิน ITA"):
    document = Invented(f"บันทึกข้อความ\nที่ ทด ๑/๒ วันที่ {day}\nเรื่อง {subject}\nเรียน นายก", year=year, kind="memo")
    for period in periods:
        document.plans(period, line=4)
    return document


def test_a_memo_before_the_announcement_is_found():
    (found,) = memo("1 สิงหาคม 2568").check()
    assert (found.kind.value, found.where, found.printed) == ("date", Where(2), "1 สิงหาคม 2568")
    assert "2025-08-15" in found.follows.en


def test_where_the_announcement_is_not_known_the_fiscal_year_must_have_begun():
    assert memo("๑ กันยายน ๒๕๖๘", year=2569).kinds() == ["date"]
    assert memo("๑ สิงหาคม ๒๕๖๙", year=2569).check() == ()


@pytest.mark.parametrize("periods", [("ต.ค. ๒๕๖๘ - ก.ย. ๒๕๖๙",), ("ม.ค. - ส.ค. ๒๕๖๙",)])
def test_a_memo_when_the_time_to_act_is_half_over_is_found(periods):
    (found,) = memo("๕ มิ.ย. ๒๕๖๙", *periods).check()
    assert (found.kind.value, found.printed) == ("date", "๕ มิ.ย. ๒๕๖๙")
    assert "2568" in found.follows.th


@pytest.mark.parametrize("periods", [(), ("ต.ค. 2568 - ก.ย. 2569",)])
@pytest.mark.parametrize("day", ["15 สิงหาคม 2568", "๑๙ ธันวาคม ๒๕๖๘", "1 มี.ค. 2569"])
def test_a_memo_in_time_is_left_alone(day, periods):
    assert memo(day, *periods).check() == ()


def test_measures_that_come_later_leave_more_time():
    assert memo("5 มิถุนายน 2569", "ส.ค. - ก.ย. 2569").check() == ()


def test_memos_alone_on_other_things_or_without_a_date_are_left_alone():
    assert memo("5 มิถุนายน 2569").check() == ()
    assert memo("5 มิถุนายน 2569", "ต.ค. 2568 - ก.ย. 2569", subject="ขออนุมัติโครงการ").check() == ()
    assert memo("-", "ต.ค. 2568 - ก.ย. 2569").check() == ()
    assert memo("1 มกราคม 2550", year=None).check() == ()


def test_only_the_date_in_the_head_is_that_of_the_memo():
    document = Invented("รายงาน\nประชุมวันที่ 1 มกราคม 2568")
    assert document.check() == ()

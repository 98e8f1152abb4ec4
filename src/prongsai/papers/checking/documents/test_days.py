import pytest
from tests.invented_readings import Invented

from prongsai.papers.reading.found import Where


@pytest.mark.parametrize("day", ["31 กันยายน 2568", "๓๐ ก.พ. ๒๕๖๙"])
def test_a_day_that_does_not_exist_is_found(day):
    (found,) = Invented(f"ประชุม\nภายในวันที่ {day}").check()
    assert (found.kind.value, found.where, found.printed) == ("date", Where(2), day)


@pytest.mark.parametrize("period", ["ก.ย. ๒๕๖๙ - ต.ค. ๒๕๖๘", "1 มี.ค. 2568 - 28 ก.พ. 2568"])
def test_a_period_that_ends_before_it_begins_is_found(period):
    (found,) = Invented(f"จัดอบรม\t{period}\tกองคลัง").plans(period).check()
    assert (found.kind.value, found.printed) == ("date", period)


@pytest.mark.parametrize("period", ["ต.ค. 2568 - ก.ย. 2569", "ต.ค. - ก.ย. 2569", "ม.ค. - เม.ย. ๖๙"])
def test_periods_that_run_forward_are_left_alone(period):
    assert Invented(f"จัดอบรม\t{period}").plans(period).check() == ()


def plan(*periods, **options):
    document = Invented(**options)
    for line, period in enumerate(periods, 1):
        document.plans(period, line=line)
    return document


def test_a_measure_outside_the_year_of_the_others_is_found():
    year = "ต.ค. ๒๕๖๘ - ก.ย. ๒๕๖๙"
    (found,) = plan(year, year, year, "ต.ค. ๒๕๖๗ - ก.ย. ๒๕๖๘").check()
    assert (found.kind.value, found.where, found.printed) == ("date", Where(4), "ต.ค. ๒๕๖๗ - ก.ย. ๒๕๖๘")
    assert "2569" in found.mend.th


def test_a_plan_for_a_year_long_gone_is_told_once():
    (found,) = plan(*["ต.ค. 2564 - ก.ย. 2565"] * 4).check()
    assert found.where == Where(1)


@pytest.mark.parametrize("period", ["ต.ค. 2565 - ก.ย. 2566", "ปีงบประมาณ พ.ศ. 2572", "ม.ค. 2569 - มี.ค. 2571"])
def test_a_few_measures_lie_within_the_year_of_the_result_and_the_next(period):
    assert plan(period).kinds() == ["date"]


@pytest.mark.parametrize(
    "periods",
    [
        ["ปีงบประมาณ พ.ศ. ๒๕๖๘"] * 4,
        ["ตลอดปี 2569", "ม.ค. - เม.ย. 2569", "มี.ค.-เม.ย.69", "1 ต.ค. 2568 - 28 ก.พ. 2569"],
        ["ทุกไตรมาส", "", "ตามความเหมาะสม"],
        ["ต.ค. 2567 - ก.ย. 2568", "ต.ค. 2568 - ก.ย. 2569"],
    ],
)
def test_plans_and_reports_of_their_year_are_left_alone(periods):
    assert plan(*periods).check() == ()


def test_without_a_year_the_measures_are_judged_among_themselves():
    year = "ต.ค. 2568 - ก.ย. 2569"
    assert plan("ต.ค. 2550 - ก.ย. 2551", year=None).check() == ()
    assert plan(year, year, "ต.ค. 2550 - ก.ย. 2551", year, year=None).kinds() == ["date"]

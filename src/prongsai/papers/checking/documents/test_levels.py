import pytest
from tests.invented_readings import Invented

from prongsai.papers.reading.found import Where
from prongsai.rulebook.loading import known_years, load_year

GOOD = {"total": "97.00", "IIT": "96.57", "EIT1": "94.51", "EIT2": "92.32", "OIT": "100.00"}


def test_the_level_that_the_scores_prove_is_left_alone():
    assert Invented("ได้ระดับผ่านดี").states(**GOOD).holds("ผ่านดี").check() == ()


@pytest.mark.parametrize("level", ["ผ่านดีเยี่ยม", "ผ่าน", "ต้องปรับปรุง", "ระดับ ผ่านดีเยี่ยม"])
def test_another_level_of_the_year_is_found(level):
    (found,) = Invented("คะแนน\nระดับ").states(**GOOD).holds(level, line=2).check()
    assert (found.kind.value, found.where, found.printed) == ("level", Where(2), level)
    assert "97.00" in found.follows.th
    assert found.mend.th == "เขียนระดับผ่านดี ตามผลในระบบ ITAS"


@pytest.mark.parametrize("level", ["ผ่านดี", "ผ่าน", "ผ่านดีเยี่ยม"])
def test_every_level_that_missing_scores_leave_open_is_left_alone(level):
    assert Invented(year=2567).states(total="97.00", OIT="100").holds(level).check() == ()


def test_a_total_below_the_gate_leaves_no_pass():
    (found,) = Invented(year=2567).states(total="84.99").holds("ผ่าน").check()
    assert "ต้องปรับปรุง" in found.mend.th


def test_without_a_total_no_level_is_judged():
    assert Invented().states(IIT="20").holds("ผ่านดีเยี่ยม").check() == ()
    assert Invented().holds("ผ่านดีเยี่ยม").check() == ()


def test_a_misprinted_total_is_told_as_such_and_not_again_as_a_level():
    assert Invented().states(**{**GOOD, "total": "79.00"}).holds("ผ่านดี").kinds() == ["total"]
    assert Invented().states(**{**GOOD, "total": "79.00"}).holds("ต้องปรับปรุง").kinds() == ["total"]
    assert Invented(year=2567).states(
        total="99.84", i_1="39.00", i_2="99.00", i_3="99.00", i_4="99.00", i_5="99.00", EIT="99", OIT="99"
    ).holds("ผ่านดีเยี่ยม").kinds() == ["total"]


@pytest.mark.parametrize(("year", "level"), [(2566, "B"), (2568, "A"), (2569, "AA"), (2564, "ผ่านดี"), (2563, "ผ่าน")])
def test_the_name_of_a_level_of_another_scheme_is_found(year, level):
    (found,) = Invented(year=year).states(total="87.40").holds(level).check()
    assert (found.kind.value, found.printed) == ("scheme", level)
    assert all(label in found.follows.th for label in [one.label for one in load_year(year).levels])
    assert found.mend.th.startswith("เขียนระดับ")


def test_a_letter_without_scores_gets_the_advice_to_look():
    (found,) = Invented().holds("B").check()
    assert "ITAS" in found.mend.en
    assert "ITAS" not in Invented().holds("B").holds("ผ่านดี").check()[0].mend.en


@pytest.mark.parametrize("year", known_years())
def test_every_level_of_a_year_is_of_its_scheme(year):
    for level in load_year(year).levels:
        assert Invented(year=year).holds(level.label).check() == ()


def test_a_level_that_no_year_has_is_noise():
    assert Invented().states(**GOOD).holds("พอใช้").check() == ()


def test_two_levels_for_one_year_are_found_at_the_rarer_one():
    document = Invented("ก\nข\nค", year=2567).states(total="93.71").holds("ผ่านดี").holds("ผ่าน", line=2)
    (found,) = document.holds("ผ่านดี", line=3).check()
    assert (found.kind.value, found.where, found.printed) == ("level", Where(2), "ผ่าน")
    assert found.follows.en == "line 1 gives ผ่านดี to 2567"


def test_levels_of_two_years_do_not_meet():
    document = Invented().states(**GOOD).holds("ผ่านดี").states(year=2567, total="86.00")
    assert document.holds("ผ่าน", year=2567).check() == ()


@pytest.mark.parametrize(
    "text",
    [
        "ยังไม่ถึงระดับผ่านดีเยี่ยม เพราะ EIT ต่ำกว่าเกณฑ์",
        "ตั้งเป้าหมายเป็นระดับผ่านดีเยี่ยม",
        "เพื่อยกระดับสู่ผ่านดีเยี่ยม",
        "เกณฑ์ของระดับผ่านดีเยี่ยม คือ 95",
    ],
)
def test_a_level_that_is_only_spoken_of_is_not_given_to_the_agency(text):
    assert Invented(f"{text}\nระดับผ่านดี").states(**GOOD).holds("ผ่านดีเยี่ยม").holds("ผ่านดี", line=2).check() == ()


def test_a_line_that_both_speaks_of_a_level_and_gives_it_gives_it():
    text = "เป้าหมายระดับผ่านดีเยี่ยม ได้ผล: ผ่านดีเยี่ยม"
    assert Invented(text).states(**GOOD).holds("ผ่านดีเยี่ยม").kinds() == ["level"]


def test_a_list_of_what_the_levels_mean_gives_none_of_them():
    document = Invented("ก\n" * 20).states(**GOOD).holds("ผ่านดี", line=1)
    for line, level in enumerate(load_year(2568).levels, 10):
        document.holds(level.label, line=line)
    assert document.check() == ()


def test_two_levels_beside_each_other_are_no_list():
    assert Invented("ก\nข").states(**GOOD).holds("ผ่านดี").holds("ผ่าน", line=2).kinds() == ["level"]

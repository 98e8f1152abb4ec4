import pytest
from tests.invented_readings import Invented

from prongsai.papers.reading.found import Where
from prongsai.rulebook.loading import known_years, load_year


def table(year=2568, **changed):
    names = {number: indicator.name_th for number, indicator in load_year(year).indicators.items()}
    names |= {int(key.removeprefix("n")): name for key, name in changed.items()}
    return names


def test_the_name_of_another_indicator_in_a_numbered_table_is_found():
    rows = table(n9="การป้องกันการทุจริต")
    (found,) = Invented("\n".join(f"OIT\t{number}. {name}\t90.00" for number, name in rows.items())).check()
    assert (found.kind.value, found.where, found.printed) == ("name", Where(9), "9. การป้องกันการทุจริต")
    assert "ตัวชี้วัดที่ 10" in found.follows.th
    assert found.mend.th == "เขียน 9. การเปิดเผยข้อมูล"


def test_the_name_of_a_sub_indicator_beside_a_number_in_its_own_cell_is_found():
    rows = table(n10="มาตรการส่งเสริมคุณธรรมและความโปร่งใส")
    (found,) = Invented("\n".join(f"๐\t{number}\t{name}" for number, name in rows.items())).check()
    assert found.follows.en.startswith("“มาตรการส่งเสริมคุณธรรมและความโปร่งใส” is sub-indicator 10.2")


@pytest.mark.parametrize("year", known_years())
def test_right_names_in_any_form_are_left_alone(year):
    rows = table(year, n8="การปรับปรุงระบบการทำงาน")
    text = "\n".join(
        [*(f"{n}\t{name}" for n, name in rows.items()), "", *(f"ตัวชี้วัดที่ {n} {name}" for n, name in rows.items())]
    )
    assert Invented(text, year=year).check() == ()


def test_a_list_by_rank_numbers_its_places_not_the_indicators():
    best_first = [9, 10, 3, 6, 2, 7, 4, 5, 1, 8]
    names = table()
    rows = "\n".join(f"{place}. {names[number]}\tได้\t90.00" for place, number in enumerate(best_first, 1))
    assert Invented(rows).check() == ()


def test_a_name_that_nothing_has_is_left_to_the_reader():
    rows = table(n4="การใช้รถยนต์")
    assert Invented("\n".join(f"{n}\t{name}" for n, name in rows.items())).check() == ()


@pytest.mark.parametrize("text", ["ตัวชี้วัดที่ ๙ การป้องกันการทุจริต", "จุดแข็งคือตัวชี้วัดที่ 2: การใช้อำนาจ"])
def test_the_name_of_another_indicator_in_a_sentence_is_found(text):
    (found,) = Invented(text).check()
    assert found.kind.value == "name"
    assert found.printed in text


@pytest.mark.parametrize(
    "text",
    [
        "ตัวชี้วัดที่ 10 การป้องกันการทุจริต",
        "ตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน",
        "ตัวชี้วัดที่ 9.1 ข้อมูลพื้นฐาน",
        "ตัวชี้วัดที่ 3 ลดลง ส่วนการใช้งบประมาณเพิ่มขึ้น",
    ],
)
def test_right_sentences_are_left_alone(text):
    assert Invented(text).check() == ()

from tests.invented_readings import Invented

from prongsai.papers.reading.found import Where


def test_the_number_of_another_year_is_found_in_its_cell():
    text = "ปรับปรุงคู่มือ O10\tพัฒนา E-Service (อ้างอิงจาก ๐๑๘)\tกองคลัง"
    (found,) = Invented(text, year=2567).check()
    assert (found.kind.value, found.where, found.printed) == ("item-year", Where(1), "๐๑๘")
    assert found.mend.th == "เขียน O13 E-Service"


def test_a_topic_in_the_next_cell_has_nothing_to_do_with_a_number():
    assert Invented("แผน O18\tE-Service", year=2567).check() == ()


def test_a_plan_may_cite_the_items_of_the_year_in_which_it_is_done():
    text = "E-Service (อ้างอิงจาก O10)\nคู่มือการปฏิบัติงาน (อ้างอิงจาก O8)"
    assert Invented(text, year=2567, kind="measures").check() == ()


def test_a_report_may_cite_the_items_of_the_year_from_whose_result_its_measures_came():
    text = "O19 รายงานผลการบริหารและพัฒนาทรัพยากรบุคคล"
    assert Invented(text, year=2568, kind="report").check() == ()
    assert Invented(text, year=2568, kind="analysis").kinds() == ["item-year"]


def test_among_numbers_of_one_year_the_one_of_another_is_found():
    text = "คู่มือการปฏิบัติงาน (อ้างอิงจาก O10)\nคู่มือการให้บริการ (อ้างอิงจาก O11)\nE-Service (อ้างอิงจาก O10)"
    (found,) = Invented(text, year=2567).check()
    assert found.where == Where(3)


def test_without_a_known_year_no_number_is_judged():
    assert Invented("E-Service O18", year=None).check() == ()
    assert Invented("E-Service O18", year=2560).check() == ()

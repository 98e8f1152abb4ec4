import pytest
from tests.invented_readings import Invented

from prongsai.papers.checking.documents.level_definitions import find_definitions
from prongsai.rulebook.loading import load_year

OURS = "หน่วยงานได้ ๙๓.๗๑ คะแนน ระดับผ่านดี"


def document(text, level="ผ่านดี"):
    return Invented(text, year=2567).states(total="93.71").holds(level)


@pytest.mark.parametrize(
    "definition",
    [
        "คือภาพรวมถึงเกณฑ์ แต่เครื่องมือใดเครื่องมือหนึ่งได้ต่ำกว่า 85",
        "คือได้ตามเป้า โดยมีเครื่องมืออย่างน้อยหนึ่งเครื่องมือต่ำกว่า ๘๕ คะแนน",
        "คือบางเครื่องมือได้น้อยกว่า ๘๕.๐๐ คะแนน",
        "คือทุกเครื่องมือได้ตั้งแต่ ๙๕ คะแนน",
        "ซึ่งแต่ละเครื่องมือไม่น้อยกว่า 95.00",
    ],
)
def test_the_definition_of_another_level_beside_the_own_total_is_found(definition):
    (found,) = document(f"{OURS} {definition}").check()
    assert found.kind.value == "level"
    assert found.printed in definition
    assert "ผ่านดี" in found.follows.th
    assert "85" in found.mend.en


@pytest.mark.parametrize(
    "text",
    [
        f"{OURS} คือทุกเครื่องมือได้ตั้งแต่ 85 คะแนน",
        f"{OURS} จึงตั้งเป้าหมายให้ทุกเครื่องมือไม่ต่ำกว่า 95",
        f"{OURS} ยังไม่ถึงเกณฑ์ที่ทุกเครื่องมือไม่ต่ำกว่า 95",
        f"{OURS} คือเครื่องมือใดเครื่องมือหนึ่งต่ำกว่า 60",
        f"{OURS}\nระดับผ่าน หมายถึง เครื่องมือใดเครื่องมือหนึ่งต่ำกว่า 85\nระดับผ่านดีเยี่ยม หมายถึง ทุกเครื่องมือตั้งแต่ 95",
    ],
)
def test_the_own_definition_goals_and_lists_of_all_levels_are_left_alone(text):
    assert document(text).check() == ()


def test_a_level_named_with_its_definition_is_told_once():
    text = f"{OURS}\nอยู่ในระดับผ่าน มีผล 93.71 คะแนน แต่เครื่องมือใดเครื่องมือหนึ่งน้อยกว่า 85 คะแนน"
    assert document(text).holds("ผ่าน", line=2).holds("ผ่านดี", line=1).kinds() == ["level"]


def test_letters_have_no_gates_on_instruments():
    assert list(find_definitions("ทุกเครื่องมือตั้งแต่ 85", load_year(2564))) == []


def test_without_a_level_of_its_own_nothing_is_compared():
    text = f"{OURS} เครื่องมือใดเครื่องมือหนึ่งน้อยกว่า 85"
    assert Invented(text, year=2567).states(total="93.71").check() == ()
    assert Invented(text, year=2567).holds("ผ่านดี").check() == ()

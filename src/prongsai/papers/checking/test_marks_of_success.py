import pytest

from prongsai.papers.checking.false_claims import find_false_claims
from prongsai.papers.checking.marks_of_success import is_in_mark_of_success
from prongsai.rulebook.comparing import Change
from prongsai.rulebook.evidence import indicator_place


@pytest.mark.parametrize("line", ["ตัวชี้วัดความสำเร็จ: ครบทุกกอง", "  ความสำเร็จ : 100", "ตัวชี้วัดแห่งความสำเร็จ: 3 ครั้ง"])
def test_the_line_of_what_a_measure_wants_is_known(line):
    text = f"ดำเนินการแล้ว\n{line}\nได้ผลดี"
    assert is_in_mark_of_success(text, text.index(":") + 1)
    assert not is_in_mark_of_success(text, 3)
    assert not is_in_mark_of_success(text, len(text) - 1)


def test_a_wish_for_a_figure_is_no_claim_about_it():
    fell = {indicator_place(6): Change(indicator_place(6), 94, 90, ())}
    assert find_false_claims("ตัวชี้วัดความสำเร็จ: คะแนนตัวชี้วัดที่ 6 ไม่ต่ำกว่าปีก่อน", fell) == ()
    assert find_false_claims("คะแนนตัวชี้วัดที่ 6 ไม่ต่ำกว่าปีก่อน", fell) != ()

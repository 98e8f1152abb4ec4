import pytest
from tests.invented_readings import Invented

from prongsai.papers.checking.documents.goals import is_only_asked_for


@pytest.mark.parametrize(
    "text",
    [
        "ตัวชี้วัดความสำเร็จ: ครบทุกโครงการ ร้อยละ 85 ของรายการ",
        "ความสำเร็จ: คะแนนข้อ i3 เท่ากับ ๘๕",
        "เกณฑ์ของระดับ A คือ คะแนนรวม 85 ถึง 94.99",
        "คะแนนรวมไม่ต่ำกว่า 85",
        "สูงกว่าค่าเป้าหมาย 85 คะแนน",
        "คะแนนรวม 85 คะแนนขึ้นไป",
        "รายการยืม\tเป้าหมาย 85",
    ],
)
def test_numbers_to_reach_are_known(text):
    assert is_only_asked_for(text, "๘๕")


@pytest.mark.parametrize(
    "text",
    [
        "ได้คะแนนรวม 85 คะแนน",
        "ความสำเร็จ: ครบ\nคะแนนรวม 85",
        "คะแนนรวม 85 สูงกว่าค่าเป้าหมาย 85",
        "ไม่ต่ำกว่า 85.50",
        "85\t-5.00",
        "ไม่ต่ำกว่า 185",
        "",
    ],
)
def test_scores_that_somebody_got_are_not(text):
    assert not is_only_asked_for(text, "85")


@pytest.mark.parametrize("text", ["คะแนนรวม 93.71 จาก 100 คะแนน", "เต็ม 100", "จากคะแนนเต็ม ๑๐๐ คะแนน"])
def test_full_marks_are_nobodys_score(text):
    assert is_only_asked_for(text, "100")


@pytest.mark.parametrize("text", ["จาก 100 เป็น 75", "จาก 100 คะแนน เหลือ 75 คะแนน", "ได้ 100 คะแนน"])
def test_a_hundred_that_somebody_got_is_a_score(text):
    assert not is_only_asked_for(text, "100")


def test_a_text_without_end_is_not_looked_through():
    assert not is_only_asked_for("ไม่ต่ำกว่า 85 " * 3000, "85")


def test_a_goal_contradicts_no_figure():
    document = Invented("ได้คะแนนรวม 91.00\nความสำเร็จ: คะแนนรวมเท่ากับ 95.00")
    assert document.states(total="91.00").states(total="95.00", line=2).check() == ()

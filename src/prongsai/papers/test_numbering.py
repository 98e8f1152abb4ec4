from prongsai.papers.content import BulletList, NumberedList
from prongsai.papers.numbering import list_marks


def test_numbers_follow_the_pattern_start_and_digits():
    assert list_marks(NumberedList(("ก", "ข"), pattern="1.{}", start=9), "thai") == ["๑.๙", "๑.๑๐"]


def test_bullets_are_the_same_for_all():
    assert list_marks(BulletList(("ก", "ข")), "thai") == ["-", "-"]

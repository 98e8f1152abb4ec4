import pytest

from prongsai.papers.reading.whose import is_of_another

OWN = "เทศบาลตำบลบ้านสมมติ"


@pytest.mark.parametrize(
    ("before", "of_another"),
    [
        ("เทศบาลตำบลบ้านสมมติ ได้คะแนน ITA ", False),
        ("เทศบาลตำบลบ้านสมมคิ ได้คะแนน ITA ", False),
        ("เทศบาลตำบลได้คะแนน ITA ", False),
        ("ปี 2568 ได้คะแนน ITA ", False),
        ("เทศบาลตำบลหนองอีกแห่ง ได้คะแนน ITA ", True),
        ("อบต.ทุ่งไกล ได้คะแนน ITA ", True),
        ("อบต.ทุ่งไกล ได้น้อยกว่า แต่เทศบาลตำบลบ้านสมมติ ได้ ", False),
        ("เทศบาลตำบลบ้านสมมติ ได้น้อยกว่าหน่วยงานอื่น ซึ่งได้ ", True),
    ],
)
def test_the_agency_named_last_says_whose_score_it_is(before, of_another):
    assert is_of_another(before, OWN) is of_another


def test_nothing_is_anothers_where_the_documents_own_agency_is_not_known():
    assert not is_of_another("เทศบาลตำบลหนองอีกแห่ง ได้คะแนน ITA ", "")

"""What of a worn text is given as certain: a word is spoilt in each of these, so that wear shows."""

from decimal import Decimal

from prongsai.papers.checking.documents import check_reading
from prongsai.papers.reading.reading import read_lines
from prongsai.papers.reading.rows import lines_of_text

HEAD = "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568\nผลการประเมินของหนวยงาน ปีงบประมาณ พ.ศ. 2568\n"
QUESTIONS = "ข้อคำถาม\tคะแนน\nข้อ i1\t92.41\nข้อ i2\t88.17\nข้อ i3\t96.55\n"


def read(text):
    """Scores, certainty and candidates of each place, in order."""
    return [(str(f.place), f.score, f.certainty, f.candidates) for f in read_lines(lines_of_text(text)).figures]


def certain(text):
    return {(place, str(score)) for place, score, _, _ in read(text) if score is not None}


def test_a_number_that_stands_alone_is_a_doubt_with_the_printed_one_first():
    found = read(HEAD + QUESTIONS)
    assert [(place, score, certainty) for place, score, certainty, _ in found] == [
        ("IIT i1", None, "doubt"),
        ("IIT i2", None, "doubt"),
        ("IIT i3", None, "doubt"),
    ]
    assert found[0][3][0] == Decimal("92.41")


def test_the_same_number_alone_in_a_text_without_wear_is_printed():
    assert certain(HEAD.replace("หนวยงาน", "หน่วยงาน") + QUESTIONS) == {
        ("IIT i1", "92.41"),
        ("IIT i2", "88.17"),
        ("IIT i3", "96.55"),
    }


def test_what_two_lines_print_alike_is_certain_where_wear_is_light():
    whole = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ\n" * 6
    assert certain(whole + HEAD + QUESTIONS + "ข้อ i2 ได้ 88.17 คะแนน") == {("IIT i2", "88.17")}
    assert certain(whole + HEAD + QUESTIONS + "ข้อ i2 ได้ 88.47 คะแนน") == set()


def test_two_alike_are_not_enough_where_wear_is_heavy():
    twice = QUESTIONS + "ข้อ i2 ได้ 88.17 คะแนน\n"
    assert certain(HEAD + twice) == set()
    assert certain(HEAD + twice + "\nสรุปว่า ข้อ i2 ได้ 88.17 คะแนน") == {("IIT i2", "88.17")}


def test_what_the_sums_deny_is_certain_however_often_it_is_printed_no_more():
    thrice = "ข้อ i2 ได้ 58.17 คะแนน\n" * 3
    indicator = "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ได้ 92.38 คะแนน\n" * 3
    assert ("IIT i2", "58.17") not in certain(HEAD + QUESTIONS.replace("88.17", "58.17") + thrice + indicator)


def test_a_year_named_once_gives_nothing_for_sure():
    assert certain("ผลการประเมินของหนวยงาน ปี 2568\n" + QUESTIONS * 3) == set()


def test_checking_takes_a_worn_text_at_its_word():
    reading = read_lines(lines_of_text(HEAD + "ได้คะแนนรวม 87.40 คะแนน อยู่ในระดับ B"))
    assert [figure.certainty for figure in reading.figures] == ["doubt"]
    assert [(figure.score, figure.certainty) for figure in reading.at_their_word] == [(Decimal("87.40"), "printed")]
    assert [found.kind.value for found in check_reading(reading)] == ["scheme"]

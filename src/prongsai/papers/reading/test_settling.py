"""How sure a figure is: printed, settled by the year's arithmetic, or a doubt for a person."""

from dataclasses import replace
from decimal import Decimal

from prongsai.papers.reading.found import Where
from prongsai.papers.reading.reading import read_lines
from prongsai.papers.reading.rows import lines_of_text

NAMES = (
    "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร", "การปรับปรุงการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต",
)  # fmt: skip
TEN = ("92.38", "93.10", "96.78", "88.97", "87.70", "93.40", "87.56", "85.13", "96.67", "87.50")
INSTRUMENTS = {"IIT": "91.79", "EIT ส่วนที่ 1": "89.61", "EIT ส่วนที่ 2": "87.78", "OIT": "92.09"}
POINTS = {"IIT": "27.54", "EIT ส่วนที่ 1": "13.44", "EIT ส่วนที่ 2": "13.17", "OIT": "36.84"}
FIRST = ("92.41", "88.17", "96.55")


def document(*, total="90.98", ten=TEN, instruments=(), questions=(), more=""):
    """A result of 2568 in which everything follows, with what is given put in its place."""
    lines = [f"ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568 ได้คะแนนรวม {total} คะแนน", "ตัวชี้วัด\tคะแนน"]
    lines += [f"{number}. {name}\t{score}" for number, (name, score) in enumerate(zip(NAMES, ten, strict=True), 1)]
    lines += ["", "เครื่องมือ\tคะแนน", *(f"{name}\t{score}" for name, score in dict(instruments).items())]
    lines += ["", "ข้อคำถาม\tคะแนน", *(f"ข้อ i{number}\t{score}" for number, score in enumerate(questions, 1))]
    return "\n".join([*lines, "", more])


def read(source, **options):
    """The first figure of each place, of a text or of lines."""
    found = {}
    lines = lines_of_text(source) if isinstance(source, str) else source
    for figure in read_lines(lines, **options).figures:
        found.setdefault(str(figure.place), figure)
    return found


def changed(values, position, value):
    return tuple(value if index == position - 1 else one for index, one in enumerate(values))


def test_what_follows_is_printed():
    figures = read(document(instruments=INSTRUMENTS, questions=FIRST))
    assert {figure.certainty for figure in figures.values()} == {"printed"}
    assert figures["IIT i2"].score == Decimal("88.17")


def test_a_lost_digit_is_settled_by_the_indicator_above():
    figure = read(document(questions=changed(FIRST, 2, "88.7")))["IIT i2"]
    assert (figure.score, figure.certainty, figure.printed) == (Decimal("88.17"), "settled", "88.7")


def test_a_lost_point_is_settled_by_the_total():
    figure = read(document(ten=changed(TEN, 9, "9667")))["9"]
    assert (figure.score, figure.certainty) == (Decimal("96.67"), "settled")


def test_several_possible_originals_are_a_doubt_with_those_the_arithmetic_leaves():
    figure = read(document(ten=changed(TEN, 6, "93.4")))["6"]
    assert (figure.score, figure.certainty) == (None, "doubt")
    assert Decimal("93.40") in figure.candidates
    assert Decimal("93.94") not in figure.candidates


def test_a_damaged_number_without_arithmetic_is_a_doubt_with_all_it_may_have_been():
    figure = read("ผล ITA ปี 2568\nตัวชี้วัด\tคะแนน\n1. การปฏิบัติหน้าที่\t93.3\n2. การใช้งบประมาณ\t91.25")["1"]
    assert figure.certainty == "doubt"
    assert {Decimal("93.13"), Decimal("93.30")} <= set(figure.candidates)


def test_a_damaged_number_printed_well_elsewhere_is_settled():
    text = document(ten=changed(TEN, 3, "96.7"), more="ตัวชี้วัดที่ 3 การใช้อำนาจ ได้ 96.78 คะแนน")
    figures = [figure for figure in read_lines(lines_of_text(text)).figures if str(figure.place) == "3"]
    assert [(figure.score, figure.certainty) for figure in figures] == [
        (Decimal("96.78"), "settled"),
        (Decimal("96.78"), "printed"),
    ]


def test_a_document_that_writes_one_decimal_means_it():
    ten = [f"{Decimal(value):.1f}" for value in TEN]
    assert {figure.certainty for figure in read(document(total="91.0", ten=ten)).values()} == {"printed"}


def test_a_digit_that_looks_alike_and_alone_fails_two_sums_is_settled():
    text = document(ten=changed(TEN, 1, "92.88"), instruments=INSTRUMENTS, questions=FIRST)
    figure = read(text)["1"]
    assert (figure.score, figure.certainty, figure.printed) == (Decimal("92.38"), "settled", "92.88")


def test_a_total_that_does_not_follow_stays_as_printed():
    figures = read(document(total="94.12", instruments=INSTRUMENTS))
    assert (figures["total"].score, figures["total"].certainty) == (Decimal("94.12"), "printed")
    assert {figure.certainty for figure in figures.values()} == {"printed"}


def test_what_is_printed_twice_alike_was_not_misread():
    text = document(total="90.93", instruments=INSTRUMENTS, more="สรุปผลการประเมิน ITA ปี 2568 ได้คะแนนรวม 90.93 คะแนน")
    assert read(text)["total"].certainty == "printed"


def test_two_printings_that_differ_by_one_digit_are_settled_by_the_sums():
    text = document(questions=FIRST, more="ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ได้ 62.38 คะแนน")
    figures = [figure for figure in read_lines(lines_of_text(text)).figures if str(figure.place) == "1"]
    assert [(figure.score, figure.certainty, figure.printed) for figure in figures] == [
        (Decimal("92.38"), "printed", "92.38"),
        (Decimal("92.38"), "settled", "62.38"),
    ]


def test_two_printings_that_differ_by_more_both_stay():
    text = document(more="สรุปผลการประเมิน ITA ปี 2568 ได้คะแนนรวม 90.89 คะแนน และ EIT ได้ 70.00 คะแนน")
    totals = [str(f.score) for f in read_lines(lines_of_text(text)).figures if str(f.place) == "total"]
    assert totals == ["90.98", "90.89"]


def test_an_indicator_off_by_a_hundredth_makes_a_question_that_looks_alike_a_doubt():
    figures = read(document(questions=changed(FIRST, 3, "96.58")))
    assert (figures["IIT i3"].score, figures["IIT i3"].certainty) == (None, "doubt")
    assert {Decimal("96.55"), Decimal("96.58")} <= set(figures["IIT i3"].candidates)
    assert figures["IIT i2"].certainty == "printed"


def test_points_of_the_total_are_settled_by_the_indicators():
    figure = read(document(instruments=POINTS))["IIT"]
    assert (figure.score, figure.certainty, figure.printed) == (Decimal("91.79"), "settled", "27.54")


def test_points_of_the_total_that_nothing_settles_are_doubts():
    rows = "\n".join(f"{name}\t{points}" for name, points in POINTS.items())
    figure = read(f"ผล ITA ปี 2568 ได้คะแนนรวม 90.98 คะแนน\nเครื่องมือ\tคะแนน\n{rows}")["IIT"]
    assert (figure.score, figure.certainty) == (None, "doubt")
    assert figure.candidates == (Decimal("91.79"), Decimal("91.80"), Decimal("91.81"))


def test_a_number_from_a_scan_counts_where_the_sums_prove_it():
    figures = read_scan(document(questions=FIRST, instruments=INSTRUMENTS))
    assert {figures[place].certainty for place in ("IIT i2", "1", "IIT", "total")} == {"printed"}


def test_a_number_from_a_scan_that_no_sum_proves_is_a_doubt():
    figure = read_scan("ผล ITA ปี 2568\nตัวชี้วัด\tคะแนน\n1. การปฏิบัติหน้าที่\t93.13\n2. การใช้งบประมาณ\t91.25")["1"]
    assert (figure.score, figure.certainty) == (None, "doubt")
    assert figure.candidates[0] == Decimal("93.13")


def read_scan(text):
    """Read the text as page 1 of a scan."""
    lines = [replace(line, where=Where(line.where.line, 1)) for line in lines_of_text(text)]
    return read(lines, guessed_pages=frozenset({1}))

import pytest

from prongsai.papers.checking.citations import find_citations


def numbers(text):
    return [citation.number for citation in find_citations(text)]


@pytest.mark.parametrize(
    "printed",
    ["O18", "o18", "O๑๘", "O 18", "O-18", "ข้อ O18", "อ้างอิงจาก ๐๑๘", "อ้างอิงจาก 018", "(อ้างอิง ๐ ๑๘)", "OIT ข้อ ๐๑๘"],
)
def test_an_item_is_read_however_its_letter_is_printed(printed):
    text = f"ทำตาม{printed} ต่อไป"
    (citation,) = find_citations(text)
    assert citation.number == 18
    assert text[slice(*citation.span)].strip("()") in printed


def test_lists_and_ranges_give_each_number():
    assert numbers("ตาม O8, O9 และ O10–O11") == [8, 9, 10, 11]
    assert numbers("อ้างอิงจาก ๐๘, ๐๙ และ ๐๑๐") == [8, 9, 10]


@pytest.mark.parametrize(
    "text",
    [
        "โทร. ๐ ๓๕๑๒ ๓๔๕๖",
        "วันที่ 01/10/2567",
        "เวลา 08.30 น.",
        "คะแนน ๑๐๐.๐๐",
        "Office O365",
        "ก๊าซ CO2",
        "O00",
        "ข้อ ๐๑.๒",
        "ที่ 018",
        "FOO18",
    ],
)
def test_other_numbers_are_no_items(text):
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("O18 ของปี 2566", 2566),
        ("O๑๘ (ปีงบประมาณ พ.ศ. ๒๕๖๖)", 2566),
        ("OIT ปี 2566 ข้อ O18", 2566),
        ("O18 รายงานปี 2566", None),
    ],
)
def test_the_text_may_say_of_which_year_a_number_is(text, year):
    assert [citation.year for citation in find_citations(text)] == [year]

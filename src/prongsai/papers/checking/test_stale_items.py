import pytest

from prongsai.papers.checking.findings import Kind
from prongsai.papers.checking.item_topics import find_topics
from prongsai.papers.checking.stale_items import find_stale_items
from prongsai.rulebook.loading import known_years, load_year


def findings(text, year=2567):
    return find_stale_items(text, load_year(year))


@pytest.mark.parametrize(
    "text",
    [
        "เพิ่มบริการใน E-Service ของเทศบาล (อ้างอิงจาก ๐๑๘) ภายในไตรมาสแรก",
        "ปรับปรุง O18 E-Service ให้ใช้บนโทรศัพท์ได้",
        "ข้อ o๑๘ เรื่อง e–service",
    ],
)
def test_the_number_of_another_year_is_found_and_mended(text):
    """O18 was the e-service in 2566; in 2567 it is the staff plan and the e-service is O13."""
    (finding,) = findings(text)
    assert finding.kind is Kind.ITEM_YEAR
    assert "แผนการบริหารและพัฒนาทรัพยากรบุคคล" in finding.follows.th
    assert "2566" in finding.follows.th
    assert (finding.mend.th, finding.mend.en) == ("เขียน O13 E-Service", "write O13 E-Service")
    assert finding.printed == text[slice(*finding.span)]


@pytest.mark.parametrize(
    "text",
    [
        "พัฒนา E-Service (อ้างอิงจาก ๐๑๓)",
        "คู่มือการปฏิบัติงาน (อ้างอิงจาก ๐๑๐) หรือคู่มือการให้บริการ (อ้างอิงจาก ๐๑๑)",
        "คู่มือการปฏิบัติงาน O10 คู่มือการให้บริการ O11",
        "O10 คู่มือการปฏิบัติงาน O11 คู่มือการให้บริการ",
        "เดิม E-Service คือ O18 ของปี 2566",
        "โครงสร้างงานใหม่ทำให้บริการเร็วขึ้น (อ้างอิงจาก O11)",
        "แจ้ง E-Service ให้ทราบ\nทบทวน O18 ในที่ประชุม",
    ],
)
def test_numbers_that_fit_or_say_too_little_are_left_alone(text):
    assert findings(text) == ()


def test_a_number_beyond_the_list_is_found_with_what_it_meant():
    (finding,) = findings("รายงานตาม O43 ให้ผู้บริหารทราบ", 2568)
    assert finding.follows.en == "fiscal year 2568 has items O1 to O28, no O43"
    assert finding.mend.en.startswith("write O28 ")


def test_beyond_the_list_the_topic_beside_the_number_decides():
    (finding,) = findings("O36 E-Service", 2568)
    assert finding.mend.en == "write O10 E-Service"


def test_a_number_that_no_year_had_can_only_be_removed():
    (finding,) = findings("ดู O99")
    assert finding.mend.en == "remove the number: this year has no item on this topic"


def test_a_topic_that_the_year_does_not_ask_for_has_no_number():
    (finding,) = findings("O6 กฎหมายที่เกี่ยวข้อง", 2568)
    assert finding.mend.en.startswith("remove the number")


def test_a_wrong_number_right_beside_its_title_is_found_although_it_was_never_right():
    (finding,) = findings("O20 E-Service", 2567)
    assert "เป็นเลขของปี" not in finding.follows.th


@pytest.mark.parametrize("year_number", known_years())
def test_no_item_of_a_year_is_found_with_its_own_title(year_number):
    year = load_year(year_number)
    text = "\n".join(f"{code.upper()} {item.title_th}" for code, item in year.items.items())
    cited = " ".join(f"{item.title_th} (อ้างอิงจาก ๐{code[1:]})" for code, item in year.items.items())
    assert find_stale_items(text, year) == ()
    assert find_stale_items(cited, year) == ()


@pytest.mark.parametrize("year_number", known_years())
@pytest.mark.parametrize("other_number", known_years())
def test_every_title_with_the_number_of_another_year_is_found_where_the_topic_moved(year_number, other_number):
    year, other = load_year(year_number), load_year(other_number)
    for code, item in other.items.items():
        here = year.items.get(code)
        (topic, *_) = find_topics(item.title_th, 0, len(item.title_th))
        stays = here is not None and topic.topics.intersection(here.topics)
        assert bool(find_stale_items(f"{code.upper()} {item.title_th}", year)) is not bool(stays)

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.thai.words import _MARKS, split_clusters, split_compound, split_words


def pieces(text):
    return [piece for piece in split_words(text) if not piece.isspace()]


def test_running_text_is_cut_into_dictionary_words():
    assert pieces("ดำเนินงานกำหนดเครื่องมือ") == ["ดำเนินงาน", "กำหนด", "เครื่องมือ"]


@pytest.mark.parametrize(
    "whole",
    [
        "ป.ป.ช.",
        "พ.ศ. ๒๕๖๘",
        "ต.ค. 2568",
        "(พ.ศ. 2568)",
        "ต่าง ๆ",
        "กรุงเทพฯ",
        "85.50%",
        "๑,๒๓๔",
        "(ร่าง)",
        "ที่๒",
        "o12",
        "(E-Service)",
    ],
)
def test_what_is_read_as_one_thing_stays_together(whole):
    assert pieces(f"ก่อน {whole} หลัง") == ["ก่อน", whole, "หลัง"]


@pytest.mark.parametrize("term", ["ตัวชี้วัด", "ผ่านดี", "ผ่านดีเยี่ยม", "ต้องปรับปรุง", "ประจำปีงบประมาณ", "ส่วนได้ส่วนเสีย"])
def test_terms_of_the_field_stay_whole_wherever_they_stand(term):
    assert term in pieces(f"ราย{term}ที่ 8")
    assert "".join(split_words(f"ราย{term}ที่ 8")) == f"ราย{term}ที่ 8"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("รายงานการกระจายตัว", "รายงาน"),
        ("เห็นว่าเจ้าหน้าที่ทำงานดีขึ้น", "เจ้าหน้าที่"),
        ("ผลการดำเนินการตามแผน", "ดำเนินการ"),
        ("กระบวนการบรรจุ", "กระบวนการ"),
        ("ไม่ถูกต้องตามขั้นตอน", "ถูกต้อง"),
    ],
)
def test_a_word_is_not_taken_apart_for_the_sake_of_the_next(text, whole):
    assert whole in pieces(text)
    assert "".join(split_words(text)) == text


def test_a_level_never_ends_a_line_as_another_one():
    assert pieces("อยู่ในระดับผ่านดีเยี่ยม") == ["อยู่", "ใน", "ระดับ", "ผ่านดีเยี่ยม"]


def test_initials_inside_a_run_are_not_cut():
    assert pieces("ตามพ.ร.บ.ข้อมูล") == ["ตาม", "พ.ร.บ.", "ข้อมูล"]


def test_and_so_on_may_begin_a_line():
    assert pieces("โต๊ะ ฯลฯ") == ["โต๊ะ", "ฯลฯ"]


def test_a_long_name_is_cut_into_its_words():
    name = "สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ"
    assert pieces(name)[:3] == ["สำนักงาน", "คณะกรรมการ", "ป้องกัน"]
    assert max(map(len, pieces(name))) <= 12


@pytest.mark.parametrize("word", ["วัตถุประสงค์", "ประชาสัมพันธ์", "คำนวณ", "อนุญาต", "เครื่องมือ", "ประสิทธิภาพ"])
def test_a_common_word_is_never_cut(word):
    assert pieces(word) == [word]


def test_an_address_may_break_at_its_parts():
    assert pieces("https://a.go.th/ita/2568") == ["https://a.go.th", "/ita", "/2568"]


def test_a_word_too_wide_is_cut_into_smaller_words_then_letters():
    assert split_compound("ประชาสัมพันธ์") == ("ประชา", "สัมพันธ์")
    assert split_compound("งบประมาณ") == ("งบ", "ประมาณ")
    assert split_compound("ญาติ") == ("ญาติ",)
    assert split_clusters("เครื่อง") == ("เค", "รื่", "อ", "ง")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from('กขคงนมย่้ิีาำเแโฯๆ. 12๓(),-/ABc\n"@'), max_size=40))
def test_pieces_give_the_text_again_and_begin_with_no_mark(text):
    cut = split_words(text)
    assert "".join(cut) == text
    for before, piece in pairwise(cut):
        assert before.isspace() or piece[0] not in _MARKS


def test_a_mail_address_stays_whole_and_a_web_address_may_break():
    assert split_words("หรือ ita@example.go.th")[-1] == "ita@example.go.th"
    assert split_words("https://www.example.go.th/@name/x") == ("https://www.example.go.th/", "@name", "/x")

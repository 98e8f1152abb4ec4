"""The breaks are those of pythainlp's own tree, word for word."""

from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.thai.dictionary import known_words, longest_words

PARAGRAPH = (
    "ด้วยเทศบาลตำบลตัวอย่างได้รับแจ้งผลการประเมินประจำปีงบประมาณ พ.ศ. ๒๕๖๘ มีผลคะแนนรวม ๘๗.๔๐ คะแนน ลดลงจากปีที่ผ่านมา "
    "จึงมอบหมายสำนักปลัด กองคลัง และกองช่างร่วมกันจัดทำมาตรการยกระดับการให้บริการ การใช้งบประมาณ และการเปิดเผยข้อมูล "
    "ให้แล้วเสร็จภายในเดือนมีนาคม ทั้งนี้ให้รายงานผู้บริหารทราบทุกไตรมาส ฯลฯ"
)


def whole_tree(text):
    from pythainlp.tokenize import word_tokenize

    return word_tokenize(text, engine="newmm", keep_whitespace=True)


def test_the_words_of_a_paper_end_where_the_whole_tree_ends_them():
    assert longest_words(PARAGRAPH) == whole_tree(PARAGRAPH)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.one_of(st.sampled_from(sorted(known_words())), st.text("ฆฏฒกรเแ่า์ะฯๆ 1๒aB.-", max_size=4)), max_size=12
    ).map("".join)
)
def test_words_run_together_end_where_the_whole_tree_ends_them(text):
    assert longest_words(text) == whole_tree(text)


def test_nothing_is_found_in_nothing():
    assert longest_words("") == []

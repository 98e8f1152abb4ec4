from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.papers.content import Document, Heading, Margins, Paragraph, Section
from prongsai.papers.templates.parts import parts_of, sections_of
from prongsai.papers.templates.renumbering import renumbered

BLOCKS = st.one_of(
    st.builds(Paragraph, st.sampled_from("กข")),
    st.builds(Heading, st.sampled_from(["1. ก", "2. ข", "ค"]), key=st.sampled_from(["", "one", "two"])),
)
SECTIONS = st.builds(
    Section,
    st.lists(BLOCKS, max_size=5).map(tuple),
    landscape=st.booleans(),
    key=st.sampled_from(["", "opening"]),
    margins=st.sampled_from([None, Margins(1, 1, 1, 1)]),
)


def document(*sections):
    return Document("ก", sections)


@settings(max_examples=200, deadline=None)
@given(st.lists(SECTIONS, max_size=4))
def test_a_document_cut_and_put_together_is_the_same(sections):
    assert sections_of(parts_of(document(*sections))) == tuple(sections)


def test_keys_come_from_headings_and_from_what_opens_a_page():
    first = Section((Paragraph("ประกาศ"), Heading("ก", key="one"), Paragraph("x")), key="opening")
    second = Section((Paragraph("ต่อ"), Heading("ไม่มีชื่อ"), Heading("ข", key="two")))
    parts = parts_of(document(first, second))
    assert [part.key for part in parts] == ["opening", "one", "two"]
    assert len(parts[1].fragments) == 2, "what has no key belongs to the section before"


def test_a_section_that_lies_otherwise_begins_a_page():
    across = Section((Heading("ก", key="one"),), landscape=True)
    upright = Section((Paragraph("x"), Heading("ข", key="two"), Heading("ค", key="three")), key="opening")
    opening, two, three = parts_of(document(upright))
    (one,) = parts_of(document(across))
    assert [section.landscape for section in sections_of([three, one, two, opening])] == [False, True, False, False]


def headings(*texts, own=()):
    blocks = tuple(Heading(t, 2 if t[:3].count(".") == 1 and t[2:3].isdigit() else 1, key=t) for t in texts)
    (section,) = renumbered((Section(blocks),), unnumbered=frozenset(own))
    return [block.text for block in section.blocks]


def test_numbers_count_anew_at_both_levels():
    assert headings("2. ข", "2.1 ก", "2.4 ค", "4. ง", "4.1 จ") == ["1. ข", "1.1 ก", "1.2 ค", "2. ง", "2.1 จ"]


def test_an_own_heading_gets_a_number_where_all_others_have_one():
    assert headings("1. ก", "ของเรา", "2. ข", own=["ของเรา"]) == ["1. ก", "2. ของเรา", "3. ข"]
    assert headings("1. ก", "ของเรา", "ไม่มีเลข", own=["ของเรา"]) == ["1. ก", "ของเรา", "ไม่มีเลข"]
    assert headings("5. ของเรา", "1. ก", own=["5. ของเรา"]) == ["1. 5. ของเรา", "2. ก"]


def test_parts_named_by_a_word_keep_it_and_own_headings_stay_plain():
    assert headings("ส่วนที่ 2 ข", "ของเรา", "ส่วนที่ 3 ค", own=["ของเรา"]) == ["ส่วนที่ 1 ข", "ของเรา", "ส่วนที่ 2 ค"]

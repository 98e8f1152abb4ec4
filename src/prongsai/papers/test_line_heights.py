from dataclasses import dataclass

import pytest

from prongsai.papers.line_heights import LINE, fitting_size, lines_of, refuse_longer, text_height

WORDS = "องค์การบริหารส่วนตำบลตัวอย่าง " * 6


def test_a_text_takes_as_many_lines_as_its_column_leaves_it():
    assert lines_of("สั้น", 17, 16, "thai") == 1
    assert lines_of(WORDS, 8, 16, "thai") > lines_of(WORDS, 17, 16, "thai") > 1
    assert lines_of("", 17, 16, "thai") == 0


def test_height_is_lines_times_the_line_of_the_size():
    assert text_height(["ก", "ข"], 17, 10, "arabic") == pytest.approx(2 * 10 * LINE)


def test_the_first_size_that_suffices_is_taken_else_the_last():
    sizes = [(1, 30.0), (2, 24.0), (3, 12.0)]
    assert fitting_size("สั้น", 17, sizes, "thai") == 30
    assert fitting_size(WORDS[:60], 17, sizes, "thai") == 24
    assert fitting_size(WORDS * 9, 17, sizes, "thai") == 12


def test_what_is_too_long_for_its_page_is_named():
    @dataclass
    class Sheet:
        name: str

    refuse_longer(Sheet("ก" * 5), {"name": 5})
    with pytest.raises(ValueError, match="name: found 6 letters; this page takes at most 5"):
        refuse_longer(Sheet("ก" * 6), {"name": 5})

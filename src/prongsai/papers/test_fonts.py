from pathlib import Path

from prongsai.papers.fonts import MISSING, SYMBOLS, drawable, font_files, sarabun_size, text_width


def test_sixteen_points_of_the_office_face_are_almost_eleven_of_sarabun():
    assert sarabun_size(16) == 10.92


def test_the_four_faces_are_there():
    assert all(Path(file).is_file() for file in font_files())


def test_marks_take_no_width():
    assert text_width("กี้", 10) == text_width("ก", 10)
    assert text_width("กก", 10, bold=True) > text_width("กก", 10)


def test_letters_without_a_glyph_become_a_box():
    assert drawable("ก😀漢\n") == f"ก{MISSING}{MISSING}\n"
    assert drawable("".join(SYMBOLS)) == "".join(SYMBOLS)

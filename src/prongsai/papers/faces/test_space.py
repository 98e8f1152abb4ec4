from prongsai.papers.faces.space import FILE, WIDTH, build_space_face
from prongsai.papers.fonts import text_width


def test_the_file_is_what_the_builder_writes():
    assert FILE.read_bytes() == build_space_face()


def test_the_space_is_as_wide_as_sarabuns():
    assert text_width(" ", 1000) == WIDTH

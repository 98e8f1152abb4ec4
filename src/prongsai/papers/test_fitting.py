from prongsai.papers.fitting import fitting_pieces, wrap
from prongsai.papers.fonts import text_width

NAME = "องค์การบริหารส่วนตำบลทุ่งกระเต็นหนองน้ำใสพัฒนาสามัคคีเฉลิมพระเกียรติ"


def test_pieces_never_exceed_the_column():
    for text in (NAME, "ประชาสัมพันธ์", "A" * 80, "1" * 60, "กกกกกกกกกกกกกกกกกกกก"):
        pieces = fitting_pieces(text, 30, 10)
        assert "".join(pieces) == text
        assert max(text_width(piece, 10) for piece in pieces) <= 30


def test_a_word_that_fits_is_whole():
    assert fitting_pieces("ประชาสัมพันธ์ ดี", 200, 10) == ["ประชาสัมพันธ์", " ", "ดี"]


def test_white_space_is_one_space_and_line_ends_are_kept():
    assert fitting_pieces("ก   ข\n\nค", 100, 10) == ["ก", " ", "ข", "\n", "\n", "ค"]


def test_wrapped_lines_fit_and_lose_nothing():
    lines = wrap(NAME, 90, 12)
    assert "".join(lines) == NAME
    assert len(lines) > 2
    assert all(text_width(line, 12) <= 90 for line in lines)


def test_nothing_wraps_to_nothing():
    assert wrap("", 90, 12) == []

from prongsai.papers.reading.grids import Stroke, find_grids
from prongsai.papers.reading.page_lines import Piece, lines_of_page


def written(text, left, base, *, wide=5.0):
    return [Piece(letter, left + i * wide, left + (i + 1) * wide, base, 10) for i, letter in enumerate(text)]


def texts(pieces, grids=()):
    return [line.text for line in lines_of_page(pieces, grids, 3)]


def test_letters_on_one_height_make_a_line_and_room_makes_a_space():
    assert texts([*written("คะแนน", 0, 50), *written("๙๖", 32, 50), *written("ต่อ", 0, 90)]) == ["คะแนน ๙๖", "ต่อ"]


def test_lines_are_numbered_on_their_page():
    assert [str(line.where) for line in lines_of_page(written("ก", 0, 10) + written("ข", 0, 60), (), 3)] == [
        "page 3, line 1",
        "page 3, line 2",
    ]


def test_a_mark_drawn_late_goes_over_its_letter():
    assert texts([*written("ขันตอน", 0, 50), Piece("้", 6.0, 9.0, 50, 10)]) == ["ขั้นตอน"]


def test_a_line_that_fills_the_width_goes_on_in_the_next():
    pieces = [*written("ก" * 40, 0, 50), *written("ข" * 10, 0, 66), *written("- ค", 0, 82)]
    assert texts(pieces) == ["ก" * 40 + "ข" * 10, "- ค"]


def test_cells_come_by_the_ruled_lines_whatever_the_order_of_drawing():
    strokes = [Stroke(upright=False, at=y, start=0, end=200) for y in (0, 40, 80)]
    strokes += [Stroke(upright=True, at=x, start=0, end=80) for x in (0, 100, 200)]
    pieces = [*written("ขวา", 110, 15), *written("ซ้าย", 5, 15), *written("ต่อ", 5, 27), *written("ล่าง", 110, 60)]
    found = lines_of_page(pieces, find_grids(strokes), 1)
    assert [line.cells for line in found] == [("ซ้ายต่อ", "ขวา"), ("", "ล่าง")]


def test_a_number_cut_at_the_edge_of_its_cell_is_one_number():
    strokes = [Stroke(upright=False, at=y, start=0, end=100) for y in (0, 40)]
    strokes += [Stroke(upright=True, at=x, start=0, end=40) for x in (0, 50, 100)]
    pieces = [*written("๑๐", 5, 15), *written("๐.๐๐", 5, 27), *written("ก", 60, 15)]
    assert lines_of_page(pieces, find_grids(strokes), 1)[0].cells == ("๑๐๐.๐๐", "ก")

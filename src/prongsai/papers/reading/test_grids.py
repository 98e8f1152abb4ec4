from prongsai.papers.reading.grids import Stroke, find_grids


def level(y, start, end):
    return Stroke(upright=False, at=y, start=start, end=end)


def upright(x, start, end):
    return Stroke(upright=True, at=x, start=start, end=end)


def test_lines_that_meet_make_a_table():
    (grid,) = find_grids([*(level(y, 0, 100) for y in (0, 20, 40)), *(upright(x, 0, 40) for x in (0, 50, 100))])
    assert (grid.width, grid.height) == (2, 2)
    assert grid.place_of(70, 30) == (1, 1)
    assert grid.place_of(120, 30) is None


def test_a_line_drawn_in_pieces_is_one():
    pieces = [level(0, 0, 50), level(0.5, 50, 100), level(20, 0, 100), level(40, 0, 100)]
    (grid,) = find_grids([*pieces, *(upright(x, 0, 40) for x in (0, 50, 100))])
    assert (grid.width, grid.height) == (2, 2)


def test_a_missing_line_joins_cells():
    lines = [level(0, 0, 100), level(20, 50, 100), level(40, 0, 100), *(upright(x, 0, 40) for x in (0, 50, 100))]
    (grid,) = find_grids(lines)
    assert grid.place_of(10, 30) == (0, 0)
    assert grid.place_of(70, 30) == (1, 1)


def test_a_frame_is_no_table():
    assert find_grids([level(0, 0, 100), level(40, 0, 100), upright(0, 0, 40), upright(100, 0, 40)]) == ()


def test_two_tables_stay_apart():
    def table(top):
        lines = [level(y, 0, 100) for y in (top, top + 20)]
        return [*lines, *(upright(x, top, top + 20) for x in (0, 50, 100))]

    assert len(find_grids([*table(0), *table(100)])) == 2

from prongsai.papers.svg_text import take_out_text

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" font-size="12" fill="#111111">{}</svg>'


def test_words_leave_the_drawing_with_their_place_and_look():
    drawing = take_out_text(
        SVG.format(
            '<rect width="9" height="9"/><text x="5" y="20" text-anchor="end" font-weight="bold">การใช้อำนาจ</text>'
        )
    )
    (text,) = drawing.texts
    assert (text.words, text.x, text.y, text.size, text.anchor) == ("การใช้อำนาจ", 5, 20, 12, "end")
    assert (text.bold, text.colour, text.angle) == (True, "#111111", 0)
    assert "<text" not in drawing.svg
    assert "<rect" in drawing.svg
    assert (drawing.width, drawing.height) == (100, 50)


def test_turned_words_keep_their_angle():
    (text,) = take_out_text(SVG.format('<text x="5" y="20" transform="rotate(-90 5.0 20.0)">1</text>')).texts
    assert text.angle == -90


def test_words_that_cannot_be_placed_make_the_drawing_a_picture():
    for inner in (
        '<g transform="scale(2)"><text x="5" y="20">ก</text></g>',
        '<text x="5" y="20"><tspan>ก</tspan></text>',
        '<text x="5" y="20" style="font-size:40px">ก</text>',
    ):
        drawing = take_out_text(SVG.format(inner))
        assert drawing.texts == ()
        assert "data:image/png;base64," in drawing.svg


def test_a_drawing_without_words_stays_vectors():
    assert "data:" not in take_out_text(SVG.format('<g transform="scale(2)"><path d="M0 0"/></g>')).svg

from fontTools.ttLib import TTFont

from prongsai.portal.ui.fonts import STYLES, build_fonts, font_file


def test_the_fonts_are_built_once_and_hold_thai_and_latin(tmp_path):
    assert len(build_fonts(tmp_path)) == len(STYLES)
    assert build_fonts(tmp_path) == []
    with TTFont(font_file("Regular", tmp_path)) as font:
        letters = font.getBestCmap()
    assert {ord(letter) for letter in "กขคงญฐำ้็์๐๙AZaz09–"} <= set(letters)
    assert font_file("Regular", tmp_path).stat().st_size < 40_000

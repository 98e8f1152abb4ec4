import pytest

from prongsai.papers.content_forms import Emblem

SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>'


def test_an_emblem_may_be_absent_an_svg_or_a_png():
    assert not Emblem().is_png
    assert not Emblem(image=SVG).is_png
    assert Emblem(image=b"\x89PNG\r\n\x1a\n...").is_png


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff\xe0 a JPEG", b"GIF89a", "ตราครุฑ".encode()])
def test_another_kind_of_file_is_refused_as_an_emblem(content):
    with pytest.raises(ValueError, match="neither a PNG nor an SVG"):
        Emblem(image=content)


@pytest.mark.parametrize(
    "inside",
    [b'<image href="file:///etc/hosts"/>', b"<image xlink:href='../other.png'/>", b"<style>@import 'x.css'</style>"],
)
def test_a_drawing_that_reaches_outside_itself_is_refused(inside):
    with pytest.raises(ValueError, match="outside itself"):
        Emblem(image=SVG.replace(b"<path", inside + b"<path"))


def test_links_within_a_drawing_are_its_own():
    Emblem(image=SVG.replace(b"<path", b'<use href="#a"/><image href="data:image/png;base64,AA"/><path'))

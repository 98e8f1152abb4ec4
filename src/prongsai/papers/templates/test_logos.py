"""A logo is a picture and nothing else."""

import base64
import re
import time
from io import BytesIO

import pytest
from lxml import etree
from PIL import Image, PngImagePlugin

from prongsai.papers.charts.png import svg_png
from prongsai.papers.templates.logos import MOST_BYTES, checked_logo
from prongsai.papers.templates.mistakes import UnusableError

XMLNS = 'xmlns="http://www.w3.org/2000/svg"'
INKSCAPE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- made by a drawing program --><?pi x?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="100mm" height="50mm" inkscape:version="1.3">
 <metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>
 <inkscape:namedview id="v"/>
 <defs><linearGradient id="sky"><stop offset="0" stop-color="#17568c"/></linearGradient><circle id="dot" r="9"/></defs>
 <style>.ring { stroke: #000 }</style>
 <g inkscape:label="Layer 1"><rect class="ring" width="90" height="40" fill="url(#sky)"/><use xlink:href="#dot"/></g>
 <text x="5" y="20">น้ำใส</text></svg>"""


def svg(inner, attributes='viewBox="0 0 9 9"'):
    return f"<svg {XMLNS} {attributes}>{inner}</svg>".encode()


def png(width=64, height=32, **more):
    written = BytesIO()
    Image.new("RGBA", (width, height), (20, 90, 140, 128)).save(written, "PNG", **more)
    return written.getvalue()


def refusal(content):
    began = time.process_time()
    with pytest.raises(UnusableError) as caught:
        checked_logo(content)
    assert time.process_time() - began < 2
    return caught.value.found.en


def test_what_drawing_programs_write_is_cleaned_and_still_drawn():
    clean = checked_logo(INKSCAPE.encode())
    root = etree.fromstring(clean)
    assert root.get("viewBox") == "0 0 100 50"
    assert (root.get("width"), root.get("height")) == ("600", "300")
    names = {etree.QName(element).localname for element in root.iter()}
    assert names == {"svg", "defs", "linearGradient", "stop", "circle", "style", "g", "rect", "use", "text"}
    assert not re.search("inkscape|metadata|DOCTYPE|<!--|<\\?pi", clean)
    assert svg_png(clean, 1).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<foreignObject><p/></foreignObject>", "<foreignObject>"),
        ('<image href="https://example.com/x.png"/>', "<image>"),
        ('<image href="data:image/png;base64,AAAA"/>', "<image>"),
        ('<a href="https://example.com"><rect/></a>', "<a>"),
        ('<animate attributeName="x" values="1;2"/>', "<animate>"),
        ('<set attributeName="href" to="javascript:x"/>', "<set>"),
        ("<filter/>", "<filter>"),
        ("<pattern/>", "<pattern>"),
        ('<rect onclick="x()"/>', "onclick="),
        ('<rect ONLOAD="x()"/>', "ONLOAD="),
        ('<use href="https://example.com/x.svg#a"/>', "href='https://example.com/x.svg#a'"),
        ('<use href="javascript:alert(1)"/>', "href='javascript:alert(1)'"),
        ('<use xmlns:q="http://www.w3.org/1999/xlink" q:href="file:///etc/passwd"/>', "href='file:///etc/passwd'"),
        ('<rect fill="url(https://example.com/x#a)"/>', "fill: 'url(https://example.com/x#a)'"),
        ("<rect style=\"fill:url( 'https://example.com')\"/>", "style: \"url( 'https://example.com')\""),
        ("<style>@import 'https://example.com/x.css';</style>", "style: \"@import 'https://example.com/x.css';\""),
        ("<style>a{b:u\\72l(x)}</style>", "style: '\\\\72l(x)}'"),
        ('<path stroke-dasharray="0.0001" d="M0 0h9"/>', "stroke-dasharray"),
        ('<path style="stroke-dasharray:0.0001" d="M0 0h9"/>', "style: 'stroke-dasharray:0.0001'"),
        ('<g id="a"><use href="#a"/></g>', "a shape that copies itself (<use>)"),
        ("<g/>" * 9000, "9001 shapes"),
        ("<g>" * 200 + "</g>" * 200, "more than 60 shapes in one another"),
    ],
)
def test_what_could_act_load_or_explode_is_refused_by_name(inner, found):
    assert refusal(svg(inner)) == found


def test_shapes_that_copy_copies_are_counted_before_they_are_drawn():
    doubled = "".join(f'<g id="a{i}"><use href="#a{i + 1}"/><use href="#a{i + 1}"/></g>' for i in range(50))
    assert refusal(svg(doubled + '<g id="a50"><rect/></g>')) == "too many copies (<use>)"
    chain = "".join(f'<g id="a{i}"><use href="#a{i + 1}"/></g>' for i in range(2000))
    assert "copies itself" in refusal(svg(chain))


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE svg [<!ENTITY x "a">]>',
        "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'>"
        + "".join(f"<!ENTITY {'abcdefghi'[i + 1]} '{('&' + 'abcdefghi'[i] + ';') * 10}'>" for i in range(8))
        + "<!ENTITY x '&i;'>]>",
    ],
)
def test_entities_are_refused_unread(doctype):
    content = f'{doctype}<svg {XMLNS} viewBox="0 0 9 9"><desc id="&x;">&x;</desc></svg>'.encode()
    with pytest.raises(UnusableError) as caught:
        checked_logo(content)
    assert "root:" not in str(caught.value)


@pytest.mark.parametrize(
    "attributes",
    [
        "",
        'viewBox="0 0 1e9 1"',
        'viewBox="0 0 0 9"',
        'viewBox="0 0 9"',
        'viewBox="0 0 1000 9"',
        'width="100%" height="9"',
    ],
)
def test_a_drawing_needs_a_size(attributes):
    assert refusal(svg("", attributes)).startswith("viewBox=")


def test_a_huge_drawing_gets_a_usual_size():
    clean = checked_logo(svg("<rect/>", 'width="999999" height="999999"'))
    assert 'width="600"' in clean


def test_a_picture_keeps_its_dots_and_loses_all_else():
    told = PngImagePlugin.PngInfo()
    told.add_text("Comment", "ความลับ" * 50)
    clean = checked_logo(png(pnginfo=told) + b"trailing rubbish")
    data = base64.b64decode(re.search('base64,([^"]+)', clean)[1])
    assert b"Comment" not in data
    assert b"rubbish" not in data
    with Image.open(BytesIO(data)) as picture:
        assert picture.size == (64, 32)
        assert picture.getpixel((5, 5)) == (20, 90, 140, 128)


def test_a_large_picture_becomes_smaller():
    clean = checked_logo(png(3000, 1500))
    assert 'viewBox="0 0 3000 1500" width="1200" height="600"' in clean


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "b''"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"GIF89a", "GIF"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"%PDF-1.7", "PDF"),
        (png()[:60], "a PNG that cannot be read"),
        (png()[:20], "a PNG that cannot be read"),
        (b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + b"\0\1\0\0" * 2 + b"\x08\6\0\0\0", "65536 x 65536 px"),
        (png(8, 8), "8 x 8 px"),
        (b"\0" * 10 * 1024 * 1024, "10,240 KB"),
        (png() + b"\0" * MOST_BYTES, "512 KB"),
        (b"<html/>", "<'html'>"),
        (b"<svg/>", "<'svg'>"),
    ],
)
def test_anything_else_is_named_for_what_it_is(content, found):
    assert refusal(content) == found


@pytest.mark.parametrize("content", [b"<svg", b"<", b"<\xff\xff>", svg("<g>")])
def test_a_broken_drawing_is_refused(content):
    assert refusal(content)

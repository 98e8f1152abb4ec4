import re
from xml.etree import ElementTree as ET

import pytest
import segno

from prongsai.papers.qr import FIXED_MASK, QUIET_ZONE, SMALL_UNIT, UNIT, qr_code

SVG = "{http://www.w3.org/2000/svg}"
ADDRESS = "https://ita.example.go.th/agencies/ตัวอย่าง/2568/"
RECTANGLE = re.compile(r"M(?P<x>[\d.]+) (?P<y>[\d.]+)h(?P<width>[\d.]+)v[\d.]+h-[\d.]+z")


def squares(svg, unit):
    root = ET.fromstring(svg)  # noqa: S314
    path = root.find(f"{SVG}path").get("d")
    found = set()
    for match in RECTANGLE.finditer(path):
        start, line, wide = (round(float(match[name]) / unit) for name in ("x", "y", "width"))
        found |= {(start + step, line) for step in range(wide)}
    assert "".join(match[0] for match in RECTANGLE.finditer(path)) == path
    return found, round(float(root.get("width")) / unit)


@pytest.mark.parametrize(("small", "unit"), [(False, UNIT), (True, SMALL_UNIT)])
def test_the_dark_squares_are_those_of_the_code_inside_a_quiet_zone(small, unit):
    mask = FIXED_MASK if small else None
    matrix = segno.make(ADDRESS, error="m", micro=False, mask=mask).matrix
    found, side = squares(qr_code(ADDRESS, title="ผล", small=small), unit)
    assert side == len(matrix) + 2 * QUIET_ZONE
    assert found == {
        (x + QUIET_ZONE, y + QUIET_ZONE) for y, line in enumerate(matrix) for x, dark in enumerate(line) if dark
    }


def test_who_cannot_see_it_is_told_what_it_opens():
    root = ET.fromstring(qr_code(ADDRESS, title="หน้าผลการประเมิน"))  # noqa: S314
    assert [root.find(f"{SVG}{name}").text for name in ("title", "desc")] == ["หน้าผลการประเมิน", ADDRESS]


@pytest.mark.parametrize(("address", "found"), [("  ", "found nothing"), ("x" * 4000, "found 4000 letters")])
def test_an_address_that_no_code_can_hold_is_refused(address, found):
    with pytest.raises(ValueError, match=found):
        qr_code(address, title="ผล")

"""Cleans an SVG logo: shapes stay, remarks of drawing programs go, anything that could act or load is refused."""

import re
from typing import Any, Final, TypeAlias

from lxml import etree

from prongsai.papers.templates.mistakes import Said, UnusableError, shortened

Element: TypeAlias = Any
"""An lxml element; it has no types here."""

SHAPES: Final = frozenset({
    "svg", "g", "defs", "symbol", "use", "title", "desc", "style", "text", "tspan",
    "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
    "clipPath", "mask", "linearGradient", "radialGradient", "stop",
})  # fmt: skip
REMARKS: Final = frozenset({"metadata"})
MOST_ELEMENTS: Final = 5000
DEEPEST: Final = 60
MOST_DRAWN: Final = 20_000
LONGEST_CHAIN: Final = 200
LONGEST_SIDE: Final = 600.0
NARROWEST: Final = 1 / 8

_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK_HREF: Final = "{http://www.w3.org/1999/xlink}href"
_LENGTH: Final = re.compile(r"(?P<number>-?[0-9]{1,6}(?:\.[0-9]{1,6})?)(?:px|pt|mm|cm|in)?")
_INSIDE: Final = re.compile(r"#[\w.:-]+")
_REACHES_OUT: Final = re.compile(
    r"url\((?!\s*['\"]?#)|@|javascript:|expression\(|\\|data:|stroke-dasharray", re.IGNORECASE
)
_SHAPES_ONLY = Said(
    "โลโก้มีได้เฉพาะรูปทรงและตัวอักษร ให้บันทึกเป็น SVG แบบธรรมดาหรือ PNG",
    "shapes and letters only; save it as plain SVG or as PNG",
)


def clean_svg(content: bytes) -> str:
    """The drawing without remarks, with a size of its own. Raises `UnusableError` naming what it may not hold."""
    root = _parsed(content)
    if root.tag != f"{{{_SVG}}}svg":
        raise UnusableError(f"<{shortened(str(root.tag))}>", _SHAPES_ONLY)
    _drop_remarks(root)
    elements = list(root.iter())
    if len(elements) > MOST_ELEMENTS:
        raise UnusableError(
            Said(f"{len(elements)} ชิ้น", f"{len(elements)} shapes"),
            Said(f"ไม่เกิน {MOST_ELEMENTS} ชิ้น", f"at most {MOST_ELEMENTS}"),
        )
    for element in elements:
        _check(element)
    _refuse_copies_of_copies(root)
    _set_size(root)
    etree.cleanup_namespaces(root)
    return str(etree.tostring(root, encoding="unicode"))


def _parsed(content: bytes) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise UnusableError(shortened(str(problem)), Said("ให้ใช้ไฟล์ SVG ที่สมบูรณ์", "a whole SVG file")) from None
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise UnusableError("<!ENTITY>", _SHAPES_ONLY)
    return root


def _drop_remarks(root: Element) -> None:
    """Take out what drawing programs add for themselves, which is in names of their own."""
    for element in list(root.iter(etree.Element)):
        name = etree.QName(element)
        is_remark = name.namespace != _SVG or name.localname in REMARKS
        if is_remark and element.getparent() is not None:
            element.getparent().remove(element)
        for attribute in list(element.attrib):
            if attribute.startswith("{") and attribute != _XLINK_HREF:
                del element.attrib[attribute]


def _check(element: Element) -> None:
    if not isinstance(element.tag, str):
        raise UnusableError("&…;", _SHAPES_ONLY)
    name = etree.QName(element).localname
    if name not in SHAPES:
        raise UnusableError(f"<{name}>", _SHAPES_ONLY)
    if sum(1 for _ in element.iterancestors()) > DEEPEST:
        raise UnusableError(
            Said(f"รูปซ้อนกันเกิน {DEEPEST} ชั้น", f"more than {DEEPEST} shapes in one another"), _SHAPES_ONLY
        )
    if name == "style":
        _refuse_reaching_out(name, element.text or "")
    for attribute, value in element.attrib.items():
        _check_attribute(attribute, value)


def _check_attribute(attribute: str, value: str) -> None:
    if attribute.lower().startswith("on"):
        raise UnusableError(f"{attribute}=", _SHAPES_ONLY)
    if attribute in {"href", _XLINK_HREF}:
        if not _INSIDE.fullmatch(value):
            raise UnusableError(f"href={shortened(value)}", _SHAPES_ONLY)
    elif attribute == "stroke-dasharray":
        raise UnusableError(attribute, _SHAPES_ONLY)
    else:
        _refuse_reaching_out(attribute, value)


def _refuse_reaching_out(where: str, value: str) -> None:
    found = _REACHES_OUT.search(value)
    if found:
        raise UnusableError(f"{where}: {shortened(value[found.start() :])}", _SHAPES_ONLY)


def _refuse_copies_of_copies(root: Element) -> None:
    """A few shapes that copy one another can draw millions, or each other for ever."""
    by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
    if _drawn(root, by_id, ()) > MOST_DRAWN:
        raise UnusableError(Said("สำเนา (<use>) มากเกินไป", "too many copies (<use>)"), _SHAPES_ONLY)


def _drawn(element: Element, by_id: dict[str, Element], above: tuple[Element, ...]) -> int:
    if element in above or len(above) > LONGEST_CHAIN:
        raise UnusableError(Said("รูปที่อ้างถึงตัวเอง (<use>)", "a shape that copies itself (<use>)"), _SHAPES_ONLY)
    target = by_id.get((element.get("href") or element.get(_XLINK_HREF) or "#")[1:])
    inner = [*element, *([target] if target is not None else [])]
    total = 1
    for one in inner:
        total += _drawn(one, by_id, (*above, element))
        if total > MOST_DRAWN:
            return total
    return total


def _set_size(root: Element) -> None:
    """The place of the drawing as a `viewBox`, and a width and height that no program takes for kilometres."""
    box = _numbers(root.get("viewBox", "")) or [0.0, 0.0, *_numbers(f"{root.get('width')} {root.get('height')}")]
    if len(box) != 4 or min(box[2:]) <= 0 or not NARROWEST <= box[2] / box[3] <= 1 / NARROWEST:  # noqa: PLR2004
        raise UnusableError(
            f"viewBox={shortened(root.get('viewBox'))}",
            Said(
                "ต้องมีขนาด (viewBox) และด้านยาวไม่เกิน 8 เท่าของด้านสั้น", "a size (viewBox), at most 8 times as long as wide"
            ),
        )
    factor = LONGEST_SIDE / max(box[2:])
    root.set("viewBox", " ".join(f"{number:g}" for number in box))
    root.set("width", f"{box[2] * factor:g}")
    root.set("height", f"{box[3] * factor:g}")


def _numbers(text: str) -> list[float]:
    """Plain numbers, with or without a unit of length; nothing where a part is none."""
    found = [_LENGTH.fullmatch(one) for one in text.replace(",", " ").split()]
    return [float(match["number"]) for match in found if match] if all(found) else []

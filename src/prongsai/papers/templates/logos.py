"""An agency's logo: what it is by its content, small enough, and without anything but a picture."""

from base64 import b64encode
from io import BytesIO
from struct import unpack

from prongsai.papers.charts.png import svg_png
from prongsai.papers.templates.mistakes import Said, UnusableError, shortened
from prongsai.papers.templates.svg_logo import clean_svg

MOST_BYTES = 512 * 1024
MOST_PIXELS = 4000
FEWEST_PIXELS = 16
KEPT_PIXELS = 1200
_PNG = b"\x89PNG\r\n\x1a\n"
_IHDR_END = 24
_KNOWN = {b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"%PDF": "PDF", b"RIFF": "WebP", b"BM": "BMP", b"\x1f\x8b": "gzip"}

PNG_OR_SVG = Said("ให้ใช้ไฟล์ PNG หรือ SVG", "a PNG or SVG file")
BROKEN_PNG = Said("PNG ที่อ่านไม่ได้", "a PNG that cannot be read")
BROKEN_SVG = Said("SVG ที่วาดไม่ได้", "an SVG that cannot be drawn")
ANOTHER_PNG = Said("ให้บันทึกเป็น PNG ใหม่", "a PNG that is saved anew")


def checked_logo(content: bytes) -> str:
    """The logo as an SVG drawing that holds nothing but shapes, or one picture. Raises `UnusableError`."""
    if len(content) > MOST_BYTES:
        size = f"{len(content) / 1024:,.0f} KB"
        raise UnusableError(size, Said("ไฟล์ไม่เกิน 512 KB", "a file of at most 512 KB"))
    if content.startswith(_PNG):
        return _from_png(content)
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _drawable(clean_svg(content))
    kind = next((name for start, name in _KNOWN.items() if content.startswith(start)), None)
    raise UnusableError(kind or shortened(content[:16]), PNG_OR_SVG)


def _from_png(content: bytes) -> str:
    """The picture drawn anew, so that nothing but its dots remains, inside an SVG of its size."""
    from PIL import Image

    width, height = _size(content)
    try:
        with Image.open(BytesIO(content), formats=("PNG",)) as picture:
            dots = picture.convert("RGBA")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise UnusableError(BROKEN_PNG, ANOTHER_PNG) from None
    dots.thumbnail((KEPT_PIXELS, KEPT_PIXELS))
    written = BytesIO()
    dots.save(written, "PNG")
    data = b64encode(written.getvalue()).decode()
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 {width} {height}" width="{dots.width}" height="{dots.height}">'
        f'<image width="{width}" height="{height}" xlink:href="data:image/png;base64,{data}"/></svg>'
    )


def _size(content: bytes) -> tuple[int, int]:
    """Width and height from the head of the file, before anything is unpacked."""
    if len(content) < _IHDR_END or content[12:16] != b"IHDR":
        raise UnusableError(BROKEN_PNG, ANOTHER_PNG)
    width, height = unpack(">II", content[16:_IHDR_END])
    if not all(FEWEST_PIXELS <= side <= MOST_PIXELS for side in (width, height)):
        expected = f"{FEWEST_PIXELS}-{MOST_PIXELS}"
        raise UnusableError(
            f"{width} x {height} px", Said(f"แต่ละด้าน {expected} พิกเซล", f"{expected} pixels on each side")
        )
    return width, height


def _drawable(svg: str) -> str:
    try:
        svg_png(svg, 0.2)
    except Exception:  # noqa: BLE001 - the drawing library raises what it likes
        raise UnusableError(BROKEN_SVG, ANOTHER_PNG) from None
    return svg

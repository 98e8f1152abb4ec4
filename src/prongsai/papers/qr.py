"""QR codes as drawings that stay sharp in print: one path of dark squares, with the white edge that readers need."""

from collections.abc import Iterator

from prongsai.papers.charts import svg

BLACK = "#000000"
QUIET_ZONE = 4
UNIT = 10.0
SMALL_UNIT = 4.0
FIXED_MASK = 3
_OVERLAP = 0.04
"""Lines of squares reach a hair into the next, or viewers show white threads between them."""


def qr_code(address: str, *, title: str, small: bool = False) -> str:
    """The address as a QR code of the middle level of error correction or better.

    `small` is for hundreds of codes at once: a fixed mask instead of the best of eight takes a tenth of the time,
    and a picture of it holds fewer pixels.
    Raises `ValueError` for an address that is empty or longer than a code can hold (about 2,300 letters).
    """
    import segno

    if not address.strip():
        raise ValueError("address: found nothing; write the address that the code is to open")
    try:
        code = segno.make(address, error="m", micro=False, mask=FIXED_MASK if small else None)
    except segno.DataOverflowError:
        raise ValueError(f"address: found {len(address)} letters; a QR code holds about 2,300") from None
    rows = [bytes(row) for row in code.matrix_iter(border=QUIET_ZONE)]
    unit = SMALL_UNIT if small else UNIT
    dark = svg.element("path", d="".join(_squares(rows, unit)), fill=BLACK)
    size = len(rows) * unit
    return svg.chart([dark], width=size, height=size, title=title, description=address)


def _squares(rows: list[bytes], unit: float) -> Iterator[str]:
    """Each run of dark squares of a line as one rectangle."""
    for y, row in enumerate(rows):
        start = None
        for x, dark in enumerate((*row, 0)):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                yield _rectangle(start * unit, y * unit, (x - start) * unit, (1 + _OVERLAP) * unit)
                start = None


def _rectangle(x: float, y: float, width: float, height: float) -> str:
    return f"M{x:g} {y:g}h{width:g}v{height:g}h-{width:g}z"

"""Draws an SVG as PNG, for DOCX and for those who want a picture."""

from prongsai.papers.fonts import FAMILY, font_files


def svg_png(svg: str, scale: float = 2.0) -> bytes:
    """The drawing as PNG, `scale` pixels to a unit; only Sarabun is used, whatever the machine has."""
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=scale,
            skip_system_fonts=True,
            font_files=list(font_files()),
            font_family=FAMILY,
            sans_serif_family=FAMILY,
            serif_family=FAMILY,
        )
    )

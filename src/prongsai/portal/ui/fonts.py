"""Makes the web fonts: Sarabun cut down to Thai and Latin, packed as WOFF2. Nothing is fetched."""

import secrets
from pathlib import Path

from prongsai.papers.fonts import font_folder

FOLDER = Path(__file__).parent / "static" / "ui" / "fonts"
STYLES = ("Regular", "SemiBold", "Bold")
KEPT = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),
    *range(0x0E01, 0x0E5C),
    *range(0x2010, 0x2027),
    0x2030, 0x2039, 0x203A, 0x20AC, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2264, 0x2265, 0x25CC,
)  # fmt: skip
"""Code points that a page of the portal may hold."""


def build_fonts(folder: Path = FOLDER) -> list[Path]:
    """Write the fonts that are not there yet; gives back what was written."""
    missing = [style for style in STYLES if not font_file(style, folder).exists()]
    if missing:
        folder.mkdir(parents=True, exist_ok=True)
    return [_build(style, folder) for style in missing]


def font_file(style: str, folder: Path = FOLDER) -> Path:
    """Where a style's web font lies."""
    return folder / f"sarabun-{style.lower()}.woff2"


def _build(style: str, folder: Path) -> Path:
    from fontTools import subset

    options = subset.Options(flavor="woff2", layout_features=["*"], notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=KEPT)
    target = font_file(style, folder)
    draft = target.with_suffix(f".{secrets.token_hex(4)}.part")  # several processes may begin at once
    with subset.load_font(str(font_folder() / f"Sarabun-{style}.ttf"), options) as font:
        cutter.subset(font)
        subset.save_font(font, str(draft), options)
    draft.replace(target)
    return target

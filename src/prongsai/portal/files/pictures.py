"""Takes a picture apart and puts it together again without what it told of place, camera and day. Pure."""

import struct
from contextlib import suppress
from enum import Enum
from io import BytesIO
from typing import Any

from PIL import ExifTags, Image, JpegImagePlugin

MOST_PIXELS = 50_000_000
"""A picture of 50 megapixels takes 150 MB while it is open; larger ones could stop a server with a few small files."""

EXACT_WEBP: dict[str, Any] = {"lossless": True, "quality": 0, "method": 0, "exact": True}
WEBP: dict[str, Any] = {"quality": 92, "method": 1}
"""Both are fast: with the usual settings a large picture would keep a server busy for a minute."""

UNREADABLE = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, struct.error)
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How to put a picture upright, by what its EXIF says of how the camera was held."""

TOO_MANY_PIXELS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


class Fault(Enum):
    """Why a picture is not taken."""

    BROKEN = "broken"
    TOO_LARGE = "too large"
    MOVING = "moving"


class PictureRefusedError(ValueError):
    """A picture that cannot be taken; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def clean_picture(content: bytes, media_type: str) -> bytes:
    """The same picture, upright, as a new file of the same type that holds pixels and colours only.

    A JPEG keeps its own tables and a PNG is exact, so that nothing visible is lost; EXIF with its GPS, XMP, comments,
    thumbnails and whatever hung at the end of the file are gone. Raises `PictureRefusedError`.
    """
    form = media_type.removeprefix("image/").upper()
    try:
        with Image.open(BytesIO(content), formats=[form]) as picture:
            _refuse_unusable(picture, form)
            settings = _settings(picture, form, content)
            return _written(_upright(picture), form, settings)
    except TOO_MANY_PIXELS:
        raise PictureRefusedError(Fault.TOO_LARGE) from None
    except PictureRefusedError:
        raise
    except UNREADABLE:
        raise PictureRefusedError(Fault.BROKEN) from None


def _refuse_unusable(picture: Image.Image, form: str) -> None:
    if picture.width * picture.height > MOST_PIXELS:
        raise PictureRefusedError(Fault.TOO_LARGE)
    # a camera's JPEG may carry second pictures (depth, light); only the first is what it shows
    if form != "JPEG" and getattr(picture, "n_frames", 1) > 1:
        raise PictureRefusedError(Fault.MOVING)


def _upright(picture: Image.Image) -> Image.Image:
    """The picture as it was meant to be seen; where its EXIF cannot be read, as it lies."""
    turn = None
    with suppress(*UNREADABLE):
        turn = TURNS.get(picture.getexif().get(ExifTags.Base.Orientation, 1))
    return picture if turn is None else picture.transpose(turn)


def _settings(picture: Image.Image, form: str, content: bytes) -> dict[str, Any]:
    """How to write the picture so that it looks as it did."""
    colours = {"icc_profile": picture.info.get("icc_profile")}
    if form == "JPEG":
        assert isinstance(picture, JpegImagePlugin.JpegImageFile)  # noqa: S101 - opened as one
        sampling = JpegImagePlugin.get_sampling(picture)
        return colours | {"qtables": picture.quantization, "subsampling": sampling}
    if form == "WEBP":
        return colours | (EXACT_WEBP if _is_lossless(content) else WEBP)
    see_through = picture.info.get("transparency")
    return colours | ({"transparency": see_through} if see_through is not None else {})


def _written(picture: Image.Image, form: str, settings: dict[str, Any]) -> bytes:
    picture.info.clear()  # a comment would be written again from here
    written = BytesIO()
    picture.save(written, form, **settings)
    return written.getvalue()


def _is_lossless(content: bytes) -> bool:
    """Whether a WebP keeps every pixel: its first picture part says so."""
    position = 12
    while position + 8 <= len(content):
        name, size = content[position : position + 4], int.from_bytes(content[position + 4 : position + 8], "little")
        if name in {b"VP8 ", b"VP8L"}:
            return name == b"VP8L"
        position += 8 + size + size % 2
    return False

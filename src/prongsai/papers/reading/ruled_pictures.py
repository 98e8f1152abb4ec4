"""Finds the ruled lines of a scanned page and takes them out, so that they are not read as letters."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from PIL import Image, ImageDraw, ImageFilter

from prongsai.papers.reading.grids import Stroke, merged

INK = 190
RUN = 40
"""Dots that are averaged into one: a line shows as an unbroken run of ink, letters do not."""
MOSTLY_INK = 230
FEWEST_RUNS = 2
SPREAD = 3
HALF_A_LINE = 1.3
SHORTEST_LEVEL = 40.0
SHORTEST_UPRIGHT = 18.0
WHITE = 255


def strokes_of_picture(picture: Image.Image, dots: float) -> tuple[Stroke, ...]:
    """Level and upright lines in points; `dots` is how many dots of the picture a point has."""
    found = [stroke for stroke in merged(_all_runs(picture, dots)) if _length(stroke) >= _least(stroke)]
    return tuple(found)


def without_strokes(picture: Image.Image, strokes: Iterable[Stroke], dots: float) -> Image.Image:
    """The picture with its lines painted over."""
    clean = picture.copy()
    draw = ImageDraw.Draw(clean)
    for stroke in strokes:
        at, start, end = stroke.at * dots, stroke.start * dots - RUN / 2, stroke.end * dots + RUN / 2
        aside = HALF_A_LINE * dots
        box = (at - aside, start, at + aside, end) if stroke.upright else (start, at - aside, end, at + aside)
        draw.rectangle(box, fill=WHITE)
    return clean


def _all_runs(picture: Image.Image, dots: float) -> Iterator[Stroke]:
    darkest = picture.filter(ImageFilter.MinFilter(SPREAD))
    ink = darkest.point(lambda shade: WHITE if shade < INK else 0)
    level = ink.resize((max(1, ink.width // RUN), ink.height), Image.Resampling.BOX)
    for row, start, end in _runs(level):
        yield Stroke(upright=False, at=row / dots, start=start * RUN / dots, end=end * RUN / dots)
    upright = ink.resize((ink.width, max(1, ink.height // RUN)), Image.Resampling.BOX)
    for column, start, end in _runs(upright.transpose(Image.Transpose.TRANSPOSE)):
        yield Stroke(upright=True, at=column / dots, start=start * RUN / dots, end=end * RUN / dots)


def _length(stroke: Stroke) -> float:
    return stroke.end - stroke.start


def _least(stroke: Stroke) -> float:
    """Shorter ones are strokes of letters."""
    return SHORTEST_UPRIGHT if stroke.upright else SHORTEST_LEVEL


def _runs(picture: Image.Image) -> Iterator[tuple[int, int, int]]:
    """Row, first and last dot of each run of ink."""
    wide = picture.width
    shades = picture.tobytes()
    for row in range(picture.height):
        line = shades[row * wide : (row + 1) * wide]
        if max(line) < MOSTLY_INK:
            continue
        position = 0
        for is_ink, group in groupby(line, key=lambda shade: shade >= MOSTLY_INK):
            length = sum(1 for _ in group)
            if is_ink and length >= FEWEST_RUNS:
                yield row, position, position + length
            position += length

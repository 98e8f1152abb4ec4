"""How high text will stand and how big it may be: for sheets that must keep to a page, a card or a slip."""

from collections.abc import Iterable, Mapping, Sequence

from prongsai.papers import typography as measures
from prongsai.papers.content import Text, plain_text
from prongsai.papers.digits import shown
from prongsai.papers.fitting import wrap
from prongsai.papers.fonts import sarabun_size
from prongsai.thai.numerals import DigitStyle

LINE = 1.331
"""The line of TH Sarabun New in its own points."""


def refuse_longer(contents: object, most: Mapping[str, int]) -> None:
    """Raise `ValueError` for the first named text of `contents` that has more letters than its page can take."""
    for name, letters in most.items():
        found = len(getattr(contents, name))
        if found > letters:
            raise ValueError(f"{name}: found {found} letters; this page takes at most {letters}")


def lines_of(text: Text, width_cm: float, size: float, digits: DigitStyle, *, bold: bool = False) -> int:
    """How many lines a text takes in a column; `size` in points of TH Sarabun New."""
    room = width_cm * measures.POINTS_PER_CM
    return len(wrap(shown(plain_text(text), digits), room, sarabun_size(size), bold=bold))


def text_height(
    texts: Iterable[Text], width_cm: float, size: float, digits: DigitStyle, *, bold: bool = False
) -> float:
    """Points from the top of the first to the bottom of the last line, without gaps between the texts."""
    return sum(lines_of(text, width_cm, size, digits, bold=bold) for text in texts) * size * LINE


def fitting_size(
    text: Text, width_cm: float, sizes: Sequence[tuple[int, float]], digits: DigitStyle, *, bold: bool = False
) -> float:
    """The first size whose allowed number of lines suffices, else the last; `sizes` are (lines, size)."""
    fitting = (size for most, size in sizes if lines_of(text, width_cm, size, digits, bold=bold) <= most)
    return next(fitting, sizes[-1][1])

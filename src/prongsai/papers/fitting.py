"""Cuts a text into pieces that a line may be broken between, none wider than the column it stands in."""

from collections.abc import Iterator

from prongsai.papers.fonts import text_width
from prongsai.thai.words import split_clusters, split_compound, split_words

SPACE = " "
LINE_END = "\n"


def fitting_pieces(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Pieces for a column `width` wide: words, single spaces and line ends.

    A word too wide is cut into the words it is made of, and where these are too wide between letters.
    """
    pieces: list[str] = []
    for word in split_words(text):
        pieces.extend(_space(word) if word.isspace() else _fitting(word, width, size, bold=bold))
    return pieces


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """The lines a text needs in a column `width` wide."""
    lines = [""]
    for piece in fitting_pieces(text, width, size, bold=bold):
        if piece == LINE_END or text_width(lines[-1] + piece.rstrip(), size, bold=bold) > width:
            lines.append("")
        if piece != LINE_END and not (piece == SPACE and not lines[-1]):
            lines[-1] += piece
    return [line.strip() for line in lines if line.strip()]


def _space(blank: str) -> list[str]:
    return [LINE_END] * blank.count(LINE_END) or [SPACE]


def _fitting(word: str, width: float, size: float, *, bold: bool) -> Iterator[str]:
    if text_width(word, size, bold=bold) <= width:
        yield word
        return
    parts = split_compound(word)
    if len(parts) > 1:
        for part in parts:
            yield from _fitting(part, width, size, bold=bold)
    else:
        yield from _filled(split_clusters(word), width, size, bold=bold)


def _filled(clusters: tuple[str, ...], width: float, size: float, *, bold: bool) -> Iterator[str]:
    """Clusters joined for as long as they fit."""
    line = ""
    for cluster in clusters:
        if line and text_width(line + cluster, size, bold=bold) > width:
            yield line
            line = ""
        line += cluster
    if line:
        yield line

"""Heads of letters and lists of posts as WordprocessingML."""

from copy import deepcopy
from dataclasses import replace

from docx.oxml import OxmlElement

from prongsai.papers import typography as measures
from prongsai.papers.content_forms import Emblem, Roster, RosterLine, Rule
from prongsai.papers.digits import shown
from prongsai.papers.docx_styles import SIGNATURE, TITLE
from prongsai.papers.docx_tables import bare_table
from prongsai.papers.docx_text import Spot, empty, gap, paragraph, text_runs
from prongsai.papers.docx_xml import Element, look, text_run, twips, w

_NUMBER_CM = 0.9
_DUTY_SHARE = 0.42
_GAP_AFTER_PT = 4.0


def emblem_place(emblem: Emblem, picture: Element | None, spot: Spot) -> Element:
    """A line as high as the emblem: alone in the middle, or with a title over which the picture floats at the left."""
    height = emblem.height_cm * measures.POINTS_PER_CM
    if empty(emblem.title):
        line = w("spacing", before=0, after=twips(points=_GAP_AFTER_PT), line=twips(points=height), lineRule="atLeast")
        drawn = [w("r", w("drawing", picture))] if picture is not None else []
        return paragraph(SIGNATURE, drawn, spot, spacing=line)
    above = twips(points=max(height - measures.MEMO_TITLE_LINE_PT, 0))
    line = w(
        "spacing",
        before=above,
        after=twips(points=_GAP_AFTER_PT),
        line=twips(points=measures.MEMO_TITLE_LINE_PT),
        lineRule="exact",
    )
    title = text_runs(emblem.title, replace(spot, size=measures.MEMO_TITLE_SIZE))
    return paragraph(TITLE, [*_floating(picture), *title], spot, spacing=line)


def _floating(inline: Element | None) -> list[Element]:
    """A picture that lies at the top left of the text and moves nothing: in a line of exact height it would be cut."""
    if inline is None:
        return []
    anchor = OxmlElement(
        "wp:anchor",
        attrs={
            "distT": "0", "distB": "0", "distL": "0", "distR": "0", "simplePos": "0", "relativeHeight": "1",
            "behindDoc": "0", "locked": "0", "layoutInCell": "1", "allowOverlap": "1",
        },
    )  # fmt: skip
    origin = OxmlElement("wp:simplePos", attrs={"x": "0", "y": "0"})
    anchor.extend([origin, _at_the_margin("wp:positionH"), _at_the_margin("wp:positionV")])
    extent, *rest = list(deepcopy(inline))
    anchor.extend([extent, OxmlElement("wp:wrapNone"), *rest])
    return [w("r", w("drawing", anchor))]


def _at_the_margin(tag: str) -> Element:
    place = OxmlElement(tag, attrs={"relativeFrom": "margin"})
    offset = OxmlElement("wp:posOffset")
    offset.text = "0"
    place.append(offset)
    return place


def roster_table(block: Roster, spot: Spot) -> list[Element]:
    """A line for each of those who are appointed; a long name goes on in its own column."""
    width = spot.width_cm - measures.FIRST_LINE_CM
    widths = [_NUMBER_CM, width * (1 - _DUTY_SHARE) - _NUMBER_CM, width * _DUTY_SHARE]
    cells = [cell for number, line in enumerate(block.lines, 1) for cell in _roster_cells(block, number, line, spot)]
    return [bare_table(cells, widths, indent_cm=measures.FIRST_LINE_CM), gap(_GAP_AFTER_PT)]


def _roster_cells(block: Roster, number: int, line: RosterLine, spot: Spot) -> list[list[Element]]:
    left = replace(spot, justification="left")
    mark = shown(block.pattern.format(number), spot.digits)
    return [
        [paragraph(SIGNATURE, [text_run(mark, look())], left)],
        [paragraph(SIGNATURE, text_runs(line.who, spot), left)],
        [paragraph(SIGNATURE, text_runs(line.duty, spot), left)],
    ]


def rule(block: Rule, spot: Spot) -> Element:
    """A paragraph with a line under it, as wide as asked."""
    side = twips(cm=max(spot.width_cm - block.width_cm, 0) / 2)
    border = w("pBdr", w("bottom", val="single", sz=4, space=1, color=measures.INK))
    spacing = w("spacing", before=0, after=0, line=twips(points=6), lineRule="exact")
    return w("p", w("pPr", border, spacing, w("ind", left=side, right=side), w("rPr", *look(size=1))))

"""The measures both renderers keep to: sizes in points of TH Sarabun New, lengths in centimetres.

Sources: the typing guides for official correspondence (A4, left 3 cm, right 2 cm, TH Sarabun 16 pt, first line 2.5 cm).
"""

from typing import Final

from prongsai.papers.content import Margins

PAGE_WIDTH_CM: Final = 21.0
PAGE_HEIGHT_CM: Final = 29.7
MARGIN_LEFT_CM: Final = 3.0
MARGIN_RIGHT_CM: Final = 2.0
MARGIN_TOP_CM: Final = 2.0
MARGIN_BOTTOM_CM: Final = 2.0
HEADER_CM: Final = 1.0
FIRST_LINE_CM: Final = 2.5
LIST_INDENT_CM: Final = 1.0
CELL_LIST_INDENT_CM: Final = 0.6
CELL_PADDING_PT: Final = 4.0

BODY_SIZE: Final = 16.0
NOTE_SIZE: Final = 14.0
FOOTER_SIZE: Final = 12.0
MEMO_TITLE_SIZE: Final = 29.0
MEMO_TITLE_LINE_PT: Final = 35.0
MEMO_HEAD_SIZE: Final = 20.0
EMBLEM_TOP_CM: Final = 1.5
COVER_SIZE: Final = 26.0
COVER_FOOT_SIZE: Final = 18.0
HEADING_SIZES: Final = {1: 20.0, 2: 18.0, 3: 16.0}
PARAGRAPH_GAP_PT: Final = 6.0
SIGNING_LINES: Final = 3
"""Empty lines under a letter for the one who signs; the name stands in the fourth."""

HEADER_FILL: Final = "E6EDF3"
GROUP_FILL: Final = "F3F6F9"
RULE: Final = "7A8691"
INK: Final = "000000"

LONGEST_UNBROKEN_CELL: Final = 500
"""A row whose cells all hold fewer letters stays on one page; a longer one may run on."""

POINTS_PER_CM: Final = 72 / 2.54


OFFICIAL_MARGINS: Final = Margins(MARGIN_LEFT_CM, MARGIN_RIGHT_CM, MARGIN_TOP_CM, MARGIN_BOTTOM_CM)


def text_width_pt(*, landscape: bool, margins: Margins | None = None) -> float:
    """The width between the margins in points."""
    page = PAGE_HEIGHT_CM if landscape else PAGE_WIDTH_CM
    edges = margins or OFFICIAL_MARGINS
    return (page - edges.left - edges.right) * POINTS_PER_CM

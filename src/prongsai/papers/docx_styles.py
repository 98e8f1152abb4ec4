"""The styles of a DOCX: real headings for navigation, and every face and size said for Thai too."""

from dataclasses import dataclass
from typing import Final

from prongsai.papers import typography as measures
from prongsai.papers.content import ParagraphStyle
from prongsai.papers.docx_xml import Element, fonts, look, twips, w
from prongsai.papers.fonts import OFFICE_FAMILY

THAI: Final = "th-TH"
PARAGRAPH_STYLES: Final[dict[ParagraphStyle, str]] = {
    "body": "OfficialBody",
    "plain": "OfficialPlain",
    "centre": "OfficialCentre",
    "right": "OfficialRight",
    "note": "OfficialNote",
}
TABLE_TEXT: Final = "TableText"
LIST_ITEM: Final = "OfficialListItem"
FORM_LINE: Final = "OfficialForm"
SIGNATURE: Final = "OfficialSignature"
CAPTION: Final = "Caption"
CONTENTS_TITLE: Final = "ContentsTitle"
CONTENTS_LINES: Final = {1: "TOC1", 2: "TOC2", 3: "TOC3"}
TITLE: Final = "Title"


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style; gaps in points, sizes in points of TH Sarabun New."""

    id: str
    name: str
    size: float = measures.BODY_SIZE
    bold: bool = False
    before: float = 0
    after: float = 0
    first_line_cm: float = 0
    left_cm: float = 0
    dots_to_edge: bool = False
    justification: str = "left"
    keep_next: bool = False
    outline: int | None = None


_CONTENTS_STEP_CM: Final = 0.8
_GAP = measures.PARAGRAPH_GAP_PT
_STYLES: Final = (
    _Style(
        "OfficialBody",
        "Official Body",
        before=_GAP,
        first_line_cm=measures.FIRST_LINE_CM,
        justification="thaiDistribute",
    ),
    _Style("OfficialPlain", "Official Plain", before=_GAP),
    _Style("OfficialCentre", "Official Centre", before=_GAP, justification="center"),
    _Style("OfficialRight", "Official Right", before=_GAP, justification="right"),
    _Style("OfficialNote", "Official Note", size=measures.NOTE_SIZE, before=_GAP),
    _Style(LIST_ITEM, "Official List Item"),
    _Style(FORM_LINE, "Official Form"),
    _Style(SIGNATURE, "Official Signature", justification="center"),
    _Style(TABLE_TEXT, "Table Text", size=14),
    _Style(TITLE, "Title", size=measures.COVER_SIZE, bold=True, after=12, justification="center"),
    _Style(CAPTION, "caption", bold=True, before=_GAP, after=_GAP, justification="center"),
    _Style(
        CONTENTS_TITLE, "Contents Title", size=measures.HEADING_SIZES[1], bold=True, after=12, justification="center"
    ),
    *(
        _Style(identity, f"toc {level}", before=2, left_cm=(level - 1) * _CONTENTS_STEP_CM, dots_to_edge=True)
        for level, identity in CONTENTS_LINES.items()
    ),
    _Style("Header", "header", justification="center"),
    _Style("Footer", "footer", size=measures.FOOTER_SIZE, justification="center"),
    *(
        _Style(
            f"Heading{level}",
            f"heading {level}",
            size,
            bold=True,
            before=12,
            after=4,
            keep_next=True,
            outline=level - 1,
        )
        for level, size in measures.HEADING_SIZES.items()
    ),
)


def write_styles(root: Element) -> None:
    """Replace all that is in `styles.xml`: what the template brings names other faces and colours."""
    for child in list(root):
        root.remove(child)
    root.append(_defaults())
    root.append(w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default=1, styleId="Normal"))
    root.append(_plain_style("character", "DefaultParagraphFont", "Default Paragraph Font"))
    root.append(_table_style())
    root.append(_plain_style("numbering", "NoList", "No List"))
    root.extend([_paragraph_style(style) for style in _STYLES])


def _defaults() -> Element:
    size = look(size=measures.BODY_SIZE)
    language = w("lang", val="en-US", eastAsia="en-US", bidi=THAI)
    run = w("rPrDefault", w("rPr", fonts(OFFICE_FAMILY), *size, language))
    spacing = w("spacing", before=0, after=0, line=240, lineRule="auto")
    paragraph = w("pPrDefault", w("pPr", w("autoSpaceDE", val=0), w("autoSpaceDN", val=0), spacing))
    return w("docDefaults", run, paragraph)


def _plain_style(kind: str, identity: str, name: str) -> Element:
    return w(
        "style", w("name", val=name), w("uiPriority", val=99), w("semiHidden"), type=kind, default=1, styleId=identity
    )


def _table_style() -> Element:
    margins = w("tblCellMar", *(w(side, w=0 if side in {"top", "bottom"} else 108, type="dxa") for side in _SIDES))
    style = _plain_style("table", "TableNormal", "Normal Table")
    style.append(w("tblPr", w("tblInd", w=0, type="dxa"), margins))
    return style


_SIDES = ("top", "left", "bottom", "right")


def _paragraph_style(style: _Style) -> Element:
    paragraph = w(
        "pPr",
        w("keepNext") if style.keep_next else None,
        _dots_to_edge() if style.dots_to_edge else None,
        w("spacing", before=twips(points=style.before), after=twips(points=style.after)),
        _indent(style),
        w("jc", val=style.justification),
        w("outlineLvl", val=style.outline) if style.outline is not None else None,
    )
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val="Normal"),
        w("qFormat"),
        paragraph,
        w("rPr", *look(bold=style.bold, size=style.size)),
        type="paragraph",
        styleId=style.id,
    )


def _dots_to_edge() -> Element:
    edge = measures.text_width_pt(landscape=False)
    return w("tabs", w("tab", val="right", leader="dot", pos=twips(points=edge)))


def _indent(style: _Style) -> Element | None:
    if style.first_line_cm:
        return w("ind", firstLine=twips(cm=style.first_line_cm))
    return w("ind", left=twips(cm=style.left_cm)) if style.left_cm else None

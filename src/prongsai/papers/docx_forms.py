"""What is filled in and signed by hand, as WordprocessingML: dotted leaders and signatures."""

from dataclasses import replace

from prongsai.papers.content import Fillable, FormLine, Signature, SignatureBlock, Text
from prongsai.papers.docx_styles import FORM_LINE, SIGNATURE
from prongsai.papers.docx_tables import bare_table
from prongsai.papers.docx_text import Spot, empty, gap, paragraph, text_runs
from prongsai.papers.docx_xml import Element, look, tab_run, text_run, twips, w

_SIGNING_SPACE_PT = 28.0
_LEFT_SHARE = 0.45
_DOTS = "." * 44
_SHORT_DOTS = "." * 36


def form_line(line: FormLine, spot: Spot) -> Element:
    """Fields on one line, each followed by dots up to where the next begins."""
    whole = sum(field.share for field in line.fields)
    stops: list[float] = []
    runs: list[Element] = []
    reached = 0.0
    for form_field in line.fields:
        runs += [text_run(" ", [])] if runs else []
        reached += spot.width_cm * form_field.share / whole
        stops.append(reached)
        runs += [*text_runs(form_field.label, replace(spot, bold=True)), text_run(" ", [])]
        runs += [*text_runs(form_field.value, spot), text_run(" ", []), tab_run()]
    return _dotted(runs, stops)


def fillable(block: Fillable, spot: Spot) -> list[Element]:
    """The label with dots to the right edge, then whole lines of dots."""
    first = [] if empty(block.label) else [*text_runs(block.label, spot), text_run(" ", [])]
    return [_dotted([*(first if place == 0 else []), tab_run()], [spot.width_cm]) for place in range(block.lines)]


def signatures(block: SignatureBlock, spot: Spot) -> list[Element]:
    """One under another on the right half, or side by side in a table without lines."""
    if block.columns == 1:
        return [line for one in block.signatures for line in _on_the_right(one, spot)]
    inside = replace(spot, in_cell=True, width_cm=spot.width_cm / 2 - 0.4)
    cells = [_lines(one, inside) for one in block.signatures]
    return [gap(_SIGNING_SPACE_PT / 2), bare_table(cells, spot.width_cm, 2), gap(4)]


def _on_the_right(one: Signature, spot: Spot) -> list[Element]:
    return _lines(one, replace(spot, indent_cm=spot.width_cm * _LEFT_SHARE))


def _lines(one: Signature, spot: Spot) -> list[Element]:
    kept = replace(spot, keep_next=True)
    lines = _opinion(one, kept)
    lines.append(_keeping_gap())
    lines.append(_line(f"ลงชื่อ{_DOTS}{one.role}", kept))
    lines.append(_line(f"({one.name})" if one.name else f"({_DOTS})", kept))
    lines.append(_line(one.post or f"ตำแหน่ง{_SHORT_DOTS}", kept))
    if one.acting:
        lines.append(_line(one.acting, kept))
    lines.append(_line(one.dated or f"วันที่{_DOTS}", spot))
    return lines


def _opinion(one: Signature, spot: Spot) -> list[Element]:
    if not one.opinion:
        return []
    head = paragraph(FORM_LINE, text_runs(one.opinion, replace(spot, bold=True)), spot)
    edge = spot.indent_cm + (spot.width_cm if spot.in_cell else spot.width_cm - spot.indent_cm)
    return [head, *(_dotted([tab_run()], [edge], spot) for _ in range(one.opinion_lines))]


def _line(text: Text, spot: Spot) -> Element:
    return paragraph(SIGNATURE, text_runs(text, spot), spot)


def _keeping_gap() -> Element:
    spacing = w("spacing", before=0, after=0, line=twips(points=_SIGNING_SPACE_PT), lineRule="exact")
    return w("p", w("pPr", w("keepNext"), spacing, w("rPr", *look(size=8))))


def _dotted(runs: list[Element], stops: list[float], spot: Spot | None = None) -> Element:
    tabs = w(
        "tabs", *(w("tab", val=_side(place, stops), leader="dot", pos=twips(cm=at)) for place, at in enumerate(stops))
    )
    indent = w("ind", left=twips(cm=spot.indent_cm)) if spot and spot.indent_cm else None
    keep = w("keepNext") if spot and spot.keep_next else None
    return w("p", w("pPr", w("pStyle", val=FORM_LINE), keep, tabs, indent), *runs)


def _side(place: int, stops: list[float]) -> str:
    return "right" if place == len(stops) - 1 else "left"

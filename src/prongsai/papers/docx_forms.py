"""What is filled in and signed by hand, as WordprocessingML: dotted leaders and signatures."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace

from prongsai.papers import typography as measures
from prongsai.papers.content_forms import TICK, Fillable, FormField, FormLine, Signature, SignatureBlock
from prongsai.papers.docx_styles import FORM_LINE, SIGNATURE
from prongsai.papers.docx_tables import bare_table
from prongsai.papers.docx_text import Spot, empty, gap, paragraph, text_runs
from prongsai.papers.docx_xml import Element, look, tab_run, text_run, twips, w
from prongsai.papers.fonts import sarabun_size, text_width
from prongsai.papers.texts import Run, Text, runs_of

_SIGNING_SPACE_PT = 28.0
_LINE_PT = 21.3
_LABEL_GAP_CM = 0.2
_LEAST_DOTS_CM = 0.5
_LEFT_SHARE = 0.45
_DOTS = "." * 44
_SHORT_DOTS = "." * 36
_NARROW_DOTS = "." * 32
_NARROW_SHORT_DOTS = "." * 24


def form_line(line: FormLine, spot: Spot) -> Element:
    """Fields on one line; dots, where there are any, run up to where the next field or the margin begins."""
    if len(line.fields) == 1:
        return _hanging_field(line.fields[0], spot, dotted=line.dotted)
    whole = sum(field.share for field in line.fields)
    stops: list[float] = []
    runs: list[Element] = []
    reached = written = 0.0
    for form_field in line.fields:
        label = runs_of(form_field.label, bold=True)
        reached += spot.width_cm * form_field.share / whole
        written = (stops[-1] if stops else 0) + _width_cm((*label, Run("  "), *runs_of(form_field.value)), spot)
        stops.append(min(max(reached, written + _LEAST_DOTS_CM), spot.width_cm))
        runs += [*([text_run(" ", [])] if runs else []), *text_runs(label, spot), text_run(" ", [])]
        runs += [*text_runs(form_field.value, spot), text_run(" ", []), tab_run()]
    if written + _LEAST_DOTS_CM > spot.width_cm:
        runs.pop()
    return _dotted(runs, stops, leader="dot" if line.dotted else None)


def _hanging_field(field: FormField, spot: Spot, *, dotted: bool) -> Element:
    """The label, then a value whose further lines begin under its own beginning."""
    label = runs_of(field.label, bold=True)
    hanging = _width_cm(label, spot) + (_LABEL_GAP_CM if label else 0)
    runs = [*text_runs(label, spot), tab_run(), *text_runs(field.value, spot)]
    edge = w("tab", val="right", leader="dot", pos=twips(cm=spot.width_cm)) if dotted else None
    tabs = w("tabs", w("tab", val="left", pos=twips(cm=hanging)), edge)
    room = None if dotted else w("spacing", before=twips(points=measures.PARAGRAPH_GAP_PT), after=0)
    indent = w("ind", left=twips(cm=hanging), hanging=twips(cm=hanging))
    ending = [text_run(" ", []), tab_run()] if dotted else []
    return w("p", w("pPr", w("pStyle", val=FORM_LINE), tabs, room, indent), *runs, *ending)


def _width_cm(runs: tuple[Run, ...], spot: Spot) -> float:
    """How wide the runs are; TH Sarabun New is as wide as Sarabun is at the size that looks like it."""
    sizes = [sarabun_size(run.size or spot.size or measures.BODY_SIZE) for run in runs]
    points = sum(text_width(run.text, size, bold=run.bold) for run, size in zip(runs, sizes, strict=True))
    return points / measures.POINTS_PER_CM


def fillable(block: Fillable, spot: Spot) -> list[Element]:
    """The label with dots to the right edge, then whole lines of dots."""
    first = [] if empty(block.label) else [*text_runs(block.label, spot), text_run(" ", [])]
    return [_dotted([*(first if place == 0 else []), tab_run()], [spot.width_cm]) for place in range(block.lines)]


def signatures(block: SignatureBlock, spot: Spot) -> list[Element]:
    """One under another on the right half, or side by side in a table without lines."""
    if block.columns == 1:
        right = replace(spot, indent_cm=spot.width_cm * _LEFT_SHARE)
        return [line for one in block.signatures for line in _lines(one, right, 1)]
    width = spot.width_cm / block.columns
    inside = replace(spot, in_cell=True, width_cm=width - 0.4)
    lines = [block.signatures[at : at + block.columns] for at in range(0, len(block.signatures), block.columns)]
    cells = [cell for line in lines for cell in _side_by_side(line, block.columns, inside)]
    return [gap(_SIGNING_SPACE_PT / 2), bare_table(cells, [width] * block.columns), gap(4)]


def _side_by_side(line: Sequence[Signature], columns: int, spot: Spot) -> list[list[Element]]:
    """A row of opinions and one of signatures, so that all sign at one height; the first keeps with the second."""
    kept = replace(spot, keep_next=True)
    empty_places = [[w("p")] for _ in range(columns - len(line))]
    opinions = [_opinion(one, kept) or [paragraph(FORM_LINE, [], kept)] for one in line]
    if not any(one.opinion for one in line):
        return [*(_signing(one, spot, columns) for one in line), *empty_places]
    return [*opinions, *deepcopy(empty_places), *(_signing(one, spot, columns) for one in line), *empty_places]


def _lines(one: Signature, spot: Spot, columns: int) -> list[Element]:
    return [*_opinion(one, replace(spot, keep_next=True)), *_signing(one, spot, columns)]


def _signing(one: Signature, spot: Spot, columns: int) -> list[Element]:
    """Room to sign, who signs, when; all together: in a table its row sees to that."""
    dots, short = (_NARROW_DOTS, _NARROW_SHORT_DOTS) if columns > 2 else (_DOTS, _SHORT_DOTS)  # noqa: PLR2004
    kept = replace(spot, keep_next=not spot.in_cell)
    words = [
        "" if one.bare else f"ลงชื่อ{dots}{one.role}",
        f"({one.name or dots})",
        one.post or f"ตำแหน่ง{short}",
        one.acting,
        one.dated or ("" if one.bare else f"วันที่{dots}"),
    ]
    said = [line for line in words if line]
    lines = [_line(line, kept) for line in said[:-1]]
    return [_signing_room(one, kept), *lines, _line(said[-1], spot)]


def _opinion(one: Signature, spot: Spot) -> list[Element]:
    if not one.opinion:
        return []
    head = paragraph(FORM_LINE, text_runs(one.opinion, replace(spot, bold=True)), spot)
    choices = "   ".join(f"{TICK}\u00a0{choice}" for choice in one.choices)
    ticks = [paragraph(FORM_LINE, text_runs(choices, spot), spot)] if choices else []
    edge = spot.indent_cm + (spot.width_cm if spot.in_cell else spot.width_cm - spot.indent_cm)
    return [head, *ticks, *(_dotted([tab_run()], [edge], spot) for _ in range(one.opinion_lines))]


def _signing_room(one: Signature, spot: Spot) -> Element:
    points = measures.SIGNING_LINES * _LINE_PT if one.bare else _SIGNING_SPACE_PT
    spacing = w("spacing", before=0, after=0, line=twips(points=points), lineRule="exact")
    return w("p", w("pPr", w("keepNext") if spot.keep_next else None, spacing, w("rPr", *look(size=8))))


def _line(text: Text, spot: Spot) -> Element:
    return paragraph(SIGNATURE, text_runs(text, spot), spot)


def _dotted(
    runs: list[Element], stops: list[float], spot: Spot | None = None, *, leader: str | None = "dot"
) -> Element:
    tabs = w(
        "tabs", *(w("tab", val=_side(place, stops), leader=leader, pos=twips(cm=at)) for place, at in enumerate(stops))
    )
    indent = w("ind", left=twips(cm=spot.indent_cm)) if spot and spot.indent_cm else None
    keep = w("keepNext") if spot and spot.keep_next else None
    return w("p", w("pPr", w("pStyle", val=FORM_LINE), keep, tabs, indent), *runs)


def _side(place: int, stops: list[float]) -> str:
    return "right" if place == len(stops) - 1 else "left"

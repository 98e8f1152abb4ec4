"""What is filled in and signed by hand, as plain data for `official.typ`."""

from dataclasses import replace

from prongsai.papers import typography as measures
from prongsai.papers.content_forms import TICK, Emblem, Fillable, FormLine, Roster, Signature, SignatureBlock
from prongsai.papers.digits import shown
from prongsai.papers.fonts import drawable, sarabun_size, text_width
from prongsai.papers.texts import plain_text, runs_of
from prongsai.papers.typst_text import Data, Place, text_data

_LEAST_ROOM_PT = 20.0
_BETWEEN_SIGNATURES_PT = 20.0
_GUTTER_PT = 6.0
_DUTY_SHARE = 0.42
_NUMBER_ROOM_PT = 24.0


def form_line_data(line: FormLine, place: Place) -> Data:
    """Fields side by side; each value has the room that its label leaves."""
    whole = sum(field.share for field in line.fields)
    fields = []
    for form_field in line.fields:
        label = runs_of(form_field.label, bold=True)
        width = sum(text_width(run.text, sarabun_size(run.size or place.size), bold=run.bold) for run in label)
        room = max(place.width * form_field.share / whole - width - _GUTTER_PT, _LEAST_ROOM_PT)
        value = text_data(form_field.value, replace(place, width=room))
        fields.append({"label": text_data(label, place), "value": value, "share": form_field.share})
    return {"kind": "form_line", "dotted": line.dotted, "fields": fields}


def fillable_data(block: Fillable, place: Place) -> Data:
    """A label and how many lines of dots."""
    return {"kind": "fillable", "label": text_data(block.label, place), "lines": block.lines}


def signatures_data(block: SignatureBlock, place: Place) -> Data:
    """Each signature in its column; one column is half of the width."""
    inner = replace(place, width=place.width / max(block.columns, 2) - _BETWEEN_SIGNATURES_PT)
    signatures = [_signature(signature, inner) for signature in block.signatures]
    return {"kind": "signatures", "columns": block.columns, "signatures": signatures}


def _signature(signature: Signature, place: Place) -> Data:
    return {
        "role": text_data(signature.role, place),
        "name": text_data(signature.name, place),
        "post": text_data(signature.post, place),
        "acting": text_data(signature.acting, place),
        "dated": text_data(signature.dated, place),
        "opinion": text_data(signature.opinion, replace(place, bold=True)),
        "opinion_lines": signature.opinion_lines,
        "choices": [_choice(f"{TICK} {choice}", place) for choice in signature.choices],
        "bare": signature.bare,
    }


def _choice(words: str, place: Place) -> Data:
    """A choice that fits its column stays on one line with its box."""
    whole = text_width(words, sarabun_size(place.size)) < place.width
    return {"text": text_data(words, place), "whole": whole}


def emblem_data(emblem: Emblem, place: Place) -> Data:
    """The picture as a string (SVG) or a list of bytes (PNG): JSON holds nothing else."""
    height = emblem.height_cm * measures.POINTS_PER_CM
    title = replace(
        place, width=max(place.width - 2 * height, _LEAST_ROOM_PT), size=measures.MEMO_TITLE_SIZE, bold=True
    )
    return {
        "kind": "emblem",
        "height": height,
        "image": _picture(emblem),
        "format": "png" if emblem.is_png else "svg",
        "alt": shown(emblem.alt, place.digits),
        "title": text_data(emblem.title, title),
        "title_line": measures.MEMO_TITLE_LINE_PT,
        "depth": 1 if plain_text(emblem.title) else 0,
    }


def _picture(emblem: Emblem) -> str | list[int] | None:
    if emblem.image is None:
        return None
    return list(emblem.image) if emblem.is_png else emblem.image.decode("utf-8", errors="replace")


def roster_data(block: Roster, place: Place) -> Data:
    """Numbers, who, and as what, each in its column."""
    width = place.width - measures.FIRST_LINE_CM * measures.POINTS_PER_CM
    duty = replace(place, width=width * _DUTY_SHARE)
    who = replace(place, width=width - duty.width - _NUMBER_ROOM_PT)
    return {
        "kind": "roster",
        "number_room": _NUMBER_ROOM_PT,
        "duty_room": duty.width,
        "lines": [
            {
                "mark": drawable(shown(block.pattern.format(number), place.digits)),
                "who": text_data(line.who, who),
                "duty": text_data(line.duty, duty),
            }
            for number, line in enumerate(block.lines, 1)
        ],
    }

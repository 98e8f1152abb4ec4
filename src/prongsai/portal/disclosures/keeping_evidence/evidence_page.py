"""What was kept at an address beside the last look at it."""

from typing import Any

from prongsai.portal.disclosures.answering.access import Answering
from prongsai.portal.disclosures.keeping_evidence.comparing import compare_texts
from prongsai.portal.disclosures.keeping_evidence.page import has_changed
from prongsai.portal.disclosures.keeping_evidence.queries import latest_captures
from prongsai.portal.disclosures.models import Capture
from prongsai.portal.files.keeping import has_packed, read_packed
from prongsai.portal.ui.language import pick
from prongsai.rulebook.instrument import Item

LONGEST_SHOWN = 20_000


def evidence_page(here: Answering, item: Item, kept: Capture) -> dict[str, Any]:
    """Everything on the page; texts are read from where they are kept."""
    text, found = text_of(kept), compared(kept)
    latest = found["latest"] or kept
    return {
        "seat": here.seat,
        "round": here.round,
        "item": item,
        "number": item.code.upper(),
        "title": pick(item.title_th, item.title_en),
        "kept": kept,
        "has_file": has_packed(kept.sha256),
        "has_latest_file": latest.sha256 != kept.sha256 and has_packed(latest.sha256),
        "text": text[:LONGEST_SHOWN],
        "is_cut": len(text) > LONGEST_SHOWN,
        **found,
    }


def compared(kept: Capture) -> dict[str, Any]:
    """What was kept beside the last look at the same address, `latest` being `None` where there was none since."""
    latest = latest_captures(kept.agency_id, [kept.url]).get(kept.url, kept)
    is_other = has_changed(kept, latest)
    return {
        "latest": latest if latest.pk != kept.pk else None,
        "has_changed": is_other,
        "changes": compare_texts(text_of(kept), text_of(latest)) if is_other and latest.text_sha256 else (),
    }


def text_of(capture: Capture) -> str:
    """The text that was found in a file or page; empty where there was none."""
    return read_packed(capture.text_sha256).decode() if capture.text_sha256 else ""

"""What is shown before the answers are handed in, and of a copy that was confirmed."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from prongsai.portal.disclosures.answering.access import Answering
from prongsai.portal.disclosures.answering.page import checking, item_lines, sums_of
from prongsai.portal.disclosures.facts import AnsweredItem, ConfirmedDisclosure
from prongsai.portal.ui.language import pick
from prongsai.rulebook.instrument import Item


@dataclass(frozen=True, slots=True)
class CopyLine:
    """An item as it stands in a copy, or as it would be pasted elsewhere."""

    item: Item
    given: AnsweredItem

    @property
    def number(self) -> str:
        """As it is printed: "O12"."""
        return self.item.code.upper()

    @property
    def title(self) -> str:
        """In the page's language."""
        return pick(self.item.title_th, self.item.title_en)

    @property
    def urls_text(self) -> str:
        """The addresses as ITAS takes them: one a line."""
        return "\n".join(self.given.urls)


def submit_page(here: Answering, problem: str = "", gaps: Collection[str] = ()) -> dict[str, Any]:
    """What is missing or worth a look before handing in; `problem` is why it was refused, with the ticked `gaps`."""
    lines = item_lines(here)
    return {
        "seat": here.seat,
        "round": here.round,
        "here": here,
        "sums": sums_of(lines),
        "empty": [line for line in lines if line.state == "empty"],
        "drafts": [line for line in lines if line.state == "draft"],
        "troubled": [line for line in lines if line.troubles],
        "unseen": sum(bool(line.written.given.urls) and not line.is_seen for line in lines),
        "progress": checking(here),
        "problem": problem,
        "gaps": gaps,
    }


def copy_lines(here: Answering, copy: ConfirmedDisclosure) -> list[CopyLine]:
    """Every item of a copy in the year's order."""
    return [CopyLine(item, copy.items.get(code, AnsweredItem(code))) for code, item in here.rules.items.items()]


def lines_now(here: Answering) -> list[CopyLine]:
    """The items as they are written now, as far as the seat sees them."""
    return [
        CopyLine(
            here.rules.items[code],
            AnsweredItem(code, item.given.urls, item.given.explanation, item.given.not_applicable),
        )
        for code, item in here.items.items()
    ]

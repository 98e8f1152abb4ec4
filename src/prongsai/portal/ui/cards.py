"""A card that leads somewhere: what areas put on an agency's desk."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """Texts in the page's language; `href` is an address; `note` says what waits there ("3 ขั้นตอนเกินกำหนด")."""

    title: str
    text: str
    href: str
    position: int = 50
    note: str = ""

"""What a kind of paper says of itself, so that pages, actions and the shelf can treat all kinds alike."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.utils.functional import Promise

from prongsai.papers.content import Document
from prongsai.portal.documents.figures import Figures
from prongsai.portal.documents.head import Head
from prongsai.portal.documents.sources import Sources
from prongsai.portal.people.access import WHOLE_AGENCY, Seat

USUAL_CHAIN = ("ผู้จัดทำ", "ผู้ตรวจสอบ", "ผู้เห็นชอบ", "ผู้อนุมัติ")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper.

    `years` are those for which there is what it needs, `figures` what it rests on (no more queries than `sources` has),
    `write` the paper itself with what is typed on it. `for_everybody`: once approved it is for all who work here, else
    only for those who see the whole agency. `roles` begin a chain of signatures. `template` names the paper whose
    template an agency may have laid over it.
    """

    slug: str
    title: Promise
    years: Callable[[Sources], Collection[int]]
    figures: Callable[[Sources, int], Figures]
    write: Callable[[Sources, int, Head], Document]
    for_everybody: bool = True
    roles: tuple[str, ...] = USUAL_CHAIN
    template: str = ""

    def is_for(self, seat: Seat) -> bool:
        """Whether the seat may have it at all."""
        return self.for_everybody or bool(seat.roles & WHOLE_AGENCY)

    def figures_now(self, sources: Sources, year: int) -> Figures:
        """The figures as they are stored; none where what it was written from is gone."""
        return self.figures(sources, year) if year in self.years(sources) else {}

"""The two pages on which an officer types: forms that lose nothing, also where somebody else was quicker."""

from dataclasses import asdict
from typing import Any

from django.http import Http404, HttpRequest

from prongsai.portal.documents.access import OpenedPaper
from prongsai.portal.documents.drafting.actions import Said
from prongsai.portal.documents.drafting.forms import WAS, HeadForm, PassagesForm, SignatoryForms
from prongsai.portal.documents.freezing import current_sections, head_of
from prongsai.portal.documents.head import Head
from prongsai.portal.documents.passages import PassageView, SectionView
from prongsai.portal.documents.queries import find_paper
from prongsai.portal.documents.refusals import PaperRefusedError
from prongsai.portal.ui.rows import with_more_rows

MORE_SIGNATORIES = 1


class HeadPage:
    """Number, date, subject, addressee, digits and the chain of one request."""

    def __init__(self, request: HttpRequest, opened: OpenedPaper) -> None:
        self.opened = opened
        self.quicker: Head | None = None
        self._typed: Any = None
        if request.method == "POST":
            self._typed = with_more_rows(request.POST, prefix="chain", more=MORE_SIGNATORIES)
        self._wants_more = request.method == "POST" and "more" in request.POST
        self._fill()

    def is_handed_in(self) -> bool:
        """Whether everything was typed and is right; asking for another row is not handing in."""
        valid = self.form.is_valid() and self.chain.is_valid()
        return valid and not self._wants_more

    @property
    def seen(self) -> int:
        """The revision that the form was filled from."""
        return int(self.form.cleaned_data["seen"])

    def head(self) -> Head:
        """What was typed."""
        signers = (form.signer for form in self.chain if form.cleaned_data)
        return self.form.head(tuple(signer for signer in signers if signer is not None))

    def refuse(self, refusal: PaperRefusedError) -> None:
        """Keep what was typed, say why it was not kept, and let the next press save it over what stands now."""
        paper = _as_it_is(self.opened)
        self.quicker = head_of(paper)
        self._typed = _seen_now(self._typed, paper.revision)
        self._fill()
        self.form.is_valid()
        self.form.add_error(None, str(refusal))

    def contents(self) -> dict[str, Any]:
        """What the template shows."""
        return {
            "paper": self.opened.paper,
            "kind": self.opened.kind,
            "form": self.form,
            "chain": self.chain,
            "quicker": self.quicker,
            "shows_errors": not self._wants_more,
        }

    def _fill(self) -> None:
        head = head_of(self.opened.paper)
        initial = {name: getattr(head, name) for name in ("number", "dated", "subject", "addressee", "digits")}
        self.form = HeadForm(self._typed, initial=initial | {"seen": self.opened.paper.revision})
        # what was typed stands alone: a row that equals what is stored would count as untouched and be lost
        rows = [] if self._typed else [asdict(signer) for signer in head.chain]
        self.chain = SignatoryForms(self._typed, prefix="chain", initial=rows)


class TextPage:
    """The passages of one part of the paper in one request."""

    def __init__(self, request: HttpRequest, opened: OpenedPaper, section: str) -> None:
        self.opened, self.section = opened, _section(opened, section)
        self._typed: Any = request.POST.copy() if request.method == "POST" else None
        self.quicker: dict[str, PassageView] = {}
        self._fill()

    def is_handed_in(self) -> bool:
        """Whether the words were typed and are not too many."""
        return self.form.is_valid()

    @property
    def seen(self) -> int:
        """The revision that the form was filled from."""
        return int(self.form.cleaned_data["seen"])

    def said(self) -> dict[str, Said]:
        """The words for each passage, beside what the system wrote when the form was opened."""
        typed, keys = self.form.cleaned_data, [view.passage.key for view in self.section.passages]
        return {key: Said(typed[key], typed[f"{WAS}{key}"]) for key in keys}

    def refuse(self, refusal: PaperRefusedError) -> None:
        """As on the other page; beside each box stands what somebody else wrote meanwhile."""
        paper = _as_it_is(self.opened)
        self.section = _section(OpenedPaper(paper, self.opened.kind, self.opened.sources), self.section.name)
        self._typed = _seen_now(self._typed, paper.revision)
        self._fill()
        self.form.is_valid()
        self.form.add_error(None, str(refusal))
        for view in self.section.passages:
            if self.form.cleaned_data.get(view.passage.key, "").split() != view.text.split():
                self.quicker[view.passage.key] = view

    def contents(self) -> dict[str, Any]:
        """What the template shows: each box with its passage."""
        boxes = [
            {
                "field": self.form[view.passage.key],
                "was": self.form[f"{WAS}{view.passage.key}"],
                "view": view,
                "quicker": self.quicker.get(view.passage.key),
            }
            for view in self.section.passages
        ]
        return {
            "paper": self.opened.paper,
            "kind": self.opened.kind,
            "section": self.section,
            "form": self.form,
            "boxes": boxes,
        }

    def _fill(self) -> None:
        initial = {"seen": self.opened.paper.revision}
        self.form = PassagesForm(self._typed, views=self.section.passages, initial=initial)


def _section(opened: OpenedPaper, name: str) -> SectionView:
    for section in current_sections(opened):
        if section.name == name:
            return section
    raise Http404(f"no part {name} of {opened.paper}")


def _as_it_is(opened: OpenedPaper) -> Any:  # noqa: ANN401 - a paper, which is never deleted
    paper = opened.paper
    return find_paper(paper.agency_id, paper.year, paper.kind)


def _seen_now(typed: Any, revision: int) -> Any:  # noqa: ANN401 - a QueryDict
    now = typed.copy()
    now["seen"] = str(revision)
    return now

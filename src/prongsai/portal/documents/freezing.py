"""Turns the stored rows of a paper into what is typed on it, its words, and the document itself."""

from prongsai.papers.content import Document
from prongsai.papers.rewording import reworded
from prongsai.portal.documents.access import OpenedPaper
from prongsai.portal.documents.head import Head, Signer
from prongsai.portal.documents.models import Paper, Signatory
from prongsai.portal.documents.passages import SectionView, sections_of
from prongsai.portal.documents.templating import written


def head_of(paper: Paper) -> Head:
    """All that is typed on it; `chain` was fetched."""
    return Head(
        number=paper.number,
        dated=paper.dated,
        subject=paper.subject,
        addressee=paper.addressee,
        digits="arabic" if paper.digits == "arabic" else "thai",
        chain=tuple(map(_signer, paper.chain.all())),
    )


def document_of(opened: OpenedPaper, head: Head, *, with_own_words: bool = True) -> Document:
    """The paper as it would be written now, with the office's own words or without; always in Thai."""
    document = written(opened.kind, opened.sources, opened.paper.year, head)
    words = {wording.key: wording.text for wording in opened.paper.wordings.all()}
    return reworded(document, words) if with_own_words else document


def current_sections(opened: OpenedPaper) -> tuple[SectionView, ...]:
    """What the paper says now; nothing where what it is written from is gone."""
    if opened.paper.year not in opened.kind.years(opened.sources):
        return ()
    document = document_of(opened, head_of(opened.paper), with_own_words=False)
    return sections_of(document, opened.paper.wordings.all())


def _signer(row: Signatory) -> Signer:
    names = ("role", "post", "name", "acting_for", "opinion", "order", "dated")
    return Signer(**{name: getattr(row, name) for name in names})

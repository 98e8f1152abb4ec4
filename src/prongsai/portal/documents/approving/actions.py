"""Writes the executive's decision on a paper, and opens an approved one again."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.portal.documents.access import OpenedPaper
from prongsai.portal.documents.figures import Figures, fingerprint
from prongsai.portal.documents.freezing import current_sections, document_of, head_of
from prongsai.portal.documents.head import Head
from prongsai.portal.documents.head import as_plain as head_as_plain
from prongsai.portal.documents.locking import lock_paper, mark_changed
from prongsai.portal.documents.models import Order, Paper, PaperState, PaperVersion, Signatory
from prongsai.portal.documents.naming import paper_path, version_path
from prongsai.portal.documents.passages import as_plain
from prongsai.portal.documents.refusals import PaperRefusedError, StalePaperError
from prongsai.portal.documents.rendering import Files, both_files
from prongsai.portal.documents.sources import Sources
from prongsai.portal.files.keeping import keep
from prongsai.portal.journal.actions import append_line
from prongsai.portal.people.access import Seat


@dataclass(frozen=True, slots=True)
class Frozen:
    """What a version keeps besides the figures."""

    head: Head
    says: list[dict[str, Any]]
    files: Files


@dataclass(frozen=True, slots=True)
class Seen:
    """What the one who decides had before her: the paper's revision and the fingerprint of the figures in it."""

    revision: int
    figures_sha256: str


def approve_paper(
    *, seat: Seat, opened: OpenedPaper, seen: Seen, order: Order = Order.APPROVED, opinion: str = ""
) -> PaperVersion:
    """Freeze the paper as it was seen: both files, what is typed on it, the figures. Earlier versions stay.

    The files take a second or two to write, so this happens before the transaction, which then sees that nothing moved.
    Raises `StalePaperError` where the paper or a figure is no longer what was seen, `PaperRefusedError` where nobody
    submitted it or somebody has decided already.
    """
    head = head_of(opened.paper).ordered(order=order.value, opinion=opinion, on=timezone.localdate())
    figures = opened.kind.figures_now(opened.sources, opened.paper.year)
    _refuse_other_than_seen(opened.paper, figures, seen)
    files = both_files(document_of(opened, head), on=timezone.localdate())
    return _freeze(seat, opened, seen, Frozen(head, as_plain(current_sections(opened)), files))


@transaction.atomic
def return_paper(*, seat: Seat, paper: Paper, reason: str) -> Paper:
    """Give a paper back to be mended; a reason is asked for."""
    paper = lock_paper(paper, PaperState.SUBMITTED)
    if not reason.strip():
        raise PaperRefusedError(_("โปรดบอกเหตุผลที่ส่งคืน"))
    paper.state, paper.return_reason = PaperState.RETURNED, reason.strip()
    mark_changed(paper)
    append_line(actor=seat.actor, verb="paper.return", object=paper_path(paper), detail={"reason": paper.return_reason})
    return paper


@transaction.atomic
def revise_paper(*, seat: Seat, paper: Paper) -> Paper:
    """Open an approved paper for its next version; what the chain said and ordered was about the one before."""
    paper = lock_paper(paper, PaperState.APPROVED)
    paper.state, paper.dated = PaperState.DRAFT, None
    Signatory.objects.filter(paper=paper).update(opinion="", order="", dated=None)
    mark_changed(paper)
    append_line(actor=seat.actor, verb="paper.revise", object=paper_path(paper))
    return paper


@transaction.atomic
def _freeze(seat: Seat, opened: OpenedPaper, seen: Seen, frozen: Frozen) -> PaperVersion:
    paper = lock_paper(opened.paper, PaperState.SUBMITTED, seen=seen.revision)
    figures = opened.kind.figures_now(Sources(paper.agency), paper.year)
    _refuse_other_figures(figures, seen)
    newest = PaperVersion.objects.filter(paper=paper).order_by("-number").first()
    version = PaperVersion.objects.create(
        paper=paper,
        number=1 if newest is None else newest.number + 1,
        head=head_as_plain(frozen.head),
        says=frozen.says,
        figures=dict(figures),
        figures_sha256=fingerprint(figures),
        pdf_sha256=keep(frozen.files.pdf),
        docx_sha256=keep(frozen.files.docx),
        approved_by=seat.person,
        approved_at=timezone.now(),
    )
    paper.state = PaperState.APPROVED
    mark_changed(paper)
    _write_last_word(paper, frozen.head)
    detail = {"pdf": version.pdf_sha256, "docx": version.docx_sha256, "figures": version.figures_sha256}
    append_line(actor=seat.actor, verb="paper.approve", object=version_path(paper, version.number), detail=detail)
    return version


def _refuse_other_than_seen(paper: Paper, figures: Figures, seen: Seen) -> None:
    """The same questions as in the transaction, asked before the slow part."""
    if paper.state != PaperState.SUBMITTED:
        raise PaperRefusedError(_("เอกสารอยู่ในสถานะ “%(state)s” จึงทำไม่ได้") % {"state": paper.get_state_display()})
    _refuse_other_figures(figures, seen)


def _refuse_other_figures(figures: Figures, seen: Seen) -> None:
    if fingerprint(figures) != seen.figures_sha256:
        raise StalePaperError(_("ตัวเลขในเอกสารเปลี่ยนหลังจากที่ท่านเปิดหน้านี้ อ่านของล่าสุดก่อน แล้วจึงทำอีกครั้ง"))


def _write_last_word(paper: Paper, head: Head) -> None:
    last = Signatory.objects.filter(paper=paper).order_by("-position").first()
    if last is not None and head.chain:
        last.opinion, last.order, last.dated = head.chain[-1].opinion, head.chain[-1].order, head.chain[-1].dated
        last.save()

"""Writes a paper until it is submitted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.portal.documents.head import Head, Signer
from prongsai.portal.documents.kind import Kind
from prongsai.portal.documents.locking import OPEN, lock_paper, mark_changed
from prongsai.portal.documents.models import Paper, PaperState, Signatory, Wording
from prongsai.portal.documents.naming import paper_path
from prongsai.portal.documents.refusals import PaperRefusedError
from prongsai.portal.journal.actions import append_line
from prongsai.portal.people.access import Seat

if TYPE_CHECKING:
    from prongsai.portal.journal.chain import Detail


@dataclass(frozen=True, slots=True)
class Said:
    """What an officer typed for a passage, and what the system wrote there when she opened the form."""

    text: str
    written_over: str


@transaction.atomic
def start_paper(*, seat: Seat, kind: Kind, year: int) -> Paper:
    """Begin a paper with the kind's usual chain; where it was begun already, it stays as it is."""
    paper, is_new = Paper.objects.select_related("agency").get_or_create(agency=seat.agency, year=year, kind=kind.slug)
    if is_new:
        _write_chain(paper, tuple(Signer(role=role) for role in kind.roles))
        append_line(actor=seat.actor, verb="paper.start", object=paper_path(paper))
    return paper


@transaction.atomic
def write_head(*, seat: Seat, paper: Paper, head: Head, seen: int) -> Paper:
    """Keep what is typed on the paper. The journal says that it was typed, not the names in it."""
    paper = lock_paper(paper, *OPEN, seen=seen)
    paper.number, paper.dated, paper.digits = head.number, head.dated, head.digits
    paper.subject, paper.addressee = head.subject, head.addressee
    paper.full_clean(exclude=["agency", "submitted_by"])
    mark_changed(paper)
    _write_chain(paper, head.chain)
    detail: Detail = {"number": head.number, "signatories": len(head.chain)}
    append_line(actor=seat.actor, verb="paper.head", object=paper_path(paper), detail=detail)
    return paper


@transaction.atomic
def reword_passages(*, seat: Seat, paper: Paper, said: Mapping[str, Said], seen: int) -> Paper:
    """Keep the office's words for these passages; none, or those of the system, give the system's back.

    Words that she left as they were stay beside what they were written over, so that a mark on them stays too.
    """
    paper = lock_paper(paper, *OPEN, seen=seen)
    kept = {wording.key: wording for wording in paper.wordings.all()}
    for key, one in said.items():
        _reword(paper, key, one, kept.get(key))
    mark_changed(paper)
    append_line(actor=seat.actor, verb="paper.reword", object=paper_path(paper), detail={"passages": sorted(said)})
    return paper


@transaction.atomic
def keep_wording(*, seat: Seat, paper: Paper, key: str, written_now: str) -> None:
    """Say that the office's words still hold although the system would now write something else."""
    paper = lock_paper(paper, *OPEN)
    wording = _wording(paper, key)
    wording.written_over = _settled(written_now)
    wording.save()
    mark_changed(paper)
    append_line(actor=seat.actor, verb="paper.keep-wording", object=paper_path(paper), detail={"passage": key})


@transaction.atomic
def drop_wording(*, seat: Seat, paper: Paper, key: str) -> None:
    """Let the system's words stand again."""
    paper = lock_paper(paper, *OPEN)
    _wording(paper, key).delete()
    mark_changed(paper)
    append_line(actor=seat.actor, verb="paper.drop-wording", object=paper_path(paper), detail={"passage": key})


@transaction.atomic
def submit_paper(*, seat: Seat, paper: Paper) -> Paper:
    """Lay the paper before the executive; from now on it cannot be changed."""
    paper = lock_paper(paper, *OPEN)
    paper.state, paper.return_reason = PaperState.SUBMITTED, ""
    paper.submitted_by, paper.submitted_at = seat.person, timezone.now()
    mark_changed(paper)
    append_line(actor=seat.actor, verb="paper.submit", object=paper_path(paper))
    return paper


@transaction.atomic
def take_back(*, seat: Seat, paper: Paper) -> Paper:
    """Take a submitted paper back to change it, as long as nobody has decided."""
    paper = lock_paper(paper, PaperState.SUBMITTED)
    paper.state = PaperState.DRAFT
    mark_changed(paper)
    append_line(actor=seat.actor, verb="paper.take-back", object=paper_path(paper))
    return paper


def _reword(paper: Paper, key: str, said: Said, kept: Wording | None) -> None:
    text, over = _settled(said.text), _settled(said.written_over)
    if kept is not None and kept.text == text:
        return
    if text in {"", over}:
        Wording.objects.filter(paper=paper, key=key).delete()
    else:
        defaults = {"text": text, "written_over": over}
        Wording.objects.update_or_create(paper=paper, key=key, defaults=defaults)


def _wording(paper: Paper, key: str) -> Wording:
    wording = Wording.objects.select_for_update().filter(paper=paper, key=key).first()
    if wording is None:
        raise PaperRefusedError(_("ข้อความส่วนนี้ไม่ได้แก้ไว้แล้ว"))
    return wording


def _write_chain(paper: Paper, chain: tuple[Signer, ...]) -> None:
    Signatory.objects.filter(paper=paper).delete()
    names = ("role", "post", "name", "acting_for", "opinion", "order", "dated")
    for position, signer in enumerate(chain, 1):
        row = Signatory(paper=paper, position=position, **{name: getattr(signer, name) for name in names})
        row.full_clean(exclude=["paper"])
        row.save()


def _settled(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())

"""Takes a paper for writing and sees that it is still in a state, and at a revision, that allows it."""

from django.utils.translation import gettext as _

from prongsai.portal.documents.models import Paper, PaperState
from prongsai.portal.documents.refusals import PaperRefusedError, StalePaperError

OPEN = (PaperState.DRAFT, PaperState.RETURNED)


def lock_paper(paper: Paper, *states: PaperState, seen: int | None = None) -> Paper:
    """The paper as it is now, held until the transaction ends.

    Raises `PaperRefusedError` in any other state, and `StalePaperError` where it is no longer at the revision `seen`.
    """
    held = Paper.objects.select_for_update(of=("self",)).select_related("agency").get(pk=paper.pk)
    if held.state not in states:
        raise PaperRefusedError(_("เอกสารอยู่ในสถานะ “%(state)s” จึงทำไม่ได้") % {"state": held.get_state_display()})
    if seen is not None and held.revision != seen:
        raise StalePaperError(_("มีผู้แก้เอกสารนี้หลังจากที่ท่านเปิดหน้านี้ อ่านของล่าสุดก่อน แล้วจึงทำอีกครั้ง"))
    return held


def mark_changed(paper: Paper) -> None:
    """Count a change, so that forms opened before it are noticed; the caller saves nothing of the row afterwards."""
    paper.revision += 1
    paper.save()

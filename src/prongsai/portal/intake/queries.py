"""Reads files of answers that wait."""

from prongsai.portal.intake.models import WaitingAnswers


def waiting_answers(round_id: int, sent_by: str) -> WaitingAnswers | None:
    """The file of a round that a person sent and has not finished; one query."""
    return WaitingAnswers.objects.filter(round_id=round_id, sent_by=sent_by).select_related("agency").first()


def find_waiting(round_id: int, sent_by: str, file_id: int) -> WaitingAnswers | None:
    """The person's own waiting file; one query."""
    mine = WaitingAnswers.objects.filter(round_id=round_id, sent_by=sent_by, pk=file_id)
    return mine.select_related("agency").first()

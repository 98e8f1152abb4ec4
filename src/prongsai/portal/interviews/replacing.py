"""Puts the next client in order into the place of one who was not interviewed."""

from prongsai.portal.interviews.models import Assignment, Client, Frame
from prongsai.statistics.drawing import in_order


def replace_client(ended: Assignment) -> Assignment | None:
    """Assign the next client of the service to the same interviewer; `None` where nobody is left.

    Call it in the transaction that ended the assignment: the frame is held, so that two replacements never meet.
    """
    frame = Frame.objects.select_for_update().get(pk=ended.frame_id)
    free = Client.objects.filter(frame=frame, service=ended.service, assignment=None)
    ids = dict(free.values_list("reference", "pk"))
    if not ids:
        return None
    following = in_order(ids, seed=frame.seed)[0]
    return Assignment.objects.create(
        frame=frame,
        client_id=ids[following],
        interviewer_id=ended.interviewer_id,
        service=ended.service,
        is_replacement=True,
    )

"""Takes a disclosure for writing and sees that its round still allows it."""

from datetime import datetime

from django.utils.translation import gettext as _

from prongsai.portal.disclosures.models import Disclosure
from prongsai.portal.disclosures.refusals import DisclosureRefusedError
from prongsai.portal.rounds.queries import is_open


def lock_disclosure(disclosure_id: int) -> Disclosure:
    """The disclosure as it is now, held until the transaction ends."""
    rows = Disclosure.objects.select_for_update(of=("self",))
    return rows.select_related("agency", "round", "confirmed_copy").get(pk=disclosure_id)


def refuse_unless_open(round_id: int, keys: frozenset[str], at: datetime) -> None:
    """Raise `DisclosureRefusedError` unless one of the phases runs at this moment."""
    if not any(is_open(round_id, key, at) for key in sorted(keys)):
        raise DisclosureRefusedError(_("ขณะนี้ไม่อยู่ในช่วงเวลาที่ทำขั้นตอนนี้ได้ ดูกำหนดการของรอบ หรือขอให้ส่วนกลางขยายเวลา"))

"""Sets the official wording of a round; every revision is kept."""

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from msgspec import json, to_builtins

from prongsai.portal.journal.actions import append_line
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.locking import lock_round
from prongsai.portal.rounds.models import Round, Wording
from prongsai.portal.rounds.naming import round_path
from prongsai.portal.rounds.queries import has_collected, instrument_of
from prongsai.portal.rounds.reading import round_of
from prongsai.portal.rounds.refusals import RoundRefusedError
from prongsai.rulebook.survey_wording import QuestionWording, own_wording, problems_of

if TYPE_CHECKING:
    from prongsai.portal.journal.chain import Detail


@transaction.atomic
def set_wording(*, actor: str, round_id: int, seen: int, wording: Sequence[QuestionWording]) -> RoundFacts:
    """Put a complete wording in force as the next revision; none gives the instrument's own words back.

    `seen` is the revision from which it was written. What is in force already changes nothing. Raises
    `RoundRefusedError` once answers were collected or where somebody else was quicker, `ValueError` for a wording that
    `problems_of` finds fault with.
    """
    held = lock_round(round_id)
    _refuse(held, seen)
    if wording and problems_of(instrument_of(round_of(held)), wording):
        raise ValueError(f"{held.slug}: a wording with faults; show problems_of() first")
    texts = _texts(held, wording)
    sha256 = hashlib.sha256(json.encode(texts)).hexdigest()
    if sha256 == held.wording_sha256 or (not held.wording_revision and not texts):
        return round_of(held)
    held.wording_revision += 1
    held.wording_sha256 = sha256
    held.save(update_fields=["wording_revision", "wording_sha256"])
    Wording.objects.create(
        round=held, revision=held.wording_revision, texts=to_builtins(texts), sha256=sha256, by=actor, at=timezone.now()
    )
    detail: Detail = {"revision": held.wording_revision, "questions": len(texts), "sha256": sha256}
    append_line(actor=actor, verb="round.word", object=round_path(held.slug), detail=detail)
    return round_of(held)


def _texts(held: Round, wording: Sequence[QuestionWording]) -> Sequence[QuestionWording]:
    """In the order of the questions; the instrument's own words are kept as none."""
    own = [entry.words for entry in own_wording(instrument_of(round_of(held)))]
    places = {entry.code: place for place, entry in enumerate(own)}
    ordered = sorted(wording, key=lambda entry: places[entry.code])
    return [] if ordered == own else ordered


def _refuse(held: Round, seen: int) -> None:
    if has_collected(held.pk):
        raise RoundRefusedError(_("รอบนี้เริ่มเก็บข้อมูลแล้ว ถ้อยคำจึงเปลี่ยนไม่ได้ เพราะผู้ตอบทุกคนต้องได้อ่านข้อเดียวกัน"))
    if held.wording_revision != seen:
        raise RoundRefusedError(
            _("มีผู้บันทึกถ้อยคำฉบับที่ %(revision)s ไปก่อนแล้ว สิ่งที่ท่านพิมพ์ยังอยู่ด้านล่าง เทียบกับฉบับนั้นแล้วบันทึกอีกครั้ง")
            % {"revision": held.wording_revision}
        )

"""What a round asks: the questionnaire of the rules that it pinned, in the official wording where the office gave one.

Whoever shows, exports or reads back a round's questions takes them from here.
"""

from functools import lru_cache

from msgspec import convert

from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.models import Wording
from prongsai.portal.rounds.queries import instrument_of
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.survey_flow import Questionnaire, questionnaire_of
from prongsai.rulebook.survey_wording import QuestionWording, own_wording, reword

Texts = tuple[QuestionWording, ...]
KEPT = 32
"""Wordings that a process keeps; they are found by their hash, so that none grows old."""


def questionnaire(round: RoundFacts, part: Instrument) -> Questionnaire:  # noqa: A002 - the area's own word
    """A part as it is asked; at most one query, none in the instrument's own words. `KeyError` for a part not asked."""
    asked = questionnaire_of(instrument_of(round), part)
    return reword(asked, _kept(round.id, round.wording_sha256)) if round.official_wording else asked


def questionnaires(round: RoundFacts) -> dict[Instrument, Questionnaire]:  # noqa: A002
    """Every part that the round asks by a survey."""
    return {part: questionnaire(round, part) for part in instrument_of(round).survey_by_part}


def wording_in_force(round: RoundFacts) -> Texts:  # noqa: A002
    """The words of every question and line as they are asked now; at most one query."""
    if round.official_wording:
        return _kept(round.id, round.wording_sha256)
    return tuple(entry.words for entry in own_wording(instrument_of(round)))


@lru_cache(maxsize=KEPT)
def _kept(round_id: int, sha256: str) -> Texts:
    texts = Wording.objects.filter(round_id=round_id, sha256=sha256).values_list("texts", flat=True)[0]
    return convert(texts, Texts)

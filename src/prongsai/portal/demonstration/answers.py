"""Made-up answers to a round's surveys, so that its pages have something to show."""

import random
from dataclasses import dataclass

from prongsai.portal.rounds.queries import RoundFacts, instrument_of, participation
from prongsai.portal.surveys.actions import Sent, Source, make_codes, make_links, store_answer
from prongsai.portal.surveys.marks import draw_key
from prongsai.portal.surveys.queries import links_of
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.survey_flow import AskedLine, Questionnaire, questionnaire_of

SEED = 2569
STAFF_WHO_ANSWERED = 0.6
CITIZENS = 62
TOWARDS_THE_TOP = 2.2
"""People mark the upper end: the higher, the more of them."""


@dataclass(frozen=True, slots=True)
class Respondents:
    """How many answer beside the staff, and how: what comes as from a file is also taken in after the last day."""

    citizens: int
    interviewed: int = 0
    source: Source = Source.DEMONSTRATION


def load_answers(
    *,
    actor: str,
    facts: RoundFacts,
    agency_id: int,
    agency_code: str,
    who: Respondents = Respondents(CITIZENS),
) -> None:
    """Open an agency's addresses and let part of its staff, some citizens and some clients answer; once only."""
    agency = participation(facts.id, agency_id)
    if agency is None or links_of(facts.id, agency_id):
        return
    make_links(round_id=facts.id, agency_id=agency_id, agency_code=agency_code, actor=actor)
    dice = random.Random(SEED)  # noqa: S311 - the same demonstration each time
    wanted: dict[int | None, int] = {unit.id: int(unit.staff * STAFF_WHO_ANSWERED) for unit in agency.units}
    codes = make_codes(round_id=facts.id, agency_id=agency_id, wanted=wanted, actor=actor)
    by_part: dict[Instrument, list[str | None]] = {
        Instrument.IIT: [*codes],
        Instrument.EIT1: [None] * who.citizens,
        Instrument.EIT2: [None] * who.interviewed,
    }
    for part, own_codes in by_part.items():
        questionnaire = questionnaire_of(instrument_of(facts), part)
        for code in own_codes:
            sent = Sent(
                round_id=facts.id,
                agency_id=agency_id,
                questionnaire=questionnaire,
                choices=_choices(questionnaire, dice),
                key=draw_key(),
                code=code,
                source=who.source,
            )
            store_answer(sent=sent)


def _choices(questionnaire: Questionnaire, dice: random.Random) -> dict[str, int]:
    return {line.key: _choice(line, dice) for line in questionnaire.lines}


def _choice(line: AskedLine, dice: random.Random) -> int:
    """Mostly one of the best answers, whichever end of the scale they stand at."""
    options = len(line.options)
    best = options - int(options * dice.random() ** TOWARDS_THE_TOP)
    is_reversed = line.question.reversed if line.line is None or line.line.reversed is None else line.line.reversed
    return options + 1 - best if is_reversed else best

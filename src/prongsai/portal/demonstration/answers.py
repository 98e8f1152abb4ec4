"""Made-up answers to a round's surveys, so that its pages have something to show."""

import random
from collections.abc import Iterable, Mapping

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


def load_answers(
    *,
    actor: str,
    facts: RoundFacts,
    agency_id: int,
    agency_code: str,
) -> None:
    """Open an agency's addresses and let part of its staff and some citizens answer; once only."""
    agency = participation(facts.id, agency_id)
    if agency is None or links_of(facts.id, agency_id):
        return
    make_links(round_id=facts.id, agency_id=agency_id, agency_code=agency_code, actor=actor)
    dice = random.Random(SEED)  # noqa: S311 - the same demonstration each time
    wanted: dict[int | None, int] = {unit.id: int(unit.staff * STAFF_WHO_ANSWERED) for unit in agency.units}
    codes = make_codes(round_id=facts.id, agency_id=agency_id, wanted=wanted, actor=actor)
    by_part: dict[Instrument, list[str | None]] = {Instrument.IIT: [*codes], Instrument.EIT1: [None] * CITIZENS}
    for part, own_codes in by_part.items():
        form = questionnaire_of(instrument_of(facts), part)
        answers = [(_choices(form, dice), code) for code in own_codes]
        take_in(facts=facts, agency_id=agency_id, form=form, answers=answers, source=Source.DEMONSTRATION)


def take_in(
    *,
    facts: RoundFacts,
    agency_id: int,
    form: Questionnaire,
    answers: Iterable[tuple[Mapping[str, int], str | None]],
    source: Source,
) -> None:
    """Store filled-in forms of an agency, each with the code that lets it in or none."""
    for choices, code in answers:
        sent = Sent(
            round_id=facts.id,
            agency_id=agency_id,
            questionnaire=form,
            choices=choices,
            key=draw_key(),
            code=code,
            source=source,
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

"""The cast, a round whose OIT was marked, and answers of its staff and clients."""

import pytest
from tests.cast import *  # noqa: F403 - the fixed cast: its docstring says who plays
from tests.marking import *  # noqa: F403 - its docstring says who marks what
from tests.rounds import *  # noqa: F403 - its docstring says which rounds

from prongsai.portal.people.access import take_national_seat
from prongsai.portal.rounds.queries import find_round, instrument_of
from prongsai.portal.rounds.running.actions import move_round
from prongsai.portal.rounds.running.closing import close_counting
from prongsai.portal.rounds.states import RoundState
from prongsai.portal.surveys.actions import Sent, Source, store_answer
from prongsai.portal.surveys.marks import draw_key
from prongsai.portal.ui.messages import build_messages
from prongsai.rulebook.survey_flow import questionnaire_of


@pytest.fixture(scope="session", autouse=True)
def translations():
    build_messages()


@pytest.fixture
def answer(collecting, agency):
    """Stores answers of a part, all with the same option: `answer(Instrument.IIT, 12, option=5)`."""

    def act(part, many, *, option, who=agency):
        form = questionnaire_of(instrument_of(collecting), part)
        choices = {line.key: min(option, len(line.options)) for line in form.lines}
        for _one in range(many):
            store_answer(
                sent=Sent(
                    round_id=collecting.id,
                    agency_id=who.pk,
                    questionnaire=form,
                    choices=choices,
                    key=draw_key(),
                    source=Source.FILE,  # as answers that come in a file: they may come after collecting
                )
            )

    return act


@pytest.fixture
def office(national_office):
    """The national seat that computes."""
    return take_national_seat(national_office.person)


@pytest.fixture
def counted(clarification):
    """The round with its counting closed, while objections are open."""
    close_counting(actor="tester", round_id=clarification.id)
    return find_round(clarification.slug)


@pytest.fixture
def confirmed(counted):
    """The round when its scores are confirmed."""
    move_round(actor="tester", round_id=counted.id, to=RoundState.CONFIRMED)
    return find_round(counted.slug)

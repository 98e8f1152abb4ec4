"""The cast, a round that collects, and a staff questionnaire filled in."""

from dataclasses import replace

import pytest
from tests.cast import *  # noqa: F403 - the fixed cast: its docstring says who plays
from tests.rounds import *  # noqa: F403 - its docstring says which rounds

from prongsai.portal.rounds.queries import instrument_of
from prongsai.portal.surveys.actions import Sent, make_codes
from prongsai.portal.surveys.marks import draw_key
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.survey_flow import questionnaire_of


@pytest.fixture
def staff_form(collecting):
    """What staff are asked."""
    return questionnaire_of(instrument_of(collecting), Instrument.IIT)


@pytest.fixture
def filled_in(collecting, agency, staff_form):
    """A finished form of staff without a code; call it with what differs."""
    sent = Sent(
        round_id=collecting.id,
        agency_id=agency.pk,
        questionnaire=staff_form,
        choices={line.key: 2 for line in staff_form.lines},
        key="",
    )
    return lambda **others: replace(sent, **{"key": draw_key(), **others})


@pytest.fixture
def codes(collecting, agency):
    """Twenty codes for the whole agency."""
    return make_codes(round_id=collecting.id, agency_id=agency.pk, wanted={None: 20}, actor="person/1")

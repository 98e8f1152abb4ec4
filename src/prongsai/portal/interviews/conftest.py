"""The cast, a round that collects, and an agency's clients as far as their names say."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.cast import *  # noqa: F403 - the fixed cast: its docstring says who plays
from tests.rounds import *  # noqa: F403 - its docstring says which rounds

from prongsai.portal.interviews.models import Assignment
from prongsai.portal.interviews.queries import find_frame
from prongsai.portal.interviews.sampling.actions import assign_interviewers, draw_clients, import_clients
from prongsai.portal.people.roles import Role
from prongsai.portal.rounds.queries import instrument_of
from prongsai.portal.ui.messages import build_messages
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.survey_flow import questionnaire_of
from prongsai.sheets.clients_file import ClientRow

ACTOR = "person/1"


@pytest.fixture(scope="session", autouse=True)
def translations():
    build_messages()


@pytest.fixture
def client_rows():
    """Twenty clients of one service, ten of another."""
    services = ["ทะเบียน"] * 20 + ["ภาษี"] * 10
    return [
        ClientRow(number + 1, service, f"08{number:08d}", f"Q{number}") for number, service in enumerate(services, 1)
    ]


@pytest.fixture
def next_month():
    return timezone.localdate() + timedelta(days=30)


@pytest.fixture
def framed(collecting, agency, client_rows, next_month):
    """The frame with its clients."""
    import_clients(actor=ACTOR, round_id=collecting.id, agency_id=agency.pk, rows=client_rows, erases_on=next_month)
    return find_frame(collecting.id, agency.pk)


@pytest.fixture
def drawn(framed):
    """Nine of them in the sample, six and three."""
    draw_clients(actor=ACTOR, frame_id=framed.id, size=9, seed="821440")
    return find_frame(framed.round_id, framed.agency_id)


@pytest.fixture
def second_assessor(hire):
    return hire("second-assessor", None, Role.ASSESSOR)


@pytest.fixture
def assigned(drawn, assessor):
    """All nine are the assessor's."""
    assign_interviewers(actor=ACTOR, frame_id=drawn.id, people=[assessor.person.pk])
    return list(Assignment.objects.filter(frame_id=drawn.id).order_by("id"))


@pytest.fixture
def client_form(collecting):
    """What clients are asked."""
    return questionnaire_of(instrument_of(collecting), Instrument.EIT2)


@pytest.fixture
def choices(client_form):
    """The second option of every line."""
    return {line.key: 2 for line in client_form.lines}

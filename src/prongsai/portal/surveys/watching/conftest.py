"""Answers of a round that collects: from files, so that no code is needed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from prongsai.portal.rounds.queries import instrument_of
from prongsai.portal.surveys.actions import Sent, store_answer
from prongsai.portal.surveys.marks import draw_key
from prongsai.portal.surveys.models import Answer, Standing
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.survey_flow import questionnaire_of


@pytest.fixture
def answered(collecting, agency):
    """Stores answers: `answered(3, Instrument.EIT1, days_ago=2)`."""

    def act(many, part=Instrument.IIT, *, days_ago=0, of=agency, to_review=False):
        form = questionnaire_of(instrument_of(collecting), part)
        for _ in range(many):
            store_answer(
                sent=Sent(
                    round_id=collecting.id,
                    agency_id=of.pk,
                    questionnaire=form,
                    choices={line.key: 1 for line in form.lines},
                    key=draw_key(),
                )
            )
        newest = Answer.objects.filter(agency=of, part=part, day=timezone.localdate())
        day = timezone.localdate() - timedelta(days=days_ago)
        newest.update(day=day, **({"standing": Standing.TO_REVIEW} if to_review else {}))

    return act


@pytest.fixture
def page(collecting):
    return f"/office/national/rounds/{collecting.slug}/surveys/"

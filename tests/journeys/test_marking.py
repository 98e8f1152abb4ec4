"""What becomes of confirmed OIT answers: shared out, marked by two who do not see each other, a disagreement decided, an
objection granted, the round computed, and everything on the public page. In Thai on phones; `test_disclosure` goes the
same way from the first address on, in English at desks.
"""

import pytest

from tests.cast import *  # noqa: F403 - the cast
from tests.journeys.at_marking import open_real_round, walk_to_the_public_page
from tests.journeys.conftest import PHONE
from tests.marking import *  # noqa: F403 - answers that were confirmed
from tests.rounds import *  # noqa: F403 - the round

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def rehearsal(agency):
    """In the place of the play round: a real one."""
    return open_real_round(agency)


def test_two_marks_a_decision_an_objection_and_the_score_that_follows(
    at_browser, hire, scoring, agency, national_office, officer
):
    def here(player):
        return at_browser(player, screen=PHONE, language="th")

    walk_to_the_public_page(here, hire, scoring, agency, here(national_office), here(officer), ("o1", "o2", "o3"))

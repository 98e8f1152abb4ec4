"""The columns that `tallying` asks the portal's database for are there, in the portal's own words."""

import re

from prongsai.portal.agencies.models import Agency
from prongsai.portal.rounds.models import Round
from prongsai.portal.surveys.models import Answer, Standing
from prongsai.portal.surveys.queries import COUNTING
from prongsai.tallying.portal_database import ANSWERS, ROUND


def test_every_table_and_column_is_one_of_the_portals():
    known = {
        f"{model._meta.db_table}.{field.column}" for model in (Agency, Round, Answer) for field in model._meta.fields
    }
    asked = set(re.findall(r"\b(?:agencies|surveys|rounds)_\w+\.\w+", ANSWERS))
    assert asked <= known
    assert len(asked) >= 8
    assert f"{Round._meta.db_table}.year" in known
    assert Round._meta.db_table in ROUND


def test_the_same_answers_count_as_on_the_portals_pages():
    listed = re.search(r"standing IN \(([^)]*)\)", ANSWERS)[1]
    assert set(re.findall(r"'([^']+)'", listed)) == {str(standing) for standing in COUNTING}
    assert Standing.SET_ASIDE not in COUNTING

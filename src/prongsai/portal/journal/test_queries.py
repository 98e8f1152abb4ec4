import pytest
from django.db import transaction

from prongsai.portal.journal.actions import append_line
from prongsai.portal.journal.queries import lines_at, lines_of_agency, lines_of_round

pytestmark = pytest.mark.django_db
PLACES = (
    "agencies/town",
    "agencies/town/2568",
    "agencies/town/rounds/2569",
    "agencies/town/rounds/2569/oit/o1",
    "agencies/town-2/rounds/2569",
    "agencies/town0",
    "agencies/town/rounds/2569-2",
    "rounds/2569",
    "rounds/2569/oit/town/o1",
    "rounds/2569-2",
    "rounds/25690",
)


@pytest.fixture(autouse=True)
def written():
    with transaction.atomic():
        for place in PLACES:
            append_line(actor="tester", verb="thing.do", object=place)


def places(lines):
    return [line.object for line in lines]


def test_what_only_begins_alike_belongs_to_somebody_else():
    assert places(lines_of_agency("town")) == [
        "agencies/town/rounds/2569-2",
        "agencies/town/rounds/2569/oit/o1",
        "agencies/town/rounds/2569",
        "agencies/town/2568",
        "agencies/town",
    ]
    assert places(lines_at("rounds/2569")) == ["rounds/2569/oit/town/o1", "rounds/2569"]


def test_a_round_is_told_of_with_what_its_agencies_do_newest_first():
    assert places(lines_of_round("2569")) == [
        "rounds/2569/oit/town/o1",
        "rounds/2569",
        "agencies/town-2/rounds/2569",
        "agencies/town/rounds/2569/oit/o1",
        "agencies/town/rounds/2569",
    ]
    assert places(lines_of_round("2569-2")) == ["rounds/2569-2", "agencies/town/rounds/2569-2"]

"""Whoever asks or reads back a round's questions does so in the official wording."""

import ast
import io
from pathlib import Path

import pytest
from msgspec.structs import replace
from python_calamine import CalamineWorkbook

from prongsai.portal.intake.access import Aim
from prongsai.portal.intake.reading import read_upload
from prongsai.portal.rounds.queries import find_round, instrument_of
from prongsai.portal.rounds.questionnaires import questionnaire
from prongsai.portal.rounds.states import RoundState
from prongsai.portal.rounds.wording.actions import set_wording
from prongsai.portal.surveys.actions import make_links
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.survey_wording import own_wording
from tests.cast import *  # noqa: F403 - the cast
from tests.rounds import *  # noqa: F403 - the rounds
from tests.rounds import move_to

PORTAL = Path(__file__).parents[1] / "src" / "prongsai" / "portal"
MAY_ASK_THE_INSTRUMENT = {"rounds/questionnaires.py", "demonstration/answers.py", "computing/figures_of_agency.py"}
"""The last two show no words: they answer, and they count."""
SIX = tuple(f"ทางการ {number}" for number in range(1, 7))


@pytest.fixture
def worded(rehearsal, agency):
    """The rehearsal collects in official words for e1."""
    own = [entry.words for entry in own_wording(instrument_of(rehearsal))]
    words = [replace(entry, text_th="ข้อหนึ่งทางการ", options_th=SIX) if entry.code == "e1" else entry for entry in own]
    set_wording(actor="person/1", round_id=rehearsal.id, seen=0, wording=words)
    move_to(rehearsal.id, RoundState.CONFIRMATION, RoundState.COLLECTING)
    make_links(round_id=rehearsal.id, agency_id=agency.pk, agency_code=agency.code, actor="person/1")
    return find_round(rehearsal.slug)


@pytest.mark.django_db
def test_form_interview_xlsform_and_files_of_answers_use_the_same_words(
    worded, agency, visitor, assessor, national_office
):
    form = visitor.get("/s/town-e/").content.decode()
    assert "ข้อหนึ่งทางการ" in form
    assert "ทางการ 6" in form
    given = assessor.get(f"/office/national/interviews/{worded.slug}/assignments/").json()
    line = given["screens"][0]["lines"][0]
    assert (line["text"], tuple(option["text"] for option in line["options"])) == ("ข้อหนึ่งทางการ", SIX)
    exported = national_office.get(f"/office/national/rounds/{worded.slug}/surveys/forms/eit1.xlsx")
    choices = CalamineWorkbook.from_filelike(io.BytesIO(exported.content)).get_sheet_by_name("choices").to_python()
    assert [row[2] for row in choices if row[0] == "agreement6"] == list(SIX)
    asked = questionnaire(worded, Instrument.EIT1)
    others = ",".join(f"e{number}" for number in range(2, 10))
    sheet = f"e1,{others}\nทางการ 6,6,2,6,6,6,6,6,6\n".encode()
    found = read_upload("paper.csv", sheet, Aim(worded, agency.pk, "town", ("town",), asked)).found
    assert found.rows[0].packed == "662666666"


def test_nobody_in_the_portal_asks_in_the_instruments_words_behind_the_offices_back():
    asking = set()
    for file in PORTAL.rglob("*.py"):
        named = {node.id for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Name)}
        if "questionnaire_of" in named and not file.name.startswith(("test_", "conftest")):
            asking.add(str(file.relative_to(PORTAL)))
    assert asking == MAY_ASK_THE_INSTRUMENT

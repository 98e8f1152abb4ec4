"""Papers in each state and rounds at each stage, for the world of the permission tests."""

from types import SimpleNamespace

import pytest

from prongsai.portal.documents.access import open_draft
from prongsai.portal.documents.approving.actions import Seen, approve_paper
from prongsai.portal.documents.drafting.actions import start_paper, submit_paper
from prongsai.portal.documents.figures import fingerprint
from prongsai.portal.documents.kinds import KINDS
from prongsai.portal.documents.models import Paper
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import find_round
from prongsai.portal.rounds.running.actions import invite_agencies, open_round
from prongsai.portal.rounds.states import RoundState
from prongsai.portal.rounds.taking_part.actions import confirm_participation, save_profile, submit_participation
from prongsai.portal.rounds.taking_part.freezing import confirmable_hash
from prongsai.portal.rounds.taking_part.inputs import ProfileInput, ServiceInput
from prongsai.portal.surveys.actions import make_links
from prongsai.portal.surveys.queries import links_of
from prongsai.rulebook.instrument import Instrument
from tests.rounds import date_every_phase, move_to

__all__ = ["blank_papers", "stages"]

Place = dict[str, object]


@pytest.fixture
def blank_papers(monkeypatch):
    """Typesetting takes its time, and here it is asked who may have a paper, not what it looks like."""
    monkeypatch.setattr("prongsai.papers.plan_tables.rendered", lambda *_given, **_named: b"paper")
    monkeypatch.setattr("prongsai.portal.results.views.analysis_file", lambda *_given, **_named: b"paper")
    for notice in ("write_poster", "write_cards", "write_slips"):
        monkeypatch.setattr(f"prongsai.papers.survey_notices.{notice}", lambda *_given, **_named: b"paper")
    pictures = SimpleNamespace(history="", radar="")
    monkeypatch.setattr("prongsai.portal.results.views.draw_pictures", lambda *_given, **_named: pictures)


@pytest.fixture
def stages(db) -> dict[str, RoundFacts]:
    """Rehearsals in registration by how far the agencies will come in them, and one that the office still prepares."""
    names = ("drafting", "submitted", "confirmed", "collecting", "prepared", "marked", "objected", "handed-in")
    opened = {name: open_round(actor="tester", year=2569, is_rehearsal=True, name_th=name) for name in names}
    for name, facts in opened.items():
        date_every_phase(facts)
        if name != "prepared":
            move_to(facts.id, RoundState.REGISTRATION)
    return {name: find_round(facts.slug) for name, facts in opened.items()}


def paper_places(*, officer, executive) -> dict[str, Place]:
    """The addresses of a paper that is a draft, one that waits for a decision, an approved one, and one that is
    approved but only for those who see the whole agency."""
    draft = _begun(officer, "memo", 2568)
    opened = open_draft(officer.seat, draft.year, draft.kind)
    section = next(iter(_sections(opened)))
    waiting = submit_paper(seat=officer.seat, paper=_begun(officer, "analysis", 2568))
    _approve(officer, executive, _begun(officer, "plan-by-topic", 2569))
    _approve(officer, executive, _begun(officer, "report", 2569))
    decided = {"seen": waiting.revision, "figures": _figures(officer, waiting)}
    return {
        "draft paper": {"year": 2568, "kind": "memo", "section": section},
        "submitted paper": {"year": 2568, "kind": "analysis", **decided},
        "approved paper": {"year": 2569, "kind": "plan-by-topic"},
        "inner paper": {"year": 2569, "kind": "report"},
    }


def round_places(stages: dict[str, RoundFacts], *, officer, executive, unit) -> dict[str, Place]:
    """Let an agency go through the rounds as far as their names say."""
    profile = ProfileInput(
        website="https://agency.example/",
        address="1 ถนนตัวอย่าง",
        contact_phone="0 2000 0000",
        staff=25,
        clients=1200,
        units=((unit.pk, 14),),
        services=(ServiceInput("ชำระภาษี", 700), ServiceInput("ทะเบียนราษฎร", 650)),
    )
    agency, seen = officer.seat.agency, {}
    for name, facts in stages.items():
        invite_agencies(actor="tester", round_id=facts.id, codes=[agency.code], how="all")
        if name != "prepared":
            save_profile(seat=officer.seat, round_id=facts.id, entry=profile)
        if name in {"submitted", "confirmed", "collecting"}:
            submit_participation(seat=officer.seat, round_id=facts.id)
        seen[name] = confirmable_hash(facts, agency.pk)
        if name in {"confirmed", "collecting"}:
            confirm_participation(seat=executive.seat, round_id=facts.id, seen=seen[name])
    places = {
        f"{name} round": {"slug": facts.slug, "seen": seen[name], "part": "iit"} for name, facts in stages.items()
    }
    places["collecting round"] |= {"part": "eit1", "code": _collect(stages["collecting"], agency)}
    return places


def _collect(facts: RoundFacts, agency) -> str:
    """Let the surveys of a round begin; gives back where citizens answer."""
    move_to(facts.id, RoundState.CONFIRMATION, RoundState.COLLECTING)
    make_links(round_id=facts.id, agency_id=agency.pk, agency_code=agency.code, actor="tester")
    return links_of(facts.id, agency.pk)[Instrument.EIT1].code


def _begun(officer, kind: str, year: int) -> Paper:
    return start_paper(seat=officer.seat, kind=KINDS[kind], year=year)


def _approve(officer, executive, paper: Paper) -> None:
    paper = submit_paper(seat=officer.seat, paper=paper)
    opened = open_draft(executive.seat, paper.year, paper.kind)
    approve_paper(seat=executive.seat, opened=opened, seen=Seen(opened.paper.revision, _figures(officer, paper)))


def _figures(officer, paper: Paper) -> str:
    opened = open_draft(officer.seat, paper.year, paper.kind)
    return fingerprint(opened.kind.figures_now(opened.sources, paper.year))


def _sections(opened) -> list[str]:
    from prongsai.portal.documents.freezing import current_sections

    return [section.name for section in current_sections(opened)]

"""An agency with results, and its analysis at each stage of a paper's life."""

from decimal import Decimal

import pytest

from prongsai.portal.conftest import ten
from prongsai.portal.documents.access import OpenedPaper
from prongsai.portal.documents.approving.actions import Seen, approve_paper
from prongsai.portal.documents.drafting.actions import start_paper, submit_paper
from prongsai.portal.documents.figures import fingerprint
from prongsai.portal.documents.kinds import KINDS
from prongsai.portal.documents.models import Paper
from prongsai.portal.documents.queries import find_paper
from prongsai.portal.documents.sources import Sources
from prongsai.portal.results.actions import bring_result, publish_result
from prongsai.portal.results.figures import Figure
from prongsai.rulebook.evidence import indicator_place

SCORES = "96.30 96.50 99.46 94.48 96.09 95.25 93.25 91.73 100 100"
YEAR = 2568


@pytest.fixture(autouse=True)
def state(settings, tmp_path):
    """What is kept lies in a folder of the test's own."""
    settings.STATE = tmp_path
    return tmp_path


@pytest.fixture
def blank_files(monkeypatch):
    """Files that say what they are written from and take no time; the typesetter has tests of its own."""

    def write(document, *, format, written_on):  # noqa: A002 - the typesetter's word
        return f"{format} {written_on} {document}".encode()

    monkeypatch.setattr("prongsai.papers.plan_tables.rendered", write)


@pytest.fixture
def result(agency):
    """What is published of 2568."""
    return publish_result(actor="tester", agency=agency.code, year=YEAR, figures=ten(SCORES), source_note="test")


@pytest.fixture
def correct(agency, result):  # noqa: ARG001 - it stands on what is published
    """The agency keeps a result of its own in which an indicator has another score."""

    def act(number, score, year=YEAR):
        figures = [
            Figure(f.place, Decimal(score) if f.place == indicator_place(number) else f.score) for f in ten(SCORES)
        ]
        bring_result(actor="tester", agency_id=agency.pk, agency_code=agency.code, year=year, figures=figures)

    return act


@pytest.fixture
def opened(agency):
    """A paper as a page opens it now: `opened()`, `opened("memo")`."""

    def act(kind="analysis", year=YEAR):
        return OpenedPaper(find_paper(agency.pk, year, kind), KINDS[kind], Sources(agency))

    return act


@pytest.fixture
def seen(opened):
    """What somebody sees who opens the paper now."""

    def act(kind="analysis", year=YEAR):
        now = opened(kind, year)
        return Seen(now.paper.revision, fingerprint(now.kind.figures_now(now.sources, year)))

    return act


@pytest.fixture
def draft(officer, result) -> Paper:  # noqa: ARG001 - it is written from the result
    return start_paper(seat=officer.seat, kind=KINDS["analysis"], year=YEAR)


@pytest.fixture
def submitted(officer, draft) -> Paper:
    return submit_paper(seat=officer.seat, paper=draft)


@pytest.fixture
def approve(executive, opened, seen, blank_files):  # noqa: ARG001 - approving takes no time
    """The executive approves what lies before her."""

    def act(kind="analysis", year=YEAR, **said):
        return approve_paper(seat=executive.seat, opened=opened(kind, year), seen=seen(kind, year), **said)

    return act


@pytest.fixture
def approved(submitted, approve):  # noqa: ARG001 - it is what is approved
    """The first version."""
    return approve()

"""The demonstration's town has papers at the end of their life, and one whose figures were corrected afterwards."""

import pytest

from prongsai.portal.agencies.queries import find_agency
from prongsai.portal.demonstration.accounts import TOWN
from prongsai.portal.documents.kinds import KINDS
from prongsai.portal.documents.pages import changed_since
from prongsai.portal.documents.queries import papers_of
from prongsai.portal.documents.serving import is_whole
from prongsai.portal.documents.sources import Sources
from prongsai.portal.results.queries import stored_years


@pytest.fixture
def town(loaded):
    return find_agency(TOWN)


def test_the_papers_are_approved_one_in_own_words_and_the_slip_is_told_by_the_memo_only(town):
    papers = {paper.kind: paper for paper in papers_of(town.pk)}
    assert {kind: paper.state for kind, paper in papers.items()} == {"memo": "approved", "analysis": "approved"}
    versions = {kind: paper.versions.get() for kind, paper in papers.items()}
    assert all(is_whole(version) for version in versions.values())
    assert changes(town, versions["analysis"]) == {}
    assert changes(town, versions["memo"]) == {
        "score/2568/total": ("97.04", "97.00"),
        "score/2568/IIT": ("96.73", "96.57"),
        "score/2568/5": ("96.90", "96.09"),
    }
    assert not any(entry.is_own for entry in stored_years(town.pk).values()), "nothing of the slip stays"
    assert any("ขอขอบคุณ" in line for line in said(versions["analysis"]))


def changes(town, version):
    changed = changed_since(version, KINDS[version.paper.kind], Sources(town), version.paper.year)
    return {one.key: (one.was, one.now) for one in changed}


def said(version):
    return [line for section in version.says for passage in section["passages"] for line in passage["lines"]]

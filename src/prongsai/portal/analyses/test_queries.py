import pytest

from prongsai.portal.analyses.queries import (
    find_analysis,
    find_finding,
    kept_findings,
    material_for,
    years_to_analyse,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("read", "queries"),
    [
        (lambda agency, _: years_to_analyse(agency.pk), 4),
        (lambda agency, _: material_for(agency.pk, 2568), 2),
        (lambda agency, _: find_analysis(agency.pk, 2568), 4),
        (lambda agency, _: kept_findings(agency.pk, 2568), 1),
        (lambda agency, finding: find_finding(agency.pk, finding), 1),
    ],
)
def test_every_read_takes_as_many_queries_with_more_findings(
    agency, analysis, read, queries, django_assert_num_queries
):
    finding = analysis.findings.first().pk
    with django_assert_num_queries(queries):
        read(agency, finding)


def test_another_agencys_finding_is_not_found(analysis, other_agency):
    assert find_finding(other_agency.pk, analysis.findings.first().pk) is None


def test_the_years_say_how_far_the_analysis_is(agency, analysis):
    newest, before = years_to_analyse(agency.pk)
    assert (newest.year, newest.started, newest.kept) == (2568, True, 0)
    assert newest.waiting == analysis.findings.count()
    assert (before.year, before.started) == (2567, False)

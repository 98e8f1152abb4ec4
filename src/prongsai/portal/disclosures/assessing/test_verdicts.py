import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.portal.disclosures.assessing.verdicts import Because, Findings, known, verdict_on

three = st.sampled_from([None, True, False])
findings = st.builds(
    Findings, first=three, second=three, adjudicated=three, objection_granted=st.booleans(), corrected=three
)


@pytest.mark.parametrize(
    ("found", "complete", "because"),
    [
        (Findings(), None, Because.WAITS_FOR_MARKS),
        (Findings(first=True), None, Because.WAITS_FOR_MARKS),
        (Findings(first=True, second=True), True, Because.BOTH),
        (Findings(first=False, second=False), False, Because.BOTH),
        (Findings(first=True, second=False), None, Because.WAITS_FOR_ADJUDICATOR),
        (Findings(first=True, second=False, adjudicated=False), False, Because.ADJUDICATED),
        (Findings(first=False, second=False, objection_granted=True), True, Because.OBJECTION),
        (Findings(first=True, second=True, corrected=False), False, Because.ERRATUM),
        (Findings(objection_granted=True, corrected=False), False, Because.ERRATUM),
    ],
)
def test_what_came_last_counts(found, complete, because):
    verdict = verdict_on("o1", found, handed_in=True, given=True)
    assert (verdict.is_complete, verdict.because) == (complete, because)


def test_what_was_not_handed_in_or_left_empty_needs_no_marks():
    assert verdict_on("o1", Findings(), handed_in=False, given=False).because is Because.NOT_HANDED_IN
    assert verdict_on("o1", Findings(), handed_in=True, given=False).because is Because.NOTHING_GIVEN
    assert verdict_on("o1", Findings(), handed_in=True, given=False).is_complete is False


@given(findings)
def test_two_who_disagree_never_make_a_verdict_by_themselves(found):
    verdict = verdict_on("o1", found, handed_in=True, given=True)
    if verdict.because is Because.BOTH:
        assert found.first is found.second is verdict.is_complete


def test_only_what_stands_is_scored():
    verdicts = {
        "o1": verdict_on("o1", Findings(first=True, second=True), handed_in=True, given=True),
        "o2": verdict_on("o2", Findings(first=True), handed_in=True, given=True),
    }
    assert known(verdicts) == {"o1": True}

"""What the officer decided in the analysis goes into the plan's paper, in Thai and only what she kept."""

import pytest
from django.utils.translation import override

from prongsai.portal.analyses import actions
from prongsai.portal.analyses.queries import find_analysis, material_for
from prongsai.portal.documents.analysed import constraints_of, findings_of, notes_of

TEN = "96.30 96.50 99.46 94.48 96.09 95.25 93.25 91.73 100 100"


@pytest.fixture
def analysis(publish, agency, officer):
    """The analysis of 2568 as it is opened: the rules have proposed, nobody has judged."""
    publish(code=agency.code, year=2568, figures=TEN, name_th=agency.name_th, type=agency.type)
    return actions.start_analysis(seat=officer.seat, material=material_for(agency.pk, 2568))


def test_only_kept_findings_go_into_the_paper(analysis, agency, officer):
    assert findings_of(agency.pk, 2568) == ()
    found = find_analysis(agency.pk, 2568).findings.all()[0]
    actions.reword_finding(seat=officer.seat, finding=found, text_th="ประชาชนยังร่วมน้อย")
    assert findings_of(agency.pk, 2568) == ("ประชาชนยังร่วมน้อย",)
    assert findings_of(agency.pk, 2567) == ()


def test_constraints_come_line_by_line_in_thai_groups(analysis, agency, officer):
    texts = {"people": "- ผู้รับผิดชอบย้าย\n\n- มีคนเดียว", "technology": ""}
    actions.write_constraints(seat=officer.seat, analysis=analysis, texts=texts)
    with override("en"):
        [group] = constraints_of(agency.pk, 2568)
    assert group.name.startswith("ด้านบุคลากร")
    assert group.constraints == ("ผู้รับผิดชอบย้าย", "มีคนเดียว")


def test_notes_come_by_topic(analysis, agency, officer):
    actions.write_topic_note(seat=officer.seat, analysis=analysis, number=3, text_th="หาช่องทางไม่พบ")
    assert notes_of(agency.pk, 2568) == {3: ("หาช่องทางไม่พบ",)}
    assert notes_of(agency.pk, 2567) == {}

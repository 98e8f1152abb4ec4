"""The town of the plans' tests: its result of 2568, and the analysis of it."""

import pytest

from prongsai.portal.analyses.actions import start_analysis
from prongsai.portal.analyses.queries import material_for
from prongsai.portal.plans.conftest import bring, result  # noqa: F401 - fixtures


@pytest.fixture
def analysis(officer, result, agency):  # noqa: ARG001, F811 - the result is there
    """The analysis of 2568, just opened: supervision of property (i12) is weak."""
    return start_analysis(seat=officer.seat, material=material_for(agency.pk, 2568))

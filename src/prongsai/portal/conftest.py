"""What tests of the portal share: translations, and a small world of agencies and results."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.utils import translation
from tests.cast import *  # noqa: F403 - the fixed cast: its docstring says who plays

from prongsai.portal.agencies.actions import save_agency
from prongsai.portal.results.actions import publish_result
from prongsai.portal.results.figures import Figure
from prongsai.portal.results.models import PublishedResult
from prongsai.portal.ui.messages import build_messages
from prongsai.rulebook.evidence import indicator_place

TEN_OF_DON_2566 = "91.43 76.39 80.98 73.95 70.20 84.80 79.60 73.84 100 100"
TEN_OF_DON_2567 = "84.17 93.06 97.78 88.89 88.33 93.48 92.82 79.44 100 100"


@pytest.fixture(scope="session", autouse=True)
def translations():
    build_messages()


@pytest.fixture(autouse=True)
def in_thai():
    """A page asked for in English leaves its language behind in the process; the next test begins in Thai."""
    with translation.override("th"):
        yield


def ten(values: str) -> list[Figure]:
    """Indicator scores 1 to 10 as figures."""
    return [Figure(indicator_place(n), Decimal(v)) for n, v in enumerate(values.split(), 1)]


@pytest.fixture(autouse=True)
def nothing_counted_yet():
    """Limits of sign-ins a minute count in the cache of the process; a test begins with none of another's."""
    cache.clear()


@pytest.fixture
def publish(db) -> Callable[..., PublishedResult]:  # noqa: ARG001 - opens the database
    """Saves an agency and publishes a year of it."""

    def act(code="don", year=2567, figures=TEN_OF_DON_2567, **named) -> PublishedResult:
        about = {
            "name_th": f"องค์การบริหารส่วนตำบล{code}",
            "type": "subdistrict-organisation",
            "province": "ปัตตานี",
        } | named
        save_agency(actor="tester", code=code, **about)
        stated = ten(figures) if isinstance(figures, str) else figures
        return publish_result(actor="tester", agency=code, year=year, figures=stated, source_note="แฟ้มทดสอบ")

    return act


@pytest.fixture
def don(publish) -> PublishedResult:
    """Don of 2567, with 2566 before it: the level is not certain and the years do not compare."""
    publish(year=2566, figures=TEN_OF_DON_2566, name_en="Don SAO")
    return publish(name_en="Don SAO")

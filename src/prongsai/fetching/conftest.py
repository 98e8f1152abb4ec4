import pytest
from tests.web_site import web_site


@pytest.fixture
def site():
    with web_site() as running:
        yield running

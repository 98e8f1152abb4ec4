"""What all tests here share."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def nothing_counted_yet():
    """Limits of sign-ins a minute count in the cache of the process; a test begins with none of another's."""
    cache.clear()

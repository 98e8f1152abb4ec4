"""The cast and rounds to play in."""

import pytest
from tests.cast import *  # noqa: F403 - the fixed cast: its docstring says who plays
from tests.rounds import *  # noqa: F403 - its docstring says which rounds

from prongsai.portal.ui.messages import build_messages


@pytest.fixture(scope="session", autouse=True)
def translations():
    build_messages()

"""The cast and a round that collects."""

from tests.cast import *  # noqa: F403 - the fixed cast: its docstring says who plays
from tests.rounds import *  # noqa: F403 - its docstring says which rounds

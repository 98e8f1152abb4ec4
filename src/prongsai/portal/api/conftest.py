"""The cast, rounds, what was answered in them and who marks it; and requests as programs make them."""

from tests.api_answers import *  # noqa: F403 - its docstring says what is asked and sent
from tests.cast import *  # noqa: F403 - the fixed cast: its docstring says who plays
from tests.disclosures import *  # noqa: F403 - its docstring says what was answered
from tests.marking import *  # noqa: F403 - its docstring says who marks what
from tests.rounds import *  # noqa: F403 - its docstring says which rounds

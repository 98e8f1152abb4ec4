"""The copy's conftest: every test starts with empty caches, and the same examples come in every run."""

import sys

from hypothesis import Phase, settings

settings.register_profile("mutation", derandomize=True, database=None, phases=(Phase.explicit, Phase.generate))
settings.load_profile("mutation")


def pytest_runtest_setup() -> None:
    """What an earlier test computed may not stand in for what a mutant computes."""
    for name, module in list(sys.modules.items()):
        if name.startswith("prongsai.rulebook"):
            for content in list(vars(module).values()):
                if hasattr(content, "cache_clear"):
                    content.cache_clear()

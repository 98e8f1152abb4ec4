"""Lays out the copy of the rulebook that mutmut works on, under build/mutation.

mutmut passes over decorated functions, which here are all properties and everything cached. In the copy each decorator
is applied below its function instead, `delta = property(delta)`, and cached properties are plain ones: a figure that an
earlier test cached would hide what a mutant does to it. `cold_caches` empties the other caches before each test.
"""

import shutil
from pathlib import Path

import libcst as cst

ROOT = Path(__file__).parents[2]
COPY = ROOT / "build" / "mutation"
NEEDED = ("rulebook", "instruments")
PYTEST_INI = "[pytest]\nfilterwarnings = error\n"


class DecoratorsBelow(cst.CSTTransformer):
    """Rewrites `@d def f` as `def f` and `f = d(f)`."""

    def leave_FunctionDef(  # noqa: N802 - libcst looks for this name
        self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef
    ) -> cst.FunctionDef | cst.FlattenSentinel[cst.BaseStatement]:
        """Move the decorators of a function under it."""
        del original_node
        if not updated_node.decorators:
            return updated_node
        name = value = updated_node.name.value
        for entry in reversed(updated_node.decorators):
            decorator = cst.Module([]).code_for_node(entry.decorator)
            value = f"{decorator.replace('cached_property', 'property')}({value})"
        plain = updated_node.with_changes(decorators=())
        return cst.FlattenSentinel([plain, cst.parse_statement(f"{name} = {value}\n")])


def lay_out() -> None:
    """Write the copy anew; nothing of an earlier run is kept."""
    shutil.rmtree(COPY, ignore_errors=True)
    package = Path("src") / "prongsai"
    for folder in NEEDED:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / package / folder, COPY / package / folder, ignore=ignored)
    shutil.copy(ROOT / package / "__init__.py", COPY / package)
    shutil.copy(ROOT / "pyproject.toml", COPY)
    shutil.copy(Path(__file__).with_name("cold_caches.py"), COPY / "conftest.py")
    (COPY / "pytest.ini").write_text(PYTEST_INI, "utf-8")
    for path in (COPY / package / "rulebook").glob("*.py"):
        if not path.name.startswith("test_"):
            tree = cst.parse_module(path.read_text("utf-8"))
            path.write_text(tree.visit(DecoratorsBelow()).code, "utf-8")


if __name__ == "__main__":
    lay_out()

"""Reads the source as text for the architecture tests: files, functions, imports."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "prongsai"
PORTAL = SOURCE / "portal"

Function = ast.FunctionDef | ast.AsyncFunctionDef


def python_files(folder: Path = SOURCE) -> list[Path]:
    """All of the project's own Python files, without migrations."""
    return sorted(path for path in folder.rglob("*.py") if "migrations" not in path.parts)


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def functions_of(path: Path) -> Iterator[Function]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, Function):
            yield node


def length_of(function: Function) -> int:
    """Lines from `def` to the end, without the docstring."""
    body = function.body
    has_docstring = isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
    docstring = (body[0].end_lineno - body[0].lineno + 1) if has_docstring else 0
    return function.end_lineno - function.lineno + 1 - docstring


def imported_modules(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def areas() -> list[Path]:
    """The portal's areas of work."""
    return sorted(path for path in PORTAL.iterdir() if (path / "__init__.py").exists() and path.name != "config")


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))

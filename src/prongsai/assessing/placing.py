"""Puts results where they belong in one step: they are written aside, and only what is whole takes the place."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ASIDE = ".prongsai-unfinished"
BEFORE = ".prongsai-before"


class PlaceTakenError(Exception):
    """Something else than former results stands where results should go."""


@contextmanager
def placed_folder(target: Path, *, known_by: str) -> Iterator[Path]:
    """A folder to write into, which becomes `target` when all went well; former results, known by a file, give way.

    What a run left that was killed is cleared away by the next one.
    """
    aside, before = (target.with_name(f".{target.name}{ending}") for ending in (ASIDE, BEFORE))
    if before.exists() and not target.exists():
        before.rename(target)  # a run was killed between its two last steps
    if target.exists() and not (target.is_dir() and (not any(target.iterdir()) or (target / known_by).exists())):
        raise PlaceTakenError(str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    try:
        yield aside
        _swap(aside, target, before)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


@contextmanager
def placed_file(target: Path) -> Iterator[Path]:
    """A file to write, which becomes `target` when all went well."""
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(f".{target.name}{ASIDE}")
    try:
        yield aside
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)


def _swap(aside: Path, target: Path, before: Path) -> None:
    shutil.rmtree(before, ignore_errors=True)
    if target.exists():
        target.rename(before)
    aside.rename(target)
    shutil.rmtree(before, ignore_errors=True)

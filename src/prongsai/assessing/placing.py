"""Puts results where they belong in one step: they are written aside, and only what is whole takes the place."""

import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

ASIDE = ".prongsai-unfinished"
BEFORE = ".prongsai-before"


class PlaceTakenError(Exception):
    """Something else than former results stands where results should go, or what they are computed from."""


@contextmanager
def placed_folder(target: Path, *, known_by: str, beside: Collection[str] = ()) -> Iterator[Path]:
    """A folder to write into, which becomes `target` when all went well; former results give way.

    Those are known by a file, and have nothing beside it but files of these names. What a run left that was killed is
    cleared away by the next one.
    """
    aside, before = (target.with_name(f".{target.name}{ending}") for ending in (ASIDE, BEFORE))
    if before.exists() and not target.exists():
        before.rename(target)  # a run was killed between its two last steps
    if target.exists() and not _gives_way(target, known_by, beside):
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
    """A file to write, which becomes `target` when all went well; a device or a folder never gives way."""
    if target.exists() and not target.is_file():
        raise PlaceTakenError(str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(f".{target.name}{ASIDE}")
    try:
        yield aside
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)


def _gives_way(target: Path, known_by: str, beside: Collection[str]) -> bool:
    if not target.is_dir():
        return False
    there = {path.name for path in target.iterdir()}
    return not there or (known_by in there and there <= {known_by, *beside})


def _swap(aside: Path, target: Path, before: Path) -> None:
    shutil.rmtree(before, ignore_errors=True)
    if target.exists():
        target.rename(before)
    aside.rename(target)
    shutil.rmtree(before, ignore_errors=True)

"""Puts a file where it belongs whole or not at all."""

import os
from pathlib import Path


def put(out: Path, content: bytes, *, aside: Path | None = None) -> None:
    """Write a draft and move it into place, so that a killed run leaves no half document; raises `OSError`.

    The draft lies beside the goal unless `aside` names another folder on the same disk.
    """
    goal = out.resolve()
    draft = (aside or goal.parent) / f".{goal.name}.{os.getpid()}"
    try:
        draft.write_bytes(content)
        draft.replace(goal)
    except OSError:
        draft.unlink(missing_ok=True)
        raise

"""Lets Python look for garbage less often while sweeps run.

Lanes that go on together make thousands of objects and drop them again; Python takes this for growth, looks for garbage
sixty times as often as otherwise, and finds none. It took a twelfth of a sweep's time.
"""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

YOUNG_OBJECTS = 10_000
_lock = threading.Lock()
_usual: list[tuple[int, int, int]] = []
"""For each sweep that runs what was usual when it began; the first one's is put back by the last to end."""


@contextmanager
def rare_collections() -> Iterator[None]:
    """Several may overlap, in threads; the usual thresholds come back with the end of the last."""
    with _lock:
        _usual.append(gc.get_threshold())
        gc.set_threshold(YOUNG_OBJECTS, *_usual[0][1:])
    try:
        yield
    finally:
        with _lock:
            usual = _usual[0]
            _usual.pop()
            if not _usual:
                gc.set_threshold(*usual)

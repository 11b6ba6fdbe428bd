"""The garbage collector, set aside while many records are made."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Generator[None]:
    """Pause the collector while the block runs.

    Of what is made in bulk nothing is garbage, and the collector would walk all of it again and again.

    Yields:
        Nothing.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()

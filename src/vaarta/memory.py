"""Memory while large tables are read: nothing read there is garbage, so the collector need not look for any."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["building"]


@contextmanager
def building() -> Iterator[None]:
    """A block that makes many objects, all of them kept: the cycle collector waits until it is done.

    It looks through all objects each time that their number has grown by a quarter, which is two fifths of the work of
    loading the names (`benchmarks/bench_actors.py`). Found as it was left: off stays off.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()

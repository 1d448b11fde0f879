"""Memory while much is made of which little is garbage: the collector need not look for any meanwhile."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["building"]


@contextmanager
def building() -> Iterator[None]:
    """A block that makes many objects, nearly all kept to its end: the cycle collector waits until it is done.

    It looks through all objects each time that their number has grown by a quarter, which is two fifths of the work of
    loading the names (`benchmarks/bench_actors.py`), and a tenth of that of a very long story. What is garbage by then
    is collected right after the block, so that no more of it is ever held than one makes. Found as it was left: off
    stays off.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()

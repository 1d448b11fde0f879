"""Shards on processes of this machine, each watched by a thread of this one."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed

from vaarta.errors import EngineError
from vaarta.scale.jobs import Order, Told
from vaarta.scale.shards import code_shard
from vaarta.scale.workers import Workers

__all__ = ["run"]


def run(orders: Sequence[Order], workers: int, address: str) -> Iterator[Told]:
    """Code orders with so many workers; ended early, it ends the workers with what they have in hand."""
    if address:
        raise EngineError("--address: local workers are of this machine; give --engine ray, dask or spark")
    with Workers(orders[0].limits) as pool, ThreadPoolExecutor(workers) as threads:
        futures = [threads.submit(code_shard, order, pool) for order in orders]
        try:
            for future in as_completed(futures):
                yield future.result()
        finally:
            pool.close()  # before the threads are waited for
            threads.shutdown(wait=False, cancel_futures=True)

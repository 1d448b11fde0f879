"""Shards as tasks of Dask, on the cluster at an address or on one of this machine."""

from collections.abc import Iterator, Sequence
from typing import Any

import dask
import msgspec
from distributed import Client, as_completed

from vaarta.scale.jobs import Order, Outcome, Undone, decode_outcome
from vaarta.scale.shards import code_order

__all__ = ["run"]

TRIES = 10  # of a shard whose worker is gone; what kills our own workers, the shard itself passes over


def run(orders: Sequence[Order], workers: int, address: str) -> Iterator[Outcome]:
    """Code orders, one on each thread that the cluster has; `workers` is how many there are if it is started here."""
    here: dict[str, Any] = {"n_workers": workers, "threads_per_worker": 1, "dashboard_address": None}
    there: dict[str, Any] = {"address": address}
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": TRIES}),
        Client(**(there if address else here)) as client,
    ):
        sent = {
            client.submit(code_order, msgspec.json.encode(order), pure=False, retries=TRIES): order.shard.number
            for order in orders
        }
        for future in as_completed(list(sent)):
            yield _outcome(future, sent.pop(future))


def _outcome(future: Any, number: int) -> Outcome:
    fault = future.exception()
    if fault is None:
        return decode_outcome(future.result())
    return Undone(number=number, reason=f"{type(fault).__name__}: {fault}")

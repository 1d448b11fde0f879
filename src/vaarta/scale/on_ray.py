"""Shards as tasks of Ray, on the cluster at an address or on one of this machine."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import ray
from ray.exceptions import RayError

from vaarta.scale.jobs import Order, Outcome, Undone, decode_outcome
from vaarta.scale.shards import code_order

__all__ = ["run"]

TRIES = 10  # of a shard whose node or worker is gone; what kills our own workers, the shard itself passes over
AHEAD = 4  # shards sent for each core


def run(orders: Sequence[Order], workers: int, address: str) -> Iterator[Outcome]:
    """Code orders, one on each core that the cluster has; `workers` is how many there are if it is started here."""
    ours = not ray.is_initialized()
    if ours:
        started: dict[str, Any] = {"address": address} if address else {"num_cpus": workers, "include_dashboard": False}
        ray.init(log_to_driver=False, **started)
    try:
        yield from _run(orders)
    finally:
        if ours:
            ray.shutdown()


def _run(orders: Sequence[Order]) -> Iterator[Outcome]:
    task = ray.remote(num_cpus=1, max_retries=TRIES)(code_order)
    most = AHEAD * max(1, int(ray.cluster_resources().get("CPU", 1)))
    waiting = iter(orders)
    pending: dict[Any, int] = {}
    while True:
        while len(pending) < most and (order := next(waiting, None)) is not None:
            pending[task.remote(msgspec.json.encode(order))] = order.shard.number
        if not pending:
            return
        ready, _ = ray.wait(list(pending), num_returns=1)
        yield _outcome(ready[0], pending.pop(ready[0]))


def _outcome(sent: Any, number: int) -> Outcome:
    try:
        return decode_outcome(ray.get(sent))
    except RayError as fault:
        return Undone(number=number, reason=f"{type(fault).__name__}: {fault}")

"""Shards as tasks of Spark, at an address (spark://…, local-cluster[…], yarn, k8s://…) or on this machine."""

import os
import sys
from collections.abc import Iterator, Sequence

import msgspec
from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from vaarta.scale.jobs import Order, Outcome, Undone, decode_outcome
from vaarta.scale.shards import code_order

__all__ = ["run"]

TRIES = 10  # of a shard whose executor is gone; what kills our own workers, the shard itself passes over
TOLD = 500  # characters of a fault, from its end, where the cause is
AHEAD = 8  # shards a core in one job of Spark's: their outcomes are known only when all are done


def run(orders: Sequence[Order], workers: int, address: str) -> Iterator[Outcome]:
    """Code orders, one on each core that the cluster has; `workers` is how many there are if it is started here."""
    ours = SparkSession.getActiveSession() is None
    if not address or address.startswith("local"):  # else the cluster knows which Python it has
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("vaarta").config("spark.task.maxFailures", TRIES)
    session = builder.master(address or f"local[{workers},{TRIES}]").getOrCreate()
    try:
        context = session.sparkContext
        for some in _groups(orders, AHEAD * context.defaultParallelism):
            sent = context.parallelize([msgspec.json.encode(order) for order in some], len(some))
            try:
                yield from map(decode_outcome, sent.map(code_order).collect())
            except (Py4JError, PySparkException) as fault:  # one task given up ends a job of Spark's with all its tasks
                reason = f"{type(fault).__name__}: {' '.join(str(fault).split())[-TOLD:]}"
                yield from (Undone(number=order.shard.number, reason=reason) for order in some)
    finally:
        if ours:
            session.stop()


def _groups(orders: Sequence[Order], size: int) -> Iterator[Sequence[Order]]:
    for start in range(0, len(orders), size):
        yield orders[start : start + size]

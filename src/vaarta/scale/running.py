"""A job run: its folder opened, its shards given to an engine, and what became of them told."""

import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import TypeAlias

import msgspec

from vaarta.errors import EngineError
from vaarta.scale.jobs import QUARANTINED, Job, Limits, Order, Outcome, Report, Told, Undone, coded_name, told_name
from vaarta.scale.makings import differing
from vaarta.scale.storage import Folder

__all__ = ["ENGINES", "begin", "report_of", "run"]

# Codes orders, as many at a time as it is told, on the cluster at an address or on one that it starts here.
Engine: TypeAlias = Callable[[Sequence[Order], int, str], Iterator[Outcome]]

# Where the function `run` of each engine is, and the package that it is made of.
ENGINES = {"local": "", "ray": "ray", "dask": "distributed", "spark": "pyspark"}
JOB, REPORT = "job.json", "report.json"


def begin(out: str, job: Job) -> Job:
    """The job as it was begun in that folder, or as it is begun now: gone on with, its shards are those of then.

    Raises EngineError if another job was begun there.
    """
    folder = Folder(out)
    try:
        found = folder.read(JOB)
        if found is None:
            folder.write(JOB, io.BytesIO(msgspec.json.encode(job)))
            return job
        begun = msgspec.json.decode(found, type=Job)
    except OSError as fault:
        raise EngineError(f"{out}: {fault}") from fault
    except msgspec.DecodeError as fault:
        raise EngineError(f"{out}/{JOB}: no job of vaarta: {fault}") from fault
    for what in ("version", "sources", "shard_bytes", "settings"):
        then, now = getattr(begun, what), getattr(job, what)
        if then != now:
            raise EngineError(f"{out} has another job: its {what} is {then}, not {now}; give another --out")
    if changed := differing(begun.makings, job.makings):
        told = f"not coded with {' and '.join(changed)} as now" if begun.makings else "of before jobs knew their packs"
        raise EngineError(f"{out} has another job: {told}; give another --out, or bring back what it was begun with")
    return begun


def run(job: Job, out: str, *, engine: str, limits: Limits, workers: int, address: str = "") -> Iterator[Outcome]:
    """What becomes of each shard, as it becomes known: first of those that were done before.

    Raises EngineError if the engine is not installed, cannot start, or the job cannot be done at all.
    """
    folder = Folder(out)
    orders = [
        Order(
            version=job.version,
            makings=job.makings,
            out=folder.where,
            settings=job.settings,
            limits=limits,
            shard=shard,
        )
        for shard in job.shards
    ]
    done = folder.names("coded")
    left = []
    for order in orders:
        number = order.shard.number
        told = folder.read(told_name(number)) if coded_name(number) in done else None
        if told is None:
            left.append(order)
        else:
            yield msgspec.json.decode(told, type=Told)
    if left:
        yield from _engine(engine)(left, workers, address)


def report_of(job: Job, outcomes: Iterable[Outcome], out: str) -> Report:
    """What became of a job, in the order of its shards whatever the engine; it is written to the folder too."""
    told = sorted(outcomes, key=lambda outcome: outcome.number)
    done = [outcome for outcome in told if isinstance(outcome, Told)]
    passed = [*job.passed, *(item for shard in done for item in shard.passed)]
    reasons = Counter(item.reason.partition(":")[0] for item in passed)
    report = Report(
        shards=len(job.shards),
        coded=sum(shard.coded for shard in done),
        passed_over=dict(sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))),
        quarantined=tuple(item for item in passed if item.reason.startswith(QUARANTINED)),
        undone=tuple(outcome for outcome in told if isinstance(outcome, Undone)),
        deaths=sum(shard.deaths for shard in done),
    )
    folder = Folder(out)
    folder.write(REPORT, io.BytesIO(msgspec.json.encode(report)))
    if not report.undone:
        folder.clear("hand")
    return report


def _engine(name: str) -> Engine:
    """The function that runs orders on an engine, whose package is loaded now."""
    try:
        engine: Engine = import_module(f"vaarta.scale.on_{name}").run
    except ModuleNotFoundError as missing:
        if missing.name and missing.name.startswith("vaarta"):
            raise
        raise EngineError(f"the engine {name} is not installed ({missing}): pip install 'vaarta[{name}]'") from missing
    return engine

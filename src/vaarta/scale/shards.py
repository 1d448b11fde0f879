"""One shard coded, whatever becomes of its workers: the function that all engines run.

The results are a file, written under another name and renamed, so that it is there whole or not at all; a shard whose
file is there is done. Before a story is begun the shard's hand file names it. A new attempt that finds a name there
counts a death for it, as this one does when its worker dies; what has killed three attempts is passed over.
"""

import io
from functools import cache
from tempfile import SpooledTemporaryFile
from typing import IO

import msgspec

import vaarta
from vaarta.errors import EngineError
from vaarta.records import Passed, Record
from vaarta.scale.jobs import QUARANTINED, Limits, Order, Outcome, Told, Undone, coded_name, hand_name, told_name
from vaarta.scale.makings import differing, makings
from vaarta.scale.messages import (
    Coded,
    Ended,
    Failed,
    InHand,
    Loading,
    Message,
    PassedOver,
    Reading,
    Task,
    story_key,
)  # fmt: skip
from vaarta.scale.storage import Folder
from vaarta.scale.workers import Died, Workers

__all__ = ["TRIES", "Hand", "code_order", "code_shard"]

TRIES = 3  # deaths of workers with one story in hand: two may be the machine's fault
STARTS = 40  # deaths in a row with nothing in hand and nothing done: no worker will ever begin
IN_MEMORY = 32_000_000  # bytes of a shard's results held before they go to a temporary file


class Hand(Record, frozen=True, kw_only=True):
    """What a shard's attempts have in hand, and what each has killed: "story 12", "input 3 after 11"."""

    attempts: int = 0
    keys: tuple[str, ...] = ()
    name: str = ""
    deaths: dict[str, int] = msgspec.field(default_factory=dict)


def code_order(order: bytes) -> bytes:
    """The outcome of an order, both as JSON, by workers that stay for the next one: what engines call."""
    given = msgspec.json.decode(order, type=Order)
    try:
        outcome: Outcome = code_shard(given, _workers(given.limits))
    except EngineError as fault:  # no engine needs to know our errors, nor to try again what cannot be done
        outcome = Undone(number=given.shard.number, reason=str(fault))
    return msgspec.json.encode(outcome)


@cache
def _workers(limits: Limits) -> Workers:
    """The workers of this process. They end with it."""
    return Workers(limits)


def code_shard(order: Order, workers: Workers) -> Told:
    """Code a shard into its file, if that is not there, and say what became of it.

    Raises EngineError if it cannot be done at all: results cannot be written, a pipeline is not there.
    """
    if order.version != vaarta.__version__:
        raise EngineError(f"the job is of vaarta {order.version}, this machine has {vaarta.__version__}")
    here = makings(order.settings.pipelines)
    if others := [name for name in differing(order.makings, here) if name in order.makings and name in here]:
        raise EngineError(f"this machine has not {' and '.join(others)} that the job was begun with")
    number = order.shard.number
    try:
        folder = Folder(order.out)
        told = folder.read(told_name(number))
        if told is not None and folder.has(coded_name(number)):
            return msgspec.json.decode(told, type=Told)
        with SpooledTemporaryFile(IN_MEMORY) as lines:
            return Attempt(order, folder, lines).run(workers)
    except OSError as fault:
        raise EngineError(f"{order.out}: shard {number} cannot be written: {fault}") from fault


class Attempt:
    """One attempt at a shard, by as many workers as it takes."""

    def __init__(self, order: Order, folder: Folder, lines: IO[bytes]) -> None:
        self.order = order
        self.folder = folder
        self.lines = lines
        self.coded = 0
        self.passed: list[Passed] = []
        self.died = 0
        self.in_vain = 0
        self.stories: dict[int, str] = {}
        self.reading: Reading | None = None
        found = folder.read(hand_name(order.shard.number))
        before = _hand(found) if found is not None else Hand()
        self.attempts = before.attempts + 1
        self.deaths = dict(before.deaths)
        self.reasons = dict.fromkeys(before.deaths, "ended with all around it")
        for key in before.keys:
            self._count(key, "ended with all around it")
        self._save()

    def run(self, workers: Workers) -> Told:
        """Code the shard to its end and write it down."""
        while not self._by(workers):
            pass
        number = self.order.shard.number
        told = Told(number=number, coded=self.coded, passed=tuple(self.passed), deaths=self.died)
        self.folder.write(told_name(number), io.BytesIO(msgspec.json.encode(told)))
        self.lines.seek(0)
        self.folder.write(coded_name(number), self.lines)
        return told

    def _by(self, workers: Workers) -> bool:
        """Whether a worker brings it to its end; if it dies, what it had in hand is to blame."""
        worker = workers.take()
        self.stories, self.reading = {}, None
        try:
            worker.send(self._task())
            while not isinstance(message := worker.receive(self._seconds()), Ended):
                self._hear(message)
        except Died as death:
            workers.drop(worker)
            if workers.closed:  # interrupted: nothing in hand is to blame
                self.stories, self.reading = {}, None
                self._save()
                raise EngineError("interrupted") from None
            self._blame(str(death))
            return False
        except BaseException:
            workers.drop(worker)
            raise
        workers.give(worker)
        return True

    def _task(self) -> Task:
        out = {key: self._reason(key) for key, count in self.deaths.items() if count >= TRIES}
        numbers = {key.partition(" ")[2]: key for key in self.deaths if key.startswith("story ")}
        return Task(
            shard=self.order.shard, settings=self.order.settings, skip=self._count_of_results(), quarantined=out,
            alone=frozenset(int(number) for number in numbers),
        )  # fmt: skip

    def _reason(self, key: str) -> str:
        return f"{QUARANTINED}: {self.deaths[key]} workers that had it in hand died; the last one {self.reasons[key]}"

    def _seconds(self) -> float:
        """How long the worker may be silent: the time for a story, for each that it has in hand."""
        return self.order.limits.seconds * max(1, len(self.stories))

    def _hear(self, message: Message) -> None:
        match message:
            case Coded(line=line):
                self.lines.write(bytes(line) + b"\n")
                self._result()
                self.coded += 1
            case PassedOver(passed=passed):
                self._result()
                self.passed.append(passed)
            case InHand(stories=stories):
                self.stories, self.reading = dict(stories), None
                self._save()
            case Reading():
                self.stories, self.reading = {}, message
                if self.attempts > 1:  # the first time, one write a page would cost more than reading it
                    self._save()
            case Loading():
                self.stories, self.reading = {}, None
            case Failed(reason=reason):
                raise EngineError(reason)

    def _result(self) -> None:
        self.stories.pop(self._count_of_results(), None)
        self.in_vain = 0

    def _count_of_results(self) -> int:
        return self.coded + len(self.passed)

    def _keys(self) -> tuple[str, ...]:
        if self.stories:
            return tuple(story_key(number) for number in self.stories)
        return (self.reading.key,) if self.reading else ()

    def _blame(self, how: str) -> None:
        self.died += 1
        self.in_vain += 1
        for key in self._keys():
            self.in_vain = 0
            self._count(key, how)
        self.stories, self.reading = {}, None
        self._save()
        if self.in_vain >= STARTS:
            raise EngineError(f"workers end before they have anything in hand; the last one {how}")

    def _count(self, key: str, how: str) -> None:
        self.deaths[key] = self.deaths.get(key, 0) + 1
        self.reasons[key] = how

    def _save(self) -> None:
        """Name on disk what is in hand, for the attempt that comes if this one dies with its worker."""
        name = next(iter(self.stories.values()), self.reading.name if self.reading else "")
        hand = Hand(attempts=self.attempts, keys=self._keys(), name=name, deaths=self.deaths)
        self.folder.write(hand_name(self.order.shard.number), io.BytesIO(msgspec.json.encode(hand)))


def _hand(found: bytes) -> Hand:
    try:
        return msgspec.json.decode(found, type=Hand)
    except msgspec.DecodeError:
        return Hand(attempts=1)

"""A worker: codes shards one after the other, and says before each story which one it has in hand.

    python -m vaarta.scale.worker

Tasks come on standard input, messages go to what was standard output; both are JSON, one object a line. When standard
input ends, whoever it worked for is gone, and so is it.
"""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from typing import NamedTuple, TypeAlias

import msgspec

from vaarta.coding.scoring import surest
from vaarta.errors import VaartaError
from vaarta.pipeline import code_stories
from vaarta.reading.parts import read_part
from vaarta.reading.sources import Opened
from vaarta.records import Passed, Story
from vaarta.scale.jobs import Piece
from vaarta.scale.messages import Coded, Ended, Failed, InHand, Loading, Message, PassedOver, Reading, Task, story_key
from vaarta.scale.storage import open_file
from vaarta.shape import coded, whole

__all__ = ["main", "work"]

Send: TypeAlias = Callable[[Message], None]

# Stories parsed together. One by one costs a third more of the processor, 32 no less than 8 (docs/engines.md).
BATCH = 8


class Read(NamedTuple):
    """A result of reading, with its number in the shard."""

    number: int
    result: Story | Passed


def work(task: Task, send: Send) -> None:
    """Say all that a shard's stories claim, from the task's first new result on."""
    send(Loading())
    warm: set[str] = set()
    for batch in _batches(Reader(task, send).results(), task.alone):
        langs = {item.result.lang for item in batch if isinstance(item.result, Story)}
        if langs - warm:
            send(Loading())
            _warm(langs - warm, task)
            warm |= langs
        send(InHand(stories={item.number: item.result.id for item in batch if isinstance(item.result, Story)}))
        for result in code_stories([item.result for item in batch], task.settings.pipelines):
            if isinstance(result, Passed):
                send(PassedOver(passed=result))
            else:
                claims = surest(result[1], task.settings.min_score)
                told = whole(result[0], claims) if task.settings.whole else coded(result[0], claims)
                send(Coded(line=msgspec.Raw(msgspec.json.encode(told))))
    send(Ended())


class Reader:
    """The results of reading a shard, with a word before each step that could end the worker."""

    def __init__(self, task: Task, send: Send) -> None:
        self.task = task
        self.send = send
        self.inputs = 0
        self.count = 0
        self.name = ""

    def results(self) -> Iterator[Read]:
        """Each result after those to be skipped; what is quarantined is passed over with the reason."""
        for piece in self.task.shard.pieces:
            for result in self._piece(piece):
                number, self.count = self.count, self.count + 1
                if number < self.task.skip:
                    continue
                reason = self.task.quarantined.get(story_key(number), "")
                yield Read(number, _kept_out(result, reason) if reason and isinstance(result, Story) else result)

    def _piece(self, piece: Piece) -> Iterator[Story | Passed]:
        try:
            stream = open_file(piece.path)
        except OSError as fault:
            yield Passed(source=piece.path, reason=f"cannot be opened: {fault.strerror or fault}")
            return
        with stream:
            found = read_part(Opened(piece.path, stream), piece.part, self._admit)
            while (result := next(found, None)) is not None:
                yield result
                if reason := self._stopped():
                    yield Passed(
                        source=piece.path, reason=f"{reason}; what follows in it was not read", record=self.name
                    )
                    return

    def _admit(self, opened: Opened) -> str:
        """Tell the input before it is read; the reason if it has killed too many workers."""
        self.inputs += 1
        self.name = opened.url or opened.name
        return self._stopped()

    def _stopped(self) -> str:
        here = Reading(input=self.inputs, after=self.count, name=self.name)
        if self.count >= self.task.skip:
            self.send(here)
        return self.task.quarantined.get(here.key, "")


def _kept_out(story: Story, reason: str) -> Passed:
    return Passed(source=story.url or story.id, reason=reason, record=story.id)


def _batches(results: Iterator[Read], alone: frozenset[int]) -> Iterator[list[Read]]:
    """The results some at a time, those that must be alone one at a time."""
    batch: list[Read] = []
    for item in results:
        if batch and (item.number in alone or len(batch) == BATCH):
            yield batch
            batch = []
        batch.append(item)
        if item.number in alone:
            yield batch
            batch = []
    if batch:
        yield batch


def _warm(langs: set[str], task: Task) -> None:
    """Load all that coding a language takes, so that no story is to blame for the time or for a death meanwhile."""
    for lang in sorted(langs):
        list(code_stories([Story(id="warm", lang=lang, text="1")], task.settings.pipelines))


def main() -> None:
    """Work until standard input ends."""
    # Libraries, and pipelines that users bring, may print: that must not get among the messages.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())

        def send(message: Message) -> None:
            out.write(msgspec.json.encode(message) + b"\n")
            out.flush()

        tasks: SimpleQueue[bytes] = SimpleQueue()
        threading.Thread(target=_listen, args=(tasks,), daemon=True).start()
        while True:
            task = msgspec.json.decode(tasks.get(), type=Task)
            try:
                work(task, send)
            except VaartaError as fault:
                send(Failed(reason=str(fault)))


def _listen(tasks: "SimpleQueue[bytes]") -> None:
    """Put each line of standard input into the queue; at its end leave at once, whatever is in hand."""
    for line in sys.stdin.buffer:
        tasks.put(line)
    os._exit(0)


if __name__ == "__main__":
    main()

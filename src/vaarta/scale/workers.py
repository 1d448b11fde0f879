"""Workers as processes: started, listened to, and ended where they take too long or too much memory."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Self

import msgspec

from vaarta.errors import EngineError
from vaarta.scale.jobs import Limits
from vaarta.scale.messages import Message, Task, decode_message

__all__ = ["COMMAND", "Died", "Worker", "Workers"]

COMMAND = (sys.executable, "-m", "vaarta.scale.worker")
LOOK = 0.25  # seconds between two looks at a worker's memory
MEGABYTE = 1_000_000
TIRED = 0.7  # of its memory: a worker that has grown so far is replaced before its next shard
# One thread a worker: as many workers as cores take the machine, and sums do not depend on how many cores there are.
THREADS = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")


class Died(Exception):  # noqa: N818 - what it says, not an error of ours
    """A worker has ended, or had to be ended; the message says how."""


class Worker:
    """One process that codes shards. It ends with this process, whatever ends this process."""

    def __init__(self, limits: Limits, command: Sequence[str] = COMMAND) -> None:
        self.limits = limits
        try:
            self.process = subprocess.Popen(  # noqa: S603 - our own command
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | THREADS,
                process_group=0,  # an interrupt from the terminal is this process's affair
            )  # fmt: skip
        except OSError as fault:
            raise EngineError(f"no worker can be started: {fault}") from fault
        self.lines: SimpleQueue[bytes] = SimpleQueue()
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()
        self.looked = 0.0

    def send(self, task: Task) -> None:
        """Give it a shard to code. Raises Died."""
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(msgspec.json.encode(task) + b"\n")
            self.process.stdin.flush()
        except OSError:
            raise Died(self._end()) from None

    def receive(self, seconds: float) -> Message:
        """What it says next. Raises Died if it ends, says nothing for so long, or grows beyond its memory."""
        until = time.monotonic() + seconds
        while True:
            self._look()
            try:
                line = self.lines.get(timeout=max(0.0, min(LOOK, until - time.monotonic())))
            except Empty:
                if time.monotonic() >= until:
                    raise Died(self.kill(f"took more than {seconds:g} seconds")) from None
                continue
            if not line:
                raise Died(self._end())
            try:
                return decode_message(line)
            except msgspec.DecodeError:
                raise Died(self.kill("said what is no message")) from None

    def kill(self, why: str = "") -> str:
        """End it; gives the reason back."""
        self.process.kill()
        self._close()
        return why

    def tired(self) -> bool:
        """Whether it has grown so much that a new one should take its place."""
        return self._megabytes() > TIRED * self.limits.megabytes

    def _listen(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as said:
            for line in said:
                self.lines.put(line)
        self.lines.put(b"")

    def _look(self) -> None:
        if time.monotonic() - self.looked < LOOK:
            return
        self.looked = time.monotonic()
        if self._megabytes() > self.limits.megabytes:
            raise Died(self.kill(f"took more than {self.limits.megabytes:,} MB of memory"))

    def _megabytes(self) -> float:
        """The memory it holds; 0 where the system does not say as Linux does."""
        try:
            pages = int(Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()[1])
        except (OSError, ValueError, IndexError):
            return 0.0
        return pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE

    def _end(self) -> str:
        """How it ended."""
        code = self._close()
        if code >= 0:
            return f"ended with exit code {code}"
        try:
            return f"was ended by {signal.Signals(-code).name}"
        except ValueError:
            return f"was ended by signal {-code}"

    def _close(self) -> int:
        if self.process.stdin is not None:
            with suppress(OSError):
                self.process.stdin.close()
        code = self.process.wait()
        self.listener.join(LOOK)
        return code


class Workers:
    """Workers that wait for their next shard: loaded pipelines are kept. Many threads may ask at once."""

    def __init__(self, limits: Limits, command: Sequence[str] = COMMAND) -> None:
        self.limits = limits
        self.command = command
        self.lock = threading.Lock()
        self.idle: list[Worker] = []
        self.all: set[Worker] = set()
        self.closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def take(self) -> Worker:
        """A worker with nothing in hand. Raises EngineError after `close`."""
        with self.lock:
            if self.closed:
                raise EngineError("interrupted")
            worker = self.idle.pop() if self.idle else Worker(self.limits, self.command)
            self.all.add(worker)
            return worker

    def give(self, worker: Worker) -> None:
        """Give one back after its shard."""
        if worker.tired():
            self.drop(worker)
            return
        with self.lock:
            self.idle.append(worker)

    def drop(self, worker: Worker) -> None:
        """End one, and forget it."""
        worker.kill()
        with self.lock:
            self.all.discard(worker)

    def close(self) -> None:
        """End them all, also those with something in hand."""
        with self.lock:
            self.closed = True
            left, self.all = self.all, set()
        for worker in left:
            worker.kill()

"""Kills workers of `vaarta code --out` at random moments, and the whole command, and compares with a calm run.

    python benchmarks/crash_code.py [--stories 600] [--kills 20] [--ends 3] [--seed 1]

A killed process gets SIGKILL, so that it can tidy up nothing. First so many workers are killed, one at a time, while
the job goes on, and the command itself so many times, each time started again; then it is let end. All files with
results are compared, byte by byte. Exit code 1: they differ, or a story was passed over.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from crash_keep import make_stories

__all__ = ["children", "differences", "stormy_run"]

SHORTEST, LONGEST = 0.5, 4.0  # seconds between two kills: while workers start, load, and code
WAITED = 0.1  # seconds until a worker is looked for again


def stormy_run(command: Sequence[str], kills: int, ends: int, chance: random.Random) -> tuple[int, int]:
    """Run the command to its end, its workers and itself killed so often; how many kills and ends struck."""
    struck, ended = 0, 0
    while True:
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # noqa: S603
            share = kills if ended == ends else kills * (ended + 1) // (ends + 1)
            while struck < share and process.poll() is None:
                time.sleep(chance.uniform(SHORTEST, LONGEST))
                struck += _kill_one(process.pid, chance)
            if ended < ends:
                process.kill()
                ended += process.wait() == -signal.SIGKILL
            if process.wait() >= 0:
                return struck, ended


def children(parent: int) -> list[int]:
    """The processes that a process has started and that are alive. Wants Linux."""
    found = []
    for task in Path(f"/proc/{parent}/task").glob("*/children"):
        with suppress(OSError):
            found += [int(pid) for pid in task.read_text("ascii").split()]
    return sorted(found)


def differences(calm: Path, stormy: Path) -> list[str]:
    """The files of results, and of what is told of shards but deaths, that differ between two folders."""
    names = sorted({path.relative_to(at).as_posix() for at in (calm, stormy) for path in at.glob("*/*.json*")})
    return [name for name in names if _result(calm / name) != _result(stormy / name)]


def _result(path: Path) -> object:
    if not path.exists():
        return None
    if path.parent.name == "told":
        return {what: told for what, told in json.loads(path.read_bytes()).items() if what != "deaths"}
    return path.read_bytes()


def _kill_one(parent: int, chance: random.Random) -> bool:
    """Whether a worker was there to be killed."""
    time.sleep(WAITED)
    there = children(parent)
    if not there:
        return False
    with suppress(ProcessLookupError):
        os.kill(chance.choice(there), signal.SIGKILL)
        return True
    return False


def main() -> int:
    """Run both, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=600)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--ends", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as folder:
        stories, calm, stormy = (Path(folder) / name for name in ("stories.jsonl", "calm", "stormy"))
        make_stories(stories, asked.stories)
        command = [sys.executable, "-m", "vaarta", "code", str(stories), "--workers", "2", "--shard", "0.01", "--out"]
        subprocess.run([*command, str(calm)], check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
        struck, ended = stormy_run([*command, str(stormy)], asked.kills, asked.ends, chance)
        faults = differences(calm, stormy)
        report = json.loads((stormy / "report.json").read_bytes())
    print(f"{report['coded']} of {asked.stories} stories coded in {report['shards']} shards; {struck} workers killed")
    print(f"the command killed {ended} times; passed over: {report['passed_over'] or 'none'}")
    print("\n".join(f"{fault}: differs" for fault in faults) or "all files are those of a run left alone")
    return 1 if faults or report["coded"] != asked.stories else 0


if __name__ == "__main__":
    raise SystemExit(main())

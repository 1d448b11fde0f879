"""Jobs on processes of this machine, begun, broken off, gone on with."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

import fsspec
import msgspec
import pytest
from dying import without_models
from hand_coded import fake

import vaarta.scale.shards
import vaarta.scale.worker
from vaarta.errors import EngineError
from vaarta.records import Passed
from vaarta.scale import Job, Limits, Report, Settings, Told, begin, on_local, plan, report_of, run
from vaarta.scale.messages import Coded, Ended, Message, Task
from vaarta.scale.worker import work

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))
from crash_code import children, differences  # noqa: E402 - a benchmark's

STORIES = [f"India and Nepal met {number} times." for number in range(60)]


@pytest.fixture(autouse=True)
def _no_models(monkeypatch: pytest.MonkeyPatch) -> None:
    without_models(monkeypatch)


def coded(job: Job, out: Path | str, engine: str = "local") -> Report:
    begun = begin(str(out), job)
    return report_of(begun, run(begun, str(out), engine=engine, limits=Limits(), workers=2), str(out))


def of(path: Path) -> Job:
    return plan([str(path)], shard_bytes=400, settings=Settings())


def test_the_files_of_all_shards_are_the_stories_in_order(corpus: Callable[..., Path], tmp_path: Path) -> None:
    report = coded(of(corpus(*STORIES)), tmp_path / "out")
    lines = [line for path in sorted(tmp_path.glob("out/coded/*")) for line in path.read_text("utf-8").splitlines()]
    assert [json.loads(line)["id"] for line in lines] == [f"s{number}" for number in range(60)]
    assert (report.coded, report.passed_over, report.undone, report.deaths) == (60, {}, (), 0)
    assert json.loads((tmp_path / "out/report.json").read_bytes()) == json.loads(msgspec.json.encode(report))
    assert not (tmp_path / "out/hand").exists()


def test_a_job_that_is_done_is_told_again_without_any_worker(
    corpus: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = of(corpus(*STORIES[:9], "kill me"))
    first = coded(job, tmp_path / "out")
    monkeypatch.setattr(on_local, "Workers", None)
    assert coded(job, tmp_path / "out") == first
    assert first.passed_over == {"quarantined": 1}


def test_only_the_shards_that_are_missing_are_done(corpus: Callable[..., Path], tmp_path: Path) -> None:
    job = of(corpus(*STORIES))
    coded(job, tmp_path / "out")
    kept = {path.name: path.stat().st_mtime_ns for path in tmp_path.glob("out/coded/*")}
    (tmp_path / "out/coded/000003.jsonl").unlink()
    coded(job, tmp_path / "out")
    now = {path.name: path.stat().st_mtime_ns for path in tmp_path.glob("out/coded/*")}
    assert {name for name in now if now[name] != kept[name]} == {"000003.jsonl"}


def test_the_folder_of_another_job_is_refused(corpus: Callable[..., Path], tmp_path: Path) -> None:
    job = of(corpus(*STORIES))
    begin(str(tmp_path / "out"), job)
    with pytest.raises(EngineError, match="another job: its shard_bytes is 400, not 500"):
        begin(str(tmp_path / "out"), msgspec.structs.replace(job, shard_bytes=500))


def test_files_that_come_later_belong_to_the_next_job(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("India and Nepal met in Delhi on Monday, the ministry said.", "utf-8")
    begun = begin(str(tmp_path / "out"), of(tmp_path / "in"))
    (tmp_path / "in/b.txt").write_text("x", "utf-8")
    assert begin(str(tmp_path / "out"), of(tmp_path / "in")) == begun


def test_a_file_that_is_gone_meanwhile_is_passed_over(corpus: Callable[..., Path], tmp_path: Path) -> None:
    path = corpus("India and Nepal met.")
    job = of(path)
    path.unlink()
    assert coded(job, tmp_path / "out").passed_over == {"cannot be opened": 1}


def test_twenty_killed_workers_change_nothing(
    corpus: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a busy machine one story may be in hand three times out of the twenty: it is not the story's fault here."""
    monkeypatch.setattr(vaarta.scale.shards, "TRIES", 21)
    chance, struck, over = random.Random(1), list[int](), threading.Event()
    job = of(corpus(*[f"{story} slowly" for story in STORIES * 6]))

    def strike() -> None:
        while len(struck) < 20 and not over.wait(chance.uniform(0.1, 0.6)):
            if there := children(os.getpid()):
                os.kill(chance.choice(there), signal.SIGKILL)
                struck.append(1)

    striking = threading.Thread(target=strike)
    striking.start()
    try:
        report = coded(job, tmp_path / "stormy")
    finally:
        over.set()
        striking.join()
    coded(job, tmp_path / "calm")
    assert differences(tmp_path / "calm", tmp_path / "stormy") == []
    assert report.coded == 360
    assert len(struck) == 20


def test_workers_end_with_the_command_that_is_killed(corpus: Callable[..., Path], tmp_path: Path) -> None:
    path = corpus("sleep")
    code = f"""
import sys; sys.path.append({str(ROOT / "tests")!r})
import pytest
from dying import without_models
from vaarta.scale import *
without_models(pytest.MonkeyPatch())
job = plan([{str(path)!r}], shard_bytes=400, settings=Settings())
list(run(job, {str(tmp_path / "out")!r}, engine="local", limits=Limits(), workers=1))
"""
    with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.DEVNULL) as running:
        while not list(tmp_path.glob("out/hand/*.json")) and running.poll() is None:
            time.sleep(0.05)
        (worker,) = children(running.pid)
        running.kill()
    for _ in range(200):
        if not Path(f"/proc/{worker}").exists():
            return
        time.sleep(0.05)
    pytest.fail("the worker goes on")


def test_an_engine_that_is_not_installed_says_how_to_install_it(
    corpus: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    monkeypatch.delitem(sys.modules, "vaarta.scale.on_ray", raising=False)
    with pytest.raises(EngineError, match=r"pip install 'vaarta\[ray\]'"):
        coded(of(corpus("x")), tmp_path, "ray")


def test_a_shard_reads_and_writes_object_stores(corpus: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers of their own cannot see what is in this process's memory, so the shard is coded here."""
    store = fsspec.filesystem("memory")
    store.pipe_file("/bucket/in/x.jsonl", corpus(*STORIES).read_bytes())
    monkeypatch.setattr(vaarta.scale.worker, "code_stories", fake)
    monkeypatch.setattr(on_local, "Workers", Here)
    job = plan(["memory://bucket/in"], shard_bytes=400, settings=Settings())
    report = coded(job, "memory://bucket/out")
    assert (report.coded, report.undone) == (60, ())
    assert len(store.ls("/bucket/out/coded")) == len(job.shards)
    assert coded(job, "memory://bucket/out") == report


class Here:
    """A worker in this process, in the place of many."""

    closed = False

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.said: Iterator[Message] = iter(())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *ended: object) -> None:
        pass

    def take(self) -> "Here":
        return Here(self.limits)

    def give(self, worker: "Here") -> None:
        pass

    def close(self) -> None:
        pass

    def send(self, task: Task) -> None:
        said: list[Message] = []
        work(task, said.append)
        self.said = iter(said)

    def receive(self, seconds: float) -> Message:  # noqa: ARG002
        return next(self.said)


def test_a_worker_goes_on_where_it_is_told_to(corpus: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vaarta.scale.worker, "code_stories", fake)
    said: list[Message] = []
    shard = plan([str(corpus(*STORIES[:12]))], shard_bytes=10**6, settings=Settings()).shards[0]
    work(
        Task(shard=shard, settings=Settings(), skip=9, quarantined={"input 1 after 11": "quarantined: x"}), said.append
    )
    assert [json.loads(bytes(message.line))["id"] for message in said if isinstance(message, Coded)] == ["s9", "s10"]
    assert isinstance(said[-1], Ended)
    assert "what follows in it was not read" in str(said[-2])


def test_the_report_is_in_the_order_of_shards_whatever_the_engine(tmp_path: Path, corpus: Callable[..., Path]) -> None:
    told = [
        Told(number=1, coded=2, passed=(Passed(source="b", reason="no text"),), deaths=1),
        Told(number=0, coded=3, passed=(Passed(source="a", reason="quarantined: 3 workers", record="s1"),)),
    ]
    report = report_of(of(corpus("x")), told, str(tmp_path))
    assert report == report_of(of(corpus("x")), told[::-1], str(tmp_path))
    assert report.passed_over == {"no text": 1, "quarantined": 1}
    assert [passed.record for passed in report.quarantined] == ["s1"]

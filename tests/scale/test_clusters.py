"""Clusters of two nodes, one of which is killed in the middle: the job ends complete, and equal to the local run.

Each wants its engine: `make test-engines` installs them. Without it the test is skipped.
"""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
from crash_code import children, differences

import vaarta
from vaarta.scale import Job, Limits, Report, Settings, begin, plan, report_of, run

HERE = Path(__file__).parent
MODELS = Path(vaarta.__file__).parent / "models"
POISON = 17
STORIES = 64
DONE = 3  # shards, when a node is killed
COUNTRIES = ("India", "Nepal", "China", "Japan", "France", "Kenya")
# What the engines' own processes warn of is theirs.
pytestmark = [
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.skipif(not (MODELS / "en" / "meta.json").exists(), reason="the trained pipelines are missing"),
]


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Job]:
    """A job of many shards; one story kills each worker that codes it."""
    path = tmp_path_factory.mktemp("corpus") / "stories.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(STORIES):
            one, other = COUNTRIES[number % 6], COUNTRIES[(number + 1 + number // 6 % 5) % 6]
            text = f"{one} condemned the attack. The foreign minister of {one} met the head of {other} on Monday."
            text += " They kill me." if number == POISON else f" They signed {number} agreements."
            file.write(f'{{"id": "s{number}", "lang": "en", "text": "{text}"}}\n')
    settings = Settings(pipelines={"en": "killing:make"})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join([str(HERE), os.environ.get("PYTHONPATH", "")]))
        yield plan([str(path)], shard_bytes=700, settings=settings)


@pytest.fixture(scope="module")
def alone(job: Job, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the results of the local run are."""
    out = tmp_path_factory.mktemp("alone")
    report = code(job, out, "local")
    assert report.shards > 8
    assert (report.coded, report.deaths) == (STORIES - 1, 3)
    assert [passed.record for passed in report.quarantined] == [f"s{POISON}"]
    return out


def code(job: Job, out: Path, engine: str, *, address: str = "", disaster: Callable[[], None] | None = None) -> Report:
    """The report of a job in which, when some shards are done, something happens."""
    struck: list[int] = []

    def strike() -> None:
        while (done := len(list(out.glob("coded/*")))) < DONE:
            time.sleep(0.02)
        assert disaster is not None
        disaster()
        struck.append(done)

    waiting = threading.Thread(target=strike, daemon=True)
    if disaster:
        waiting.start()
    outcomes = run(begin(str(out), job), str(out), engine=engine, limits=Limits(), workers=2, address=address)
    report = report_of(job, outcomes, str(out))
    if disaster:
        waiting.join(60)
        assert DONE <= struck[0] < report.shards - DONE
    return report


def same(report: Report, out: Path, alone: Path) -> None:
    assert report.undone == ()
    assert differences(alone, out) == []


def test_ray_loses_a_node(job: Job, alone: Path, tmp_path: Path) -> None:
    ray = pytest.importorskip("ray", reason="Ray is not installed: make test-engines")
    from ray.cluster_utils import Cluster

    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, "include_dashboard": False})
    try:
        nodes = [cluster.add_node(num_cpus=1) for _ in range(2)]
        ray.init(address=cluster.address, log_to_driver=False)

        def lost() -> None:
            cluster.remove_node(nodes[0], allow_graceful=False)

        same(code(job, tmp_path, "ray", disaster=lost), tmp_path, alone)
        until = time.monotonic() + 90  # Ray misses a node after some beats of its heart
        while (alive := sum(node["Alive"] for node in ray.nodes())) > 2 and time.monotonic() < until:
            time.sleep(0.5)
        assert alive == 2
    finally:
        ray.shutdown()
        cluster.shutdown()


def test_dask_loses_a_node(job: Job, alone: Path, tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="Dask is not installed: make test-engines")
    with ExitStack() as stack:
        file = tmp_path / "scheduler.json"
        stack.enter_context(process("dask", "scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", file))
        node = ("dask", "worker", "--nthreads", "1", "--no-nanny", "--no-dashboard", "--scheduler-file", file)
        first = stack.enter_context(process(*node))
        stack.enter_context(process(*node))
        while not file.exists():
            time.sleep(0.1)
        from distributed import Client

        with Client(scheduler_file=str(file)) as client:
            client.wait_for_workers(2)
            address = client.scheduler.address
        report = code(job, tmp_path / "out", "dask", address=address, disaster=first.kill)
    same(report, tmp_path / "out", alone)


def test_spark_loses_a_node(job: Job, alone: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyspark", reason="Spark is not installed: make test-engines")
    if not shutil.which("java"):
        pytest.skip("Spark wants Java, which is not installed")

    def lost() -> None:
        executors = [pid for pid in below(os.getpid()) if b"ExecutorBackend" in command(pid)]
        os.kill(executors[0], signal.SIGKILL)

    report = code(job, tmp_path, "spark", address="local-cluster[2,1,1024]", disaster=lost)
    same(report, tmp_path, alone)


@contextmanager
def process(module: str, *arguments: object) -> Iterator["subprocess.Popen[bytes]"]:
    """A process of Python, killed at the end."""
    called: Sequence[str] = [sys.executable, "-m", module, *map(str, arguments)]
    with subprocess.Popen(called, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as started:
        try:
            yield started
        finally:
            started.kill()


def below(parent: int) -> list[int]:
    """All processes that a process has started, and they in turn."""
    return [pid for child in children(parent) for pid in (child, *below(child))]


def command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""

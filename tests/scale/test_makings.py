"""What a job is made of: packs, pipelines, ontology, weights, code."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from vaarta import packs
from vaarta.errors import EngineError
from vaarta.packs import Pack
from vaarta.scale import Job, Limits, Settings, begin, makings, plan
from vaarta.scale.jobs import Order
from vaarta.scale.makings import differing
from vaarta.scale.shards import code_shard
from vaarta.scale.workers import Workers


@pytest.fixture(autouse=True)
def _read_anew() -> Iterator[None]:
    makings._makings.cache_clear()
    yield
    makings._makings.cache_clear()


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the English pack, which stands for it."""
    folder = tmp_path / "pack"
    shutil.copytree(packs.load("en").folder, folder)
    real = packs.load
    monkeypatch.setattr(packs, "load", lambda lang: Pack(lang, folder) if lang == "en" else real(lang))
    return folder


def of(source: Path, **own: str) -> Job:
    makings._makings.cache_clear()  # as another process would see it
    return plan([str(source)], shard_bytes=400, settings=Settings(pipelines=own))


def test_a_copy_elsewhere_is_the_same(pack: Path) -> None:
    here = makings.makings({})
    shutil.copytree(pack, pack.parent / "moved")
    (pack / "__pycache__").mkdir()
    (pack / "__pycache__/x.pyc").write_bytes(b"x")
    makings._makings.cache_clear()
    assert makings.makings({}) == here
    assert {"the pack hi", "the pack en", "the pipeline for hi", "the ontology", "the code"} <= set(here)


def test_a_changed_pack_is_another_job(corpus: Callable[..., Path], tmp_path: Path, pack: Path) -> None:
    source, out = corpus("x"), str(tmp_path / "out")
    first = begin(out, of(source))
    assert begin(out, of(source)) == first
    (pack / "times.toml").write_bytes((pack / "times.toml").read_bytes() + b"\n")
    with pytest.raises(EngineError, match="has another job: not coded with the pack en as now; give another --out"):
        begin(out, of(source))


def test_a_pipeline_that_is_trained_anew_is_another_job(corpus: Callable[..., Path], tmp_path: Path) -> None:
    own, source, out = tmp_path / "own", corpus("x"), str(tmp_path / "out")
    own.mkdir()
    (own / "weights").write_bytes(b"1")
    begin(out, of(source, en=str(own)))
    (own / "weights").write_bytes(b"2")
    with pytest.raises(EngineError, match="not coded with the pipeline for en as now"):
        begin(out, of(source, en=str(own)))


def test_the_module_of_a_pipelines_maker_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    module = tmp_path / "makes_pipelines.py"
    module.write_text("def make(lang): ...", "utf-8")
    before = makings.makings({"en": "makes_pipelines:make"})
    module.write_text("def make(lang): return lang", "utf-8")
    makings._makings.cache_clear()
    assert differing(before, makings.makings({"en": "makes_pipelines:make"})) == ["the pipeline for en"]


def test_a_pipeline_that_is_only_on_the_nodes_is_left_out() -> None:
    assert differing(makings.makings({}), makings.makings({"en": "not_installed"})) == ["the pipeline for en"]


def test_a_job_of_before_is_refused(corpus: Callable[..., Path], tmp_path: Path) -> None:
    job = of(corpus("x"))
    begin(str(tmp_path / "out"), msgspec.structs.replace(job, makings={}))
    with pytest.raises(EngineError, match="of before jobs knew their packs"):
        begin(str(tmp_path / "out"), job)


def test_a_machine_with_another_pack_refuses(corpus: Callable[..., Path], tmp_path: Path) -> None:
    job = of(corpus("x"))
    order = Order(
        version=job.version, makings=job.makings | {"the pack hi": "other", "the pipeline for ur": "only there"},
        out=str(tmp_path), settings=job.settings, limits=Limits(), shard=job.shards[0],
    )  # fmt: skip
    with Workers(Limits()) as workers, pytest.raises(EngineError, match="this machine has not the pack hi that"):
        code_shard(order, workers)

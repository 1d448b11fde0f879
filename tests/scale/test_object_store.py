"""A corpus on an object store, coded into it by many workers: a server of this machine that speaks S3's language.

Wants s3fs and moto: `make test-engines` installs them.
"""

import json
from collections.abc import Iterator

import pytest
from dying import without_models

from vaarta.scale import Limits, Settings, begin, plan, report_of, run

pytest.importorskip("s3fs", reason="s3fs is not installed: make test-engines")
pytest.importorskip("moto", reason="moto is not installed: make test-engines")
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A bucket of a server that lives as long as the test; workers find it by the environment."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    for name, value in {
        "AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x", "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_DEFAULT_REGION": "us-east-1",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    import fsspec

    fsspec.filesystem("s3", skip_instance_cache=True).mkdir("vaarta-test")
    yield "s3://vaarta-test"
    server.stop()


def test_a_corpus_on_s3_is_coded_into_s3(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import fsspec

    without_models(monkeypatch)
    store = fsspec.filesystem("s3")
    lines = "".join(f'{{"id": "s{number}", "lang": "en", "text": "India and Nepal met."}}\n' for number in range(40))
    store.pipe_file(f"{bucket}/in/x.jsonl", lines.encode())
    store.pipe_file(f"{bucket}/in/y/z.txt", "भारत और नेपाल ने सोमवार को वार्ता की, मंत्रालय ने बताया।".encode())
    out = f"{bucket}/out"
    job = begin(out, plan([f"{bucket}/in"], shard_bytes=500, settings=Settings()))
    for _ in range(2):
        report = report_of(job, run(job, out, engine="local", limits=Limits(), workers=2), out)
        assert (report.coded, report.undone, report.passed_over) == (41, (), {})
    found = sorted(store.ls(f"{bucket}/out/coded", detail=False, refresh=True))
    assert len(found) == len(job.shards) > 4
    ids = [json.loads(line)["id"] for name in found for line in store.cat_file(name).splitlines()]
    assert ids[:40] == [f"s{number}" for number in range(40)]
    assert not store.exists(f"{bucket}/out/hand")

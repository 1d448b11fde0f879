"""How long the page takes to answer, and how much it sends, with the synthetic record of bench_store.py.

    python benchmarks/bench_page.py [--claims 100000] [--db FILE] [--runs 5]

A quarter of the events and engagements are gathered, two by two, into things told twice. Each address is asked once to
warm up, then as often as told; the median of the processor's time is printed, which others on the machine change less
than that of the clock. A record that is there already is only asked. No network: the application is called in this
process, so that the times are those of the server alone.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from bench_store import CLAIMS_A_STORY, told
from starlette.testclient import TestClient

from vaarta.records import Entry, content_id
from vaarta.store import Store, open_store
from vaarta.web import make_app
from vaarta.web.tokens import Tokens

__all__ = ["main"]

TOKEN = "a-token-for-the-benchmark"  # noqa: S105 - of an application that no one else can reach


def addresses(client: TestClient) -> Iterator[str]:
    """One address of each page, with the questions that people ask most, and those that cost most."""
    first = client.get("/.json").json()["things"][0]
    yield from ("/", "/?page=40", "/?between=IND&between=PAK", "/?words=सीमा+विदेश", "/?actor=Karimov&standing=planned")
    yield from ("/?kind=event&standing=happened", "/?upcoming=1&since=2015", "/?words=n17", "/?publisher=Publisher+3")
    yield from (f"/thing/{first['id']}", f"/story/{first['best']['story']}")
    yield from (
        "/dyad/IND/USA",
        "/dyad/KEN/ESP",
        "/about",
        "/actor/IND",
        "/actor/Karimov",
        "/office/IND/foreign-minister",
    )
    yield from ("/series", "/calendar/2020-05", "/map", "/map?since=2020&until=2020", "/network", "/disagreements")
    yield from ("/search?words=सीमा+विदेश", "/search?words=Karimov")
    yield from ("/review", "/review?kind=event&told_in=hi&skip=100", "/rulings")
    yield from ("/api/ask?country=NPL", "/api/count?by=month&by=direction", "/api/ask.csv?country=NPL")


def main() -> None:
    """Make the record if it is not there, ask each address, print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        db = arguments.db or Path(folder) / "page.db"
        if not db.exists():
            _make(db, arguments.claims)
        client = TestClient(make_app(db, tokens=Tokens({"Asha": TOKEN})), base_url="http://localhost")
        client.post("/sign-in", data={"token": TOKEN})
        for address in addresses(client):
            times, size = _ask(client, address, arguments.runs)
            print(f"{statistics.median(times) * 1000:8.0f} ms {size / 1024:8.1f} KiB  {address}")


def _make(db: Path, claims: int) -> None:
    chance = random.Random(1)  # noqa: S311 - the same record each time
    with open_store(db) as store:
        for number in range(claims // CLAIMS_A_STORY):
            store.keep(*told(number, chance))
        store.gather(_pairs(store))
        store.tune()


def _pairs(store: Store) -> Iterator[Entry]:
    """Every fourth event and engagement told by another of its type, too: things that two stories tell, differently."""
    told = ((type(claim).__name__.casefold(), claim) for claim in store.claims())
    kept = sorted((kind, getattr(claim, "type", ""), claim.id) for kind, claim in told if kind != "statement")
    for (kind, type_, one), (_, other_type, other) in list(pairwise(kept))[::4]:
        if type_ == other_type:
            yield Entry(id=content_id("entry", one), kind=kind, best=one, told_by=(one, other))  # type: ignore[arg-type]


def _ask(client: TestClient, address: str, runs: int) -> tuple[list[float], int]:
    times, size = [], len(client.get(address).raise_for_status().content)
    for _ in range(runs):
        started = time.process_time()
        client.get(address)
        times.append(time.process_time() - started)
    return times, size


if __name__ == "__main__":
    main()

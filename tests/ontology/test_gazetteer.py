"""The gazetteer: every row is whole, its codes exist, and what must be in it is."""

import gzip
import time
from pathlib import Path

import pytest

from vaarta.errors import OntologyError
from vaarta.ontology import load_ontology
from vaarta.ontology.gazetteer import load_gazetteer, read_gazetteer

GAZETTEER = load_gazetteer()
KINDS = {"admin1", "capital", "city", "district"}
LARGEST = 1_500_000  # bytes of the file
COUNTRIES_WITHOUT_DIVISIONS = 60  # islands and cities, mostly


def test_every_row_reads_and_its_codes_exist() -> None:
    actors = load_ontology().actors
    for number in GAZETTEER.rows:
        entry = GAZETTEER.entry(number)
        assert entry is not None
        assert entry.kind in KINDS
        assert entry.country in actors, entry
        assert entry.lat is None or -90 <= entry.lat <= 90, entry
        assert entry.lon is None or -180 <= entry.lon <= 180, entry
        assert entry.name.isascii(), entry


def test_rows_are_sorted_by_id() -> None:
    assert list(GAZETTEER.rows) == sorted(GAZETTEER.rows)


def test_divisions_of_towns_and_districts_exist() -> None:
    lost = 0
    for number in GAZETTEER.rows:
        entry = GAZETTEER.entry(number)
        lost += bool(entry and entry.admin1 and GAZETTEER.entry(entry.admin1) is None)
    assert lost == 0


@pytest.mark.parametrize(
    ("key", "country", "kind"),
    [
        pytest.param("new delhi", "IND", "capital", id="capital"),
        pytest.param("peshawar", "PAK", "city", id="city"),
        pytest.param("khyber pakhtunkhwa", "PAK", "admin1", id="province"),
        pytest.param("aleppo", "SYR", "admin1", id="governorate by its English name"),
        pytest.param("georgia", "USA", "admin1", id="state"),
        pytest.param("kupwara", "IND", "district", id="district"),
        pytest.param("davos", "CHE", "city", id="small, but named by a pack"),
    ],
)
def test_places_that_news_names(key: str, country: str, kind: str) -> None:
    assert (country, kind) in {(entry.country, entry.kind) for entry in GAZETTEER.named(key)}


@pytest.mark.parametrize("key", ["central", "east", "first", "north", "south", "west"])
def test_no_place_is_called_by_a_direction(key: str) -> None:
    assert GAZETTEER.named(key) == ()


def test_every_living_country_has_its_capital() -> None:
    capitals = {entry.country for n in GAZETTEER.rows if (entry := GAZETTEER.entry(n)) and entry.kind == "capital"}
    actors = load_ontology().actors.values()
    states = {a.country for a in actors if a.kind == "country" and a.capital and not a.until and len(a.id) == 3}
    assert {"IND", "PAK", "USA"} <= capitals
    assert len(states - capitals) < 12, sorted(states - capitals)


def test_it_is_small_and_loads_fast() -> None:
    path = Path(read_gazetteer.__code__.co_filename).parent / "places" / "places.tsv.gz"
    assert path.stat().st_size < LARGEST
    began = time.process_time()
    read_gazetteer(path)
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"1\tcity\tIND\n", id="a short row"),
        pytest.param(b"x\tcity\tIND\t\t\t\t0\tA\t\n", id="no number"),
    ],
)
def test_a_broken_row_is_an_error_that_says_what_to_run(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "places.tsv.gz"
    path.write_bytes(gzip.compress(content))
    with pytest.raises(OntologyError, match="build_places"):
        read_gazetteer(path)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"places\.tsv\.gz"):
        read_gazetteer(tmp_path / "places.tsv.gz")


def test_an_unknown_id_is_no_place() -> None:
    assert GAZETTEER.entry(-1) is None

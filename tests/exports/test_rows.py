"""PLOVER, POLECAT, ICEWS, CSV and Parquet, loaded with pandas, pyarrow and DuckDB's kin as their users load them."""

import io
import json
from pathlib import Path

import msgspec
import pytest
from exporting import exported

from vaarta.exports import FORMATS, stories_of
from vaarta.exports.codes import columns
from vaarta.exports.tables import ANSWERS, answer_rows, codebook
from vaarta.query import Question, ask, things
from vaarta.store import Store

pd = pytest.importorskip("pandas")


def test_plover_json_has_the_fields_of_the_manual(store: Store) -> None:
    content, written = exported(store, "plover")
    told = pd.read_json(io.BytesIO(content), lines=True, dtype={"cameo": str})
    assert len(told) == written.rows == 3
    met = told[told.id == "entry-visit"].iloc[0]
    assert (met.date.isoformat()[:10], met.event, met["mode"], met.quad_code) == (
        "2024-02-05",
        ["CONSULT"],
        ["visit"],
        1,
    )
    assert met.source == [{"code": "IND", "sector": "GOV", "actor_text": "foreign minister"}]
    assert met.event_loc["geonameid"] == 1283240
    assert (met.event_loc["cc3"], met.event_loc["country code"]) == ("NPL", "NP")
    assert [cite["language"] for cite in met.cite_info] == ["en", "en", "hi"]
    assert met.text_info == {"sequence": 3, "start": met.cite_info[0]["start"], "end": met.cite_info[0]["end"]}


def test_plover_says_what_is_to_come(store: Store) -> None:
    lines = [json.loads(line) for line in exported(store, "plover")[0].splitlines()]
    assert [event["context"] for event in lines if event["standing"] == "planned"] == [["future"]]


def test_polecat_has_its_forty_columns(store: Store) -> None:
    content, _ = exported(store, "polecat")
    told = pd.read_csv(io.BytesIO(content), sep="\t", dtype=str, keep_default_na=False)
    assert tuple(told.columns) == columns("polecat")
    met = told[told["Event ID"] == "entry-visit"].iloc[0]
    assert (met["Actor Country"], met["Actor COW"], met["Recipient COW"]) == ("IND", "750", "790")
    assert (met["Event Type"], met["Event Mode"], met["Quad Code"], met["Event Date"]) == (
        "CONSULT",
        "visit",
        "1",
        "2024-02-05",
    )
    assert (met["City"], met["GeoNames ID"], met["Language"]) == ("Kathmandu", "1283240", "en")
    assert len(told) == 3


def test_icews_keeps_codes_as_text_and_names_countries(store: Store) -> None:
    content, _ = exported(store, "icews")
    told = pd.read_csv(io.BytesIO(content), sep="\t", dtype={"CAMEO Code": str}, parse_dates=["Event Date"], quoting=3)
    assert tuple(told.columns) == columns("icews")
    met = told[told["CAMEO Code"] == "042"].iloc[0]
    assert (met["Source Country"], met["Target Country"], met["Country"]) == ("India", "Nepal", "Nepal")
    assert (met["Intensity"], met["Sentence Number"]) == (1.9, 3)
    assert str(told["Event Date"].dtype).startswith("datetime64")


def test_csv_tables_are_what_their_codebook_says(store: Store, tmp_path: Path) -> None:
    write = FORMATS["csv"].to_folder
    assert write
    assert write(things(store, Question()), tmp_path, stories_of(store)).rows == 7
    book = pd.read_csv(tmp_path / "codebook.csv")
    sizes = {}
    for table in codebook():
        told = pd.read_csv(tmp_path / f"{table}.csv", dtype={"cameo": str}, keep_default_na=False, na_values=[""])
        assert list(told.columns) == list(book[book.table == table].column)
        sizes[table] = len(told)
    assert sizes == {"events": 3, "statements": 1, "engagements": 2, "tenures": 1, "mentions": 9, "sides": 11}
    events = pd.read_csv(tmp_path / "events.csv", dtype={"cameo": str}, keep_default_na=False)
    met = events[events.id == "entry-visit"].iloc[0]
    assert (met.cameo, float(met.goldstein), met.reports, met.stories, met.publishers, met.dated) == (
        "042",
        1.9,
        3,
        2,
        2,
        1,
    )


def test_no_cell_of_csv_ends_a_line(store: Store, tmp_path: Path) -> None:
    write = FORMATS["csv"].to_folder
    assert write
    write(things(store, Question()), tmp_path, stories_of(store))
    assert (tmp_path / "events.csv").read_bytes().count(b"\n") == 4


def test_parquet_tables_have_types(store: Store, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    write = FORMATS["parquet"].to_folder
    assert write
    write(things(store, Question()), tmp_path, stories_of(store))
    events = parquet.read_table(tmp_path / "events.parquet")
    assert events.num_rows == 3
    types = {field.name: str(field.type) for field in events.schema}
    assert (types["first"], types["dated"], types["goldstein"], types["cameo"]) == (
        "date32[day]",
        "bool",
        "double",
        "string",
    )
    assert sorted(events.column("cameo").to_pylist()) == ["", "", "042"]
    assert {path.stem for path in tmp_path.glob("*.parquet")} == set(codebook())


def test_an_empty_answer_is_empty_tables(store: Store, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    for name in ("csv", "parquet"):
        write = FORMATS[name].to_folder
        assert write
        assert write(things(store, Question(actor="JPN")), tmp_path, stories_of(store)).rows == 0
    assert (tmp_path / "events.csv").read_text("utf-8").startswith("id,type,mode")
    assert parquet.read_table(tmp_path / "events.parquet").num_rows == 0


def test_every_column_of_answers_is_filled(store: Store) -> None:
    for row in answer_rows(ask(store, Question())):
        assert set(ANSWERS) <= set(row)


def test_nothing_is_lost_between_the_columns_and_the_rows(store: Store) -> None:
    from vaarta.exports.tables import rows_of

    stories = stories_of(store)
    for thing in things(store, Question()):
        for table, row in rows_of(thing, stories):
            assert set(row) == set(codebook()[table]), table


def test_the_number_of_an_event_fits_a_double(store: Store) -> None:
    from vaarta.exports.facts import number_of

    numbers = [number_of(thing) for thing in things(store, Question())]
    assert len(set(numbers)) == len(numbers)
    assert all(int(float(number)) == number for number in numbers)


@pytest.mark.parametrize("name", ["polecat", "icews", "gdelt", "gdelt-mentions", "plover"])
def test_what_has_no_day_is_left_out_and_counted(name: str, tmp_path: Path) -> None:
    from factories import english

    from vaarta.store import open_store

    story, claims = english()
    with open_store(tmp_path / "record.db") as store:
        store.keep(msgspec.structs.replace(story, published=""), claims)
        _, written = exported(store, name)
    assert written.left_out["no day: neither the sentence nor the story says one"] == 1

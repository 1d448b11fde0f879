import io
import json
from pathlib import Path

import pytest
from running import run

from vaarta.exports import FORMATS


def test_a_file_is_written_with_the_filters_of_ask(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "events.jsonl"
    assert run("export", record, "--format", "plover", "--out", out, "--type", "CONSULT", "--since", "2024-02") == 0
    told = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [event["id"] for event in told] == ["entry-visit"]
    assert "1 rows" in capsys.readouterr().err


def test_standard_output_gets_the_file(record: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run("export", record, "--format", "icews", "--actor", "Germany") == 0
    assert capsysbinary.readouterr().out.startswith(b"Event ID\tEvent Date")


@pytest.mark.parametrize("name", ["csv", "parquet", "gdelt"])
def test_a_folder_is_written(record: Path, tmp_path: Path, name: str) -> None:
    assert run("export", record, "--format", name, "--out", f"{tmp_path}/made/") == 0
    assert len(list((tmp_path / "made").iterdir())) > 6


def test_what_is_left_out_is_told(record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", record, "--format", "ical", "--out", tmp_path / "talks.ics") == 0
    assert "1 left out: no day said" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        pytest.param(["--format", "csv"], "name a folder with --out", id="folder"),
        pytest.param(["--format", "xml"], "Invalid value", id="no-such-format"),
        pytest.param(["--format", "plover", "--out", "/none/such/file"], "cannot be written", id="no-such-folder"),
        pytest.param(["--format", "plover", "--country", "Atlantis"], "is no country", id="country"),
        pytest.param(["--format", "plover", "--quad", "5"], "is no class of events", id="quad"),
    ],
)
def test_a_wrong_wish_is_told(record: Path, asked: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", record, *asked) == 2
    assert says in capsys.readouterr().err


def test_the_command_offers_every_format() -> None:
    from typing import get_args

    from vaarta.cli.export import Name

    assert set(get_args(Name)) == set(FORMATS)


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        pytest.param(["--quad", "1"], 3, id="quad-by-number"),
        pytest.param(["--quad", "verbal conflict"], 1, id="quad-by-name"),
        pytest.param(["--speaker", "India"], 1, id="speaker"),
        pytest.param(["--office", "विदेश मंत्री"], 2, id="office-in-both-languages"),
        pytest.param(["--office", "foreign minister"], 2, id="office-in-english"),
        pytest.param(["--country", "Nepal"], 5, id="country"),
        pytest.param(["--place", "Nepal"], 2, id="place-by-country"),
        pytest.param(["--place", "काठमांडू"], 2, id="place-by-name"),
        pytest.param(["--place", "Kathmandu"], 2, id="place-in-latin"),
        pytest.param(["--place", "पेरिस"], 1, id="place-in-devanagari"),
        pytest.param(["--publisher", "example times"], 1, id="publisher-in-any-case"),
        pytest.param(["--min-score", "0.9"], 7, id="score"),
        pytest.param(["thapa"], 0, id="word-too-short-to-tell-by-sound"),
        pytest.param(["--actor", "JPN"], 0, id="none"),
    ],
)
def test_ask_asks_for_more(record: Path, asked: list[str], count: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", record, *asked) == 0
    assert len(capsys.readouterr().out.splitlines()) == count


def test_csv_has_one_row_a_claim(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pd = pytest.importorskip("pandas")
    assert run("ask", record, "--csv") == 0
    told = pd.read_csv(io.StringIO(capsys.readouterr().out), parse_dates=["first", "last"])
    assert len(told) == 8
    assert (told.id == "entry-visit").sum() == 2
    assert str(told["first"].dtype).startswith("datetime64")


def test_no_answer_is_a_header_alone(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", record, "--csv", "--actor", "JPN") == 0
    assert capsys.readouterr().out.startswith("id,kind,type")


def test_parquet_has_one_row_a_claim(record: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    assert run("ask", record, "--parquet", tmp_path / "told.parquet", "--kind", "engagement") == 0
    assert parquet.read_table(tmp_path / "told.parquet").num_rows == 2
    assert run("ask", record, "--parquet", tmp_path / "none.parquet", "--actor", "JPN") == 0
    assert parquet.read_table(tmp_path / "none.parquet").num_rows == 0


def counted(record: Path, capsys: pytest.CaptureFixture[str], *asked: str) -> list[dict[str, object]]:
    assert run("count", record, *asked) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_thing_told_twice_counts_once(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = counted(record, capsys, "--by", "type", "--kind", "event")
    assert [(row["type"], row["count"], row["reports"]) for row in told] == [
        ("ACCUSE", 1, 1), ("AGREE", 1, 1), ("CONSULT", 1, 2)
    ]  # fmt: skip
    assert (told[2]["goldstein"], told[2]["plover_score"], told[0]["goldstein"]) == (1.9, 2.5, None)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        pytest.param(["month"], [("2024-02", 4), ("2024-03", 1), ("2024-04", 1), ("2024-05", 1)], id="month"),
        pytest.param(["week"], [("2024-02-05", 4), ("2024-02-26", 1), ("2024-04-29", 2)], id="week-by-its-monday"),
        pytest.param(["dyad"], [("DEU-FRA", 1), ("IND-NPL", 3)], id="dyad"),
        pytest.param(["direction"], [("DEU=FRA", 1), ("IND=NPL", 2), ("IND>NPL", 1)], id="direction"),
        pytest.param(["kind"], [("engagement", 2), ("event", 3), ("statement", 1), ("tenure", 1)], id="kind"),
        pytest.param(["country"], [("", 5), ("FRA", 1), ("NPL", 1)], id="country"),
        pytest.param(["lang"], [("en", 3), ("hi", 4)], id="lang"),
    ],
)
def test_things_are_counted(
    record: Path, by: list[str], expected: list[tuple[str, int]], capsys: pytest.CaptureFixture[str]
) -> None:
    told = counted(record, capsys, *(part for key in by for part in ("--by", key)))
    assert [(row[by[0]], row["count"]) for row in told] == expected


def test_counts_are_filtered_and_tabled(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("count", record, "--by", "month", "--by", "dyad", "--between", "IND", "NPL", "--table") == 0
    assert "IND-NPL" in capsys.readouterr().out
    assert run("count", record, "--actor", "JPN", "--table") == 0
    assert "holds no answer" in capsys.readouterr().out
    assert run("count", record, "--by", "month", "--csv", "--actor", "JPN") == 0
    assert capsys.readouterr().out == "month,count,reports,goldstein,plover_score\n"


def test_an_unknown_key_is_told(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("count", record, "--by", "moon") == 2
    assert "nothing to count by" in capsys.readouterr().err

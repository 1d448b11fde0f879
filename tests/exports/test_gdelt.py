"""GDELT's files as its readers read them: gdelt-py (its own parsers and models), and pandas as its users do."""

import hashlib
import io
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from exporting import exported
from factories import english

from vaarta.exports import stories_of
from vaarta.exports.codes import columns, country_codes, root_quad
from vaarta.exports.grid import write_grid
from vaarta.query import Question, things
from vaarta.store import Store, open_store

pd = pytest.importorskip("pandas")


def table(store: Store, name: str) -> Any:
    content, _ = exported(store, name)
    return pd.read_csv(
        io.BytesIO(content), sep="\t", header=None, names=columns(name), dtype=str, quoting=3, na_filter=False
    )


def visit_row(store: Store) -> Any:
    events = table(store, "gdelt")
    return events[events.EventCode == "042"].iloc[0]


def test_the_columns_are_those_of_the_codebooks() -> None:
    assert [len(columns(name)) for name in ("gdelt", "gdelt-mentions", "polecat", "icews")] == [61, 16, 40, 20]
    assert columns("gdelt")[26:30] == ("EventCode", "EventBaseCode", "EventRootCode", "QuadClass")
    assert columns("gdelt")[51:59:7] == ("ActionGeo_Type", "ActionGeo_FeatureID")


def test_an_event_told_by_two_stories_is_one_row(store: Store) -> None:
    events = table(store, "gdelt")
    assert len(events) == events.GLOBALEVENTID.nunique() == 3
    row = visit_row(store)
    assert (row.NumMentions, row.NumSources, row.NumArticles) == ("3", "2", "2")


def test_codes_are_text_and_geography_is_fips(store: Store) -> None:
    row = visit_row(store)
    assert (row.EventCode, row.EventBaseCode, row.EventRootCode, row.QuadClass) == ("042", "042", "04", "1")
    assert (row.Actor1Code, row.Actor1CountryCode, row.Actor1Type1Code) == ("INDGOV", "IND", "GOV")
    assert (row.ActionGeo_Type, row.ActionGeo_FullName, row.ActionGeo_CountryCode) == ("4", "Kathmandu, Nepal", "NP")
    assert (float(row.ActionGeo_Lat), float(row.ActionGeo_Long)) == pytest.approx((27.70, 85.32), abs=0.02)
    assert (row.SQLDATE, row.MonthYear, row.Year, row.FractionDate) == ("20240205", "202402", "2024", "2024.0959")
    assert row.DATEADDED == "20240206043000"  # the earlier story's 10:00 in India


def test_no_last_column_is_empty_and_no_cell_breaks_a_row(store: Store) -> None:
    for name in ("gdelt", "gdelt-mentions"):
        content, written = exported(store, name)
        lines = content.decode().rstrip("\n").split("\n")
        assert len(lines) == written.rows
        assert {line.count("\t") for line in lines} == {len(columns(name)) - 1}
        assert all(line.rsplit("\t", 1)[1] for line in lines)


def test_mentions_have_sentence_numbers_and_offsets(store: Store) -> None:
    mentions = table(store, "gdelt-mentions")
    told = mentions[mentions.GLOBALEVENTID == visit_row(store).GLOBALEVENTID]
    english = told[told.MentionSourceName == "Example Times"]
    story = next(one for one in store.stories() if one.publisher == "Example Times")
    assert list(english.SentenceID) == ["3", "4"]
    assert [story.text[int(offset) :][:3] for offset in english.ActionCharOffset] == ["met", "lef"]
    assert story.text[int(english.Actor1CharOffset.iloc[0]) :].startswith("foreign minister")
    assert list(english.Actor2CharOffset) == ["-1", "-1"]
    assert set(told.MentionType) == {"1", "2"}
    assert list(told.Confidence) == ["80", "80", "100"]
    assert list(told.MentionDocTranslationInfo.str[:9]) == ["srclc:eng", "srclc:eng", "srclc:hin"]


@pytest.mark.parametrize(
    ("standing", "cameo", "rows"),
    [
        pytest.param("happened", "042", 2, id="happened"),
        pytest.param("planned", "036", 2, id="an-intent-that-cameo-codes"),
        pytest.param("planned", "042", 1, id="planned"),
        pytest.param("possible", "036", 1, id="possible"),
        pytest.param("denied", "190", 1, id="denied"),
    ],
)
def test_what_the_format_cannot_say_is_left_out_and_counted(
    tmp_path: Path, standing: str, cameo: str, rows: int
) -> None:
    story, claims = english()
    first, second = claims.events
    second = msgspec.structs.replace(second, standing=standing, cameo=cameo)
    with open_store(tmp_path / "record.db") as record:
        record.keep(story, msgspec.structs.replace(claims, events=(first, second)))
        _, written = exported(record, "gdelt")
    assert written.rows == rows
    left_out = {} if rows == 2 else {"only planned, possible or denied, which the format cannot say": 1}
    assert written.left_out == left_out


def test_gdelt_py_reads_events_with_their_types(store: Store) -> None:
    parsers = pytest.importorskip("py_gdelt.parsers.events")
    from py_gdelt.models.events import Event

    content, _ = exported(store, "gdelt")
    events = [Event.from_raw(raw) for raw in parsers.EventsParser().parse(content)]
    assert len(events) == 3
    met = next(event for event in events if event.event_code == "042")
    assert met.actor1
    assert met.actor2
    assert met.action_geo
    assert (met.actor1.country_code, met.actor2.country_code, met.goldstein_scale) == ("IND", "NPL", 1.9)
    assert (met.action_geo.country_code, met.num_mentions) == ("NP", 3)
    assert met.source_url == "https://times.example/visit?a=1&b=नेपाल"


def test_gdelt_py_reads_mentions_with_their_types(store: Store) -> None:
    parsers = pytest.importorskip("py_gdelt.parsers.mentions")
    from py_gdelt.models.events import Mention

    content, written = exported(store, "gdelt-mentions")
    mentions = [Mention.from_raw(raw) for raw in parsers.MentionsParser().parse(content)]
    assert len(mentions) == written.rows == 5
    assert {mention.sentence_id for mention in mentions} == {1, 3, 4}
    assert mentions[0].mention_time.year == 2024


def test_the_grid_is_whole_and_its_lists_are_true(store: Store, tmp_path: Path) -> None:
    written = write_grid(things(store, Question()), tmp_path, stories_of(store))
    lines = (tmp_path / "masterfilelist.txt").read_text().splitlines()
    days = {line.rsplit("/", 1)[1][:8] for line in lines}
    assert days == {"20240206", "20240430"}
    assert len(lines) == 2 * 96 * 2
    rows = 0
    for line in lines:
        size, digest, url = line.split()
        packed = (tmp_path / url.rsplit("/", 1)[1]).read_bytes()
        assert (len(packed), hashlib.md5(packed, usedforsecurity=False).hexdigest()) == (int(size), digest)
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            (name,) = archive.namelist()
            assert f"{name}.zip" == url.rsplit("/", 1)[1]
            rows += archive.read(name).count(b"\n") if ".export." in name else 0
    assert rows == written.rows == 3
    assert (tmp_path / "20240206000000.export.CSV.zip").exists()
    assert (tmp_path / "20240206234500.mentions.CSV.zip").exists()


@pytest.mark.parametrize(
    ("country", "fips"),
    [
        ("DEU", "GM"),
        ("CHN", "CH"),
        ("GBR", "UK"),
        ("RUS", "RS"),
        ("AUS", "AS"),
        ("UKR", "UP"),
        ("JPN", "JA"),
        ("IGO", ""),
    ],
)
def test_fips_is_not_iso(country: str, fips: str) -> None:
    assert country_codes(country).fips == fips


@pytest.mark.parametrize(
    ("cameo", "quad"), [("010", 1), ("057", 1), ("060", 2), ("090", 2), ("112", 3), ("145", 3), ("190", 4)]
)
def test_quad_classes_go_by_the_root(cameo: str, quad: int) -> None:
    assert root_quad(cameo) == quad

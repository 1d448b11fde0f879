"""Whatever a story's words are, every format is whole: no cell ends a row, no control breaks XML."""

import io
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from exporting import exported
from factories import english, hindi

from vaarta.exports import FORMATS, stories_of
from vaarta.query import Question, things
from vaarta.records import Claims, Party, Place
from vaarta.store import Store, open_store

EVIL = 'a\tb\r\nc\x00\x0b\x1fd\u2028e"f;,=1+1</graph>&\u200dक्‍ष'


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Store]:
    """A record of stories whose every word is meant to break something."""
    with open_store(tmp_path / "record.db") as store:
        for story, claims in (hindi(), english()):
            spoilt = msgspec.structs.replace(
                story, publisher=EVIL, url=f"https://x.example/{EVIL}", headline=EVIL, published="not a time"
            )
            party = Party(text=EVIL, name=EVIL, country="IND", sector="GOV", office=EVIL)
            events = [
                msgspec.structs.replace(event, actors=(party, *event.actors), where=Place(text=EVIL), by=EVIL)
                for event in claims.events
            ]
            talks = [msgspec.structs.replace(one, name=EVIL, where=Place(text=EVIL)) for one in claims.engagements]
            store.keep(spoilt, Claims(story=story.id, lang=story.lang, events=tuple(events), engagements=tuple(talks)))
        yield store


@pytest.mark.parametrize("name", ["gdelt", "gdelt-mentions", "polecat", "icews"])
def test_every_row_has_its_columns(hostile: Store, name: str) -> None:
    from vaarta.exports.codes import columns

    content, written = exported(hostile, name)
    rows = [line for line in content.decode().splitlines() if not line.startswith("Event ID")]
    assert len(rows) == written.rows > 0
    assert {row.count("\t") for row in rows} == {len(columns(name)) - 1}


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_xml_is_read(hostile: Store, name: str) -> None:
    networks = pytest.importorskip("networkx")
    content, _ = exported(hostile, name)
    graph = getattr(networks, f"read_{name}")(io.BytesIO(content))
    assert any("</graph>" in node for node in graph.nodes)


def test_the_calendar_opens(hostile: Store) -> None:
    from icalendar import Calendar

    (talks,) = Calendar.from_ical(exported(hostile, "ical")[0]).walk("VEVENT")
    assert "a b c" in str(talks["summary"])


@pytest.mark.filterwarnings("default:ConjunctiveGraph is deprecated")
def test_json_ld_is_read(hostile: Store) -> None:
    rdflib = pytest.importorskip("rdflib")
    assert len(rdflib.Graph().parse(data=exported(hostile, "jsonld")[0], format="json-ld")) > 10


def test_csv_has_its_rows(hostile: Store, tmp_path: Path) -> None:
    pd = pytest.importorskip("pandas")
    write = FORMATS["csv"].to_folder
    assert write
    write(things(hostile, Question()), tmp_path / "made", stories_of(hostile))
    assert len(pd.read_csv(tmp_path / "made" / "events.csv", keep_default_na=False)) == 3


@pytest.mark.parametrize("name", ["gdelt", "plover"])
def test_what_is_no_time_gives_no_day(hostile: Store, name: str) -> None:
    _, written = exported(hostile, name)
    assert sum(written.left_out.values()) == 1  # the event that says no day of its own

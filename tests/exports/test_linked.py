"""JSON-LD with rdflib, iCalendar with icalendar, networks with networkx, FollowTheMoney with its own model."""

import io
import json
from datetime import date
from pathlib import Path

import pytest
from exporting import exported
from factories import hindi

from vaarta.errors import ExportError
from vaarta.query import Question
from vaarta.store import Store, open_store

SCHEMA = "https://schema.org/"


@pytest.mark.filterwarnings("default:ConjunctiveGraph is deprecated")
def test_json_ld_is_read_as_triples(store: Store) -> None:
    rdflib = pytest.importorskip("rdflib")
    content, written = exported(store, "jsonld")
    graph = rdflib.Graph().parse(data=content, format="json-ld")
    types = {
        str(name).removeprefix(SCHEMA): sum(1 for _ in graph.subjects(rdflib.RDF.type, rdflib.URIRef(SCHEMA + name)))
        for name in ("NewsArticle", "Event", "Quotation")
    }
    assert types == {"NewsArticle": 3, "Event": 5, "Quotation": 1}
    assert written.rows == 9
    assert sum(written.left_out.values()) == 1


@pytest.mark.filterwarnings("default:ConjunctiveGraph is deprecated")
def test_sparql_finds_what_was_said_and_who_tells_of_the_visit(store: Store) -> None:
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph().parse(data=exported(store, "jsonld")[0], format="json-ld")
    said = "SELECT ?text WHERE { ?q a s:Quotation ; s:text ?text ; s:spokenByCharacter/s:name 'प्रवक्ता' }"
    ((text,),) = graph.query(said, initNs={"s": SCHEMA})
    assert (str(text), text.language) == ("वार्ता का दूसरा दौर मार्च में होगा।", "hi")
    told = "SELECT ?lang WHERE { <urn:vaarta:entry-visit> s:subjectOf/s:inLanguage ?lang }"
    assert {str(lang) for (lang,) in graph.query(told, initNs={"s": SCHEMA})} == {"hi", "en"}


def test_a_calendar_opens_with_its_engagements(store: Store) -> None:
    from icalendar import Calendar

    content, written = exported(store, "ical")
    calendar = Calendar.from_ical(content)
    (talks,) = calendar.walk("VEVENT")
    assert (talks.decoded("dtstart"), talks.decoded("dtend")) == (date(2024, 3, 1), date(2024, 4, 1))
    assert (str(talks["status"]), str(talks["summary"])) == ("TENTATIVE", "dialogue-round 2: India – Nepal")
    assert talks["description"].params["LANGUAGE"] == "hi"
    assert "दूसरा दौर" in str(talks["description"])
    assert written.left_out == {"no day said: a calendar cannot hold it": 1}
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


def test_a_leg_is_related_to_its_visit(tmp_path: Path) -> None:
    import msgspec
    from icalendar import Calendar

    from vaarta.records import Claims, When

    story, claims = hindi()
    tour, talks = claims.engagements
    tour = msgspec.structs.replace(tour, when=When(first="2024-02-28", last="2024-03-05"), name="नेपाल यात्रा")
    with open_store(tmp_path / "record.db") as store:
        store.keep(story, Claims(story=story.id, lang="hi", engagements=(tour, talks)))
        calendar = Calendar.from_ical(exported(store, "ical")[0])
    told = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    assert str(told["engagement-2@vaarta"]["related-to"]) == "engagement-1@vaarta"
    assert told["engagement-2@vaarta"]["related-to"].params["RELTYPE"] == "PARENT"
    assert told["engagement-1@vaarta"]["summary"].params["LANGUAGE"] == "hi"


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_networks_are_read_with_their_weights(store: Store, name: str) -> None:
    networks = pytest.importorskip("networkx")
    content, _ = exported(store, name)
    graph = getattr(networks, f"read_{name}")(io.BytesIO(content))
    assert graph.is_directed()
    assert {"IND GOV", "NPL GOV", "FRA GOV", "DEU GOV"} <= set(graph.nodes)
    edges = [(one, other, told) for one, other, told in graph.edges(data=True)]
    met = next(told for one, other, told in edges if (one, other) == ("IND GOV", "NPL GOV"))
    assert (float(met["weight"]), met["reports"], met["goldstein"]) == (1.0, 2, 1.9)
    assert any({one, other} == {"DEU GOV", "FRA GOV"} and told["joint"] for one, other, told in edges)


def test_followthemoney_accepts_every_entity(store: Store) -> None:
    model = pytest.importorskip("followthemoney").model
    content, written = exported(store, "ftm")
    entities = [json.loads(line) for line in content.splitlines()]
    assert len(entities) == written.rows
    schemata = {}
    for told in entities:
        proxy = model.get_proxy(told, cleaned=False)
        assert {name: sorted(proxy.get(name)) for name in told["properties"]} == {
            name: sorted(set(values)) for name, values in told["properties"].items()
        }
        schemata[proxy.id] = proxy.schema.name
    visit = next(told for told in entities if told["id"] == "entry-visit")
    assert [schemata[side] for side in visit["properties"]["organizer"]] == ["PublicBody"]
    assert sum(schema == "Event" for schema in schemata.values()) == 5


@pytest.mark.parametrize("name", ["jsonld", "ical", "graphml", "gexf", "ftm", "plover", "polecat", "gdelt"])
def test_nothing_asked_for_is_a_whole_empty_file(store: Store, name: str) -> None:
    content, written = exported(store, name, Question(actor="JPN"))
    assert written.rows == 0
    if name == "jsonld":
        assert json.loads(content)["@graph"] == []


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [("graphml", "networkx", "graph"), ("gexf", "networkx", "graph")],
    ids=["graphml", "gexf"],
)
def test_a_library_that_is_missing_is_told(
    store: Store, name: str, module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ExportError, match=rf"pip install 'vaarta\[{extra}\]'"):
        exported(store, name)

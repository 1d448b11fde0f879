"""The network of who acts on whom, as GraphML or GEXF: nodes are actors, edges the events between them by type."""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import Any, BinaryIO

from vaarta.errors import ExportError
from vaarta.exports import facts
from vaarta.exports.codes import country_name
from vaarta.exports.facts import Stories, Written
from vaarta.query import Thing
from vaarta.records import Event, Party

__all__ = ["write_gexf", "write_graphml"]


def write_graphml(things: Iterable[Thing], out: BinaryIO, _: Stories) -> Written:
    """Write the network of the events among the things as GraphML, for Gephi, igraph, Cytoscape and NetworkX."""
    return _write(things, lambda networks, graph: networks.write_graphml(graph, out))


def write_gexf(things: Iterable[Thing], out: BinaryIO, _: Stories) -> Written:
    """Write the network of the events among the things as GEXF, for Gephi."""
    return _write(things, lambda networks, graph: networks.write_gexf(graph, out))


def _write(things: Iterable[Thing], writing: Callable[[Any, Any], None]) -> Written:
    networks = _networks()
    graph = networks.MultiDiGraph()
    events = 0
    for thing in things:
        if isinstance(thing.claim, Event):
            events += 1
            for source, target, joint in _edges(thing.claim):
                _add(graph, thing, (source, target), joint=joint)
    for _, _, edge in graph.edges(data=True):
        scored = edge.pop("scored")
        edge["goldstein"] = round(edge["goldstein"] / scored, 3) if scored else 0.0
    writing(networks, graph)
    return Written(rows=events)


def _edges(event: Event) -> Iterator[tuple[Party, Party, bool]]:
    """Who acts on whom; or every two that act together, with True."""
    if event.recipients:
        yield from ((actor, recipient, False) for actor in event.actors for recipient in event.recipients)
    else:
        yield from ((one, other, True) for one, other in combinations(event.actors, 2))


def _add(graph: Any, thing: Thing, sides: tuple[Party, Party], *, joint: bool) -> None:
    event, set_on = thing.claim, facts.days(thing)
    if not isinstance(event, Event):
        return
    nodes = [_node(graph, party) for party in sides]
    source, target = sorted(nodes) if joint else nodes
    key = f"{event.type}{'+' if joint else ''}"
    if not graph.has_edge(source, target, key):
        new = {"weight": 0, "reports": 0, "goldstein": 0.0, "scored": 0, "first": "", "last": ""}
        graph.add_edge(source, target, key, type=event.type, joint=joint, **new)
    edge = graph.edges[source, target, key]
    edge["weight"] += 1
    edge["reports"] += len(thing.told_by)
    if event.goldstein is not None:
        edge["goldstein"] += event.goldstein
        edge["scored"] += 1
    if set_on:
        edge["first"] = min(filter(None, (edge["first"], set_on.first)))
        edge["last"] = max(edge["last"], set_on.last)


def _node(graph: Any, party: Party) -> str:
    """An actor of the ontology by its id, else a named one by its name, else a country's sector, else its words."""
    codes = " ".join(filter(None, (party.country, party.sector)))
    name = facts.one_line(party.actor_id or party.name or codes or party.text)
    if name not in graph:
        label = party.name or (f"{country_name(party.country)} {party.sector}".strip() if codes else party.text)
        graph.add_node(name, label=facts.one_line(label), country=party.country, sector=party.sector)
    return name


def _networks() -> Any:
    try:
        import networkx as nx
    except ImportError as absent:
        raise ExportError("GraphML and GEXF need networkx, not installed: pip install 'vaarta[graph]'") from absent
    return nx

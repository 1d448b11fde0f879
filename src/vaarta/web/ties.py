"""A network as it is drawn: where countries lie on the paper, and how strong their ties are."""

from collections.abc import Iterable
from math import log2, sqrt

from vaarta.records import Record
from vaarta.web.mapped import Tie

__all__ = ["Drawn", "Edge", "Node", "lay_out"]

WIDTH, HEIGHT, EDGE = 960, 640, 70
ROUNDS = 120
THIN, THICK = 1.2, 9.0
SMALL, LARGE = 6.0, 26.0


class Node(Record, frozen=True, kw_only=True):
    """A country on the paper."""

    code: str
    x: float
    y: float
    radius: float
    count: int


class Edge(Record, frozen=True, kw_only=True):
    """A tie on the paper. `mood` is good, bad or even, by the mean score."""

    tie: Tie
    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    mood: str


class Drawn(Record, frozen=True, kw_only=True):
    """A network as it is drawn."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def lay_out(ties: Iterable[Tie]) -> Drawn | None:
    """The ties on paper, always the same for the same ties; None if there are none.

    Countries that deal much with each other come near (Fruchterman and Reingold 1991, by networkx); they start on a
    circle in the order of their codes, so that a small change of the ties is a small change of the drawing.
    """
    import networkx as nx

    told = tuple(ties)
    if not told:
        return None
    graph = nx.Graph()
    for code in sorted({code for tie in told for code in (tie.left, tie.right)}):
        graph.add_node(code)
    for tie in told:
        graph.add_edge(tie.left, tie.right, weight=1 + log2(tie.count))
    start = nx.circular_layout(graph)
    space = 2.6 / sqrt(len(graph))
    places = nx.spring_layout(graph, pos=start, k=space, iterations=ROUNDS, weight="weight", seed=1)
    lows, highs = _corners([tuple(map(float, place)) for place in places.values()])

    def on_paper(code: str) -> tuple[float, float]:
        x, y = (
            (float(value) - low) / ((high - low) or 1.0) if high > low else 0.5
            for value, low, high in zip(places[code], lows, highs, strict=True)
        )
        return round(EDGE + x * (WIDTH - 2 * EDGE), 1), round(EDGE + y * (HEIGHT - 2 * EDGE), 1)

    counts = {code: sum(tie.count for tie in told if code in (tie.left, tie.right)) for code in graph}
    most, strongest = max(counts.values()), max(tie.count for tie in told)
    nodes = tuple(
        Node(
            code=code,
            x=on_paper(code)[0],
            y=on_paper(code)[1],
            radius=round(SMALL + (LARGE - SMALL) * sqrt(counts[code] / most), 1),
            count=counts[code],
        )
        for code in graph
    )
    edges = tuple(_edge(tie, on_paper(tie.left), on_paper(tie.right), strongest) for tie in reversed(told))
    return Drawn(width=WIDTH, height=HEIGHT, nodes=nodes, edges=edges)


def _edge(tie: Tie, one: tuple[float, float], other: tuple[float, float], strongest: int) -> Edge:
    mean = tie.goldstein
    return Edge(
        tie=tie,
        x1=one[0],
        y1=one[1],
        x2=other[0],
        y2=other[1],
        width=round(THIN + (THICK - THIN) * sqrt(tie.count / strongest), 1),
        mood="even" if mean is None or abs(mean) < 1 else "good" if mean > 0 else "bad",
    )


def _corners(places: list[tuple[float, ...]]) -> tuple[tuple[float, float], tuple[float, float]]:
    xs, ys = [place[0] for place in places], [place[1] for place in places]
    return (min(xs), min(ys)), (max(xs), max(ys))

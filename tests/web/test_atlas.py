"""Maps: outlines read strictly, projected, and drawn around points."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from asking import ask_page
from starlette.testclient import TestClient

from vaarta.errors import PageError
from vaarta.web import make_app
from vaarta.web.accuracy import read_measured
from vaarta.web.atlas import OUTLINES, around, read_outlines, world
from vaarta.web.mapped import Tie
from vaarta.web.ties import lay_out

LINE = '{"type": "FeatureCollection", "features": [{"geometry": {"type": "LineString", "coordinates": %s}}]}'


def test_the_world_is_drawn_within_its_borders() -> None:
    chart = world()
    assert chart.place(0.0, 0.0)[0] == chart.width / 2
    west, east = chart.place(-180.0, 0.0), chart.place(180.0, 0.0)
    assert (west[0], east[0]) == (0.0, chart.width)
    delhi, beijing = chart.place(77.2, 28.6), chart.place(116.4, 39.9)
    assert delhi[0] < beijing[0]
    assert delhi[1] > beijing[1]
    assert chart.disputed
    assert "Natural Earth" in chart.source


def test_no_line_of_the_world_runs_round_its_back() -> None:
    for lines in read_outlines().lines.values():
        for line in lines:
            assert all(abs(b[0] - a[0]) < 180 for a, b in pairwise(line))


def test_contested_lines_say_what_they_are() -> None:
    told = json.loads(OUTLINES.read_text("utf-8"))
    disputed = [one["properties"]["name"] for one in told["features"] if one["properties"]["kind"] == "disputed"]
    assert "Line of Actual Control" in disputed
    assert "Line of Control and its ends, Jammu and Kashmir" in disputed


@pytest.mark.parametrize(
    "points", [((77.2, 28.6),), ((139.7, 35.7), (105.8, 21.0)), ((0.0, 89.0), (0.0, -89.0)), ((180.0, 0.0),)]
)
def test_a_map_around_points_holds_them(points: tuple[tuple[float, float], ...]) -> None:
    drawn = around(points)
    for x, y in drawn.points:
        assert 0 <= x <= drawn.chart.width
        assert -1 <= y <= drawn.chart.height + 1
    assert re.fullmatch(r"(M[-\d. e]+(l[-\d. e]+)+z)*", drawn.chart.land)


def test_other_boundaries_take_the_place_of_ours(record: Path, tmp_path: Path) -> None:
    file = tmp_path / "own.geojson"
    square = {"type": "Polygon", "coordinates": [[[70, 10], [80, 10], [80, 20], [70, 10]]]}
    line = {"type": "LineString", "coordinates": [[70, 10], [75, 15]]}
    features = [
        {"type": "Feature", "geometry": square, "properties": {"ADMIN": "x"}},
        {"type": "Feature", "geometry": line, "properties": {"kind": "disputed"}},
        {"type": "Feature", "geometry": None, "properties": None},
    ]
    file.write_text(json.dumps({"type": "FeatureCollection", "source": "<Our> survey", "features": features}))
    html = TestClient(make_app(record, boundaries=file), base_url="http://localhost").get("/map").text
    assert "&lt;Our&gt; survey" in html
    assert html.count("l") > 0
    assert len(html) < len(ask_page(record).get("/map").text)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{}",
        LINE.replace("LineString", "Polygon") % '"x"',
        LINE % '[["a", "b"]]',
        LINE % "[[1]]",
        LINE % "[[1e999, 0]]",
    ],
)
def test_a_file_that_is_no_outlines_is_refused_by_name(tmp_path: Path, content: str) -> None:
    file = tmp_path / "broken.geojson"
    file.write_text(content)
    with pytest.raises(PageError, match=r"broken\.geojson"):
        read_outlines(file)


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="--boundaries"):
        read_outlines(tmp_path / "none.geojson")


def test_those_who_deal_with_each_other_lie_near() -> None:
    def tie(left: str, right: str, count: int) -> Tie:
        return Tie(left=left, right=right, count=count, reports=count, goldstein=-3.0)

    drawn = lay_out([tie("IND", "PAK", 50), tie("IND", "USA", 1), tie("PAK", "USA", 1)])
    assert drawn
    places = {node.code: (node.x, node.y) for node in drawn.nodes}

    def apart(one: str, other: str) -> float:
        return abs(complex(*places[one]) - complex(*places[other]))

    assert apart("IND", "PAK") < apart("IND", "USA")
    assert {edge.mood for edge in drawn.edges} == {"bad"}
    assert all(0 <= node.x <= drawn.width and 0 <= node.y <= drawn.height for node in drawn.nodes)
    assert lay_out([]) is None
    assert lay_out([tie("IND", "PAK", 1)])


def test_figures_are_read_from_the_page_of_accuracy() -> None:
    page = "x\n<!-- hi-dev-held-out -->\n\n| events type | 0.811 | 0.536 | 0.645 | 30, 26, 7 |\n| x | 1 |\n<!-- end -->"
    (one,) = read_measured(page)
    assert (one.set, one.level, one.precision, one.recall, one.f1) == ("hi-dev-held-out", "event", 0.811, 0.536, 0.645)

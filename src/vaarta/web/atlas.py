"""Maps: outlines of the world, projected, as paths of SVG; the whole world, or a part of it around some points.

The outlines are GeoJSON: features whose property `kind` is land, border or disputed. Those that ship are Natural
Earth's 1:110m (tools/build_assets.py); `vaarta serve --boundaries FILE` shows others.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from math import asin, cos, isfinite, pi, radians, sin, sqrt
from pathlib import Path
from typing import Any, Literal, TypeAlias

import msgspec

from vaarta.errors import PageError
from vaarta.records import Record

__all__ = ["OUTLINES", "Around", "Chart", "around", "read_outlines", "world"]

OUTLINES = Path(__file__).parent / "outlines" / "world.geojson"
WIDTH, HEIGHT = 960, 417  # from 84° north to 57° south
NORTH = 84.0
CLOSE = 0.8  # points of a line nearer to the last than this, in pixels, are left out
MOST_BYTES = 20_000_000  # of a file of boundaries
SMALL = (480, 300)
LEAST_SPAN = 26.0  # degrees that a small map shows at least: a town alone is no map
MARGIN = 0.35  # of the span of the points, on each side of them
KINDS = ("land", "border", "disputed")
PARALLEL = 89.0
Point: TypeAlias = tuple[float, float]


class _Geometry(msgspec.Struct):
    type: str
    coordinates: Any = ()


class _Properties(msgspec.Struct):
    kind: str = "land"
    name: str = ""


class _Feature(msgspec.Struct):
    geometry: _Geometry | None
    properties: _Properties | None = None


class _Collection(msgspec.Struct):
    type: Literal["FeatureCollection"]
    features: list[_Feature]
    source: str = ""


class Outlines(Record, frozen=True, kw_only=True):
    """Lines by their kind, as longitudes and latitudes, and where they are from."""

    lines: dict[str, tuple[tuple[Point, ...], ...]]
    source: str


class Chart(Record, frozen=True, kw_only=True):
    """A map without what it is to show: its size, its paths, the source of the outlines."""

    width: int
    height: int
    land: str
    border: str
    disputed: str
    source: str

    def place(self, lon: float, lat: float) -> Point:
        """Where a place of the world lies on the map of the whole world."""
        return _equal_earth(lon, lat)


class Around(Record, frozen=True, kw_only=True):
    """A map of a part of the world, and where the points lie on it that it was made for."""

    chart: Chart
    points: tuple[Point, ...]


@lru_cache(4)
def read_outlines(path: Path = OUTLINES) -> Outlines:
    """The outlines in a file. Raises PageError if it is missing, too large, or no GeoJSON of lines and polygons."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise PageError(f"{path} is larger than {MOST_BYTES:,} bytes; simplify its lines")
        told = msgspec.json.decode(path.read_bytes(), type=_Collection)
        lines: dict[str, list[tuple[Point, ...]]] = {kind: [] for kind in KINDS}
        for feature in told.features:
            kind = feature.properties.kind if feature.properties else "land"
            lines.get(kind, lines["land"]).extend(_lines(feature.geometry))
    except OSError as missing:
        raise PageError(f"{path}: cannot be read ({missing.strerror}); give --boundaries a file") from missing
    except (msgspec.DecodeError, TypeError, ValueError, LookupError) as strange:
        raise PageError(f"{path}: no GeoJSON of lines and polygons ({strange}); see docs/serve.md") from strange
    return Outlines(lines={kind: tuple(found) for kind, found in lines.items()}, source=told.source or path.name)


@lru_cache(4)
def world(path: Path = OUTLINES) -> Chart:
    """The whole world, in the Equal Earth projection (Šavrič, Patterson and Jenny 2018)."""
    outlines = read_outlines(path)
    drawn = {
        kind: "".join(_path((_equal_earth(lon, lat) for lon, lat in line), closed=kind == "land") for line in lines)
        for kind, lines in outlines.lines.items()
    }
    return Chart(width=WIDTH, height=HEIGHT, source=outlines.source, **drawn)


def around(points: Sequence[Point], path: Path = OUTLINES) -> Around:
    """The part of the world around points (longitude, latitude), of which there is at least one."""
    west, south, east, north = _box(points)
    width, height = SMALL
    scale = width / (east - west)
    narrow = cos(radians((south + north) / 2))

    def place(lon: float, lat: float) -> Point:
        return round((lon - west) * scale, 1), round(height / 2 - (lat - (south + north) / 2) * scale / narrow, 1)

    outlines = read_outlines(path)
    drawn = {
        kind: "".join(
            _path((place(lon, lat) for lon, lat in line), closed=kind == "land")
            for line in lines
            if _meet(line, (west, south - LEAST_SPAN, east, north + LEAST_SPAN))
        )
        for kind, lines in outlines.lines.items()
    }
    chart = Chart(width=width, height=height, source=outlines.source, **drawn)
    return Around(chart=chart, points=tuple(place(lon, lat) for lon, lat in points))


def _box(points: Sequence[Point]) -> tuple[float, float, float, float]:
    """West, south, east and north of a map that shows all the points, in the proportions of a small map."""
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    middle = (min(lats) + max(lats)) / 2
    narrow = max(0.2, cos(radians(middle)))
    wide = max(LEAST_SPAN, max(lons) - min(lons), (max(lats) - min(lats)) / narrow * SMALL[0] / SMALL[1])
    half = wide * (0.5 + MARGIN)
    lon = (min(lons) + max(lons)) / 2
    tall = half * narrow * SMALL[1] / SMALL[0]
    return lon - half, max(-PARALLEL, middle - tall), lon + half, min(PARALLEL, middle + tall)


def _equal_earth(lon: float, lat: float) -> Point:
    a1, a2, a3, a4, root = 1.340264, -0.081106, 0.000893, 0.003796, sqrt(3) / 2
    scale = WIDTH / (2 * pi / (root * a1))

    def at(lat: float) -> tuple[float, float]:
        angle = asin(root * sin(radians(max(-PARALLEL, min(PARALLEL, lat)))))
        square = angle * angle
        sixth = square**3
        return cos(angle) / (root * (a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square))), angle * (
            a1 + a2 * square + sixth * (a3 + a4 * square)
        )

    x, y = at(lat)
    top = at(NORTH)[1]
    return round(WIDTH / 2 + radians(lon) * x * scale, 1), round((top - y) * scale, 1)


def _lines(geometry: _Geometry | None) -> Iterator[tuple[Point, ...]]:
    """The rings and lines of a geometry, whatever their nesting."""
    if not geometry:
        return
    depth = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}.get(geometry.type)
    if depth is None:
        return
    lines: Iterable[Any] = [geometry.coordinates]
    for _ in range(depth):
        lines = list(chain.from_iterable(lines))
    for line in lines:
        points = tuple((float(point[0]), float(point[1])) for point in line)
        if not all(map(isfinite, chain.from_iterable(points))):
            raise ValueError("a point is nowhere")
        if points:
            yield points


def _meet(line: Sequence[Point], box: tuple[float, float, float, float]) -> bool:
    west, south, east, north = box
    lons, lats = [lon for lon, _ in line], [lat for _, lat in line]
    return min(lons) <= east and max(lons) >= west and min(lats) <= north and max(lats) >= south


def _path(points: Iterable[Point], *, closed: bool) -> str:
    """The points as a path of SVG, in steps of a tenth of a pixel, without those that would not be seen."""
    told: list[str] = []
    last = (0.0, 0.0)
    for x, y in points:
        if not told:
            told.append(f"M{x:g} {y:g}")
        elif abs(x - last[0]) + abs(y - last[1]) < CLOSE:
            continue
        else:
            told.append(f"l{x - last[0]:.1f} {y - last[1]:.1f}")
        last = (round(x, 1), round(y, 1))
    return "".join(told) + ("z" if closed else "") if len(told) > 1 else ""

"""Fonts and outlines of the page, from npm packages of fixed versions: docs/serve.md lists them with their licences.

    python tools/build_assets.py [--check]

Writes src/vaarta/web/static/fonts/ and src/vaarta/web/outlines/world.geojson. With --check it writes nothing, and fails
if what lies there differs from what would be written. Needs npm and its registry; without npm it says so and passes.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

__all__ = ["main"]

WEB = Path(__file__).parent.parent / "src" / "vaarta" / "web"
DISPUTED = Path(__file__).parent / "disputed.toml"
FONTS = {
    "@fontsource-variable/noto-sans-devanagari@5.3.0": "noto-sans-devanagari",
    "@fontsource-variable/noto-serif-devanagari@5.3.0": "noto-serif-devanagari",
}
ATLAS = "world-atlas@2.0.2"
SCRIPTS = ("devanagari", "latin", "latin-ext")
SOUTH = -60.0  # Antarctica is left out: no one deals with it, and it would take a fifth of the picture
HALF = 180.0  # degrees: a step longer than this goes round the back of the world
DIGITS = 2  # of degrees: a kilometre, less than a pixel
Point: TypeAlias = tuple[float, float]
Line: TypeAlias = list[Point]


def main() -> None:
    """Write the assets, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    if not shutil.which("npm"):
        print("skipped: npm is not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        built = dict(_built(Path(folder)))
    differing = [path for path, content in built.items() if not path.exists() or path.read_bytes() != content]
    for path in differing:
        print(f"{'differs' if check else 'written'}: {path.relative_to(WEB)}")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(built[path])
    if check and differing:
        sys.exit("run: python tools/build_assets.py")


def _built(folder: Path) -> Iterator[tuple[Path, bytes]]:
    command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent", "--prefix", str(folder)]
    subprocess.run([*command, *FONTS, ATLAS], check=True)  # noqa: S603 - our own list
    modules = folder / "node_modules"
    for package, name in FONTS.items():
        source = modules / package.rpartition("@")[0]
        yield WEB / "static" / "fonts" / f"{name}-OFL.txt", (source / "LICENSE").read_bytes()
        for script in SCRIPTS:
            file = source / "files" / f"{name}-{script}-wght-normal.woff2"
            yield WEB / "static" / "fonts" / f"{name}-{script}.woff2", file.read_bytes()
    topology = json.loads((modules / "world-atlas" / "countries-110m.json").read_text("utf-8"))
    told = json.dumps(_world(topology), ensure_ascii=False, separators=(",", ":"))
    yield WEB / "outlines" / "world.geojson", told.encode()


def _world(topology: Mapping[str, Any]) -> dict[str, Any]:
    """Land, borders, and contested borders, each line once, as GeoJSON."""
    arcs = [_decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    land = [
        ring
        for polygon in _polygons(topology["objects"]["land"]["geometries"][0])
        for part in polygon
        for ring in _parted(_joined(part, arcs))
        if max(y for _, y in ring) > SOUTH
    ]
    borders: list[Line] = []
    contested: dict[str, list[Line]] = {}
    rules = tomllib.loads(DISPUTED.read_text("utf-8"))["line"]
    for number, sides in sorted(_sides(topology).items()):
        if len(sides) > 1:
            rule = next((one for one in rules if set(one["between"]) == sides), None)
            for inside, line in _cut(arcs[number], rule):
                (contested.setdefault(rule["is"], []) if rule and inside else borders).append(line)
    return {
        "type": "FeatureCollection",
        "source": "Natural Earth 1:110m by world-atlas 2.0.2; contested lines chosen by Vaarta (tools/disputed.toml)",
        "features": [
            _feature("MultiPolygon", [[ring] for ring in land], "land"),
            _feature("MultiLineString", borders, "border"),
            *(_feature("MultiLineString", lines, "disputed", name) for name, lines in sorted(contested.items())),
        ],
    }


def _feature(type_: str, lines: Sequence[Any], kind: str, name: str = "") -> dict[str, Any]:
    properties = {"kind": kind, **({"name": name} if name else {})}
    return {"type": "Feature", "properties": properties, "geometry": {"type": type_, "coordinates": lines}}


def _decoded(arc: Sequence[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> Line:
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    line, x, y = [], 0, 0
    for step in arc:
        x, y = x + step[0], y + step[1]
        line.append((round(x * kx + dx, DIGITS), round(y * ky + dy, DIGITS)))
    return line


def _polygons(geometry: Mapping[str, Any]) -> list[list[list[int]]]:
    return [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]


def _joined(ring: Sequence[int], arcs: Sequence[Line]) -> Line:
    line: Line = []
    for number in ring:
        part = arcs[number] if number >= 0 else arcs[~number][::-1]
        line.extend(part if not line else part[1:])
    return line


def _parted(ring: Line) -> list[Line]:
    """A ring cut where it crosses the line of 180 degrees, as GeoJSON wants it (RFC 7946, 3.1.9)."""
    parts: list[Line] = [[ring[0]]]
    for last, point in pairwise(ring):
        if abs(point[0] - last[0]) > HALF:
            parts.append([])
        parts[-1].append(point)
    if len(parts) == 1:
        return parts
    parts[0] = parts.pop() + parts[0][1:]  # the ring begins in the middle of a part
    return [[*part, part[0]] for part in parts if len(part) > 2]  # noqa: PLR2004 - two points hold no land


def _sides(topology: Mapping[str, Any]) -> dict[int, set[str]]:
    """The countries on the sides of each arc."""
    sides: dict[int, set[str]] = {}
    for country in topology["objects"]["countries"]["geometries"]:
        for polygon in _polygons(country):
            for number in (number for ring in polygon for number in ring):
                sides.setdefault(max(number, ~number), set()).add(country["properties"]["name"])
    return sides


def _cut(line: Line, rule: Mapping[str, Any] | None) -> Iterator[tuple[bool, Line]]:
    """The line in stretches that lie within the rule's box and stretches that do not."""
    west, south, east, north = rule.get("within", (-180, -90, 180, 90)) if rule else (0, 0, 0, 0)
    inside = [west <= x <= east and south <= y <= north for x, y in line]
    start = 0
    for end in range(1, len(line)):
        if end == len(line) - 1 or inside[end] != inside[start]:
            yield inside[start], line[start : end + 1]
            start = end


if __name__ == "__main__":
    main()

"""GDELT's files: a zip of events and one of mentions for each quarter of an hour, and the lists that name them."""

import hashlib
import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from vaarta.exports.facts import QUARTER, Stories, Written
from vaarta.exports.gdelt import event_rows, mention_rows
from vaarta.query import Thing

__all__ = ["write_grid"]

FORMAT = "%Y%m%d%H%M%S"
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment a zip can tell: the same bytes come out whenever they are written


def write_grid(things: Iterable[Thing], folder: Path, stories: Stories) -> Written:
    """Write the files of every quarter of an hour of each day that tells of something, empty ones too.

    Readers ask for a day by its first file or its last, so the grid of a day is whole.
    """
    left_out = Counter[str]()
    events, told = dict[str, list[tuple[str, ...]]](), dict[str, list[tuple[str, ...]]]()
    for thing in things:
        for time, row in event_rows([thing], stories, left_out):
            events.setdefault(time, []).append(row)
        for time, row in mention_rows([thing], stories, Counter()):
            told.setdefault(time, []).append(row)
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    for time in _grid(events.keys() | told.keys()):
        for name, rows in ((f"{time}.export.CSV", events), (f"{time}.mentions.CSV", told)):
            packed = _packed(name, rows.get(time, []))
            (folder / f"{name}.zip").write_bytes(packed)
            digest = hashlib.md5(packed, usedforsecurity=False).hexdigest()
            lines.append(f"{len(packed)} {digest} http://data.gdeltproject.org/gdeltv2/{name}.zip\n")
    (folder / "masterfilelist.txt").write_text("".join(lines), encoding="ascii")
    (folder / "lastupdate.txt").write_text("".join(lines[-2:]), encoding="ascii")
    return Written(rows=sum(map(len, events.values())), left_out=dict(left_out))


def _grid(times: Iterable[str]) -> Iterator[str]:
    for day in sorted({time[:8] for time in times}):
        start = datetime.strptime(f"{day}000000", FORMAT)  # noqa: DTZ007 - UTC, as all times of the grid
        yield from ((start + timedelta(minutes=QUARTER * n)).strftime(FORMAT) for n in range(24 * 60 // QUARTER))


def _packed(name: str, rows: list[tuple[str, ...]]) -> bytes:
    content = "".join("\t".join(row) + "\n" for row in rows).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(name, EARLIEST), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()

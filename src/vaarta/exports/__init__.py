"""The record in formats that people already load (docs/exports.md): what is asked for, each thing once."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO, TypeAlias

import msgspec

from vaarta.exports import calendar, flat, ftm, gdelt, graph, grid, jsonld, plover, tabbed
from vaarta.exports.facts import Stories, Written, stories_of
from vaarta.query import Thing

__all__ = ["FORMATS", "Format", "Stories", "Written", "stories_of"]

ToFile: TypeAlias = Callable[[Iterable[Thing], BinaryIO, Stories], Written]
ToFolder: TypeAlias = Callable[[Iterable[Thing], Path, Stories], Written]


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """One format: what it is, and what writes it, into a file or into a folder of files."""

    says: str
    to_file: ToFile | None = None
    to_folder: ToFolder | None = None


FORMATS = {
    "plover": Format(says="PLOVER JSON, one event a line", to_file=plover.write),
    "polecat": Format(says="POLECAT's 40 columns", to_file=tabbed.write_polecat),
    "gdelt": Format(
        says="GDELT 2.0 events; into a folder, its files by the quarter of an hour",
        to_file=gdelt.write_events,
        to_folder=grid.write_grid,
    ),
    "gdelt-mentions": Format(says="GDELT 2.0 mentions", to_file=gdelt.write_mentions),
    "icews": Format(says="ICEWS's 20 columns", to_file=tabbed.write_icews),
    "csv": Format(says="CSV tables with a codebook, for R and Stata", to_folder=flat.write_csv),
    "parquet": Format(says="Parquet tables with a codebook", to_folder=flat.write_parquet),
    "jsonld": Format(says="schema.org NewsArticle, Event, Quotation", to_file=jsonld.write),
    "ical": Format(says="iCalendar of engagements", to_file=calendar.write),
    "graphml": Format(says="the network of actors, for most tools", to_file=graph.write_graphml),
    "gexf": Format(says="the network of actors, for Gephi", to_file=graph.write_gexf),
    "ftm": Format(says="FollowTheMoney entities", to_file=ftm.write),
}

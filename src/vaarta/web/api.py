"""The record for programs: claims that answer a question, page by page or as CSV or Parquet, and counts."""

import io
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

import msgspec
from starlette.requests import Request

from vaarta import query
from vaarta.errors import ExportError
from vaarta.exports import calendar, stories_of
from vaarta.exports.flat import rows_to_csv, rows_to_parquet
from vaarta.exports.tables import ANSWERS, FIGURES, Row, answer_rows, count_rows
from vaarta.query import Tally
from vaarta.records import Record
from vaarta.store import Answer, Store
from vaarta.store.counting import KEYS
from vaarta.web.asked import MOST_KEYS, read_asked
from vaarta.web.declared import File
from vaarta.web.refusals import Refused

__all__ = ["ASK_FILES", "COUNT_FILES", "Answers", "Counts", "ask", "count"]

PAGE = 100  # claims
MOST_ROWS = 10_000  # of CSV, and of counts
MOST_DATES = 1000  # of a calendar
LONGEST = 100  # characters of a wrong key that are said back


class Answers(Record, frozen=True, kw_only=True):
    """Claims that a question asks for, one page of them, and whether there are more."""

    asked: tuple[tuple[str, str], ...]
    page: int
    more: bool
    answers: tuple[Answer, ...]


class Counts(Record, frozen=True, kw_only=True):
    """Things counted by keys; `more` if there are more rows than are told."""

    asked: tuple[tuple[str, str], ...]
    by: tuple[str, ...]
    more: bool
    counts: tuple[Tally, ...]


def ask(store: Store, request: Request) -> Answers:
    """A page of the claims that are asked for."""
    asked = read_asked(request.query_params, strict=True)
    skip = (asked.page - 1) * PAGE
    question = msgspec.structs.replace(asked.question, limit=skip + PAGE + 1)
    found = tuple(islice(query.ask(store, question), skip, None))
    return Answers(asked=asked.given, page=asked.page, more=len(found) > PAGE, answers=found[:PAGE])


def _first_answers(request: Request) -> query.Question:
    return msgspec.structs.replace(read_asked(request.query_params, strict=True).question, limit=MOST_ROWS)


def ask_csv(store: Store, request: Request) -> str:
    """The claims that are asked for as CSV, the first `MOST_ROWS` of them, with the columns of `vaarta ask --csv`."""
    return _csv(answer_rows(query.ask(store, _first_answers(request))), ANSWERS)


def ask_parquet(store: Store, request: Request) -> bytes:
    """The same as a Parquet file, with the columns of `vaarta ask --parquet`."""
    return _parquet(answer_rows(query.ask(store, _first_answers(request))), ANSWERS)


def ask_calendar(store: Store, request: Request) -> bytes:
    """The engagements that are asked for, the first `MOST_DATES`, as a calendar; those without a day stay out."""
    asked = read_asked(request.query_params, strict=True)
    kind = asked.question.kind or "engagement"
    question = msgspec.structs.replace(asked.question, kind=kind, limit=MOST_DATES)
    out = io.BytesIO()
    calendar.write(query.things(store, question), out, stories_of(store))
    return out.getvalue()


def count(store: Store, request: Request) -> Counts:
    """How many things are asked for, by the keys given as `by`."""
    asked = read_asked(request.query_params, others=("by",), strict=True)
    by = tuple(dict.fromkeys(filter(None, request.query_params.getlist("by"))))
    wrong = next((key for key in by if key not in KEYS), "")
    if wrong or len(by) > MOST_KEYS:
        raise Refused(400, "bad_field", value=(wrong or ", ".join(by))[:LONGEST], choices=", ".join(KEYS))
    counts = query.count(store, asked.question, by)
    return Counts(asked=asked.given, by=by, more=len(counts) > MOST_ROWS, counts=counts[:MOST_ROWS])


def count_csv(store: Store, request: Request) -> str:
    """The tallies as CSV, the columns of `vaarta count --csv`."""
    told = count(store, request)
    return _csv(count_rows(told.counts), _columns(told.by))


def count_parquet(store: Store, request: Request) -> bytes:
    """The tallies as a Parquet file."""
    told = count(store, request)
    return _parquet(count_rows(told.counts), _columns(told.by))


def _columns(by: Sequence[str]) -> dict[str, str]:
    return dict.fromkeys(by, "text") | FIGURES


def _csv(rows: Iterable[Row], columns: Mapping[str, str]) -> str:
    out = io.StringIO(newline="")
    rows_to_csv(rows, out, columns)
    return out.getvalue()


def _parquet(rows: Iterable[Row], columns: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    try:
        rows_to_parquet(rows, out, columns)
    except ExportError as absent:  # pyarrow is an extra
        raise Refused(501, "no_parquet") from absent
    return out.getvalue()


PARQUET = "application/vnd.apache.parquet"
ASK_FILES = (
    File("csv", "text/csv", ask_csv),
    File("parquet", PARQUET, ask_parquet),
    File("ics", "text/calendar", ask_calendar),
)
COUNT_FILES = (File("csv", "text/csv", count_csv), File("parquet", PARQUET, count_parquet))

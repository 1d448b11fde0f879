"""What an address asks of the record: its parameters, read strictly, and a bound on each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from math import isfinite
from typing import Any, NamedTuple, get_args

import msgspec
from starlette.datastructures import QueryParams

from vaarta.countries import code_of, name_of, who_is
from vaarta.days import first_day, last_day
from vaarta.ontology import load_ontology
from vaarta.query import Question
from vaarta.records import EngagementKind, Record, Standing
from vaarta.store.counting import KEYS
from vaarta.web.refusals import Refused

__all__ = [
    "FIELDS",
    "KINDS",
    "LAST_PAGE",
    "MOST_KEYS",
    "QUADS",
    "Asked",
    "read_asked",
    "read_days",
    "read_page",
    "schema_of",
]

LONGEST = 300  # characters of a value
MOST_KEYS = 4  # that things are counted by
LAST_PAGE = 40  # pages of things: a reader who goes on has not asked the right question
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
KINDS = ("event", "statement", "engagement", "tenure")
# What can be asked, by its name in an address, and the text that names it to a person.
FIELDS = {
    "words": "words", "actor": "actor", "to": "to", "between": "between", "speaker": "speaker", "office": "office",
    "country": "country", "place": "place", "type": "type", "kind": "kind", "quad": "quad", "standing": "standing",
    "series": "series", "since": "since", "until": "until", "told_in": "told_in", "publisher": "publisher",
    "min_score": "min_score", "upcoming": "upcoming",
}  # fmt: skip


class Asked(Record, frozen=True, kw_only=True):
    """What was asked: the parameters that count, in one order, the question that they are, and which page of it."""

    given: tuple[tuple[str, str], ...]
    question: Question
    page: int

    def value(self, field: str, place: int = 0) -> str:
        """What was given for a field (for the second of two, at place 1); "" if nothing was."""
        found = [value for name, value in self.given if name == field]
        return found[place] if place < len(found) else ""

    def but(self, **changes: str) -> tuple[tuple[str, str], ...]:
        """The parameters with these in the place of those of the same name; "" takes one away."""
        kept = tuple(pair for pair in self.given if pair[0] not in changes)
        return kept + tuple((name, value) for name, value in changes.items() if value)


def read_asked(params: QueryParams, *, others: Sequence[str] = (), strict: bool = False) -> Asked:
    """What the parameters ask. If `strict`, one that is neither a field nor among `others` is refused.

    Raises Refused, saying what to write, if a value makes no sense.
    """
    if strict:
        known = (*FIELDS, *others, "page", "lang")
        for name in params:
            if name not in known:
                raise Refused(400, "bad_field", value=name[:LONGEST], choices=", ".join(known))
    given = tuple(_given(params))
    told = {name: value for name, value in given if name != "between"}
    between = [value for name, value in given if name == "between"]
    fields = {READERS[name].fills: READERS[name].read(value) for name, value in told.items() if name in READERS}
    question = Question(**fields, dyad=_pair(between))
    if told.get("upcoming"):
        question = msgspec.structs.replace(question, upcoming=question.since or _today(), earliest=True)
    return Asked(given=given, question=question, page=_page(params.get("page", "")))


def read_page(params: QueryParams) -> int:
    """The number of the page asked for, 1 if none is. Raises Refused if it is none."""
    return _page(params.get("page", ""))


def read_days(params: QueryParams) -> tuple[str, str]:
    """The first and last day asked for, each "" if it is open."""
    asked = read_asked(QueryParams([pair for pair in params.multi_items() if pair[0] in ("since", "until")]))
    return asked.question.since, asked.question.until


def _given(params: QueryParams) -> Iterator[tuple[str, str]]:
    """The parameters that ask something, in the order of `FIELDS`, without blanks around them."""
    for field, text in FIELDS.items():
        for value in params.getlist(field):
            if len(value) > LONGEST:
                raise Refused(400, "too_many_words", field=text, most=str(LONGEST))
            if value.strip():
                yield field, value.strip()


def _pair(between: Sequence[str]) -> tuple[str, str] | None:
    if not between:
        return None
    sides = tuple(map(who_is, between))
    if len(sides) != 2 or sides[0] == sides[1]:  # noqa: PLR2004 - two sides
        raise Refused(400, "bad_pair")
    return sides[0], sides[1]


def _page(written: str) -> int:
    if not written:
        return 1
    if not (written.isascii() and written.isdecimal() and len(written) <= len(str(LAST_PAGE))):
        raise Refused(400, "bad_number", value=written[:LONGEST], field="page", low="1", high=str(LAST_PAGE))
    page = int(written)
    if not 1 <= page <= LAST_PAGE:
        raise Refused(400, "bad_number", value=written, field="page", low="1", high=str(LAST_PAGE))
    return page


def _day(meaning: Callable[[str], str]) -> Callable[[str], str]:
    def read(value: str) -> str:
        try:
            return meaning(value)
        except ValueError as no_day:
            raise Refused(400, "bad_day", value=value) from no_day

    return read


def _one_of(field: str, choices: Sequence[str]) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value not in choices:
            raise Refused(400, "bad_choice", value=value, field=field, choices=", ".join(choices))
        return value

    return read


def _type(value: str) -> str:
    types = load_ontology().types
    name, _, mode = value.partition("/")
    if name.upper() not in types:
        raise Refused(400, "bad_choice", value=value, field="type", choices=", ".join(types))
    modes = types[name.upper()].modes
    if mode and mode.casefold() not in modes:
        raise Refused(400, "bad_choice", value=value, field="type", choices=", ".join(modes) or name.upper())
    return value


def _quad(value: str) -> str:
    if value in ("1", "2", "3", "4"):
        return QUADS[int(value) - 1]
    return _one_of("quad", QUADS)(value.casefold())


def _country(value: str) -> str:
    code = code_of(value)
    if not code:
        raise Refused(400, "bad_country", value=value)
    return code


def _place(value: str) -> str:
    """The code of a country named by its code or name, else the words: a capital's name is a place, not the state."""
    code = code_of(value)
    stands_for = code and value.casefold() in (code.casefold(), name_of(code).casefold())
    return code if stands_for else value


def _score(value: str) -> float:
    try:
        score = float(value)
    except ValueError:
        score = float("nan")
    if not (isfinite(score) and 0 <= score <= 1):
        raise Refused(400, "bad_number", value=value, field="min_score", low="0", high="1")
    return score


def _today() -> str:
    return datetime.now(UTC).astimezone().date().isoformat()


class Parameter(NamedTuple):
    """The field of a question that a parameter fills, how its value is read, and the JSON Schema of what it may be."""

    fills: str
    read: Callable[[str], Any]
    schema: Mapping[str, Any] = {"type": "string", "maxLength": LONGEST}


def _choice(field: str, choices: Sequence[str], read: Callable[[str], Any] | None = None) -> Parameter:
    return Parameter(field, read or _one_of(field, choices), {"type": "string", "enum": list(choices)})


READERS: Mapping[str, Parameter] = {
    "words": Parameter("words", str),
    "actor": Parameter("actor", who_is),
    "to": Parameter("recipient", who_is),
    "speaker": Parameter("speaker", who_is),
    "office": Parameter("office", str),
    "country": Parameter("country", _country),
    "place": Parameter("place", _place),
    "type": Parameter("type", _type),
    "kind": _choice("kind", (*KINDS, *get_args(EngagementKind))),
    "quad": _choice("quad", QUADS, _quad),
    "standing": _choice("standing", get_args(Standing)),
    "series": Parameter("series", str),
    "since": Parameter("since", _day(first_day)),
    "until": Parameter("until", _day(last_day)),
    "told_in": Parameter("lang", str),
    "publisher": Parameter("publisher", str),
    "min_score": Parameter("score", _score, {"type": "number", "minimum": 0, "maximum": 1}),
}
# Those that are not read by themselves: both sides of a pair, keys of counts, what asks for a page or for another list.
SCHEMAS: Mapping[str, Mapping[str, Any]] = {
    "between": {"type": "array", "items": {"type": "string", "maxLength": LONGEST}, "minItems": 2, "maxItems": 2},
    "upcoming": {"type": "string", "enum": ["1"]},
    "by": {"type": "array", "items": {"type": "string", "enum": list(KEYS)}, "maxItems": MOST_KEYS},
    "ruled_by": {"type": "string", "maxLength": LONGEST},
    "what": {"type": "string", "enum": ["changed"]},
    "page": {"type": "integer", "minimum": 1, "maximum": LAST_PAGE},
}


def schema_of(parameter: str) -> Mapping[str, Any]:
    """The JSON Schema of what a parameter may be."""
    return SCHEMAS.get(parameter) or READERS[parameter].schema

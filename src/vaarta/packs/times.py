"""How a language says days: its words, by kind, and the patterns that put them together.

`times.toml` holds tables of words and a list of rules. A word may be several (`आने वाले`); spellings meet under
`vaarta.text.fold`. A rule's pattern is a row of elements, parted by spaces:

    {kind}        a word of that kind; `{kind=value}` only one with that value; `{time}` a phrase of a lower layer
    word          that word or mark itself
    x?            may be missing: `{year?}`, `,?`
    >x  <x        must follow, must come before, but is no part of the phrase; `!>x`, `!<x`: must not

Kinds: `code`, `daypart`, `dayword`, `direction`, `month`, `number`, `ordinal`, `part`, `shortweekday`, `unit`,
`weekday`, `zone` for the tables of those names; `plainmonth`, `plainweekday` for names that mean nothing else (not
listed in `wary`); what digits can be (`DIGITS`); and every table of `[words]`. docs/times.md says what days each of
`Means` gives.
"""

from pathlib import Path
from typing import Literal, get_args

import msgspec

from vaarta.errors import PackError
from vaarta.text import fold, words
from vaarta.toml import read_toml

__all__ = ["DAYLESS", "Element", "Entry", "Means", "Rule", "Tense", "TenseSign", "TimesPack", "load_times", "pieces"]

Tense = Literal["past", "future", "present", ""]
Means = Literal[
    "ago", "agree", "ahead", "bare-year", "before", "century", "clock", "code", "date", "date-range", "day", "decade",
    "feast", "fiscal", "following", "inside", "lasting", "lasts", "lately", "later", "loose", "month", "monthday",
    "monthdays", "months", "nothing", "nth", "often", "pair", "part", "plain", "range", "same", "shift", "since",
    "soon", "span", "unit", "unit-of", "until", "weekday", "within", "year", "year-words", "years", "years-in-a-row",
]  # fmt: skip
DAYLESS: frozenset[Means] = frozenset({"clock", "feast", "lasts", "loose", "nothing", "often"})
UNITS = (
    "second", "minute", "hour", "day", "week", "fortnight", "weekend", "month", "quarter", "half", "year", "fiscal",
    "decade", "century",
)  # fmt: skip
DIRECTIONS = ("before-last", "last", "past", "this", "next", "coming", "after-next")
PARTS = ("early", "mid", "late", "earlier", "later", "whole")
DAYS = ("-3", "-2", "-1", "0", "1", "2", "3", "1 either way", "2 either way", "3 either way")
CODES = ("quarter 1", "quarter 2", "quarter 3", "quarter 4", "half 1", "half 2")
DAYPARTS = ("am", "morning", "noon", "pm", "evening", "night", "day")
HALVES = ("0.5", "1.5", "2.5")
WORDS_OF_SIGNS = ("beside", "endings", "forms", "helpers", "lemmas", "subjects")
LONGEST_MONTH = 31
TIME = "time"  # the kind of a phrase of a lower layer
DIGITS = frozenset(
    {"clocktime", "day", "hhmm", "hour", "monthnumber", "number", "plainyear", "shortyear", "time", "year"}
)


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The root of what is read here."""


class TenseSign(Strict, frozen=True, kw_only=True):
    """One sign of a clause's tense, on its verb or what hangs on it: features, whole words, endings of verbs, lemmas.

    `helpers` are words that are a sign only beside the verb, not as the verb: रहा है, but not वहां रहा; `own` features of
    the verb alone; `subjects` markers on its subject. With `beside` it is a sign only where one of these words is, too;
    with `relations` only where the verb stands in one of these to the one above ("agreed to come", not "came to see").
    "none" says that this verb shows no tense of its own: the one above it decides.
    """

    tense: Literal["past", "future", "present", "none"]
    beside: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    feats: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()


class RuleText(Strict, frozen=True, kw_only=True):
    """A rule as written in times.toml; `example` is a phrase it must match whole, in `inside` if that is given."""

    pattern: str
    means: Means
    example: str
    layer: int = 1
    inside: str = ""


class TimesFile(Strict, frozen=True, kw_only=True):
    """times.toml, as written."""

    days: dict[str, tuple[str, ...]]
    directions: dict[str, tuple[str, ...]]
    months: dict[str, tuple[str, ...]]
    numbers: dict[str, tuple[str, ...]]
    ordinals: dict[str, tuple[str, ...]]
    parts: dict[str, tuple[str, ...]]
    rules: tuple[RuleText, ...]
    units: dict[str, tuple[str, ...]]
    weekdays: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]
    capitals: bool = False
    codes: dict[str, tuple[str, ...]] = {}
    dayparts: dict[str, tuple[str, ...]] = {}
    numerals_are_days: bool = False
    endings: tuple[str, ...] = ()
    tenses: tuple[TenseSign, ...] = ()
    shortweekdays: dict[str, tuple[str, ...]] = {}
    wary: tuple[str, ...] = ()
    zones: dict[str, tuple[str, ...]] = {}


class Entry(Strict, frozen=True, kw_only=True):
    """A word (or several) of one kind: `keys` folded, `value` what it stands for, `capital` if each begins with one."""

    keys: tuple[str, ...]
    kind: str
    value: str
    capital: bool = False


class Element(Strict, frozen=True, kw_only=True):
    """One place of a pattern: of what kind, with what value (any if ""), and whether it is part of the phrase."""

    kind: str
    value: str = ""
    optional: bool = False
    look: Literal["", "ahead", "behind"] = ""
    negative: bool = False


class Rule(Strict, frozen=True, kw_only=True):
    """A pattern ready to match. `heads` are the kinds a phrase can begin with.

    `needs` are those that it cannot do without, as far as words say them: none, if a phrase of a lower layer is in it.
    """

    text: RuleText
    elements: tuple[Element, ...]
    heads: frozenset[str]
    needs: frozenset[str]


class TimesPack(Strict, frozen=True, kw_only=True):
    """How one language says days. `lexicon` finds entries by their first key; `layers` are the rules, lowest first.

    `heads` has for each layer the numbers of its rules by each kind that they can begin with. `kinds` are those that a
    key may begin, `openers` the keys that may begin one of a head, `longest` the most keys of any entry, `reach` those
    of the longest phrase that rules of words alone can match. Tenses are folded.
    """

    lexicon: dict[str, tuple[Entry, ...]]
    layers: tuple[tuple[Rule, ...], ...]
    heads: tuple[dict[str, tuple[int, ...]], ...]
    kinds: dict[str, frozenset[str]]
    openers: frozenset[str]
    longest: int
    reach: int
    endings: tuple[str, ...]
    tenses: tuple[TenseSign, ...]

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules, lowest layer first."""
        return tuple(rule for layer in self.layers for rule in layer)


def load_times(folder: Path) -> TimesPack:
    """The times of the pack in this folder, from its times.toml.

    Raises PackError if the file is missing, malformed, names an unknown value, or has a pattern with an unknown kind.
    """
    path = folder / "times.toml"
    file = read_toml(path, TimesFile, PackError)
    _check_values(path, file)
    entries = list(_entries(file))
    kinds = DIGITS | {entry.kind for entry in entries}
    rules = [_rule(path, text, kinds) for text in file.rules]
    entries.extend(_literals(rules))
    depth = max((rule.text.layer for rule in rules), default=0)
    layers = tuple(tuple(rule for rule in rules if rule.text.layer == n) for n in range(1, depth + 1))
    heads, lexicon = tuple(map(_by_head, layers)), _by_first_key(entries)
    return TimesPack(
        lexicon=lexicon,
        layers=layers,
        heads=heads,
        kinds={key: frozenset(entry.kind for entry in some) for key, some in lexicon.items()},
        openers=frozenset(entry.keys[0] for entry in entries if any(entry.kind in kinds for kinds in heads)),
        longest=max((len(entry.keys) for entry in entries), default=1),
        reach=_reach(rules, entries),
        endings=file.endings,
        tenses=tuple(map(_folded, file.tenses)),
    )


def pieces(text: str) -> list[tuple[int, int]]:
    """Offsets of every word, number and single mark, in order, white space left out."""
    found: list[tuple[int, int]] = []
    at = 0
    for start, end in [*words(text), (len(text), len(text))]:
        found.extend((i, i + 1) for i in range(at, start) if not text[i].isspace())
        if start < end:
            found.append((start, end))
        at = end
    return found


def _check_values(path: Path, file: TimesFile) -> None:
    numbers = {str(n) for n in range(1, 101)}
    allowed: dict[str, tuple[dict[str, tuple[str, ...]], set[str]]] = {
        "codes": (file.codes, set(CODES)),
        "dayparts": (file.dayparts, set(DAYPARTS)),
        "days": (file.days, set(DAYS)),
        "directions": (file.directions, set(DIRECTIONS)),
        "months": (file.months, {str(n) for n in range(1, 13)}),
        "numbers": (file.numbers, numbers | set(HALVES)),
        "ordinals": (file.ordinals, numbers | {"-1"}),
        "parts": (file.parts, set(PARTS)),
        "units": (file.units, set(UNITS)),
        "shortweekdays": (file.shortweekdays, {str(n) for n in range(1, 8)}),
        "weekdays": (file.weekdays, {str(n) for n in range(1, 8)}),
    }
    for name, (table, values) in allowed.items():
        if unknown := sorted(set(table) - values):
            raise PackError(f"{path}: [{name}] has {', '.join(unknown)}; it may have {', '.join(sorted(values))}")


def _entries(file: TimesFile) -> list[Entry]:
    tables = {
        "code": file.codes, "daypart": file.dayparts, "dayword": file.days, "direction": file.directions,
        "month": file.months, "number": file.numbers, "ordinal": file.ordinals, "part": file.parts,
        "shortweekday": file.shortweekdays, "unit": file.units, "weekday": file.weekdays, "zone": file.zones,
    }  # fmt: skip
    wary = {fold(word) for word in file.wary}
    entries = []
    for kind, table in tables.items():
        for value, names in table.items():
            for name in names:
                entry = Entry(keys=_keys(name), kind=kind, value=value, capital=file.capitals and _capital(name))
                entries.append(entry)
                if kind in {"month", "weekday"} and fold(name) not in wary:
                    entries.append(msgspec.structs.replace(entry, kind=f"plain{kind}"))
                if kind == "number" and file.numerals_are_days and value.isdecimal() and int(value) <= LONGEST_MONTH:
                    entries.append(msgspec.structs.replace(entry, kind="day"))
    entries.extend(
        Entry(keys=_keys(name), kind=kind, value=name, capital=file.capitals and _capital(name))
        for kind, names in file.words.items()
        for name in names
    )
    return entries


def _capital(name: str) -> bool:
    return all(name[start].isupper() for start, _ in pieces(name))


def _literals(rules: list[Rule]) -> list[Entry]:
    literals = {element.kind for rule in rules for element in rule.elements if element.kind.startswith("=")}
    return [Entry(keys=_keys(kind[1:]), kind=kind, value=kind[1:]) for kind in sorted(literals)]


def _keys(name: str) -> tuple[str, ...]:
    return tuple(fold(name[start:end]).rstrip(".") or name[start:end] for start, end in pieces(name))


def _by_first_key(entries: list[Entry]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.keys[0], []).append(entry)
    return {key: tuple(some) for key, some in found.items()}


def _reach(rules: list[Rule], entries: list[Entry]) -> int:
    """The most keys that a rule of words alone can match, with those that must follow."""
    longest: dict[str, int] = {}
    for entry in entries:
        longest[entry.kind] = max(longest.get(entry.kind, 1), len(entry.keys))
    return max((sum(longest.get(element.kind, 1) for element in rule.elements) for rule in rules), default=1)


def _by_head(layer: tuple[Rule, ...]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for number, rule in enumerate(layer):
        for kind in rule.heads:
            found.setdefault(kind, []).append(number)
    return {kind: tuple(numbers) for kind, numbers in found.items()}


def _folded(sign: TenseSign) -> TenseSign:
    """The sign with its words folded, as those of a text are."""
    words = {name: tuple(map(fold, getattr(sign, name))) for name in WORDS_OF_SIGNS}
    return msgspec.structs.replace(sign, **words)


def _rule(path: Path, text: RuleText, kinds: set[str] | frozenset[str]) -> Rule:
    elements = tuple(_element(path, text.pattern, part, kinds) for part in text.pattern.split())
    heads: set[str] = set()
    for element in elements:
        if element.look:
            continue
        heads.add(element.kind)
        if not element.optional:
            break
    else:
        raise PackError(f"{path}: pattern {text.pattern!r} can match nothing; make one element of it required")
    said = all(element.kind != TIME for element in elements)
    needs = (element.kind for element in elements if said and not (element.optional or element.look))
    return Rule(text=text, elements=elements, heads=frozenset(heads), needs=frozenset(needs))


def _element(path: Path, pattern: str, part: str, kinds: set[str] | frozenset[str]) -> Element:
    negative = part.startswith("!") and len(part) > 1
    rest = part[1:] if negative else part
    look: Literal["", "ahead", "behind"] = ""
    if len(rest) > 1 and rest[0] in "<>":
        look = "ahead" if rest[0] == ">" else "behind"
        rest = rest[1:]
    braces = rest.startswith("{") and rest.endswith("}")
    inner = rest[1:-1] if braces else rest
    optional = len(inner) > 1 and inner.endswith("?")
    name, _, value = (
        inner.removesuffix("?" if optional else "").partition("=") if braces else (inner.rstrip("?"), "", "")
    )
    kind = name if braces else f"={fold(name)}"
    if braces and kind not in kinds:
        raise PackError(f"{path}: pattern {pattern!r} names the kind {kind!r}; there are {', '.join(sorted(kinds))}")
    if value and kind == TIME and not set(value.split("|")) <= set(get_args(Means)):
        raise PackError(f"{path}: pattern {pattern!r} asks for {value!r}, which no rule can mean")
    return Element(kind=kind, value=value, optional=optional, look=look, negative=negative)

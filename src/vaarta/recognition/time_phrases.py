"""Text → phrases that say days, by the patterns of a pack; what days they are is the business of `days.py`."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, Self

from vaarta.packs.times import DIGITS, Element, Means, Rule, TimesPack, pieces
from vaarta.text import fold

__all__ = ["Phrase", "Value", "phrases_at", "read_pieces"]

FIRST_YEAR, LAST_YEAR = 1700, 2100
# What a row of digits can be: the kind, how many digits (least, most), and its value (least, most).
NUMERALS = (
    ("number", (1, 4), (0, 1000)),
    ("hour", (1, 2), (0, 24)),
    ("hhmm", (4, 4), (0, 2359)),
    ("day", (1, 2), (1, 31)),
    ("monthnumber", (1, 2), (1, 12)),
    ("shortyear", (2, 2), (0, 99)),
    ("year", (4, 4), (FIRST_YEAR, LAST_YEAR)),
)
LONGEST_SHORTENED = 4
NOTHING: frozenset[str] = frozenset()
DOTTED_DATE = re.compile(r"\d{1,2}([.])\d{1,2}([.])\d{2,4}")
CLOCK = re.compile(r"[0-9]{1,2}[:.][0-9]{2}")


class Value(NamedTuple):
    """One filled place of a pattern: a word's value, or a phrase's own."""

    kind: str
    said: str
    phrase: "Phrase | None" = None


class Phrase(NamedTuple):
    """Words that fit a rule: what they mean and with what values, in order. `rule` is the rule's pattern."""

    means: Means
    values: tuple[Value, ...]
    rule: str = ""

    def first(self, *kinds: str) -> str:
        """The first value of any of these kinds, "" if there is none."""
        return next((value.said for value in self.values if value.kind in kinds), "")

    def every(self, *kinds: str) -> list[str]:
        """Every value of any of these kinds, in order."""
        return [value.said for value in self.values if value.kind in kinds]

    @property
    def parts(self) -> list[Self]:
        """The phrases that this one is made of, in order."""
        return [value.phrase for value in self.values if value.phrase is not None]  # type: ignore[misc]


class Edge(NamedTuple):
    """A kind of thing from one piece to before `end`."""

    end: int
    value: Value


class Chart:
    """What may start at each piece of a text, looked up when first asked for: most words are of no time at all."""

    def __init__(self, text: str, spans: list[tuple[int, int]], pack: TimesPack) -> None:
        self.text, self.spans, self.pack = text, spans, pack
        self.keys = [fold(text[start:end]) for start, end in spans]
        self.kinds = [pack.kinds.get(key, NOTHING) | (DIGITS if key[:1].isdecimal() else NOTHING) for key in self.keys]
        self.known: dict[int, dict[str, list[Edge]]] = {}

    def openers(self) -> list[int]:
        """The pieces that a phrase may begin with, in order."""
        openers = self.pack.openers
        return [i for i, key in enumerate(self.keys) if key in openers or key[:1].isdecimal()]

    def near(self, i: int) -> frozenset[str]:
        """All kinds that may begin at piece `i` or within reach after it."""
        return NOTHING.union(*self.kinds[i : i + self.pack.reach])

    def starts(self, i: int) -> dict[str, list[Edge]]:
        """What starts at piece `i`, by kind; nothing past the last."""
        if (found := self.known.get(i)) is None:
            found = self.known[i] = {}
            for end, value in self._values(i):
                found.setdefault(value.kind, []).append(Edge(end, value))
        return found

    def ends(self, at: int, kind: str) -> bool:
        """Whether a word of that kind ends before piece `at`."""
        before = range(max(0, at - self.pack.longest), at)
        return any(edge.end == at for i in before for edge in self.starts(i).get(kind, ()))

    def _values(self, i: int) -> Iterator[tuple[int, Value]]:
        if i == len(self.keys):
            return
        for value in _numbers(self.keys[i]):
            yield i + 1, value
        for entry in self.pack.lexicon.get(self.keys[i], ()):
            end = i + len(entry.keys)
            if tuple(self.keys[i:end]) != entry.keys:
                continue
            if not entry.capital or all(self.text[first].isupper() for first, _ in self.spans[i:end]):
                yield end, Value(entry.kind, entry.value)


def read_pieces(text: str, pack: TimesPack) -> list[tuple[int, int]]:
    """Offsets of the words, numbers and marks for patterns: 14.02.2023 in five, Monday's and Sept. less the end."""
    found = []
    for start, end in pieces(text):
        if text[start].isdecimal() and (dotted := DOTTED_DATE.fullmatch(text, start, end)):
            first, second = dotted.start(1), dotted.start(2)
            found += [(start, first), (first, first + 1), (first + 1, second), (second, second + 1), (second + 1, end)]
        else:
            stop = _word_end(text, start, end, pack.endings)
            found.append((start, stop))
            if stop == end - 1 and stop - start > LONGEST_SHORTENED:
                found.append((stop, end))  # the full stop of a sentence, not of "Sept."
    return found


def phrases_at(
    text: str, spans: list[tuple[int, int]], pack: TimesPack
) -> Iterator[tuple[int, list[tuple[int, Phrase]]]]:
    """For each piece at which phrases start: its index, and each phrase with the index after its last piece.

    Longest first; of the same length the one of the higher layer, then of the earlier rule.
    """
    chart = Chart(text, spans, pack)
    starts = chart.openers()
    for layer, heads in zip(pack.layers, pack.heads, strict=True):
        found = [
            (start, end, Value("time", rule.text.means, Phrase(rule.text.means, values, rule.text.pattern)))
            for start in starts
            for rule in _rules_at(start, chart, layer, heads)
            for end, values in _fits(rule.elements, 0, start, chart)
            if end > start and text[slice(*spans[end - 1])] != ","  # one that leads on to no year
        ]
        for start, end, value in reversed(found):
            chart.starts(start).setdefault("time", []).insert(0, Edge(end, value))
    for start in starts:
        times = sorted(chart.starts(start).get("time", []), key=lambda edge: (-edge.end, edge.value.said != "nothing"))
        if times:
            yield start, [(edge.end, edge.value.phrase) for edge in times if edge.value.phrase is not None]


def _rules_at(start: int, chart: Chart, layer: tuple[Rule, ...], heads: Mapping[str, tuple[int, ...]]) -> list[Rule]:
    """The rules of a layer that can begin with what starts at a piece, and have what they need near it, in order."""
    found = [heads[kind] for kind in chart.starts(start) if kind in heads]
    if not found:
        return []
    near = chart.near(start)
    numbers = found[0] if len(found) == 1 else sorted(set().union(*found))
    return [rule for number in numbers if (rule := layer[number]).needs <= near]


def _word_end(text: str, start: int, end: int, endings: tuple[str, ...]) -> int:
    word = text[start:end]
    for ending in endings:
        if len(word) > len(ending) and word.endswith(ending):
            return end - len(ending)
    return end - 1 if len(word) > 1 and word.endswith(".") else end


def _numbers(key: str) -> Iterator[Value]:
    if not key[:1].isdecimal():
        return
    if CLOCK.fullmatch(key):
        yield from (Value("hour", key), Value("clocktime", key))
    if not key.isdecimal():
        return
    number, length = int(key), len(key)
    for kind, (shortest, longest), (lowest, highest) in NUMERALS:
        if shortest <= length <= longest and lowest <= number <= highest:
            yield Value(kind, key if kind == "shortyear" else str(number))
    if FIRST_YEAR <= number <= LAST_YEAR and number % 100:  # 2000 and 1900 are as often counts as years
        yield Value("plainyear", key)


def _fits(
    elements: tuple[Element, ...], number: int, start: int, chart: Chart
) -> Iterator[tuple[int, tuple[Value, ...]]]:
    """Every way the elements from that number on fit from this piece: where the phrase ends, and its values."""
    if number == len(elements):
        yield start, ()
        return
    element = elements[number]
    if element.look:
        if _holds(element, start, chart):
            yield from _fits(elements, number + 1, start, chart)
        return
    for end, value in chart.starts(start).get(element.kind, ()):
        if element.value and value.said not in element.value.split("|"):
            continue
        for stop, values in _fits(elements, number + 1, end, chart):
            yield stop, (values if value.kind.startswith("=") else (value, *values))
    if element.optional:
        yield from _fits(elements, number + 1, start, chart)


def _holds(element: Element, at: int, chart: Chart) -> bool:
    if element.look == "behind":
        there = chart.ends(at, element.kind)
    else:
        edges = chart.starts(at).get(element.kind, ())
        there = any(not element.value or edge.value.said in element.value.split("|") for edge in edges)
    return there is not element.negative

"""Words that tell of events, with the roles of their arguments: events/*.toml of a pack.

A predicate is written as lemmas separated by spaces. Its verb is the last word in a verb-final language and the
first in a verb-initial one (`Grammar.verb`); the others must be found among the verb's dependents or close by.
`a|b` are variants of one word; `{करना}` is a light verb with its alternations (grammar.toml); `_से` a case marker.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Literal

import msgspec

from vaarta.errors import PackError
from vaarta.ontology import load_ontology
from vaarta.packs.grammar import Grammar, load_grammar
from vaarta.text import fold
from vaarta.toml import read_toml

__all__ = ["EventEntry", "EventsPack", "Predicate", "VerbIndex", "index_nouns", "index_verbs", "load_events"]


class EventEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One way, or a family of ways, to tell of one kind of act. Fields as in docs/packs.md."""

    id: str
    example: str
    codes: str
    type: str = ""
    mode: str = ""
    predicates: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ()
    mutual: bool = False
    partner: tuple[str, ...] = ()
    requires: str = "both"
    political: bool = True
    contexts: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    future: str | None = None
    standing: Literal["", "happened", "planned", "possible"] = ""
    cameo: str = ""
    statement: bool = False
    duty: bool = False
    also: str = ""
    coming: bool = False
    back: bool = False

    @property
    def second(self) -> "EventEntry | None":
        """The entry of the other act that the same words tell (`also`); None if there is none."""
        if not self.also:
            return None
        kind, _, mode = self.also.partition("/")
        return msgspec.structs.replace(self, type=kind, mode=mode, also="", cameo="")

    @property
    def required(self) -> tuple[str, ...]:
        """The folded `content` phrases, between blanks."""
        return _padded(self.content)

    @property
    def forbidden(self) -> tuple[str, ...]:
        """The folded `without` phrases, between blanks."""
        return _padded(self.without)


@cache
def _padded(phrases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f" {fold(phrase)} " for phrase in phrases)


class Predicate(msgspec.Struct, frozen=True, kw_only=True):
    """One predicate of an entry, ready to match: the verb's folded lemma and the folded variants of each host."""

    entry: EventEntry
    verb: str
    hosts: tuple[frozenset[str], ...] = ()
    markers: tuple[str, ...] = ()
    order: int = 0


VerbIndex = dict[str, dict[str, tuple[Predicate, ...]]]
"""Predicates by folded verb, then by each variant of its nearest host ("" for none), most words first."""


class EventsPack(msgspec.Struct, frozen=True, kw_only=True):
    """All entries of a language, with an index by folded verb lemma and by folded noun lemma.

    A noun of several words is found by its last; `phrases` holds the words before it.
    """

    entries: tuple[EventEntry, ...]
    by_verb: VerbIndex
    by_noun: dict[str, tuple[Predicate, ...]]
    verbs: frozenset[str] = frozenset()


class EntryFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of one file: `[[entry]]` tables."""

    entry: tuple[EventEntry, ...] = ()


HOSTS_APART, WITH_HYPHEN = " ", " - "  # how the parts of a hyphenated word are found: two hosts, three tokens
REQUIRES = {"actor", "recipient", "both", "either", "none"}


def load_events(folder: Path) -> EventsPack:
    """The entries of `folder/events/*.toml`, indexed. Raises PackError naming file and entry."""
    grammar = load_grammar(folder)
    entries: list[EventEntry] = []
    for path in sorted((folder / "events").glob("*.toml")):
        for entry in read_toml(path, EntryFile, PackError).entry:
            _check(entry, path)
            entries.append(msgspec.structs.replace(entry, type=entry.type or path.stem.upper()))
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise PackError(f"{folder}/events: two entries are called {entry.id!r}; ids are unique in a language")
        seen.add(entry.id)
    by_verb = index_verbs(entries, grammar)
    return EventsPack(entries=tuple(entries), by_verb=by_verb, by_noun=index_nouns(entries), verbs=frozenset(by_verb))


def index_verbs(entries: Iterable[EventEntry], grammar: Grammar) -> VerbIndex:
    """The entries' predicates by their verb and each variant of its nearest host, most words first.

    A light verb has thousands of predicates: looked up with a host that stands there, a few are left to try.
    """
    index: dict[str, dict[str, list[Predicate]]] = {}
    for order, entry in enumerate(entries):
        for phrase in (spelled for written in entry.predicates for spelled in _spelled(written, HOSTS_APART)):
            for predicate in _predicates(phrase, entry, grammar, order):
                nearest = -1 if grammar.verb == "last" else 0
                for host in predicate.hosts[nearest] if predicate.hosts else ("",):
                    index.setdefault(predicate.verb, {}).setdefault(host, []).append(predicate)
    return {verb: _longest_first(hosts) for verb, hosts in index.items()}


def index_nouns(entries: Iterable[EventEntry]) -> dict[str, tuple[Predicate, ...]]:
    """The entries' nouns by the folded lemma of their last word, those of most words first."""
    index: dict[str, list[Predicate]] = {}
    for order, entry in enumerate(entries):
        for phrase in (spelled for written in entry.nouns for spelled in _spelled(written, WITH_HYPHEN)):
            for predicate in _nouns(phrase, entry, order):
                index.setdefault(predicate.verb, []).append(predicate)
    return _longest_first(index)


def _check(entry: EventEntry, path: Path) -> None:
    if not (entry.predicates or entry.nouns):
        raise PackError(f"{path}: {entry.id!r} has neither predicates nor nouns")
    ontology = load_ontology()
    kind = entry.type or path.stem.upper()
    if kind not in ontology.types or (entry.mode and entry.mode not in ontology.modes(kind)):
        raise PackError(f"{path}: {entry.id!r} has type {kind!r} and mode {entry.mode!r}, which plover.toml has not")
    if unknown := set(entry.contexts) - set(ontology.contexts):
        raise PackError(f"{path}: {entry.id!r} has contexts {sorted(unknown)}, which plover.toml has not")
    if entry.also and entry.also.partition("/")[0] not in ontology.types:
        raise PackError(f"{path}: {entry.id!r} tells also {entry.also!r}, which plover.toml has not")
    if entry.cameo and (entry.cameo not in ontology.cameo or ontology.cameo[entry.cameo].type != kind):
        raise PackError(f"{path}: {entry.id!r} has the CAMEO code {entry.cameo!r}, which cameo.toml has not for {kind}")
    if entry.requires not in REQUIRES:
        raise PackError(f"{path}: {entry.id!r} requires {entry.requires!r}, not one of {sorted(REQUIRES)}")


def _longest_first(index: dict[str, list[Predicate]]) -> dict[str, tuple[Predicate, ...]]:
    return {
        verb: tuple(sorted(found, key=lambda p: (-len(p.hosts) - len(p.markers), p.order)))
        for verb, found in index.items()
    }


def _spelled(phrase: str, joint: str) -> Iterator[str]:
    """The phrase, and with each hyphenated word as the tokens that a tokenizer makes of it: "विचार-विमर्श {करना}"."""
    yield phrase
    words = phrase.split()
    for n, word in enumerate(words):
        for variant in word.split("|"):
            if "-" in variant.strip("-"):
                yield " ".join((*words[:n], variant.replace("-", joint), *words[n + 1 :]))


def _predicates(phrase: str, entry: EventEntry, grammar: Grammar, order: int) -> list[Predicate]:
    """The predicates a phrase stands for: one for each variant of its verb."""
    parts = phrase.split()
    verb = parts[-1] if grammar.verb == "last" else parts[0]
    others = parts[:-1] if grammar.verb == "last" else parts[1:]
    hosts = tuple(frozenset(map(fold, word.split("|"))) for word in others if not word.startswith("_"))
    markers = tuple(fold(word[1:]) for word in others if word.startswith("_"))
    return [
        Predicate(entry=entry, verb=fold(form), hosts=hosts, markers=markers, order=order)
        for form in _verbs(verb, grammar)
    ]


def _verbs(verb: str, grammar: Grammar) -> list[str]:
    forms: list[str] = []
    for variant in verb.split("|"):
        bare = variant.strip("{}")
        forms += grammar.light.get(bare, (bare,)) if variant.startswith("{") else (bare,)
    return list(dict.fromkeys(forms))


def _nouns(phrase: str, entry: EventEntry, order: int) -> list[Predicate]:
    variants = [word.split("|") for word in phrase.split()]
    return [
        Predicate(entry=entry, verb=fold(last), hosts=tuple(frozenset([fold(w)]) for w in before), order=order)
        for *before, last in product(*variants)
    ]

"""Words that tell what an event is about, by context: contexts.toml of a pack."""

from itertools import product
from pathlib import Path

import msgspec

from vaarta.errors import PackError
from vaarta.ontology import load_ontology
from vaarta.text import fold
from vaarta.toml import read_toml

__all__ = ["ContextEntry", "ContextsPack", "load_contexts"]


class ContextEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The words of one context, as lemmas: phrases, in which `a|b` are variants of one word. The example tells it."""

    name: str
    example: str
    words: tuple[str, ...]


class ContextsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of contexts.toml."""

    context: tuple[ContextEntry, ...] = ()


class ContextsPack(msgspec.Struct, frozen=True, kw_only=True):
    """All contexts of a language, and what each folded phrase tells, by the phrase's first word, longest first."""

    entries: tuple[ContextEntry, ...] = ()
    by_first: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = {}


def load_contexts(folder: Path) -> ContextsPack:
    """The contexts of a language; none if the pack has no contexts.toml. Raises PackError if it is malformed."""
    path = folder / "contexts.toml"
    if not path.exists():
        return ContextsPack()
    entries = read_toml(path, ContextsFile, PackError).context
    told: dict[tuple[str, ...], dict[str, None]] = {}
    for entry in entries:
        if entry.name not in load_ontology().contexts:
            raise PackError(f"{path}: {entry.name!r} is no context of plover.toml")
        for phrase in entry.words:
            for words in product(*(word.split("|") for word in phrase.split())):
                told.setdefault(tuple(map(fold, words)), {})[entry.name] = None
    by_first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for words, names in sorted(told.items(), key=lambda item: -len(item[0])):
        by_first.setdefault(words[0], []).append((words, tuple(names)))
    return ContextsPack(entries=entries, by_first={first: tuple(found) for first, found in by_first.items()})

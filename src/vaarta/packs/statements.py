"""Words that attribute what is said: statements.toml of a pack."""

from pathlib import Path
from typing import Literal

import msgspec

from vaarta.errors import PackError
from vaarta.packs.events import EventEntry, VerbIndex, index_verbs
from vaarta.packs.grammar import load_grammar
from vaarta.text import fold
from vaarta.toml import read_toml

__all__ = ["Cue", "StatementsPack", "load_statements"]


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A family of words that attribute. `content` says where what is said stands.

    clause: a clause after it (or before it), a quotation. object: between speaker and verb ("X called Y a sham").
    governed: only a clause that an opener opens, or a phrase it governs. quoted: only those, or a quotation.
    A phrase is governed by a marker of `of` ("की घोषणा", "" is a bare object), or of `of_acts` if it is an infinitive.
    With `bare`, the clause after it needs neither an opener nor a comma.
    """

    id: str
    predicates: tuple[str, ...]
    example: str
    says: str
    act: str = "say"
    content: Literal["clause", "object", "governed", "quoted"] = "clause"
    of: tuple[str, ...] = ()
    of_acts: tuple[str, ...] = ()
    bare: bool = False
    speaker: tuple[str, ...] = ("subject",)
    addressee: tuple[str, ...] = ()


class StatementsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The shape of statements.toml."""

    cue: tuple[Cue, ...]
    openers: tuple[str, ...]
    slips: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()
    shells: tuple[str, ...] = ()
    ought: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    according: tuple[str, ...] = ()
    venues: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    pointing: tuple[str, ...] = ()


class StatementsPack(msgspec.Struct, frozen=True, kw_only=True):
    """Cues with an index by verb; the rest folded.

    `openers` open the content after a cue ("कि", "that"), `slips` right after it ("की", written for "कि"); a participle
    among `breaks` ends it; one of `turns` before another's saying does ("वहीं", "meanwhile"). `shells` are nouns that
    only hold what is said. `ought` are phrases, between blanks, that a speaker says and no reporter: "चाहिए".
    `focus` are particles of the word before them. `according` are markers that make their noun the speaker; `venues`
    and `documents` are phrases for where and in what something is said; `joint` are words for what several issue as
    one. `pointing` are phrases that mean what the sentence before tells: "यह जानकारी", "इस बात की जानकारी".
    """

    cues: dict[str, Cue]
    by_verb: VerbIndex
    verbs: frozenset[str]
    openers: frozenset[str]
    slips: frozenset[str]
    breaks: frozenset[str]
    turns: frozenset[str]
    shells: frozenset[str]
    ought: tuple[str, ...]
    focus: frozenset[str]
    according: tuple[str, ...]
    venues: tuple[tuple[str, ...], ...]
    documents: tuple[tuple[str, ...], ...]
    joint: frozenset[str]
    pointing: tuple[tuple[str, ...], ...]


def load_statements(folder: Path) -> StatementsPack:
    """The statements pack of a language. Raises PackError if statements.toml is missing or malformed."""
    raw = read_toml(folder / "statements.toml", StatementsFile, PackError)
    entries = [
        EventEntry(
            id=cue.id, example=cue.example, codes="", type="STATEMENT", predicates=cue.predicates,
            actor=cue.speaker, recipient=cue.addressee, requires="none", statement=True,
        )
        for cue in raw.cue
    ]  # fmt: skip
    by_verb = index_verbs(entries, load_grammar(folder))
    return StatementsPack(
        cues={cue.id: _folded(cue) for cue in raw.cue},
        by_verb=by_verb,
        verbs=frozenset(by_verb),
        openers=frozenset(map(fold, raw.openers)),
        slips=frozenset(map(fold, raw.slips)),
        breaks=frozenset(map(fold, raw.breaks)),
        turns=frozenset(map(fold, raw.turns)),
        shells=frozenset(map(fold, raw.shells)),
        focus=frozenset(map(fold, raw.focus)),
        ought=tuple(f" {fold(phrase)} " for phrase in raw.ought),
        according=tuple(map(fold, raw.according)),
        venues=_phrases(raw.venues),
        documents=_phrases(raw.documents),
        joint=frozenset(map(fold, raw.joint)),
        pointing=_phrases(raw.pointing),
    )


def _folded(cue: Cue) -> Cue:
    """The cue with its markers folded, as texts are."""
    markers = {name: tuple(map(fold, getattr(cue, name))) for name in ("of", "of_acts", "addressee")}
    return msgspec.structs.replace(cue, **markers)


def _phrases(phrases: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(map(fold, phrase.split())) for phrase in phrases), key=len, reverse=True))

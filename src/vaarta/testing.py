"""For tests, ours and a user's: stories and Docs made by hand, without a model; and a pack's examples."""

from collections.abc import Iterator

import msgspec
from spacy.tokens import Doc
from spacy.vocab import Vocab

from vaarta.errors import GoldError
from vaarta.packs import Pack
from vaarta.pipeline import code_doc
from vaarta.records import Engagement, Event, Party, Statement, Story, content_id

__all__ = ["Example", "blocks", "doc_from_conllu", "entries", "make_story", "parses", "summary", "told"]

TOLD = "2024-05-15T12:00:00+05:30"  # a Wednesday: the day examples are told on

COLUMNS = 10  # of CoNLL-U


def make_story(text: str, *, lang: str = "hi", published: str = "", headline: str = "") -> Story:
    """A story of one text, with an id made from it."""
    return Story(id=content_id("st", text), lang=lang, text=text, published=published, headline=headline, reader="test")


def blocks(conllu: str) -> Iterator[tuple[dict[str, str], str]]:
    """The sentences of a CoNLL-U text, each as its comments (`# key = value`) and its rows."""
    for block in conllu.strip().split("\n\n"):
        lines = block.splitlines()
        pairs = (line[1:].partition("=") for line in lines if line.startswith("#") and "=" in line)
        comments = {key.strip(): value.strip() for key, _, value in pairs}
        yield comments, "\n".join(line for line in lines if line and not line.startswith("#"))


def doc_from_conllu(conllu: str, *, vocab: Vocab | None = None) -> Doc:
    """A Doc of all the sentences of a CoNLL-U text: words, spaces, UPOS, lemmas, features, heads, relations.

    Names are read from MISC (`NER=B-PER`). Multiword ranges and empty nodes are passed over.
    Raises GoldError on a row that has not ten columns or a head that is not there.
    """
    rows: list[tuple[list[str], int]] = []
    for _, body in blocks(conllu):
        offset = len(rows)
        for line in body.splitlines():
            columns = line.split("\t")
            if len(columns) != COLUMNS:
                raise GoldError(f"CoNLL-U row has {len(columns)} columns, not {COLUMNS}: {line!r}")
            if columns[0].isdecimal():
                rows.append((columns, offset))
    heads = [offset + int(c[6]) - 1 if c[6] != "0" else n for n, (c, offset) in enumerate(rows)]
    if any(not 0 <= head < len(rows) for head in heads):
        raise GoldError("CoNLL-U: a head is outside its text")
    misc = [dict(pair.split("=", 1) for pair in c[9].split("|") if "=" in pair) for c, _ in rows]
    return Doc(
        vocab or Vocab(),
        words=[c[1] for c, _ in rows],
        spaces=[m.get("SpaceAfter") != "No" for m in misc],
        pos=[c[3] for c, _ in rows],
        lemmas=[c[2] for c, _ in rows],
        morphs=["" if c[5] == "_" else c[5] for c, _ in rows],
        heads=heads,
        deps=["ROOT" if c[6] == "0" else c[7] for c, _ in rows],
        ents=[m.get("NER", "O") for m in misc],
    )


class Example(msgspec.Struct, frozen=True):
    """An entry's example: `key` is file and id ("events#condemn"), `codes` what it must code as, `rows` its parse.

    `by_hand` says that a person corrected the parse; the tool that writes the file keeps it then.
    """

    key: str
    text: str
    codes: str
    rows: str = ""
    by_hand: bool = False


def entries(pack: Pack) -> Iterator[Example]:
    """Every entry's example as the pack's files give it, without a parse."""
    for event in pack.events.entries:
        yield Example(f"events#{event.id}", event.example, event.codes)
    for contact in pack.engagements.entries.values():
        yield Example(f"engagements#{contact.id}", contact.example, contact.codes)
    for cue in pack.statements.cues.values():
        yield Example(f"statements#{cue.id}", cue.example, cue.says)


def parses(pack: Pack) -> dict[str, Example]:
    """The examples of the pack's parses.conllu by key; a parse may be of several sentences."""
    path = pack.folder / "parses.conllu"
    found: dict[str, Example] = {}
    key = ""
    for comments, rows in blocks(path.read_text(encoding="utf-8") if path.exists() else ""):
        if "entry" in comments:
            key = comments["entry"]
            by_hand = comments.get("checked") == "hand"
            found[key] = Example(key, comments["text"], comments["codes"], rows, by_hand)
        elif rows:
            found[key] = msgspec.structs.replace(found[key], rows=f"{found[key].rows}\n\n{rows}")
    return found


def told(lang: str, rows: str) -> list[str]:
    """What a parse codes as, each claim as its entry and its summary: "events#condemn ACCUSE/disapprove IND > PAK"."""
    doc = doc_from_conllu(rows)
    claims = code_doc(doc, make_story(doc.text, lang=lang, published=TOLD))
    coded: tuple[Event | Engagement | Statement, ...] = (*claims.events, *claims.engagements, *claims.statements)
    return [f"{claim.by.removeprefix(f'{lang}/')} {summary(claim)}" for claim in coded]


def summary(claim: Event | Engagement | Statement) -> str:
    """A claim in the short form of the packs' examples: "ACCUSE/disapprove IND > PAK @planned", "visit JPN+USA".

    Codes are sorted; "?" is a side without a known country, "-" a side that is not told; happened is not said. A
    statement is its speaker's country and the first and last word of what is said.
    """
    if isinstance(claim, Statement):
        words = claim.content.quote.split()
        return f"{claim.speaker.country or '?'}: {words[0]} … {words[-1]}"
    standing = "" if claim.standing == "happened" else f" @{claim.standing}"
    if isinstance(claim, Engagement):
        number = f" #{claim.round}" if claim.round else ""
        return f"{claim.kind} {'+'.join(claim.parties)}{number}{standing}"
    mode = f"/{claim.mode}" if claim.mode else ""
    return f"{claim.type}{mode} {_codes(claim.actors)} > {_codes(claim.recipients)}{standing}"


def _codes(parties: tuple[Party, ...]) -> str:
    return "+".join(sorted({party.country or "?" for party in parties})) or "-"

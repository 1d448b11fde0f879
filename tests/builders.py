"""Docs built by hand for the tests of recognition: a line a sentence, a word `form/POS[/head/dep[/lemma[/label]]]`."""

import spacy
from spacy.tokens import Doc, Span

from vaarta import packs
from vaarta.doc import Mentions
from vaarta.recognition import recognise
from vaarta.records import Story

__all__ = ["hand_parsed", "read_by_hand"]

GLUED = frozenset("।,.:;)”’!?")


def hand_parsed(table: str) -> Doc:
    """The Doc of a table. Heads count from 1 in each line, 0 is the root; `_` stands for the default of a field.

    Words are set apart by blanks; marks that close stand tight; `~` at a word's end says that no blank follows it.
    """
    rows = [line.split() for line in table.strip().splitlines()]
    cells = [[cell.split("/") for cell in row] for row in rows]
    flat = [(n, i, cell) for n, row in enumerate(cells) for i, cell in enumerate(row)]
    words = [cell[0].removesuffix("~") for *_, cell in flat]
    spaces = [
        not cell[0].endswith("~") and (k + 1 == len(flat) or words[k + 1] not in GLUED)
        for k, (*_, cell) in enumerate(flat)
    ]
    bases = [sum(len(row) for row in cells[:n]) for n in range(len(cells))]
    parsed = all(len(cell) > 3 for *_, cell in flat)
    doc = Doc(
        spacy.blank("xx").vocab,
        words=words,
        spaces=spaces,
        pos=[_field(cell, 1, "X") for *_, cell in flat],
        lemmas=[_field(cell, 4, cell[0].removesuffix("~")) for *_, cell in flat],
        heads=[_head(bases[n], i, cell) for n, i, cell in flat] if parsed else None,
        deps=[_field(cell, 3, "dep") for *_, cell in flat] if parsed else None,
        sent_starts=None if parsed else [i == 0 for _, i, _ in flat],
    )
    doc.ents = _entities(doc, [_field(cell, 5, "") for *_, cell in flat])
    return doc


def _field(cell: list[str], index: int, default: str) -> str:
    return cell[index] if len(cell) > index and cell[index] not in ("", "_") else default


def _head(base: int, i: int, cell: list[str]) -> int:
    return base + i if cell[2] == "0" else base + int(cell[2]) - 1


def _entities(doc: Doc, labels: list[str]) -> list[Span]:
    spans, start = [], 0
    for end in range(1, len(labels) + 1):
        if end == len(labels) or labels[end] != labels[start]:
            if labels[start]:
                spans.append(Span(doc, start, end, label=labels[start]))
            start = end
    return spans


def read_by_hand(lang: str, table: str, published: str = "", site: str = "") -> tuple[Doc, Mentions]:
    """The Doc of a table and what is recognised in it, as a story of that language.

    The day tells who held an office, the site which country is home.
    """
    doc = hand_parsed(table)
    story = Story(id="story", lang=lang, text=doc.text, published=published, site=site)
    return doc, recognise(doc, story=story, pack=packs.load(lang))

"""How fast names are loaded and recognised, and what they take: `python benchmarks/bench_actors.py [STORIES]`.

Loads the ontology, the office holders, the gazetteer and both packs' names of actors and places in this process, then
recognises made-up stories: sentences "<nation> <office> <person> <verb>" of the pack's own names, tagged as such,
unparsed. Seconds are of one core's work (process time), so that a busy machine does not count; memory is the process's
peak.
"""

import random
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence

import spacy
from spacy.tokens import Doc

from vaarta.ontology import load_ontology
from vaarta.ontology.gazetteer import load_gazetteer
from vaarta.ontology.holders import load_holders, sounding
from vaarta.packs import Pack, load
from vaarta.recognition import recognise
from vaarta.recognition.explaining import explain
from vaarta.records import Story

SENTENCES = 20  # in a story
NAMED = 3  # in a sentence: a nation, an office, a person
ENDINGS = {"hi": ("ने", "कहा", "।"), "en": ("said", "so", ".")}
TAGS = ("X", "VERB", "PUNCT")


def main() -> None:
    """Print load times, memory, and names a second in both languages."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    before = _megabytes()
    whole = 0.0
    for what, seconds in _loading():
        whole += seconds
        print(f"{what:24} {seconds:.3f} s")
    print(f"{'all':24} {whole:.3f} s, {_megabytes() - before:.0f} MB more at the peak")
    for lang in ENDINGS:
        docs = [_made(load(lang), random.Random(seed)) for seed in range(count)]  # noqa: S311 (no secrets)
        stories = [Story(id="", lang=lang, text=doc.text, published="2019-03-01") for doc in docs]
        for what, recogniser in (("actors", explain), ("all recognisers", recognise)):
            _told(f"{lang}, {what}", recogniser, list(zip(docs, stories, strict=True)), load(lang))


def _told(what: str, recogniser: Callable[..., object], made: list[tuple[Doc, Story]], pack: Pack) -> None:
    """Names and tokens that a recogniser does a second: the names are those in the made-up sentences."""
    recogniser(made[0][0], story=made[0][1], pack=pack)
    began = time.process_time()
    for doc, story in made:
        recogniser(doc, story=story, pack=pack)
    seconds = time.process_time() - began
    names, tokens = NAMED * SENTENCES * len(made), sum(len(doc) for doc, _ in made)
    print(f"{what:24} {names / seconds:,.0f} names, {tokens / seconds:,.0f} tokens a second")


def _loading() -> Iterator[tuple[str, float]]:
    steps: tuple[tuple[str, Callable[[], object]], ...] = (
        ("ontology", load_ontology),
        ("office holders", lambda: (load_holders(), sounding())),
        ("names of hi", lambda: load("hi").names),
        ("names of en", lambda: load("en").names),
        ("gazetteer", load_gazetteer),
        ("places of hi", lambda: load("hi").places),
        ("places of en", lambda: load("en").places),
    )
    for what, step in steps:
        began = time.process_time()
        step()
        yield what, time.process_time() - began


def _made(pack: Pack, chance: random.Random) -> Doc:
    names = {kind: _named(pack, kind) for kind in ("country", "office", "person")}
    words: list[str] = []
    tags: list[str] = []
    starts: list[bool | int | None] = []
    for _ in range(SENTENCES):
        parts = [(word, tag) for kind, tag in (("country", "PROPN"), ("office", "NOUN"), ("person", "PROPN"))
                 for word in chance.choice(names[kind])]  # fmt: skip
        parts += zip(ENDINGS[pack.lang], TAGS, strict=True)
        words += [word for word, _ in parts]
        tags += [tag for _, tag in parts]
        starts += [i == 0 for i in range(len(parts))]
    return Doc(spacy.blank("xx").vocab, words=words, pos=tags, lemmas=words, sent_starts=starts)


def _named(pack: Pack, kind: str) -> Sequence[tuple[str, ...]]:
    named = (entry.name for found in pack.names.phrases.values() for entry in found if entry.kind == kind)
    return sorted({tuple(name.split()) for name in named if name})


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()

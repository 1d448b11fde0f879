"""How much a gate in front of the parser could save: which sentences of a corpus hold a claim, and which could.

Usage: python benchmarks/bench_gate.py SOURCE [--stories N] [--every K]

A gate may pass over a sentence only if nothing could be coded in it: if it has not all the words of any predicate, cue
or noun of the pack (in any order and form, which the parse tells here: before it a gate knows less and must let more
through), or names no one. What it passes over whole must also have no name, pronoun or office that recognition leads
others back to. Printed are the shares of sentences and of words.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator

from bench_speed import taken

from vaarta import packs
from vaarta.analysis import analyse, load
from vaarta.coding import code
from vaarta.coding.view import View, make_view
from vaarta.packs import Pack
from vaarta.packs.events import Predicate, VerbIndex
from vaarta.recognition import recognise
from vaarta.records import Claims, Story

BATCH = 32
ROWS = ("all", "with a claim", "with a predicate's words", "and someone named", "no one named, no predicate")


def main() -> None:
    """Code the stories and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source")
    parser.add_argument("--stories", type=int, default=200)
    parser.add_argument("--every", type=int, default=1)
    asked = parser.parse_args()
    sentences, words, silent = Counter[str](), Counter[str](), 0
    for view, claims in coded(list(taken(asked.source, asked.stories, asked.every))):
        silent += not any(True for _ in spans(claims))
        for number, sentence in enumerate(view.sentences):
            kinds = kinds_of(view, number, claims)
            sentences.update(kinds)
            words.update({kind: len(sentence) for kind in kinds})
    print(f"{asked.stories} stories, {silent} without any claim\n{'':30}{'sentences':>10}{'words':>8}")
    for row in ROWS:
        print(f"{row:30}{100 * sentences[row] / sentences['all']:9.1f}%{100 * words[row] / words['all']:7.1f}%")


def coded(stories: list[Story]) -> Iterator[tuple[View, Claims]]:
    """Each story as coding sees it, and what was coded."""
    for start in range(0, len(stories), BATCH):
        some = stories[start : start + BATCH]
        pack = packs.load(some[0].lang)
        for story, doc in zip(some, analyse((s.text for s in some), load(some[0].lang)), strict=True):
            mentions = recognise(doc, story=story, pack=pack)
            view = make_view(doc, story=story, pack=pack, mentions=mentions, trace=None)
            yield view, code(doc, story=story, pack=pack, mentions=mentions)


def kinds_of(view: View, number: int, claims: Claims) -> list[str]:
    """The rows of the table that a sentence counts in."""
    sentence = view.sentences[number]
    told = any(sentence.start_char <= start < sentence.end_char for start in spans(claims))
    possible = could_tell(frozenset().union(*view.forms[sentence.start : sentence.end]), view.pack)
    named = any(sentence.start <= mention.start < sentence.end for mention in view.mentions.actors)
    rows = dict(zip(ROWS, (True, told, possible, possible and named, not (possible or named)), strict=True))
    return [row for row, counts in rows.items() if counts]


def spans(claims: Claims) -> Iterator[int]:
    """The first character of each claim's evidence, of each further telling, and of what is said."""
    for claim in (*claims.events, *claims.statements, *claims.engagements, *claims.tenures):
        yield from (evidence.span[0] for evidence in (claim.evidence, *claim.again))
    yield from (said.content.span[0] for said in claims.statements)


def could_tell(forms: frozenset[str], pack: Pack) -> bool:
    """Whether any predicate, cue or noun of the pack has all its words among these."""
    contacts = pack.engagements
    verbs = (
        pack.events.by_verb, pack.statements.by_verb, contacts.by_verb, contacts.off, contacts.leads,
        contacts.appointing, contacts.resigning, contacts.hosting,
    )  # fmt: skip
    nouns = (by_noun.get(form, ()) for by_noun in (pack.events.by_noun, contacts.by_noun) for form in forms)
    return any(complete(found, forms) for index in verbs for found in candidates(index, forms)) or any(
        complete(found, forms) for found in nouns
    )


def candidates(index: VerbIndex, forms: frozenset[str]) -> Iterator[Iterable[Predicate]]:
    """The predicates of an index whose verb, and nearest host if they have any, are there."""
    for form in forms:
        hosts = index.get(form, {})
        yield from (found for host, found in hosts.items() if not host or host in forms)


def complete(predicates: Iterable[Predicate], forms: frozenset[str]) -> bool:
    """Whether all hosts of any of the predicates are there."""
    return any(all(not host.isdisjoint(forms) for host in predicate.hosts) for predicate in predicates)


if __name__ == "__main__":
    main()

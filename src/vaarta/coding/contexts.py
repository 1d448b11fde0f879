"""What events are about: PLOVER's contexts, from the words of the act, of its sentence, and of the story."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from vaarta.coding.view import View
from vaarta.records import Event

__all__ = ["context_words", "in_context"]

MOST = 3  # contexts of an event: annotation guide
DIPLOMATIC, STATE = "diplomatic", "GOV"

# What speaks for a context: a logistic regression over the events of the gold's development parts, rounded.
OWN = 1.4  # the act's own words tell it
STATES, GOVERNMENTS = 0.6, 1.0  # diplomacy: the sides are of several countries; governments of several
HERE, AGAIN, CLOSE = 1.0, 0.8, 0.6  # in the act's sentence; each further time there, up to two; near the act
THEME, FIRST, OFTEN = 1.2, 0.4, 0.5  # times the share of the story's sentences; in its first; in it often
ENOUGH = 2.2

NEAR = 6  # tokens between act and word
FURTHER = 2
TIMES = 3
VERBS = {"AUX", "VERB"}


def in_context(view: View, events: Iterable[Event]) -> tuple[Event, ...]:
    """The events with the contexts that their own words, their sentences and the story tell, the surest first."""
    told = tuple(events)
    if not (told and view.pack.contexts.by_first):
        return told
    heard = Heard(view)
    return tuple(replace(event, contexts=heard.contexts(event)) for event in told)


class Heard:
    """The words of contexts that a story has: for each sentence, the tokens at which those of each context begin."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.sentences: list[dict[str, list[int]]] = [{} for _ in view.sentences]
        for i, names in context_words(view):
            for name in names:
                self.sentences[view.sentence_of[i]].setdefault(name, []).append(i)
        self.in_story = {name: self._in_story(name) for name in {name for told in self.sentences for name in told}}

    def _in_story(self, name: str) -> tuple[float, float, float]:
        """What the whole story says for a context: how much of it, its first sentence, how often."""
        times = [len(told.get(name, ())) for told in self.sentences]
        return THEME * sum(map(bool, times)) / len(times), FIRST * bool(times[0]), OFTEN * (sum(times) >= TIMES)

    def contexts(self, event: Event) -> tuple[str, ...]:
        """Those with enough to speak for them, or else the likeliest."""
        act = self.view.token_at(event.evidence.span[0])
        here = self.sentences[self.view.sentence_of[act]]
        sure = {name: self._sureness(event, name, act) for name in dict.fromkeys((*event.contexts, *here))}
        likeliest = sorted(sure, key=lambda name: -sure[name])
        return tuple(name for name in likeliest if sure[name] >= ENOUGH)[:MOST] or tuple(likeliest[:1])

    def _sureness(self, event: Event, name: str, act: int) -> float:
        here = self.sentences[self.view.sentence_of[act]].get(name, [])
        theme, first, often = self.in_story.get(name, (0, 0, 0))
        return (
            OWN * (name in event.contexts and not (name == DIPLOMATIC and _within_one(event)))
            + (_between_states(event) if name == DIPLOMATIC else 0)
            + HERE * bool(here)
            + AGAIN * min(max(len(here) - 1, 0), FURTHER)
            + CLOSE * any(abs(i - act) < NEAR for i in here)
            + theme
            + first
            + often
        )


def _between_states(event: Event) -> float:
    """What speaks for diplomacy: sides of several countries, the more if governments are."""
    parties = [party for party in (*event.actors, *event.recipients) if party.country]
    countries = {party.country for party in parties}
    governments = {party.country for party in parties if party.sector == STATE}
    return STATES * (len(countries) > 1) + GOVERNMENTS * (len(governments) > 1)


def _within_one(event: Event) -> bool:
    """Whether all sides are of one country: among its own parties an offer or praise is no diplomacy."""
    return len({party.country for party in (*event.actors, *event.recipients)}) == 1


def context_words(view: View) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each token at which a phrase of contexts begins, and what it tells; of several the longest."""
    by_first, end = view.pack.contexts.by_first, 0
    named = _person_names(view)
    for i, own in enumerate(view.likely_forms):
        if i < end or i in named:
            continue
        phrases = [
            found
            for form in own
            for found in by_first.get(form, ())
            if len(found[0]) > 1 or not _inflected(view, i, form)
        ]
        for words, names in sorted(phrases, key=lambda found: -len(found[0])):
            there = view.forms[i : i + len(words)]
            if len(there) == len(words) and all(word in forms for word, forms in zip(words, there, strict=True)):
                end = i + len(words)
                yield i, names
                break


def _inflected(view: View, i: int, form: str) -> bool:
    """Whether a form is only how the verb at token `i` looks here: "कर" of करना is no tax."""
    return view.pos[i] in VERBS and form == view.texts[i] != view.lemmas[i]


def _person_names(view: View) -> set[int]:
    """The tokens of persons' own names: "इमरान खान" is no mine, "Bill" no law."""
    return {
        i
        for mention in view.mentions.actors
        for party in mention.parties
        if party.name
        for i in range(mention.start, mention.end)
        if view.doc[i].text in party.name.split()
    }

"""Who comes to a summit, a session or a conference: those who act where it is told, for their countries."""

from collections import Counter
from collections.abc import Iterable, Iterator

from vaarta.coding.subjects import parties_of, subject_of
from vaarta.coding.trees import ancestors
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.ontology import load_ontology
from vaarta.records import Party, Place

__all__ = [
    "SIDES",
    "WORLD",
    "aside",
    "attending",
    "met_abroad",
    "named_by",
    "only_place",
    "pair_of",
    "recurs",
    "represented",
]

WORLD = {"IGO", "NGO", "MNC"}  # sides that are no state
ABROAD = {"GOV", "MIL", "LEG", "PTY", ""}  # sectors of those who speak for a state at a gathering
AUXILIARIES = 3  # tokens from a verb in which its auxiliaries stand
MOST = 0.5  # share of a story's persons in office that one country must have to be the one that attends
SIDES = 2  # a contact has two sides at least
LEAST = 3  # mentions that each of them must have
SHARE = 0.7  # of the story's mentions of countries that two must have between them to be the sides of its summit


def attending(view: View, trigger: Trigger) -> tuple[Party, ...]:
    """The subject of the clause that a gathering is told in, or of the nearest above it.

    "भाग लेने के लिए … जा रहे हैं": of the verb above; "शिरकत करने गई विदेश मंत्री": whom the verb qualifies.
    """
    for token in ancestors(view.doc[trigger.verb]):
        if _dates(view, token.i) if token.pos_ in {"VERB", "AUX"} else aside(view, token.i):
            return ()
        if token.i == trigger.verb:
            continue
        n = view.mention_at.get(token.i)
        if n is not None and view.doc[trigger.verb].head.i != token.i and _states(view.mentions.actors[n].parties):
            return _states(view.mentions.actors[n].parties)
        found = _acting(view, token.i)
        if found:
            return found
    return ()


def _dates(view: View, verb: int) -> bool:
    """Whether a clause only says when: "three months after the summit was held"."""
    last = view.grammar.verb == "last"
    marker = view.marker_after(verb + 1) if last else view.subtree_marker(verb)
    return view.doc[verb].dep_ != "ROOT" and marker in view.grammar.verbs.asserted_after


def aside(view: View, i: int) -> bool:
    """Whether what token `i` heads only dates the clause or gives its reason: "after the summit"."""
    apart = view.grammar.markers.apart
    markers = {view.subtree_marker(i), *(view.texts[c.i] for c in view.doc[i].children if c.dep_ in {"case", "mark"})}
    return bool(markers & set(apart))


def only_place(view: View, trigger: Trigger) -> Place | None:
    """The one country's place named in the gathering's sentence before it; None if there are places of several."""
    sentence = view.sentence_of[trigger.verb]
    here = [m.place for m in view.mentions.places if view.sentence_of[m.start] == sentence and m.place.country]
    return here[0] if len({place.country for place in here}) == 1 else None


def named_by(view: View, trigger: Trigger) -> str:
    """The gathering's own name: the proper nouns right before it, and after any side's, with it; "" if none are."""
    start = trigger.start
    while start > 0 and view.doc[start - 1].pos_ == "PROPN" and start - 1 not in view.mention_at:
        if view.doc[start].is_sent_start:
            break
        start -= 1
    return "" if start == trigger.start else str(view.doc[start : trigger.end].text)


def _acting(view: View, verb: int) -> tuple[Party, ...]:
    """The states' people that are the subject of a verb; whom they blame or praise at a gathering need not be there."""
    groups = subject_of(view, verb)
    if not groups:
        return ()
    return _states([p for n in groups for p in parties_of(view, n)])


def _states(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Those who speak for a state."""
    return tuple(p for p in parties if p.country and p.country not in WORLD and p.sector in ABROAD)


def recurs(view: View, tokens: Iterable[int]) -> bool:
    """Whether what the tokens tell goes on again and again: "बातचीत करता रहता है", "hold regular talks"."""
    words, own = view.pack.engagements.recurring, [*tokens]
    near = {k for i in own[-1:] for k in range(i, min(i + AUXILIARIES, len(view.doc)))}
    near |= {c.i for i in own for c in view.doc[i].children if c.pos_ in {"ADV", "ADJ"}}
    return any(view.texts[k] in words for k in near)


def represented(view: View) -> str:
    """The country of most persons in office whom a story names; "" if none has half of them."""
    counts = Counter(p.country for p in _people(view))
    most = counts.most_common(1)
    return most[0][0] if most and most[0][1] >= MOST * counts.total() else ""


def _people(view: View) -> Iterator[Party]:
    for mention in view.mentions.actors:
        yield from (p for p in _states(mention.parties) if p.name and len(mention.parties) == 1)


def pair_of(view: View) -> tuple[str, ...]:
    """The two states that a story is of, sorted: those that most mentions are of; () if it is of no two."""
    actors = load_ontology().actors
    counts = Counter(
        p.country
        for mention in view.mentions.actors
        if not mention.weak
        for p in mention.parties
        if p.country in actors
    )
    two = counts.most_common(SIDES)
    enough = len(two) == SIDES and two[-1][1] >= LEAST
    if not enough or sum(number for _, number in two) < SHARE * counts.total():
        return ()
    return tuple(sorted(code for code, _ in two))


def met_abroad(view: View, where: Place | None, two: tuple[str, ...]) -> bool:
    """Whether two states met in a third, in a story that tells of no organisation whose summit it may be."""
    bodies = sum(p.country in WORLD for m in view.mentions.actors for p in m.parties if not m.weak)
    return where is not None and where.country not in {"", *two} and bool(two) and bodies < SIDES

"""What tells a right event from a wrong one: how its trigger and its sides were found, feature by feature."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from vaarta.coding.dyads import PAIR
from vaarta.coding.merge import sides_of
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.coding.voice import is_passive
from vaarta.doc import ActorMention
from vaarta.records import Event, Party, Statement

__all__ = ["features_of"]

NEAR, FAR = 4, 12  # tokens from trigger to side: the quartiles of the development sets
LONG = 30  # tokens of a long sentence: its upper third
MANY = 3  # mentions of countries in a sentence of many


def features_of(
    view: View, events: Sequence[Event], triggers: Mapping[str, Trigger], statements: Iterable[Statement]
) -> list[tuple[str, ...]]:
    """The features that each event of a story has, by name: docs/scores.md says what they mean.

    `triggers` has the trigger of each event by its id; those that engagements imply have none.
    """
    said = [statement.content.span for statement in statements]
    at = {start: i for i, start in enumerate(view.starts)}
    return [tuple(sorted({*_names(view, event, triggers.get(event.id), (events, said, at))})) for event in events]


Story = tuple[Sequence[Event], Sequence[tuple[int, int]], Mapping[int, int]]


def _names(view: View, event: Event, trigger: Trigger | None, story: Story) -> Iterator[str]:
    events, said, at = story
    here = at.get(event.evidence.span[0], 0)
    yield f"lang={view.pack.lang}"
    yield f"type={event.type}"
    yield f"standing={event.standing}"
    yield f"entry={event.by.removesuffix(PAIR)}"
    yield from _telling(view, event, events, here)
    if any(start <= event.evidence.span[0] < end for start, end in said):
        yield "in-statement"
    if event.by.endswith(PAIR):
        yield "pair"
    if trigger is None:
        yield "contact"
    else:
        yield f"sureness={event.score:.2f}"
        yield from _trigger(view, trigger)
    yield from _sides(view, event, here, at)


def _telling(view: View, event: Event, events: Sequence[Event], here: int) -> Iterator[str]:
    """Of where it is told: in the headline, in a long sentence, beside others, more than once."""
    number = view.sentence_of[here]
    sentence = view.sentences[number]
    if number == 0:
        yield "first"
    if len(sentence) > LONG:
        yield "long"
    if event.again:
        yield "again"
    beside = [e for e in events if e.evidence.sentence == event.evidence.sentence and e.id != event.id]
    if beside:
        yield "beside"
    if any(e.type == event.type for e in beside):
        yield "beside-same-type"
    if any(sides_of(e) == sides_of(event) for e in beside):
        yield "beside-same-sides"
    countries = {
        p.country for m in view.mentions.actors if view.sentence_of[m.start] == number for p in m.parties if p.country
    }
    named = {p.country for p in (*event.actors, *event.recipients)}
    yield f"countries={min(len(countries), MANY)}"
    if countries - named:
        yield "others-named"


def _trigger(view: View, trigger: Trigger) -> Iterator[str]:
    """Of the trigger: a noun or a verb, of how many words, in what clause."""
    yield f"words={min(len(trigger.tokens), MANY)}" if not trigger.nominal else "noun"
    if not trigger.linked:
        yield "unlinked"
    head = view.doc[view.clause(trigger.verb)]
    yield f"clause={head.dep_.partition(':')[0]}"
    if trigger.nominal:
        yield f"noun-as={view.doc[trigger.verb].dep_.partition(':')[0]}"
    elif is_passive(view, trigger.verb):
        yield "passive"
    yield f"requires={trigger.entry.requires}"
    if trigger.entry.mutual:
        yield "mutual"
    if trigger.entry.content:
        yield "content"


def _sides(view: View, event: Event, here: int, at: Mapping[int, int]) -> Iterator[str]:
    """Of the sides: how many, of what countries, named how, how far from the trigger."""
    both = (("actor", event.actors), ("recipient", event.recipients))
    for role, parties in both:
        yield f"{role}s={min(len({p.country for p in parties}), MANY)}"
        for trait in {trait for party in parties for trait in _party(view, party, here, at)}:
            yield f"{role}-{trait}"
    own = [{p.country for p in parties if p.country} for _, parties in both]
    if own[0] & own[1]:
        yield "same-country"
    if len(own[0] | own[1]) == 1:
        yield "one-country"


def _party(view: View, party: Party, here: int, at: Mapping[int, int]) -> Iterator[str]:
    if not party.country:
        yield "stateless"
    elif party.country in {"IGO", "NGO", "MNC"}:
        yield "organisation"
    if party.sector not in {"", "GOV"}:
        yield f"sector={party.sector}"
    if party.name:
        yield "person"
    elif party.office:
        yield "office"
    i = at.get(party.evidence.span[0]) if party.evidence else None
    if i is None:
        return
    if view.sentence_of[i] != view.sentence_of[here]:
        yield "elsewhere"
    else:
        yield from _place(view, i, here)


def _place(view: View, i: int, here: int) -> Iterator[str]:
    """Of where a side stands about the trigger, and what it is there."""
    if i in view.mention_at:
        yield from _mention(view, view.mentions.actors[view.mention_at[i]])
    yield "near" if abs(i - here) <= NEAR else "far" if abs(i - here) > FAR else "not-near"
    if i > here:
        yield "after"
    if view.clause(i) != view.clause(here):
        yield "other-clause"


def _mention(view: View, mention: ActorMention) -> Iterator[str]:
    yield f"named-by={mention.kind}"
    if mention.weak:
        yield "weak"
    if mention.antecedent >= 0:
        yield "led-back"
    yield f"as={view.doc[mention.head].dep_.partition(':')[0]}"

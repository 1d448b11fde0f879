"""Doc and mentions → claims: events, statements, engagements, tenures. Holds no word of any language."""

from functools import cache
from typing import TYPE_CHECKING

from vaarta.doc import Mentions
from vaarta.packs import Pack
from vaarta.records import Claims, Story

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from vaarta.coding.tracing import Trace

__all__ = ["code"]


@cache
def acts_of(pack: Pack) -> dict[str, tuple[str, str]]:
    """The type and mode of each event entry of a pack, by the name that events carry as `by`."""
    from vaarta.coding.dyads import PAIR

    return {
        f"{pack.lang}/events#{entry.id}{pair}": (entry.type, entry.mode)
        for entry in pack.events.entries
        for pair in ("", PAIR)
    }


def code(doc: "Doc", *, story: Story, pack: Pack, mentions: Mentions, trace: "Trace | None" = None) -> Claims:
    """Everything the story tells, from its parsed Doc and the mentions recognition found in it.

    The Doc's text must be the story's text; offsets in the claims are into it. `trace` is told what is decided.
    """
    from vaarta.coding.agentless import by_the_same
    from vaarta.coding.answers import answered
    from vaarta.coding.carried import carried
    from vaarta.coding.contacts import contact_events
    from vaarta.coding.contexts import in_context
    from vaarta.coding.dating import set_down
    from vaarta.coding.engagements import code_engagements, series_spans, within
    from vaarta.coding.events import find_events
    from vaarta.coding.frames import framed
    from vaarta.coding.going_on import going_on
    from vaarta.coding.journeys import with_length
    from vaarta.coding.merge import merge_events
    from vaarta.coding.opposed import against_own_state
    from vaarta.coding.pointing import pointing_back, told_anew
    from vaarta.coding.protests import against_whom
    from vaarta.coding.scope import as_told, refused_tokens, unreal_tokens
    from vaarta.coding.scoring import as_likely, scored
    from vaarta.coding.speech import link_performed, speaking_in
    from vaarta.coding.statements import code_statements
    from vaarta.coding.struck import struck
    from vaarta.coding.tenures import code_tenures
    from vaarta.coding.tours import counted_out
    from vaarta.coding.view import make_view

    view = make_view(doc, story=story, pack=pack, mentions=mentions, trace=trace)
    statements = going_on(view, code_statements(view))
    speaking = speaking_in(statements)
    told = by_the_same(carried(view, answered(view, against_whom(view, find_events(view, speaking=speaking)))))
    nouns = {event.id for trigger, event in told if trigger.nominal}
    back, anew = pointing_back(view, told), told_anew(view, told)
    merged = merge_events(as_told(view, told), acts_of(pack), trace, back=back, nouns=nouns, anew=anew)
    events = counted_out(view, against_own_state(view, struck(view, set_down(view, merged))))
    unreal, refused = unreal_tokens(view, told), refused_tokens(told)
    engagements = code_engagements(view, events, speaking=speaking, unreal=unreal, refused=refused)
    names = series_spans(view, engagements)
    for event in events:
        if within(event.evidence.span, names):
            view.note("series name", claim=event.id)
    events = tuple(event for event in events if not within(event.evidence.span, names))
    events = with_length(view, events)
    events = framed((*events, *contact_events(view, engagements, events)))
    events = in_context(view, events)
    events = scored(view, events, {event.id: trigger for trigger, event in told}, statements)
    return Claims(
        story=story.id,
        lang=story.lang,
        events=events,
        statements=link_performed(statements, events),
        engagements=as_likely(engagements, events),
        tenures=code_tenures(view),
    )

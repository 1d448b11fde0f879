"""Who hosts a contact: whoever receives the guests, holds the talks, or by whose invitation they have come."""

from collections.abc import Iterator

from msgspec.structs import replace

from vaarta.coding.arguments import find_arguments
from vaarta.coding.events import Speaking, sides
from vaarta.coding.standing import standing_of
from vaarta.coding.triggers import Trigger, find_triggers
from vaarta.coding.view import View
from vaarta.records import Engagement, Party

__all__ = ["with_receiving"]

APART = {"call", "signing", "exercise"}  # kinds that nobody is received at
NEAR = 2  # sentences after a contact in which its host may be told


def with_receiving(view: View, kept: tuple[Engagement, ...], speaking: Speaking) -> tuple[Engagement, ...]:
    """The engagements with their hosts, each country of them once; none that is told twice for its host's sake."""
    found = list(kept)
    for party, here, sentence in (*_receivers(view, speaking), *_inviters(view)):
        n = _received(view, found, party, here, sentence)
        if n is not None and not any(h.country == party.country for h in found[n].hosts):
            found[n] = replace(found[n], hosts=(*found[n].hosts, party))
    return tuple(e for e in found if not any(_with_its_host(e, other) for other in found))


def _receivers(view: View, speaking: Speaking) -> Iterator[tuple[Party, int, int]]:
    """Those who receive or host someone or something, with the character and the sentence where that is told."""
    for trigger in find_triggers(view, view.pack.engagements.hosting, {}):
        if standing_of(view, trigger) is None or not _receives(view, trigger):
            continue
        for party in sides(view, trigger, find_arguments(view, trigger), speaking)[0]:
            yield party, view.doc[trigger.start].idx, view.sentence_of[trigger.verb]


def _receives(view: View, trigger: Trigger) -> bool:
    """Whether it is people or a contact that the verb receives: who welcomes a decision hosts no one."""
    contacts = view.pack.engagements.by_noun
    return any(
        child.i in view.mention_at or child.pos_ == "PRON" or any(form in contacts for form in view.forms[child.i])
        for t in trigger.tokens
        for child in (*view.doc[t].children, *((view.doc[t].head,) if view.doc[t].dep_ == "acl" else ()))
        if child.i not in trigger.tokens and child.dep_ not in {"nsubj", "punct"}
    )


def _inviters(view: View) -> Iterator[tuple[Party, int, int]]:
    """Those whose invitation or hospitality a sentence names."""
    words = view.pack.engagements.hosted_by
    for n, group in enumerate(view.groups):
        first, last = view.mentions.actors[group[0]], view.mentions.actors[group[-1]]
        after = range(last.end, min(last.end + NEAR, len(view.doc)))
        owned = any(view.forms[i] & words for i in after) or bool(view.forms[view.doc[first.head].head.i] & words)
        owned = owned and view.markers[n] in view.grammar.markers.genitive
        if owned or {*view.markers[n].split()} & words:  # "के निमंत्रण पर" may be one marker
            for member in group:
                for party in view.mentions.actors[member].parties:
                    yield party, view.doc[first.start].idx, view.sentence_of[first.start]


def _received(view: View, found: list[Engagement], party: Party, here: int, sentence: int) -> int | None:
    """Which engagement the party hosts: one of its sentence, else the last told shortly before; None if none."""
    best: tuple[int, int, int] | None = None
    for n, engagement in enumerate(found):
        if engagement.kind in APART or not party.country or engagement.standing == "denied":
            continue
        told = view.doc.char_span(*engagement.evidence.span, alignment_mode="expand")
        apart = sentence - view.sentence_of[told.start] if told is not None else -1
        if 0 <= apart <= NEAR and _may_host(engagement, party, same=apart == 0):
            rank = (apart, abs(engagement.evidence.span[0] - here), n)
            best = rank if best is None or rank < best else best
    return None if best is None else best[2]


def _may_host(engagement: Engagement, party: Party, *, same: bool) -> bool:
    """Whether the party may be the host: of a visit, it is of the place; a third party only in the same sentence."""
    place = engagement.where.country if engagement.where else ""
    if engagement.kind in {"visit", "delegation"}:
        return party.country in engagement.parties and place in {"", party.country}
    return party.country in engagement.parties or same


def _with_its_host(whole: Engagement, other: Engagement) -> bool:
    """Whether an engagement is another of its sentence told with the host as a side."""
    if (whole.kind, whole.evidence.sentence) != (other.kind, other.evidence.sentence) or whole.id == other.id:
        return False
    hosts = {party.country for party in other.hosts}
    return {*other.parties} < {*whole.parties} and {*whole.parties} - {*other.parties} <= hosts

"""What an engagement is about: what was talked about there, what was signed, what those who came had come for."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from vaarta.coding.arguments import find_arguments
from vaarta.coding.content import trimmed
from vaarta.coding.subjects import parties_of
from vaarta.coding.triggers import Trigger, find_triggers, readings_of
from vaarta.coding.verb_forms import is_infinitive
from vaarta.coding.view import View
from vaarta.records import Engagement

__all__ = ["topics_of", "with_topics"]

LONGEST = 14  # tokens; longer spans were whole clauses attached by mistake
MOST = 6  # topics
FURTHER = 2  # sentences after the contact's own in which its talks go on
OBJECTS, CLAUSES = {"obj", "nsubj:pass"}, {"advcl", "xcomp", "acl"}
OPENING = {"ADP", "CCONJ"}
SIGNING = "signing"


def with_topics(view: View, engagements: Iterable[Engagement]) -> tuple[Engagement, ...]:
    """The engagements with what is said to have been talked about there, in their sentences and those right after."""
    told = tuple(engagements)
    talks = _talks(view) if told else []
    return tuple(replace(one, topics=_kept([*one.topics, *_talked_about(view, one, told, talks)])) for one in told)


def topics_of(view: View, trigger: Trigger) -> tuple[str, ...]:
    """What a contact's own words say it is about: phrases on its words, the paper signed, the purpose; as written."""
    return _kept([*_marked(view, trigger), *_on_paper(view, trigger), *_purposes(view, trigger)])


def _kept(topics: list[str]) -> tuple[str, ...]:
    """The topics, each once, without one that is a part of another."""
    return tuple(t for t in dict.fromkeys(topics) if not any(t != other and t in other for other in topics))[:MOST]


def _talks(view: View) -> list[Trigger]:
    """The places where something is said to be talked about."""
    pack = view.pack.engagements
    return [t for index in (pack.discussing, pack.talking) for t in find_triggers(view, index, {})]


def _talked_about(
    view: View, engagement: Engagement, told: Sequence[Engagement], talks: Iterable[Trigger]
) -> Iterator[str]:
    if engagement.kind == SIGNING:
        return
    sentences = set(_sentences(view, engagement, told))
    for trigger in talks:
        if view.sentence_of[trigger.verb] in sentences and _fits(view, trigger, engagement):
            yield from _marked(view, trigger)
            if trigger.entry.id == "discuss":
                yield from _objects(view, trigger)


def _sentences(view: View, engagement: Engagement, told: Sequence[Engagement]) -> Iterator[int]:
    """The sentences of a contact, and those right after it that tell of no other."""
    own = _told_in(view, engagement)
    yield from own
    others = {n for one in told if one is not engagement for n in _told_in(view, one)}
    for n in own:
        for after in range(n + 1, min(n + 1 + FURTHER, len(view.sentences))):
            if after in others:
                break
            yield after


def _told_in(view: View, engagement: Engagement) -> list[int]:
    """The numbers of the sentences that tell of a contact."""
    told = (engagement.evidence, *engagement.again)
    return [view.sentence_of[view.token_at(evidence.span[0])] for evidence in told]


def _fits(view: View, trigger: Trigger, engagement: Engagement) -> bool:
    """Whether those who talk, as far as they are told, are sides of the contact."""
    subjects = [a for a in find_arguments(view, trigger) if "subject" in a.slots]
    named = {p.country for a in subjects[:1] for p in parties_of(view, a.group) if p.country}
    return named <= {*engagement.parties}


def _marked(view: View, trigger: Trigger) -> Iterator[str]:
    """The phrases with a topic marker that hang on the trigger."""
    pack = view.pack.engagements
    for t in trigger.tokens:
        for child in view.children[t]:
            paper = trigger.entry.type == SIGNING.upper() and view.forms[child] & pack.papers
            if child not in trigger.tokens and _marker(view, child) in pack.topic_markers and not paper:
                yield from _phrases(view, child)
    yield from _right_before(view, trigger)


def _right_before(view: View, trigger: Trigger) -> Iterator[str]:
    """What ends in a topic marker right before the trigger, wherever the tree hangs it: "संपर्क बढ़ाने पर | चर्चा"."""
    top, pack = trigger.start - 2, view.pack.engagements
    if view.grammar.markers.stands == "before" or top < 0 or view.texts[top + 1] not in pack.topic_markers:
        return
    if view.heads[top + 1] == top and view.heads[top] not in trigger.tokens:
        while view.deps[top] == "conj" and view.heads[top] != top:
            top = view.heads[top]
        yield from _phrases(view, top)


def _objects(view: View, trigger: Trigger) -> Iterator[str]:
    """The object of a verb of discussing, or the genitive of its noun: "discussed trade", "संबंधों की समीक्षा की"."""
    for t in trigger.tokens:
        for child in view.children[t]:
            genitive = t != trigger.verb and view.subtree_marker(child) in view.grammar.markers.genitive
            if child not in trigger.tokens and (genitive or view.deps[child] in OBJECTS):
                yield from _phrases(view, child)


def _on_paper(view: View, trigger: Trigger) -> Iterator[str]:
    """What a paper that is signed is on: "an agreement on trade", "रक्षा सहयोग के लिए समझौते पर हस्ताक्षर"."""
    pack = view.pack.engagements
    if trigger.entry.type != SIGNING.upper():
        return
    near = {t for token in trigger.tokens for t in (token, *view.children[token])}
    for paper in sorted(t for t in near if t == trigger.verb or view.forms[t] & pack.papers):
        for child in view.children[paper]:
            if view.subtree_marker(child) in pack.paper_markers and not view.forms[child] & pack.papers:
                yield from _phrases(view, child)


def _purposes(view: View, trigger: Trigger) -> Iterator[str]:
    """What those who come or meet do so for: "to prepare a summit", "संबंधों को मजबूत करने के लिए"."""
    purpose = view.pack.engagements.purpose
    for child in view.children[view.clause(trigger.verb)]:
        clause = view.deps[child] in CLAUSES and is_infinitive(view, child)
        # What they are to talk about they tell by themselves.
        if clause and not _is_talk(view, child) and (not purpose or _marker(view, child) in purpose):
            yield from _phrases(view, child)


def _is_talk(view: View, verb: int) -> bool:
    pack = view.pack.engagements
    return any(readings_of(view, verb, index) for index in (pack.discussing, pack.talking))


def _marker(view: View, i: int) -> str:
    """The marker of a phrase, or of an infinitive: "बढ़ाने पर"."""
    return view.subtree_marker(i) or (view.marker_after(i + 1) if view.grammar.markers.stands == "after" else "")


def _may_be(view: View, i: int) -> bool:
    """Whether what token `i` heads may be talked about: no side, day, pronoun or occasion."""
    named = i in view.mention_at or i in view.dated or view.pos[i] in {"PRON", "DET", "NUM"}
    return not (named or view.forms[i] & view.pack.engagements.beside)


def _phrases(view: View, top: int) -> Iterator[str]:
    """The phrase that `top` heads and its conjuncts, without markers; of "issues such as …" what they are."""
    words = view.pack.engagements.such_as
    such = [
        c for c in view.children[top] if any(view.texts[k] in words for k in view.children[c] if view.deps[k] == "case")
    ]
    heads = [
        h for first in such or [top] for h in (first, *(c for c in view.children[first] if view.deps[c] == "conj"))
    ]
    for head in heads:
        others = [h for h in heads if h != head and (_under(view, h, head) or h > head)]
        parts = [t.i for t in view.doc[head].subtree if not any(_under(view, t.i, h) for h in others)]
        if not parts:
            continue
        start, end = trimmed(view, min(parts), max(parts) + 1)
        while end > start and view.pos[end - 1] in {"ADP", "CCONJ", "PART"}:
            end -= 1
        while start < end and (view.pos[start] in OPENING or view.texts[start] in view.grammar.verbs.infinitive_words):
            start += 1
        start = _after_subject(view, start, end)
        if 0 < end - start <= LONGEST and _may_be(view, head):
            yield str(view.doc[start:end].text)


def _after_subject(view: View, start: int, end: int) -> int:
    """Where a phrase goes on after a bare person or body, which is the subject of a verb above, parsed into it."""
    n = view.mention_at.get(start)
    if n is None or view.grammar.markers.stands == "before":
        return start
    mention = view.mentions.actors[n]
    bare = mention.start == start and mention.end < end and not view.marker_after(mention.end)
    return mention.end if bare and any(p.office or p.name for p in mention.parties) else start


def _under(view: View, i: int, top: int) -> bool:
    return i == top or any(a.i == top for a in view.doc[i].ancestors)

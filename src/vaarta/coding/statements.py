"""Statements: who said what, to whom, where; one for each attributed saying."""

from collections.abc import Iterator
from dataclasses import dataclass

from vaarta.coding.arguments import Argument, find_arguments, is_passive
from vaarta.coding.content import Content, content_of, opened, trimmed
from vaarta.coding.settings import day_of
from vaarta.coding.standing import is_future, is_hedged, is_infinitive, is_negated
from vaarta.coding.triggers import Trigger, find_triggers
from vaarta.coding.view import View
from vaarta.packs.statements import Cue
from vaarta.records import Party, Statement, content_id
from vaarta.text import fold

__all__ = ["code_statements", "find_sayings"]

MOST_BARE = 6  # tokens a speaker named after a headline's colon may have


@dataclass(frozen=True)
class Saying:
    """A cue with its speaker (a mention, or only a party) and content, on the way to a Statement."""

    cue: Trigger | None
    speaker: Party
    mention: int
    content: Content
    span: tuple[int, int]
    act: str
    addressee: Party | None = None


def code_statements(view: View) -> list[Statement]:
    """The statements of a story, in the order of the text, each content once."""
    kept: dict[tuple[int, int], Statement] = {}
    for saying in sorted(find_sayings(view), key=lambda s: (s.content.start, s.span)):
        statement = _statement(view, saying)
        view.note("coded", saying.cue, claim=statement.id)
        kept.setdefault(statement.content.span, statement)
    return list(kept.values())


def find_sayings(view: View) -> Iterator[Saying]:
    """The sayings of a story, by cue verb, by event verb that carries content, by "according to", by colon."""
    pack = view.pack.statements
    found: list[Saying] = []
    for trigger in find_triggers(view, pack.by_verb, {}):
        saying = _by_verb(view, trigger, pack.cues[trigger.entry.id], found[-1] if found else None)
        if saying is not None:
            found.append(saying)
    found += [*_by_acts(view), *_according(view), *_headline(view)]
    yield from found
    yield from _unattributed(view, found)


def _by_verb(view: View, trigger: Trigger, cue: Cue, last: Saying | None) -> Saying | None:
    if not _uttered(view, trigger):
        view.note("not said", trigger)
        return None
    arguments = find_arguments(view, trigger)
    passive = is_passive(view, trigger.verb)
    speaker = _speaker(view, arguments, cue.speaker)
    speaker = speaker or _after_cue(view, arguments, trigger)
    party = _party(view, speaker) if speaker else _unknown(view, trigger)
    if party is None and passive and last is not None and _document(view, trigger):
        party, speaker = last.speaker, None
    if party is None:
        view.note("no speaker", trigger)
        return None
    span = None if speaker is None else _span(view, speaker)
    content = (
        _object(view, trigger, span)
        if cue.content == "object"
        else content_of(view, trigger, speaker=span, bare=cue.bare)
    )
    if content is None or (span and content.start <= span[0] < content.end and not content.direct):
        view.note("no content", trigger)
        return None
    return Saying(
        cue=trigger,
        speaker=party,
        mention=-1 if speaker is None else view.groups[speaker.group][0],
        content=content,
        span=(trigger.start, trigger.end),
        act=cue.act,
        addressee=_addressee(view, arguments, cue, speaker),
    )


def _uttered(view: View, trigger: Trigger) -> bool:
    """Whether the cue's verb is told as said: not negated, not future, not an infinitive."""
    verb = trigger.verb
    return not any(told(view, verb) for told in (is_negated, is_future, is_infinitive, is_hedged))


def _speaker(view: View, arguments: list[Argument], sources: tuple[str, ...]) -> Argument | None:
    wanted = set(map(fold, sources))
    fitting = [a for a in arguments if a.slots & wanted and not _is_place(view, a)]
    return fitting[0] if fitting else None


def _after_cue(view: View, arguments: list[Argument], trigger: Trigger) -> Argument | None:
    """The mention right after a verb that a quotation or comma stands before: "…," said the minister."""
    before = trigger.verb - 1
    if view.grammar.verb == "last" or before < 0 or view.doc[before].pos_ != "PUNCT":
        return None
    for argument in arguments:
        start = _span(view, argument)[0]
        if not view.markers[argument.group] and all(view.doc[k].pos_ == "DET" for k in range(trigger.verb + 1, start)):
            return argument if start > trigger.verb else None
    return None


def _unknown(view: View, trigger: Trigger) -> Party | None:
    """A speaker that recognition does not know, by the tree: "विश्लेषकों ने कहा", "an analyst said"."""
    for child in view.doc[trigger.verb].children:
        if child.dep_ != "nsubj" or child.pos_ not in {"NOUN", "PROPN"} or child.i in view.mention_at:
            continue
        marker = view.subtree_marker(child.i)
        if marker not in view.grammar.markers.subject and (marker or view.grammar.markers.subject):
            continue
        start, end = trimmed(view, child.left_edge.i, child.i + 1)
        if any(_source(view, i) for i in range(start, end)) or any(i in view.mention_at for i in range(start, end)):
            return None
        return Party(text=str(view.doc[start:end].text), evidence=view.evidence(start, end))
    return None


def _source(view: View, i: int) -> bool:
    """Whether the token is the name of an agency or paper, which is not a speaker."""
    pointer = view.pack.reference.phrases.get((view.texts[i],))
    return pointer is not None and pointer.kind == "source"


def _is_place(view: View, argument: Argument) -> bool:
    return view.markers[argument.group] in view.grammar.markers.place


def _party(view: View, argument: Argument | None) -> Party | None:
    if argument is None:
        return None
    parties = [p for n in view.groups[argument.group] for p in view.mentions.actors[n].parties]
    if not parties:
        return None
    if len({p.country for p in parties}) > 1:
        return _as_one(parties[0], str(view.doc[slice(*_span(view, argument))].text))
    return parties[0]


def _as_one(party: Party, text: str) -> Party:
    """A party for speakers of several countries who speak as one: GUIDE.md gives them the country ""."""
    return Party(text=text or party.text, country="", sector=party.sector, evidence=party.evidence)


def _span(view: View, argument: Argument) -> tuple[int, int]:
    members = [view.mentions.actors[n] for n in view.groups[argument.group]]
    return min(m.start for m in members), max(m.end for m in members)


def _object(view: View, trigger: Trigger, speaker: tuple[int, int] | None) -> Content | None:
    """What stands between the speaker and the verb (before it), or after the verb (in a verb-initial language)."""
    if view.grammar.verb == "first":
        if trigger.verb + 1 < len(view.doc) and view.doc[trigger.verb + 1].pos_ == "ADP":
            return None
        start, end = trimmed(view, trigger.verb + 1, view.doc[trigger.verb].right_edge.i + 1)
    elif speaker is None or speaker[1] + 1 >= trigger.start:
        return None
    else:
        start, end = trimmed(view, speaker[1] + 1, trigger.start)
    return Content(start, end) if end - start >= 2 else None  # noqa: PLR2004 (an object and what it is called)


def _addressee(view: View, arguments: list[Argument], cue: Cue, speaker: Argument | None) -> Party | None:
    wanted = set(map(fold, cue.addressee))
    for argument in arguments:
        if argument.slots & wanted and (speaker is None or argument.group != speaker.group):
            return _party(view, argument)
    return None


def _document(view: View, trigger: Trigger) -> str:
    """The document or venue named in the cue's sentence, as written, "" if none."""
    sentence = view.sentences[view.sentence_of[trigger.verb]]
    pack = view.pack.statements
    texts = [view.forms[i] for i in range(sentence.start, sentence.end)]
    for phrase in (*pack.venues, *pack.documents):
        for k in range(len(texts) - len(phrase) + 1):
            if all(word in texts[k + n] for n, word in enumerate(phrase)):
                return str(view.doc[sentence.start + k : sentence.start + k + len(phrase)].text)
    return ""


def _by_acts(view: View) -> Iterator[Saying]:
    """Event verbs that carry stated content: "accused X of …", "मांग की कि …"; not those inside another's content."""
    covered = -1
    for trigger in find_triggers(view, view.pack.events.by_verb, {}):
        if not trigger.entry.statement or not _uttered(view, trigger):
            continue
        arguments = find_arguments(view, trigger)
        speaker = _speaker(view, arguments, trigger.entry.actor)
        party = _party(view, speaker)
        if speaker is None or party is None:
            continue
        content = _stated(view, trigger, _span(view, speaker))
        if content is not None and trigger.verb >= covered:
            covered = content.end
            span = (trigger.start, trigger.end)
            yield Saying(trigger, party, view.groups[speaker.group][0], content, span, trigger.entry.type.lower())


def _stated(view: View, trigger: Trigger, speaker: tuple[int, int]) -> Content | None:
    """The clause a speech-act verb opens, or the infinitive phrase that its host or it governs."""
    if content := opened(view, trigger):
        return content
    hosts = [t for t in trigger.tokens if t != trigger.verb] if view.grammar.verb == "last" else [trigger.verb]
    for t in hosts:
        for child in view.doc[t].children:
            if child.i in trigger.tokens or child.pos_ not in {"VERB", "AUX"}:
                continue
            if view.grammar.verb == "last" and not is_infinitive(view, child.i):
                continue
            start, end = trimmed(view, child.left_edge.i, child.right_edge.i + 1)
            while start < end and view.doc[start].pos_ in {"ADP", "PART", "SCONJ"}:
                start += 1
            while start < end and view.doc[end - 1].pos_ == "ADP":
                end -= 1
            if start <= speaker[0] < end:
                start = speaker[1] + 1
            if end - start > 2:  # noqa: PLR2004 (a verb with its object)
                return Content(start, end)
    return None


def _according(view: View) -> Iterator[Saying]:
    """Sayings by marker ("according to X"): the rest of the sentence is what X says."""
    for n, group in enumerate(view.groups):
        marker = view.markers[n]
        if marker not in view.pack.statements.according:
            continue
        mention = view.mentions.actors[group[0]]
        if not mention.parties:
            continue
        sentence = view.sentences[view.sentence_of[mention.start]]
        words = len(marker.split())
        last = view.mentions.actors[group[-1]].end
        if view.grammar.markers.stands == "after":
            cue, rest = (last, last + words), (last + words, sentence.end)
        else:
            start = mention.start
            while start > sentence.start and view.doc[start - 1].pos_ == "DET":
                start -= 1
            cue = (max(sentence.start, start - words), start)
            rest = (sentence.start, cue[0]) if cue[0] - sentence.start > last - cue[0] else (last, sentence.end)
        start, end = trimmed(view, *rest)
        if end - start > 2:  # noqa: PLR2004
            yield Saying(None, mention.parties[0], group[0], Content(start, end), cue, "say")


def _headline(view: View) -> Iterator[Saying]:
    """A headline's colon: "…: X", "X: …", where X is one mention."""
    if not view.story.headline or not view.doc.text.startswith(view.story.headline):
        return
    limit = len(view.story.headline)
    tokens = [t.i for t in view.doc if t.idx < limit]
    for i in tokens:
        if view.texts[i] != ":":
            continue
        for side, rest in (((i + 1, len(tokens)), (0, i)), ((0, i), (i + 1, len(tokens)))):
            n = _whole_mention(view, *side)
            start, end = trimmed(view, *rest)
            if n is not None and end - start > 2:  # noqa: PLR2004
                party = view.mentions.actors[n].parties[0]
                yield Saying(None, party, n, Content(start, end), (i, i + 1), "say")
                return


def _whole_mention(view: View, start: int, end: int) -> int | None:
    """The mention that tokens start to end are, but for a word or two."""
    if not 0 < end - start <= MOST_BARE:
        return None
    for i in range(start, end):
        n = view.mention_at.get(i)
        if n is not None and view.mentions.actors[n].parties and view.mentions.actors[n].end <= end:
            covered = view.mentions.actors[n].end - view.mentions.actors[n].start
            return n if covered >= (end - start) / 2 else None
    return None


def _unattributed(view: View, sayings: list[Saying]) -> Iterator[Saying]:
    """Quotations without a cue that open a sentence right after a saying's own: its speaker goes on."""
    for quotation in view.mentions.quotations:
        inside = any(s.content.start < quotation.end and quotation.start < s.content.end for s in sayings)
        if inside or quotation.start == 0 or not quotation.closed or not view.doc[quotation.start - 1].is_sent_start:
            continue
        number = view.sentence_of[quotation.start]
        before = [s for s in sayings if view.sentence_of[s.content.end - 1] == number - 1 and s.content.direct]
        if before:
            content = Content(quotation.start, quotation.end, direct=True)
            span = (quotation.start, quotation.start + 1)
            yield Saying(None, before[-1].speaker, before[-1].mention, content, span, before[-1].act)


def _statement(view: View, saying: Saying) -> Statement:
    content = view.evidence(saying.content.start, saying.content.end)
    cue = view.evidence(*saying.span)
    anchor = saying.cue.verb if saying.cue else saying.span[0]
    venue = _document(view, saying.cue) if saying.cue else ""
    return Statement(
        id=content_id("st", view.story.id, content.span, saying.speaker.text),
        story=view.story.id,
        evidence=cue,
        by=f"{view.pack.lang}/statements#{saying.cue.entry.id if saying.cue else 'according'}",
        when=day_of(view, anchor),
        speaker=saying.speaker,
        content=content,
        cue=cue.quote,
        direct=saying.content.direct,
        addressee=saying.addressee,
        venue=venue,
        act=saying.act,
    )

"""Statements: who said what, to whom, where; one for each attributed saying."""

from collections.abc import Iterator
from dataclasses import replace

import msgspec

from vaarta.coding.arguments import Argument, find_arguments
from vaarta.coding.attributions import Saying, according, by_colon, from_before, gone_on, rejoined
from vaarta.coding.calling import called
from vaarta.coding.content import Content, content_of, cut_before, opened, trimmed
from vaarta.coding.governed import governed
from vaarta.coding.negation import is_negated
from vaarta.coding.papers import is_document, issued, joint, pointed_at
from vaarta.coding.settings import day_of, place_of
from vaarta.coding.speakers import (
    addressee_of,
    after_cue,
    argument_span,
    document_in,
    next_to,
    party_of,
    speaker_in,
    tokens_of,
    unknown_speaker,
    with_country,
)
from vaarta.coding.standing import is_future, is_hedged
from vaarta.coding.trees import ancestors
from vaarta.coding.triggers import Trigger, find_triggers, readings_of
from vaarta.coding.verb_forms import is_gerund, is_imperfective, is_infinitive
from vaarta.coding.view import View
from vaarta.coding.voice import is_passive, past_participle
from vaarta.packs.statements import Cue
from vaarta.records import Party, Statement, content_id

__all__ = ["code_statements", "find_sayings"]

SURE = 2  # how an argument must be joined to speak by an act: not by order alone
GOVERNED = {"xcomp", "ccomp", "acl", "obj", "obl", "compound:lvc", "nmod"}
CLIMBED = 4  # heads from a participle up to the verb that it goes with
NEXT = 3  # tokens an opener may stand from a verb that is no verb of saying
ATTRIBUTIVE = {"acl", "amod"}


def code_statements(view: View) -> list[Statement]:
    """The statements of a story, in the order of the text, each content once."""
    kept: dict[tuple[int, int], Statement] = {}
    countries: dict[str, str] = {}  # by name, of those whom a saying told of first
    for saying in sorted(find_sayings(view), key=lambda s: (s.content.start, s.span)):
        statement = _statement(view, saying)
        view.note("coded", saying.cue, claim=statement.id)
        speaker = statement.speaker
        if speaker.name and not speaker.country and speaker.name in countries:
            statement = msgspec.structs.replace(
                statement, speaker=msgspec.structs.replace(speaker, country=countries[speaker.name])
            )
        countries.setdefault(speaker.name, statement.speaker.country)
        kept.setdefault(statement.content.span, statement)
    return list(kept.values())


def find_sayings(view: View) -> list[Saying]:
    """The sayings of a story, by cue verb, by event verb that carries content, by "according to", by colon."""
    found: list[Saying] = []
    cues: set[int] = set()
    for i in view.verbal:
        if i in cues:
            continue  # "cited the envoy as | saying" is one cue
        for trigger in readings_of(view, i, view.pack.statements.by_verb):
            cue = view.pack.statements.cues[trigger.entry.id]
            last = found[-1] if found else None
            if saying := _by_verb(view, trigger, cue, last) or _before_quotation(view, trigger, cue):
                found.append(saying)
                cues.update(saying.cue.tokens if saying.cue else ())
                break
    verbs = {saying.cue.verb for saying in found if saying.cue}
    found += [saying for saying in _by_acts(view) if saying.cue and saying.cue.verb not in verbs]
    found += [*according(view, found), *by_colon(view)]
    return from_before(view, gone_on(view, rejoined(view, _apart(view, found))))


def _by_verb(view: View, trigger: Trigger, cue: Cue, last: Saying | None) -> Saying | None:
    if not _uttered(view, trigger) or _of_another_verb(view, trigger):
        view.note("not said", trigger)
        return None
    arguments = find_arguments(view, trigger)
    speaker = _sayer(view, trigger, cue, arguments)
    party, span = _who(view, trigger, speaker, last)
    if last is not None and (_goes_on(view, trigger, last) or (party is None and _joined(view, trigger, last))):
        party, span = last.speaker, last.spoken_at
    if (above := _sayer_above(view, trigger)) is not None:
        party, span = (
            view.mentions.actors[above].parties[0],
            (view.mentions.actors[above].start, view.mentions.actors[above].end),
        )
    if (owner := _writer(view, trigger)) is not None:
        party, span = view.mentions.actors[owner].parties[0] if owner >= 0 else None, None
    if party is None:
        view.note("no speaker", trigger)
        return None
    content = _said(view, trigger, cue, span) or pointed_at(view, trigger, last)
    if content is None or (span and content.start <= span[0] < content.end and not content.direct):
        view.note("no content", trigger)
        return None
    return Saying(
        cue=trigger,
        speaker=party,
        content=content,
        span=(trigger.start, trigger.end),
        act=cue.act,
        addressee=addressee_of(view, arguments, cue, speaker),
        spoken_at=span,
    )


def _sayer_above(view: View, trigger: Trigger) -> int | None:
    """The mention that does what a participle after a comma says more of: "slammed Chad for its raids, | calling them".

    None if it is no such participle, or no one known does it.
    """
    verb = trigger.verb
    if view.grammar.verb == "last" or view.texts[verb] not in view.pack.statements.breaks or not verb:
        return None
    if view.texts[verb - 1] != ",":
        return None
    for above in ancestors(view.doc[verb], CLIMBED):
        subject = next((c.i for c in above.children if c.dep_ == "nsubj"), None)
        if above.i < verb and subject is not None and "Fin" in above.morph.get("VerbForm", []):
            n = view.mention_at.get(subject)
            return n if n is not None and view.mentions.actors[n].parties else None
    return None


def _goes_on(view: View, trigger: Trigger, last: Saying) -> bool:
    """Whether a participle after the clause said is of who says that: "X ने कहा कि … चाहता है, यह दोहराते हुए कि …"."""
    verb, head = trigger.verb, view.heads[trigger.verb]
    if view.grammar.verb == "first" or last.cue is None or not is_imperfective(view, verb):
        return False
    of_it = head == last.cue.verb or last.content.start <= head < last.content.end
    return of_it and max(head, last.content.start) < verb


def _joined(view: View, trigger: Trigger, last: Saying) -> bool:
    """Whether a verb without a subject goes on right after what is said: "warned that it could … | and called on X"."""
    token = view.doc[trigger.verb]
    own = any(c.dep_.startswith(("nsubj", "aux")) for c in token.children)
    near = all(view.pos[k] in {"CCONJ", "PUNCT", "ADV"} for k in range(last.content.end, trigger.start))
    after = last.span[1] <= last.content.start < last.content.end < trigger.start
    return view.grammar.verb == "first" and token.dep_ == "conj" and near and after and not own


def _sayer(view: View, trigger: Trigger, cue: Cue, arguments: list[Argument]) -> Argument | None:
    """The argument that says it; of a passive only its agent, unless the cue is one: "was quoted as saying"."""
    speaker = speaker_in(view, arguments, cue.speaker) or after_cue(view, arguments, trigger)
    if speaker is None or "object" in cue.speaker or not is_passive(view, trigger.verb):
        return speaker
    return speaker if view.markers[speaker.group] in view.grammar.markers.agent else None


def _before_quotation(view: View, trigger: Trigger, cue: Cue) -> Saying | None:
    """A saying whose words are the quotation that opens the next sentence: "He said so in a low voice. “…”"."""
    after = view.sentence_of[trigger.verb] + 1
    quoted = next((q for q in view.mentions.quotations if view.sentence_of[q.start] == after), None)
    if quoted is None or cue.content not in {"clause", "quoted"} or not _uttered(view, trigger):
        return None
    sentence, last = view.sentences[after], view.sentences[view.sentence_of[quoted.end - 1]]
    attributed = any(view.forms[k] & view.pack.statements.verbs for k in range(quoted.end, last.end))
    gerund = view.grammar.verb == "first" and is_gerund(view, trigger.verb)
    if attributed or gerund or not quoted.closed or quoted.start > sentence.start + 1:
        return None
    arguments = find_arguments(view, trigger)
    speaker = speaker_in(view, arguments, cue.speaker)
    party = party_of(view, speaker)
    if speaker is None or party is None:
        return None
    content, span = Content(quoted.start, quoted.end, direct=True), (trigger.start, trigger.end)
    at = argument_span(view, speaker)
    return Saying(trigger, party, content, span, cue.act, addressee_of(view, arguments, cue, speaker), at)


def _who(
    view: View, trigger: Trigger, speaker: Argument | None, last: Saying | None
) -> tuple[Party | None, tuple[int, int] | None]:
    """The speaker, and the tokens that name it: the argument's, a stranger, or whose the document is."""
    if speaker is not None:
        party, named = party_of(view, speaker), argument_span(view, speaker)
        unknown = party is not None and not (party.country or party.name or party.office)
        if unknown and last is not None and _alone(view, speaker) and _just_before(view, trigger, last):
            return last.speaker, named  # "it said": whoever spoke last
        return party, named
    if (beside := next_to(view, trigger)) is not None:
        return view.mentions.actors[beside].parties[0], (view.mentions.actors[beside].start, trigger.start)
    stranger = unknown_speaker(view, trigger)
    span = tokens_of(view, stranger)
    if last is not None and stranger is not None and is_document(view, stranger):
        # "the statement said": whoever made it
        return stranger if span and joint(view, span) else last.speaker, span
    if stranger is not None or not is_passive(view, trigger.verb):
        return stranger, span
    return issued(view, trigger, last), None


def _alone(view: View, speaker: Argument) -> bool:
    """Whether a speaker is one pronoun, of one party at most: not "both"."""
    members = [view.mentions.actors[n] for n in view.groups[speaker.group]]
    return len(members) == 1 and members[0].kind == "pronoun" and len(members[0].parties) <= 1


def _just_before(view: View, trigger: Trigger, last: Saying) -> bool:
    """Whether a saying is of the same sentence or the one before."""
    return view.sentence_of[trigger.verb] - view.sentence_of[last.span[1] - 1] in {0, 1}


def _writer(view: View, trigger: Trigger) -> int | None:
    """The mention whose a document is that a participle tells the content of: "in X's article | alleging that …".

    -1 if it is a paper's or no one's that is known; None if it is of no such document.
    """
    noun = trigger.verb - 1  # parsers hang the participle on any noun before it
    if view.grammar.verb == "last" or view.deps[trigger.verb] != "acl" or noun in view.mention_at:
        return None
    owner = next((c for c in view.children[noun] if view.deps[c] == "nmod:poss"), None)
    if owner is None or not any(phrase[-1] in view.forms[noun] for phrase in view.pack.statements.documents):
        return None
    mention = view.mention_at.get(owner, -1)
    return mention if mention >= 0 and view.mentions.actors[mention].parties else -1


def _said(view: View, trigger: Trigger, cue: Cue, speaker: tuple[int, int] | None) -> Content | None:
    """What is said, in the order of how plainly the words tell it."""
    if cue.content == "object":
        conjunctive = "Conv" in view.doc[trigger.verb].morph.get("VerbForm", [])
        return None if conjunctive else called(view, trigger, speaker)
    if cue.content == "governed":
        return governed(view, trigger, cue, speaker)
    if found := opened(view, trigger) or governed(view, trigger, cue, speaker):
        return found
    if "Conv" in view.doc[trigger.verb].morph.get("VerbForm", []):
        return None  # "हमला मानकर जांच शुरू की": what follows is no saying
    found = content_of(view, trigger, speaker=speaker, bare=cue.bare)
    return found if cue.content == "clause" or (found and found.direct) else None


def _uttered(view: View, trigger: Trigger) -> bool:
    """Whether the cue's verb is told as said: not negated, not future, no infinitive but one of a time past."""
    verb = trigger.verb
    if view.doc[verb].dep_ in ATTRIBUTIVE:
        if view.grammar.verb == "last" and max(trigger.tokens) > verb:
            return False  # "किए गए वादे" are promises once made
        participle = view.grammar.verb == "first" and past_participle(view, verb) and not _attributes(view, verb)
        if participle and opened(view, trigger) is None:
            return False  # "in the plan proposed by Iran, stress is put on …"
    marker = view.marker_after(verb + 1) if view.grammar.verb == "last" else view.subtree_marker(verb)
    if is_infinitive(view, verb) and marker not in view.grammar.verbs.asserted_after:
        return False
    negated = is_negated(view, verb, but=(verb,))
    return not (negated or is_future(view, verb) or is_hedged(view, verb))


def _attributes(view: View, verb: int) -> bool:
    """Whether a verb read as a participle of the party before it says who spoke: "…, | both governments announced"."""
    head = view.heads[verb]
    n = view.mention_at.get(head)
    if n is None or head != verb - 1 or not view.mentions.actors[n].parties:
        return False
    start = view.mentions.actors[n].start
    return start > 0 and view.texts[start - 1] == "," and not view.doc[start].is_sent_start


def _of_another_verb(view: View, trigger: Trigger) -> bool:
    """Whether the last host, where verbs stand last, has a marker, and so is another verb's: "अपील | को खारिज किया"."""
    hosts = [t for t in trigger.tokens if t < trigger.verb]
    return view.grammar.verb == "last" and bool(hosts) and _in_case(view, trigger, hosts[-1])


def _in_case(view: View, trigger: Trigger, host: int) -> bool:
    """Whether a marker stands right after a host, before the verb."""
    return host + 1 < trigger.verb and view.pos[host + 1] == "ADP" and host + 1 not in trigger.tokens


def _by_acts(view: View) -> Iterator[Saying]:
    """Event verbs that carry stated content: "accused X of …", "मांग की कि …"; not those inside another's content."""
    covered = -1
    for trigger in find_triggers(view, view.pack.events.by_verb, {}):
        if not trigger.entry.statement or not _uttered(view, trigger):
            continue
        speaker = speaker_in(view, find_arguments(view, trigger), trigger.entry.actor)
        party = party_of(view, speaker)
        if speaker is None or party is None or not _acting(view, speaker):
            continue
        content = _stated(view, trigger, argument_span(view, speaker))
        if content is not None and trigger.verb >= covered:
            covered = content.end
            span = (trigger.start, trigger.end)
            at = argument_span(view, speaker)
            yield Saying(trigger, party, content, span, trigger.entry.type.lower(), spoken_at=at)


def _acting(view: View, speaker: Argument) -> bool:
    """Whether the argument does what the verb says, not by order alone: with the subject's marker, if any is."""
    subjects = view.grammar.markers.subject
    return speaker.strength >= SURE and (not subjects or view.markers[speaker.group] in subjects)


def _stated(view: View, trigger: Trigger, speaker: tuple[int, int]) -> Content | None:
    """The clause a speech-act verb opens, or the infinitive phrase that its host or it governs."""
    if content := opened(view, trigger, reach=NEXT):
        return content
    for t in _stating(view, trigger):
        for child in view.doc[t].children:
            if child.i in trigger.tokens or child.pos_ not in {"VERB", "AUX"} or child.dep_ not in GOVERNED:
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


def _stating(view: View, trigger: Trigger) -> list[int]:
    """The words that govern what is stated: the verb, or where it stands last its hosts that have no case.

    What has one is another's: "उसकी जुर्माना घटाने की अपील | को खारिज किया".
    """
    if view.grammar.verb == "first":
        return [trigger.verb]
    return [t for t in trigger.tokens if t != trigger.verb and not _in_case(view, trigger, t)]


def _apart(view: View, sayings: list[Saying]) -> list[Saying]:
    """The sayings, what is told of one ending where the same sentence goes on to another, of its own speaker."""
    return [replace(saying, content=_cut(view, saying, sayings)) for saying in sayings]


def _cut(view: View, saying: Saying, sayings: list[Saying]) -> Content:
    content = saying.content
    if content.direct:
        return content
    for other in sayings:
        if other is saying or other.spoken_at is None or not content.start < other.spoken_at[0] < content.end:
            continue
        if content.start <= other.span[0] < content.end and other.content.start > other.spoken_at[0]:
            content = cut_before(view, content, other.spoken_at[0])
        elif _holds(other.content, saying) and content.start < other.content.end < content.end:
            content = Content(content.start, other.content.end)  # "X said …, | Y added": Y's words tell what X said
    return content


def _holds(content: Content, saying: Saying) -> bool:
    """Whether a saying, with its cue, is told in what another says."""
    return content.start <= saying.span[0] and saying.span[1] <= content.end


def _spoken_in(view: View, saying: Saying) -> str:
    """The country of the place that the words of a saying name, and not what is said; "" if there is none."""
    place = place_of(view, saying.cue.verb) if saying.cue else None
    span = place.evidence.span if place is not None and place.evidence is not None else (0, 0)
    inside = view.evidence(saying.content.start, saying.content.end).span
    return "" if place is None or inside[0] <= span[0] < inside[1] else place.country


def _statement(view: View, saying: Saying) -> Statement:
    content = view.evidence(saying.content.start, saying.content.end)
    cue = view.evidence(*saying.span)
    anchor = saying.cue.verb if saying.cue else saying.span[0]
    said = range(saying.content.start, saying.content.end)
    document = document_in(view, saying.cue.verb, but=said) if saying.cue else None
    quoted = any(q.closed and q.start <= said.start and said.stop <= q.end + 1 for q in view.mentions.quotations)
    return Statement(
        id=content_id("st", view.story.id, content.span, saying.speaker.text),
        story=view.story.id,
        evidence=cue,
        by=f"{view.pack.lang}/statements#{saying.cue.entry.id if saying.cue else 'according'}",
        when=day_of(view, anchor),
        speaker=with_country(view, saying.speaker, place=_spoken_in(view, saying)),
        content=content,
        cue=cue.quote,
        direct=saying.content.direct or quoted,
        addressee=saying.addressee,
        venue=str(view.doc[slice(*document)].text) if document else "",
        act=saying.act,
    )

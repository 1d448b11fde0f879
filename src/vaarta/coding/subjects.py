"""The subject a verb has by the tree, and the one it shares with the clause it is joined to or depends on."""

from typing import TYPE_CHECKING

from vaarta.coding.trees import ancestors
from vaarta.coding.triggers import Trigger
from vaarta.coding.verb_forms import doer_of, goes_above, is_expected, is_gerund, is_infinitive, marker_of
from vaarta.coding.view import View
from vaarta.coding.voice import is_passive, past_participle, reduced_finite
from vaarta.doc import ActorMention
from vaarta.records import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "OCCASIONS",
    "awaited",
    "boundary_between",
    "inherited_subject",
    "last_marked_subject",
    "members_of",
    "parties_of",
    "qualified",
    "subject_of",
]

ALLEGED, JUDGED = "ACCUSE", "disapprove"
ASIDES = {",", "-", "–", "—"}  # signs that set a relative clause off
OCCASIONS = {"CONSULT"}  # nouns of these types may take the subject of the verb they hang on ("is on a visit")


def subject_of(view: View, verb: int) -> list[int]:
    """The groups of mentions that are the subject of the verb at token `verb` itself, by the tree."""
    return [
        n
        for n in view.groups_in.get(view.sentence_of[verb], ())
        for member in view.groups[n][:1]
        if _is_subject_of(view, n, view.mentions.actors[member].head, verb)
    ]


def _is_subject_of(view: View, n: int, head: int, verb: int) -> bool:
    token = _counting(view, view.doc[head])
    if token.head.i != verb or view.sentence_of[head] != view.sentence_of[verb]:
        return False
    return view.markers[n] in view.grammar.markers.subject or (
        token.dep_ in {"nsubj", "nsubj:pass"} and not view.markers[n]
    )


def _counting(view: View, token: "Token") -> "Token":
    """The quantity that a noun is counted by, which the tree has above it: "hundreds of protesters"; else the noun."""
    while token.dep_ == "nmod" and not view.forms[token.head.i].isdisjoint(view.grammar.quantities):
        token = token.head  # "tens of thousands of protesters"
    return token


def members_of(view: View, n: int) -> list[ActorMention]:
    """The mentions of a group."""
    return [view.mentions.actors[m] for m in view.groups[n]]


def parties_of(view: View, n: int) -> list[Party]:
    """The parties that the mentions of a group name."""
    return [p for m in members_of(view, n) for p in m.parties]


def inherited_subject(view: View, trigger: Trigger, cluster: frozenset[int]) -> list[int]:
    """The subject a trigger shares with the clause it is coordinated with or depends on."""
    token = view.doc[trigger.verb]
    doer = None if trigger.nominal else doer_of(view, trigger.verb)
    if doer is not None or not _shares_subject(view, trigger, cluster):
        return [] if doer is None else _group_at(view, doer)
    told = _quoted_above(view, trigger.verb)
    if controlling := _made_to(view, trigger.verb) or (subject_of(view, told)[:1] if told is not None else []):
        return controlling
    skipped = token.head.i if goes_above(view, token.i) else -1
    for above in ancestors(token):
        if above.i == skipped:
            continue
        if above.i != token.i and (found := subject_of(view, above.i)):
            # Of two that a parser gives one verb the nearest before it is its own, where verbs stand last.
            found = _nearest(view, found) if view.grammar.verb == "last" else found[:1]
            return [] if _befell(view, above.i, found[0]) and not trigger.nominal else found
        if (blamed := _blamed(view, above.i)) is not None:
            return blamed
        if above.dep_ == "acl:relcl" or (view.grammar.verb == "first" and _controlled(view, above.i)):
            return _antecedent(view, above.i)
        if above.dep_ in {"ccomp", "parataxis"} and not any(c.dep_ == "expl" for c in above.children):
            break  # an expletive subject is a pronoun misread: "said it was ready"
    return []


def _quoted_above(view: View, verb: int) -> int | None:
    """The verb of a quoted clause that a clause in the same quotation is of, though parsers hang it on the saying.

    "“In spreading lies, Chad is hurting itself,” the minister wrote": it is not the minister who spreads them.
    """
    saying = view.heads[verb]
    if view.grammar.verb == "last" or view.deps[verb] != "advcl":
        return None
    quoted = next((q for q in view.mentions.quotations if q.start <= verb < q.end), None)
    if quoted is None or quoted.start <= saying < quoted.end:
        return None
    beside = (c for c in view.children[saying] if view.deps[c] in {"ccomp", "parataxis"})
    return next((c for c in beside if quoted.start <= c < quoted.end), None)


def _nearest(view: View, groups: list[int]) -> list[int]:
    """The last of a verb's subjects; of a marked one and a bare one that which is: "उन्होंने | दल पर हमला बोला"."""
    marked = [n for n in groups if view.markers[n] in view.grammar.markers.subject]
    return (marked or groups)[-1:]


def awaited(view: View, trigger: Trigger) -> int | None:
    """Of whom something is expected, the clause's first genitive: "X | के अगले माह Y का दौरा करने की उम्मीद है".

    Or who did what an infinitive tells as a fact, if no noun is theirs: "X | के अपने दूत को बुलाने के बाद".
    """
    expected = is_expected(view, trigger.verb)
    fact = is_infinitive(view, trigger.verb) and marker_of(view, trigger.verb) in view.grammar.verbs.asserted_after
    if view.grammar.verb == "first" or trigger.nominal or not (expected or fact):
        return None
    for n in view.groups_in.get(view.sentence_of[trigger.verb], ()):
        last = members_of(view, n)[-1]
        owner = view.markers[n] in view.grammar.markers.genitive and last.end < trigger.start
        apart = view.heads[last.head] not in trigger.tokens if expected else _owns_no_noun(view, last.end + 1)
        if owner and apart and not boundary_between(view, last.head, trigger.verb):
            return n
    return None


def _owns_no_noun(view: View, i: int) -> bool:
    """Whether what follows a genitive, from token `i`, is no noun that it could be of: अपने, इसका, कल, सोमवार को."""
    return i < len(view.pos) and (view.pos[i] in {"PRON", "ADV"} or i in view.dated)


def _made_to(view: View, verb: int) -> list[int]:
    """The object of the verb that an infinitive hangs on, which is who does it: "forced the minister to resign"."""
    token = view.doc[verb]
    made = token.dep_ == "xcomp" or bool(view.forms[token.head.i] & {*view.grammar.verbs.asserting_heads})
    if view.grammar.verb == "last" or not made or not is_infinitive(view, verb):
        return []
    objects = [c for c in view.children[token.head.i] if view.deps[c] in {"obj", "iobj"} and c < verb]
    found = {view.mention_at[c] for c in objects if c in view.mention_at}
    return [g for g, group in enumerate(view.groups) if found & {*group}][:1]


def _blamed(view: View, verb: int) -> list[int] | None:
    """Whose act a gerund is that tells what someone is praised or blamed for: "condemned Israel for bombing the camp".

    It is that of the object; None if it is no such gerund, [] if its object is no known side.
    """
    token = view.doc[verb]
    if view.grammar.verb == "last" or token.dep_ != "advcl" or token.head.pos_ != "VERB":
        return None
    opener = next((c for c in token.children if c.dep_ in {"mark", "case"} and c.i < verb), None)
    if opener is None or view.texts[opener.i] not in view.grammar.verbs.blaming or not is_gerund(view, verb):
        return None
    found = [view.mention_at[c.i] for c in token.head.children if c.dep_ == "obj" and c.i in view.mention_at]
    if not any(c.dep_ in {"obj", "nsubj:pass"} for c in token.head.children):
        return None
    return [g for g, group in enumerate(view.groups) if set(found) & set(group)][:1]


def _controlled(view: View, verb: int) -> bool:
    """Whether the noun a verb hangs on is its subject: "accused X of firing", or a participle read as the root's."""
    token = view.doc[verb]
    # Who is "suspected of killing" is whoever killed.
    told_of = is_gerund(view, verb) or past_participle(view, verb)
    nominal = token.dep_ == "acl" and told_of and token.head.i in view.mention_at
    return nominal or reduced_finite(view, verb)


def last_marked_subject(view: View, trigger: Trigger) -> list[int]:
    """The last group before a perfective verb that carries the subject's marker: "X ने … कहा और … चेतावनी दी"."""
    verb = trigger.verb
    stative = view.forms[verb] & set(view.grammar.verbs.stative)
    perfective = view.texts[verb].endswith(view.grammar.verbs.perfective_endings or (" ",))
    # Of a participle before a passive as little is told who acts as of that: "हमले करके उल्लंघन किया गया".
    unknown = view.texts[verb].endswith(view.grammar.verbs.converb_endings or (" ",)) and is_passive(
        view, view.heads[verb]
    )
    if trigger.nominal or stative or not perfective or unknown or view.doc[verb].pos_ != "VERB":
        return []
    before = [
        n
        for n in view.groups_in.get(view.sentence_of[verb], ())
        if view.markers[n] in view.grammar.markers.subject and members_of(view, n)[-1].end <= verb
    ]
    return before[-1:]


def _shares_subject(view: View, trigger: Trigger, cluster: frozenset[int]) -> bool:
    """Whether a trigger may take another clause's subject: not "हुआ", whose subject is its host, nor a mere noun."""
    if not trigger.nominal and view.forms[view.doc[trigger.verb].head.i] & set(view.grammar.verbs.incidents):
        return False
    verbs = {trigger.verb, *(cluster - set(trigger.tokens))}
    if any(view.forms[i] & set(view.grammar.verbs.stative) for i in verbs):
        return False
    token = view.doc[trigger.verb]
    occasion = trigger.entry.type in OCCASIONS or len(cluster) > len(trigger.tokens)
    return not trigger.nominal or (occasion and (view.heads_clause(token) or token.head.pos_ in {"VERB", "AUX"}))


def _befell(view: View, verb: int, group: int) -> bool:
    """Whether a verb's subject is whom its act befell: who was killed by "सड़क किनारे रखे बम" did not lay it."""
    marked = view.markers[group] in view.grammar.markers.subject
    return view.grammar.verb == "last" and is_passive(view, verb) and not marked


def _antecedent(view: View, verb: int) -> list[int]:
    """The group that the noun a relative clause hangs on belongs to; if none, the subject of the clause before."""
    if found := _group_at(view, view.doc[verb].head.i):
        return found
    if view.grammar.verb == "first" and not reduced_finite(view, verb):
        return []  # "a fire that killed two" is not the speaker's doing
    left = view.doc[verb].left_edge.i
    for k in range(left - 1, view.sentences[view.sentence_of[verb]].start - 1, -1):
        if view.doc[k].pos_ == "VERB" and (found := _subjects_before(view, k)):
            return found
    return []


def _group_at(view: View, i: int) -> list[int]:
    """The group that token `i` is of, if any."""
    return [view.group_at[i]] if i in view.group_at else []


def is_oblique(view: View, mention: ActorMention) -> bool:
    """Whether a mention is a common noun in the form that only a marker can follow: "नागरिकों", never a subject.

    A name may end so, too: "मैक्रों".
    """
    last = mention.end - 1
    return view.pos[last] == "NOUN" and view.texts[last].endswith(view.grammar.markers.oblique_endings or (" ",))


def qualified(view: View, trigger: Trigger, *, passive: bool) -> list[int]:
    """The group of the noun that a participle before it qualifies, which did or suffered its act: "रिहा किए गए | छात्र".

    Sufferers of no known country were told of before: "मारे गए | आतंकी की पहचान". Where verbs stand first the noun that
    a passive participle stands after: "two nurses | kidnapped by rebels".
    """
    token = view.doc[trigger.verb]
    if view.grammar.verb == "first":
        if token.dep_ == "conj" and past_participle(view, token.i):
            token = token.head  # "hailed as a hero and | reviled as a traitor"
        after = token.dep_ == "acl" and token.head.i < token.i and past_participle(view, token.i)
        suffered = passive and after and not trigger.nominal and token.head.i not in trigger.tokens
        by = (c.i for c in token.children if view.subtree_marker(c.i) in view.grammar.markers.agent)
        agent = any(i in view.mention_at and view.mentions.actors[view.mention_at[i]].parties for i in by)
        described = (
            trigger.entry.type == ALLEGED and trigger.entry.mode != JUDGED and not agent
        )  # "suspected of spying"
        suffered = suffered and not described
        return _group_at(view, token.head.i) if suffered else []
    participle = token.dep_ == "acl" and token.head.i > token.i and not is_infinitive(view, token.i)
    if trigger.nominal or not participle or token.head.i in trigger.tokens:
        return []
    found = _group_at(view, token.head.i)
    mention = view.mentions.actors[view.mention_at[token.head.i]] if found else None
    known = mention is not None and any(party.country for party in mention.parties)
    return [] if passive and not known else found


def _subjects_before(view: View, verb: int) -> list[int]:
    """The subject of a clause's verb by the tree, else its bare person or office that stands before it."""
    if found := subject_of(view, verb):
        return found[:1]
    near = [
        n
        for n in view.groups_in.get(view.sentence_of[verb], ())
        if not view.markers[n] and members_of(view, n)[0].end <= verb
    ]
    return [n for n in near if not boundary_between(view, members_of(view, n)[0].head, verb)][:1]


def boundary_between(view: View, i: int, j: int) -> bool:
    """Whether a clause ends between two tokens: a verb that heads a clause, or a clause opener."""
    a, b = sorted((i, j))
    if b > a + 1 and view.sentence_of[a] != view.sentence_of[b - 1]:
        return True
    if not view.clause_openers.isdisjoint(view.texts[a + 1 : b]):
        return True
    return any(
        view.pos[k] == "VERB"
        and view.deps[k] != "acl"
        and view.heads_clause(view.doc[k])
        and not is_infinitive(view, k)
        and not _between_asides(view, a, k, b)
        for k in range(a + 1, b)
    )


def _between_asides(view: View, start: int, verb: int, end: int) -> bool:
    """Whether a verb is of a relative clause set off from what it parts: "X को, जो महीनों से छिपे थे, गिरफ्तार किया"."""
    if view.grammar.verb == "first":
        return False
    opened = any(view.texts[k] in view.grammar.relative and view.texts[k - 1] in ASIDES for k in range(start + 2, verb))
    return opened and any(view.texts[k] in ASIDES for k in range(verb + 1, end))

"""Which earlier mention a pronoun stands for: nearness, roles in the sentence, number, and who can be meant at all."""

from functools import cache
from typing import TYPE_CHECKING

from vaarta.doc import ActorMention
from vaarta.recognition.disjoint import barred, called
from vaarta.recognition.draft import Draft
from vaarta.recognition.parties import is_personal
from vaarta.recognition.told import Told, is_subject, joined, marker_after, root_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["antecedent"]

REACH = 6  # sentences back in which a pronoun finds whom it means
NEARNESS = 1.2  # how much less a mention fits with each sentence that it lies back
FITS = 4.0  # how well a bare name fits that is named in the pronoun's own sentence
SUBJECT = 2.0  # how much better a subject fits; and as an owner, whoever opens the sentence
BARE = 0.5  # how much better a person without a marker fits, where markers follow their nouns
TOPIC = 1.0  # how much better a country fits that owns the subject of its clause
GENITIVE, OBLIQUE = 0.5, 1.0  # how much less an owner fits, and what has any other marker
REPORTED = 1.5  # how much less someone fits who is only spoken of: "X said that Y will come. He …" is X
ALONE = 4.0  # how much less one person fits for "they"
PARALLEL = 3.0  # how much better an object fits an object: "phoned the president and thanked him"
LISTED = 2.0  # how much less one of several fits who are named together
STATE = "state"  # the kind, and the office, of words for a country of no name
OFFICIAL = "GOV"  # of such people the singular is never used there
UNRESPECTED = frozenset({"CRM", "REB", "UAF"})  # of them the singular is used where others have the polite plural
ANCESTORS = 12  # heads upward that are looked at


def antecedent(draft: Draft, told: Told) -> int:
    """The mention that a pronoun most likely stands for, -1 if none fits.

    It may be another pronoun that no one is known for: then neither is this one's.
    """
    given = max(_asked(draft, told), _beside_its_own(draft, told), _blamed(draft, told))
    if given >= 0:
        return given
    never = barred(draft, told) | _met_in_its_act(draft, told)
    best, most = -1, 0.0
    for index in range(len(told.drafts) - 1, -1, -1):
        back = draft.sentence - told.drafts[index].sentence
        if back > REACH:
            break
        if not never.intersection(called(index, told)):
            score = _fit(draft, index, told) - NEARNESS * back
            if score > most:
                best, most = index, score
    return best


def _asked(draft: Draft, told: Told) -> int:
    """Whom a clause of asking is asked of: "X ने Y से कहा कि वह … करे" is said of Y; -1 in other clauses."""
    verb = told.reading.doc[draft.start].head
    if verb.dep_ != "ccomp" or not any(
        "Sub" in token.morph.get("Mood", []) for token in _verb_group(draft.start, told)
    ):
        return -1
    markers = told.reading.pack.grammar.markers
    for index in range(len(told.mentions) - 1, -1, -1):
        found = told.mentions[index]
        if told.drafts[index].sentence != draft.sentence:
            return -1
        asked = marker_after(index, told) in (*markers.object, *markers.place) and found.kind != "adjective"
        if asked and found.parties and found.end <= verb.head.i and _under(found.head, verb.head.i, told):
            return index
    return -1


def _beside_its_own(draft: Draft, told: Told) -> int:
    """Whose wife or minister is named with him: "X और उनकी पत्नी", "X and his minister"; -1 elsewhere."""
    last, pointer = len(told.mentions) - 1, draft.pointer.pointer if draft.pointer else None
    if last < 0 or pointer is None or not pointer.owns:
        return -1
    between = told.reading.keys[told.mentions[last].end : draft.start]
    beside = len(between) == 1 and between[0] in told.reading.pack.reference.links["joiners"]
    return last if beside and told.mentions[last].parties and is_personal(told.drafts[last]) else -1


def _blamed(draft: Draft, told: Told) -> int:
    """Whose deed it is that someone is judged for: "condemned Kenya over | its raid"; -1 elsewhere."""
    pointer, token = draft.pointer.pointer if draft.pointer else None, told.reading.doc[draft.start]
    grammar = told.reading.pack.grammar
    if grammar.verb == "last" or pointer is None or not pointer.owns or pointer.person == 1:
        return -1
    deed = token.head
    marked = any(c.dep_ == "case" and told.reading.keys[c.i] in grammar.verbs.blaming for c in deed.children)
    objects = [c.i for c in deed.head.children if c.dep_ == "obj" and c.i < draft.start]
    judged = marked and deed.dep_ == "obl" and deed.head.pos_ == "VERB" and objects
    index = len(told.mentions) - 1
    while judged and index >= 0 and told.mentions[index].head > objects[-1]:
        index -= 1
    met = judged and index >= 0 and told.mentions[index].head == objects[-1] and told.mentions[index].parties
    return index if met and is_personal(told.drafts[index]) == (pointer.of == "person") else -1


def _under(i: int, verb: int, told: Told) -> bool:
    """Whether token `i` is an argument of the verb: hangs on it itself, or as one of a list."""
    token = told.reading.doc[i]
    return token.head.i == verb or (token.dep_ == "conj" and token.head.head.i == verb)


def _met_in_its_act(draft: Draft, told: Told) -> frozenset[tuple[str, str]]:
    """Who takes part in the pronoun's own act under another name, and so is not meant: "X ने उन पर आरोप लगाया"."""
    met: set[tuple[str, str]] = set()
    for index in range(len(told.drafts) - 1, -1, -1):
        if told.drafts[index].sentence != draft.sentence:
            break
        if told.mentions[index].kind != "pronoun" and is_personal(told.drafts[index]) and _beside(draft, index, told):
            met |= called(index, told)
    return frozenset(met)


def _fit(draft: Draft, index: int, told: Told) -> float:
    """How well a pronoun fits an earlier mention, nearness aside; 0.0 and less: not at all."""
    found, there = told.mentions[index], told.drafts[index]
    pointer = draft.pointer.pointer if draft.pointer else None
    if pointer is None or found.weak or _qualifies(index, told) or _beside(draft, index, told):
        return 0.0
    unknown = _unknown_person(index, told)
    if not found.parties and not unknown:
        return 0.0
    root = told.drafts[root_of(index, told)] if found.antecedent >= 0 else there
    personal = unknown or is_personal(root)
    held = _held(draft, told)
    if (pointer.of == "thing" and personal) or (pointer.of == "person" and pointer.number == "one" and not personal):
        return 0.0
    several = len(found.parties) > 1 or root.role == "people" or root.counted
    if held and (pointer.number == "one" and _plural(index, told) if several else not personal):
        return 0.0
    # With a marker (उसने, उसे) a verb agrees with its object, if with anything.
    bare = told.reading.keys[draft.end - 1] not in told.reading.pack.grammar.markers.pronouns
    number = (_agreement(draft.start, told) if pointer.of == "any" and bare else "") or pointer.number
    fits = FITS + _by_place(draft, index, told)
    if pointer.number == "many" and personal and not (several or told.reading.pack.reference.honorific):
        fits -= ALONE
    if pointer.of == "person":
        speaks = _says_it(draft, found, told)
        fits += 2.0 if personal else 0.0 if speaks or (several and not _of_states(root)) else -4.0
    fits += 3.0 if number == "many" and several else -1.5 if number == "one" and several else 0.0
    if told.reading.pack.reference.honorific and pointer.of == "any":
        respected = personal and not (held or _plainly(index, told))
        if respected and number == "one" and any(side.sector == OFFICIAL for side in found.parties):
            return 0.0
        fits += {"one": -3.0 if respected else 0.0, "polite": 2.0 if personal else -3.0}.get(number, 0.0)
    return fits + (0.5 if found.kind == "pronoun" else 0.0)


def _qualifies(index: int, told: Told) -> bool:
    """Whether a mention only says whose, or of what kind, what follows it is: "army | trucks", "student | visas"."""
    if told.mentions[index].kind == "adjective":
        return True
    token, there = told.reading.doc[told.mentions[index].head], told.drafts[index]
    bare = there.kind == "phrase" and bool(there.heads) and not (there.nations or there.name)
    before = told.mentions[index].end <= token.head.i and token.head.pos_ == "NOUN"
    return bare and before and token.dep_ == "compound" and told.reading.pack.grammar.verb == "first"


def _says_it(draft: Draft, found: ActorMention, told: Told) -> bool:
    """Whether a mention is the subject of the saying in whose clause "they" is the subject: "पुलिस ने कहा कि वे …"."""
    pointer = draft.pointer.pointer if draft.pointer else None
    pronoun = told.reading.doc[draft.start]
    verb, many = pronoun.head, pointer is not None and pointer.number == "many"
    subject = told.reading.doc[found.head]
    said = verb.dep_ == "ccomp" or (verb.dep_ == "obj" and verb.head.pos_ == "VERB")
    subjects = pronoun.dep_.startswith("nsubj") and subject.dep_.startswith("nsubj")
    return many and said and subjects and subject.head.i == verb.head.i


def _held(draft: Draft, told: Told) -> bool:
    """Whether a pronoun is said of whom the law holds: "उसकी जमानत", "उसे गिरफ्तार किया"."""
    above, words = told.reading.doc[draft.start].head, told.reading.pack.reference.links["custody"]
    if not words:
        return False
    return any(told.reading.keys[i] in words for i in (above.i, *(child.i for child in above.children)))


def _plainly(index: int, told: Told) -> bool:
    """Whether someone is spoken of in the singular: a gunman, or an office as such, "the chief heads two services"."""
    found = told.mentions[index]
    bare = not marker_after(index, told) and found.kind != "pronoun"
    plain = any(side.sector in UNRESPECTED for side in found.parties) or _in_singular(index, told)
    return plain or (bare and _agreement(found.head, told) == "one")


def _plural(index: int, told: Told) -> bool:
    """Whether a mention is of several, or by its case of a plural: आतंकियों को, but एक आतंकी को."""
    found, endings = told.mentions[index], told.reading.pack.grammar.markers.oblique_endings
    return len(found.parties) > 1 or told.reading.keys[found.end - 1].endswith(endings or (" ",))


def _in_singular(index: int, told: Told) -> bool:
    """Whether a mention is a pronoun of the singular alone: उसे, उसकी."""
    pointer = told.drafts[index].pointer
    return pointer is not None and pointer.pointer is not None and pointer.pointer.number == "one"


def _of_states(root: Draft) -> bool:
    """Whether several are countries: "both sides", "the three governments", "26 states"."""
    pointer = root.pointer.pointer if root.pointer else None
    if root.heads and (root.heads[-1].kind == STATE or (root.heads[-1].entry and root.heads[-1].entry.id == STATE)):
        return True
    return pointer is not None and pointer.kind == "both" and pointer.of == "countries" and not root.heads


def _by_place(draft: Draft, index: int, told: Told) -> float:
    """How much better or worse a mention fits by its role and clause."""
    found = told.mentions[index]
    owns = draft.pointer is not None and draft.pointer.pointer is not None and draft.pointer.pointer.owns
    topic = owns and told.drafts[index].sentence == draft.sentence and _opens(index, told)
    topic = topic or _alone_in_view(draft, index, told)
    fits = SUBJECT if topic or is_subject(index, told) or _suffers(index, told) else -_oblique(index, told)
    fits += PARALLEL if _parallel(draft, found, told) else 0.0
    fits -= 3.0 if told.quoted.get(found.start) != told.quoted.get(draft.start) else 0.0
    fits -= REPORTED if _reported(draft, found, told) else 0.0
    return fits - (LISTED if _listed(index, told) and _singular(draft) else 0.0)


def _suffers(index: int, told: Told) -> bool:
    """Whether a passive is told of a mention that keeps an object's marker: "चीन को बुलाया गया, उसे …"."""
    token = told.reading.doc[told.mentions[index].head]
    objects = told.reading.pack.grammar.markers.object
    marked = token.dep_ in ("obj", "iobj") and marker_after(index, told) in objects
    return marked and any(child.dep_ == "aux:pass" for child in token.head.children)


def _parallel(draft: Draft, found: ActorMention, told: Told) -> bool:
    """Whether the pronoun is the object of a verb joined to that of which the mention is, where verbs stand first."""
    here, there = told.reading.doc[draft.start], told.reading.doc[found.head]
    objects = here.dep_ in ("obj", "iobj") and there.dep_ == "obj" and told.reading.pack.grammar.verb == "first"
    return objects and here.head.dep_ == "conj" and here.head.head.i == there.head.i


def _opens(index: int, told: Told) -> bool:
    """Whether a sentence opens with a person: "मोदी के भाषण में उनका …"."""
    first, _ = told.reading.sentence_span(told.drafts[index].sentence)
    return told.mentions[index].start == first and is_personal(told.drafts[index])


def _alone_in_view(draft: Draft, index: int, told: Told) -> bool:
    """Whether a sentence opens with whose something is, and no one acts in it: "ली के भाषण में उम्मीद थी। उन्होंने …"."""
    sentence = told.drafts[index].sentence
    whose = marker_after(index, told) in told.reading.pack.grammar.markers.genitive and not _phrasal(index, told)
    if sentence == draft.sentence or not whose or not _opens(index, told):
        return False
    return not any(is_subject(i, told) for i, there in enumerate(told.drafts) if there.sentence == sentence)


def _singular(draft: Draft) -> bool:
    pointer = draft.pointer.pointer if draft.pointer else None
    return pointer is not None and pointer.number != "many"


def _listed(index: int, told: Told) -> bool:
    """Whether a mention is one of several that are named together: "X और Y ने"."""
    near = ((index - 1, index), (index, index + 1))
    return any(
        one >= 0 and other < len(told.mentions) and joined(one, other, told) and not _clause_begins(other, told)
        for one, other in near
    )


def _clause_begins(index: int, told: Told) -> bool:
    """Whether a mention is the subject of a verb after it, where verbs stand first: "…, and | Togo promised aid"."""
    token = told.reading.doc[told.mentions[index].head]
    return told.reading.pack.grammar.verb == "first" and token.dep_.startswith("nsubj") and token.head.i > token.i


def _unknown_person(index: int, told: Told) -> bool:
    """Whether a mention is a personal pronoun, subject of its clause, that no one before it is meant by."""
    found, pointer = told.mentions[index], told.drafts[index].pointer
    personal = pointer is not None and pointer.pointer is not None and pointer.pointer.of == "person"
    return found.why == "pronoun" and not found.parties and personal and is_subject(index, told)


def _oblique(index: int, told: Told) -> float:
    """How much less a mention fits for the marker that follows it: whom one met is not who went on."""
    markers = told.reading.pack.grammar.markers
    if markers.stands != "after":
        return 0.0
    word = marker_after(index, told)
    if not word:
        return -BARE if is_personal(told.drafts[index]) else 0.0
    if word in markers.genitive and _owns_subject(index, told):
        return -TOPIC
    return GENITIVE if word in markers.genitive and not _phrasal(index, told) else OBLIQUE


def _owns_subject(index: int, told: Told) -> bool:
    """Whether a country owns the subject of its clause: "चीन की नीति उसके … से" goes on about China."""
    token = told.reading.doc[told.mentions[index].head]
    owned = token.dep_ == "nmod" and token.head.dep_.startswith("nsubj")
    return owned and not _phrasal(index, told) and not is_personal(told.drafts[index])


def _phrasal(index: int, told: Told) -> bool:
    """Whether a genitive is only the first word of a longer marker: के साथ, के लिए."""
    keys, end = told.reading.keys, told.mentions[index].end
    return tuple(keys[end : end + 2]) in _compound(told.reading.pack.grammar.markers.all)


@cache
def _compound(markers: frozenset[str]) -> frozenset[tuple[str, ...]]:
    """The first two words of each marker that has several."""
    return frozenset(tuple(marker.split()[:2]) for marker in markers if " " in marker)


def _reported(draft: Draft, found: ActorMention, told: Told) -> bool:
    """Whether a mention is inside a clause that someone says, and the pronoun is not."""
    token = told.reading.doc[found.head]
    for _ in range(ANCESTORS):
        if token.head.i == token.i:
            return False
        if token.dep_ == "ccomp":
            return not token.left_edge.i <= draft.start <= token.right_edge.i
        token = token.head
    return False


def _agreement(subject: int, told: Told) -> str:
    """What a verb says of its subject, a token: one, polite (plural, which may honour one person) or ""."""
    group = _verb_group(subject, told)
    told_by = [(token.morph.get("Number", []), token.morph.get("Polite", [])) for token in group]
    if any("Plur" in number or polite for number, polite in told_by):
        return "polite"
    return "one" if any("Sing" in number for number, _ in told_by) else ""


def _verb_group(subject: int, told: Told) -> list["Token"]:
    """The inflected words of the verb whose subject the token is, the finite ones if any are; [] if it is none's."""
    token = told.reading.doc[subject]
    if not token.dep_.startswith("nsubj"):
        return []
    group = [token.head, *(child for child in token.head.children if child.dep_ in ("aux", "aux:pass", "cop"))]
    forms = [(token, token.morph.get("VerbForm", [])) for token in group]
    finite = [token for token, form in forms if "Fin" in form]
    return finite or [token for token, form in forms if form and "Inf" not in form]


def _beside(draft: Draft, index: int, told: Told) -> bool:
    """Whether both are arguments of one verb, or of one that shares its subject: "India told it" is not about India.

    "The president met X and gave him a medal": him is not the president.
    """
    doc, found = told.reading.doc, told.mentions[index]
    here, there = doc[draft.start], doc[found.head]
    possessive = here.dep_.startswith(("nmod", "det"))
    if possessive or not here.dep_ or here.head.i == here.i:
        return False
    verb = here.head
    if not here.dep_.startswith("nsubj") and is_subject(index, told):
        while _without_subject(verb, told):
            verb = verb.head
    return there.head.i in (here.head.i, verb.i) and there.i != verb.i


def _without_subject(verb: "Token", told: Told) -> bool:
    """Whether a verb shares the subject of the verb that it hangs on: a converb, or one joined by "and"."""
    if verb.dep_ == "advcl":
        return not {"Fin", "Inf"} & set(verb.morph.get("VerbForm", []))
    first = told.reading.pack.grammar.verb == "first"
    return first and verb.dep_ == "conj" and not any(c.dep_.startswith("nsubj") for c in verb.children)

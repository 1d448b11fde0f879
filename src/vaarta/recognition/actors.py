"""Atoms composed into phrases: a country, its adjective or people, their bodies and offices, and the name that follows.

One engine for both languages: which words join (का, 's, of, to) is in reference.toml. Every phrase is a `Draft`: what
it says of itself, before anything is known of the story.
"""

from collections.abc import Iterator

from vaarta.packs.grammar import first_words
from vaarta.packs.names import fold_word
from vaarta.recognition.draft import BODIES, GROUPS, POWER, Draft
from vaarta.recognition.fillers import past_field, past_fillers, past_title
from vaarta.recognition.person_names import foreigner, with_name
from vaarta.recognition.phrases import PERSON_LABELS, Reading
from vaarta.recognition.runs import run

__all__ = ["drafts"]

LONGEST_SCHEME = 7  # tokens from the office to the word for the thing
RULING = {"head", "minister"}  # roles of the offices that things are named after
ARMED = "REB"
ASIDE = 5  # atoms from one bracket to the other around a short name


def drafts(reading: Reading) -> Iterator[Draft]:
    """All phrases of a Doc that may name an actor or a place, in order, without overlap."""
    i, last = 0, None
    while i < len(reading.atoms):
        draft, after = _phrase(reading, i)
        if draft is not None and not _spoiled(reading, i, after):
            if last is not None:
                yield _shared(reading, last, draft)
            last = draft
        i = max(after, i + 1)
    if last is not None:
        yield last


def _shared(reading: Reading, draft: Draft, following: Draft) -> Draft:
    """The draft with the offices of the next, if both have them: "Indian and | Pakistani soldiers" are all soldiers."""
    beside = following.start == draft.end + 1 and reading.keys[draft.end] in reading.pack.reference.links["joiners"]
    if not (beside and draft.alone and following.nations and following.heads and following.name is None):
        return draft
    several = "Number=Plur" in reading.doc[following.end - 1].morph
    given = several or draft.nations[0].kind == "adjective"
    return draft._replace(heads=following.heads) if given else draft


def _phrase(reading: Reading, i: int) -> tuple[Draft | None, int]:
    """The phrase that begins at atom i, with all that is linked to it, and the atom after it."""
    atom = reading.atoms[i]
    if atom.kind == "pronoun" or (atom.kind == "both" and not _counts_office(reading, i)):
        draft, after = Draft(atom.kind, atom.start, atom.end, atom.sentence, pointer=atom), i + 1
    elif atom.kind == "source":
        return None, i + 1
    else:
        found, after = run(reading, i)
        if found is None:
            return None, i + 1
        draft = found
    while (linked := _parted(reading, draft, after) or _link(reading, draft, after)) is not None:
        draft, after = linked
    return draft, after


def _counts_office(reading: Reading, i: int) -> bool:
    """Whether "the two" only counts those named after it: "the two | soldiers"."""
    pointer, following = reading.atoms[i].pointer, reading.atoms[i + 1] if i + 1 < len(reading.atoms) else None
    if pointer is None or pointer.of != "any" or following is None:
        return False
    return following.sentence == reading.atoms[i].sentence and following.kind in ("adjective", "country", "office")


def _link(reading: Reading, draft: Draft, i: int) -> tuple[Draft, int] | None:
    """The draft with the phrase that a small word at atom i joins to it, and the atom after."""
    if i + 1 >= len(reading.atoms) or reading.atoms[i].sentence != draft.sentence:
        return None
    atom = reading.atoms[i]
    owned = i + 1 if reading.links("possessives", atom) else _past_aside(reading, draft, i)
    if owned and (
        linked := _states(reading, draft, owned) or _owning(reading, draft, owned) or _posted(reading, draft, owned)
    ):
        return linked
    if reading.links("complements", atom) and (linked := _completed(reading, draft, i + 1)):
        return linked
    if reading.links("origins", atom) and not draft.nations and (linked := _completed(reading, draft, i + 1)):
        return linked if _hangs(reading, draft, linked[0]) else None
    if reading.links("hosts", atom) and (linked := _hosted(reading, draft, i + 1)):
        return linked
    return _apposed(reading, draft, i)


def _parted(reading: Reading, draft: Draft, i: int) -> tuple[Draft, int] | None:
    """The draft of some of many, who act as those do: "रूस के अखबारों | में से एक ने"."""
    if i + 1 >= len(reading.atoms):
        return None
    atom, some = reading.atoms[i], reading.atoms[i + 1]
    parts = " ".join(reading.keys[atom.start : atom.end]) in reading.pack.reference.links["partitives"]
    counts = some.kind == "few" or reading.doc[some.start].pos_ == "NUM"
    return (draft._replace(end=some.end), i + 2) if parts and counts and draft.heads and not draft.name else None


def _states(reading: Reading, draft: Draft, i: int) -> tuple[Draft, int] | None:
    """The states of a part of the world: "यूरोप के | देशों"."""
    atom = reading.atoms[i]
    of_parts = atom.kind == "state" and draft.of_parts and atom.sentence == draft.sentence
    return (draft._replace(heads=(atom,), end=atom.end), i + 1) if of_parts else None


def _past_aside(reading: Reading, draft: Draft, i: int) -> int:
    """The atom of what a body owns, past its short name in brackets: "संगठन (एससीओ) के | मंत्रियों"; 0 if none."""
    atoms = reading.atoms
    if not draft.heads or draft.name or reading.keys[atoms[i].start] != "(":
        return 0
    closed = next((j for j in range(i + 1, min(i + ASIDE, len(atoms) - 2)) if reading.keys[atoms[j].start] == ")"), 0)
    owns = closed and atoms[closed + 2].sentence == draft.sentence and reading.links("possessives", atoms[closed + 1])
    return closed + 2 if owns else 0


def _owning(reading: Reading, draft: Draft, i: int) -> tuple[Draft, int] | None:
    """Owner before owned: "रूस के | राष्ट्रपति", "China's | defence ministry"."""
    if draft.kind == "pronoun" or reading.atoms[i].sentence != draft.sentence:
        return None
    if _own(reading, i) and i + 1 < len(reading.atoms) and reading.atoms[i + 1].kind == "counterpart":
        i += 1  # "केन्या के | अपने | समकक्ष X"
    owned, after = run(reading, i)
    if _unknown(reading, owned, after) and not draft.name and reading.atoms[i].kind in ("word", "propn", "modifier"):
        j = past_fillers(reading, i) or past_title(reading, i) or past_field(reading, i)
        owned, after = run(reading, j) if j is not None else (owned, after)
    if owned is not None and owned.name and not owned.heads and _theirs(reading, draft, owned):
        return draft._replace(name=owned.name, person=owned.person, end=owned.end), after
    if owned is None or owned.nations or not owned.heads or _foreign(reading, draft, owned):
        return None
    if (draft.name and not draft.heads and _becomes(reading, after)) or _faces(reading, draft, owned, after):
        return None
    if owned.heads[-1].entry and owned.heads[-1].entry.weak and _act(reading, draft, owned):
        return None
    merged = draft._replace(
        heads=(*draft.heads, *owned.heads),
        name=owned.name,
        owner=draft.name or draft.owner,
        person=owned.person or draft.person,
        prefix=owned.prefix,
        counted=owned.counted,
        end=owned.end,
    )
    return merged, after


def _own(reading: Reading, i: int) -> bool:
    pointer = reading.atoms[i].pointer
    return pointer is not None and pointer.own and pointer.owns


def _posted(reading: Reading, draft: Draft, i: int) -> tuple[Draft, int] | None:
    """An owner's envoy at a host that stands between: "केन्या के | चाड स्थित | राजदूत"."""
    host, j = run(reading, i)
    if host is None or not (draft.alone and host.alone) or j + 1 >= len(reading.atoms):
        return None
    envoy, after = run(reading, j + 1) if reading.links("hosts", reading.atoms[j]) else (None, j)
    if envoy is None or envoy.role != "envoy" or envoy.nations or envoy.sentence != draft.sentence:
        return None
    return envoy._replace(start=draft.start, nations=draft.nations, host=host), after


def _unknown(reading: Reading, owned: Draft | None, after: int) -> bool:
    """Whether what is owned is nothing we know, or a name that no list has right before an office: "Port Minister"."""
    if owned is None:
        return True
    bare = owned.name is not None and not owned.heads and owned.person is None
    return bare and after < len(reading.atoms) and reading.atoms[after].kind in ("office", "word")


def _act(reading: Reading, draft: Draft, owned: Draft) -> bool:
    """Whether a weak office is what is done to its owner: "टीम का नेतृत्व कर रहे हैं" leads a team."""
    return draft.role == "group-noun" or reading.hosts_verb(owned.end - 1)


def _theirs(reading: Reading, draft: Draft, owned: Draft) -> bool:
    """Whether a named person is the country's or body's own: "China's Li Wei", "कांग्रेस के राम वर्मा"."""
    if draft.name or not (draft.nations or draft.heads) or owned.name is None:
        return False
    if owned.person and owned.person.entry:
        mine = [atom.entry.country for atom in (*draft.nations, *draft.heads) if atom.entry and atom.entry.country]
        return mine[:1] == [owned.person.entry.country]
    return any(token.ent_type_ in PERSON_LABELS for token in reading.doc[slice(*owned.name)])


def _becomes(reading: Reading, after: int) -> bool:
    """Whether a verb follows at once: "जयशंकर के मंत्री बनने के बाद" has one person, who becomes minister."""
    return after < len(reading.atoms) and reading.doc[reading.atoms[after].start].pos_ == "VERB"


def _foreign(reading: Reading, draft: Draft, owned: Draft) -> bool:
    """Whether what is owned is a group or person of another country than the owner's, and so not the owner's.

    After an office the genitive is of a noun further on: "नेपाली राष्ट्रपति की | प्रधानमंत्री मोदी के साथ बैठक". A name right
    after its country is rather a namesake's.
    """
    if draft.heads and reading.pack.grammar.verb == "last" and (foreigner(draft, owned.person) or _rule(draft, owned)):
        return True
    entry, owner = owned.heads[0].entry, draft.nations[-1].entry if draft.nations else None
    if owned.start < owned.heads[0].start and entry is not None and entry.sector == ARMED:
        return False  # "माली के | आतंकी संगठन X": it is told whose it is
    return bool(owned.heads[0].kind in GROUPS and entry and owner and entry.country not in ("", owner.country))


def _faces(reading: Reading, draft: Draft, owned: Draft, after: int) -> bool:
    """Whether a crowd's genitive is of what it has with a power of the state: "छात्रों की | पुलिस से झड़प हुई"."""
    entry, markers = owned.heads[0].entry, reading.pack.grammar.markers
    power = entry is not None and entry.role in BODIES and entry.sector in POWER
    if draft.role != "people" or not power or markers.stands == "before":
        return False
    marker = reading.keys[reading.atoms[after].start] if after < len(reading.atoms) else ""
    return marker in first_words(frozenset(markers.companions))


def _rule(draft: Draft, owned: Draft) -> bool:
    """Whether two who rule stand side by side, neither of whom is the other's: "शाह का | प्रधानमंत्री ने आभार जताया"."""
    entries = (draft.heads[-1].entry, owned.heads[0].entry)
    return all(entry is not None and entry.role in RULING for entry in entries)


def _completed(reading: Reading, draft: Draft, i: int) -> tuple[Draft, int] | None:
    """Owned before owner: "spokesman for | the foreign ministry", "president of | Russia"."""
    if not draft.heads or draft.heads[-1].kind in GROUPS:
        return None
    i = _past_article(reading, i)
    if i < len(reading.atoms) and reading.atoms[i].kind == "both":
        atom = reading.atoms[i]
        return draft._replace(kind="both", pointer=atom, end=atom.end), i + 1
    owner, after = _phrase(reading, i) if i < len(reading.atoms) else (None, i)
    if owner is None or owner.sentence != draft.sentence or not (owner.nations or owner.heads) or owner.name:
        return None
    possessive = after < len(reading.atoms) and reading.links("possessives", reading.atoms[after])
    if possessive or (draft.nations and owner.nations):
        return None
    merged = draft._replace(nations=(*draft.nations, *owner.nations), heads=(*owner.heads, *draft.heads), end=owner.end)
    if draft.name is None and after < len(reading.atoms) and reading.atoms[after].kind in ("title", "person", "propn"):
        return with_name(reading, merged, after) or (merged, after)
    return merged, after


def _hangs(reading: Reading, draft: Draft, merged: Draft) -> bool:
    """Whether what a phrase was completed with hangs on its own words: "troops from Chad", not "left from Chad"."""
    tokens = range(draft.end + 1, merged.end)
    tops = [
        reading.doc[i].head.i for i in tokens if reading.doc[i].head.i not in tokens and reading.doc[i].dep_ != "case"
    ]
    return any(draft.start <= top < draft.end for top in tops)


def _past_article(reading: Reading, i: int) -> int:
    return i + 1 if i < len(reading.atoms) and reading.links("articles", reading.atoms[i]) else i


def _hosted(reading: Reading, draft: Draft, i: int) -> tuple[Draft, int] | None:
    """Where an envoy serves, which is not whom he serves: "भारत में | रूस के राजदूत", "Indian ambassador to | Russia"."""
    i = _past_article(reading, i)
    if i >= len(reading.atoms) or reading.atoms[i].sentence != draft.sentence:
        return None
    other, after = _phrase(reading, i)
    if other is None or other.kind != "phrase":
        return None
    if draft.role == "envoy" and _place_like(other) and not _sent(reading, draft):
        return draft._replace(end=other.end, host=other), after
    if _place_like(draft) and any(atom.entry and atom.entry.role == "envoy" for atom in other.heads) and other.nations:
        return other._replace(start=draft.start, host=draft), after
    return None


def _sent(reading: Reading, draft: Draft) -> bool:
    """Whether an envoy is sent to where he would serve: "sent an | envoy | to Mali"."""
    envoy = reading.doc[draft.end - 1]
    sent = fold_word(envoy.head.lemma_ or envoy.head.text) in reading.pack.reference.links["senders"]
    return sent and envoy.dep_ == "obj"


def _place_like(draft: Draft) -> bool:
    organisation = len(draft.heads) == 1 and draft.heads[0].kind == "organisation" and draft.name is None
    return draft.alone or organisation


def _apposed(reading: Reading, draft: Draft, i: int) -> tuple[Draft, int] | None:
    """A name and its office, or an office and its name, between commas: "Wu Qian, the ministry's spokesman,"."""
    if reading.keys[reading.atoms[i].start] != "," or draft.kind != "phrase" or not (draft.heads or draft.name):
        return None
    # Looked at only within the sentence: a list of a thousand names would be as many calls deep.
    following = _past_article(reading, i + 1)
    if i + 2 >= len(reading.atoms) or reading.atoms[following].sentence != draft.sentence:
        return None
    other, after = _phrase(reading, following)
    if other is None or other.kind != "phrase" or other.sentence != draft.sentence:
        return None
    closed = after < len(reading.atoms) and reading.atoms[after].kind == "break"
    between = closed and reading.keys[reading.atoms[after].start] == ","
    named = draft.name is not None and not draft.heads and (between or _person(reading, draft))
    # After a name that no list has, what follows in a list is more likely its office than another party.
    joined = after < len(reading.atoms) and reading.links("joiners", reading.atoms[after]) and draft.person is None
    if (closed or joined) and named and other.heads and other.name is None and other.role not in BODIES:
        return other._replace(start=draft.start, name=draft.name, person=draft.person), after
    renamed = other.name is not None and not other.heads and draft.heads and draft.name is None
    ends = closed and (between or _last_of_its_sentence(reading, after))
    if ends and renamed and draft.role not in BODIES:
        return draft._replace(end=other.end, name=other.name, person=other.person), after
    return None


def _person(reading: Reading, draft: Draft) -> bool:
    """Whether a name may be a person's; where markers follow, a comma parts clauses: "X का दौरा, राष्ट्रपति ने …"."""
    if reading.pack.grammar.markers.stands == "before" or draft.person is not None or draft.name is None:
        return True
    return any(token.ent_type_ in PERSON_LABELS for token in reading.doc[slice(*draft.name)])


def _last_of_its_sentence(reading: Reading, i: int) -> bool:
    """Whether atom i is the mark that ends a sentence: "with the envoy, Ismail Ahmed."."""
    return i + 1 == len(reading.atoms) or reading.atoms[i + 1].sentence != reading.atoms[i].sentence


def _spoiled(reading: Reading, i: int, after: int) -> bool:
    """Whether the words around say that it is no actor: India Gate, Bank of India, चीनी beside किलो."""
    atoms = reading.atoms
    if i and atoms[i - 1].kind == "spoiler-before":
        return True
    if after < len(atoms) and atoms[after].kind == "spoiler-after" and atoms[after].sentence == atoms[i].sentence:
        return True
    if _qualifies(reading, i, after) or _names_a_scheme(reading, i):
        return True
    near = reading.pack.reference.homonyms.get(reading.keys[atoms[i].start])
    window = reading.keys[max(0, atoms[i].start - 3) : atoms[i].end + 3]
    return near is not None and not near.isdisjoint(window)


def _names_a_scheme(reading: Reading, i: int) -> bool:
    """Whether an office only begins the name of a scheme, a prize or a fund: "प्रधानमंत्री फसल बीमा | योजना"."""
    office = reading.atoms[i]
    if office.kind != "office" or office.entry is None or office.entry.role not in RULING:
        return False
    for k in range(office.end, min(office.end + LONGEST_SCHEME, reading.sentence_span(office.sentence)[1])):
        token = reading.doc[k]
        if reading.keys[k] in reading.pack.reference.links["schemes"]:
            return True
        if token.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"} or token.ent_type_ in PERSON_LABELS:
            return False
    return False


def _qualifies(reading: Reading, i: int, after: int) -> bool:
    """Whether a single word for a body only says of what kind a thing is: "military aid", "civilian flights"."""
    atom = reading.atoms[i]
    token = reading.doc[atom.start]
    alone = after == i + 1 and atom.end == atom.start + 1 and atom.kind == "office"
    return alone and token.pos_ == "ADJ" and token.dep_ == "amod" and token.head.i > token.i

"""Atoms composed into phrases: a country, its adjective or people, their bodies and offices, and the name that follows.

One engine for both languages: which words join (का, 's, of, to) is in reference.toml. Every phrase is a `Draft`: what
it says of itself, before anything is known of the story.
"""

from collections.abc import Iterator

from vaarta.recognition.draft import BODIES, GROUPS, NATIONS, Draft
from vaarta.recognition.fillers import past_fillers, past_title
from vaarta.recognition.parties import CORE
from vaarta.recognition.person_names import with_name
from vaarta.recognition.phrases import HYPHENS, PERSON_LABELS, Atom, Reading

__all__ = ["drafts"]

LEADS = frozenset({"few", "modifier", "prefix", "region"})
POWER = frozenset({"COP", "GOV", "JUD", "LEG", "MIL"})  # sectors
FORMER = "former"  # the modifier that names.NameEntry gives to ex-holders, in every language


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
        found, after = _run(reading, i)
        if found is None:
            return None, i + 1
        draft = found
    while (linked := _link(reading, draft, after)) is not None:
        draft, after = linked
    return draft, after


def _run(reading: Reading, i: int) -> tuple[Draft | None, int]:
    """The run of atoms from i on that belong together without a linking word, and the atom after it."""
    first = reading.atoms[i]
    draft = Draft("phrase", first.start, first.start, first.sentence)
    owned = i > 0 and _owner(reading.atoms[i - 1])
    content = False
    while i < len(reading.atoms) and reading.atoms[i].sentence == draft.sentence:
        atom = reading.atoms[i]
        if not content and (atom.kind in LEADS or atom.kind == "both"):
            draft = draft._replace(
                prefix=draft.prefix or _prefix(atom), counted=draft.counted or _counts(reading, atom)
            )
            i += 2 if atom.kind == "prefix" and _hyphenated(reading, i) else 1
            continue
        joined = _joined(reading, draft, i)
        if joined is None:
            break
        draft, i = joined
        content = True
    if not content:
        return None, i
    return _trimmed(draft, first, owned=owned), i


def _attributes(reading: Reading, nation: Atom) -> bool:
    """Whether a nation qualifies what follows: by its adjective, or its name before a noun, "a U.S. drone"."""
    token = reading.doc[nation.end - 1]
    return nation.kind == "adjective" or (token.dep_ == "compound" and token.head.i > token.i)


def _counts_office(reading: Reading, i: int) -> bool:
    """Whether "the two" only counts those named after it: "the two | soldiers"."""
    pointer, following = reading.atoms[i].pointer, reading.atoms[i + 1] if i + 1 < len(reading.atoms) else None
    if pointer is None or pointer.of != "any" or following is None:
        return False
    return following.sentence == reading.atoms[i].sentence and following.kind in ("adjective", "country", "office")


def _hyphenated(reading: Reading, i: int) -> bool:
    """Whether a hyphen joins atom i to the next word: "ex-president"."""
    return i + 2 < len(reading.atoms) and reading.keys[reading.atoms[i + 1].start] in HYPHENS


def _owner(atom: Atom) -> bool:
    return atom.pointer is not None and atom.pointer.owns


def _trimmed(draft: Draft, first: Atom, *, owned: bool) -> Draft:
    """The draft without the adjectives and numbers before it, if it is but a country or a name."""
    if draft.heads or first.kind not in LEADS:
        return draft._replace(owned=owned)
    starts = [atom.start for atom in draft.nations] + ([draft.name[0]] if draft.name else [])
    return draft._replace(start=min(starts), owned=owned)


def _prefix(atom: Atom) -> str:
    """The sector that a word before an office gives its holder, "" for most."""
    if atom.entry:
        return "ELI" if atom.entry.id == FORMER else ""
    return atom.pointer.sector if atom.pointer else ""


def _counts(reading: Reading, atom: Atom) -> bool:
    return atom.kind in ("both", "few") or reading.doc[atom.start].pos_ == "NUM" or reading.doc[atom.start].like_num


def _joined(reading: Reading, draft: Draft, i: int) -> tuple[Draft, int] | None:
    """The draft with atom i (and what it takes along), and the atom after; None if it does not belong."""
    atom = reading.atoms[i]
    empty = not (draft.nations or draft.heads or draft.name)
    if atom.kind in NATIONS:
        token = reading.doc[atom.end - 1]
        return _with_nation(draft, atom, i, several=token.pos_ in ("NOUN", "PROPN") and "Number=Plur" in token.morph)
    if atom.kind in GROUPS or atom.kind in ("office", "building", "counterpart", "state"):
        return None if _before_power(reading, draft, atom) else _with_head(reading, draft, atom, i)
    if atom.kind in ("person", "propn", "title", "particle"):
        named = with_name(reading, draft, i)
        return named if named or draft.name else _with_filler(reading, draft, i)
    if empty or draft.name:
        return None
    if reading.keys[atom.start] == "(":
        return _with_aside(reading, draft, i)
    return _with_filler(reading, draft, i)


def _with_nation(draft: Draft, atom: Atom, i: int, *, several: bool) -> tuple[Draft, int] | None:
    if not (draft.nations or draft.heads or draft.name):
        return draft._replace(nations=(atom,), end=atom.end), i + 1
    kin = _ends_group(draft, atom) or _minority(draft, atom, several=several)
    return (draft._replace(end=atom.end), i + 1) if kin else None


def _minority(draft: Draft, atom: Atom, *, several: bool) -> bool:
    """Whether a people of one country's name are another's: "Bosnian | Serbs", "Turkish | Kurds"."""
    first = draft.nations[0] if draft.alone else None
    beside = first is not None and first.kind == atom.kind == "adjective" and first.end == atom.start
    return beside and several


def _ends_group(draft: Draft, atom: Atom) -> bool:
    """Whether a group's name ends in its own country: "Workers' Party | Korea", "जमात-ए-इस्लामी | बांग्लादेश"."""
    group, nation = draft.heads[-1] if draft.heads else None, atom.entry
    if group is None or group.kind not in GROUPS or not (group.entry and nation) or atom.kind != "country":
        return False
    return group.end == draft.end and group.entry.country == nation.country


def _with_head(reading: Reading, draft: Draft, atom: Atom, i: int) -> tuple[Draft, int] | None:
    role = atom.entry.role if atom.entry else ""
    if atom.kind in GROUPS and draft.heads and draft.name is None:
        return _with_own_name(reading, draft, atom, i)
    if (draft.name and not (role in BODIES and not draft.heads)) or not _side_by_side(draft, atom):
        return None
    if (atom.kind in GROUPS and _of_another(draft, atom)) or (
        draft.role == "people" and _acts(reading, draft.end - 1, atom)
    ):
        return None
    if atom.kind == "state" and not (draft.counted or draft.heads):
        return None
    if atom.kind == "building" and not (draft.nations or draft.heads):
        return None
    return draft._replace(heads=(*draft.heads, atom), name=None, end=atom.end), i + 1


def _with_own_name(reading: Reading, draft: Draft, atom: Atom, i: int) -> tuple[Draft, int] | None:
    """The draft under its own name, if a crowd's or a body's word only says what is named: "आतंकी संगठन | जैश"."""
    last = draft.heads[-1]
    own = draft.name is None and len(draft.heads) == 1 and last.kind == "office" and draft.end == atom.start
    named = own and draft.role in ("people", "group-noun") and atom.start <= reading.doc[last.end - 1].head.i < atom.end
    return (draft._replace(heads=(atom,), end=atom.end), i + 1) if named else None


def _acts(reading: Reading, i: int, atom: Atom) -> bool:
    """Whether token `i` is subject or object of a verb, and so no part of what follows: "एक आतंकी | चौकी में घुसा"."""
    token = reading.doc[i]
    return token.dep_.split(":")[0] in CORE and not atom.start <= token.head.i < atom.end


def _of_another(draft: Draft, group: Atom) -> bool:
    """Whether a group is not the country's right before it: "मिस्र | हमास और इज़राइल के बीच", "यूक्रेन | नाटो की"."""
    nation = draft.nations[-1] if draft.nations else None
    if nation is None or nation.kind != "country" or not (nation.entry and group.entry):
        return False
    return group.entry.country not in {"", nation.entry.country}


def _before_power(reading: Reading, draft: Draft, body: Atom) -> bool:
    """Whether people stand right before a body of the state, which is none of theirs: "हजारों लोग | सरकार के खिलाफ"."""
    state = body.entry is not None and body.entry.role in BODIES and body.entry.sector in POWER
    return state and draft.role == "people" and "Number=Plur" in reading.doc[draft.end - 1].morph


def _side_by_side(draft: Draft, atom: Atom) -> bool:
    """Whether an office can follow the last one without a word between: "police officer", not "police protesters"."""
    if not draft.heads or not atom.entry:
        return True
    role, last = atom.entry.role, draft.heads[-1].entry
    if last and last.weak and last.role == "official":
        return False  # "टीम का नेतृत्व | सेना प्रमुख कर रहे हैं": who leads is no part of the leadership
    if atom.entry.country or (draft.role == "group-noun" and role in (*BODIES, "people")):
        return False
    if draft.role in ("head", "minister") and role == "people":
        return False  # "प्रधानमंत्री | व्यापारिक समुदाय से मिले"
    crowd = draft.role in BODIES and role == "people"
    return not crowd or atom.entry.sector in ("", "LAB", last.sector if last else "")


def _with_aside(reading: Reading, draft: Draft, i: int) -> tuple[Draft, int] | None:
    """The draft with the abbreviation in brackets after its office, if a name follows: "the CGS (…) General X"."""
    for j in range(i + 1, min(i + 5, len(reading.atoms) - 1)):
        if reading.keys[reading.atoms[j].start] == ")":
            follows = reading.atoms[j + 1].kind in ("office", "title", "person", "propn")
            return _joined(reading, draft, j + 1) if follows and draft.heads else None
    return None


def _with_filler(reading: Reading, draft: Draft, i: int) -> tuple[Draft, int] | None:
    """The draft with plain words at i that lead to its office: "US trade policy adviser"; an adjective before them."""
    opened = bool(draft.nations) and not draft.heads and _attributes(reading, draft.nations[-1])
    inner = bool(draft.heads) and draft.heads[-1].kind in GROUPS
    if not (opened or inner):
        return None
    j = past_fillers(reading, i)
    return None if j is None else _joined(reading, draft, j)


def _link(reading: Reading, draft: Draft, i: int) -> tuple[Draft, int] | None:
    """The draft with the phrase that a small word at atom i joins to it, and the atom after."""
    if i + 1 >= len(reading.atoms) or reading.atoms[i].sentence != draft.sentence:
        return None
    atom = reading.atoms[i]
    if reading.links("possessives", atom) and (linked := _owning(reading, draft, i + 1)):
        return linked
    if reading.links("complements", atom) and (linked := _completed(reading, draft, i + 1)):
        return linked
    if reading.links("origins", atom) and not draft.nations and (linked := _completed(reading, draft, i + 1)):
        return linked if _hangs(reading, draft, linked[0]) else None
    if reading.links("hosts", atom) and (linked := _hosted(reading, draft, i + 1)):
        return linked
    return _apposed(reading, draft, i)


def _owning(reading: Reading, draft: Draft, i: int) -> tuple[Draft, int] | None:
    """Owner before owned: "रूस के | राष्ट्रपति", "China's | defence ministry"."""
    if draft.kind == "pronoun" or reading.atoms[i].sentence != draft.sentence:
        return None
    owned, after = _run(reading, i)
    if _unknown(reading, owned, after) and not draft.name and reading.atoms[i].kind in ("word", "propn", "modifier"):
        j = past_fillers(reading, i) or past_title(reading, i)
        owned, after = _run(reading, j) if j is not None else (owned, after)
    if owned is not None and owned.name and not owned.heads and _theirs(reading, draft, owned):
        return draft._replace(name=owned.name, person=owned.person, end=owned.end), after
    if owned is None or owned.nations or not owned.heads or _foreign_group(draft, owned):
        return None
    if draft.name and not draft.heads and _becomes(reading, after):
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


def _foreign_group(draft: Draft, owned: Draft) -> bool:
    """Whether what is owned is a group of another country than the owner's, and so not the owner's."""
    entry, owner = owned.heads[0].entry, draft.nations[-1].entry if draft.nations else None
    return bool(owned.heads[0].kind in GROUPS and entry and owner and entry.country not in ("", owner.country))


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
    if draft.role == "envoy" and _place_like(other):
        return draft._replace(end=other.end, host=other), after
    if _place_like(draft) and any(atom.entry and atom.entry.role == "envoy" for atom in other.heads) and other.nations:
        return other._replace(start=draft.start, host=draft), after
    return None


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
    named = draft.name is not None and not draft.heads
    # After a name that no list has, what follows in a list is more likely its office than another party.
    joined = after < len(reading.atoms) and reading.links("joiners", reading.atoms[after]) and draft.person is None
    if (closed or joined) and named and other.heads and other.name is None and other.role not in BODIES:
        return other._replace(start=draft.start, name=draft.name, person=draft.person), after
    renamed = other.name is not None and not other.heads and draft.heads and draft.name is None
    ends = closed and (reading.keys[reading.atoms[after].start] == "," or _last_of_its_sentence(reading, after))
    if ends and renamed and draft.role not in BODIES:
        return draft._replace(end=other.end, name=other.name, person=other.person), after
    return None


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
    if _qualifies(reading, i, after):
        return True
    near = reading.pack.reference.homonyms.get(reading.keys[atoms[i].start])
    window = reading.keys[max(0, atoms[i].start - 3) : atoms[i].end + 3]
    return near is not None and not near.isdisjoint(window)


def _qualifies(reading: Reading, i: int, after: int) -> bool:
    """Whether a single word for a body only says of what kind a thing is: "military aid", "civilian flights"."""
    atom = reading.atoms[i]
    token = reading.doc[atom.start]
    alone = after == i + 1 and atom.end == atom.start + 1 and atom.kind == "office"
    return alone and token.pos_ == "ADJ" and token.dep_ == "amod" and token.head.i > token.i

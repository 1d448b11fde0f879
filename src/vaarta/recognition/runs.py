"""Atoms that belong together without a word between: a nation, its bodies and offices, and the name that follows."""

from vaarta.recognition.draft import BODIES, GROUPS, NATIONS, POWER, Draft
from vaarta.recognition.fillers import past_fillers
from vaarta.recognition.parties import CORE
from vaarta.recognition.person_names import with_name
from vaarta.recognition.phrases import HYPHENS, Atom, Reading

__all__ = ["run"]

LEADS = frozenset({"few", "modifier", "prefix", "region"})
REGION = "region"
FORCES = frozenset({"COP", "MIL"})  # sectors
FORMER = "former"  # the modifier that names.NameEntry gives to ex-holders, in every language


def run(reading: Reading, i: int) -> tuple[Draft | None, int]:
    """The run of atoms from i on that belong together without a linking word, and the atom after it."""
    first = reading.atoms[i]
    draft = Draft("phrase", first.start, first.start, first.sentence)
    owned = i > 0 and _owner(reading.atoms[i - 1])
    content = False
    while i < len(reading.atoms) and reading.atoms[i].sentence == draft.sentence:
        atom = reading.atoms[i]
        if not content and (atom.kind in LEADS or atom.kind == "both" or _honours(reading, i)):
            draft = draft._replace(
                prefix=draft.prefix or _prefix(atom),
                counted=draft.counted or _counts(reading, atom),
                regional=draft.regional or atom.kind == REGION,
            )
            if atom.kind == REGION and _region_beside(reading, i):
                i += 1
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


def _region_beside(reading: Reading, i: int) -> bool:
    """Whether a joiner after the region at atom i leads to another: "North and | West African states"."""
    after = reading.atoms[i + 1 : i + 3]
    return len(after) > 1 and reading.links("joiners", after[0]) and after[1].kind == REGION


def _attributes(reading: Reading, nation: Atom) -> bool:
    """Whether a nation qualifies what follows: by its adjective, or its name before a noun, "a U.S. drone"."""
    token = reading.doc[nation.end - 1]
    return nation.kind == "adjective" or (token.dep_ == "compound" and token.head.i > token.i)


def _honours(reading: Reading, i: int) -> bool:
    """Whether a title stands before an office, not a name: "दिवंगत | नेता", "महामहिम | राष्ट्रपति"."""
    following = reading.atoms[i + 1] if i + 1 < len(reading.atoms) else None
    return reading.atoms[i].kind == "title" and following is not None and following.kind == "office"


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
    if atom.kind in ("person", "propn", "title", "particle") and not reading.links("realms", atom):
        named = with_name(reading, draft, i)
        return named if named or draft.name else _with_filler(reading, draft, i)
    if empty or draft.name:
        return None
    if draft.alone and draft.nations[-1].end == atom.start and reading.links("realms", atom):
        return draft._replace(end=atom.end), i + 1
    return (_with_aside if reading.keys[atom.start] == "(" else _with_filler)(reading, draft, i)


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
    if _another(reading, draft, atom):
        return None
    if atom.kind == "state" and not _of_states(reading, draft, atom):
        return None
    if atom.kind == "building" and not (draft.nations or draft.heads or _of_force(reading, atom)):
        return None
    return draft._replace(heads=(*draft.heads, atom), name=None, end=atom.end), i + 1


def _of_states(reading: Reading, draft: Draft, atom: Atom) -> bool:
    """Whether a word for states ends a phrase: none after an office, "राष्ट्रपति | देश को संबोधित करेंगे"."""
    if draft.heads and draft.heads[-1].kind == "office":
        return False
    return draft.counted or bool(draft.heads) or draft.regional or _told_which(reading, atom)


def _told_which(reading: Reading, states: Atom) -> bool:
    """Whether a clause tells which states are meant: "countries | that armed the rebels", "मदद देने वाले | देशों"."""
    last, markers = reading.doc[states.end - 1], reading.pack.grammar.markers
    if markers.stands == "after" and not reading.keys[last.i].endswith(markers.oblique_endings or (" ",)):
        return False  # "देश" may be one or several
    clauses = {child.dep_.split(":")[0] for child in last.children if child.pos_ in {"VERB", "AUX"}}
    return "Number=Plur" in last.morph and "acl" in clauses


def _of_force(reading: Reading, atom: Atom) -> bool:
    """Whether a building of no one named is an army's or the police's, and hit: "raided a barracks"."""
    sector = atom.pointer.sector if atom.pointer else ""
    done = reading.doc[atom.end - 1].dep_ in ("obj", "nsubj:pass")
    return reading.pack.grammar.verb == "first" and sector in FORCES and done


def _another(reading: Reading, draft: Draft, atom: Atom) -> bool:
    """Whether a body or office that stands right after a phrase is no part of it, but begins another."""
    foreign = atom.kind in GROUPS and _of_another(draft, atom)
    acting = draft.role == "people" and _acts(reading, draft.end - 1, atom)
    people = atom.entry is not None and atom.entry.role == "people"
    return foreign or acting or (people and (_state_beside(reading, draft, atom) or _of_blow(reading, draft, atom)))


def _of_blow(reading: Reading, draft: Draft, people: Atom) -> bool:
    """Whether a word for people only says of what kind a blow at a place is: "नैरोबी | आतंकी हमला"."""
    place = draft.alone and draft.nations[-1].kind != "adjective"
    following = reading.keys[people.end] if people.end < len(reading.keys) else ""
    return place and following in reading.pack.reference.links["strikes"]


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


def _state_beside(reading: Reading, draft: Draft, people: Atom) -> bool:
    """Whether a state's bare name stands before people, whom only its adjective makes its own where markers follow.

    "भारत | आतंकियों के खिलाफ" is India against terrorists; पाक is name and adjective.
    """
    nation = draft.nations[-1] if draft.alone else None
    if nation is None or nation.kind != "country" or reading.pack.grammar.markers.stands != "after":
        return False
    sure = people.entry is not None and not people.entry.weak and nation.end == people.start
    return sure and all(entry.kind != "adjective" for entry in nation.others)


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

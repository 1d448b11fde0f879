"""Whose someone is by a word or a clause beside it: foreign governments, "X, who leads Malta's", a known surname."""

from bisect import bisect_left
from typing import TYPE_CHECKING

from vaarta.recognition.draft import Draft
from vaarta.recognition.parties import BEYOND, Said, name_words
from vaarta.recognition.phrases import Atom, Reading
from vaarta.recognition.sites import place_before, site
from vaarta.recognition.told import Told, is_subject, root_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "by_commander", "by_embassy",
    "by_kin", "by_relative", "by_speaker", "by_surname", "by_those_at_home", "is_kin", "of_foreigners",
    "owner_past_clause",
]  # fmt: skip

KIN = "relatives"  # the office of wives, sons and parents: those of no one known are of the country that a story is of
ASIDES = frozenset({",", "-", "–", "—"})

SERVED = frozenset({"country", "adjective", "capital"})  # whose minister or government someone is told to be of
AT_HOME = frozenset({"COP", "CVL", "JUD", "LEG", "OPP", "PTY", "REB"})  # sectors of those who act in their own country
OTHERS = 4  # words of "किसी और देश के"
HOMELY = 3  # sentences, its own too, in which those at home tell whose a government is
LEADING = frozenset({"head", "minister"})  # roles of those whom armies obey
ARMY = "MIL"  # the sector
EMBASSY = "embassy"  # the office
GOVERNMENT = "government"  # the office
CLIMBED = 12  # heads from a government up to the verb of whoever speaks of it
SERVING = 8  # tokens between a country and the office that someone has there


def of_foreigners(draft: Draft, own: Said, told: Told) -> tuple[Said, int] | None:
    """Foreign governments, foreign diplomats: of no country that the story is about. A foreign minister is his own.

    Foreign bodies that are of no country anyhow stay so: "foreign aid groups".
    """
    foreign, keys = told.reading.pack.reference.links["foreign"], told.reading.keys
    offices = {i for head in draft.heads for i in range(head.start, head.end)}
    qualifiers = set(range(max(draft.start - 1, 0), draft.end)) - offices
    abroad = draft.name is None and draft.heads and any(keys[i] in foreign for i in qualifiers)
    abroad = abroad or (draft.name is None and bool(draft.heads) and not draft.nations and _elsewhere(draft, told))
    anyhow = any(head.entry and head.entry.default_country for head in draft.heads)
    return (own._replace(why="foreign"), -1) if abroad and not anyhow else None


def by_kin(draft: Draft, own: Said, told: Told) -> tuple[Said, int] | None:
    """The next of someone's relatives: "उनकी मां और | पत्नी" are of one family."""
    if not told.mentions or not is_kin(draft) or not is_kin(told.drafts[-1]):
        return None
    last, joiners = told.mentions[-1], told.reading.pack.grammar.coordinators
    beside = draft.start == last.end + 1 and told.reading.keys[last.end] in joiners
    country = last.parties[0].country if beside and last.parties else ""
    return (own._replace(country=country, why="list"), -1) if country else None


def is_kin(draft: Draft) -> bool:
    """Whether a phrase means someone's relatives."""
    entry = draft.heads[-1].entry if draft.heads else None
    return entry is not None and entry.id == KIN


def _elsewhere(draft: Draft, told: Told) -> bool:
    """Whether words beside a phrase say that it is of another country: "दूसरे देश के | नेताओं"."""
    keys, words = told.reading.keys, told.reading.pack.reference.links["elsewhere"]
    lengths = range(2, OTHERS + 1)
    before = (" ".join(keys[max(0, draft.start - n) : draft.start]) for n in lengths)
    own = f" {' '.join(keys[draft.start : draft.end])} "
    return not words.isdisjoint(before) or any(f" {phrase} " in own for phrase in words)


def by_relative(draft: Draft, own: Said, told: Told) -> tuple[Said, int] | None:
    """A person of whom a clause says what country he serves: "X, | जो माल्टा के मंत्री हैं, ने", "X, who leads Malta's"."""
    reading, end = told.reading, draft.end
    opens = draft.name is not None and reading.keys[end : end + 1] == (",",) and end + 1 < len(reading.keys)
    if not opens or reading.keys[end + 1] not in reading.pack.grammar.relative:
        return None
    if not reading.doc[end + 1].dep_.startswith("nsubj"):
        return None
    clause = _clause(reading, end + 2)
    served = (a for a in clause if a.kind in SERVED and a.entry and a.entry.country and not _only_there(reading, a))
    nation = next(served, None)
    if nation is None or nation.entry is None:
        return None
    office = any(a.kind == "office" and abs(a.start - nation.end) <= SERVING for a in clause)
    return (own._replace(country=nation.entry.country, why="relative"), -1) if office else None


def _only_there(reading: Reading, atom: Atom) -> bool:
    """Whether a country or capital is only where something is: "who attends a meeting of ministers | in Oslo"."""
    markers = reading.pack.grammar.markers
    beside = atom.start - 1 if markers.stands == "before" else atom.end
    return beside < len(reading.keys) and reading.keys[beside] in markers.place


def by_speaker(draft: Draft, own: Said, told: Told) -> tuple[Said, int] | None:
    """The government of which a state or its minister speaks without a word of another: "मंत्री ने कहा कि सरकार …"."""
    bare = len(draft.heads) == 1 and draft.heads[0].entry is not None and draft.heads[0].entry.id == GOVERNMENT
    if not bare or draft.owned or draft.nations or place_before(draft, told):
        return None
    token = told.reading.doc[draft.end - 1]
    for _ in range(CLIMBED):
        if token.dep_ == "ccomp" or token.head.i == token.i:
            break
        token = token.head
    if token.dep_ != "ccomp":
        return None
    pairs = zip(told.mentions, told.drafts, strict=True)
    near = [found for found, there in pairs if there.sentence == draft.sentence and found.parties]
    named = {side.country for found in near for side in found.parties}
    said = any(_says(told.reading.doc[found.head], token.head) for found in near)
    one = said and len(named) == 1 and named.isdisjoint({"", *BEYOND})
    return (own._replace(country=named.pop(), why="speaker"), -1) if one else None


def _says(sayer: "Token", verb: "Token") -> bool:
    """Whether a word is the subject of a verb of saying, or the owner of what is said: "भारत का कहना है"."""
    above = sayer.head
    owns = sayer.dep_ == "nmod" and above.dep_.startswith("nsubj") and above.head.i == verb.i
    return (
        owns or (sayer.dep_ == "nmod" and above.i == verb.i) or (sayer.dep_.startswith("nsubj") and above.i == verb.i)
    )


def _clause(reading: Reading, start: int) -> list[Atom]:
    """The atoms from token `start` to the next comma or the sentence's end."""
    last = reading.sentence_span(reading.sentences[start])[1] if start < len(reading.keys) else start
    stop = next((i for i in range(start, last) if reading.keys[i] == ","), last)
    first = bisect_left(reading.atoms, start, key=lambda atom: atom.start)
    return [atom for atom in reading.atoms[first : first + stop - start] if atom.start < stop]


def by_surname(draft: Draft, _: Said, told: Told) -> tuple[Said, int] | None:
    """A word for an office that is the surname of someone told of before: "ब्रूनो ले मेयर", then "मेयर ने"."""
    single = draft.end - draft.start == 1 and len(draft.heads) == 1 and told.reading.doc[draft.start].pos_ == "PROPN"
    word = told.reading.keys[draft.start]
    met = told.names.get(word, ()) if single else ()
    surnamed = (i for i in reversed(met) if name_words(told.reading, told.drafts[i].name)[-1] == word)
    index = next((i for i in surnamed if told.mentions[i].parties), -1)
    if index < 0:
        return None
    side = told.mentions[index].parties[0]
    return Said(side.country, side.sector, "name"), root_of(index, told)


def by_commander(draft: Draft, own: Said, told: Told) -> tuple[Said, int] | None:
    """The army or the police whom a state's leader orders or sends, and the ships that a state sends: their own.

    And that which says what the forces of a named country did.
    """
    if (spoken := _by_force_beside(draft, own, told)) is not None:
        return spoken
    reading, token = told.reading, told.reading.doc[draft.end - 1]
    forces = draft.role in ("force", "body") and own.sector in ("COP", "MIL") and not (draft.nations or draft.owned)
    if not forces or token.dep_ not in ("obj", "iobj") or reading.pack.grammar.verb == "last":
        return None
    for there, found in zip(reversed(told.drafts), reversed(told.mentions), strict=True):
        if there.sentence != draft.sentence:
            return None
        subject = reading.doc[found.head]
        if subject.dep_ == "nsubj" and subject.head.i == token.head.i and found.parties and found.kind != "pronoun":
            side = found.parties[0]
            sends = not told.reading.pack.grammar.sent or token.lemma_.casefold() in told.reading.pack.grammar.sent
            leads = there.role in LEADING or (there.alone and draft.counted and sends)
            known = leads and side.country not in ("", *BEYOND)
            return (own._replace(country=side.country, why="speaker"), -1) if known else None
    return None


def _by_force_beside(draft: Draft, own: Said, told: Told) -> tuple[Said, int] | None:
    """The army that speaks of what a country's forces did: "Kenyan jets hit a camp in Somalia, | the army said"."""
    if own.sector != ARMY or draft.nations or draft.owned or told.reading.pack.grammar.verb == "last":
        return None
    token = told.reading.doc[draft.end - 1]
    if token.dep_ != "nsubj" or token.head.lemma_.casefold() not in told.reading.pack.statements.verbs:
        return None
    for there, found in zip(reversed(told.drafts), reversed(told.mentions), strict=True):
        if there.sentence != draft.sentence:
            return None
        if there.nations and found.parties and found.parties[0].sector == ARMY:
            return own._replace(country=found.parties[0].country, why="sector"), -1
    return None


def by_embassy(draft: Draft, own: Said, told: Told) -> tuple[Said, int] | None:
    """The embassy of no one named: of the state whose envoy was told of, else of the story's one foreign state."""
    bare = len(draft.heads) == 1 and draft.heads[0].entry is not None and draft.heads[0].entry.id == EMBASSY
    if not bare or draft.nations or draft.owned or told.reading.pack.grammar.verb == "last":
        return None
    near = site(draft.end, told)
    host = near.entry.country if near and near.entry else told.scene.dateline
    for there, found in zip(reversed(told.drafts), reversed(told.mentions), strict=True):
        served = there.role == "envoy" or any(h.entry and h.entry.id == EMBASSY for h in there.heads)
        if served and found.parties and found.parties[0].country not in ("", host):
            return own._replace(country=found.parties[0].country, why="office"), -1
    foreign = [country for country in told.scene.countries if country != host]
    return (own._replace(country=foreign[0], why="office"), -1) if len(foreign) == 1 else None


def owner_past_clause(draft: Draft, told: Told) -> str:
    """The country of whoever owns the phrase, though a relative clause parts them; "" if none is known.

    "माली, जिसने … दी थी, के | प्रवक्ता ने", "माली, जिसके | सैनिकों ने": where markers follow their noun.
    """
    keys, grammar = told.reading.keys, told.reading.pack.grammar
    before = draft.start - 1
    if before < 1:
        return ""
    possessive = grammar.markers.pronouns.get(keys[before]) in grammar.markers.genitive
    relative = possessive and keys[before] in grammar.relative
    if grammar.markers.stands == "before":  # "Bolivia, whose | president"
        last = told.mentions[-1] if told.mentions else None
        owner = last.parties[0].country if relative and last and last.parties else ""
        return owner if last and 0 <= before - last.end <= 1 else ""
    past = keys[before] in told.reading.pack.reference.links["possessives"] and keys[before - 1] in ASIDES
    if not (relative or past):
        return ""
    for there, found in zip(reversed(told.drafts), reversed(told.mentions), strict=True):
        if there.sentence != draft.sentence:
            return ""
        opens = keys[found.end] in ASIDES and keys[found.end + 1] in grammar.relative
        if found.parties and (relative or opens):
            return found.parties[0].country
    return ""


def by_those_at_home(draft: Draft, own: Said, told: Told) -> tuple[Said, int] | None:
    """The government, the police, the army, in a story of several countries.

    Of the country of those at home, or of the place, that the sentences before name; else of whoever acts first.
    """
    body = draft.role in ("body", "force") and len(draft.heads) == 1 and not (draft.name or draft.counted)
    named = draft.start > 0 and told.reading.doc[draft.start - 1].pos_ == "PROPN"  # "the Maduro | government"
    if not body or named or told.scene.country:
        return None
    known = [(i, p[0]) for i, m in enumerate(told.mentions) if (p := m.parties) and p[0].country not in ("", *BEYOND)]
    for back in range(HOMELY):
        here = ((i, side) for i, side in known if told.drafts[i].sentence == draft.sentence - back)
        near = {side.country for i, side in here if told.mentions[i].weak or side.sector in AT_HOME}
        if len(near) == 1:
            return own._replace(country=near.pop(), why="opening"), -1
    first = next((side.country for i, side in known if is_subject(i, told)), "")
    return (own._replace(country=first, why="opening"), -1) if first else None

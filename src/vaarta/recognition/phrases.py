"""A Doc cut into atoms: names, offices and pointing words of the pack, longest first; and the single words between."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from vaarta.doc import strings_of
from vaarta.ontology.holders import sounding
from vaarta.packs import Pack
from vaarta.packs.holders import holder_entries
from vaarta.packs.names import NameEntry, fold_word
from vaarta.packs.places import loosened
from vaarta.packs.reference import Pointer
from vaarta.packs.sounds import load_sounds
from vaarta.recognition.towns import find_town
from vaarta.text import is_word

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["HYPHENS", "PERSON_LABELS", "Atom", "Reading", "cut"]

Found = TypeVar("Found")
# Which of its meanings a phrase has, where nothing else tells: a state before a town of that name, and so on.
ORDER = (
    "country", "adjective", "capital", "seat", "organisation", "group", "party", "office", "person", "place", "title",
    "modifier",
    "particle",
)  # fmt: skip
HYPHENS = ("-", "‐", "‑", "–")
FORMER_HOLDER = "ELI"
LAST_DAY = "9999-12-31"
COMMON = frozenset({"adjective", "group", "modifier", "office", "organisation", "party", "title"})
CLOSED = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "PRON", "SCONJ", "VERB"})
QUALIFIED = frozenset({"", "ADJ", "NOUN", "PROPN"})
QUALIFYING = frozenset({"ADJ", "NOUN", "NUM", "PROPN"})
LEANED = frozenset({"adjective", "capital", "country", "group", "seat"})
PROPER = frozenset({"country", "capital", "group", "organisation", "party", "person", "place"})
PLACE_LABELS = ("LOC", "GPE")
PERSON_LABELS = frozenset({"PER", "PERSON"})


class Atom(NamedTuple):
    """Tokens start to end that mean one thing: `kind` is that of the name or pointer, or word, propn, break.

    A break is what no name runs across: a sentence's first token opens a new one, a mark or a line's end is one.
    """

    kind: str
    start: int
    end: int
    sentence: int
    entry: NameEntry | None = None
    pointer: Pointer | None = None
    others: tuple[NameEntry, ...] = ()


class Reading(NamedTuple):
    """A Doc, its pack, its words folded as names are, and its atoms, which cover it from end to end.

    `nations` are the atoms that are countries, capitals and places; `starts` the first token of each sentence.
    """

    doc: "Doc"
    pack: Pack
    keys: tuple[str, ...]
    sentences: tuple[int, ...]
    starts: tuple[int, ...]
    atoms: tuple[Atom, ...]
    nations: tuple[Atom, ...]

    def sentence_span(self, number: int) -> tuple[int, int]:
        """First token of a sentence and the one after its last."""
        last = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.doc)
        return self.starts[number], last

    def names_of(self, actor: str) -> tuple[tuple[str, ...], ...]:
        """All names of an actor that the pack has, as folded words."""
        return self.pack.names.phrases.names_of(actor)

    def kind_at(self, i: int) -> str:
        """The kind of the atom that token i is in."""
        return self.atoms[bisect_right(self.atoms, i, key=lambda atom: atom.start) - 1].kind

    def hosts_verb(self, i: int) -> bool:
        """Whether token i is but the noun of a light verb: "का नेतृत्व करना" is to lead, no leadership."""
        if self.doc[i].dep_ == "compound:lvc":
            return True
        led = (
            i > 0
            and self.keys[i] in _leading(self.pack)
            and self.keys[i - 1] in self.pack.reference.links["possessives"]
        )
        return led and self.keys[i + 1 : i + 2] != () and self.keys[i + 1] not in self.pack.grammar.markers.all

    def links(self, name: str, atom: Atom) -> bool:
        """Whether the atom is one of the pack's small words of that name (articles, possessives …)."""
        return atom.end == atom.start + 1 and self.keys[atom.start] in self.pack.reference.links[name]


def cut(doc: "Doc", pack: Pack, *, told: str, days: Collection[int] = ()) -> Reading:
    """The Doc's atoms. `told` is the ISO day of the story, which tells holders of an office apart; "" if unknown.

    `days` are the tokens of time phrases: a month is a proper noun, but no one's name.
    """
    keys = tuple(strings_of(doc, "ORTH", _key))
    sentences = _sentences(doc)
    found = tuple(_by_sound(doc, pack, tuple(_atoms(doc, pack, keys, sentences, told=told)), told))
    named = {atom.entry.country for atom in found if atom.entry and atom.kind in ("adjective", "country")}
    atoms = tuple(
        _unnamed(atom)
        if (atom.kind == "propn" and atom.start in days)
        or _leans(keys, pack, atom)
        or _names_treaty(doc, keys, pack, atom, named)
        else atom
        for atom in found
    )
    starts = tuple(i for i, number in enumerate(sentences) if i == 0 or number != sentences[i - 1])
    nations = tuple(atom for atom in atoms if atom.kind in ("country", "capital", "place"))
    return Reading(doc, pack, keys, sentences, starts, atoms, nations)


def _key(word: str) -> str:
    """The word folded as names are; a mark of which nothing would be left as it is."""
    return fold_word(word) or word


def _unnamed(atom: Atom) -> Atom:
    return atom._replace(kind="word", entry=None)


def _leans(keys: Sequence[str], pack: Pack, atom: Atom) -> bool:
    """Whether a country is but what someone is for, against or kept by: "pro-Russian rebels", "Iran-backed militia"."""
    if atom.kind not in LEANED:
        return False
    before, after = keys[max(0, atom.start - 2) : atom.start], keys[atom.end : atom.end + 2]
    links = pack.reference.links
    return (len(before) > 1 and before[1] in HYPHENS and before[0] in links["leanings_before"]) or (
        len(after) > 1 and after[0] in HYPHENS and after[1] in links["leanings_after"]
    )


def _names_treaty(doc: "Doc", keys: Sequence[str], pack: Pack, atom: Atom, named: Collection[str]) -> bool:
    """Whether a town is but what a treaty is called after: "पेरिस समझौते से हटना", "the Kyoto Protocol".

    In a story that names the town's country it may be its government: "तेहरान | समझौते का पालन करेगा".
    """
    if atom.entry is None or atom.entry.country in named:
        return False
    token = doc[atom.end - 1]
    after = keys[atom.end : atom.end + 1]
    hangs = token.dep_ in ("compound", "nmod") and token.head.i == atom.end
    return atom.kind in ("capital", "place") and hangs and not pack.reference.links["treaties"].isdisjoint(after)


def _by_sound(doc: "Doc", pack: Pack, atoms: Sequence[Atom], told: str) -> Iterator[Atom]:
    """The atoms, but that names in no list which sound as an office holder's full name does are that person's."""
    sounds = load_sounds(pack.folder)
    i = 0
    while i < len(atoms):
        end = _past_name(doc, atoms, i)
        first, last = atoms[i].start, atoms[end - 1].end
        known = sounding().get(sounds.of(doc[first:last].text)) if sounds and end > i + 1 else None
        if known:
            entries = sorted(holder_entries(known), key=lambda entry: _holding(entry, told))
            yield Atom("person", first, last, atoms[i].sentence, entry=entries[0], others=tuple(entries[1:]))
        else:
            yield from atoms[i:end]
        i = end


def _past_name(doc: "Doc", atoms: Sequence[Atom], i: int) -> int:
    """The atom after a name of words in no list that begins at atom i; the next atom if none does."""
    end = i
    while end < len(atoms) and atoms[end].sentence == atoms[i].sentence:
        hyphen = end > i and doc[atoms[end].start].text in HYPHENS
        if atoms[end].kind not in ("propn", "particle") and not hyphen:
            break
        end += 1
    while end > i and atoms[end - 1].kind != "propn":
        end -= 1
    return max(end, i + 1)


def _sentences(doc: "Doc") -> tuple[int, ...]:
    from spacy.attrs import SENT_START

    number, numbers = 0, []
    for i, start in enumerate(doc.to_array([SENT_START]).tolist()):
        number += 1 if i and start == 1 else 0
        numbers.append(number)
    return tuple(numbers)


def _atoms(doc: "Doc", pack: Pack, keys: Sequence[str], sentences: Sequence[int], *, told: str) -> Iterator[Atom]:
    lemmas = [own or key for own, key in zip(strings_of(doc, "LEMMA", fold_word), keys, strict=True)]
    names, pointers = _openers(pack)
    markers, marking = _markers(pack)
    hyphened = pack.reference.links["possessives"] if pack.grammar.markers.stands == "after" else frozenset()
    towns = {key for key in set(keys) if loosened(key) in pack.places.openers}
    i = 0
    while i < len(doc):
        marked = _longest(i, keys, keys, markers, marking) if keys[i] in marking else None
        named = _longest(i, keys, lemmas, pack.names.phrases, names, hyphened=hyphened)
        pointed = _longest(i, keys, lemmas, pack.reference.phrases, pointers)
        if pointed and pointed[1].kind == "prefix" and (keys[i],) not in pack.reference.phrases:
            pointed = None  # who "shadowed a boat" is no shadow minister
        if marked:
            atom: Atom | None = Atom("marker", i, marked[0], sentences[i])
        elif named and (not pointed or not _yields(doc, named, pointed)):
            atom = _named(doc, i, sentences[i], named, pack=pack, told=told)
        elif pointed:
            atom = Atom(pointed[1].kind, i, pointed[0], sentences[i], pointer=pointed[1])
        else:
            atom = None
        town = find_town(doc, i, keys, pack) if keys[i] in towns and not marked else None
        if town and (atom is None or town.end > atom.end):
            atom = Atom("place", i, town.end, sentences[i], entry=town.entries[0], others=town.entries[1:])
        if atom is None and names.get(keys[i]) and (half := _half(i, keys, pack)) is not None:
            atom = Atom("country", i, i + 1, sentences[i], entry=half)
        if atom is None or sentences[atom.end - 1] != sentences[i]:
            atom = Atom(_plain(doc[i]), i, i + 1, sentences[i])
        yield atom
        i = atom.end


def _half(i: int, keys: Sequence[str], pack: Pack) -> NameEntry | None:
    """The country whose last word the next one's name has for both: "North | and South Korea"; None if it is none."""
    if i + 1 >= len(keys) or keys[i + 1] not in pack.reference.links["joiners"]:
        return None
    whole, own = tuple(keys[i + 2 : i + 4]), (keys[i], *keys[i + 3 : i + 4])
    countries = [
        next((entry for entry in pack.names.phrases.get(words) or () if entry.kind == "country"), None)
        for words in (whole, own)
    ]
    return countries[1] if all(countries) else None


def _yields(doc: "Doc", named: tuple[int, Sequence[NameEntry]], pointed: tuple[int, Pointer]) -> bool:
    """Whether a name gives way to the pointing words that begin where it does: the longer win, then the name if strong.

    "Rebel" and "opposition" only say of what kind an office is, unless they stand alone: "the rebels fled".
    """
    (end, entries), (other, pointer) = named, pointed
    if end != other:
        return end < other
    if pointer.kind == "prefix" and any(entry.kind == "office" for entry in entries):
        return end < len(doc) and doc[end].pos_ in QUALIFIED and not doc[end].is_sent_start
    return pointer.kind in ("prefix", "region", "source") or all(entry.weak for entry in entries)


@cache
def _openers(pack: Pack) -> tuple[dict[str, int], dict[str, int]]:
    """For each word that opens a phrase of the pack, the most words that such a phrase has."""
    return _lengths(pack.names.phrases), _lengths(pack.reference.phrases)


@cache
def _leading(pack: Pack) -> frozenset[str]:
    """The nouns that with a light verb say who leads or represents a body."""
    predicates = (p for hosts in pack.engagements.leads.values() for found in hosts.values() for p in found)
    return frozenset(word for predicate in predicates for host in predicate.hosts for word in host)


@cache
def _markers(pack: Pack) -> tuple[dict[tuple[str, ...], str], dict[str, int]]:
    """Case markers of several words, which hold no name (के नेतृत्व में), and the most words of those a word opens."""
    phrases = {tuple(marker.split()): marker for marker in pack.grammar.markers.all if " " in marker}
    return phrases, _lengths(phrases)


def _lengths(phrases: Mapping[tuple[str, ...], object]) -> dict[str, int]:
    lengths: dict[str, int] = {}
    for phrase in phrases:
        lengths[phrase[0]] = max(lengths.get(phrase[0], 1), len(phrase))
    return lengths


def _longest(
    i: int,
    keys: Sequence[str],
    lemmas: Sequence[str],
    phrases: Mapping[tuple[str, ...], Found],
    openers: Mapping[str, int],
    *,
    hyphened: Collection[str] = (),
) -> tuple[int, Found] | None:
    """Where the longest phrase that begins at token i ends, and what it means.

    Hyphens inside it do not count, but before a last word of `hyphened`: आईएस-के is a group, "आईएस के" is of one.
    """
    if keys[i] not in openers and lemmas[i] not in openers:
        return None
    most = max(openers.get(keys[i], 0), openers.get(lemmas[i], 0))
    ends = [i]
    while len(ends) < most and (following := _solid(keys, ends[-1] + 1)) < len(keys):
        ends.append(following)
    for n in range(len(ends), 0, -1):
        words = tuple(keys[j] for j in ends[:n])
        last = ends[n - 1]
        if n > 1 and keys[last] in hyphened and last == ends[n - 2] + 1:
            continue
        found = phrases.get(words) or phrases.get((*words[:-1], lemmas[last]))
        if found is not None:
            return last + 1, found
    return None


def _solid(keys: Sequence[str], i: int) -> int:
    """The first token from i on that is no hyphen."""
    return i + 1 if i < len(keys) and keys[i] in HYPHENS else i


def _named(
    doc: "Doc", i: int, sentence: int, found: tuple[int, tuple[NameEntry, ...]], *, pack: Pack, told: str
) -> Atom | None:
    end, meanings = found
    words = [doc[j].text for j in range(i, end) if _solid([doc[j].text], 0) == 0]
    fitting = sorted((entry for entry in meanings if entry.fits(words)), key=lambda entry: entry.first, reverse=True)
    entries = sorted(fitting, key=lambda entry: (entry.weak, ORDER.index(entry.kind), *_holding(entry, told)))
    if len(entries) > 1 and entries[0].kind == "seat" and entries[0].weak and not _governs(doc, i, end, pack):
        entries = entries[1:]
    if len(entries) > 1 and entries[0].kind == "modifier" and _heads(doc, i):
        entries.sort(key=lambda entry: entry.kind != "office")
    if not entries:
        return None
    entry = entries[0]
    if entry.weak and entry.kind == "office" and pack.grammar.verb == "first" and _hyphened(doc, i):
        return None  # "multi-party rule" is of no party
    if end == i + 1 and doc[i].pos_ in CLOSED and entry.kind in COMMON and not entry.name[:1].isupper():
        return None  # "Ethiopia accused": a participle is a person only as a noun
    if entry.weak and entry.kind in PROPER and not (_name_like(doc, i, end) or _acts(doc, end, pack)):
        return None
    return Atom(entry.kind, i, end, sentence, entry=entry, others=tuple(entries[1:]))


def _hyphened(doc: "Doc", i: int) -> bool:
    """Whether token `i` is the second half of a word with a hyphen."""
    return i > 1 and doc[i - 1].text in HYPHENS and not (doc[i - 1].whitespace_ or doc[i - 2].whitespace_)


def _holding(entry: NameEntry, told: str) -> tuple[bool, str]:
    """What sorts who holds an office on a day before who is to hold it, the soonest first; others come last."""
    coming = entry.kind == "person" and bool(told) and entry.first > told
    return not _holds(entry, told), entry.first if coming else LAST_DAY


def _holds(entry: NameEntry, told: str) -> bool:
    """Whether it was so on that day; on an unknown day, a party as it is today and people in their last office."""
    if told:
        return entry.first <= told and (not entry.last or told <= entry.last)
    return entry.sector != FORMER_HOLDER if entry.kind == "person" else not entry.last


def _name_like(doc: "Doc", start: int, end: int) -> bool:
    """Whether tagger or recogniser takes the words for a name. An untagged Doc gives the benefit of the doubt."""
    tokens = doc[start:end]
    return any(token.pos_ in ("PROPN", "") or token.ent_type_ for token in tokens)


def _heads(doc: "Doc", i: int) -> bool:
    """Whether a word that else stands before an office is one itself: "ऊर्जा एजेंसी प्रमुख", but "प्रमुख नेता"."""
    named = doc[i].pos_ in ("NOUN", "PROPN") and not doc[i].is_sent_start
    return i > 0 and named and doc[i - 1].pos_ in ("NOUN", "PROPN") and doc[i - 1].dep_ not in ("nsubj", "obj", "iobj")


def _governs(doc: "Doc", start: int, end: int, pack: Pack) -> bool:
    """Whether words with another common meaning stand for a government: "केंद्र ने", but "अनुसंधान केंद्र" does not."""
    specified = start > 0 and not doc[start].is_sent_start and doc[start - 1].pos_ in QUALIFYING
    return not specified and (_name_like(doc, start, end) or _acts(doc, end, pack))


def _acts(doc: "Doc", end: int, pack: Pack) -> bool:
    """Whether a subject's marker follows, which no adjective takes: "प्रचंड ने"."""
    return end < len(doc) and fold_word(doc[end].text) in pack.grammar.markers.subject


def _foreign_given(token: "Token") -> bool:
    """Whether an unlisted word between a noun and a proper noun is a given name taken for an adjective."""
    if token.pos_ != "ADJ" or token.i == 0 or token.i + 1 >= len(token.doc):
        return False
    before, after = token.nbor(-1), token.nbor(1)
    return (
        before.pos_ == "NOUN" and after.pos_ == "PROPN" and after.ent_type_ not in PLACE_LABELS and token.head == after
    )


def _plain(token: "Token") -> str:
    if not is_word(token.text):
        return "break"
    if token.like_num or token.text[:1].isdigit():
        return "modifier"
    if token.pos_ in ("ADP", "AUX", "CCONJ", "DET", "PRON", "SCONJ"):
        return "word"
    if token.pos_ == "PROPN" or token.ent_type_ in PERSON_LABELS or _foreign_given(token):
        return "propn"
    if token.pos_ in ("ADJ", "NUM"):
        return "modifier"
    return "word"

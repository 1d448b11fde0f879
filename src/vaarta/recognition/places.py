"""Where: places with their country, datelines, and "here"."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from vaarta.doc import ActorMention, PlaceMention
from vaarta.recognition.destinations import is_reached
from vaarta.recognition.draft import Draft
from vaarta.recognition.grounds import is_capital_of, is_ground
from vaarta.recognition.namesakes import Choice
from vaarta.recognition.parties import evidence, head_token, locative
from vaarta.recognition.phrases import Atom, Reading
from vaarta.recognition.towns import place_name
from vaarta.records import Place

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["datelines", "placed", "places"]

REPORTER = 6  # atoms before the place: "(पत्रिका ब्यूरो, गुवाहाटी)"
DATELINE_WORDS = 12  # tokens: "नयी दिल्ली / वाशिंगटन, 14 फरवरी 2023 (एजेंसी)" and its comma
LOCAL = frozenset({"COP", "JUD"})  # sectors
SETTLED = frozenset({"capital", "place", "seat"})
LINE = SETTLED | {"break", "country", "modifier", "propn", "source", "word"}  # what a dateline holds
PLACE_LABELS = frozenset({"FAC", "GPE", "LOC"})
OPENERS, CLOSERS = ("(", "["), (")", "]")
SPOKEN = frozenset({"AUX", "VERB"})
STOPS = (":", "-", "–", "—", "--")
HYPHENS = ("-", "–")
GOES_ON = (",", "/", *OPENERS, *HYPHENS, "—", "--")  # what may follow a country in a dateline


def datelines(
    reading: Reading, paragraphs: Iterable[int], days: Mapping[int, int]
) -> tuple[tuple[int, int, Atom], ...]:
    """Datelines at the starts of paragraphs: their first and last token (half-open), and the place they name.

    A dateline is a place, then nothing but numbers, one month, a source, commas and brackets, up to a colon, dash or
    danda ("वाशिंगटन, 3 मई (एजेंसी):", "PARIS —"). A reporter may stand before it ("संवाददाता, नई दिल्ली।").
    One without a stop ends with its day ("New Delhi, Feb 15 India and …"): `days` are the ends of the phrases of time
    by their starts.
    """
    by_token = {atom.start: position for position, atom in enumerate(reading.atoms)}
    found = []
    for start in paragraphs:
        first = next((i for i in range(start, len(reading.doc)) if not reading.doc[i].is_space), None)
        position = by_token.get(first) if first is not None else None
        if position is not None and reading.doc[reading.atoms[position].start].text in OPENERS:
            position = position + 1 if position + 1 < len(reading.atoms) else None  # "(Nairobi) - …"
        if position is None:
            continue
        position = _past_reporter(reading, position)
        place = _seat(reading, reading.atoms[position])
        end = (_dateline_end(reading, position) or _day_end(reading, position, days)) if place is not None else None
        if place is not None and end is not None:
            found.append((reading.atoms[position].start, end, place))
    return tuple(found)


def _past_reporter(reading: Reading, position: int) -> int:
    """The atom after a reporter and a comma, else the atom itself: "(पत्रिका ब्यूरो, | गुवाहाटी)"."""
    reported = False
    for n, atom in enumerate(reading.atoms[position : position + REPORTER], position):
        if reported and reading.keys[atom.start] == ",":
            return n + 1 if n + 1 < len(reading.atoms) else position
        if reading.doc[atom.start].pos_ in SPOKEN:
            return position
        reported = reported or reading.keys[atom.start] in reading.pack.reference.links["reporters"]
    return position


def _seat(reading: Reading, atom: Atom) -> Atom | None:
    """The place that an atom is in a dateline, where the United Nations are one; None if it is none."""
    if atom.kind in SETTLED or atom.kind == "country":
        return atom if atom.entry and atom.entry.country else None
    country = reading.pack.reference.dateline_seats.get(reading.keys[atom.start : atom.end])
    if country is None:
        return None
    return atom._replace(kind="place", entry=place_name("", reading.doc[atom.start : atom.end].text, country))


def _dateline_end(reading: Reading, position: int) -> int | None:
    first = reading.atoms[position]
    words, brackets, numbers = 0, 0, 0
    following = reading.doc[first.end] if first.end < len(reading.doc) else None
    if first.kind not in SETTLED and following is not None and following.is_punct and following.text not in GOES_ON:
        return None  # "Germany: we will not" is what Germany says, "Iran. Russia" a heading
    for atom in reading.atoms[position + 1 : position + DATELINE_WORDS]:
        text = reading.doc[atom.start].text
        brackets = max(0, brackets + (text in OPENERS) - (text in CLOSERS))
        numbers += atom.kind == "modifier"
        if _stops(reading, atom, words=words, numbers=numbers, brackets=brackets):
            return atom.end
        if atom.kind not in LINE and not brackets:
            return None
        words += atom.kind in ("propn", "word") and not brackets
        if (
            words > 1
            or (words and not numbers and atom.kind not in ("propn", "word"))
            or reading.doc[atom.start].is_space
        ):
            return None
    return None


def _day_end(reading: Reading, position: int, days: Mapping[int, int]) -> int | None:
    """Where the day of a dateline without a stop ends: right behind a town and a comma, then a word."""
    first = reading.atoms[position]
    end = days.get(first.end + 1)
    if first.kind not in SETTLED or end is None or end >= len(reading.doc) or reading.keys[first.end] != ",":
        return None
    dated = any(key.isdecimal() for key in reading.keys[first.end + 1 : end])
    return end if dated and not reading.doc[end].is_punct and reading.doc[end].pos_ not in SPOKEN else None


def _stops(reading: Reading, atom: Atom, *, words: int, numbers: int, brackets: int) -> bool:
    """Whether a dateline ends with this atom: a stop, or a bracket after which no stop follows."""
    if brackets or words > 1 or (words and not numbers):
        return False
    token = reading.doc[atom.start]
    if token.text in STOPS:
        return token.text not in HYPHENS or bool(token.whitespace_)  # भारत-चीन is no dateline
    if atom.kind == "break" and token.text not in (",", "/", *OPENERS, *CLOSERS) and not token.is_quote:
        return True  # a full stop or danda
    following = reading.doc[token.i + 1].text if token.i + 1 < len(reading.doc) else ""
    return token.text in CLOSERS and following not in STOPS


def places(
    reading: Reading, story: str, drafts: Sequence[Draft], actors: Sequence[ActorMention], heads: Sequence[Atom]
) -> tuple[PlaceMention, ...]:
    """All places in the order of the text. `heads` are the places of the datelines, the first of which is "here"."""
    found = [_mention(reading, story, atom, atom.entry.country, "dateline") for atom in heads if atom.entry]
    found += [place for draft in drafts if (place := _from_draft(reading, story, draft)) is not None]
    covered = {i for place in found for i in range(place.start, place.end)}
    covered |= {i for draft in drafts for i in range(draft.start, draft.end) if draft.kind == "phrase" and draft.heads}
    found += _as_before(_unknown(reading, story, covered), _about(drafts, heads))
    found += _here(reading, story, actors, heads, found)
    return tuple(sorted(found, key=lambda place: place.start))


def placed(found: Iterable[PlaceMention], chosen: Mapping[int, Choice]) -> tuple[PlaceMention, ...]:
    """The mentions with the places of the gazetteer that they mean, and what decided between namesakes."""
    return tuple(_placed(mention, chosen.get(mention.start)) for mention in found)


def _placed(mention: PlaceMention, choice: Choice | None) -> PlaceMention:
    if choice is None or not choice.why:
        return mention
    number = f"gn:{choice.place.id}" if choice.place and choice.place.id else ""
    why = choice.why if mention.why == "name" else mention.why
    return msgspec.structs.replace(mention, place=msgspec.structs.replace(mention.place, place_id=number), why=why)


def _mention(reading: Reading, story: str, atom: Atom, country: str, why: str) -> PlaceMention:
    where = evidence(reading, story, atom.start, atom.end)
    return PlaceMention(
        start=atom.start,
        end=atom.end,
        head=head_token(reading, atom.start, atom.end),
        place=Place(text=where.quote, country=country, evidence=where),
        why=why,
    )


def _from_draft(reading: Reading, story: str, draft: Draft) -> PlaceMention | None:
    """The place in a phrase: a country or capital with a sign of it, a town anywhere, also before a building."""
    if draft.kind != "phrase" or not draft.nations:
        return None
    if draft.nations[0].kind == "adjective":
        entry = draft.nations[0].entry
        told = entry is not None and is_capital_of(reading, draft)
        return _mention(reading, story, draft.nations[0], entry.country, "country") if entry and told else None
    atom = _inmost(draft)
    built = bool(draft.heads) and (draft.heads[0].kind == "building" or _local(draft))
    marked = draft.alone and (
        locative(reading, draft.start, draft.end) != ""
        or is_reached(reading, draft)
        or _is_kind(reading, atom)
        or is_ground(reading, draft)
    )
    if (atom.kind == "place" and (draft.alone or built)) or marked or (built and atom.kind in SETTLED):
        country = atom.entry.country if atom.entry else ""
        return _mention(reading, story, atom, country, "country" if atom.kind == "country" else "name")
    return None


def _is_kind(reading: Reading, atom: Atom) -> bool:
    """Whether a noun beside a capital says what kind of place it is: Colombo port, the capital Kabul."""
    nouns = reading.pack.reference.place_nouns
    before = reading.keys[atom.start - 1] if atom.start else ""
    after = reading.keys[atom.end] if atom.end < len(reading.keys) else ""
    return atom.kind == "capital" and (before in nouns or after in nouns)


def _inmost(draft: Draft) -> Atom:
    """The place that lies in the others, if a phrase names several: "अफगानिस्तान के कुंदुज"."""
    towns = [atom for atom in draft.nations if atom.kind == "place"]
    return towns[-1] if towns and draft.alone else draft.nations[0]


def _local(draft: Draft) -> bool:
    """Whether a body or people are of the town that they are named after: a court, its police, its residents."""
    if len(draft.heads) != 1 or draft.name is not None:
        return False
    entry = draft.heads[0].entry
    if entry is None:
        return False
    return entry.sector in LOCAL or (entry.role == "people" and draft.nations[0].kind == "place")


def _unknown(reading: Reading, story: str, covered: set[int]) -> list[PlaceMention]:
    """Names that the recogniser takes for places, which no list has, with a marker beside them; country unknown."""
    found = []
    for span in reading.doc.ents:
        if span.label_ in PLACE_LABELS and covered.isdisjoint(range(span.start, span.end)):
            named = any(token.pos_ in ("PROPN", "") for token in span) and not any(token.is_digit for token in span)
            if not named or locative(reading, span.start, span.end) != "inside":
                continue
            inner = [atom.entry for atom in reading.nations if atom.start in range(span.start, span.end)]
            country = next((entry.country for entry in inner if entry), "") or _around(reading, span.start)
            atom = Atom("place", span.start, span.end, 0)
            found.append(_mention(reading, story, atom, country, "around" if country else ""))
    return found


def _as_before(unknown: list[PlaceMention], about: str) -> list[PlaceMention]:
    """Unknown places with the country that the same words have elsewhere in the story, else the story's one country."""
    known = {place.place.text: place.place.country for place in unknown if place.place.country}
    return [
        place
        if place.place.country
        else msgspec.structs.replace(
            place,
            place=msgspec.structs.replace(place.place, country=known.get(place.place.text, about)),
            why="before" if place.place.text in known else "about" if about else "",
        )
        for place in unknown
    ]


def _about(drafts: Sequence[Draft], heads: Sequence[Atom]) -> str:
    """The country of the dateline or, without one, the only country in which the story places anything."""
    settled = {atom.entry.country for atom in heads if atom.entry}
    named = {draft.nations[0].entry.country for draft in drafts if draft.alone and draft.nations[0].entry}
    return next(iter(settled), "") if settled else next(iter(named)) if len(named) == 1 else ""


def _around(reading: Reading, start: int) -> str:
    """The country that an unknown place lies in: that named before it as a place or owner, if the sentence has one."""
    possessives = reading.pack.reference.links["possessives"]
    countries = []
    for atom in reading.nations:
        if atom.entry and atom.entry.country and atom.sentence == reading.sentences[start]:
            owner = reading.keys[atom.end : atom.end + 1] and reading.keys[atom.end] in possessives
            if atom.end + 1 == start and owner:
                return atom.entry.country
            if owner or locative(reading, atom.start, atom.end) == "inside":
                countries.append(atom.entry.country)
    return countries[0] if len(set(countries)) == 1 else ""


def _here(
    reading: Reading,
    story: str,
    actors: Sequence[ActorMention],
    heads: Sequence[Atom],
    settled: Sequence[PlaceMention],
) -> list[PlaceMention]:
    """Each "here": the dateline's country, that of a place told before it, that of a state's speaker in its sentence.

    Else that of another "here".
    """
    atoms = [atom for atom in reading.atoms if atom.kind == "here"]
    dateline = next((atom.entry.country for atom in heads if atom.entry), "")
    told = [_told_here(reading, atom, dateline, actors, settled) for atom in atoms]
    found = []
    for n, atom in enumerate(atoms):
        nearest = [(country, "here") for country, _ in (*reversed(told[:n]), *told[n + 1 :]) if country]
        country, why = told[n] if told[n][0] else next(iter(nearest), ("", ""))
        found.append(_mention(reading, story, atom, country, why))
    return found


def _told_here(
    reading: Reading, here: Atom, dateline: str, actors: Sequence[ActorMention], settled: Sequence[PlaceMention]
) -> tuple[str, str]:
    """The country of a "here", and why: "here in Beijing", the dateline, the place told last, a speaker."""
    after = {atom.start: atom for atom in reading.nations}
    inside = " ".join(reading.keys[here.end : here.end + 1]) in reading.pack.reference.links["inside"]
    if inside and here.end + 1 in after and (entry := after[here.end + 1].entry):
        return entry.country, "enclosing"
    owner = next((m for m in actors if m.kind == "pronoun" and m.end == here.start), None)
    if owner is not None:  # "चीन ने | अपने | यहां" is in China, wherever it is said
        return (owner.parties[0].country, "speaker") if owner.parties else ("", "")
    if dateline:
        return dateline, "dateline"
    near = [m for m in settled if m.start < here.start and here.sentence - reading.sentences[m.start] <= 1]
    last = max(near, key=lambda m: m.start, default=None)
    if last is not None and last.place.country:
        return last.place.country, "sentence"
    if official := _official(reading, here, actors):
        return official, "speaker"
    before = [atom for atom in reading.nations if atom.start < here.start and here.sentence - atom.sentence <= 1]
    placed = [atom for atom in before if locative(reading, atom.start, atom.end) == "inside" or atom.kind == "place"]
    return (placed[-1].entry.country, "sentence") if placed and placed[-1].entry else ("", "")


def _official(reading: Reading, atom: Atom, actors: Sequence[ActorMention]) -> str:
    """The country of the subject of the sentence, if it is an office or body of a state."""
    for actor in actors:
        if reading.sentences[actor.start] != atom.sentence or actor.start > atom.start:
            continue
        subject = _is_subject(reading, reading.doc[actor.head], actor.end)
        if subject and actor.parties and actor.parties[0].office and actor.parties[0].sector == "GOV":
            return actor.parties[0].country
    return ""


def _is_subject(reading: Reading, head: "Token", end: int) -> bool:
    following = reading.keys[end : end + 1]
    marked = bool(following) and following[0] in reading.pack.grammar.markers.subject
    return marked or bool(head.dep_.startswith("nsubj"))

"""How a language marks who does what, and whether it happened: grammar.toml of a pack."""

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from vaarta.errors import PackError
from vaarta.text import fold
from vaarta.toml import read_toml

__all__ = ["Grammar", "Markers", "VerbForms", "first_words", "load_grammar"]


@cache
def first_words(markers: frozenset[str]) -> frozenset[str]:
    """The words that markers begin with: few words of a text are among them."""
    return frozenset(marker.split()[0] for marker in markers)


class Markers(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Case markers (adpositions), folded. `stands` says on which side of the noun they are.

    `standing` are those of `place` that say where, and never whence or whither.
    `possessive` are genitives that follow their noun though markers stand before it ('s). `all` holds every marker, of
    one or more words. `pronouns` gives the marker a pronoun form carries in itself. What one of `apart` marks has its
    own time ("after the raid", "over the killing"), what one of
    `against` marks is no part of an act of several words; one of `occasion` marks the talks that something is done
    at, one of `beside` those that something is only near in time ("on the sidelines of"). What follows one
    of `leading` is led by the side before it: "X के नेतृत्व वाला गठबंधन". One of `including` joins several to
    those of them who are named.
    A common noun with one of `oblique_endings` stands before a marker alone, so a bare one is no subject.
    What is judged is called what one of `role` marks, and that for whom one of `affecting` says: "as a blow to Peru".
    A country that one of `aimed` marks is struck, and no place where something is: "rockets were fired at Chad".
    What talks are about is marked by one of `topic`. One of `collective` may stand between names and their marker:
    "भारत और नेपाल दोनों ने".
    `companions` mark those with whom one does it, `means` with or in what. What two countries do with each other may be
    told as `amid` them: "दोनों देशों में समझौता हुआ"; or with a `reciprocal` phrase: "expelled each other's diplomats".
    """

    stands: Literal["before", "after"]
    subject: tuple[str, ...] = ()
    agent: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    genitive: tuple[str, ...] = ()
    possessive: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    occasion: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    collective: tuple[str, ...] = ()
    affecting: tuple[str, ...] = ()
    aimed: tuple[str, ...] = ()
    amid: tuple[str, ...] = ()
    reciprocal: tuple[str, ...] = ()
    leading: tuple[str, ...] = ()
    including: tuple[str, ...] = ()
    oblique_endings: tuple[str, ...] = ()
    all: frozenset[str] = frozenset()
    pronouns: dict[str, str] = {}


class VerbForms(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What shows tense, negation and modality around a verb: folded words, or word endings where said.

    `stems` are pairs of a verb's ending and what stands for it in the lemma, for verbs a lemmatizer does not know;
    `irregular` gives the lemma of forms that no ending tells. Before a verb of `after_stem` a verb stands as its bare
    stem: "बना" is of बनाना in "बना रहे हैं", of बनना elsewhere.
    The subject of a `stative` verb is its host, so it shares no other's; an infinitive before a `copula` is a plan.
    An infinitive under one of `reaching` is done by its subject: "phoned the premier to urge restraint".
    An infinitive before a word of `duty` must be done: "करना होगा"; one before a verb of `compelled` had to be, by whom
    the marker of objects marks: "मंत्री को जाना पड़ा".
    What a clause in the present says after one of `awaiting` has not happened: "until he resigns".
    Nor has what hangs, by a preposition, on a word of `thought` ("capable of striking", "the prospect of talks"), or
    on one of `toward`: "a step toward a truce". A contact that someone is `near` is planned: "on the verge of meeting".
    `blaming` open the gerund of what someone is praised or blamed for; a hostile act to come is a threat under a
    condition that `threatening` opens. `counterfactual` are runs of auxiliaries that say that it did not happen,
    `irreal_endings` those of participles that say so where no auxiliary follows: "मारे जाते".
    An infinitive before a word of `expected` is a plan, of contacts: "मिलने की उम्मीद है"; what is `voted` is done.
    What an auxiliary of `ought` tells is not done either: "must ratify it".
    A `negation` before a word of `only` is none: "not only"; nor is one that ends a phrase of `besides` at the
    head of its clause: "यही नहीं, …", or stands after a word of `even` and before no verb: "X ही नहीं Y ने भी". A
    form of `like_markers` is of its verb right after a marker of `after_which`, whatever the tagger says: "X ने |
    की आलोचना".
    A clause in the bare form under a verb of `asking` is what is wanted, not done: "demanded that they withdraw".
    An infinitive alone under one of `wishing` is what its subject wishes to do himself: "wants to see it" asks no one.
    One of `doers` makes an infinitive a word for who does it; what `purpose` marks is only meant.
    An infinitive before one of `deciding` is only decided on: "देने की घोषणा" helps nobody yet.
    Nor is an infinitive done that says what one of `aims` is: "मकसद सहयोग बढ़ाना है". A verb with one of the
    `converb_endings` has the tense of the verb it goes with: "मिलकर बातचीत करेंगे".
    Force that is an infinitive before one of `attempts` is used, if that is done: "मारने की कोशिश की".
    What an infinitive tells of one of `incidents` is not its clause's subject's doing: "जहर देने के मामले में नाटो ने …".
    A gerund that one of `averted` opens is not done under one of `preventing`: "stopped them from leaving".
    A progressive of a verb of motion that is not past is a plan: "is going to", "जा रहे हैं".
    """

    future_endings: tuple[str, ...] = ()
    future_words: tuple[str, ...] = ()
    future_phrases: tuple[tuple[str, ...], ...] = ()
    negation: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    besides: tuple[tuple[str, ...], ...] = ()
    even: tuple[str, ...] = ()
    like_markers: dict[str, str] = {}
    after_which: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    conditional: tuple[str, ...] = ()
    infinitive_endings: tuple[str, ...] = ()
    infinitive_words: tuple[str, ...] = ()
    asserted_after: tuple[str, ...] = ()
    later: tuple[str, ...] = ()  # after a time, says that something came before: "three months later"
    attempts: tuple[str, ...] = ()
    asserting_heads: tuple[str, ...] = ()
    reaching: tuple[str, ...] = ()
    deciding: tuple[str, ...] = ()
    aims: tuple[str, ...] = ()
    converb_endings: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    wishing: tuple[str, ...] = ()
    ought: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()
    perfective_endings: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    headline_future: bool = False
    motion: tuple[str, ...] = ()
    stative: tuple[str, ...] = ()
    copula: tuple[str, ...] = ()
    stems: tuple[tuple[str, str], ...] = ()
    irregular: dict[str, str] = {}
    refusing: tuple[str, ...] = ()
    reported_future: tuple[str, ...] = ()
    counterfactual: tuple[tuple[str, ...], ...] = ()
    irreal_endings: tuple[str, ...] = ()
    blaming: tuple[str, ...] = ()
    threatening: tuple[str, ...] = ()
    awaiting: tuple[str, ...] = ()
    thought: tuple[str, ...] = ()
    toward: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    progressive: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    compelled: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()
    voted: tuple[str, ...] = ()
    duty: tuple[str, ...] = ()
    after_stem: tuple[str, ...] = ()
    doers: tuple[str, ...] = ()
    purpose: tuple[str, ...] = ()
    incidents: tuple[str, ...] = ()
    preventing: tuple[str, ...] = ()
    averted: tuple[str, ...] = ()


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A language's grammar, as far as coding needs it. `verb` is where a predicate's verb stands: first or last.

    `lends` are the types of acts whose other side a story of two countries may lend, where no sentence names it: those
    of which it was right more often than wrong on the development sets.
    An act of one of the types in `one_sided` may be told without whom it is done to, if a body does it.
    `attributive` are participles that only describe the name after them: "accused neighbouring Togo".
    `shows` are nouns that make no act of the noun before them: "a bombing drill". `sent` are people and arms that are
    sent, not sent to. What `quantities` are of is what is done with: "fired a barrage of rockets". `acts` are nouns
    that point back to an act told before, with its types: whoever "welcomed the accord" welcomed it of its parties;
    one of `deeds` points to the last act told ("called the decision unjustified").
    A sentence with one of the `apolitical` words, of sport and show, tells of no political act, nor does a story full
    of them. Where one of `mishaps`
    stands, force that no known body uses is an accident or a private crime. A sentence with one of `occasions` tells
    what was done at the talks told of: "on the sidelines", "in a joint statement", "the Indian side". `demonstratives`
    before the noun of an act point back at it: "this test", "the attack"; before one of `areas` at its place.
    A sentence with one of `another` ("in another incident") tells of force that no sentence before it told.
    A day right before one of `anniversaries` is the day of remembering: "आज 10वीं बरसी", "Sunday's anniversary".
    One of `hanging` opens a clause that tells when or on what condition another is true, and one of `correlative` the
    clause that a relative one before it is about.
    `bonds` are nouns of what one has with another: who talks about them does not talk with him.
    A crowd is against those of whom one of `opposing` is said in its own words: "X का विरोध करने वाले", "anti-X".
    `others` are words for people of whom nothing more is told: who "kidnapped others" did so to someone.
    `weapons` are words for weapons by the mode of ASSAULT that they make of a blow, the most telling mode first.
    """

    verb: Literal["first", "last"]
    markers: Markers
    verbs: VerbForms
    coordinators: tuple[str, ...] = ()
    clause_openers: tuple[str, ...] = ()
    relative: tuple[str, ...] = ()
    hanging: tuple[str, ...] = ()
    correlative: tuple[str, ...] = ()
    contrast: tuple[str, ...] = ()
    light: dict[str, tuple[str, ...]] = {}
    closing: tuple[str, ...] = ()
    attributive: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    sent: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    acts: dict[str, tuple[str, ...]] = {}
    deeds: tuple[str, ...] = ()
    lends: tuple[str, ...] = ()
    one_sided: tuple[str, ...] = ()
    apolitical: tuple[str, ...] = ()
    mishaps: tuple[str, ...] = ()
    occasions: tuple[str, ...] = ()
    demonstratives: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    another: tuple[str, ...] = ()
    anniversaries: tuple[str, ...] = ()
    bonds: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    opposing: tuple[str, ...] = ()
    weapons: dict[str, tuple[str, ...]] = {}


@cache
def load_grammar(folder: Path) -> Grammar:
    """The grammar of a pack, every word folded. Raises PackError if grammar.toml is missing or malformed."""
    raw = read_toml(folder / "grammar.toml", Grammar, PackError)
    return msgspec.convert(_folded(msgspec.to_builtins(raw), keep=("acts", "light", "lends", "one_sided")), Grammar)


def _folded(value: object, *, keep: tuple[str, ...] = ()) -> object:
    """The value with every string in it folded, but for what lies under the keys to keep."""
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, list | tuple):
        return [_folded(item) for item in value]
    if isinstance(value, dict):
        return {(k if k.isascii() else fold(k)): (v if k in keep else _folded(v)) for k, v in value.items()}
    return value

"""What an engagement is called, which of its series it is, and who heads it."""

from collections.abc import Iterable

from vaarta.coding.content import trimmed
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.records import Party
from vaarta.text import ascii_digits, is_word

__all__ = ["head_parties", "number_in_series", "ordinal_of", "series_of"]

AFTER = 4  # tokens after it in which it stands, if the noun is in the genitive
NUMBERING = {"amod", "nummod", "det"}
NEAR = 4  # tokens before the noun in which its ordinal stands


def head_parties(parties: Iterable[Party]) -> list[Party]:
    """The parties that are persons: they have a name, or an office held."""
    return [p for p in parties if p.name]


def ordinal_of(view: View, trigger: Trigger) -> int | None:
    """The number of the round: "दूसरा दौर", "the 3rd round", "23वीं बैठक"; None if it has none."""
    pack = view.pack.engagements
    sentence = view.sentences[view.sentence_of[trigger.verb]]
    before = range(trigger.verb - 1, max(sentence.start, trigger.verb - NEAR) - 1, -1)
    # "आयोग की | 23वीं बैठक": where genitives come first, the number may follow what it numbers.
    after = range(trigger.end + 1, min(sentence.end - 1, trigger.end + AFTER)) if _owns(view, trigger) else range(0)
    for i in (*before, *(k for k in after if _numbers_talks(view, k))):
        text = view.texts[i]
        if text in pack.ordinals:
            return pack.ordinals[text]
        digits = ascii_digits(text)
        stem = next((digits.removesuffix(e) for e in pack.ordinal_endings if digits.endswith(e)), digits)
        if stem.isdecimal() and stem != digits:
            return int(stem)
        if digits.isdecimal() and view.texts[i + 1] in pack.ordinal_endings:
            return int(digits)
    return None


def _numbers_talks(view: View, i: int) -> bool:
    """Whether token `i` belongs to a contact's own noun or to no noun: not to the second day of a summit."""
    pack = view.pack.engagements
    head = view.doc[i].head
    return head.pos_ not in {"NOUN", "PROPN"} or bool(view.forms[head.i] & (pack.talks | pack.by_noun.keys()))


def _owns(view: View, trigger: Trigger) -> bool:
    """Whether a noun is in the genitive, before what is its own."""
    end = trigger.end
    after = view.grammar.markers.stands == "after" and trigger.nominal and end < len(view.doc)
    return after and view.texts[end] in view.grammar.markers.genitive


def series_of(view: View, trigger: Trigger) -> str:
    """The name of the dialogue a round is of, or of the summit or conference: as written, "" if it has none."""
    i = trigger.verb
    genitives = view.grammar.markers.genitive
    for child in view.doc[i].children:
        if child.dep_ not in {"nmod", "nmod:poss", "obl"}:
            continue
        if view.subtree_marker(child.i) in genitives and not _only_country(view, child.left_edge.i, child.i + 1):
            start, end = trimmed(view, child.left_edge.i, child.i + 1)
            if view.grammar.markers.stands == "before":
                start, end = trimmed(view, child.left_edge.i, child.right_edge.i + 1)
                while start < end and view.doc[start].pos_ in {"ADP", "DET"}:
                    start += 1
            if end - start > 1:
                return str(view.doc[start:end].text)
    return ""


def number_in_series(view: View, trigger: Trigger) -> int:
    """Which of a series a meeting is: "the ninth meeting of their water committee"; 0 if it is of persons or states."""
    pack, markers = view.pack.engagements, view.grammar.markers
    nouns = [t for t in trigger.tokens if view.pos[t] == "NOUN" and view.forms[t] & pack.talks]
    for noun in nouns[-1:]:
        of = [c.i for c in view.doc[noun].children if c.dep_ == "nmod" and view.subtree_marker(c.i) in markers.genitive]
        bodies = [c for c in of if not _of_country(view, c) and not view.forms[c] & pack.talks]
        numbers = [_number(view, c.i) for c in view.doc[noun].children if bodies and c.dep_ in NUMBERING]
        if (number := max(numbers, default=0)) > 1:
            return number
    return 0


def _of_country(view: View, i: int) -> bool:
    """Whether token `i` names a country, an organisation or a person, and no body of theirs ("its committee")."""
    n = view.mention_at.get(i)
    return n is not None and any(p.name or (p.country and not p.office) for p in view.mentions.actors[n].parties)


def _number(view: View, i: int) -> int:
    """The number that an ordinal is; 0 if token `i` is none."""
    pack, digits = view.pack.engagements, ascii_digits(view.texts[i])
    if view.texts[i] in pack.ordinals:
        return pack.ordinals[view.texts[i]]
    stem = next((digits.removesuffix(e) for e in pack.ordinal_endings if digits.endswith(e)), "")
    return int(stem) if stem.isdecimal() else 0


def _only_country(view: View, start: int, end: int) -> bool:
    """Whether every word of the tokens is of actors' names: then it is a side, not a name of a series."""
    return all(i in view.mention_at or not is_word(view.doc[i].text) for i in range(start, end))

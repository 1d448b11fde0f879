"""Sentences as newspapers and web pages print them, made from treebank sentences by seeded chance.

Spelling variants of Hindi need no noise: the features of `vaarta.analysis.hindi` are the same for all of them.
"""

import random
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from vaarta.analysis.treebanks import Sentence, Word

__all__ = ["NOISES", "Names", "names_in", "other_names", "respelled"]

Names = dict[str, list[str]]
PERSONS_MARKERS = frozenset({"ने", "को", "से"})
SMALL = 3  # letters of words that headlines write without a capital
BARE, ERGATIVE = frozenset({"वह", "वे", "वो"}), frozenset({"उन्होंने", "उसने"})


def names_in(sentences: Iterable[Sentence]) -> Names:
    """Words of names of people, one-word names of places, and words of dates, by label, sorted."""
    found: dict[str, set[str]] = {"PER": set(), "LOC": set(), "DATE": set()}
    for sentence in sentences:
        for start, end, label in sentence.entities:
            if label in found and (label != "LOC" or end - start == 1):
                forms = (word.form for word in sentence.words[start:end])
                found[label].update(form for form in forms if len(form) > 2 and not form[0].isdigit())  # noqa: PLR2004
    return {label: sorted(forms) for label, forms in found.items()}


def hindi_noise(sentence: Sentence, chance: random.Random, names: Names) -> Sentence:
    """The sentence, or a variant of it."""
    alone = chance.random() < 0.5  # noqa: PLR2004 - as if nothing followed it, so that its danda may go
    words = list(sentence.words)
    if names and chance.random() < 0.3:  # noqa: PLR2004
        words = swap_names(words, chance, names)
    if chance.random() < 0.7:  # noqa: PLR2004 - HDTB has only single quotes, the web has these
        words = [word._replace(form={"‘": "“", "’": "”"}.get(word.form, word.form)) for word in words]
    if chance.random() < 0.25:  # noqa: PLR2004
        words = quote_speech(words)
    if names.get("WHOLE") and chance.random() < 0.5:  # noqa: PLR2004
        words = name_subjects(words, chance, names)
    words = scrambled(words, chance)
    if alone and chance.random() < 0.04:  # noqa: PLR2004
        words = subject_last(words)
    if words[-1].form == "।":
        draw = chance.random()
        if alone and draw < 0.08 and leaf(words, len(words) - 1):  # noqa: PLR2004
            words = reorder(words, range(len(words) - 1))
        elif draw < 0.16:  # noqa: PLR2004
            words[-1] = words[-1]._replace(form=".", lemma=".")
    return sentence._replace(words=tuple(words))


def reorder(words: Sequence[Word], order: Iterable[int]) -> list[Word]:
    """The words at those places, heads renumbered; nothing that stays may hang on a word that goes."""
    kept = list(order)
    at = {old: new for new, old in enumerate(kept)}
    return [words[old]._replace(head=at[words[old].head]) for old in kept]


def swap_names(words: list[Word], chance: random.Random, names: Names) -> list[Word]:
    """Proper nouns replaced by other names: people's before ने, को, से and inside longer names, places' elsewhere."""
    swapped, dates = [*words], frozenset(names["DATE"])
    for index, (word, following) in enumerate(pairwise(words)):
        if word.upos != "PROPN" or word.form in dates or chance.random() < 0.4:  # noqa: PLR2004
            continue
        person = word.dep == "compound" or following.form in PERSONS_MARKERS
        form = chance.choice(names["PER" if person else "LOC"])
        swapped[index] = word._replace(form=form, lemma=form)
    return swapped


def other_names(sentence: Sentence, chance: random.Random, whole: Names) -> Sentence:
    """A sentence of a names file with its people and places called otherwise: the context must tell them.

    `whole` are whole names by label, words parted by a blank; a person is sometimes called by the last word only.
    """
    words: list[Word] = []
    entities: list[tuple[int, int, str]] = []
    done = 0
    for start, end, label in sentence.entities:
        words += sentence.words[done:start]
        name = list(sentence.words[start:end])
        if whole.get(label) and chance.random() < 0.8:  # noqa: PLR2004
            forms = chance.choice(whole[label]).split(" ")
            if label == "PER" and end - start == 1:
                forms = forms[-1:]
            name = [Word(form, "", "", "", "", 0, "") for form in forms[:-1]]
            name.append(Word(forms[-1], "", "", "", "", 0, "", space=sentence.words[end - 1].space))
        entities.append((len(words), len(words) + len(name), label))
        words += name
        done = end
    words += sentence.words[done:]
    # Only forms and names are learned from it: without a tree, nothing has to be renumbered.
    return Sentence(sentence.id, tuple(word._replace(upos="") for word in words), tuple(entities))


def name_subjects(words: list[Word], chance: random.Random, names: Names) -> list[Word]:
    """A pronoun or lone name that is a subject becomes a full name: "वे ढाका गए" is "डेरेक चॉलेट ढाका गए"."""
    for index, word in enumerate(words):
        ergative = word.form in ERGATIVE
        if word.dep != "nsubj" or not (ergative or word.form in BARE or word.upos == "PROPN"):
            continue
        if word.upos != "PROPN" and not leaf(words, index):
            continue
        if any(other.head == index and n < index for n, other in enumerate(words) if n != index):
            continue
        whole = chance.random() < 0.5  # noqa: PLR2004 - the other half are two words of any two names
        forms = chance.choice(names["WHOLE"]).split(" ") if whole else chance.sample(names["PER"], 2)
        last = index + len(forms) - 1
        added = last - index + ergative
        # What follows moves by the words added; what hung on the subject hangs on the last word of the name.
        rest = [
            w._replace(head=w.head + added if w.head > index else last if w.head == index else w.head) for w in words
        ]
        gender = (
            "Case=Acc|Gender=Masc|Number=Sing|Person=3" if ergative else "Case=Nom|Gender=Masc|Number=Sing|Person=3"
        )
        name = [Word(form, form, "PROPN", "NNPC", gender, last, "compound") for form in forms]
        name[-1] = name[-1]._replace(xpos="NNP", dep="nsubj", head=rest[index].head)
        marker = [Word("ने", "ने", "ADP", "PSP", "AdpType=Post", last, "case")] if ergative else []
        return [*rest[:index], *name, *marker, *rest[index + 1 :]]
    return words


def subtree(words: Sequence[Word], top: int) -> list[int]:
    """Places of a word and all that hangs on it, in order."""
    inside = {top}
    while True:
        more = {n for n, word in enumerate(words) if word.head in inside and n not in inside}
        if not more:
            return sorted(inside)
        inside |= more


def leaf(words: Sequence[Word], index: int) -> bool:
    """Whether nothing hangs on the word."""
    return all(word.head != index or n == index for n, word in enumerate(words))


def subject_last(words: list[Word]) -> list[Word]:
    """Headline order: the subject that opened the sentence now closes it, without danda."""
    root = next(n for n, word in enumerate(words) if word.head == n)
    subject = next((n for n, word in enumerate(words) if word.dep == "nsubj" and word.head == root), None)
    if subject is None or words[-1].upos != "PUNCT" or not leaf(words, len(words) - 1):
        return words
    front = subtree(words, subject)
    if front != list(range(len(front))) or root < len(words) - 5:
        return words
    return reorder(words, [*range(len(front), len(words) - 1), *front])


def scrambled(words: list[Word], chance: random.Random) -> list[Word]:
    """Word orders that the treebank has too seldom, where the sentence lets itself be turned so.

    "दल का नेतृत्व राम करेंगे": the light verb's noun before the subject. "राम ढाका में …": a place right after a bare
    subject, two names that are not one.
    """
    for verb, word in enumerate(words):
        if word.upos != "VERB":
            continue
        parts = {w.dep: n for n, w in enumerate(words) if w.head == verb and n < verb}
        subject, host = parts.get("nsubj"), parts.get("compound:lvc")
        if subject is None or words[subject].form.startswith("ज"):  # जो, जिसने stay where they are
            continue
        if host is not None and chance.random() < 0.6 and any(w.head == host and w.dep == "nmod" for w in words):  # noqa: PLR2004
            return moved(words, block=host, before=subject)
        place = next((n for n in range(subject + 1, verb) if is_place(words, n, verb)), None)
        if place is not None and chance.random() < 0.6:  # noqa: PLR2004
            return moved(words, block=place, after=subject)
    return words


def is_place(words: Sequence[Word], index: int, verb: int) -> bool:
    """Whether a word is a name with में or पर that hangs on the verb."""
    word = words[index]
    marked = index + 1 < len(words) and words[index + 1].form in {"में", "पर"}
    return word.head == verb and word.dep == "obl" and word.upos == "PROPN" and marked


def moved(words: list[Word], *, block: int, before: int | None = None, after: int | None = None) -> list[Word]:
    """The words with one phrase moved to just before or after another; as they were if either is not in one piece."""
    phrase = subtree(words, block)
    other = subtree(words, before if before is not None else after if after is not None else block)
    if set(phrase) & set(other) or not all(b - a == 1 for part in (phrase, other) for a, b in pairwise(part)):
        return words
    rest = [n for n in range(len(words)) if n not in set(phrase)]
    at = rest.index(other[0] if before is not None else other[-1]) + (after is not None)
    return reorder(words, [*rest[:at], *phrase, *rest[at:]])


def quote_speech(words: list[Word]) -> list[Word]:
    """Indirect speech made direct: "ने कहा कि वह जाएगा ।" becomes "ने कहा , “ वह जाएगा । ”"."""
    for index, word in enumerate(words):
        clause = words[word.head]
        if word.form != "कि" or clause.dep != "ccomp" or not 0 < clause.head < index or not leaf(words, index):
            continue
        inside = [n for n in subtree(words, word.head) if n != index]
        if inside != list(range(index + 1, len(words) - 1)) or words[-1].form != "।":
            return words
        comma = Word(",", ",", "PUNCT", "SYM", "", clause.head, "punct")
        opening = Word("“", "“", "PUNCT", "SYM", "", word.head, "punct")
        closing = opening._replace(form="”", lemma="”")
        # The comma stands where कि stood, so that heads before it keep their number; those after move by one.
        moved = [w._replace(head=w.head + (w.head > index)) for w in words]
        opening, closing = (mark._replace(head=mark.head + 1) for mark in (opening, closing))
        return [*moved[:index], comma, opening, *moved[index + 1 :], closing]
    return words


def english_noise(sentence: Sentence, chance: random.Random, names: Names) -> Sentence:  # noqa: ARG001 - as hindi_noise
    """The sentence, or a variant of it: no full stop, headline capitals, typographic quotes and apostrophes."""
    words, last = list(sentence.words), len(sentence.words) - 1
    if last > 2 and words[last].form == "." and leaf(words, last) and chance.random() < 0.1:  # noqa: PLR2004
        words.pop()
    draw = chance.random()
    if draw < 0.04:  # noqa: PLR2004
        words = [word if n and len(word.form) <= SMALL else capital(word) for n, word in enumerate(words)]
    elif draw < 0.05:  # noqa: PLR2004
        words = [word._replace(form=word.form.upper()) for word in words]
    draw = chance.random()
    if draw < 0.3:  # noqa: PLR2004
        words = curled(words)
    if draw < 0.15:  # noqa: PLR2004
        words = [word._replace(form=word.form.replace("'", "’")) for word in words]
    return sentence._replace(words=tuple(words))


def capital(word: Word) -> Word:
    """The word with a capital letter."""
    return word._replace(form=word.form[:1].upper() + word.form[1:])


def curled(words: list[Word]) -> list[Word]:
    """The words with opening and closing quotes as papers print them; straight ones open and close by turns."""
    turned, opens = [], True
    for word in words:
        form = {"``": "“", "''": "”"}.get(word.form, word.form)
        if word.form == '"':
            form, opens = "“" if opens else "”", not opens
        turned.append(word._replace(form=form))
    return turned


Noise = Callable[[Sentence, random.Random, Names], Sentence]
NOISES: Mapping[str, Noise] = {"": lambda sentence, *_: sentence, "hindi": hindi_noise, "english": english_noise}


NUKTA = "\u093c"
ROWS = {"ङ": "कखगघ", "ञ": "चछजझ", "ण": "टठडढ", "न": "तथदध", "म": "पफबभ"}
HALVES = {letter: f"{nasal}्" for nasal, row in ROWS.items() for letter in row}


def respelled(sentence: Sentence) -> Sentence:
    """The sentence in the other spelling: no nukta; the dot for half nasals, and half nasals for the dot."""
    return sentence._replace(words=tuple(word._replace(form=other_spelling(word.form)) for word in sentence.words))


def other_spelling(form: str) -> str:
    """The form without nukta, each nasal before a consonant of its row written the other way."""
    bare = unicodedata.normalize("NFD", form).replace(NUKTA, "")
    out, index = [], 0
    while index < len(bare):
        half, following = bare[index : index + 2], bare[index + 2 : index + 3]
        if following and HALVES.get(following) == half:
            out.append("ं")
            index += 2
        else:
            after = HALVES.get(bare[index + 1 : index + 2]) if bare[index] == "ं" else None
            out.append(after or bare[index])
            index += 1
    return unicodedata.normalize("NFC", "".join(out))

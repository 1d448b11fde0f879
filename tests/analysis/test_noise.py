"""Variants of treebank sentences, and names guessed from trees and read from entity marks."""

import random
from pathlib import Path

import pytest

from vaarta.analysis.corpora import NamePool, read_pools
from vaarta.analysis.hindi import fold
from vaarta.analysis.noise import (
    curled,
    english_noise,
    hindi_noise,
    moved,
    names_in,
    other_names,
    quote_speech,
    respelled,
    scrambled,
    subject_last,
)
from vaarta.analysis.silver import guess_names, known_names
from vaarta.analysis.treebanks import Sentence, Word, cut_as, read_conllu, read_names

SPEECH = (
    ("मंत्री", "NOUN", 2, "nsubj"),
    ("ने", "ADP", 0, "case"),
    ("कहा", "VERB", 2, "root"),
    ("कि", "SCONJ", 5, "mark"),
    ("वह", "PRON", 5, "nsubj"),
    ("आएगा", "VERB", 2, "ccomp"),
    ("।", "PUNCT", 2, "punct"),
)


def tree(rows: tuple[tuple[str, str, int, str], ...]) -> list[Word]:
    return [Word(form, form, upos, "", "", head, dep) for form, upos, head, dep in rows]


def arcs(words: list[Word]) -> list[tuple[str, str, str]]:
    return [(word.form, word.dep, words[word.head].form) for word in words]


def test_indirect_speech_becomes_a_quotation() -> None:
    words = quote_speech(tree(SPEECH))
    assert [word.form for word in words] == ["मंत्री", "ने", "कहा", ",", "“", "वह", "आएगा", "।", "”"]
    assert ("वह", "nsubj", "आएगा") in arcs(words)
    assert ("आएगा", "ccomp", "कहा") in arcs(words)
    assert ("।", "punct", "कहा") in arcs(words)


def test_a_headline_puts_the_subject_last() -> None:
    told = (("भारत", "PROPN", 1, "nsubj"), ("आएगा", "VERB", 1, "root"), ("।", "PUNCT", 1, "punct"))
    assert arcs(subject_last(tree(told))) == [("आएगा", "root", "आएगा"), ("भारत", "nsubj", "आएगा")]


LEADS = (
    ("राम", "PROPN", 5, "nsubj"),
    ("ढाका", "PROPN", 5, "obl"),
    ("में", "ADP", 1, "case"),
    ("दल", "NOUN", 4, "nmod"),
    ("नेतृत्व", "NOUN", 5, "compound:lvc"),
    ("करेंगे", "VERB", 5, "root"),
    ("।", "PUNCT", 5, "punct"),
)


def test_a_light_verbs_noun_may_stand_before_the_subject() -> None:
    words = moved(tree(LEADS), block=4, before=0)
    assert [word.form for word in words] == ["दल", "नेतृत्व", "राम", "ढाका", "में", "करेंगे", "।"]
    assert ("नेतृत्व", "compound:lvc", "करेंगे") in arcs(words)
    assert ("राम", "nsubj", "करेंगे") in arcs(words)


def test_scrambling_keeps_every_arc() -> None:
    for seed in range(20):
        assert sorted(arcs(scrambled(tree(LEADS), random.Random(seed)))) == sorted(arcs(tree(LEADS)))


@pytest.mark.parametrize("seed", range(40))
def test_a_variant_is_a_tree(seed: int) -> None:
    names = {"PER": ["नेड"], "LOC": ["ढाका"], "DATE": []}
    variant = hindi_noise(Sentence("s", tuple(tree(SPEECH))), random.Random(seed), names)
    roots = [n for n, word in enumerate(variant.words) if word.head == n]
    assert len(roots) == 1
    assert all(0 <= word.head < len(variant.words) for word in variant.words)


@pytest.mark.parametrize("seed", range(60))
def test_a_danda_that_something_hangs_on_stays(seed: int) -> None:
    told = (("आया", "VERB", 0, "root"), ("राम", "PROPN", 2, "dep"), ("।", "PUNCT", 0, "punct"))
    assert len(hindi_noise(Sentence("s", tuple(tree(told))), random.Random(seed), {}).words) == 3


def test_the_same_seed_gives_the_same_variant() -> None:
    one, other = (hindi_noise(Sentence("s", tuple(tree(SPEECH))), random.Random(3), {}) for _ in range(2))
    assert one == other


def test_names_are_read_from_bio_files(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("नेड\tB-NEP\nप्राइस\tI-NEP\nने\tO\nढाका\tB-NEL\n2021\tB-NETI\n\n", encoding="utf-8")
    (sentence,) = read_names(path)
    assert sentence.entities == ((0, 2, "PER"), (3, 4, "LOC"), (4, 5, "DATE"))
    assert names_in([sentence])["PER"] == ["नेड", "प्राइस"]


def test_the_innermost_named_mention_is_the_name(tmp_path: Path) -> None:
    rows = [
        ("the", "DET", 2, "det", "(1-person-x(2-organization-x"),
        ("Senate", "PROPN", 3, "nmod", "2)"),
        ("leader", "NOUN", 0, "root", "1)"),
    ]
    lines = [f"{n}\t{f}\t{f}\t{u}\t_\t_\t{h}\t{d}\t_\tEntity={e}" for n, (f, u, h, d, e) in enumerate(rows, 1)]
    path = tmp_path / "gum.conllu"
    path.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    (sentence,) = read_conllu(path)
    assert sentence.entities == ((1, 2, "ORG"),)


def test_flat_proper_nouns_are_a_person_and_unknown_ones_are_left_open() -> None:
    told = (
        ("Ned", "PROPN", 2, "nsubj"),
        ("Price", "PROPN", 0, "flat"),
        ("left", "VERB", 2, "root"),
        ("Paris", "PROPN", 2, "obl"),
        ("Xyz", "PROPN", 2, "obl"),
    )
    known = known_names([Sentence("k", tuple(tree((("Paris", "PROPN", 0, "root"),))), ((0, 1, "LOC"),))])
    guessed = guess_names(Sentence("s", tuple(tree(told))), known)
    assert guessed.entities == ((0, 2, "PER"), (3, 4, "LOC"))
    assert guessed.unsure == {4}


def test_names_are_exchanged_for_names_of_their_kind() -> None:
    told = tree((("नेड", "PROPN", 0, "root"), ("ढाका", "PROPN", 0, "obl"), ("में", "ADP", 1, "case")))
    sentence = Sentence("s", tuple(told), ((0, 1, "PER"), (1, 2, "LOC")))
    pools = {"PER": ["राम सिंह"], "LOC": ["सियारा लिओन"]}
    variants = {other_names(sentence, random.Random(seed), pools).text for seed in range(40)}
    assert variants == {"नेड ढाका में", "सिंह ढाका में", "नेड सियारा लिओन में", "सिंह सियारा लिओन में"}
    longer = next(
        variant
        for variant in (other_names(sentence, random.Random(seed), pools) for seed in range(40))
        if len(variant.words) > 3
    )
    assert longer.entities == ((0, 1, "PER"), (1, 3, "LOC"))


def test_a_pool_is_a_column_of_names(tmp_path: Path) -> None:
    (tmp_path / "people.tsv").write_text("id\tname\n1\tराम सिंह; श्याम\n2\t\n3\n", encoding="utf-8")
    pool = NamePool("people.tsv", "name", "PER", "CC0", "our own")
    assert read_pools([pool], tmp_path) == {"PER": ["राम सिंह", "श्याम"]}


def test_words_of_names_files_are_cut_and_names_keep_no_marks() -> None:
    told = Sentence("s", tuple(tree((('"राम', "X", 0, ""), ("है.", "X", 0, "")))), ((0, 1, "PER"),))
    cut = cut_as(told, lambda word: {'"राम': ['"', "राम"], "है.": ["है", "."]}[word])
    assert cut.text == '" राम है .'
    assert cut.entities == ((1, 2, "PER"),)


@pytest.mark.parametrize(
    ("form", "other"),
    [("सम्बन्ध", "संबंध"), ("संबंध", "सम्बन्ध"), ("फ़ौज", "फौज"), ("अंग्रेज़ी", "अङ्ग्रेजी"), ("जन्म", "जन्म"), ("मैं", "मैं")],
)
def test_a_word_has_another_spelling_that_folds_alike(form: str, other: str) -> None:
    (word,) = respelled(Sentence("s", tuple(tree(((form, "NOUN", 0, "root"),))))).words
    assert word.form == other
    assert fold(word.form) == fold(form)


@pytest.mark.parametrize("seed", range(20))
def test_english_variants_keep_every_arc(seed: int) -> None:
    told = (
        ('"', "PUNCT", 2, "punct"),
        ("We", "PRON", 2, "nsubj"),
        ("don't", "VERB", 2, "root"),
        ("go", "VERB", 2, "x"),
        (".", "PUNCT", 2, "punct"),
    )
    variant = english_noise(Sentence("s", tuple(tree(told))), random.Random(seed), {})
    assert [(word.head, word.dep) for word in variant.words] == [row[2:] for row in told[: len(variant.words)]]
    assert [w.form.lower().strip("“").replace("’", "'") for w in variant.words[1:4]] == ["we", "don't", "go"]


def test_straight_quotes_open_and_close_by_turns() -> None:
    words = tree(tuple((form, "PUNCT", 0, "punct") for form in ('"', "a", '"', "``", "''")))
    assert [word.form for word in curled(words)] == ["“", "a", "”", "“", "”"]

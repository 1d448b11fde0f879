"""What holds for days in any language: stories without a day, packs and their examples, Docs."""

from datetime import date
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from vaarta.errors import PackError
from vaarta.packs import builtin, load
from vaarta.packs.times import Rule, load_times
from vaarta.recognition.time_phrases import phrases_at, read_pieces
from vaarta.recognition.times import find_times, time_mentions, told_on
from vaarta.records import Story

TOLD = date(2023, 2, 15)
RULES = [(lang, rule) for lang in ("en", "hi") for rule in load(lang).times.rules]


@pytest.mark.parametrize(("lang", "rule"), RULES, ids=[f"{lang}-{rule.text.pattern}" for lang, rule in RULES])
def test_each_rule_matches_its_example(lang: str, rule: Rule) -> None:
    pack, text = load(lang).times, rule.text.inside or rule.text.example
    start = text.index(rule.text.example)
    spans = read_pieces(text, pack)
    matched = [
        (spans[first][0], spans[stop - 1][1])
        for first, options in phrases_at(text, spans, pack)
        for stop, phrase in options
        if phrase.rule == rule.text.pattern
    ]
    assert (start, start + len(rule.text.example)) in matched


@pytest.mark.parametrize("lang", ["en", "hi"])
def test_every_kind_of_word_is_used_by_a_rule(lang: str) -> None:
    pack = load(lang).times
    kinds = {entry.kind for entries in pack.lexicon.values() for entry in entries} - {"plainweekday"}
    assert kinds == kinds & {element.kind for rule in pack.rules for element in rule.elements}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("14 फरवरी 2023", "2023-02-14", "2023-02-14"),
        ("28 फरवरी-2 मार्च 2023", "2023-02-28", "2023-03-02"),
        ("जनवरी 2021", "2021-01-01", "2021-01-31"),
        ("2014 में", "2014-01-01", "2014-12-31"),
        ("2014 से", "2014-01-01", ""),
        ("14 फरवरी", "", ""),
        ("सोमवार", "", ""),
        ("अगले महीने", "", ""),
        ("रविवार (13 मई)", "", ""),
    ],
)
def test_without_a_day_of_telling_only_what_says_its_year_has_days(text: str, first: str, last: str) -> None:
    [found] = find_times(text, told=None, pack=load("hi").times)
    assert (found.when.first, found.when.last) == (first, last)


@pytest.mark.parametrize(
    ("lang", "text", "basis"),
    [
        ("hi", "14 फरवरी", "stated"),
        ("hi", "14 से 18 फरवरी", "stated"),
        ("hi", "जनवरी 2021", "stated"),
        ("hi", "2014 में", "stated"),
        ("hi", "सोमवार (13 फरवरी)", "stated"),
        ("hi", "जनवरी में", "relative"),
        ("hi", "सोमवार", "relative"),
        ("hi", "मार्च और अप्रैल में", "relative"),
        ("en", "last week", "relative"),
        ("en", "by Feb. 14", "stated"),
    ],
)
def test_basis_says_whether_the_days_are_named(lang: str, text: str, basis: str) -> None:
    [found] = find_times(text, told=TOLD, pack=load(lang).times)
    assert found.when.basis == basis


def test_the_tense_is_asked_at_the_start_of_the_phrase() -> None:
    asked: list[int] = []
    find_times("वे कल आए", told=TOLD, pack=load("hi").times, tense=lambda offset: asked.append(offset) or "past")  # type: ignore[func-returns-value]
    assert asked == [3]


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2023-02-15T00:10:00+05:30", date(2023, 2, 15)),
        ("2023-02-15", date(2023, 2, 15)),
        ("", None),
        ("soon", None),
    ],
    ids=["with-zone", "day", "none", "malformed"],
)
def test_a_story_is_told_on_the_day_of_its_own_zone(published: str, day: date | None) -> None:
    assert told_on(Story(id="s", lang="hi", text="x", published=published)) == day


def doc_of(lang: str, tokens: list[tuple[str, str, str, int, str]]) -> Doc:
    """A one-sentence Doc from (form, part of speech, features, head, relation)."""
    forms, tags, feats, heads, deps = (list(column) for column in zip(*tokens, strict=True))
    return Doc(spacy.blank(lang).vocab, words=forms, pos=tags, morphs=feats, heads=heads, deps=deps)


def when_in(lang: str, doc: Doc) -> list[tuple[str, str, str]]:
    story = Story(id="s", lang=lang, text=doc.text, published="2023-02-15T10:00:00+05:30")
    mentions, _ = time_mentions(doc, told=told_on(story), pack=load(lang))
    return [(doc[mention.start : mention.end].text, mention.when.first, mention.when.last) for mention in mentions]


PAST = [
    ("मंत्री", "NOUN", "", 3, "nsubj"),
    ("कल", "ADV", "", 3, "advmod"),
    ("दिल्ली", "PROPN", "", 3, "obl"),
    ("पहुंचे", "VERB", "Aspect=Perf|VerbForm=Part", 3, "ROOT"),
    ("हैं", "AUX", "Tense=Pres", 3, "aux"),
]
FUTURE = [*PAST[:3], ("पहुंचेंगे", "VERB", "Tense=Fut", 3, "ROOT")]
TO_COME = [
    *PAST[:3],
    ("पहुंचने", "VERB", "VerbForm=Inf", 3, "ROOT"),
    ("वाले", "ADP", "", 3, "mark"),
    ("हैं", "AUX", "Tense=Pres", 3, "aux"),
]
PROGRESSIVE = [
    *PAST[:3],
    ("पहुंच", "VERB", "", 3, "ROOT"),
    ("रहे", "AUX", "Aspect=Prog", 3, "aux"),
    ("हैं", "AUX", "Tense=Pres", 3, "aux"),
]


CAUSE = [
    *PAST[:3],
    ("होने", "VERB", "VerbForm=Inf", 5, "advcl"),
    ("से", "ADP", "", 3, "mark"),
    ("रुके", "VERB", "Aspect=Perf|VerbForm=Part", 5, "ROOT"),
]


STAYED = [
    *PAST[:3],
    ("रुके", "VERB", "Aspect=Perf|VerbForm=Part", 3, "ROOT"),
    ("रहे", "AUX", "Aspect=Perf", 3, "aux"),
]
DID = [
    ("मंत्री", "NOUN", "", 3, "nsubj"),
    ("ने", "ADP", "", 0, "case"),
    ("कल", "ADV", "", 3, "advmod"),
    ("मांगे", "VERB", "Tense=Fut", 3, "ROOT"),
]
SIGNS = {
    "perfect": (PAST, "2023-02-14"),
    "cause-of-a-past": (CAUSE, "2023-02-14"),
    "stayed": (STAYED, "2023-02-14"),
    "ergative": (DID, "2023-02-14"),
    "future": (FUTURE, "2023-02-16"),
    "about-to": (TO_COME, "2023-02-16"),
    "progressive": (PROGRESSIVE, "2023-02-16"),
}


@pytest.mark.parametrize(("tokens", "day"), SIGNS.values(), ids=SIGNS)
def test_hindi_verb_says_which_way_kal_looks(tokens: list[tuple[str, str, str, int, str]], day: str) -> None:
    assert when_in("hi", doc_of("hi", tokens)) == [("कल", day, day)]


@pytest.mark.parametrize(
    ("tokens", "day"),
    [
        ([("He", "PRON", "", 1, "nsubj"), ("arrived", "VERB", "Tense=Past", 1, "ROOT")], "2023-02-13"),
        (
            [
                ("He", "PRON", "", 2, "nsubj"),
                ("will", "AUX", "", 2, "aux"),
                ("arrive", "VERB", "VerbForm=Inf", 2, "ROOT"),
            ],
            "2023-02-20",
        ),
        (
            [
                ("He", "PRON", "", 1, "nsubj"),
                ("agreed", "VERB", "Tense=Past", 1, "ROOT"),
                ("to", "PART", "", 3, "mark"),
                ("come", "VERB", "VerbForm=Inf", 1, "xcomp"),
            ],
            "2023-02-20",
        ),
    ],
    ids=["past", "will", "agreed-to"],
)
def test_english_verb_says_which_monday(tokens: list[tuple[str, str, str, int, str]], day: str) -> None:
    verb = len(tokens) - 1
    doc = doc_of("en", [*tokens, ("Monday", "PROPN", "", verb, "obl")])
    assert when_in("en", doc) == [("Monday", day, day)]


def test_without_a_parse_the_next_verb_of_the_sentence_decides() -> None:
    forms, tags = ["मंत्री", "कल", "पहुंचेंगे"], ["NOUN", "ADV", "VERB"]
    doc = Doc(spacy.blank("hi").vocab, words=forms, pos=tags)
    assert when_in("hi", doc) == [("कल", "2023-02-16", "2023-02-16")]


def test_a_mention_is_widened_to_whole_tokens() -> None:
    doc = Doc(spacy.blank("en").vocab, words=["mid-September", "talks"])
    assert when_in("en", doc) == [("mid-September", "2022-09-11", "2022-09-20")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    text = (builtin("en") / "times.toml").read_text(encoding="utf-8")
    (tmp_path / "times.toml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("written", "instead", "complaint"),
    [
        ('13 = ["thirteen"]', '130 = ["thirteen"]', "numbers"),
        ('pattern = "{dayword}"', 'pattern = "{dayworb}"', "dayworb"),
        ('pattern = "{dayword}"', 'pattern = "{dayword?}"', "can match nothing"),
        ('{time=weekday|date} {daypart}"', '{time=weekend} {daypart}"', "no rule can mean"),
        ("capitals = true", "capitols = true", "capitols"),
    ],
    ids=["value", "kind", "empty", "meaning", "key"],
)
def test_a_malformed_pack_is_refused_with_its_name(folder: Path, written: str, instead: str, complaint: str) -> None:
    file = folder / "times.toml"
    text = file.read_text(encoding="utf-8")
    assert written in text
    file.write_text(text.replace(written, instead), encoding="utf-8")
    with pytest.raises(PackError, match=complaint) as raised:
        load_times(folder)
    assert "times.toml" in str(raised.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"times\.toml"):
        load_times(tmp_path)

"""Explaining a story: the same claims as coding, and for each trigger what became of it and by which rule."""

from collections.abc import Iterator
from typing import get_args

import pytest
from parsed import TOLD, rows

from vaarta.cli.explain import BECAUSE, WAYS
from vaarta.coding.explaining import WAYS as STRENGTHS
from vaarta.coding.explaining import Attempt, Explained
from vaarta.coding.scoring import load_weights
from vaarta.coding.tracing import Rule
from vaarta.pipeline import code_doc, explain_doc
from vaarta.testing import doc_from_conllu, make_story

ALL = [(lang, key) for lang in ("hi", "en") for key in rows(lang)]


def explained(lang: str, key: str) -> tuple[Explained, ...]:
    doc = doc_from_conllu(rows(lang)[key])
    return explain_doc(doc, make_story(doc.text, lang=lang, published=TOLD))


def attempts(lang: str, key: str, entry: str) -> Iterator[Attempt]:
    """What became of an entry in a parse, each time it was tried."""
    for sentence in explained(lang, key):
        yield from (attempt for attempt in sentence.attempts if attempt.entry == f"{lang}/{entry}")


@pytest.mark.parametrize(("lang", "key"), ALL, ids=str)
def test_explaining_codes_the_same_and_each_claim_has_an_attempt_that_was_kept(lang: str, key: str) -> None:
    doc = doc_from_conllu(rows(lang)[key])
    story = make_story(doc.text, lang=lang, published=TOLD)
    sentences = explain_doc(doc, story)
    claims = code_doc(doc, story)
    assert [event for sentence in sentences for event in sentence.events] == list(claims.events)
    assert [said for sentence in sentences for said in sentence.statements] == list(claims.statements)
    kept = {attempt.entry for sentence in sentences for attempt in sentence.attempts if attempt.kept}
    assert {event.by.removesuffix("+pair") for event in claims.events} <= kept


@pytest.mark.parametrize(
    ("lang", "key", "entry", "rule"),
    [
        pytest.param("hi", "object-ko", "events#summon-envoy", "another reading", id="fewer-hosts"),
        pytest.param("hi", "host-of-another", "events#condemn", "another's host", id="host-of-another-verb"),
        pytest.param("hi", "wanted", "events#wish-ties", "content", id="no-content-phrase"),
        pytest.param("hi", "wanted", "events#impose-sanctions", "infinitive", id="bare-infinitive"),
        pytest.param("hi", "said-that", "events#told-to-do", "marker", id="no-marker"),
        pytest.param("hi", "negated", "events#condemn", "negated", id="negated"),
        pytest.param("hi", "host-of-another", "events#condemn-nominal", "no sides", id="no-side-found"),
        pytest.param("hi", "communique", "statements#saying", "no speaker", id="no-speaker"),
        pytest.param("hi", "not-said", "statements#say", "not said", id="not-said"),
        pytest.param("hi", "round", "events#talks-nominal", "series name", id="name-of-a-series"),
        pytest.param("hi", "demand-that", "events#withdraw-troops", "unreal", id="only-demanded"),
        pytest.param("en", "denied-that", "events#attack", "unreal", id="only-denied"),
        pytest.param("hi", "phone", "engagements#meeting", "without", id="without-phrase"),
        pytest.param("en", "struck-killing", "events#kill", "one blow", id="what-an-attack-did"),
    ],
)  # fmt: skip
def test_what_was_not_taken_says_by_which_rule(lang: str, key: str, entry: str, rule: Rule) -> None:
    found = list(attempts(lang, key, entry))
    assert rule in {step.rule for attempt in found for step in attempt.steps}
    assert not all(attempt.kept for attempt in found)


def test_a_second_telling_names_the_first() -> None:
    (again,) = (
        one
        for one in attempts("hi", "told-twice", "events#condemn")
        if any(step.rule == "merged" for step in one.steps)
    )
    assert not again.kept
    assert [step.instead for step in again.steps if step.rule == "merged"] == ["hi/events#condemn: कड़ी निंदा की"]


def test_sides_say_which_role_they_took_and_by_which_way() -> None:
    attempt = next(one for one in attempts("hi", "object-ko", "events#summon-envoy") if one.kept)
    assert {(side.role, side.codes, side.way) for side in attempt.sides} == {
        ("actor", ("IND",), "direct"),
        ("recipient", ("PAK",), "direct"),
    }
    assert attempt.words == ("उप", "उच्चायुक्त", "तलब", "किया")
    assert attempt.requires == "both"


def test_mentions_say_what_they_mean() -> None:
    (sentence,) = explained("hi", "object-ko")
    assert ("actor", "IND GOV") in {(one.kind, one.means) for one in sentence.mentions}
    assert all(sentence.text.find(one.text) >= 0 for one in sentence.mentions)


def test_every_word_hangs_on_a_word_of_its_sentence() -> None:
    for sentence in explained("hi", "told-twice"):
        numbers = [word.number for word in sentence.words]
        assert numbers == list(range(len(numbers)))
        assert {word.head for word in sentence.words} <= set(numbers)


def test_every_rule_and_every_way_is_said_in_words() -> None:
    assert set(BECAUSE) | {"scored", "sides"} == set(get_args(Rule))
    assert set(WAYS) == set(STRENGTHS.values())


def test_each_event_says_what_makes_it_likely() -> None:
    (sentence,) = explained("hi", "object-ko")
    (event,), (likely,) = sentence.events, sentence.likely
    model = load_weights()
    assert (likely.claim, likely.score) == (event.id, event.score)
    assert all(model.weights[name] == weight for name, weight in likely.adds)
    sizes = [abs(weight) for _, weight in likely.adds]
    assert sizes == sorted(sizes, reverse=True)
    assert "sureness=1.00" in dict(likely.adds)
    assert round(model.probability(dict(likely.adds)), 3) == likely.score


def test_a_sentence_of_sport_says_that_no_event_is_looked_for() -> None:
    (sport,), (act,) = explained("hi", "sport"), explained("hi", "object-ko")
    assert (sport.apolitical, sport.events, act.apolitical) == (True, (), False)

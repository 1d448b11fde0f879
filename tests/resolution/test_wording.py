"""How alike two claims are worded, and that each reason that has a weight is given. Sentences are ours."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from factories import make_event, make_story

import vaarta.resolution
from vaarta.records import Claims, Party, Story
from vaarta.resolution.keys import Vocabulary
from vaarta.resolution.likeness import load_weights
from vaarta.resolution.reasons import reasons
from vaarta.resolution.tellings import tellings

INDIA, FRANCE = (Party(text=name, country=code, sector="GOV") for name, code in (("India", "IND"), ("France", "FRA")))


def told(text: str, words: str, lang: str, by: str = "test#hand") -> tuple[Story, Claims]:
    story = make_story(text, published="2024-05-07", lang=lang)
    event = make_event(story, words, "CONSULT", actors=(INDIA, FRANCE), by=by)
    return story, Claims(story=story.id, lang=lang, events=(event,))


def reasons_of(*kept: tuple[Story, Claims]) -> dict[str, float]:
    vocabulary = Vocabulary()
    left, right = tellings(kept, vocabulary)
    return dict(reasons(left, right, vocabulary) or [])


def test_what_is_spelled_otherwise_is_alike_sign_by_sign() -> None:
    """Not a word of the two is written alike, but for the verb."""
    texts = "दोनों ने हाइड्रोजन पर बातचीत की।", "दोनो ने हाईड्रोज़न पर बातचीत की।"
    found = reasons_of(*(told(text, "बातचीत की", "hi") for text in texts))
    assert found["said-signs"] > 0.5
    assert found["said-signs-held"] > found["said-signs"]
    assert 0 < found["word-pairs"] < 1


def test_rare_words_are_those_that_few_stories_have() -> None:
    common = [told(f"Talks were held again in week {n}.", "Talks", "en") for n in range(40)]
    texts = "Talks were held again on turbots and gurnards.", "Talks were held again on gurnards."
    vocabulary = Vocabulary()
    *_, left, right = tellings([*common, *(told(text, "Talks", "en") for text in texts)], vocabulary)
    assert dict(reasons(left, right, vocabulary) or [])["rare-held"] == 1
    assert dict(reasons(left, left, vocabulary) or [])["act-words"] < 1, "talks are told by all"


def test_the_words_around_count_by_their_rarity_in_whichever_sentence() -> None:
    """Both times the act's own sentence is the same."""
    common = [told(f"Talks were held in week {n}. Rain fell.", "Talks", "en") for n in range(40)]
    texts = (
        "Talks were held. Gurnards were named.",
        "Talks were held. Gurnards were counted.",
        "Talks were held. Rain fell.",
    )
    vocabulary = Vocabulary()
    *_, one, alike, other = tellings([*common, *(told(text, "Talks", "en") for text in texts)], vocabulary)
    beside = [dict(reasons(one, with_, vocabulary) or [])["words-beside"] for with_ in (one, alike, other)]
    assert beside[0] == pytest.approx(1)
    assert 1 > beside[1] > beside[2] > 0


@pytest.mark.parametrize(
    ("modes", "reason"),
    [(("firearms", "heavy-weapons"), "fire"), (("firearms", ""), "one-fires"), (("", "aerial"), "")],
)
def test_fire_across_a_border_is_told_again_and_again(modes: tuple[str, str], reason: str) -> None:
    kept = []
    for mode, text in zip(modes, ("They fired at posts.", "Posts were fired at."), strict=True):
        story = make_story(text, published="2024-05-07", lang="en")
        event = make_event(story, "fired", "ASSAULT", actors=(INDIA,), recipients=(FRANCE,), mode=mode)
        kept.append((story, Claims(story=story.id, lang="en", events=(event,))))
    assert {"fire", "one-fires"} & reasons_of(*kept).keys() == {*filter(None, [reason])}


def test_bodies_that_are_others_speak_of_other_talks() -> None:
    texts = "The talks at the United Nations went on.", "The talks at the World Bank went on."
    assert "other-body" in reasons_of(*(told(text, "talks", "en") for text in texts))
    assert "other-body" not in reasons_of(*(told(texts[0], "talks", "en") for _ in range(2)))


@pytest.mark.parametrize("nouns", [0, 1, 2])
def test_what_is_told_as_a_noun_is_known(nouns: int) -> None:
    entries = ["en/events#talks-nominal"] * nouns + ["en/events#meet"] * (2 - nouns)
    texts = "After the talks on wheat it rained.", "The talks on wheat went well."
    found = reasons_of(*(told(text, "talks", "en", entry) for text, entry in zip(texts, entries, strict=True)))
    assert found.get("told-as-noun", 0) == nouns


def test_each_reason_that_has_a_weight_is_given() -> None:
    """Also those that count in claims of one kind only: "visit: day-untold"."""
    folder = Path(vaarta.resolution.__file__).parent
    source = "".join(file.read_text(encoding="utf-8") for file in folder.glob("*.py"))
    weights = load_weights()
    for name in {*weights.weights, *weights.across} - {"start"}:
        assert all(f'"{part}"' in source for part in name.split(": ")), name


def test_keys_are_numbered_alike_in_each_process() -> None:
    """Else which claims of a crowded day are compared would depend on how Python orders a set that day."""
    asked = """
from vaarta.resolution.keys import Vocabulary
vocabulary = Vocabulary()
vocabulary.keys("Lyon Oslo Rome Kyiv Lima Bonn Cork Bern", "en")
keys = vocabulary.keys("Kyiv Bern", "en")
print(keys.words, keys.heard)
"""
    told_of = {
        subprocess.run(
            [sys.executable, "-c", asked], env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True
        ).stdout
        for seed in "123"
    }
    assert len(told_of) == 1

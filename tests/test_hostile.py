"""Texts that no paper prints: coding them ends, in time that grows with their length, and what is claimed quotes them.

Wants the pipelines that ship with Vaarta. Seconds are the processor's own, with room for a slow machine: what these
tests hold off are minutes.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

import vaarta
from vaarta.pipeline import code_stories
from vaarta.records import Claims, Passed
from vaarta.testing import make_story

Maker: TypeAlias = Callable[[str], str]

MODELS = Path(vaarta.__file__).parent / "models"
pytestmark = pytest.mark.skipif(
    not all((MODELS / lang / "meta.json").exists() for lang in ("hi", "en")), reason="the trained pipelines are missing"
)
WORDS = {
    "hi": "भारत ने पाकिस्तान के राजदूत को तलब किया और चीन के विदेश मंत्री से मुलाकात की जबकि नेपाल ने ",
    "en": "India summoned the Pakistani envoy and met the Chinese foreign minister while Nepal ",
}
END = {"hi": "नेपाल ने चीन की निंदा की।", "en": "Nepal condemned China."}
LIST = {"hi": "भारत, चीन, नेपाल, ", "en": "India, China, Nepal, "}
SAID = {"hi": "“भारत ने कहा, ", "en": "“India said, "}
SECONDS = 30.0


def coded(text: str, lang: str) -> tuple[Claims, float]:
    """The claims of a text, whose evidence is checked, and the seconds they took."""
    story = make_story(text, lang=lang, published="2024-05-15")
    start = time.process_time()
    ((_, claims),) = (item for item in code_stories([story]) if not isinstance(item, Passed))
    taken = time.process_time() - start
    for claim in (*claims.events, *claims.statements, *claims.engagements, *claims.tenures):
        assert story.text[slice(*claim.evidence.span)] == claim.evidence.quote
    return claims, taken


@pytest.mark.parametrize("lang", ["hi", "en"])
@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda lang: WORDS[lang] * 20, id="one-sentence-of-300-words"),
        pytest.param(lambda lang: WORDS[lang].replace(" ", "") * 200, id="no-blanks"),
        pytest.param(lambda lang: LIST[lang] * 150, id="list-of-450-names"),
        pytest.param(lambda lang: SAID[lang] * 60 + WORDS[lang] + "”" * 60, id="quotations-in-quotations"),
        pytest.param(lambda _: "\"'“‘«" * 120, id="marks-that-open"),
        pytest.param(lambda _: "भारत said on सोमवार that Россия 中国 ने Pakistan को تنبيه 😀 दी. " * 9, id="scripts"),
        pytest.param(lambda _: "।।।,,,;;;!!!??? " * 100, id="marks-alone"),
        pytest.param(lambda _: "\u200b\u200d\ufeff" * 1000, id="characters-without-width"),
        pytest.param(lambda _: "क" + "\u0901\u093c" * 10_000, id="signs-on-one-letter"),
        pytest.param(lambda _: "१२३४५ 67890 " * 300, id="digits"),
        pytest.param(lambda _: "\n\n \t\n" * 500, id="lines-without-words"),
    ],
)  # fmt: skip
def test_no_text_makes_the_coder_fail_or_hang(lang: str, make: Maker) -> None:
    claims, taken = coded(f"{make(lang)}\n\n{END[lang]}", lang)
    assert taken < SECONDS
    assert "ACCUSE" in {event.type for event in claims.events}


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_a_million_characters_without_a_blank_are_read(lang: str) -> None:
    letter = {"hi": "क", "en": "a"}[lang]
    _, taken = coded(letter * 1_000_000, lang)
    assert taken < SECONDS


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_time_grows_with_the_length_of_a_story(lang: str) -> None:
    story = f"{END[lang]} "
    _, short = coded(story * 100, lang)
    _, long = coded(story * 400, lang)
    assert long < 8 * short  # four times as long; a square would be sixteen times

"""A name is found however it is spelt, and in either script."""

from collections.abc import Iterator

import pytest
from factories import make_event, make_story

from vaarta.records import Claims, Party
from vaarta.store import Store, conditions, open_store
from vaarta.store.sounding import sounds_in, sounds_like
from vaarta.store.spelling import spellings, terms

HINDI = "विक्टर ओर्लोवस्की ने सोमवार को पाकिस्तान के प्रधानमंत्री से बात की।"
ENGLISH = "Viktor Orlovsky met officials of the World Health Organization on the border."


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("record") / "record.db") as store:
        for lang, text, name in (("hi", HINDI, "विक्टर ओर्लोवस्की"), ("en", ENGLISH, "Viktor Orlovsky")):
            story = make_story(text, lang=lang)
            event = make_event(story, text, actors=(Party(text=name, name=name),))
            store.keep(story, Claims(story=story.id, lang=lang, events=(event,)))
        yield store


def langs(store: Store, condition: conditions.Condition) -> set[str]:
    return {answer.lang for answer in store.find([condition])}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("Orlovsky", {"hi", "en"}, id="latin"),
        pytest.param("orlovsky", {"hi", "en"}, id="latin-in-lower-case"),
        pytest.param("ओर्लोवस्की", {"hi", "en"}, id="devanagari"),
        pytest.param("Orlowski", {"hi"}, id="another-romanisation"),
        pytest.param("Pakistan", {"hi"}, id="a-country-of-the-packs"),
        pytest.param("पाकिस्तान", {"hi"}, id="as-written"),
        pytest.param("विश्व स्वास्थ्य संगठन", {"en"}, id="a-body-of-the-packs"),
        pytest.param("Orlovsky Pakistan", {"hi"}, id="all-of-them"),
        pytest.param("border", {"en"}, id="a-common-word-is-not-sounded-out"),
        pytest.param("सीमा", set(), id="nor-translated"),
        pytest.param("“”", {"hi", "en"}, id="no-word"),
    ],
)
def test_words_are_found_in_either_script(both: Store, words: str, expected: set[str]) -> None:
    assert langs(both, conditions.with_words(words)) == expected


@pytest.mark.parametrize("who", ["Orlovsky", "ओर्लोवस्की", "Viktor Orlovsky", "विक्टर ओर्लोवस्की"])
def test_a_side_is_found_in_either_script(both: Store, who: str) -> None:
    assert langs(both, conditions.by(who)) == {"hi", "en"}


@pytest.mark.parametrize("who", ["", "”", "Ivan"])
def test_no_side_is_found_by_no_name(both: Store, who: str) -> None:
    assert langs(both, conditions.by(who)) == set()


def test_sounds_are_of_names_long_enough() -> None:
    assert sounds_in("Modi met Lavrov's aide; लावरोव") == "llvrv dlvrv"
    assert sounds_like("Lavrov") == ("dlvrv",)
    assert sounds_like("लावरोव") == ("llvrv",)
    assert sounds_like("Viktor Lavrov") == ("dvktr dlvrv",)
    assert sounds_like("Modi") == ()
    assert sounds_like("Narendra Modi") == ()


def test_a_name_is_one_term_and_has_its_other_names() -> None:
    assert [names[0] for names in terms("World Health Organization talks")] == ["World Health Organization", "talks"]
    assert "पाकिस्तान" in spellings("Pakistan")
    assert spellings("talks") == ("talks",)

"""Whatever text a story is made of, what is kept comes back, and its words are found again."""

import tempfile
from pathlib import Path

from factories import make_event, make_story
from hypothesis import given, settings
from hypothesis import strategies as st

from vaarta.records import Claims, Party, When
from vaarta.store import conditions, open_store
from vaarta.text import is_word, nfc, words

LETTERS = st.characters(codec="utf-8", exclude_categories=["Cs"])
TEXTS = st.one_of(
    st.text(LETTERS, min_size=1, max_size=60),
    st.text("कखगङञणनमंँ्ािीुूेैोौ़ऽ१२३ज़फ़ a1.", min_size=1, max_size=60),
).map(nfc)
DAYS = st.dates().map(lambda day: day.isoformat())


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, name=TEXTS, day=DAYS)
def test_a_story_of_any_text_comes_back(text: str, name: str, day: str) -> None:
    story = make_story(text or "x", headline=name)
    event = make_event(story, story.text, actors=(Party(text=name, country="IND"),), when=When(first=day, last=day))
    claims = Claims(story=story.id, lang="en", events=(event,))
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "record.db") as store:
        assert [store.keep(story, claims), store.keep(story, claims)] == ["new", "same"]
        assert list(store.stories()) == [story]
        assert store.claims_of(story.id) == claims
        assert len(list(store.find([conditions.since(day), conditions.until(day), conditions.by("IND")]))) == 1


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_every_word_of_a_sentence_finds_it(text: str) -> None:
    story = make_story(text or "x")
    claims = Claims(story=story.id, lang="en", events=(make_event(story, story.text),))
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "record.db") as store:
        store.keep(story, claims)
        for start, end in words(story.text):
            word = story.text[start:end]
            if is_word(word):
                assert len(list(store.find([conditions.with_words(word)]))) == 1

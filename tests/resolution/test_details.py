"""What a text names, and what two tellings that differ in it say of each other. Sentences are ours."""

import pytest
from factories import make_event, make_story

from vaarta.records import Claims, Party, Story
from vaarta.resolution import link_claims
from vaarta.resolution.details import details_of, sights_in
from vaarta.resolution.keys import Vocabulary
from vaarta.resolution.linking import _Together
from vaarta.resolution.reasons import reasons
from vaarta.resolution.tellings import tellings
from vaarta.text import fold

INDIA, FRANCE = (Party(text=name, country=code, sector="GOV") for name, code in (("India", "IND"), ("France", "FRA")))


@pytest.mark.parametrize(
    ("text", "lang", "numbers", "years"),
    [
        pytest.param("The 31st round ended.", "en", {"31"}, set(), id="ordinal"),
        pytest.param("३१वें दौर में सहमति बनी।", "hi", {"31"}, set(), id="devanagari-ordinal"),
        pytest.param("Some 31 ships sailed in 2014.", "en", {"31", "2014"}, {2014}, id="number-and-year"),
        pytest.param("कुल ५,४०० टन गेहूं", "hi", {"5400"}, set(), id="no-year-in-thousands"),
        pytest.param("Twelve ships sailed and one came back.", "en", {"12"}, set(), id="number-in-words"),
        pytest.param("बारह जहाज़ गए, एक लौटा।", "hi", {"12"}, set(), id="number-in-hindi-words"),
        pytest.param("They sailed.", "en", set(), set(), id="none"),
    ],
)
def test_numbers_and_years_are_found(text: str, lang: str, numbers: set[str], years: set[int]) -> None:
    details = details_of(text, lang)
    assert (set(details.numbers), set(details.years)) == (numbers, years)


@pytest.mark.parametrize(
    ("text", "lang", "sights"),
    [
        pytest.param("She laid flowers at the memorial.", "en", {"memorial"}, id="english"),
        pytest.param("वे मंदिर गए।", "hi", {"मंदिर"}, id="hindi"),
        pytest.param("She came to Lyon.", "en", set(), id="a-town-is-none"),
    ],
)
def test_sights_are_found(text: str, lang: str, sights: set[str]) -> None:
    assert sights_in(text, lang) == {fold(word) for word in sights}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param("NATO thanked Vladimir Putin for the maps.", "en", id="english"),
        pytest.param("नाटो ने नक्शों के लिए व्लादिमीर पुतिन को धन्यवाद दिया।", "hi", id="hindi"),
    ],
)
def test_persons_and_bodies_are_found_by_their_names(text: str, lang: str) -> None:
    details = details_of(text, lang)
    assert len(details.persons) == 1
    assert len(details.bodies) == 1


def told(text: str, words: str, *, day: str, type_: str = "CONSULT", to: str = "France") -> tuple[Story, Claims]:
    story = make_story(text, published=day)
    side = Party(text=to, country="FRA", sector="GOV")
    event = make_event(story, words, type_, actors=(INDIA,), recipients=(side,))
    return story, Claims(story=story.id, lang="en", events=(event,))


def why(one: tuple[Story, Claims], other: tuple[Story, Claims]) -> set[str]:
    vocabulary = Vocabulary()
    left, right = tellings([one, other], vocabulary)
    return {name for name, _ in reasons(left, right, vocabulary) or ()}


@pytest.mark.parametrize(
    ("reason", "other"),
    [
        pytest.param("told-apart", {"day": "2024-05-10"}, id="three-days-later"),
        pytest.param("past-year", {"text": "India shelled posts in 2009."}, id="an-earlier-year"),
        pytest.param("other-numbers", {"text": "India shelled 12 posts."}, id="other-numbers"),
    ],
)
def test_what_differs_is_a_reason_against(reason: str, other: dict[str, str]) -> None:
    first = {"text": "India shelled 40 posts.", "words": "shelled", "day": "2024-05-07", "type_": "ASSAULT"}
    again = {**first, "text": "India shelled posts.", **other}
    assert reason in why(told(**first), told(**again))
    assert reason not in why(told(**first), told(**{**first, "text": "India shelled some 40 posts."}))


def test_two_groups_that_are_unlike_on_the_whole_are_not_joined_by_one_pair() -> None:
    """The third is like the first by its words, and like none of those that were joined to the first."""
    scores = {(0, 2): 0.95, (1, 2): 0.02, (0, 3): 0.9}
    assert not _Together(scores, 0.5).fit([0, 1], [2])
    assert _Together(scores, 0.5).fit([0, 1], [3])
    assert _Together(scores, 0.5).fit([1], [3])


def test_stories_with_the_same_words_meet_in_a_record_of_two() -> None:
    texts = ("India and France held talks on reefs.", "On reefs India and France held talks.")
    links = list(link_claims([told(text, "talks", day="2024-05-07") for text in texts]))
    assert [link.verdict for link in links] == ["same"]

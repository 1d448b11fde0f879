"""What several stories tell of one thing, in one language or two. Sentences are ours."""

from collections.abc import Sequence

import msgspec
import pytest
from factories import evidence, make_event, make_story

from vaarta.records import Claims, Engagement, Event, Link, Party, Place, Statement, Story, When
from vaarta.resolution import link_claims
from vaarta.resolution.keys import Vocabulary
from vaarta.resolution.reasons import reasons
from vaarta.resolution.rivals import comparable
from vaarta.resolution.sisters import surest_of_sisters
from vaarta.resolution.tellings import tellings

INDIA, FRANCE, PERU = (
    Party(text=name, country=code, sector="GOV")
    for name, code in (("India", "IND"), ("France", "FRA"), ("Peru", "PER"))
)
ENGLISH = "Minister Arjun Tiwari met Claire Dubois in Marseille on Tuesday to discuss 24 submarines."
HINDI = "मंत्री अर्जुन तिवारी ने मंगलवार को मार्सिले में क्लेयर दुबोइस से 24 पनडुब्बियों पर बातचीत की।"
FILLER = (
    "Rain flooded three districts of the coast and schools were closed.",
    "The bank raised its rate after prices rose for a fourth month.",
    "Farmers in the hills planted apples instead of wheat this year.",
    "A new bridge over the river opened after nine years of work.",
)


def told(
    text: str, words: str, type_: str = "CONSULT", *, published: str = "2024-05-07", lang: str = "en", **fields: object
) -> tuple[Story, Claims]:
    """A story with one event, told by the words."""
    story = make_story(text, published=published, lang=lang)
    event = make_event(story, words, type_, **{"actors": (INDIA, FRANCE), **fields})
    return story, Claims(story=story.id, lang=lang, events=(event,))


def others() -> list[tuple[Story, Claims]]:
    """Stories that claim nothing: by them it is known which words are rare."""
    stories = [make_story(text, published="2024-05-07") for text in FILLER]
    return [(story, Claims(story=story.id, lang="en")) for story in stories]


def joined(*kept: tuple[Story, Claims]) -> list[Link]:
    return [link for link in link_claims([*kept, *others()]) if link.verdict == "same"]


def test_a_hindi_and_an_english_report_of_one_meeting_meet() -> None:
    (link,) = joined(told(ENGLISH, "met"), told(HINDI, "बातचीत की", lang="hi"))
    assert "two-countries" in link.why
    assert link.by == ""


def test_stories_of_two_languages_that_are_each_others_likest_tell_one_act_in_other_words() -> None:
    """Neither day nor person: the stories' other names and numbers say that it is one demand."""
    more = " Arjun Tiwari spoke in Marseille of 24 submarines. India asked for help."
    same = " अर्जुन तिवारी ने मार्सिले में 24 पनडुब्बियों की बात की। भारत ने मदद मांगी।"
    here = told(f"A press note came.{more}", "asked for help", type_="REQUEST", actors=(INDIA,), published="")
    there = told(f"सूचना आई।{same}", "मदद मांगी", type_="REQUEST", actors=(INDIA,), published="", lang="hi")
    other = told(
        "भारत ने पानी मांगा, गांव में कहा गया।", "पानी मांगा", type_="REQUEST", actors=(INDIA,), published="", lang="hi"
    )
    (link,) = joined(here, there, other)
    assert "twins" in link.why


@pytest.mark.parametrize(
    ("other", "fields"),
    [
        pytest.param("published", {"published": "2024-06-20"}, id="six-weeks-later"),
        pytest.param("sides", {"actors": (INDIA, PERU)}, id="other-sides"),
        pytest.param("type", {"type_": "REJECT"}, id="another-type"),
        pytest.param("standing", {"standing": "denied"}, id="denied"),
        pytest.param("where", {"where": Place(text="Lima", country="PER")}, id="another-country"),
    ],
)
def test_what_differs_in_more_than_words_is_not_joined(other: str, fields: dict[str, object]) -> None:
    first = told(ENGLISH, "met", where=Place(text="Marseille", country="FRA"))
    again = "Both ministers met again over dinner, officials said."
    assert joined(first, told(again, "met", **fields)) == [], other  # type: ignore[arg-type]


@pytest.mark.parametrize("hour", ["", "T18:30"], ids=["day-of-stories-known", "hour-known-too"])
def test_days_that_do_not_meet_keep_acts_apart(hour: str) -> None:
    """Most where the stories' own days are no estimates."""
    days = (When(first=day, last=day) for day in ("2024-05-01", "2024-05-06"))
    texts = ("India and France held talks on Wednesday.", "India and France held talks on Monday.")
    kept = [
        told(text, "talks", when=when, published=f"2024-05-07{hour}") for text, when in zip(texts, days, strict=True)
    ]
    assert joined(*kept) == []
    assert ("days-apart-surely" in reasons_of(*kept)) is bool(hour)


def test_a_span_without_an_end_is_short_and_one_begun_long_ago_says_no_day() -> None:
    def days(first: str) -> set[str]:
        since = told("Their ministers have met since.", "met", when=When(first=first, last=""))
        then = told("Both ministers met.", "met", when=When(first="2024-05-20", last="2024-05-20"))
        return {reason for reason in reasons_of(since, then) if reason in {"days-apart", "long-after"}}

    assert days("2024-05-06") == set()
    assert days("2019-05-06") == set()
    texts = ("Their ministers have met since.", "Both ministers met.")
    whole = (When(first=day, last=day) for day in ("2019-05-06", "2024-05-20"))
    assert "days-apart" in reasons_of(*(told(text, "met", when=when) for text, when in zip(texts, whole, strict=True)))


def envoy_met(who: str, name: str) -> tuple[Story, Claims]:
    text = f"India's envoy met {who} in Paris."
    return told(text, "met", actors=(INDIA, Party(text=name, country="FRA", sector="GOV", name=name)))


def test_meetings_with_two_ministers_of_one_country_are_two() -> None:
    assert joined(envoy_met("Claire Dubois", "Claire Dubois"), envoy_met("Marc Lefevre", "Marc Lefevre")) == []
    assert joined(envoy_met("Claire Dubois", "Claire Dubois"), envoy_met("Ms Dubois", "Dubois")) != []


DELHI, MUMBAI = (
    Place(text=name, country="IND", place_id=place)
    for name, place in (("Delhi", "gn:1261481"), ("Mumbai", "gn:1275339"))
)
MAY = [When(first=f"2024-05-{day}", last=f"2024-05-{day}") for day in ("02", "06")]


@pytest.mark.parametrize(
    ("first", "then", "verdicts"),
    [
        pytest.param({}, {}, ["same", "same"], id="opening-and-body"),
        pytest.param({"where": DELHI}, {"where": MUMBAI}, ["same", "unsure"], id="two-towns"),
        pytest.param({"where": DELHI}, {}, ["same", "same"], id="one-town"),
        pytest.param({"when": MAY[0]}, {"when": MAY[1]}, ["same", "unsure"], id="two-days"),
        pytest.param({"mode": "multilateral"}, {}, ["same", "unsure"], id="one-at-the-table-of-a-body"),
    ],
)
def test_a_story_that_tells_two_acts_keeps_them_apart(
    first: dict[str, object], then: dict[str, object], verdicts: list[str]
) -> None:
    """Two of one story that a third claim is like: one thing told twice, unless what is told of them differs."""
    text = "India and France held talks by the sea. India and France held talks on wheat."
    story = make_story(text, published="2024-05-07")
    sentences = ("India and France held talks by the sea.", "India and France held talks on wheat.")
    events = tuple(
        make_event(
            story, "talks", "CONSULT", **{"id": f"event-{n}", "actors": (INDIA, FRANCE), "evidence": at, **fields}
        )
        for n, (at, fields) in enumerate(
            zip((evidence(story, "talks", sentence) for sentence in sentences), (first, then), strict=True)
        )
    )
    other = told("India and France held talks by the sea on wheat, it was said.", "talks")
    links = list(link_claims([(story, Claims(story=story.id, lang="en", events=events)), other, *others()]))
    assert [link.verdict for link in links] == verdicts


def says(text: str, *words: str, speaker: Party = INDIA) -> tuple[Story, Claims]:
    story = make_story(text, published="2024-05-07")
    said = tuple(
        Statement(
            id=f"statement-{n}-{story.id}", story=story.id, by="test#hand", evidence=evidence(story, "said"),
            content=evidence(story, what), cue="said", speaker=speaker,
        )
        for n, what in enumerate(words)
    )  # fmt: skip
    return story, Claims(story=story.id, lang="en", statements=said)


def test_one_saying_in_two_papers_is_one_and_two_sayings_are_two() -> None:
    one = says("India said the corridor will open before the monsoon.", "the corridor will open before the monsoon")
    words = "the corridor will open before the monsoon this year"
    again = says(f"New Delhi said {words}.", words)
    other = says("India said tariffs on steel were unfair to all.", "tariffs on steel were unfair to all")
    assert {frozenset((link.left, link.right)) for link in joined(one, again, other)} == {
        frozenset(claims.statements[0].id for _, claims in (one, again))
    }


def test_what_a_story_says_in_its_opening_and_again_below_is_one_saying() -> None:
    opening, below = "the corridor will open before the monsoon", "the new corridor will open well before the monsoon"
    twice = says(f"India said {opening}. At noon it was told that {below}.", opening, below)
    again = says(f"New Delhi said {below}.", below)
    entry = {claim.id for claim in (*twice[1].statements, *again[1].statements)}
    assert {end for link in joined(twice, again) for end in (link.left, link.right)} == entry


def test_two_sayings_of_one_story_stay_two_though_a_third_is_like_both() -> None:
    one, other = "the corridor will open before the monsoon", "tariffs on steel are unfair to all of us"
    both = says(f"India said {one}. Later: {other}.", one, other)
    again = says(f"New Delhi said {one} and {other}.", f"{one} and {other}")
    assert len(joined(both, again)) == 1


def reasons_of(*kept: tuple[Story, Claims]) -> dict[str, float]:
    """What speaks for and against the claims of two stories."""
    vocabulary = Vocabulary()
    left, right = tellings(kept, vocabulary)
    return dict(reasons(left, right, vocabulary) or [])


def test_residents_are_another_side_than_their_president() -> None:
    texts = ("India's envoy met the president of France.", "India's envoy met Indians who live in Marseille.")
    residents = Party(text="Indians of Marseille", country="FRA", sector="CVL")
    assert reasons_of(told(texts[0], "met"), told(texts[1], "met", actors=(INDIA, residents)))["other-sector"] == 1
    assert "other-sector" not in reasons_of(*(told(text, "met") for text in texts))


@pytest.mark.parametrize(("year", "long"), [("2019", True), ("2024", False)], ids=["years-ago", "this-week"])
def test_what_a_story_looks_back_on_is_not_what_happened_this_week(year: str, *, long: bool) -> None:
    day = f"{year}-05-06"
    back = told("Their ministers had met in Marseille.", "met", when=When(first=day, last=day))
    assert ("long-after" in reasons_of(back, told("Both ministers met.", "met"))) is long


@pytest.mark.parametrize(
    ("town", "against"),
    [("gn:1273294", False), ("gn:1275339", True)],
    ids=["delhi", "mumbai"],
)
def test_two_towns_speak_against_and_neighbours_do_not(town: str, *, against: bool) -> None:
    places = (Place(text="there", country="IND", place_id=place) for place in ("gn:1261481", town))
    texts = ("India and France signed an accord on ships.", "An accord on ships was signed.")
    kept = (told(text, "signed", "SUPPORT", where=place) for text, place in zip(texts, places, strict=True))
    assert ("other-town" in reasons_of(*kept)) is against


def test_accusations_are_made_again_and_again() -> None:
    texts = ("India accused France of dumping steel.", "India accused France of dumping milk.")
    found = reasons_of(*(told(text, "accused", "ACCUSE") for text in texts))
    assert found["accused"] == 1
    assert found["accusation: story"] == found["story"]


def gathers(text: str, words: str, kind: str, *heads: Party) -> tuple[Story, Claims]:
    story = make_story(text, published="2024-05-07")
    engagement = Engagement(
        id=f"engagement-{story.id}", story=story.id, by="test#hand", evidence=evidence(story, words),
        kind=kind, parties=("IGO", "IND"), heads=heads,  # type: ignore[arg-type] # a kind, as the field asks
    )  # fmt: skip
    return story, Claims(story=story.id, lang="en", engagements=(engagement,))


def test_a_meeting_beside_a_summit_is_not_the_summit() -> None:
    minister = Party(text="Arjun Tiwari", name="Arjun Tiwari", country="IND")
    summit = gathers("Arjun Tiwari went to the summit of the union in Lyon.", "summit", "summit", minister)
    conference = gathers("Arjun Tiwari spoke at the summit of the union in Lyon.", "summit", "conference", minister)
    beside = gathers("At the summit of the union in Lyon Arjun Tiwari met its secretary.", "met", "meeting", minister)
    assert joined(summit, conference) != []
    assert "conference-summit" in reasons_of(summit, conference)
    assert joined(summit, beside) == []


def test_of_two_alike_sentences_the_likest_is_taken() -> None:
    """What the other story tells of trade is liker to what is told of trade: what it tells of ships is a rival."""
    one = told("India and France spoke of trade in wheat and rice.", "spoke")
    story = make_story(
        "India and France spoke of trade in wheat. They spoke of ships and trade in steel.", published="2024-05-07"
    )
    sentences = ("India and France spoke of trade in wheat.", "They spoke of ships and trade in steel.")
    events = tuple(
        make_event(story, "spoke", id=f"event-{n}", actors=(INDIA, FRANCE), evidence=evidence(story, "spoke", sentence))
        for n, sentence in enumerate(sentences)
    )
    links = link_claims([one, (story, Claims(story=story.id, lang="en", events=events)), *others()])
    why = {end: link.why for link in links for end in (link.left, link.right)}
    assert "rival" not in why["event-0"]
    assert "rival" in why.get("event-1", "rival")


def test_another_claim_that_is_liker_is_a_rival() -> None:
    """The first tells what the second tells; the third shares less with either."""
    texts = ("India and France spoke of wheat and rice.", "Of wheat and rice India and France spoke.", "They spoke.")
    vocabulary = Vocabulary()
    two = told(f"{texts[0]} {texts[2]}", "spoke")
    extra = make_event(
        two[0], "spoke", id="event-below", actors=(INDIA, FRANCE), evidence=evidence(two[0], "spoke", texts[2])
    )
    both = two[0], msgspec.structs.replace(two[1], events=(*two[1].events, extra))
    rival = {
        (left, right): liker
        for left, right, liker in comparable(list(tellings([both, told(texts[1], "spoke")], vocabulary)), vocabulary)
    }
    assert rival[0, 2] < 0 < rival[1, 2]


def travels(text: str, visitor: Party, *, opens: bool = True) -> tuple[Story, Claims]:
    story = make_story(text if opens else f"{'Rain fell. ' * 40}{text}", published="2024-05-07")
    visit = Engagement(
        id=f"engagement-{story.id}", story=story.id, by="test#hand", evidence=evidence(story, "visit"),
        kind="visit", parties=("FRA", "IND"), heads=(visitor,),
    )  # fmt: skip
    return story, Claims(story=story.id, lang="en", engagements=(visit,))


def test_a_visit_is_not_its_return() -> None:
    there = travels("India's minister is on a visit to France.", INDIA)
    back = travels("France's minister is on a visit to India.", FRANCE)
    again = travels("India's minister went on a visit to France.", INDIA)
    assert reasons_of(there, back) == {}
    assert reasons_of(there, again)["visit: day-untold"] == 1
    assert reasons_of(there, again)["contact: below"] < 0.1
    assert reasons_of(there, travels("A visit to France goes on.", INDIA, opens=False))["opens-one"] == 1


def test_a_sight_seen_on_a_visit_is_not_the_visit() -> None:
    there = travels("India's minister is on a visit to France.", INDIA)
    assert reasons_of(there, travels("India's minister was on a visit to a museum in France.", INDIA))["stop"] == 1
    assert "stop" not in reasons_of(there, travels("India's minister was on a visit to France.", INDIA))


def test_what_one_does_to_the_other_is_not_what_the_other_does_to_the_one() -> None:
    texts = ("India thanked France for its help with the ships.", "France thanked India for its help with the ships.")
    sides = ((INDIA, FRANCE), (FRANCE, INDIA))
    thanks = [
        told(text, "thanked", "SUPPORT", actors=(who,), recipients=(whom,))
        for text, (who, whom) in zip(texts, sides, strict=True)
    ]
    assert reasons_of(*thanks) == {}
    assert reasons_of(thanks[0], told(texts[1], "thanked", "SUPPORT")) != {}


def test_a_leg_of_a_tour_is_not_the_tour() -> None:
    leg, tour = (
        travels(f"India's minister is on a visit to {where}.", INDIA) for where in ("France", "France and Peru")
    )
    visit = msgspec.structs.replace(tour[1].engagements[0], parties=("FRA", "IND", "PER"))
    assert reasons_of(leg, (tour[0], msgspec.structs.replace(tour[1], engagements=(visit,)))) == {}


@pytest.mark.parametrize(
    ("arrival", "one"),
    [
        pytest.param("reached Peru", False, id="the-one-leg"),
        pytest.param("reached France and Peru", True, id="both-countries"),
        pytest.param("set off", True, id="none-named"),
    ],
)
def test_an_arrival_in_one_country_of_a_tour_is_not_the_tour(arrival: str, *, one: bool) -> None:
    """Both claims have both countries as sides."""
    texts = (f"On a tour of France and Peru the minister {arrival}.", "The minister left for France and Peru.")
    leg, tour = (
        told(text, words, actors=(INDIA,), recipients=(FRANCE, PERU), mode="visit")
        for text, words in zip(texts, (arrival, "left"), strict=True)
    )
    assert bool(reasons_of(leg, tour)) is one


@pytest.mark.parametrize(
    ("here", "there", "same"),
    [
        pytest.param("Marseille", "Marseille", True, id="one-town"),
        pytest.param("the northern front", "the northern front", True, id="no-town-but-the-same-words"),
        pytest.param("the northern front", "the coast", False, id="other-words"),
    ],
)
def test_acts_of_one_place_are_more_likely_one(here: str, there: str, *, same: bool) -> None:
    fights = (
        told(f"Troops fought at {where}.", "fought", "ASSAULT", where=Place(text=where, country="FRA"))
        for where in (here, there)
    )
    assert ("same-place" in reasons_of(*fights)) is same


@pytest.mark.parametrize(
    ("town", "day", "above", "retold"),
    [
        pytest.param("gn:2995469", "2024-05-02", False, True, id="told-again-below-the-opening"),
        pytest.param("gn:2995469", "2024-05-02", True, False, id="both-open-with-it"),
        pytest.param("gn:2995469", "2024-05-06", False, False, id="on-another-day"),
        pytest.param("gn:2996944", "2024-05-02", False, False, id="in-another-town"),
    ],
)
def test_a_blow_known_by_its_town_is_told_again_for_weeks(town: str, day: str, *, above: bool, retold: bool) -> None:
    texts = (
        "Marseille was shelled by night.",
        f"{'' if above else ' '.join(FILLER) * 2}The envoys spoke of the shelling.",
    )
    towns, days = ("gn:2995469", town), ("2024-05-02", day)
    first, again = (
        told(
            text,
            "shell",
            "ASSAULT",
            actors=(),
            recipients=(FRANCE,),
            published=published,
            where=Place(text="there", country="FRA", place_id=where),
            when=When(first=on, last=on),
        )
        for text, published, where, on in zip(texts, ("2024-05-03", "2024-05-08"), towns, days, strict=True)
    )
    found = reasons_of(first, again)
    assert ("retold-there" in found) is retold
    assert not (retold and {"force-apart", "told-apart", "told-after"} & found.keys())


def test_who_does_it_counts_by_how_rare_his_name_is() -> None:
    named = Party(text="the high court of Trujillo", country="PER", sector="JUD")
    texts = ("The court of Trujillo ordered an inquiry.", "An inquiry was ordered on Monday.")
    known, whoever = (
        reasons_of(*(told(text, "ordered", "REQUEST", actors=(doer,)) for text, doer in zip(texts, doers, strict=True)))
        for doers in ((named, named), (named, PERU))
    )
    assert known["doer-words"] > whoever.get("doer-words", 0)


def test_what_is_done_to_whom_counts_by_how_rare_his_name_is() -> None:
    named = Party(text="Amparo Quillay", name="Amparo Quillay", country="PER", sector="OPP")
    texts = ("Police arrested Amparo Quillay.", "Amparo Quillay was arrested at noon.")
    both = reasons_of(*(told(text, "arrested", "COERCE", actors=(), recipients=(named,)) for text in texts))
    assert both["onto-named"] == 1
    assert both["onto-words"] > 0


def test_words_meet_in_all_their_forms() -> None:
    vocabulary = Vocabulary()
    texts = ("मंत्रियों ने समझौतों पर बातचीत की", "मंत्री ने समझौते पर बातचीत की", "किसान ने खेत में धान बोया")
    one, other, third = (vocabulary.keys(text, "hi") for text in texts)
    for keys in (one, other, third):
        vocabulary.meet(keys)
    assert vocabulary.alike(one, other) > 0.5 > vocabulary.alike(one, third)


def rounds(text: str, number: int | None) -> tuple[Story, Claims]:
    story = make_story(text, published="2024-05-07")
    talks = Engagement(
        id=f"engagement-{story.id}", story=story.id, by="test#hand", evidence=evidence(story, "talks"),
        kind="dialogue-round", parties=("FRA", "IND"), round=number, name="Indo-French maritime talks",
    )  # fmt: skip
    return story, Claims(story=story.id, lang="en", engagements=(talks,))


@pytest.mark.parametrize(
    ("numbers", "links"), [((4, 4), 1), ((4, None), 1), ((4, 5), 0)], ids=["same", "untold", "other"]
)
def test_a_round_is_itself_alone(numbers: Sequence[int | None], links: int) -> None:
    texts = ("Indo-French maritime talks were held in Brest.", "The maritime talks of India and France ended in Brest.")
    assert len(joined(*(rounds(text, number) for text, number in zip(texts, numbers, strict=True)))) == links


def test_the_order_of_stories_does_not_matter() -> None:
    kept = [told(ENGLISH, "met"), told(HINDI, "बातचीत की", lang="hi"), told("India and France met.", "met"), *others()]

    def pairs(links: list[Link]) -> set[tuple[frozenset[str], str, float]]:
        return {(frozenset((link.left, link.right)), link.verdict, link.score) for link in links}

    assert pairs(list(link_claims(kept))) == pairs(list(link_claims(kept[::-1])))


def test_nothing_is_linked_to_nothing() -> None:
    assert list(link_claims([])) == []
    assert list(link_claims([told(ENGLISH, "met")])) == []


def test_a_claim_has_no_more_than_three_doubts() -> None:
    kept = [told(f"India and France met, paper number {n} of {n * 7} said.", "met") for n in range(12)]
    doubts: dict[str, int] = {}
    for link in link_claims(kept):
        if link.verdict == "unsure":
            doubts[link.left] = doubts.get(link.left, 0) + 1
    assert max(doubts.values(), default=0) <= 3


def test_events_are_not_compared_with_engagements() -> None:
    assert isinstance(told(ENGLISH, "met")[1].events[0], Event)
    text = "The Indo-French maritime talks ended in Brest."
    assert joined(told(text, "talks"), rounds(f"It is said: {text}", 1)) == []


PARIS = Party(text="the mayor of Paris", country="FRA", sector="GOV")
UNION = Party(text="the union of dockers", country="FRA", sector="LAB")
FRENCH = Party(text="Prime Minister Dubois", country="FRA", sector="GOV", office="head_of_government")


@pytest.mark.parametrize(
    ("reason", "first", "again"),
    [
        pytest.param("doers-apart", {"actors": (FRANCE,)}, {"actors": (FRANCE, PARIS)}, id="two-appeal-together"),
        pytest.param("other-sector", {"actors": (FRANCE,)}, {"actors": (UNION,)}, id="a-minister-and-a-union"),
        pytest.param(
            "doers-apart", {"actors": (FRANCE,)}, {"actors": (FRANCE, PARIS, UNION)}, id="three-appeal-together"
        ),
        pytest.param("same-offices", {"actors": (FRENCH,)}, {"actors": (FRENCH,)}, id="who-is-named-by-office-only"),
        pytest.param("one-mode", {"mode": "visit"}, {"mode": "multilateral"}, id="a-visit-and-a-meeting-during-it"),
        pytest.param("promised", {"type_": "AGREE"}, {"type_": "AGREE"}, id="promises-are-many"),
        pytest.param(
            "told-after",
            {"when": When(first="2024-05-03", last="2024-05-03")},
            {"published": "2024-05-07"},
            id="told-days-after-it-was",
        ),
    ],
)
def test_who_did_what_and_when_are_reasons(reason: str, first: dict[str, object], again: dict[str, object]) -> None:
    def asked(text: str, **fields: object) -> tuple[Story, Claims]:
        plain: dict[str, object] = {"type_": "REQUEST", "actors": (FRANCE,), "published": "2024-05-04"}
        return told(text, "asked", **{**plain, **fields})  # type: ignore[arg-type] # the fields of a story and its claim

    texts = "France asked for calm on Friday.", "Its neighbours were asked to keep still, too."
    assert reason in reasons_of(asked(texts[0], **first), asked(texts[1], **again))
    assert reason not in reasons_of(*map(asked, texts))


@pytest.mark.parametrize(
    ("text", "again", "lang"),
    [
        pytest.param("France seized 24 boats.", "On Friday France took 24 boats.", "en", id="english"),
        pytest.param("फ्रांस ने २४ नावें ज़ब्त कीं।", "शुक्रवार को फ़्रांस ने 24 नावें ज़ब्त कीं।", "hi", id="digits-of-two-kinds"),
    ],
)
def test_numbers_near_the_act_that_both_tell_speak_for_one_thing(text: str, again: str, lang: str) -> None:
    kept = [told(words, words[:8], "COERCE", lang=lang) for words in (text, again)]
    assert reasons_of(*kept)["same-numbers"] == 1


@pytest.mark.parametrize(
    ("cue", "surer"), [("asked", {(1, 3): 0.9}), ("said", {})], ids=["the-same-words", "other-words-of-the-sentence"]
)
def test_what_the_same_words_tell_is_as_sure_as_the_surest_of_them(
    cue: str, surer: dict[tuple[int, int], float]
) -> None:
    """A demand is found in both stories; so is the saying that the same words tell, though its words say less."""
    kept = []
    for text in ("France said it asked Peru for 24 ferries.", "On Friday France said it had asked for 24 ferries."):
        story, claims = told(text, "asked", "REQUEST", actors=(FRANCE,), recipients=(PERU,))
        saying = msgspec.structs.replace(says(text, "24 ferries")[1].statements[0], evidence=evidence(story, cue))
        kept.append((story, msgspec.structs.replace(claims, statements=(saying,))))
    words = list(tellings(kept, Vocabulary()))
    assert surest_of_sisters(words, {(0, 2): 0.9, (1, 3): 0.2}, 0.3) == surer
    assert surest_of_sisters(words, {(0, 2): 0.2, (1, 3): 0.1}, 0.3) == {}


@pytest.mark.parametrize(
    ("standing", "published", "held"),
    [
        pytest.param("planned", "2024-05-06", True, id="told-the-day-before"),
        pytest.param("planned", "2024-05-20", False, id="planned-after-it-was"),
        pytest.param("happened", "2024-05-06", False, id="both-happened"),
    ],
)
def test_what_one_story_plans_another_tells_as_held(standing: str, published: str, *, held: bool) -> None:
    def meets(text: str, day: str, how: str) -> tuple[Story, Claims]:
        story, claims = travels(text, FRENCH)
        visit = msgspec.structs.replace(claims.engagements[0], kind="meeting", standing=how)
        story = msgspec.structs.replace(story, published=day)
        return story, msgspec.structs.replace(claims, engagements=(visit,))

    here = meets("Dubois begins her visit and meets the president.", published, standing)
    there = meets("The president met Dubois on her visit, over dinner.", "2024-05-07", "happened")
    assert ("planned-and-held" in reasons_of(here, there)) is held

from factories import evidence, make_event, make_story
from msgspec.structs import replace

from vaarta.records import Engagement, Link, Party, Place, When
from vaarta.resolution import gather_series, resolve

STORY = make_story("The fourth round of border talks was held. Talks ended.")


def talks(id_: str, *, day: str = "", place: str = "", **fields: object) -> Engagement:
    claim = Engagement(
        id=id_,
        story=STORY.id,
        by="test#hand",
        evidence=evidence(STORY, "talks"),
        kind="dialogue-round",
        parties=("CHN", "IND"),
        name="border talks",
        round=4,
        when=When(first=day, last=day) if day else None,
        where=Place(text=place, country=place) if place else None,
    )
    return replace(claim, **fields)


def same(left: str, right: str, **fields: object) -> Link:
    return Link(left=left, right=right, verdict="same", why="test", **fields)  # type: ignore[arg-type]


def disputes(*claims: Engagement) -> list[tuple[str, tuple[str, ...]]]:
    links = [same(claims[0].id, claim.id) for claim in claims[1:]]
    (entry,) = resolve(claims, links, [])
    return [(dispute.field, tuple(answer for answer, _ in dispute.answers)) for dispute in entry.disputes]


def test_two_days_for_one_round_are_shown() -> None:
    told = disputes(talks("a", day="2021-01-05"), talks("b", day="2021-01-12"), talks("c"))
    assert told == [("days", ("2021-01-05", "2021-01-12"))]


def test_a_span_and_a_day_in_it_are_no_dispute() -> None:
    wide = talks("a", when=When(first="2021-01-04", last="2021-01-06"))
    assert disputes(wide, talks("b", day="2021-01-05")) == []


def test_country_round_and_denial_are_shown() -> None:
    told = disputes(talks("a", place="CHN"), talks("b", place="IND", round=5, standing="denied"))
    assert [field for field, _ in told] == ["country", "round", "standing"]


def test_other_hosts_are_shown_and_more_of_the_same_are_not() -> None:
    france, germany, someone = (Party(text=text, country=text) for text in ("FRA", "DEU", ""))
    told = disputes(talks("a", hosts=(france,)), talks("b", hosts=(germany, someone)), talks("c"))
    assert told == [("hosts", ("DEU", "FRA"))]
    assert disputes(talks("a", hosts=(france,)), talks("b", hosts=(germany, france)), talks("c")) == []
    assert disputes(talks("a", hosts=(france,)), talks("b", hosts=(someone,))) == []


def test_other_towns_are_shown_and_a_division_is_none() -> None:
    delhi, agra, state = (
        Place(text=text, country="IND", place_id=f"gn:{number}")
        for text, number in (("दिल्ली", 1273294), ("Agra", 1279259), ("Uttar Pradesh", 1253626))
    )
    assert disputes(talks("a", where=delhi), talks("b", where=agra)) == [("place", ("Agra", "Delhi"))]
    assert disputes(talks("a", where=delhi), talks("b", where=state)) == []
    new = Place(text="New Delhi", country="IND", place_id="gn:1261481")
    assert disputes(talks("a", where=delhi), talks("b", where=new)) == []


def test_heads_of_other_ranks_are_another_level() -> None:
    minister, secretary, again = (
        Party(text=text, country="IND", office=text) for text in ("विदेश मंत्री", "foreign secretary", "foreign minister")
    )
    told = disputes(talks("a", heads=(minister, secretary)), talks("b", heads=(secretary,)), talks("c"))
    assert told == [("level", ("IND foreign secretary", "IND विदेश मंत्री"))]
    assert disputes(talks("a", heads=(minister,)), talks("b", heads=(again,))) == []


def test_what_was_planned_and_then_held_is_no_dispute() -> None:
    assert disputes(talks("a", standing="planned"), talks("b")) == []


def test_a_part_names_the_entry_of_its_whole() -> None:
    visit, meeting, again = (
        talks("visit", kind="visit"),
        talks("meeting", part_of="visit"),
        talks("again", kind="visit"),
    )
    entries = {entry.best: entry for entry in resolve([visit, meeting, again], [same("visit", "again")], [])}
    assert entries["meeting"].part_of == entries["visit"].id
    assert entries["visit"].part_of == ""


def test_a_person_parts_what_was_joined_and_joins_what_was_not() -> None:
    claims = [make_event(STORY, "talks", id=name) for name in "abc"]
    apart = Link(left="a", right="c", verdict="different", why="", by="Mira")
    links = [same("a", "b", score=0.9), same("b", "c", score=0.8)]
    assert [entry.told_by for entry in resolve(claims, links, [])] == [("a", "b", "c")]
    assert [entry.told_by for entry in resolve(claims, [*links, apart], [])] == [("a", "b"), ("c",)]
    assert [entry.told_by for entry in resolve(claims, [same("a", "c", by="Mira")], [])] == [("a", "c"), ("b",)]


def test_rounds_of_a_series_are_gathered_in_order() -> None:
    claims = [
        talks("fifth", round=5, day="2022-03-01", standing="planned"),
        talks("fourth", day="2021-01-05"),
        talks("again", day="2021-01-05"),
        talks("others", parties=("IND", "PAK")),
    ]
    entries = list(resolve(claims, [same("fourth", "again")], []))
    (series,) = gather_series(entries, {claim.id: claim for claim in claims})
    assert (series.name, series.parties) == ("border talks", ("CHN", "IND"))
    assert [(one.number, one.first, one.standing) for one in series.rounds] == [
        (4, "2021-01-05", "happened"),
        (5, "2022-03-01", "planned"),
    ]


def test_names_in_two_languages_that_one_round_is_told_by_are_one_series() -> None:
    claims = [
        talks("fourth", day="2021-01-05"),
        talks("चौथा", day="2021-01-05", name="सीमा वार्ता"),
        talks("पाँचवाँ", day="2022-03-01", round=5, name="सीमा वार्ता"),
        talks("trade", day="2022-04-01", round=1, name="trade talks"),
    ]
    for told in (claims, claims[::-1]):
        entries = list(resolve(told, [same("fourth", "चौथा")], []))
        found = gather_series(entries, {claim.id: claim for claim in told}, least=1)
        assert {tuple(one.number for one in series.rounds) for series in found} == {(4, 5), (1,)}
    apart = gather_series(resolve(claims, [], []), {claim.id: claim for claim in claims}, least=1)
    assert sorted(len(series.rounds) for series in apart) == [1, 1, 2]


def test_two_names_in_one_language_are_two_series() -> None:
    claims = [talks("a", day="2021-01-05"), talks("b", name="trade talks"), talks("c", round=5, name="trade talks")]
    entries = list(resolve(claims, [same("a", "b")], []))
    found = gather_series(entries, {claim.id: claim for claim in claims}, least=1)
    assert sorted(len(series.rounds) for series in found) == [1, 1]

"""Each claim of a story has an id of its own: of two with one id, the record would keep one."""

from parsed import read


def test_separate_meetings_in_the_same_words_have_ids_of_their_own() -> None:
    _, claims = read("en", "separate-meetings")
    meetings = {tuple(sorted(p.country for p in event.actors)): event.id for event in claims.events}
    assert {("KEN", "UGA"), ("KEN", "RWA")} <= set(meetings)
    assert len({event.id for event in claims.events}) == len(claims.events)

"""What Hindi stories only seem to tell: sport, talks to come, what is only decided or asked for."""

import pytest
from parsed import told


@pytest.mark.parametrize(
    ("key", "events"),
    [
        pytest.param("sport-story", [], id="a-story-of-sport-tells-no-attack"),
        pytest.param("one-sport", ["ASSAULT KEN > GHA"], id="one-sentence-of-sport-makes-no-story-of-it"),
        pytest.param("will-attend", ["AGREE GHA+KEN > - @planned"], id="talks-at-which-something-will-be"),
        pytest.param("next-week", ["AGREE GHA+KEN > - @planned"], id="a-meeting-next-week"),
        pytest.param("help-decided", ["AGREE JPN > KEN"], id="help-decided-on-is-promised"),
        pytest.param("release-decided", ["CONCEDE GHA > NOR"], id="a-release-decided-on-is-conceded"),
        pytest.param("also-decided", ["AGREE GHA+KEN > -"], id="a-particle-does-not-make-an-infinitive-a-fact"),
        pytest.param("also-told", [], id="nor-what-is-asked-for"),
        pytest.param("aim-is", [], id="what-someone-aims-at"),
        pytest.param("then-will", ["AGREE GHA+KEN > - @planned"], id="who-will-talk-when-they-meet-will-meet"),
        pytest.param("was-to", [], id="what-someone-was-to-do"),
        pytest.param("resign-warned", ["THREATEN KEN > -"], id="what-someone-warns-of"),
        pytest.param("arrest-asked", ["REQUEST/change NOR > GHA"], id="what-is-asked-for-by-its-noun"),
        pytest.param("denied-wrong", ["REJECT KEN > -"], id="what-is-denied"),
        pytest.param("trade-war", [], id="a-war-of-trade-is-no-force"),
        pytest.param("party-attacked", ["ACCUSE KEN > KEN"], id="parties-attack-each-other-in-words"),
        pytest.param("fa-jobs-got", [], id="what-is-got-meets-nobody"),
        pytest.param("fa-until", ["REJECT/assist KEN > SDN"], id="what-until-opens-is-no-charge"),
        pytest.param("fa-teams-meet", [], id="teams-that-meet-hold-no-talks"),
        pytest.param("fa-helps-to", [], id="what-helps-to-do-something-is-no-aid"),
        pytest.param("fa-wrote", [], id="who-writes-a-letter-asks-for-nothing"),
        pytest.param("fa-court-asks", ["REQUEST/change PER > PER"], id="a-court-that-asks-for-an-answer"),
        pytest.param("fa-aid-stopped", ["SANCTION/discontinue KEN > SDN"], id="aid-to-be-stopped-is-not-promised"),
        pytest.param("court-guilty", ["SANCTION/convict KEN > GHA"], id="whom-a-court-finds-guilty-is-convicted"),
    ],
)
def test_hindi_story_tells_no_more_than_it_says(key: str, events: list[str]) -> None:
    assert told("hi", key) == events

"""What engagements are about."""

import pytest
from parsed import read


@pytest.mark.parametrize(
    ("lang", "key", "topics"),
    [
        pytest.param("hi", "talked-about", [["व्यापार, निवेश और पर्यटन"]], id="hindi-in-the-next-sentence"),
        pytest.param(
            "en", "talked-about", [["trade", "climate change", "the war in Sudan"]], id="english-next-sentence"
        ),
        pytest.param("hi", "purpose-of-visit", [["संबंधों को मजबूत करने"]], id="hindi-what-one-comes-for"),
        pytest.param("en", "purpose-of-visit", [["strengthen ties"]], id="english-what-one-comes-for"),
        pytest.param("hi", "talks-on-raising", [["बिजली की आपूर्ति बढ़ाने"]], id="hindi-an-infinitive"),
        pytest.param("en", "paper-on", [["fisheries", "ports"]], id="english-what-is-signed"),
        pytest.param("en", "others-talk", [[], ["cocoa prices"]], id="others-talk-of-other-things"),
    ],
)
def test_an_engagement_is_about_what_is_talked_of_there(lang: str, key: str, topics: list[list[str]]) -> None:
    assert [list(engagement.topics) for engagement in read(lang, key)[1].engagements] == topics

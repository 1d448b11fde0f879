import pytest

from vaarta.reading.titles import best_title, without_site

SUFFIXED = [
    ("Talks begin | India News - The Harbour Times", "The Harbour Times", "Talks begin"),
    ("Talks begin - Harbour Times", "The Harbour Times", "Talks begin"),
    ("वार्ता शुरू | समाचार पत्र", "समाचार पत्र", "वार्ता शुरू"),
    ("Talks begin - both sides hopeful", "The Harbour Times", "Talks begin - both sides hopeful"),
    ("India-Nepal talks begin", "The Harbour Times", "India-Nepal talks begin"),
    ("क़तर में १२ देश – बैठक", "", "क़तर में १२ देश – बैठक"),
]


@pytest.mark.parametrize(("title", "site", "wanted"), SUFFIXED)
def test_site_at_the_end_is_stripped(title: str, site: str, wanted: str) -> None:
    assert without_site(title, site) == wanted


BEST = [
    pytest.param(["Talks begin", "Paper Talks begin", "Talks begin"], "Talks begin", id="what most agree on"),
    pytest.param(["वार्ता शुरू: दोनों ...", "वार्ता शुरू: दोनों पक्ष मिले"], "वार्ता शुरू: दोनों पक्ष मिले", id="whole before cut"),
    pytest.param(["को:  गुरुवार", "को:गुरुवार"], "को:  गुरुवार", id="spaces do not matter"),
    pytest.param(["a", "b"], "a", id="the first where none agree"),
    pytest.param(["Talks …"], "Talks …", id="cut, but all there is"),
    pytest.param([], "", id="none"),
]


@pytest.mark.parametrize(("titles", "wanted"), BEST)
def test_best_title(titles: list[str], wanted: str) -> None:
    assert best_title(titles, "") == wanted

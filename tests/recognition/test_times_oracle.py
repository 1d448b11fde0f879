"""Days against dateparser, where dateparser is right: whole dates of every month, weekdays gone by, days ago.

It is no dependency of Vaarta; without it these tests are passed over.
"""

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from vaarta.packs import load
from vaarta.recognition.times import find_times

dateparser = pytest.importorskip("dateparser")
pytestmark = pytest.mark.filterwarnings("ignore")  # its own, about what later Pythons will refuse

TOLD = datetime(2023, 2, 15)  # noqa: DTZ001 - dateparser wants a naive one
MONTHS = {
    "hi": "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "en": "January February March April May June July August September October November December",
}
WEEKDAYS = {
    "hi": "सोमवार मंगलवार बुधवार शुक्रवार शनिवार रविवार",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
AGO = {"hi": "{} दिन पहले", "en": "{} days ago"}


def phrases() -> Iterator[tuple[str, str]]:
    """Languages and phrases that both should read alike."""
    for lang in ("hi", "en"):
        for month in MONTHS[lang].split():
            yield from ((lang, f"{day} {month} {year}") for day, year in ((1, 2019), (14, 2021), (28, 1999)))
        yield from ((lang, weekday) for weekday in WEEKDAYS[lang].split() if weekday not in {"बुधवार", "Wednesday"})
        yield from ((lang, AGO[lang].format(count)) for count in (1, 2, 10, 40))
        yield from ((lang, numerals) for numerals in ("14/02/2021", "2021-02-14", "14.02.2021"))
    yield from (("en", words) for words in ("yesterday", "tomorrow", "the day before yesterday", "Feb. 14th, 2021"))
    yield from (("hi", words) for words in ("आज", "१४ फरवरी २०२१", "14 फ़रवरी 2021"))


@pytest.mark.parametrize(("lang", "text"), list(phrases()))
def test_the_day_is_the_one_that_dateparser_finds(lang: str, text: str) -> None:
    settings = {"RELATIVE_BASE": TOLD, "PREFER_DATES_FROM": "past", "DATE_ORDER": "DMY"}
    theirs: datetime = dateparser.parse(text, languages=[lang], settings=settings)
    [ours] = find_times(text, told=date(2023, 2, 15), pack=load(lang).times, tense=lambda _: "past")
    assert ours.when.first == ours.when.last == theirs.date().isoformat()

import pytest

from vaarta.reading.datelines import agency_of

CREDITED = [
    ("नई दिल्ली, 14 फरवरी (भाषा) विदेश सचिव सोमवार को ढाका पहुंचे।", "भाषा"),
    ("काठमांडू, एजेंसी। सीमा पर बने पुल का काम फिर शुरू हुआ।", "एजेंसी"),
    ("नई दिल्ली (पीटीआई)। दोनों मंत्रियों ने फोन पर बात की।", "पीटीआई"),
    ("टोक्यो: एएफपी: बैठक में समझौते का मसौदा रखा गया।", "एएफपी"),
    ("GENEVA (Reuters) - Delegates of the two countries met on Monday.", "Reuters"),
    ("New Delhi, Feb 14 (PTI) The two ministers spoke on the phone.", "PTI"),
    ("ISLAMABAD [AFP/Reuters]: The panel will meet again.", "AFP/Reuters"),
]
NOT_CREDITED = [
    "भारत (एशिया का एक देश) ने वार्ता का प्रस्ताव रखा।",
    "दोनों देशों की वार्ता, जो सोमवार को शुरू हुई, बेनतीजा रही।",
    "The Asian Panel (AP-4) met in Delhi on Monday.",
    "It was quiet: agencies of both sides watched the border.",
    "",
]


@pytest.mark.parametrize(("paragraph", "agency"), CREDITED)
def test_dateline_credits_an_agency(paragraph: str, agency: str) -> None:
    assert agency_of([paragraph, "The rest of the story follows here."]) == agency


@pytest.mark.parametrize("paragraph", NOT_CREDITED)
def test_prose_credits_none(paragraph: str) -> None:
    assert agency_of([paragraph, "The rest of the story follows here."]) == ""


def test_agency_at_the_end_of_the_story_is_credited() -> None:
    assert agency_of(["The two ministers spoke.", "They meet again in May. (ANI)"]) == "ANI"
    assert agency_of(["दोनों मंत्रियों ने बात की।", "अगली बैठक मई में होगी। (भाषा)"]) == "भाषा"
    assert agency_of([]) == ""

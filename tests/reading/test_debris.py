import pytest

from vaarta.reading.debris import is_furniture, without_debris

FURNITURE = [
    "Next Story",
    "ये भी पढ़ें",
    "यह भी पढ\u093cें: नदी पर पुल बनकर तैयार",
    "Also Read: Bridge over the river is ready",
    "ALSO READ | A new bridge",
    "Advertisement",
    "विज्ञापन",
    "Share",
    "शेयर करें",
    "Follow us on Facebook and Twitter",
    "Photo: Agency",
    "फोटो क्रेडिट: एजेंसी",
    "x",
    "…",
    "(With inputs from agencies)",
    "हमारे व्हाट्सएप चैनल से जुड़ने के लिए यहां क्लिक करें",
    "Story first published: 14 May 2024",
    "Download the app for the latest news",
    "Reported by: Asha Rao, Ravi Menon",
    "Edited by: Nita Sen",
    "AI-generated summary, reviewed by editors",
]

PROSE = [
    "दोनों देशों ने सोमवार को नई दिल्ली में वार्ता की।",
    "Advertisement spending on both sides of the border rose, the minister said.",
    "विज्ञापन पर रोक का फैसला मंगलवार को हुआ।",
    "The text, edited by the two delegations overnight, was signed on Friday.",
    "Share prices fell in Mumbai after the talks were called off by both sides.",
    "Watch towers along the border will be taken down, the two armies said.",
    "Related matters were taken up as well.",
    "१२ सदस्यों का दल क़तर जाएगा।",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_known(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_left_alone(line: str) -> None:
    assert not is_furniture(line)
    assert without_debris([line]) == [line]


def test_title_after_a_link_line_goes_with_it() -> None:
    assert without_debris(["पहला वाक्य।", "ये भी पढ़ें", "नदी पर पुल बनकर तैयार", "दूसरा वाक्य।"]) == [
        "पहला वाक्य।",
        "दूसरा वाक्य।",
    ]


def test_prose_after_a_link_line_stays() -> None:
    assert without_debris(["ये भी पढ़ें", "दोनों पक्ष मिले।"]) == ["दोनों पक्ष मिले।"]


def test_nothing_after_the_last_line_is_the_story() -> None:
    assert without_debris(["One.", "Related Stories", "Another story altogether."]) == ["One."]


def test_the_last_line_at_the_very_beginning_ends_nothing() -> None:
    assert without_debris(["Top Stories", "One.", "Two."]) == ["One.", "Two."]

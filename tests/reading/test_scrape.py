import pytest

from vaarta.reading.scrape import byline_in, read_scrape, section_in
from vaarta.records import Passed, Story

HEADLINE = "नदी जल बंटवारे पर नौवें दौर की बैठक अगले माह: अधिकारी"
FIRST = "दोनों देशों के जल आयुक्त अगले माह नौवें दौर की बैठक में मिलेंगे, यह जानकारी एक अधिकारी ने दी।दल में आठ सदस्य होंगे।"
SECOND = 'अधिकारी ने कहा, "हम आंकड़े साझा करते रहेंगे और काम जारी रहेगा।'

SPRING = "The joint panel on rivers will meet in the spring, an official of the ministry said on Sunday."
VASANT = "संयुक्त नदी आयोग की बैठक वसंत में होगी, यह बात एक अधिकारी ने रविवार को कही।"

SCRAPE = f"""दुनिया

{HEADLINE}

Asha Rao
3 Mar 2024 4:05 PM IST
{HEADLINE}
x

{FIRST}

{SECOND}

ये भी पढ़ें
नए पुल का काम शुरू

Next Story
एक और खबर जो इसकी नहीं है।
"""


def read(text: str) -> Story:
    story = read_scrape(text, "a.txt")
    assert isinstance(story, Story)
    return story


def test_scrape_gives_everything_that_its_layout_says() -> None:
    story = read(SCRAPE)
    assert (story.section, story.headline, story.byline) == ("दुनिया", HEADLINE, "Asha Rao")
    assert (story.published, story.lang, story.reader) == ("2024-03-03T16:05:00+05:30", "hi", "scrape")


def test_text_is_headline_and_body_and_nothing_else() -> None:
    story = read(SCRAPE)
    assert story.text == f"{HEADLINE}\n\n{FIRST}\n\n{SECOND}"
    assert [story.text[start:end] for start, end in story.paragraphs] == [HEADLINE, FIRST, SECOND]


def test_same_bytes_have_the_same_id() -> None:
    assert read(SCRAPE).id == read(SCRAPE).id
    assert read(SCRAPE).id.startswith("st-")


LAYOUTS = [
    pytest.param(
        "Home > World\nRivers panel to meet in the spring\nWritten by Asha Rao, New Delhi\n"
        "Updated: March 3, 2024 16:05 IST\n"
        f"{SPRING}\n",
        "World",
        "Rivers panel to meet in the spring",
        "Asha Rao, New Delhi",
        "2024-03-03T16:05:00+05:30",
        id="English, one line each",
    ),
    pytest.param(
        "Rivers panel to meet in the spring\n"
        "By Asha Rao | Published: 3 Mar 2024 16:05 IST | Updated: 4 Mar 2024 10:00 IST\n\n"
        f"{SPRING}\n",
        "",
        "Rivers panel to meet in the spring",
        "Asha Rao",
        "2024-03-03T16:05:00+05:30",
        id="writer and time on one line",
    ),
    pytest.param(
        f"Updated: 4 Mar 2024 10:00 IST\nRivers panel to meet in the spring\nBy Asha Rao\n\n{SPRING}\n",
        "",
        "Rivers panel to meet in the spring",
        "Asha Rao",
        "2024-03-04T10:00:00+05:30",
        id="time on top",
    ),
    pytest.param(
        "राजनीति\nनदी आयोग की बैठक वसंत में होगी\nविशेष संवाददाता\n"
        "प्रकाशित: ३ मार्च २०२४, शाम ४:०५ बजे IST\n"
        "अपडेटेड: ४ मार्च २०२४, सुबह १०:०० बजे IST\n\n"
        f"{VASANT}\n",
        "राजनीति",
        "नदी आयोग की बैठक वसंत में होगी",
        "विशेष संवाददाता",
        "2024-03-03T16:05:00+05:30",
        id="Hindi digits, two times",
    ),
]


@pytest.mark.parametrize(("text", "section", "headline", "byline", "published"), LAYOUTS)
def test_layouts(text: str, section: str, headline: str, byline: str, published: str) -> None:
    story = read(text)
    assert (story.section, story.headline, story.byline, story.published) == (section, headline, byline, published)
    assert len(story.paragraphs) == 2


def test_line_between_headline_and_time_that_is_prose_stays() -> None:
    standfirst = "The two commissioners had not met for three years because of the floods"
    story = read(f"Rivers panel to meet in the spring\n{standfirst}\nAsha Rao\n3 Mar 2024\n\n{SPRING}\n")
    assert [story.text[a:b] for a, b in story.paragraphs][1] == standfirst
    assert story.byline == "Asha Rao"


def test_plain_paragraphs_have_no_headline() -> None:
    text = "The panel met in Delhi on Monday.\n\nIt will meet again in the spring, the ministry said."
    story = read(text)
    assert (story.headline, story.text) == ("", text)


def test_short_first_line_without_end_mark_is_the_headline() -> None:
    story = read("Rivers panel meets in Delhi\nThe panel met in Delhi on Monday for the first time.\n")
    assert story.headline == "Rivers panel meets in Delhi"


def test_name_of_the_paper_over_the_section_is_no_headline() -> None:
    story = read(f"The Harbour Times\nWorld\nRivers panel to meet in the spring\nBy Asha Rao\n3 Mar 2024\n{SPRING}\n")
    assert (story.headline, story.section) == ("Rivers panel to meet in the spring", "World")


def test_day_that_heads_a_list_in_the_body_is_no_time() -> None:
    story = read(f"Rivers panel to meet in the spring\n3 Mar 2024\n{SPRING}\n{SPRING}\n4 May 2024\n{SPRING}\n")
    assert story.published == "2024-03-03"
    assert "4 May 2024" in story.text


def test_date_within_a_sentence_is_no_time_of_publication() -> None:
    text = "On 3 March 2024 the two sides met in the capital and agreed that the panel would meet again.\n\nIt did."
    assert read(text).published == ""


def test_wrapped_lines_are_joined() -> None:
    lines = [
        "The joint panel on rivers met in the capital on Monday and",
        "it will meet again in the spring of the next year, as the",
        "ministry of water said.",
    ]
    assert read("\n".join(lines)).text == " ".join(lines)


def test_headline_is_not_joined_to_the_line_after_it() -> None:
    assert read(f"Rivers panel to meet again in the spring of the year\n{SPRING}").headline.startswith("Rivers panel")


@pytest.mark.parametrize(
    "text", ["Share\n\nAdvertisement\n", "x", "Next Story", "Two words"], ids=["buttons", "x", "last line", "too short"]
)
def test_text_without_a_story_is_passed_over(text: str) -> None:
    assert read_scrape(text, "a.txt") == Passed(source="a.txt", reason="no story found in it")


def test_other_languages_are_said_and_passed_over() -> None:
    passed = read_scrape("दोन्ही देशांच्या मंत्र्यांनी सोमवारी दिल्लीत भेट घेतली आणि सीमा प्रश्नावर चर्चा केली आहे.", "a.txt")
    assert isinstance(passed, Passed)
    assert passed.reason.startswith("language: mr; Vaarta reads ")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Asha Rao", "Asha Rao"),
        ("Written by: Asha Rao", "Asha Rao"),
        ("Edited by Asha Rao | New Delhi", "Asha Rao"),
        ("आशा राव द्वारा", "आशा राव"),
        ("लेखक: आशा राव", "आशा राव"),
        ("PTI", "PTI"),
        ("एजेंसी, काठमांडू", ""),
        ("ब्यूरो", "ब्यूरो"),
        ("काठमांडू ब्यूरो", "काठमांडू ब्यूरो"),
        ("Bystanders saw it", ""),
        ("By the time they met it was far too late for a deal", ""),
        ("", ""),
    ],
)
def test_writers_named_outright(line: str, name: str) -> None:
    assert byline_in(line) == name


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("विश्व", "विश्व"),
        ("WORLD", "WORLD"),
        ("Home > World", "World"),
        ("होम / देश", "देश"),
        ("Home » World » Rivers panel meets in Delhi", "World"),
        ("India / Pakistan talks begin", ""),
        ("World Cup", ""),
        ("", ""),
    ],
)
def test_sections(line: str, section: str) -> None:
    assert section_in(line) == section

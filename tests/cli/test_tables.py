import msgspec
import pytest
from factories import english, hindi, make_event, make_story

from vaarta.cli.tables import print_answers, print_story
from vaarta.query import tell
from vaarta.records import Claims, Event, Party, Story, When


def table(capsys: pytest.CaptureFixture[str], story: Story, *events: Event) -> str:
    print_story(story, Claims(story=story.id, lang="en", events=events))
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("when", "day"),
    [
        pytest.param(When(first="2024-05-03", last="2024-05-03"), "2024-05-03", id="day"),
        pytest.param(When(first="2024-05-03", last="2024-05-08"), "2024-05-03…08", id="days-of-a-month"),
        pytest.param(When(first="2024-05-30", last="2024-06-02"), "2024-05-30…06-02", id="days-of-a-year"),
        pytest.param(When(first="2024-12-30", last="2025-01-02"), "2024-12-30…2025-01-02", id="days"),
        pytest.param(When(last="2024-05-08"), "by 2024-05-08", id="by"),
        pytest.param(When(first="2024-05-03"), "from 2024-05-03", id="from"),
        pytest.param(None, "(2024-05-01)", id="published"),
        pytest.param(When(said="soon"), "(2024-05-01)", id="no-day-said"),
    ],
)
def test_days_are_said_shortly(when: When | None, day: str, capsys: pytest.CaptureFixture[str]) -> None:
    story = make_story(published="2024-05-01T10:00:00+05:30")
    assert f" {day}  " in table(capsys, story, make_event(story, "met", when=when))


def test_no_day_at_all_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    story = make_story()
    assert "(no day)" in table(capsys, story, make_event(story, "met"))


def test_what_one_sentence_tells_stands_above_it_once(capsys: pytest.CaptureFixture[str]) -> None:
    story = make_story("France met and thanked Italy.")
    said = table(capsys, story, make_event(story, "met"), make_event(story, "thanked", "SUPPORT"))
    assert said.index("CONSULT") < said.index("SUPPORT") < said.index("“France met and thanked Italy.”")
    assert said.count("France met and") == 1


def test_a_sentence_with_quotation_marks_gets_no_more(capsys: pytest.CaptureFixture[str]) -> None:
    story = make_story('France said: "We met."')
    said = table(capsys, story, make_event(story, "met", actors=(Party(text="France", country="FRA"),)))
    assert ' France said: "We met."\n' in said


def test_a_story_without_claims_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert "No claims." in table(capsys, make_story())


def test_answers_name_story_and_countries(capsys: pytest.CaptureFixture[str]) -> None:
    print_answers([*tell(*hindi()), *tell(*english())])
    said = capsys.readouterr().out
    assert "— विदेश मंत्री नेपाल में · नमूना समाचार · 2024-02-06" in said
    assert "DEU Germany, FRA France, IND India, NPL Nepal" in said


def test_square_brackets_are_text_not_styles(capsys: pytest.CaptureFixture[str]) -> None:
    story = msgspec.structs.replace(make_story("They [red] met."), headline="[bold] met")
    said = table(capsys, story, make_event(story, "met"))
    assert "They [red] met." in said
    assert "[bold] met" in said

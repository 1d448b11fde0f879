"""The pieces that pages are made of: marks, curves, numbers and days, texts."""

import re
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from factories import english, evidence, make_event, make_story

from vaarta.ontology import load_ontology
from vaarta.ontology.shapes import ActorKind
from vaarta.query import Tally, tell
from vaarta.records import Claims, Party, When
from vaarta.store import Answer
from vaarta.web import marking
from vaarta.web.accuracy import SETS
from vaarta.web.curve import LONGEST, draw
from vaarta.web.marking import Mark, marked, paragraphs
from vaarta.web.telling import Side
from vaarta.web.telling import tell as line_of
from vaarta.web.tongue import Tongue, languages, load_texts

STORY, CLAIMS = english()


def _answer() -> Answer:
    return next(tell(STORY, CLAIMS))


@pytest.mark.parametrize(
    ("spans", "pieces"),
    [
        ([], ["abcdefgh"]),
        ([(2, 4)], ["ab", "[cd]", "efgh"]),
        ([(0, 8), (2, 4)], ["[ab]", "[[cd]]", "[efgh]"]),
        ([(1, 4), (3, 6)], ["a", "[bc]", "[[d]]", "[ef]", "gh"]),
        ([(-3, 2), (6, 99)], ["[ab]", "cdef", "[gh]"]),
        ([(4, 4), (5, 3)], ["abcdefgh"]),
        ([(2, 4), (2, 4)], ["ab", "[[cd]]", "efgh"]),
    ],
)
def test_marks_may_overlap(spans: list[tuple[int, int]], pieces: list[str]) -> None:
    answer = _answer()
    marks = [Mark(start=start, end=end, answer=answer) for start, end in spans]
    told = list(marked("abcdefgh", 0, 8, marks))
    assert ["[" * len(p.marks) + p.text + "]" * len(p.marks) for p in told] == pieces


def test_a_text_in_devanagari_is_cut_at_its_code_points() -> None:
    story = make_story("भारत ने क़तर से १२ बार वार्ता की।", lang="hi")
    event = make_event(story, "वार्ता की", evidence=evidence(story, "वार्ता की"))
    answers = list(tell(story, Claims(story=story.id, lang="hi", events=(event,))))
    told = list(marked(story.text, 0, len(story.text), marking.story_marks(answers)))
    assert [piece.text for piece in told if piece.marks] == ["वार्ता की"]
    assert "".join(piece.text for piece in told) == story.text


def test_words_that_are_not_where_they_are_said_to_be_are_not_marked() -> None:
    answer = _answer()
    elsewhere = msgspec.structs.replace(answer, sentence="Another sentence altogether.")
    assert len(marking.sentence_marks(answer)) == 1
    assert marking.sentence_marks(elsewhere) == ()


def test_paragraphs_that_leave_words_out_are_not_used() -> None:
    story = make_story("One.\n\nTwo.\nThree.")
    assert [story.text[a:b] for a, b in paragraphs(story)] == ["One.", "Two.", "Three."]


@pytest.mark.parametrize(
    ("lang", "number", "written"),
    [
        ("en", 1234567, "1,234,567"),
        ("hi", 1234567, "12,34,567"),
        ("hi", 999, "999"),
        ("en", -1000, "-1,000"),
        ("hi", 0, "0"),
    ],
)
def test_numbers_are_grouped_as_the_language_does(lang: str, number: int, written: str) -> None:
    assert Tongue(lang).number(number) == written


@pytest.mark.parametrize(
    ("lang", "first", "last", "written"),
    [
        ("en", "2024-02-05", "2024-02-05", "5 February 2024"),
        ("hi", "2024-02-05", "2024-02-07", "5–7 फ़रवरी 2024"),
        ("en", "2024-02-01", "2024-02-29", "February 2024"),
        ("en", "2024-01-01", "2024-12-31", "2024"),
        ("hi", "2024-02-28", "2024-03-01", "28 फ़रवरी 2024 से 1 मार्च 2024"),
        ("en", "soon", "soon", "soon"),
    ],
)
def test_days_are_written_as_the_language_does(lang: str, first: str, last: str, written: str) -> None:
    assert Tongue(lang).days(first, last) == written


def test_a_side_known_only_by_its_code_is_called_by_its_name() -> None:
    sides = (
        Party(text="NPL", country="NPL"),
        Party(text="भारत", country="IND"),
        Party(text="Kathmandu", country="NPL"),
    )
    event = make_event(STORY, "condemned", actors=sides)
    told = line_of(next(tell(STORY, Claims(story=STORY.id, lang="en", events=(event,)))), Tongue("hi"))
    assert told.acting == (Side(text="नेपाल"), Side(text="भारत"), Side(text="Kathmandu", country="नेपाल"))


@pytest.mark.parametrize(
    ("when", "day"),
    [
        (When(first="", last="2024-02-05"), "by 5 February 2024"),
        (When(first="2024-02-05", last=""), "from 5 February 2024"),
        (None, "30 April 2024"),
    ],
)
def test_open_days_say_so(when: When | None, day: str) -> None:
    event = make_event(STORY, "condemned", "ACCUSE", when=when)
    answer = next(tell(STORY, Claims(story=STORY.id, lang="en", events=(event,))))
    told = line_of(answer, Tongue("en"))
    assert told.day == day
    assert told.dated == (when is not None)


def test_texts_have_the_same_keys_in_all_languages_and_name_the_whole_ontology() -> None:
    ontology = load_ontology()
    modes = {mode for told in ontology.types.values() for mode in told.modes}
    assert languages() == ("en", "hi")
    for lang in languages():
        texts, english = load_texts(lang), load_texts("en")
        assert len(texts.months) == 12
        assert texts.types.keys() == ontology.types.keys()
        assert texts.modes.keys() == modes
        assert texts.engagements.keys() == ontology.engagements.keys()
        assert texts.contexts.keys() == ontology.contexts.keys()
        assert len(texts.weekdays) == 7
        assert texts.actors.keys() == {*get_args(ActorKind), "name"}
        assert texts.measured.keys() == set(SETS)
        for table in ("words", "kinds", "standings", "quads", "disputes", "about"):
            assert getattr(texts, table).keys() == getattr(english, table).keys()
        for key, text in texts.words.items():
            assert set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", english.words[key])), key


def test_every_text_is_used_and_every_used_text_is_there() -> None:
    folder = Path(marking.__file__).parent
    sources = "".join(file.read_text("utf-8") for kind in ("*.py", "templates/*.html") for file in folder.glob(kind))
    words = load_texts("en").words
    made = tuple(re.findall(r'"(\w+_)" ~', sources))  # the beginnings of keys that templates put together
    unused = [
        key for key in words if f'"{key}"' not in sources and not key.endswith("_hint") and not key.startswith(made)
    ]
    assert unused == []


def _tally(month: str, count: int = 1, **keys: str) -> Tally:
    return Tally(keys={"month": month, **keys}, count=count, reports=count, goldstein=-2.0, plover_score=None)


def test_a_curve_has_a_bar_a_month_and_a_dot_a_direction() -> None:
    drawn = draw([_tally("2024-01", 4), _tally("2024-03", 2)], [_tally("2024-03", direction="IND>CHN")], ["IND>CHN"])
    assert drawn
    assert [(bar.month, bar.count) for bar in drawn.bars] == [("2024-01", 4), ("2024-03", 2)]
    assert drawn.bars[0].height == 2 * drawn.bars[1].height
    ((_, y, month, score),) = drawn.lines[0].dots
    assert (month, score) == ("2024-03", -2.0)
    assert drawn.zero < y < drawn.bottom


def test_one_wrong_century_does_not_empty_a_curve() -> None:
    drawn = draw([_tally("1024-01"), _tally("2024-01", 9), _tally("2024-02"), _tally("9999-12")], [], [])
    assert drawn
    assert drawn.cut
    assert [bar.month for bar in drawn.bars] == ["2024-01", "2024-02"]
    assert LONGEST == 240


def test_nothing_dated_is_no_curve() -> None:
    assert draw([_tally("")], [], []) is None

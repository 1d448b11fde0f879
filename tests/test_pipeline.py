"""A fault in one story is told, and the run goes on."""

import gc

import pytest
from factories import make_story

import vaarta.coding
import vaarta.pipeline
from vaarta.errors import PackError
from vaarta.pipeline import code_stories
from vaarta.records import Claims, Passed, Story

STORIES = [make_story(f"India and Nepal met in town {n}.") for n in range(3)]


def failing(error: Exception) -> object:
    def code_doc(doc: object, story: Story, *, parsed_by: str = "") -> Claims:  # noqa: ARG001 - the shape of the real one
        if story == STORIES[1]:
            raise error
        return Claims(story=story.id, lang=story.lang)

    return code_doc


def test_a_story_that_coding_fails_in_is_passed_over_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vaarta.pipeline, "code_doc", failing(KeyError("deep")))
    first, second, third = code_stories(STORIES)
    assert isinstance(second, Passed)
    assert "KeyError" in second.reason
    assert (second.record, [isinstance(told, tuple) for told in (first, third)]) == (STORIES[1].id, [True, True])


def test_what_is_wrong_with_the_installation_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vaarta.pipeline, "code_doc", failing(PackError("no such pack")))
    with pytest.raises(PackError):
        list(code_stories(STORIES))


def test_the_collector_waits_within_a_story_and_never_between_two(monkeypatch: pytest.MonkeyPatch) -> None:
    within: list[bool] = []

    def code(doc: object, *, story: Story, **_: object) -> Claims:  # noqa: ARG001 - the shape of the real one
        within.append(gc.isenabled())
        return Claims(story=story.id, lang=story.lang)

    monkeypatch.setattr(vaarta.coding, "code", code)
    between = [gc.isenabled() for _ in code_stories(STORIES)]
    assert (within, between) == ([False] * 3, [True] * 3)

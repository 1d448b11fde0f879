from pathlib import Path

import pytest

from vaarta.errors import GoldError
from vaarta.evaluation import coded_story, read_coded, read_gold

STORY = '"id": "a", "text": "They met.", "sentences": [[0, 9]]'


@pytest.mark.parametrize(
    ("line", "says"),
    [
        pytest.param('{"id": "a"', "one JSON object a line", id="cut-off"),
        pytest.param('{"id": "a", "text": "x"}', "missing required field `sentences`", id="no-sentences"),
        pytest.param('{"id": "a", "text": "x", "sentences": []}', "has no sentences", id="empty-sentences"),
        pytest.param('{"id": "a", "text": "x", "sentences": [[0, 9]]}', "outside its text", id="sentence-too-long"),
        pytest.param(
            f'{{{STORY}, "events": [{{"s": 3, "type": "CONSULT"}}]}}', "names sentence 3", id="no-such-sentence"
        ),
        pytest.param(f'{{{STORY}, "events": [{{"s": "0", "type": "CONSULT"}}]}}', r"events\[0\]\.s", id="wrong-kind"),
        pytest.param("[1, 2]", "Expected `object`", id="no-object"),
    ],
)
def test_malformed_gold_is_told_with_file_and_line(line: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"{{{STORY}}}\n\n{line}\n", encoding="utf-8")
    with pytest.raises(GoldError, match=says) as told:
        read_gold(path)
    assert f"{path}:3" in str(told.value)


def test_further_keys_are_ignored_and_blank_lines_skipped(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f'\n{{{STORY}, "outlet": null, "_src": {{"set": 1}}}}\n\n', encoding="utf-8")
    assert [story.id for story in read_gold(path)] == ["a"]


def test_of_two_lines_with_one_id_the_later_counts(tmp_path: Path) -> None:
    path = tmp_path / "coded.jsonl"
    path.write_text('{"id": "a", "events": [{"type": "AID", "start": 0}]}\n{"id": "a"}\n', encoding="utf-8")
    assert read_coded(path)["a"].events == ()


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="cannot be read"):
        read_gold(tmp_path / "none.jsonl")


def test_a_coded_object_without_offsets_is_told() -> None:
    with pytest.raises(GoldError, match=r"'a'.*`start`"):
        coded_story({"id": "a", "events": [{"type": "AID"}]})

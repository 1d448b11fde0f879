"""How names sound: spellings of one name meet, in both scripts; names of different people do not."""

from pathlib import Path

import pytest

from vaarta.errors import PackError
from vaarta.packs import builtin
from vaarta.packs.sounds import Sounds, load_sounds


def sounds(lang: str) -> Sounds:
    found = load_sounds(builtin(lang))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("latin", "devanagari"),
    [
        pytest.param("Karim Qureshi", "करीम क़ुरैशी", id="nukta as one"),
        pytest.param("Karim Qureshi", "करीम क़ुरैशी", id="nukta as two"),
        pytest.param("Sergey Petrov", "सर्गेई पेत्रोव", id="half letters"),
        pytest.param("Mahinda Rajapaksa", "महिंदा राजपक्षे", id="conjunct"),
        pytest.param("Abdullah Hussain", "अब्दुल्ला हुसैन", id="silent end"),
        pytest.param("Wang Zhen", "वांग झेन", id="pinyin"),
        pytest.param("An Joon-ho", "आन जून-हो", id="hyphen"),
        pytest.param("Jean Dupont", "ज्यां ड्यूपोंट", id="french"),
    ],
)
def test_spellings_of_one_name_meet_across_scripts(latin: str, devanagari: str) -> None:
    assert sounds("en").of(latin) == sounds("hi").of(devanagari)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Aleksandr Petrov", "Alexander Petrov"), ("Muhammad Khan", "Mohammed Khan"), ("José Núñez", "Jose Nunez")],
    ids=["x", "vowels", "accents"],
)
def test_spellings_of_one_name_meet_in_one_script(one: str, other: str) -> None:
    assert sounds("en").of(one) == sounds("en").of(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Karl Marx", "Carl Max"), ("Anna Lind", "Nina Lund")], ids=["r", "first vowel"]
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert sounds("en").of(one) != sounds("en").of(other)


def test_digits_and_marks_are_silent() -> None:
    assert sounds("hi").of("१२ -") == ""


def test_a_pack_without_sounds_has_none(tmp_path: Path) -> None:
    assert load_sounds(tmp_path) is None


def test_malformed_sounds_are_refused(tmp_path: Path) -> None:
    (tmp_path / "sounds.toml").write_text("letters = 1", encoding="utf-8")
    with pytest.raises(PackError, match=r"sounds\.toml"):
        load_sounds(tmp_path)

"""What the languages call the places of the gazetteer."""

import tomllib
from pathlib import Path

import pytest

from vaarta import packs
from vaarta.errors import PackError
from vaarta.packs.names import fold_phrase
from vaarta.packs.places import PlaceNames, load_places, loosened

LANGUAGES = ("en", "hi")
NAMES = {lang: packs.load(lang).places for lang in LANGUAGES}


def countries(lang: str, name: str) -> list[str]:
    return list(dict.fromkeys(entry.country for entry in NAMES[lang].named(name.split())))


@pytest.mark.parametrize(
    ("lang", "name", "expected"),
    [
        pytest.param("hi", "पेशावर", ["PAK"], id="hindi"),
        pytest.param("hi", "हैदराबाद", ["IND", "PAK"], id="namesakes, the greater first"),
        pytest.param("hi", "खान यूनिस", ["PSE"], id="two words"),
        pytest.param("hi", "पंचकुला", ["IND"], id="other vowels"),
        pytest.param("en", "kharkov", ["UKR"], id="old spelling"),
        pytest.param("en", "deir al zor", ["SYR"], id="transliteration"),
        pytest.param("en", "bombay", ["IND"], id="old name"),
    ],
)
def test_names_lead_to_places(lang: str, name: str, expected: list[str]) -> None:
    assert countries(lang, name) == expected


def test_no_such_name_leads_nowhere() -> None:
    assert NAMES["hi"].named(["ज़मुंडा"]) == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_written_names_lead_to_a_place(lang: str) -> None:
    for key in NAMES[lang].written:
        assert NAMES[lang].named(key.split(" ")), key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_weak_names_are_written(lang: str) -> None:
    assert NAMES[lang].weak <= set(NAMES[lang].written)


def test_every_hindi_name_is_in_devanagari() -> None:
    for key in (*NAMES["hi"].written, *NAMES["hi"].further):
        assert all("\u0900" <= c <= "\u097f" or c in " 0123456789" for c in key), key


def test_no_town_is_also_among_the_places_that_the_gazetteer_lacks() -> None:
    path = packs.builtin("hi") / "names" / "places.toml"
    lacking = tomllib.loads(path.read_text(encoding="utf-8"))
    twice = {
        (country, name) for country, told in lacking.items() for name in told["names"] if written_in(country, name)
    }
    assert twice == set()


def written_in(country: str, name: str) -> bool:
    places = (
        NAMES["hi"].gazetteer.entry(number) for number in NAMES["hi"].written.get(" ".join(fold_phrase(name)), ())
    )
    return any(entry is not None and entry.country == country for entry in places)


def test_loosened_spellings_meet() -> None:
    assert loosened("पंचकूला") == loosened("पंचकुला")


def test_a_place_that_the_gazetteer_lacks_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "names").mkdir()
    (tmp_path / "names" / "towns.toml").write_text('[IND.names]\n"Nowhere at all" = ["कहीं नहीं"]\n', encoding="utf-8")
    with pytest.raises(PackError, match="Nowhere at all"):
        load_places(tmp_path)


def test_a_pack_without_towns_has_the_gazetteers_names(tmp_path: Path) -> None:
    found = load_places(tmp_path)
    assert isinstance(found, PlaceNames)
    assert [entry.country for entry in found.named(["peshawar"])][:1] == ["PAK"]

"""Packs by their entry point, and what is told of one that is malformed."""

import shutil
from pathlib import Path

import pytest

from vaarta.errors import PackError
from vaarta.packs import Pack, builtin, languages, load

FILE = """[[entry]]
id = "one"
predicates = ["condemn"]
example = "France condemned Russia."
codes = "ACCUSE FRA > RUS"
"""


def test_hindi_and_english_come_by_the_entry_point() -> None:
    assert set(languages()) >= {"hi", "en"}
    assert load("hi").folder == builtin("hi")


def test_a_pack_is_loaded_once() -> None:
    assert load("hi") is load("hi")


def test_a_language_without_a_pack_is_told_with_those_there_are() -> None:
    with pytest.raises(PackError, match=r"'qq'.*en.*hi"):
        load("qq")


@pytest.mark.parametrize("lang", languages())
def test_every_part_of_a_pack_loads(lang: str) -> None:
    pack = load(lang)
    assert pack.grammar.markers.all
    assert pack.names.phrases
    assert pack.reference.phrases
    assert pack.times
    assert pack.events.by_verb
    assert pack.statements.cues
    assert pack.engagements.entries


def test_a_part_is_read_when_first_asked_for(tmp_path: Path) -> None:
    pack = Pack("qq", tmp_path)
    with pytest.raises(PackError, match=r"grammar\.toml"):
        _ = pack.grammar


@pytest.fixture
def english(tmp_path: Path) -> Path:
    """A pack with the English grammar and no events."""
    (tmp_path / "events").mkdir()
    shutil.copy(builtin("en") / "grammar.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize("code", ["190", "9999"], ids=["of-another-type", "no-code"])
def test_a_cameo_code_must_be_of_the_entrys_type(english: Path, code: str) -> None:
    (english / "events/accuse.toml").write_text(f'{FILE}cameo = "{code}"\n', encoding="utf-8")
    with pytest.raises(PackError, match=f"'one' has the CAMEO code '{code}'"):
        _ = Pack("qq", english).events


def test_a_pack_of_one_entry_is_a_pack(english: Path) -> None:
    (english / "events/accuse.toml").write_text(FILE, encoding="utf-8")
    pack = Pack("qq", english)
    (entry,) = pack.events.entries
    assert (entry.id, entry.type) == ("one", "ACCUSE")
    assert [predicate.entry.id for predicate in pack.events.by_verb["condemn"][""]] == ["one"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(FILE + 'verb = "x"\n', "verb", id="unknown-key"),
        pytest.param(FILE.replace('id = "one"\n', ""), "id", id="no-id"),
        pytest.param(FILE.replace('predicates = ["condemn"]\n', ""), "neither predicates nor nouns", id="no-words"),
        pytest.param(FILE + 'requires = "three"\n', "'three'", id="unknown-requirement"),
        pytest.param(FILE + FILE, "two entries", id="one-id-twice"),
        pytest.param(FILE + "mutual = 1\n", "bool", id="wrong-kind"),
        pytest.param(FILE.replace("[[entry]]", "[entry]"), "entry", id="no-list"),
        pytest.param("[[entry]\n", "line 1", id="no-toml"),
    ],
)
def test_a_malformed_entry_is_told_with_its_file_or_folder(english: Path, content: str, says: str) -> None:
    (english / "events/accuse.toml").write_text(content, encoding="utf-8")
    with pytest.raises(PackError, match="events") as raised:
        _ = Pack("qq", english).events
    assert says in str(raised.value)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        pytest.param('type = "BLAME"', "BLAME", id="unknown-type"),
        pytest.param('mode = "loudly"', "loudly", id="unknown-mode"),
        pytest.param('contexts = ["sport"]', "sport", id="unknown-context"),
    ],
)
def test_a_code_that_the_ontology_lacks_is_told(english: Path, line: str, says: str) -> None:
    (english / "events/accuse.toml").write_text(f"{FILE}{line}\n", encoding="utf-8")
    with pytest.raises(PackError, match=says):
        _ = Pack("qq", english).events

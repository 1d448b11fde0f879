"""The actors of the ontology: enough of them, with dates that make sense, in files that stay in order."""

import tomllib
import unicodedata
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from vaarta.ontology import Ontology, load_ontology

SOURCE = Path(__file__).parents[2] / "src" / "vaarta"
DATA = sorted([*(SOURCE / "ontology").rglob("*.toml"), *SOURCE.glob("packs/*/names/*.toml")])


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load_ontology()


@pytest.mark.parametrize(
    ("kind", "least"),
    [("country", 250), ("organisation", 150), ("group", 100), ("party", 100), ("person", 300)],
    ids=["countries", "organisations", "groups", "parties", "people"],
)
def test_there_are_enough(ontology: Ontology, kind: str, least: int) -> None:
    assert sum(actor.kind == kind for actor in ontology.actors.values()) >= least


def test_countries_have_codes_of_their_own(ontology: Ontology) -> None:
    living = [a for a in ontology.actors.values() if a.kind == "country" and a.status != "former state"]
    assert len({a.iso2 for a in living}) == len(living)
    assert all(len(a.id) == 3 and a.id.isupper() for a in living)
    assert sum(a.status == "UN member" for a in living) == 193


def test_former_states_have_an_end(ontology: Ontology) -> None:
    former = [a for a in ontology.actors.values() if a.status == "former state"]
    assert former
    assert all(actor.until for actor in former)


def test_a_country_acts_as_its_government(ontology: Ontology) -> None:
    assert (ontology.actors["IND"].country, ontology.actors["IND"].sector) == ("IND", "GOV")


def test_organisations_are_of_a_kind_and_have_no_sector(ontology: Ontology) -> None:
    bodies = [a for a in ontology.actors.values() if a.kind == "organisation"]
    assert {a.country for a in bodies} == {"IGO", "NGO", "MNC"}
    assert not [a.id for a in bodies if a.sector]
    assert ontology.actors["unsc"].part_of == "un"


def test_tenures_are_days_in_order(ontology: Ontology) -> None:
    for actor in ontology.actors.values():
        for held in actor.offices:
            days = [date.fromisoformat(day) for day in (held.first, held.last) if day]
            assert days == sorted(days), actor.id


def test_spells_in_government_follow_each_other(ontology: Ontology) -> None:
    for actor in ontology.actors.values():
        days = [day for spell in actor.ruling for day in spell if day]
        assert [date.fromisoformat(day) for day in days] == sorted(map(date.fromisoformat, days)), actor.id
        assert all(last for (_, last), _ in pairwise(actor.ruling)), actor.id


@pytest.mark.parametrize("path", DATA, ids=lambda path: "-".join(path.relative_to(SOURCE).with_suffix("").parts))
def test_data_files_are_nfc_sorted_and_say_their_source(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert "Source:" in text.split("\n\n")[0] + text.split("\n[")[0]
    keys = [key for key, value in tomllib.loads(text).items() if isinstance(value, dict) and key != "none"]
    assert keys == sorted(keys)

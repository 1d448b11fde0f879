"""The actors of the ontology: enough of them, with dates that make sense, in files that stay in order."""

import tomllib
import unicodedata
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from vaarta.ontology import Ontology, load_ontology
from vaarta.ontology.holders import load_holders

SOURCE = Path(__file__).parents[2] / "src" / "vaarta"
DATA = sorted([*(SOURCE / "ontology").rglob("*.toml"), *SOURCE.glob("packs/*/names/*.toml")])


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load_ontology()


@pytest.mark.parametrize(
    ("kind", "least"),
    [("country", 250), ("organisation", 300), ("group", 200), ("party", 400), ("person", 700)],
    ids=["countries", "organisations", "groups", "parties", "people"],
)
def test_there_are_enough(ontology: Ontology, kind: str, least: int) -> None:
    assert sum(actor.kind == kind for actor in ontology.actors.values()) >= least


def test_countries_have_codes_of_their_own(ontology: Ontology) -> None:
    apart = ("former state", "unrecognised")
    living = [a for a in ontology.actors.values() if a.kind == "country" and a.status not in apart]
    assert len({a.iso2 for a in living}) == len(living)
    assert all(len(a.id) == 3 and a.id.isupper() for a in living)
    assert sum(a.status == "UN member" for a in living) == 193


def test_former_states_have_an_end(ontology: Ontology) -> None:
    former = [a for a in ontology.actors.values() if a.status == "former state"]
    assert former
    assert all(actor.until for actor in former)


def test_unrecognised_entities_are_part_of_the_state_they_are_recognised_as(ontology: Ontology) -> None:
    apart = [a for a in ontology.actors.values() if a.status == "unrecognised"]
    assert {a.id for a in apart} >= {"abkhazia", "northern-cyprus", "somaliland", "south-ossetia", "transnistria"}
    assert all(a.sector == "PRE" and ontology.actors[a.country].status == "UN member" for a in apart)


def test_a_country_acts_as_its_government(ontology: Ontology) -> None:
    assert (ontology.actors["IND"].country, ontology.actors["IND"].sector) == ("IND", "GOV")


def test_organisations_are_of_a_kind_and_have_no_sector(ontology: Ontology) -> None:
    bodies = [a for a in ontology.actors.values() if a.kind == "organisation"]
    assert {a.country for a in bodies} == {"IGO", "NGO", "MNC"}
    assert not [a.id for a in bodies if a.sector]
    assert ontology.actors["unsc"].part_of == "un"


def test_every_line_of_offices_ends_and_none_goes_round(ontology: Ontology) -> None:
    for name in ontology.offices:
        for way in ("reports_to", "ranks_after"):
            passed, at = [name], getattr(ontology.offices[name], way)
            while at:
                assert at not in passed, (way, passed)
                passed.append(at)
                at = getattr(ontology.offices[at], way)


def test_who_ranks_after_another_speaks_for_no_more(ontology: Ontology) -> None:
    for name, office in ontology.offices.items():
        for above in filter(None, (office.reports_to, office.ranks_after)):
            assert ontology.offices[above].rank <= office.rank, (name, above)


def test_offices_that_the_news_names_are_placed(ontology: Ontology) -> None:
    placed = [name for name, office in ontology.offices.items() if office.of or office.reports_to or office.ranks_after]
    assert len(placed) >= 45
    deputy = ontology.offices["deputy-high-commissioner"]
    assert (deputy.of, deputy.reports_to, deputy.ranks_after) == (
        "high-commission",
        "high-commissioner",
        "high-commissioner",
    )


def test_holders_from_open_data_are_apart_and_held_known_offices(ontology: Ontology) -> None:
    holders = load_holders()
    assert len(holders) >= 20_000
    assert not set(holders) & set(ontology.actors)
    assert {held.office for holder in holders.values() for held in holder.offices} <= set(ontology.offices)
    assert {holder.country for holder in holders.values()} <= set(ontology.actors)
    assert all(held.seen or held.last for holder in holders.values() for held in holder.offices)


def test_tenures_are_days_in_order(ontology: Ontology) -> None:
    offices = {actor.id: actor.offices for actor in ontology.actors.values()}
    offices |= {name: holder.offices for name, holder in load_holders().items()}
    for name, terms in offices.items():
        for held in terms:
            days = [date.fromisoformat(day) for day in (held.first, held.last) if day]
            assert days == sorted(days), name


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

"""The codes of the ontology: whole, in range, and agreeing with each other."""

import shutil
from pathlib import Path
from typing import get_args

import pytest

from vaarta.errors import OntologyError
from vaarta.ontology import Ontology, load_ontology, quad_class, read_ontology, root_of
from vaarta.records import EngagementKind

HOME = Path(__file__).parents[2] / "src" / "vaarta" / "ontology"


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load_ontology()


def test_plover_is_whole(ontology: Ontology) -> None:
    assert len(ontology.types) == 16
    assert sum(len(told.modes) for told in ontology.types.values()) == 67
    assert len(ontology.contexts) == 37


def test_ontology_is_read_once() -> None:
    assert load_ontology() is load_ontology()


def test_scores_are_within_ten_and_agree_with_their_quad(ontology: Ontology) -> None:
    for name, told in ontology.types.items():
        for score in (told.score, *(mode.score for mode in told.modes.values())):
            assert -10 <= score <= 10, name
        if name != "REQUEST":
            assert (told.score > 0) == told.quad.endswith("cooperation"), name


def test_each_quad_class_has_its_types(ontology: Ontology) -> None:
    quads = {quad: sorted(n for n, t in ontology.types.items() if t.quad == quad) for quad in ("verbal cooperation",)}
    assert quads == {"verbal cooperation": ["AGREE", "CONCEDE", "CONSULT", "SUPPORT"]}


def test_accuse_is_negative_though_the_codebook_prints_plus_three(ontology: Ontology) -> None:
    assert ontology.types["ACCUSE"].score == -3.0


def test_all_of_cameo_is_there_with_goldstein_scores(ontology: Ontology) -> None:
    assert len(ontology.cameo) == 316
    assert {f"{root:02d}" for root in range(1, 21)} <= set(ontology.cameo)
    assert all(-10 <= fact.goldstein <= 10 for fact in ontology.cameo.values())


def test_cameo_codes_below_a_code_have_that_code(ontology: Ontology) -> None:
    assert not [code for code in ontology.cameo if len(code) > 2 and code[:-1] not in ontology.cameo]


def test_only_public_statements_have_no_event_type(ontology: Ontology) -> None:
    assert {code[:2] for code, fact in ontology.cameo.items() if not fact.type} == {"01"}


@pytest.mark.parametrize(
    ("code", "event_type", "mode"),
    [
        pytest.param("055", "CONCEDE", "", id="an apology yields"),
        pytest.param("163", "SANCTION", "discontinue", id="sanctions reduce relations"),
        pytest.param("116", "SANCTION", "convict", id="a verdict is a conviction"),
        pytest.param("1952", "ASSAULT", "drone", id="drones"),
        pytest.param("0356", "CONCEDE", "", id="a promise to de-escalate"),
        pytest.param("0231", "REQUEST", "assist", id="an appeal for aid"),
    ],
)
def test_cameo_maps_by_plovers_definitions(ontology: Ontology, code: str, event_type: str, mode: str) -> None:
    fact = ontology.cameo[code]
    assert (fact.type, fact.mode) == (event_type, mode)


def test_every_type_and_mode_has_a_code_of_a_kindred_type(ontology: Ontology) -> None:
    # A resignation has no code of its own in CAMEO, ceasefires and withdrawals stand among the concessions there.
    kin = {"RETREAT": {"RETREAT", "CONCEDE"}, "SANCTION": {"SANCTION"}}
    for name, told in ontology.types.items():
        for mode in ("", *told.modes):
            codes = ontology.event_codes(name, mode)
            assert ontology.cameo[codes.cameo].type in kin.get(name, {name}), (name, mode, codes)


@pytest.mark.parametrize(
    ("event_type", "mode", "expected"),
    [
        pytest.param("CONSULT", "visit", ("042", 1.9, 4.0), id="visit"),
        pytest.param("ACCUSE", "disapprove", ("111", -2.0, -2.0), id="condemn"),
        pytest.param("ASSAULT", "", ("190", -10.0, -9.0), id="attack"),
        pytest.param("RETREAT", "release", ("0841", 7.0, 6.5), id="release"),
    ],
)
def test_event_codes(ontology: Ontology, event_type: str, mode: str, expected: tuple[str, float, float]) -> None:
    codes = ontology.event_codes(event_type, mode)
    assert (codes.cameo, codes.goldstein, codes.score) == expected


@pytest.mark.parametrize(("event_type", "mode"), [("MEET", ""), ("AGREE", "visit")], ids=["type", "mode"])
def test_unknown_pairs_are_refused_with_what_there_is(ontology: Ontology, event_type: str, mode: str) -> None:
    with pytest.raises(OntologyError, match=r"plover\.toml has"):
        ontology.event_codes(event_type, mode)


def test_engagements_are_the_kinds_that_records_allow(ontology: Ontology) -> None:
    assert set(ontology.engagements) == set(get_args(EngagementKind))


def test_sectors_hold_all_that_the_annotation_guide_uses(ontology: Ontology) -> None:
    used = "GOV LEG JUD MIL COP SPY PTY OPP REB UAF CRM CVL REF JRN EDU BUS LAB AGR MED REL SOC ELI PRM UNK IGO NGO MNC"
    assert set(used.split()) <= set(ontology.sectors)


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        pytest.param("plover.toml", 'cameo = "110"', 'cameo = "999"', "no code '999'", id="code"),
        pytest.param("cameo.toml", 'mode = "visit"', 'mode = "trip"', "no mode 'trip'", id="mode"),
        pytest.param("offices.toml", 'sector = "GOV"', 'sector = "XXX"', "no sector 'XXX'", id="sector"),
        pytest.param("actors/groups.toml", 'country = "PAK"', 'country = "PAX"', "no country 'PAX'", id="country"),
        pytest.param("actors/people.toml", 'office = "president"', 'office = "boss"', "boss", id="office"),
        pytest.param("sectors.toml", "kind = ", "sort = ", "sectors.toml", id="key"),
    ],
)
def test_a_fault_names_file_and_entry(tmp_path: Path, file: str, old: str, new: str, message: str) -> None:
    home = shutil.copytree(HOME, tmp_path / "ontology")
    text = (home / file).read_text(encoding="utf-8")
    assert old in text
    (home / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(OntologyError, match=message):
        read_ontology(home)


@pytest.mark.parametrize(
    ("code", "root", "quad"),
    [
        pytest.param("0231", "02", 1, id="appeal-is-verbal-cooperation"),
        pytest.param("057", "05", 1, id="signing"),
        pytest.param("062", "06", 2, id="exercise"),
        pytest.param("090", "09", 3, id="investigation"),
        pytest.param("1311", "13", 3, id="threat"),
        pytest.param("145", "14", 4, id="riot"),
        pytest.param("204", "20", 4, id="mass-violence"),
        pytest.param("", "", None, id="no-code"),
    ],
)
def test_root_and_quad_class_follow_from_the_code(code: str, root: str, quad: int | None) -> None:
    assert (root_of(code), quad_class(code)) == (root, quad)


def test_every_code_has_a_quad_class(ontology: Ontology) -> None:
    assert {quad_class(code) for code in ontology.cameo} == {1, 2, 3, 4}


def test_acts_of_cooperation_have_a_code_for_being_intended(ontology: Ontology) -> None:
    intents = {name: told.intent for name, told in ontology.types.items() if told.intent}
    assert intents == {"AID": "033", "CONSULT": "036", "COOPERATE": "031", "SUPPORT": "032"}
    assert {ontology.cameo[code].type for code in intents.values()} == {"AGREE"}

from pathlib import Path

import pytest
from factories import english, hindi

from vaarta.errors import StoreError
from vaarta.records import Engagement, Event, Ruling, Statement, Tenure
from vaarta.store import AnyClaim, conditions, open_store
from vaarta.store.amending import amended

VISIT = hindi()[1].events[0]
STATEMENT, TALKS, TENURE = hindi()[1].statements[0], hindi()[1].engagements[1], hindi()[1].tenures[0]


def test_an_event_of_another_type_has_its_codes() -> None:
    claim = amended(VISIT, {"type": "support", "mode": ""})
    assert isinstance(claim, Event)
    assert (claim.type, claim.mode, claim.cameo, claim.goldstein) == ("SUPPORT", "", "050", 3.5)


def test_a_side_keeps_the_words_it_had_and_may_change_its_role() -> None:
    claim = amended(VISIT, {"actors": "NPL GOV; IND MIL", "recipients": ""})
    assert isinstance(claim, Event)
    told = [(party.text, party.country, party.sector) for party in claim.actors]
    assert told == [("नेपाल के राष्ट्रपति", "NPL", "GOV"), ("विदेश मंत्री", "IND", "MIL")]
    assert claim.recipients == ()


def test_days_and_places_are_set_and_taken_away() -> None:
    claim = amended(VISIT, {"first": "2024-02-06", "last": "2024-02-07", "country": "ind", "place": "पटना"})
    assert claim.when
    assert claim.where
    assert (claim.when.first, claim.when.last) == ("2024-02-06", "2024-02-07")
    assert (claim.where.text, claim.where.country) == ("पटना", "IND")
    bare = amended(VISIT, {"first": "", "last": "", "country": "", "place": ""})
    assert (bare.when, bare.where) == (None, None)


def test_each_kind_is_amended() -> None:
    said = amended(STATEMENT, {"speaker": "NPL GOV", "addressee": "IND"})
    met = amended(TALKS, {"kind": "summit", "parties": "NPL CHN", "round": "", "standing": "happened"})
    held = amended(TENURE, {"holder": "गीता राय", "of": "NPL GOV"})
    assert isinstance(said, Statement)
    assert said.addressee
    assert (said.speaker.country, said.addressee.country) == ("NPL", "IND")
    assert isinstance(met, Engagement)
    assert (met.kind, met.parties, met.round, met.standing) == ("summit", ("CHN", "NPL"), None, "happened")
    assert isinstance(held, Tenure)
    assert (held.holder, held.of, held.office) == ("गीता राय", "NPL GOV", "सेना प्रमुख")


@pytest.mark.parametrize(
    ("claim", "changes", "says"),
    [
        pytest.param(VISIT, {"speaker": "IND"}, "has no 'speaker' to amend; it has type", id="field"),
        pytest.param(VISIT, {"type": "CHAT"}, "cannot be amended", id="type"),
        pytest.param(VISIT, {"mode": "demo"}, "cannot be amended", id="mode"),
        pytest.param(VISIT, {"actors": "India"}, "'India' is no side", id="side"),
        pytest.param(VISIT, {"actors": "IND KING"}, "'KING' is no sector", id="sector"),
        pytest.param(VISIT, {"first": "Monday"}, "is no day", id="day"),
        pytest.param(VISIT, {"standing": "maybe"}, "is no standing", id="standing"),
        pytest.param(TALKS, {"round": "second"}, "is no round", id="round"),
        pytest.param(TALKS, {"kind": "party"}, "is no kind of engagement", id="kind"),
    ],
)
def test_what_cannot_be_is_refused(claim: AnyClaim, changes: dict[str, str], says: str) -> None:
    with pytest.raises(StoreError, match=says):
        amended(claim, changes)


def rule(verdict: str, **changes: str) -> Ruling:
    return Ruling(claim=VISIT.id, verdict=verdict, by="a", on="2024-05-01", amended=changes)  # type: ignore[arg-type]


def test_an_amended_claim_is_found_by_what_it_is_now(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.db") as store:
        for told in (hindi(), english()):
            store.keep(*told)
        store.rule(rule("amended", type="SUPPORT", mode="", actors="CHN"))
        assert list(store.find([conditions.of_type("CONSULT")])) == []
        (answer,) = store.find([conditions.of_type("SUPPORT"), conditions.by("CHN")])
        assert (answer.claim.id, answer.ruling) == (VISIT.id, "amended")
        coded = store.claims_of(VISIT.story)
        assert coded
        assert coded.events == (VISIT,)


def test_a_ruling_withdrawn_leaves_the_claim_as_it_was_coded(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.db") as store:
        store.keep(*hindi())
        store.rule(rule("amended", type="SUPPORT", mode=""))
        store.rule(rule("withdrawn"))
        (answer,) = store.find([conditions.of_type("CONSULT")])
        assert (answer.claim, answer.ruling) == (VISIT, "")
        assert [ruling.verdict for ruling in store.rulings()] == ["amended", "withdrawn"]


def test_coded_anew_it_is_still_amended(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.db") as store:
        story, claims = hindi()
        store.keep(story, claims)
        store.rule(rule("amended", type="SUPPORT", mode=""))
        store.keep(story, type(claims)(story=story.id, lang="hi", events=claims.events))
        assert len(list(store.find([conditions.of_type("SUPPORT")]))) == 1


def test_a_ruling_that_cannot_be_is_not_kept(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.db") as store:
        store.keep(*hindi())
        with pytest.raises(StoreError, match="cannot be amended"):
            store.rule(rule("amended", type="CHAT"))
        assert list(store.rulings()) == []

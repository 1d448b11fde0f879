"""Records: ids that are the same anywhere, and JSON that comes back as it went."""

import subprocess
import sys
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaarta import records
from vaarta.records import (
    Actor,
    Claims,
    EngagementKind,
    Entry,
    Event,
    Evidence,
    Link,
    Party,
    Passed,
    Place,
    Record,
    Ruling,
    Standing,
    Statement,
    Story,
    Tenure,
    When,
    content_id,
)

TEXT = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ["वार्ता", "\u0958लम", "\u0915\u093cलम", "१२", "G20 बैठक"]
)
SPAN = st.tuples(st.integers(0, 99), st.integers(0, 99))
SHARE = st.floats(0, 1)
EVIDENCE = st.builds(Evidence, story=TEXT, sentence=SPAN, span=SPAN, quote=TEXT)
WHEN = st.builds(When, first=TEXT, last=TEXT, said=TEXT, evidence=st.none() | EVIDENCE)
PLACE = st.builds(Place, text=TEXT, country=TEXT, evidence=st.none() | EVIDENCE)
PARTY = st.builds(Party, text=TEXT, country=TEXT, sector=TEXT, name=TEXT, evidence=st.none() | EVIDENCE)
PARTIES = st.lists(PARTY, max_size=2).map(tuple)
CLAIM = {
    "id": TEXT, "story": TEXT, "evidence": EVIDENCE, "by": TEXT, "score": SHARE,
    "standing": st.sampled_from(get_args(Standing)), "when": st.none() | WHEN, "where": st.none() | PLACE,
    "again": st.lists(EVIDENCE, max_size=2).map(tuple),
}  # fmt: skip
EVENT = st.builds(Event, **CLAIM, type=TEXT, mode=TEXT, goldstein=st.none() | SHARE, actors=PARTIES, recipients=PARTIES)
STATEMENT = st.builds(Statement, **CLAIM, speaker=PARTY, content=EVIDENCE, cue=TEXT, direct=st.booleans(), venue=TEXT)
ENGAGEMENT = st.builds(
    records.Engagement,
    **CLAIM,
    kind=st.sampled_from(get_args(EngagementKind)),
    parties=st.lists(TEXT, max_size=3).map(tuple),
    round=st.none() | st.integers(1, 99),
    heads=PARTIES,
)
TENURE = st.builds(Tenure, **CLAIM, office=TEXT, holder=TEXT, of=TEXT)
DISPUTE = st.builds(
    records.Dispute,
    field=st.just("days"),
    answers=st.tuples(st.tuples(TEXT, st.tuples(TEXT)), st.tuples(TEXT, st.tuples(TEXT))),
)
KINDS = {
    "Actor": st.builds(Actor, id=TEXT, kind=st.just("person"), names=st.dictionaries(TEXT, st.tuples(TEXT))),
    "Claims": st.builds(
        Claims, story=TEXT, lang=TEXT, events=st.tuples(EVENT), statements=st.tuples(STATEMENT),
        engagements=st.tuples(ENGAGEMENT), tenures=st.tuples(TENURE),
    ),
    "Dispute": DISPUTE,
    "Engagement": ENGAGEMENT,
    "Entry": st.builds(
        Entry, id=TEXT, kind=st.just("event"), best=TEXT, told_by=st.tuples(TEXT, TEXT), disputes=st.tuples(DISPUTE),
    ),
    "Event": EVENT,
    "Evidence": EVIDENCE,
    "Forgotten": st.builds(
        records.Forgotten, story=TEXT, url=TEXT, publisher=TEXT, published=TEXT, lang=TEXT, digest=TEXT,
        claims=st.tuples(TEXT), by=TEXT, on=TEXT, why=TEXT,
    ),
    "Link": st.builds(Link, left=TEXT, right=TEXT, verdict=st.just("same"), why=TEXT, score=SHARE),
    "Party": PARTY,
    "Passed": st.builds(Passed, source=TEXT, reason=TEXT),
    "Place": PLACE,
    "ReadIn": st.builds(records.ReadIn, story=TEXT, by=TEXT, on=TEXT),
    "Ruling": st.builds(Ruling, claim=TEXT, verdict=st.just("wrong"), by=TEXT, on=TEXT),
    "Statement": STATEMENT,
    "Story": st.builds(Story, id=TEXT, lang=TEXT, text=TEXT, paragraphs=st.tuples(SPAN)),
    "Tenure": TENURE,
    "When": WHEN,
}  # fmt: skip


def test_every_record_is_tried() -> None:
    public = {name for name in records.__all__ if isinstance(getattr(records, name), type)}
    assert public == set(KINDS)


@pytest.mark.parametrize("name", KINDS)
@given(data=st.data())
def test_a_record_comes_back_from_json_as_it_went(name: str, data: st.DataObject) -> None:
    record = data.draw(KINDS[name])
    line = msgspec.json.encode(record)
    assert b"\n" not in line
    assert msgspec.json.decode(line, type=type(record)) == record


@pytest.mark.parametrize("name", KINDS)
def test_a_record_refuses_unknown_fields_and_changes(name: str) -> None:
    kind = getattr(records, name)
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"no such field": 1}', type=kind)
    assert issubclass(kind, Record)
    assert kind.__struct_config__.frozen


@pytest.mark.parametrize(
    ("name", "value"),
    [("standing", "wished"), ("score", "high"), ("again", [1])],
)
def test_a_claim_refuses_what_no_claim_has(name: str, value: object) -> None:
    evidence = {"story": "s", "sentence": [0, 1], "span": [0, 1], "quote": "a"}
    event = {"claim": "event", "id": "e", "story": "s", "evidence": evidence, "by": "b", "type": "AID"}
    assert msgspec.convert(event, Event).standing == "happened"
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(event | {name: value}, Event)


def test_an_id_is_the_same_in_any_process() -> None:
    parts = ("कहानी", 3, None, (1, 2))
    code = f"from vaarta.records import content_id; print(content_id('ev', *{parts!r}))"
    elsewhere = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    assert elsewhere == content_id("ev", *parts)


@given(st.lists(st.integers() | st.sampled_from(["वार्ता", "\u0958लम", "\u0915\u093cलम", ""]), max_size=4))
def test_an_id_is_a_prefix_and_sixteen_digits(parts: list[object]) -> None:
    prefix, digits = content_id("ev", *parts).split("-")
    assert prefix == "ev"
    assert len(digits) == 16
    assert int(digits, 16) >= 0


@pytest.mark.parametrize(
    ("left", "right"),
    [(("ab", "c"), ("a", "bc")), (("a",), ("a", "")), (("a", "b"), ("b", "a")), (("\u0958",), ("\u0915\u093c",))],
)
def test_other_parts_give_another_id(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    assert content_id("ev", *left) != content_id("ev", *right)

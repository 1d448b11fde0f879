"""Reviewing on the page, as a browser without scripts does: forms, signed in, one claim after the other."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from asking import ask_page, plain
from factories import english, hindi, make_event, make_story
from starlette.testclient import TestClient

from vaarta.records import Claims, Party, Ruling
from vaarta.store import open_store
from vaarta.web import make_app
from vaarta.web.tokens import Tokens

TOKEN, OTHER = "asha-has-a-token-of-her-own", "ravi-has-a-token-of-his-own"
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
EVENT = hindi()[1].events[0]
WORDS = "राष्ट्रपति से मुलाक़ात"
STATEMENT = hindi()[1].statements[0]


@pytest.fixture
def kept(db: Path) -> Path:
    with open_store(db) as store:
        for told in (hindi(), english()):
            store.keep(*told)
    return db


def browser(db: Path, token: str = TOKEN) -> TestClient:
    """A browser in which someone signed in."""
    app = make_app(db, tokens=Tokens({"Asha": TOKEN, "Ravi": OTHER}))
    client = TestClient(app, base_url="http://localhost", raise_server_exceptions=False)
    client.headers["accept-language"] = "en"
    if token:
        assert client.post("/sign-in", data={"token": token}).status_code == 200
    return client


def form_of(html: str, id_: str = "ruling") -> dict[str, str]:
    """What a form holds before anyone writes in it, as a browser would send it."""
    form = re.search(rf'<form[^>]*id="{id_}".*?</form>', html, re.DOTALL)
    assert form
    told = {}
    for tag in re.findall(r"<input[^>]*>", form[0]):
        fields = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        told[fields["name"]] = unescape(fields.get("value", ""))
    for name, inside in re.findall(r'<select[^>]*name="(\w+)"[^>]*>(.*?)</select>', form[0], re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', inside)
        told[name] = unescape(chosen[1] if chosen else "")
    for name, inside in re.findall(r'<textarea[^>]*name="(\w+)"[^>]*>(.*?)</textarea>', form[0], re.DOTALL):
        told[name] = unescape(inside)
    return told


def send(client: TestClient, form: dict[str, str], **changes: str) -> Any:
    return client.post("/review", data=form | changes)


def verdicts(db: Path) -> list[tuple[str, str, str]]:
    with open_store(db, write=False) as store:
        return [(one.claim, one.verdict, one.by) for one in store.rulings()]


def test_whole_round_without_scripts(kept: Path) -> None:
    client = browser(kept)
    shown = client.get("/review")
    assert shown.headers["cache-control"] == "no-store"
    first = form_of(shown.text)
    after = send(client, first, verdict="right", note="checked")
    assert after.url.path == "/review"
    second = form_of(after.text)
    assert second["claim"] != first["claim"]
    after = send(client, second, verdict="wrong")
    undone = client.post("/review", data=form_of(after.text, "undo-form") | {"verdict": "undo"})
    assert form_of(undone.text)["claim"] == second["claim"]
    assert verdicts(kept) == [
        (first["claim"], "right", "Asha"), (second["claim"], "wrong", "Asha"), (second["claim"], "withdrawn", "Asha"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "claim", [*hindi()[1].events, *hindi()[1].statements, *hindi()[1].engagements, *hindi()[1].tenures]
)
def test_form_sent_as_it_is_shown_changes_nothing(kept: Path, claim: Any) -> None:
    client = browser(kept)
    form = form_of(client.get("/review", params={"claim": claim.id}).text)
    told = send(client, form, verdict="amended")
    assert (told.status_code, "Nothing was changed" in told.text) == (422, True)
    assert verdicts(kept) == []


def test_fields_that_are_changed_are_amended_and_no_others(kept: Path) -> None:
    client = browser(kept)
    form = form_of(client.get("/review", params={"claim": EVENT.id}).text)
    told = send(client, form, verdict="amended", type_mode="AGREE", recipients="NPL GOV; CHN: चीन", span=WORDS)
    assert told.status_code == 200, plain(told.text)
    with open_store(kept, write=False) as store:
        (ruling,) = store.rulings()
        start = hindi()[0].text.index(WORDS)
    assert ruling.amended["span"] == f"{start}-{start + len(WORDS)} {WORDS}"
    assert set(ruling.amended) == {"type", "mode", "recipients", "span"}
    again = form_of(client.get("/review", params={"claim": EVENT.id}).text)
    assert (again["type_mode"], again["span"]) == ("AGREE", WORDS)
    kept_on = send(client, again, verdict="amended", first="2024-02-04")
    assert kept_on.status_code == 200
    with open_store(kept, write=False) as store:
        last = store.ruling_on(EVENT.id)
    assert last is not None
    assert set(last.amended) == {"type", "mode", "recipients", "span", "first"}  # what was amended before stays so


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"span": "words that are not there"}, "does not say"),
        ({"span": ""}, "does not say"),
        ({"span": "सेना प्रमुख"}, "not in the sentence"),
        ({"actors": EVIL}, "is no side"),
        ({"first": "yesterday"}, "is no day"),
        ({"type_mode": "KISS/french"}, "KISS"),
        ({"standing": "rumoured"}, "rumoured"),
    ],
)
def test_what_cannot_be_is_told_and_what_was_written_stays(kept: Path, changes: dict[str, str], said: str) -> None:
    client = browser(kept)
    form = form_of(client.get("/review", params={"claim": EVENT.id}).text)
    told = send(client, form, verdict="amended", **changes)
    assert (told.status_code, said in plain(told.text)) == (422, True), plain(told.text)
    assert "<script>alert" not in told.text
    assert form_of(told.text) == form | changes
    assert verdicts(kept) == []


def test_what_was_ruled_meanwhile_is_not_passed_over(kept: Path) -> None:
    asha, ravi = browser(kept), browser(kept, OTHER)
    form, his = (form_of(one.get("/review", params={"claim": EVENT.id}).text) for one in (asha, ravi))
    assert send(ravi, his, verdict="wrong").status_code == 200
    told = send(asha, form, verdict="right")
    assert (told.status_code, "meanwhile" in told.text) == (409, True)
    assert send(asha, form_of(told.text), verdict="right").status_code == 200
    assert [by for _, _, by in verdicts(kept)] == ["Ravi", "Asha"]


def test_only_the_filters_of_an_address_go_on(kept: Path) -> None:
    client = browser(kept)
    form = form_of(client.get("/review", params={"kind": "event", "told_in": "hi", "skip": "0"}).text)
    assert form["claim"] == EVENT.id
    told = send(client, form | {"back": form["back"] + "&evil=https://evil.example"}, verdict="right")
    assert (told.url.path, "evil" in str(told.url), told.url.params["kind"]) == ("/review", False, "event")
    assert "No claim is waiting" in told.text


def test_without_signing_in_there_is_no_review(kept: Path) -> None:
    client = browser(kept, token="")
    assert client.get("/review").url.path == "/sign-in"
    assert client.post("/review", data={"verdict": "right", "claim": EVENT.id}).url.path == "/sign-in"
    wrong = client.post("/sign-in", data={"token": EVIL})
    assert (wrong.status_code, "No one has this token" in wrong.text, "<script>alert" in wrong.text) == (
        401,
        True,
        False,
    )
    assert verdicts(kept) == []
    assert ask_page(kept).get("/review").status_code == 404


def test_cookie_is_kept_from_scripts_and_other_sites(kept: Path) -> None:
    client = browser(kept, token="")
    cookie = client.post("/sign-in", data={"token": TOKEN}, follow_redirects=False).headers["set-cookie"]
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(cookie.split("; "))
    assert TOKEN not in cookie


@pytest.mark.parametrize("path", ["/review", "/sign-in", "/sign-out"])
@pytest.mark.parametrize(
    "headers", [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "same-site"}]
)
def test_forms_of_other_sites_are_refused(kept: Path, path: str, headers: dict[str, str]) -> None:
    client = browser(kept)
    form = form_of(client.get("/review").text)
    told = client.post(path, data=form | {"verdict": "right", "token": TOKEN}, headers=headers)
    assert told.status_code == 403
    assert verdicts(kept) == []


@pytest.mark.parametrize("key", ["", "wrong", "\u0915"])
def test_form_that_we_did_not_make_is_refused(kept: Path, key: str) -> None:
    client = browser(kept)
    form = form_of(client.get("/review").text)
    assert send(client, form, verdict="right", key=key).status_code == 403
    assert send(client, {"verdict": "undo"}).status_code == 403
    assert verdicts(kept) == []


def test_forms_are_bounded(kept: Path) -> None:
    client = browser(kept)
    form = form_of(client.get("/review").text)
    assert send(client, form, verdict="right", note="x" * 2001).status_code == 400
    assert send(client, form, verdict="right", note="x" * 200_000).status_code == 413
    assert client.post("/review", data={str(n): "" for n in range(100)}).status_code == 400
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    assert client.post("/review", content=b"\xff=%ff%fe", headers=kind).status_code == 400
    assert client.post("/review", json=form).status_code == 415


def test_signing_out_ends_it(kept: Path) -> None:
    client = browser(kept)
    form = form_of(client.get("/review").text)
    client.post("/sign-out", data={"key": form["key"]})
    assert client.get("/review").url.path == "/sign-in"


def test_history_tells_who_did_what(kept: Path) -> None:
    client = browser(kept)
    form = form_of(client.get("/review", params={"claim": STATEMENT.id}).text)
    send(client, form, verdict="wrong", note=EVIL)
    told = client.get("/rulings")
    assert ("Asha" in told.text, EVIL in plain(told.text), "<script>alert" in told.text) == (True, True, False)
    assert [one["ruling"]["claim"] for one in client.get("/rulings.json").json()["rulings"]] == [STATEMENT.id]
    assert client.get("/rulings.json", params={"ruled_by": "Ravi"}).json()["rulings"] == []
    assert client.get("/rulings", params={"ruled_by": EVIL}).status_code == 200
    assert client.get("/rulings", params={"page": "x"}).status_code == 400


def test_ruling_on_a_claim_that_is_gone_is_still_told(kept: Path) -> None:
    with open_store(kept) as store:
        store.rule(Ruling(claim=EVIL, verdict="amended", by=EVIL, on=EVIL, note=EVIL, amended={EVIL: EVIL}))
    told = ask_page(kept).get("/rulings", params={"lang": "hi"})
    assert (told.status_code, "<script>alert" in told.text) == (200, False)
    assert "सुधारा गया" in told.text


def test_hostile_claim_is_reviewed_as_text(db: Path) -> None:
    story = make_story(f"{EVIL} met {EVIL}\r\n𝔄 met.", headline=EVIL)
    side = Party(text=EVIL + ";:", country="", sector="GOV")
    event = make_event(story, "met", type_=EVIL, mode=EVIL, actors=(side,), recipients=(side,))
    with open_store(db) as store:
        store.keep(story, Claims(story=story.id, lang="en", events=(event,)))
    client = browser(db)
    told = client.get("/review")
    assert (told.status_code, "<script>alert" in told.text, "<img" in told.text) == (200, False, False)
    assert send(client, form_of(told.text), verdict="right", note=EVIL).status_code == 200


@pytest.mark.parametrize("params", [{"skip": "-1"}, {"skip": "x"}, {"skip": "9999"}, {"since": EVIL}, {"kind": "kiss"}])
def test_address_that_makes_no_sense_is_told_so(kept: Path, params: dict[str, str]) -> None:
    assert browser(kept).get("/review", params=params).status_code == 400


def test_claim_that_there_is_not_is_told_so(kept: Path) -> None:
    client = browser(kept)
    assert client.get("/review", params={"claim": EVIL}).status_code == 404
    form = form_of(client.get("/review").text)
    assert send(client, form | {"claim": EVIL}, verdict="right").status_code == 404
    assert send(client, form, verdict="splendid").status_code == 400

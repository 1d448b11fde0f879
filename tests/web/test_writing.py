"""Writing: only with a token, only from here, only so much and so often; and by the rules of `vaarta review`."""

from pathlib import Path
from typing import Any

import pytest
from asking import ask_page
from factories import english, hindi
from starlette.testclient import TestClient

from vaarta.errors import PageError
from vaarta.records import ReadIn
from vaarta.store import open_store
from vaarta.web import make_app
from vaarta.web.tokens import Pace, Sessions, Tokens, parse_tokens, read_tokens

TOKEN = "asha-has-a-token-of-her-own"
EVIL = "<script>alert(1)</script>\"'\x00\u202e{{7*7}}"
AS_ASHA = {"Authorization": f"Bearer {TOKEN}"}
EVENT = hindi()[1].events[0].id


@pytest.fixture
def kept(db: Path) -> Path:
    """A record of the stories of factories.py, to be written."""
    with open_store(db) as store:
        for told in (hindi(), english()):
            store.keep(*told)
    return db


@pytest.fixture
def client(kept: Path) -> TestClient:
    app = make_app(kept, tokens=Tokens({"Asha": TOKEN, "आशा": "another-token-that-is-long"}))
    return TestClient(app, base_url="http://localhost", raise_server_exceptions=False)


def post(client: TestClient, path: str, body: object, **headers: str) -> Any:
    return client.post(path, params={"lang": "en"}, json=body, headers={**AS_ASHA, **headers})


def rulings(db: Path) -> list[tuple[str, str, str]]:
    with open_store(db, write=False) as store:
        return [(one.claim, one.verdict, one.by) for one in store.rulings()]


def test_ruling_is_kept_with_the_name_of_the_token(client: TestClient, kept: Path) -> None:
    told = post(client, "/api/rulings", {"claim": EVENT, "verdict": "right", "note": " as the story says "})
    assert told.status_code == 201
    assert told.headers["cache-control"] == "no-store"
    assert (told.json()["by"], told.json()["note"], told.json()["on"][:2]) == ("Asha", "as the story says", "20")
    assert rulings(kept) == [(EVENT, "right", "Asha")]


def test_amended_as_in_review_and_withdrawn(client: TestClient, kept: Path) -> None:
    changes = {"type": "AGREE", "mode": "", "actors": "IND GOV: विदेश मंत्री; CHN", "first": "2024-02-05"}
    told = post(client, "/api/rulings", {"claim": EVENT, "verdict": "amended", "amended": changes})
    assert told.status_code == 201, told.text
    shown = client.get("/api/ask", params={"type": "AGREE", "told_in": "hi"}).json()["answers"]
    assert [side["country"] for side in shown[0]["claim"]["actors"]] == ["IND", "CHN"]
    assert post(client, "/api/rulings", {"claim": EVENT, "verdict": "withdrawn"}).status_code == 201
    assert client.get("/api/ask", params={"type": "AGREE", "told_in": "hi"}).json()["answers"] == []
    again = post(client, "/api/rulings", {"claim": EVENT, "verdict": "withdrawn"})
    assert (again.status_code, "no ruling" in again.json()["error"]) == (409, True)
    assert [verdict for _, verdict, _ in rulings(kept)] == ["amended", "withdrawn"]


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        ({"claim": "no-such", "verdict": "right"}, 404, "no claim no-such"),
        ({"claim": EVENT, "verdict": "splendid"}, 400, "$.verdict"),
        ({"claim": EVENT, "verdict": "right", "by": "Mallory"}, 400, "unknown field"),
        ({"claim": EVENT, "verdict": "right", "note": "x" * 2001}, 400, "$.note"),
        ({"claim": EVENT, "verdict": "amended"}, 422, "only then"),
        ({"claim": EVENT, "verdict": "right", "amended": {"type": "AGREE"}}, 422, "only then"),
        ({"claim": EVENT, "verdict": "amended", "amended": {"type": "KISS"}}, 422, "KISS"),
        ({"claim": EVENT, "verdict": "amended", "amended": {"speaker": "IND"}}, 422, "speaker"),
        ({"claim": EVENT, "verdict": "amended", "amended": {"actors": EVIL}}, 422, "is no side"),
        ({"claim": EVENT, "verdict": "amended", "amended": {"first": "2024-02-31"}}, 422, "is no day"),
        ({"claim": EVENT, "verdict": "amended", "amended": {"span": "0-5 other"}}, 422, "not what story"),
        ({"claim": EVENT, "verdict": "amended", "amended": {"span": "9-3 x"}}, 422, "characters"),
        ([], 400, "array"),
        ({"claim": EVIL, "verdict": "right"}, 404, "no claim"),
    ],
)
def test_what_cannot_be_ruled_is_refused_and_nothing_kept(
    client: TestClient, kept: Path, body: object, status: int, said: str
) -> None:
    told = post(client, "/api/rulings", body)
    assert (told.status_code, said in told.json()["error"]) == (status, True), told.text
    assert rulings(kept) == []


def test_other_words_may_be_said_to_tell_it(client: TestClient) -> None:
    story, claims = hindi()
    start = story.text.index("से मुलाक़ात")
    changes = {"span": f"{start}-{start + 13} {story.text[start : start + 13]}"}
    assert post(client, "/api/rulings", {"claim": EVENT, "verdict": "amended", "amended": changes}).status_code == 201
    told = client.get(f"/api/story/{story.id}").json()["claims"]
    spans = {one["claim"]["id"]: one["claim"]["evidence"]["span"] for one in told}
    assert spans[claims.events[0].id] == [start, start + 13]


def test_what_was_said_may_run_on_and_is_then_found_by_all_its_words(client: TestClient, kept: Path) -> None:
    story, claims = hindi()
    statement = claims.statements[0]
    start, end = statement.content.span[0], len(story.text)
    changes = {"content": f"{start}-{end} {story.text[start:end]}"}
    told = post(client, "/api/rulings", {"claim": statement.id, "verdict": "amended", "amended": changes})
    assert told.status_code == 201, told.text
    found = client.get("/api/ask", params={"words": "पोखरा", "kind": "statement"}).json()["answers"]
    assert found[0]["sentence"].endswith("पोखरा गए।")
    assert post(client, "/api/rulings", {"claim": statement.id, "verdict": "withdrawn"}).status_code == 201
    assert client.get("/api/ask", params={"words": "पोखरा", "kind": "statement"}).json()["answers"] == []
    with open_store(kept, write=False) as store:
        assert store.faults() == ()


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": ""},
        {"Authorization": "Bearer wrong-token-of-some-length"},
        {"Authorization": TOKEN},
        {"Authorization": f"Basic {TOKEN}"},
        {"Authorization": "", "Cookie": f"vaarta-session={TOKEN}"},
    ],
)
def test_without_a_right_token_nothing_is_written(client: TestClient, kept: Path, headers: dict[str, str]) -> None:
    told = post(client, "/api/rulings", {"claim": EVENT, "verdict": "wrong"}, **headers)
    assert (told.status_code, told.headers["www-authenticate"]) == (401, "Bearer")
    assert rulings(kept) == []


def test_token_in_the_address_is_no_token(client: TestClient) -> None:
    told = client.post("/api/rulings", params={"token": TOKEN}, json={"claim": EVENT, "verdict": "right"})
    assert told.status_code == 401


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:9000"},
        {"Origin": "http://localhost.evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_other_sites_are_refused(client: TestClient, kept: Path, headers: dict[str, str]) -> None:
    assert post(client, "/api/rulings", {"claim": EVENT, "verdict": "wrong"}, **headers).status_code == 403
    assert rulings(kept) == []
    assert (
        post(client, "/api/rulings", {"claim": EVENT, "verdict": "wrong"}, Origin="http://localhost").status_code == 201
    )


def test_too_many_wrong_tokens_are_refused_for_a_while_right_ones_too(client: TestClient) -> None:
    tries = [post(client, "/api/rulings", {}, Authorization=f"Bearer {n}").status_code for n in range(12)]
    assert tries == [401] * 10 + [429] * 2
    told = post(client, "/api/rulings", {"claim": EVENT, "verdict": "right"})
    assert (told.status_code, told.headers["retry-after"]) == (429, "60")


def test_pace_lets_go_after_its_time_and_keeps_no_more_than_it_must(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vaarta.web.tokens.MOST_SOURCES", 3)
    brief, pace = Pace(1, seconds=0.0), Pace(1)
    brief.count("a")
    pace.count("a")
    assert (brief.full("a"), pace.full("a"), pace.full("b")) == (False, True, False)
    for n in range(10):
        assert not pace.full(str(n))
    assert len(pace._times) == 3


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_only_json_is_taken(client: TestClient, kind: str) -> None:
    told = client.post("/api/rulings", content=b"{}", headers={**AS_ASHA, "Content-Type": kind})
    assert told.status_code == 415


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b'{"claim": "\xed\xa0\x80"}', b"[" * 50_000, b'"x"'])
def test_broken_json_is_told_so(client: TestClient, body: bytes) -> None:
    told = client.post("/api/rulings", content=body, headers={**AS_ASHA, "Content-Type": "application/json"})
    assert told.status_code == 400


@pytest.mark.parametrize("length", ["", "-1", "9" * 30])
def test_huge_bodies_are_not_taken_in(client: TestClient, length: str) -> None:
    def body() -> Any:
        for _ in range(1000):
            yield b" " * 1000

    headers = {**AS_ASHA, "Content-Type": "application/json"} | ({"Content-Length": length} if length else {})
    assert client.post("/api/rulings", content=body(), headers=headers).status_code == 413


@pytest.mark.usefixtures("pipeline")
def test_story_is_read_in_and_it_is_kept_who_did_it(client: TestClient, kept: Path) -> None:
    body = {"text": "India and Nepal met in Pokhara on Monday.", "lang": "en", "headline": EVIL, "id": "new/story"}
    told = post(client, "/api/stories", body)
    assert told.status_code == 201, told.text
    assert (told.json()["story"], told.json()["kept"], told.json()["by"]) == ("new/story", "new", "Asha")
    again = post(client, "/api/stories", body)
    assert (again.status_code, again.json()["kept"]) == (200, "same")
    other = post(client, "/api/stories", body | {"text": "India and Bhutan met in Pokhara on Monday."})
    assert other.status_code == 409
    with open_store(kept, write=False) as store:
        assert store.story("new/story") is not None
        assert store.survey(lambda c: c.execute("SELECT story, record FROM read_in").fetchall())[0][0] == "new/story"
    page = client.get("/story/new%2Fstory")
    assert page.status_code == 200
    assert "<script>alert" not in page.text


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 400),
        ({"text": ""}, 400),
        ({"text": "— …"}, 422),
        ({"text": "x" * 60_001}, 400),
        ({"text": "India met Nepal.", "id": "\x00"}, 400),
        ({"text": "ಕನ್ನಡ " * 40}, 422),
    ],
)
def test_what_is_no_story_is_refused(client: TestClient, kept: Path, body: dict[str, str], status: int) -> None:
    assert post(client, "/api/stories", body).status_code == status
    with open_store(kept, write=False) as store:
        assert store.counts()["story"] == 2


def test_without_tokens_nothing_can_be_written(kept: Path) -> None:
    client = ask_page(kept)
    assert post(client, "/api/rulings", {"claim": EVENT, "verdict": "right"}).status_code in {404, 405}
    assert "/api/rulings" not in client.get("/api/openapi.json").json()["paths"]


def test_document_says_what_may_be_written(client: TestClient) -> None:
    told = client.get("/api/openapi.json").json()
    operation = told["paths"]["/api/rulings"]["post"]
    assert operation["security"] == [{"token": []}]
    assert told["components"]["schemas"]["RulingGiven"]["required"] == ["claim", "verdict"]


def test_token_file_names_people(tmp_path: Path) -> None:
    file = tmp_path / "tokens"
    file.write_text(f"# who may write\nAsha Rao {TOKEN}\n\nआशा another-token-that-is-long\n", encoding="utf-8")
    file.chmod(0o644)
    with pytest.raises(PageError, match="chmod 600"):
        read_tokens(file)
    file.chmod(0o600)
    tokens = read_tokens(file)
    assert (tokens.who(TOKEN), tokens.who("another-token-that-is-long")) == ("Asha Rao", "आशा")
    assert (tokens.who(""), tokens.who(TOKEN[:-1]), tokens.who("टोकन\ud800")) == ("", "", "")
    assert TOKEN not in repr(vars(tokens))


@pytest.mark.parametrize(
    "written", ["", "# none", TOKEN, "Asha short", f"A {TOKEN}\nA {TOKEN}", f"{'x' * 81} {TOKEN}", f"A\u202e {TOKEN}"]
)
def test_token_file_that_cannot_be_right_is_told_without_its_tokens(written: str) -> None:
    with pytest.raises(PageError) as refused:
        parse_tokens(written, "tokens")
    assert TOKEN not in str(refused.value)


def test_session_ends_when_it_is_closed_and_the_oldest_when_there_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vaarta.web.tokens.MOST_SESSIONS", 2)
    sessions = Sessions()
    first, second, third = (sessions.open(name) for name in ("a", "b", "c"))
    found = [session.name for one in (first, second, third) if (session := sessions.find(one))]
    assert found == ["b", "c"]
    sessions.close(third)
    assert sessions.find(third) is None
    monkeypatch.setattr("vaarta.web.tokens.SESSION_S", -1)
    assert sessions.find(sessions.open("d")) is None


def test_who_read_in_what_is_never_changed(kept: Path) -> None:
    story, claims = hindi()
    with open_store(kept) as store:
        assert store.keep(story, claims, ReadIn(story=story.id, by="a", on="2024-05-01")) == "same"
        assert store.survey(lambda c: c.execute("SELECT count(*) FROM read_in").fetchone()) == (0,)

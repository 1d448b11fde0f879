"""`vaarta serve`: really started once, on a free port; and what it says when it cannot."""

import os
import re
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from factories import hindi

from vaarta.cli import main
from vaarta.store import open_store


def _run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    return int(ended.value.code or 0)


def test_serve_answers_and_ends(record: Path) -> None:
    command = [sys.executable, "-m", "vaarta", "serve", str(record), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            said = server.stdout.readline()
            address = re.match(r"http://127\.0\.0\.1:\d+/", said)
            assert address, said
            with urllib.request.urlopen(address[0] + "?lang=hi", timeout=60) as told:
                assert "वार्ता" in told.read().decode()
                assert "server" not in {name.casefold() for name in told.headers}
        finally:
            server.terminate()


def test_port_in_use_is_told_in_one_line(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert _run("serve", record, "--port", taken.getsockname()[1]) == 2
    error = capsys.readouterr().err
    assert "give another --port" in error
    assert error.count("\n") == 1


def test_broken_boundaries_are_told_in_one_line(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.geojson").write_text("{}")
    assert _run("serve", record, "--boundaries", tmp_path / "mine.geojson") == 2
    error = capsys.readouterr().err
    assert "mine.geojson: no GeoJSON" in error
    assert error.count("\n") == 1


def test_no_record_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("serve", tmp_path / "none.db") == 2
    error = capsys.readouterr().err
    assert "none.db: no such record" in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("by_file", [True, False])
def test_who_has_a_token_may_write_and_the_token_is_said_nowhere(
    record: Path, tmp_path: Path, *, by_file: bool
) -> None:
    db, tokens, token = tmp_path / "record.db", tmp_path / "tokens", "asha-has-a-token-of-her-own"
    shutil.copy(record, db)
    tokens.write_text(f"Asha {token}\n")
    tokens.chmod(0o600)
    command = [sys.executable, "-m", "vaarta", "serve", str(db), "--port", "0"]
    command += ["--token-file", str(tokens)] if by_file else []
    env = os.environ | ({} if by_file else {"VAARTA_TOKENS": f"Asha {token}"})
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env) as server:
        assert server.stdout
        said = server.stdout.readline()
        body = f'{{"claim": "{hindi()[1].events[0].id}", "verdict": "wrong"}}'.encode()
        asked = urllib.request.Request(said.split()[0] + "api/rulings", data=body)
        asked.add_header("Content-Type", "application/json")
        try:
            with pytest.raises(urllib.error.HTTPError, match="401"):
                urllib.request.urlopen(asked, timeout=60)
            asked.add_header("Authorization", f"Bearer {token}")
            with urllib.request.urlopen(asked, timeout=60) as told:
                assert told.status == 201
        finally:
            server.terminate()
        assert token not in said + "".join(server.communicate())
    with open_store(db, write=False) as store:
        assert [(one.verdict, one.by) for one in store.rulings()] == [("wrong", "Asha")]


def test_record_that_is_not_there_is_not_made_for_those_who_may_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VAARTA_TOKENS", "Asha asha-has-a-token-of-her-own")
    assert _run("serve", tmp_path / "none.db") == 2
    assert not (tmp_path / "none.db").exists()


def test_token_file_that_is_not_there_is_told_in_one_line(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("serve", record, "--token-file", tmp_path / "none") == 2
    error = capsys.readouterr().err
    assert "secrets.token_urlsafe()" in error
    assert error.count("\n") == 1

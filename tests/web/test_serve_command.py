"""`vaarta serve`: really started once, on a free port; and what it says when it cannot."""

import re
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from vaarta.cli import main


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

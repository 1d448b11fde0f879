"""`vaarta actors`: what it tells, why, and how it refuses."""

import json
from importlib.resources import files

import pytest
from running import run

from vaarta.cli.actors import COUNTRY
from vaarta.recognition import unsaid

TRAINED = files("vaarta") / "models"
needs_pipelines = pytest.mark.skipif(
    not all((TRAINED / lang / "meta.json").is_file() for lang in ("hi", "en")), reason="the pipelines are not there"
)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    assert run("actors", *arguments, "--json") == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@needs_pipelines
def test_a_hindi_phrase_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    (one,) = told(capsys, "अमेरिकी विदेश विभाग के प्रवक्ता नेड प्राइस", "--on", "2023-02-14")
    assert (one["country"], one["sector"], one["name"], one["why"]) == ("USA", "GOV", "नेड प्राइस", "adjective")
    parts = {part["words"]: (part["entry"], part["is"]) for part in one["parts"]}  # type: ignore[attr-defined]
    assert parts["अमेरिकी"] == ("USA", "adjective or people of United States")
    assert parts["विदेश विभाग"][0] == "state-department"
    assert parts["नेड प्राइस"] == ("ned-price", "Ned Price, spokesperson 2021-01-20 to 2023-03-31, so on 2023-02-14")


@needs_pipelines
def test_the_day_decides_which_office(capsys: pytest.CaptureFixture[str]) -> None:
    (one,) = told(capsys, "नेड प्राइस", "--on", "2024-02-14")
    assert (one["country"], one["sector"]) == ("USA", "ELI")


@needs_pipelines
def test_a_name_in_no_list_is_said_to_be_placed_by_its_title(capsys: pytest.CaptureFixture[str]) -> None:
    (one,) = told(capsys, "Kenyan Tourism Minister Amos Kibet")
    assert one["country"] == "KEN"
    assert {part["words"]: part["entry"] for part in one["parts"]}["Amos Kibet"] == ""  # type: ignore[attr-defined]


@needs_pipelines
def test_an_office_is_told_with_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    (one,) = told(capsys, "पाकिस्तान के उप उच्चायुक्त")
    assert "reports to high commissioner" in one["parts"][1]["is"]  # type: ignore[index]


@needs_pipelines
def test_nothing_recognised_is_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "बारिश हुई") == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["चीन", "--on", "14.2.2023"], "is no day; write 2023-02-14"),
        (["चीन", "--on", "2023-02-30"], "is no day"),
        (["…", "--json"], "there is no word in the text"),
        (["चीन", "--lang", "xx"], "no pack for language 'xx'"),
    ],
    ids=["form", "no-such-day", "no-words", "language"],
)
def test_bad_input_is_refused_with_a_remedy(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert run("actors", *arguments) == 2
    assert message in capsys.readouterr().err


def test_every_rule_has_its_words() -> None:
    source = "".join(
        (files("vaarta.recognition") / name).read_text("utf-8") for name in ("unsaid.py", "coreference.py")
    )
    assert unsaid.RULES
    for why in ("about", "abroad", "body", "default", "leader", "list", "office", "owner", "place", "sector", "story"):
        assert f'"{why}"' in source
        assert why in COUNTRY

"""`vaarta train`: what it refuses, and that it says where the pipeline went."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from vaarta.analysis import training
from vaarta.analysis.scoring import Score
from vaarta.analysis.training import Figures, Order
from vaarta.cli import make_app
from vaarta.errors import ModelError


def invoke(*arguments: str) -> str:
    result = CliRunner().invoke(make_app(), ["train", *arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_an_unknown_language_is_told_what_there_is(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no recipe 'ur'"):
        invoke("ur", "--data", str(tmp_path))


def test_a_folder_of_test_data_is_refused(tmp_path: Path) -> None:
    (tmp_path / "hi-test").mkdir()
    with pytest.raises(ModelError, match="test data"):
        invoke("hi", "--data", str(tmp_path / "hi-test"))


def test_open_chooses_the_open_recipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    orders: list[Order] = []

    def train(order: Order, tell: object) -> Figures:  # noqa: ARG001
        orders.append(order)
        return {"hi_pud": {"LAS": Score(3, 4, 4)}}

    monkeypatch.setattr(training, "train_pipeline", train)
    out = tmp_path / "out"
    said = invoke("hi", "--open", "--data", str(tmp_path), "--out", str(out), "--passes", "2", "--seed", "7")
    assert (orders[0].name, orders[0].passes, orders[0].seed, orders[0].out) == ("hi-open", 2, 7, out)
    assert "hi_pud: LAS 75.0" in said
    assert str(out) in said

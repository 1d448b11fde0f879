"""Schemathesis asks the API whatever its OpenAPI document allows, and what it does not: no answer is our fault."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from vaarta.web import make_app, openapi
from vaarta.web.app import DATA, PAGES
from vaarta.web.tokens import Tokens
from vaarta.web.writing import POSTS

pytest.importorskip("pytest_timeout", reason="pytest-timeout is not installed: pip install --group api")
schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed: pip install --group api")

EXAMPLES = int(os.environ.get("API_EXAMPLES", "2"))  # of each kind for each operation; `make test-api` takes 30
OPERATIONS = [(path, method) for path, told in openapi.document(PAGES, DATA, POSTS)["paths"].items() for method in told]
TOKEN = "a-token-for-schemathesis"
# With 30 examples an operation takes a second or two: a minute is a fault, ours or that of schemathesis.
pytestmark = pytest.mark.timeout(60)
MODES = {"allowed": "POSITIVE", "not allowed": "NEGATIVE"}


@pytest.fixture(scope="module")
def api(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The API as its own document describes it; the name that schemathesis asks under is served, as all are."""
    db = tmp_path_factory.mktemp("api") / "record.db"
    shutil.copy(record, db)
    app = make_app(db, host="0.0.0.0", tokens=Tokens({"Asha": TOKEN}))
    return schemathesis.openapi.from_asgi("/api/openapi.json", app)


def _checks() -> list[Any]:
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi import checks

    conform = (checks.status_code_conformance, checks.content_type_conformance, checks.response_schema_conformance)
    return [not_a_server_error, *conform]


@pytest.mark.usefixtures("pipeline")
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_no_answer_is_a_fault(api: Any, path: str, method: str, mode: str) -> None:
    from schemathesis import GenerationMode

    operation = api[path][method]
    wanted = operation.as_strategy(generation_mode=getattr(GenerationMode, MODES[mode]))

    @given(case=wanted)
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: Any) -> None:
        case.call_and_validate(checks=_checks(), headers={"Authorization": f"Bearer {TOKEN}"})

    ask()

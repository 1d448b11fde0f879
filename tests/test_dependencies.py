"""The list of dependencies names all that pyproject.toml asks for, each with a licence."""

import re
import sys
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))
from list_dependencies import KNOWN, closure, direct

ROOT = Path(__file__).parent.parent
ROW = re.compile(r"^\| ([a-z0-9-]+) \| ([^|]*) \| ([^|]*) \|", re.MULTILINE)


def test_every_dependency_is_in_the_list() -> None:
    listed = {name for name, *_ in ROW.findall((ROOT / "docs/dependencies.md").read_text(encoding="utf-8"))}
    asked = {canonicalize_name(Requirement(line).name) for lines in direct().values() for line in lines}
    assert asked <= listed


def test_what_is_installed_with_vaarta_may_be_called_by_it() -> None:
    packages = list(closure(direct()[""]))
    assert len(packages) > 40
    assert [package for package in packages if isinstance(package, str) or not KNOWN.search(package.licence)] == []

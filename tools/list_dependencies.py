"""Lists what Vaarta installs, with versions and licences: `python tools/list_dependencies.py > docs/dependencies.md`.

Reads the metadata of what is installed for the Python that runs it, from what `pyproject.toml` asks for down. Install
the extras to have them in the list. Exit code 1: a licence is not told, or not among those that may be used here.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

__all__ = ["Package", "closure", "direct", "licence"]

PYPROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"
# Licences under which a library may be called by an Apache-2.0 program, by how packages write them.
KNOWN = re.compile(
    r"MIT|BSD|Apache|ISC|MPL|PSF|Python Software Foundation|LGPL|Lesser|Unlicense|Zlib|0BSD|Public Domain",
    re.IGNORECASE,
)
LONGEST = 60  # characters of a licence that is a name, and not its text
HEAD = """# Dependencies

What Vaarta installs with itself and with each extra, down to the last: the versions that it was last tested with, and
their licences as the packages tell them.

    python tools/list_dependencies.py > docs/dependencies.md

makes this page, and fails if a package tells no licence, or none of those that we may call (MIT, BSD, ISC, Apache, MPL,
PSF, LGPL and the like). A test holds that no dependency of `pyproject.toml` is missing here.

**Known vulnerabilities were not looked up.** `pip-audit` was installed and run where this page was made, but neither of
the databases of advisories that it knows (PyPI's own, and OSV) can be reached from there: of all packages it said
"could not be audited". Whether one of these versions has a known vulnerability is therefore not said here. At your
place, in the environment that Vaarta is installed in:

    pip install pip-audit && pip-audit
"""


class Package(NamedTuple):
    """One row of the list; `wanted_by` are those that ask for it, "vaarta" for what it names itself."""

    name: str
    version: str
    licence: str
    wanted_by: tuple[str, ...]


def direct() -> dict[str, list[str]]:
    """What pyproject.toml asks for, by extra; "" is the base install."""
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    return {"": project["dependencies"], **project["optional-dependencies"]}


def closure(asked: list[str]) -> Iterator[Package | str]:
    """The packages asked for and all that they ask for, by name; the name alone of one that is not installed."""
    wanted: dict[str, set[str]] = {}
    found: dict[str, Distribution | None] = {}
    waiting = [(Requirement(line), "vaarta") for line in asked]
    while waiting:
        requirement, by = waiting.pop()
        name = canonicalize_name(requirement.name)
        wanted.setdefault(name, set()).add(by)
        if name in found:
            continue
        try:
            found[name] = distribution(requirement.name)
        except PackageNotFoundError:
            found[name] = None
            continue
        waiting += [(each, name) for each in _asked_by(found[name], requirement.extras)]
    for each, dist in sorted(found.items()):
        yield Package(each, dist.version, licence(dist), tuple(sorted(wanted[each]))) if dist else each


def licence(dist: Distribution) -> str:
    """The licence that a package tells, in the newest way that it tells it; "" if it tells none."""
    told = dist.metadata.json
    classified = [line.rpartition("::")[2].strip() for line in told.get("classifier", []) if "License ::" in line]
    named = str(told.get("license") or "").strip()
    short = named if len(named) <= LONGEST and "\n" not in named else ""
    return str(told.get("license_expression") or "") or ", ".join(classified) or short or _of_text(named)


def _of_text(text: str) -> str:
    """The name at the beginning of a licence's text."""
    first = text.partition("\n")[0]
    return first[:LONGEST] if KNOWN.search(first) else ""


def _asked_by(dist: Distribution | None, extras: set[str]) -> Iterator[Requirement]:
    for line in (dist.requires or []) if dist else []:
        requirement = Requirement(line)
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras or {""}):
            yield requirement


def main() -> int:
    """Print the page."""
    print(HEAD)
    faults, shown = [], set[str]()
    for extra, asked in direct().items():
        if not asked:
            continue
        print(f"## {f'With `vaarta[{extra}]`, beside those above' if extra else 'The base install'}\n")
        print("| package | version | licence | asked for by |\n|---|---|---|---|")
        for package in closure(asked):
            name = package if isinstance(package, str) else package.name
            if name in shown:
                continue
            shown.add(name)
            if isinstance(package, str):
                print(f"| {package} | not installed where this was made | – | vaarta |")
                continue
            print(f"| {package.name} | {package.version} | {package.licence} | {', '.join(package.wanted_by)} |")
            if not KNOWN.search(package.licence):
                faults.append(f"{package.name}: licence {package.licence!r}")
        print()
    print("\n".join(faults), file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())

"""The documentation as a site, in build/site: the pages of the repository, guides, and reference made from the code.

Usage: python tools/site.py (make site). A broken link ends it. What is made fetches nothing from elsewhere.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from vaarta.ontology import load_ontology

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "build/pages"
COPIED = (
    "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "CITATION.cff", "LICENSE", "docs",
    "gold/README.md", "src/vaarta/ontology/places/NOTICE.md",
)  # fmt: skip
CARDS = ("models/hi", "models/en", "models/scores")
MODULES = {
    "vaarta": "read, load, code, open",
    "vaarta.records": "Every record",
    "vaarta.query": "Questions",
    "vaarta.store": "The record as a file",
    "vaarta.packs": "Language packs",
    "vaarta.ontology": "The ontology",
    "vaarta.analysis": "Pipelines",
    "vaarta.resolution": "Links and entries",
    "vaarta.evaluation": "Scores against gold",
    "vaarta.errors": "Errors",
}


def main() -> None:
    """Gather the pages, write the reference, and build."""
    shutil.rmtree(PAGES, ignore_errors=True)
    for name in COPIED:
        copy(ROOT / name, PAGES / name)
    (PAGES / "index.md").write_bytes((PAGES / "README.md").read_bytes())
    (PAGES / "README.md").unlink()
    for name in CARDS:
        copy(ROOT / "src/vaarta" / name / "README.md", PAGES / "cards" / f"{Path(name).name}.md")
    reference = PAGES / "reference"
    reference.mkdir()
    for module, what in MODULES.items():
        (reference / f"{module}.md").write_text(f"# `{module}`: {what}\n\n::: {module}\n", encoding="utf-8")
    (reference / "codes.md").write_text("\n".join(codes()) + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(ROOT / "mkdocs.yml")]
    sys.exit(subprocess.run(command, check=False).returncode)  # noqa: S603 (our own words)


def copy(source: Path, target: Path) -> None:
    """A file, or a folder with all that is in it, at its place among the pages."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    else:
        shutil.copyfile(source, target)


def codes() -> Iterator[str]:
    """The page of codes, in Markdown, from the ontology's own files."""
    ontology = load_ontology()
    yield "# Codes\n\nWhat the ontology holds, written out from its files ([about it](../docs/ontology.md)).\n"
    yield from table(
        "Event types",
        ("type", "what it is", "PLOVER score", "CAMEO"),
        ((name, told.is_, told.score, told.cameo) for name, told in ontology.types.items()),
    )
    yield from table(
        "Modes",
        ("type", "mode", "score"),
        ((name, mode, told.score) for name in ontology.types for mode, told in ontology.modes(name).items()),
    )
    yield from table("Contexts", ("context", "what it is"), ontology.contexts.items())
    yield from table("Sectors", ("sector", "what it is"), ((name, told.is_) for name, told in ontology.sectors.items()))
    yield from table(
        "Engagements",
        ("kind", "what it is", "event"),
        ((name, told.is_, f"{told.type} {told.mode}") for name, told in ontology.engagements.items()),
    )
    yield from table(
        "CAMEO",
        ("code", "label", "Goldstein", "PLOVER"),
        ((name, told.label, told.goldstein, f"{told.type} {told.mode}") for name, told in ontology.cameo.items()),
    )


def table(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """A heading and a table under it, in Markdown."""
    yield f"## {title}\n"
    yield f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}"
    yield from (f"| {' | '.join(str(cell).replace('|', '/').strip() for cell in row)} |" for row in rows)
    yield ""


if __name__ == "__main__":
    main()

"""Whether what we publish installs and runs without the repository: the wheel in an empty environment, then the sdist.

Usage: python tools/check_package.py (make test-package). It says what it did and how large the files are; it ends with
1 at the first thing that is wrong.
"""

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 60 << 20  # bytes a file
STORY = "India summoned Pakistan's deputy high commissioner on Monday over the killing of a soldier.\n"


def main() -> None:
    """Build both, and try each."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        venv.create(place / "env", with_pip=True)
        run(sys.executable, "-m", "build", "--outdir", str(place / "dist"), str(ROOT))
        for built in sorted((place / "dist").iterdir(), key=lambda path: path.suffix != ".whl"):
            size = built.stat().st_size
            print(f"{built.name}: {size / (1 << 20):.1f} MiB")
            if size > LIMIT:
                sys.exit(f"{built.name} is larger than {LIMIT >> 20} MiB")
            try_out(built, place)


def try_out(built: Path, place: Path) -> None:
    """Install one, and have it read, code, keep and answer, far from the repository."""
    scripts = place / "env" / ("Scripts" if os.name == "nt" else "bin")
    # The sdist finds the libraries that the wheel brought; it replaces the wheel itself.
    alone = () if built.suffix == ".whl" else ("--force-reinstall", "--no-deps")
    install = (str(scripts / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*install, *alone, str(built))
    record, story, vaarta = place / f"{built.name}.db", place / "story.txt", str(scripts / "vaarta")
    story.write_text(STORY, encoding="utf-8")
    run(vaarta, "doctor", cwd=place)
    run(vaarta, "keep", str(record), str(story), cwd=place)
    answer = run(vaarta, "ask", str(record), "--between", "IND", "PAK", "--json", cwd=place)
    if not any(json.loads(line)["claim"]["claim"] == "event" for line in answer.splitlines()):
        sys.exit(f"{built.name}: no event was coded in {STORY!r}; told was {answer!r}")
    completed = run(
        vaarta, cwd=place, env={"_VAARTA_COMPLETE": "complete_bash", "COMP_WORDS": "vaarta as", "COMP_CWORD": "1"}
    )
    if completed.split() != ["ask"]:
        sys.exit(f"{built.name}: 'vaarta as' and the tab key gave {completed!r}, not 'ask'")
    print(f"{built.name}: installs, codes, keeps, answers and completes commands")


def run(*command: str, cwd: Path | None = None, env: dict[str, str] | None = None) -> str:
    """What a command prints. Ends the run, with all it said, if it fails; the repository is not on its path."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(command, cwd=cwd, env=clean | (env or {}), capture_output=True, text=True, check=False)  # noqa: S603 (our own words)
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()

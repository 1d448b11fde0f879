"""Codes every gold set beside the repository and prints the table of docs/accuracy.md, in Markdown.

Usage: python tools/measure.py [GOLD_FOLDER]. Without the folder it says so and does nothing.
"""

import re
import subprocess
import sys
from pathlib import Path

DEFAULT = Path(__file__).parent.parent.parent / "shared/gold"
ROWS = ("events type", "events countries", "events sectors", "events mode", "statements", "engagements")
SHARES = ("when", "where (country)", "standing")


def report(gold: Path) -> str:
    """What `vaarta score` prints for a gold file."""
    command = [sys.executable, "-m", "vaarta", "score", str(gold)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 (our own words)


def main() -> None:
    """Print a table a gold file."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    if not folder.is_dir():
        sys.exit(f"{folder}: no gold sets there; nothing measured")
    for gold in sorted(folder.glob("*.jsonl")):
        told = report(gold)
        print(f"### `{gold.name}`\n\n| level | P | R | F1 | right, missed, spurious |\n|---|---|---|---|---|")
        for row in ROWS:
            found = re.search(rf"^{re.escape(row)} +P ([\d.]+) +R ([\d.]+) +F1 ([\d.]+) +\((.*)\)$", told, re.MULTILINE)
            if found:
                counts = re.sub(r" (right|missed|spurious)", "", found[4])
                print(f"| {row} | {found[1]} | {found[2]} | {found[3]} | {counts} |")
        shares = [re.search(rf"^{re.escape(name)} +(\S+ = [\d.]+)$", told, re.MULTILINE) for name in SHARES]
        print("\n" + " · ".join(f"{name} {s[1]}" for name, s in zip(SHARES, shares, strict=True) if s) + "\n")


if __name__ == "__main__":
    main()

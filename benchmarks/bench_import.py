"""How long `import vaarta` takes against `import spacy`: median of several fresh processes of each, in turn.

Usage: python benchmarks/bench_import.py [RUNS]
"""

import statistics
import subprocess
import sys
import time


def seconds(module: str) -> float:
    """Wall time of a fresh interpreter that imports the module."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", f"import {module}"], check=True)  # noqa: S603 (our own words)
    return time.perf_counter() - start


def main() -> None:
    """Print the medians, and their ratio with the bare interpreter's start taken off both."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    times: dict[str, list[float]] = {"sys": [], "vaarta": [], "spacy": []}
    for _ in range(runs):
        for module, found in times.items():
            found.append(seconds(module))
    bare, ours, theirs = (statistics.median(times[m]) for m in ("sys", "vaarta", "spacy"))
    print(f"interpreter {bare:.3f} s · import vaarta {ours:.3f} s · import spacy {theirs:.3f} s ({runs} runs, medians)")
    print(f"vaarta / spacy, interpreter taken off: {(ours - bare) / (theirs - bare):.3f}")


if __name__ == "__main__":
    main()

"""`import vaarta` is light: no spaCy, no HTML parser. How fast it is, benchmarks/bench_import.py shows."""

import subprocess
import sys


def test_import_loads_no_heavy_library() -> None:
    code = "import sys, vaarta; print([m for m in ('spacy', 'lxml', 'trafilatura', 'numpy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_public_names_are_exact() -> None:
    import vaarta

    assert all(hasattr(vaarta, name) for name in vaarta.__all__)

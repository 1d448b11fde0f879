"""How fast and how large the shipped pipelines are, and how good on treebank and names files.

    python benchmarks/bench_models.py hi stories.jsonl            speed over the texts, load time, size
    python benchmarks/bench_models.py hi stories.jsonl --data DIR  and the scores on DIR's test parts

Time is processor time of one thread, so that a busy machine does not show.
"""

import argparse
import gzip
import json
import os
import resource
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

    from vaarta.analysis.corpora import Recipe

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ.setdefault(threads, "1")


def texts(path: Path, count: int) -> Iterator[str]:
    """The first texts of a JSON Lines file, gzipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in islice(lines, count):
            yield str(json.loads(line)["text"])


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lang")
    parser.add_argument("stories", type=Path)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--data", type=Path, help="folder of treebanks and names, for scores")
    parser.add_argument("--part", default="test", choices=("dev", "test"))
    given = parser.parse_args()

    from vaarta.analysis import analyse, load

    began = time.process_time()
    nlp = load(given.lang)
    folder = Path(str(nlp.path))
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    print(f"{folder.name}: {size / 1e6:.1f} MB, imported and loaded in {time.process_time() - began:.2f} s")
    told = list(texts(given.stories, given.count))
    began = time.process_time()
    words = sum(len(doc) for doc in analyse(told, nlp))
    spent = time.process_time() - began
    print(f"{words} words of {len(told)} stories in {spent:.1f} s: {words / spent:.0f} words a second on one core")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of the process, one batch of parses kept at a time: {peak:.0f} MB")
    if given.data:
        from vaarta.analysis.corpora import read_recipe
        from vaarta.analysis.training import score_pipeline

        recipe = read_recipe(given.lang)
        for part, scores in score_pipeline(nlp, recipe, given.data, given.part).items():
            shown = (f"{what} {score.f:.1f} ({score.gold})" for what, score in scores.items())
            print(f"{part}: {', '.join(shown)}")
        if recipe.folded:
            print_respelled(nlp, recipe, given.data, given.part)


def print_respelled(nlp: "Language", recipe: "Recipe", data: Path, part: str) -> None:
    """How much accuracy falls when every word is spelled the other way: no nukta, half nasals for dots and back."""
    from vaarta.analysis.corpora import sentences
    from vaarta.analysis.noise import respelled
    from vaarta.analysis.scoring import score_trees

    for treebank, (_, group) in zip(recipe.treebanks, sentences(recipe, data, part), strict=True):
        as_written, otherwise = (score_trees(nlp, some) for some in (group, [respelled(s) for s in group]))
        changed = sum(a.form != b.form for s in group for a, b in zip(s.words, respelled(s).words, strict=True))
        shown = (
            f"{what} {as_written[what].f:.2f} → {otherwise[what].f:.2f}" for what in ("UPOS", "UAS", "LAS", "core")
        )
        print(f"{treebank.name}, {changed} words respelled: {', '.join(shown)}")


if __name__ == "__main__":
    main()

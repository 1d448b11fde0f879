"""A treebank of our own making for tests: four shapes of sentence with changing words."""

import gzip
from itertools import product
from pathlib import Path

PEOPLE = ("राम", "सीता", "मोहन", "गीता", "नेड", "कमला")
TOWNS = ("दिल्ली", "मास्को", "ढाका", "काबुल")
SHAPES = {
    "told": "{0}/{0}/PROPN/4/nsubj ने/ने/ADP/1/case {1}/{1}/PROPN/4/obl कहा/कहना/VERB/0/root ।/।/PUNCT/4/punct",
    "went": "{0}/{0}/PROPN/3/nsubj {1}/{1}/PROPN/3/obl गए/जाना/VERB/0/root ।/।/PUNCT/3/punct",
}


def sentence(number: int, shape: str, *names: str) -> str:
    """One sentence in CoNLL-U."""
    rows = [f"# sent_id = {shape}-{number}"]
    for place, word in enumerate(SHAPES[shape].format(*names).split(" "), 1):
        form, lemma, upos, head, dep = word.split("/")
        rows.append("\t".join([str(place), form, lemma, upos, upos[:2], "_", head, dep, "_", "_"]))
    return "\n".join(rows) + "\n\n"


def write_treebank(folder: Path) -> None:
    """Write tiny-train, tiny-dev and tiny-test, and names.tsv-like BIO files, into the folder."""
    pairs = list(product(PEOPLE, TOWNS))
    parts = {"train": pairs[:18], "dev": pairs[18:21], "test": pairs[21:]}
    for part, some in parts.items():
        text = "".join(sentence(n, shape, *names) for n, names in enumerate(some) for shape in SHAPES)
        with gzip.open(folder / f"tiny-{part}.conllu.gz", "wt", encoding="utf-8") as file:
            file.write(text)
        names = "".join(f"{person}\tB-NEP\nने\tO\n{town}\tB-NEL\nकहा\tO\n।\tO\n\n" for person, town in some)
        (folder / f"tiny-names-{part}.txt").write_text(names, encoding="utf-8")

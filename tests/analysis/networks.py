"""A small network with random weights: what it says is nonsense, but well formed."""

from typing import Any

import numpy as np

from vaarta.analysis.network import Labels, Network, Shapes

SHAPES = Shapes(static=4, learned=3, character=2, windows=((2, 3), (3, 2)), longest=6, hidden=5, arc=4, relation=3)


def random_network(seed: int = 0) -> Network:
    """A network for Hindi words of any kind."""
    labels = Labels(
        shapes=SHAPES,
        static=["कहा", "दिल्ली"],
        learned=["ने", "कहा", "।"],
        characters=list("कखगतनमरल"),
        tags={
            "UPOS": ["AUX", "NOUN", "PROPN", "PUNCT", "VERB"],
            "XPOS": ["NN", "NNC", "NNP", "VM"],
            "FEATS": ["", "Case=Nom|Number=Sing"],
            "dep": ["ROOT", "aux:pass", "nsubj", "obj", "punct"],
        },
        names=["O", "B-LOC", "I-LOC", "E-LOC", "S-LOC"],
        folded=True,
    )
    chance = np.random.default_rng(seed)

    def drawn(*shape: int) -> Any:
        return chance.normal(size=shape).astype(np.float32)

    wide, gates, tags = 2 * SHAPES.hidden, 4 * SHAPES.hidden, len(labels.names)
    weights: dict[str, Any] = {
        "static": chance.integers(-127, 127, size=(3, SHAPES.static)).astype(np.int8),
        "static.scale": np.full(3, 0.01, dtype=np.float32),
        "learned": drawn(4, SHAPES.learned),
        "characters": drawn(len(labels.characters) + 4, SHAPES.character),
        "root": drawn(wide),
        "arc.score": drawn(SHAPES.arc + 1, SHAPES.arc),
        "relation.score": drawn(5, SHAPES.relation + 1, SHAPES.relation + 1),
        "transitions": drawn(tags, tags),
    }
    for number, (window, filters) in enumerate(SHAPES.windows):
        weights[f"windows.{number}.weight"] = drawn(filters, SHAPES.character, window)
        weights[f"windows.{number}.bias"] = drawn(filters)
    for number in range(SHAPES.layers):
        for way in ("onward", "backward"):
            stem = f"layers.{number}.{way}"
            weights[f"{stem}.input"] = drawn(gates, wide if number else SHAPES.word)
            weights[f"{stem}.recurrent"] = drawn(gates, SHAPES.hidden)
            weights[f"{stem}.bias"] = drawn(gates)
    sizes = {"names": tags, **{f"tags.{kind}": len(labels.tags[kind]) for kind in ("UPOS", "XPOS", "FEATS")}}
    sizes |= {
        f"{kind}.{side}": size
        for kind, size in (("arc", SHAPES.arc), ("relation", SHAPES.relation))
        for side in ("own", "head")
    }
    for name, size in sizes.items():
        weights[f"{name}.weight"], weights[f"{name}.bias"] = drawn(size, wide), drawn(size)
    return Network(labels, weights)

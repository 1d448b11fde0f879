"""Parts of speech agree with each other and with the tree."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import random_network

from vaarta.analysis.agreement import Agreement
from vaarta.analysis.network import Spelled

LABELS: dict[str, list[str]] = {
    "UPOS": ["ADJ", "AUX", "NOUN", "PROPN", "VERB"],
    "XPOS": ["JJ", "NN", "NNC", "NNP", "NNPC"],
    "FEATS": ["", "Case=Nom"],
    "dep": ["aux", "aux:pass", "cop", "nsubj"],
}


def told(upos: list[float], xpos: list[float]) -> str:
    """The UPOS of one word of which those shares are said."""
    scores = {"UPOS": upos, "XPOS": xpos, "FEATS": [0.5, 0.5]}
    tags = Agreement(LABELS).tags({kind: np.log(np.array([of], dtype=np.float32)) for kind, of in scores.items()})
    assert tags["XPOS"].tolist() == [int(np.argmax(xpos))]
    return LABELS["UPOS"][int(tags["UPOS"][0])]


def test_a_noun_is_proper_where_the_surer_of_the_two_says_so() -> None:
    assert told([0.01, 0.01, 0.50, 0.47, 0.01], [0.01, 0.05, 0.04, 0.70, 0.20]) == "PROPN"
    assert told([0.01, 0.01, 0.10, 0.87, 0.01], [0.01, 0.50, 0.04, 0.25, 0.20]) == "PROPN"
    assert told([0.01, 0.01, 0.90, 0.07, 0.01], [0.01, 0.20, 0.14, 0.60, 0.05]) == "NOUN"


def test_tags_of_one_kind_add_up() -> None:
    assert told([0.01, 0.01, 0.50, 0.47, 0.01], [0.01, 0.39, 0.01, 0.30, 0.29]) == "PROPN"


def test_what_is_no_noun_stays_so() -> None:
    assert told([0.58, 0.01, 0.20, 0.20, 0.01], [0.10, 0.10, 0.10, 0.60, 0.10]) == "ADJ"


def test_labels_without_proper_nouns_are_left_as_scored() -> None:
    labels = LABELS | {"XPOS": ["NN", "VM"], "UPOS": ["NOUN", "VERB"]}
    scores = {"UPOS": [[0.2, 0.1]], "XPOS": [[0.1, 0.9]], "FEATS": [[0.0, 1.0]]}
    agreement = Agreement(labels)
    tags = agreement.tags({kind: np.array(of, dtype=np.float32) for kind, of in scores.items()})
    assert [int(tags[kind][0]) for kind in ("UPOS", "XPOS", "FEATS")] == [0, 1, 1]
    agreement.settle(tags, np.array([0]))
    assert tags["UPOS"].tolist() == [0]


def test_auxiliaries_and_copulas_are_aux() -> None:
    tags = {"UPOS": np.array([4, 4, 0, 4])}
    Agreement(LABELS).settle(tags, np.array([0, 1, 2, 3]))
    assert [LABELS["UPOS"][tag] for tag in tags["UPOS"]] == ["AUX", "AUX", "AUX", "VERB"]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.lists(st.sampled_from(["कहा", "नमन", "दिल्ली", "ने", "।", "करम"]), min_size=1))
def test_the_network_makes_auxiliaries_aux(seed: int, words: list[str]) -> None:
    network = random_network(seed)
    tags = network.labels.tags
    read = network.read([[Spelled.of(word, word, folded=True) for word in words]])[0]
    auxiliary = read.relations == tags["dep"].index("aux:pass")
    assert set(read.tags["UPOS"][auxiliary]) <= {tags["UPOS"].index("AUX")}

"""Universal parts of speech from all that is said of a word: their own scores, those of XPOS, and the tree.

Both tag sets, HDTB's and Penn's, call proper nouns NNP… and common ones NN…: UPOS and XPOS are asked together which of
the two a noun is. In UD an auxiliary or copula is AUX whatever else is said of it, so the tree settles that.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

__all__ = ["Agreement"]

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]

AUXILIARY = frozenset({"aux", "cop"})
PROPER, COMMON = "NNP", "NN"  # how XPOS of proper and of all nouns begin


class Agreement:
    """What the labels of a network have in common, by their numbers."""

    def __init__(self, labels: Mapping[str, Sequence[str]]) -> None:
        upos = {label: number for number, label in enumerate(labels["UPOS"])}
        nouns = [(label, number) for number, label in enumerate(labels["XPOS"]) if label.startswith(COMMON)]
        common = [number for label, number in nouns if not label.startswith(PROPER)]
        proper = [number for label, number in nouns if label.startswith(PROPER)]
        self.xpos = (common, proper)
        self.upos = [upos[label] for label in ("NOUN", "PROPN") if label in upos] if common and proper else []
        self.auxiliary = upos.get("AUX")
        self.relations = np.array([label.split(":")[0] in AUXILIARY for label in labels["dep"]], dtype=np.bool_)

    def tags(self, scores: Mapping[str, Floats]) -> dict[str, Numbers]:
        """The best label of each kind for each word; the UPOS of nouns is by both, UPOS and XPOS."""
        best: dict[str, Numbers] = {kind: of.argmax(axis=1) for kind, of in scores.items()}
        if len(self.upos) == len(self.xpos):
            nouns = np.isin(best["UPOS"], self.upos)
            upos, xpos = scores["UPOS"][nouns], scores["XPOS"][nouns]
            both = [upos[:, own] + logarithm(xpos[:, of]) for own, of in zip(self.upos, self.xpos, strict=True)]
            proper = both[1] > both[0]
            best["UPOS"][nouns] = np.where(proper, self.upos[1], self.upos[0])
        return best

    def settle(self, tags: Mapping[str, Numbers], relations: Numbers) -> None:
        """Make AUX of the words whose relation in the tree none but an auxiliary has."""
        if self.auxiliary is not None:
            tags["UPOS"][self.relations[relations]] = self.auxiliary


def logarithm(scores: Floats) -> Floats:
    """The logarithm of the sum of what the scores are logarithms of, word by word."""
    most = scores.max(axis=1)
    total: Floats = most + np.log(np.exp(scores - most[:, None]).sum(axis=1))
    return total

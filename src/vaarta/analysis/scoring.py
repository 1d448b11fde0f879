"""How good a pipeline is on treebank and names files: gold tokens and sentence bounds, everything else predicted."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from vaarta.analysis.treebanks import Sentence

__all__ = ["Score", "score_names", "score_trees"]

CORE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl"})


class Score(NamedTuple):
    """Counts of right, predicted and gold things, as percentages."""

    right: int
    predicted: int
    gold: int

    @property
    def f(self) -> float:
        """F1 in 0-100; accuracy where as many are predicted as gold. 0.0 if there is nothing."""
        both = self.predicted + self.gold
        return round(200 * self.right / both, 2) if both else 0.0


def predicted(nlp: Language, sentences: list[Sentence]) -> Iterable[tuple[Sentence, Doc]]:
    """Each sentence with what the pipeline makes of its words, as one sentence."""
    kept = [pipe for pipe in nlp.pipe_names if pipe != "vaarta_sentences"]

    def blank(sentence: Sentence) -> Doc:
        words = sentence.words
        starts = [index == 0 for index in range(len(words))]
        return Doc(nlp.vocab, words=[w.form for w in words], spaces=[w.space for w in words], sent_starts=starts)  # type: ignore[arg-type]

    with nlp.select_pipes(enable=kept):
        yield from zip(sentences, nlp.pipe(map(blank, sentences), batch_size=64), strict=True)


def score_trees(nlp: Language, sentences: list[Sentence], fold: Callable[[str], str] = str) -> dict[str, Score]:
    """UPOS, XPOS, FEATS, lemma (compared folded), UAS, LAS, arguments of verbs together ("core") and each relation."""
    counts: dict[str, Counter[str]] = {"right": Counter(), "predicted": Counter(), "gold": Counter()}

    def tell(what: str, right: bool, predicted: bool = True, gold: bool = True) -> None:  # noqa: FBT001, FBT002
        for kind, true in (("right", right), ("predicted", predicted), ("gold", gold)):
            counts[kind][what] += true

    for sentence, doc in predicted(nlp, sentences):
        for word, token in zip(sentence.words, doc, strict=True):
            tell("UPOS", token.pos_ == word.upos)
            if word.xpos:
                tell("XPOS", token.tag_ == word.xpos)
            # Treebanks and spaCy put features in different orders.
            tell("FEATS", set(str(token.morph).split("|")) == set(word.feats.split("|")))
            tell("lemma", fold(token.lemma_) == fold(word.lemma))
            head = token.head.i == word.head
            tell("UAS", head)
            tell("LAS", head and token.dep_ == word.dep)
            for dep in {word.dep, token.dep_}:
                tell(f"dep {dep}", head and token.dep_ == word.dep, token.dep_ == dep, word.dep == dep)
            core = token.dep_ in CORE, word.dep in CORE
            tell("core", head and token.dep_ == word.dep and core[0], *core)
    return totals(counts)


def score_names(nlp: Language, sentences: list[Sentence]) -> dict[str, Score]:
    """Exact spans and labels: all, PER with LOC and ORG ("names"), and each label."""
    counts: dict[str, Counter[str]] = {"right": Counter(), "predicted": Counter(), "gold": Counter()}
    for sentence, doc in predicted(nlp, sentences):
        gold = set(sentence.entities)
        found = {(ent.start, ent.end, ent.label_) for ent in doc.ents}
        for kind, spans in (("right", gold & found), ("predicted", found), ("gold", gold)):
            for span in spans:
                counts[kind]["all"] += 1
                counts[kind][span[2]] += 1
                counts[kind]["names"] += span[2] in {"PER", "LOC", "ORG"}
    return totals(counts)


def totals(counts: dict[str, Counter[str]]) -> dict[str, Score]:
    """A score for each thing counted."""
    keys = sorted({*counts["predicted"], *counts["gold"]})
    return {key: Score(counts["right"][key], counts["predicted"][key], counts["gold"][key]) for key in keys}

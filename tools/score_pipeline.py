"""Scores a pipeline that a user brings on a CoNLL-U file, with gold words and sentences: as it is, and fitted to ours.

    python tools/score_pipeline.py en en_core_web_sm en_ewt-dev.conllu.gz

Not for parsers that are tokenizers (spacy-udpipe, spacy-stanza): they take no words from others.
"""

import argparse
from pathlib import Path

import spacy
from spacy.language import Language

from vaarta.analysis import load
from vaarta.analysis.scoring import score_trees
from vaarta.analysis.treebanks import Sentence, read_conllu

SHOWN = ("UPOS", "lemma", "UAS", "LAS", "core", "dep nsubj", "dep nsubj:pass", "dep obj", "dep iobj", "dep obl")


def say(name: str, nlp: Language, sentences: list[Sentence]) -> None:
    """Print the scores of a pipeline in one line."""
    scores = score_trees(nlp, sentences, str.lower)
    figures = (f"{what.removeprefix('dep ')} {scores[what].f:.1f}" for what in SHOWN if what in scores)
    print(f"{name}: {', '.join(figures)}")


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lang")
    parser.add_argument("pipeline")
    parser.add_argument("treebank", type=Path)
    given = parser.parse_args()
    sentences = list(read_conllu(given.treebank))
    print(f"{len(sentences)} sentences, {sum(len(sentence.words) for sentence in sentences)} words")
    say("ours", load(given.lang), sentences)
    say("as it is", spacy.load(given.pipeline), sentences)
    say("fitted", load(given.lang, given.pipeline), sentences)


if __name__ == "__main__":
    main()

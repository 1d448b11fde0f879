"""Scores the pipelines on our own hand-checked sentences: `python tools/score_conformance.py [--misses] [LANG …]`.

The sentences are tests/analysis/conformance/LANG.conllu, a dozen or more of each kind of construction news is hard by.
Prints, for each kind and for all: sentences, UAS, LAS, F1 of arguments (head and label of nsubj, nsubj:pass, obj, iobj,
obl), of light verbs' hosts and of relative clauses. With --misses, also each wrong argument: what it should be, what it
was parsed as. `--pipeline` scores another spaCy pipeline, a name or a folder.
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Token

from vaarta import analysis
from vaarta.analysis.hindi import fold
from vaarta.analysis.scoring import CORE, Score, predicted, score_trees
from vaarta.analysis.treebanks import Sentence, Word, read_conllu

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "analysis" / "conformance"
COLUMNS = {"UAS": "UAS", "LAS": "LAS", "core": "core", "lvc": "dep compound:lvc", "relcl": "dep acl:relcl"}
KIND = re.compile(r"^# sent_id = (?P<id>.+)\n# kind = (?P<kind>.+)$", re.MULTILINE)


def by_kind(path: Path) -> dict[str, list[Sentence]]:
    """The sentences of a file under their kinds, in the file's order."""
    kinds = {match["id"]: match["kind"] for match in KIND.finditer(path.read_text(encoding="utf-8"))}
    found: dict[str, list[Sentence]] = {}
    for sentence in read_conllu(path):
        found.setdefault(kinds[sentence.id], []).append(sentence)
    return found


def row(name: str, sentences: list[Sentence], nlp: Language) -> str:
    """A line of the table. A dash where neither gold nor parse has the relation."""
    scores = score_trees(nlp, sentences, fold)
    cells = [shown(scores.get(key)) for key in COLUMNS.values()]
    return f"{name:<28}{len(sentences):>5}" + "".join(f"{cell:>8}" for cell in cells)


def shown(score: Score | None) -> str:
    """The F1, or a dash."""
    return f"{score.f:.1f}" if score else "–"


def misses(sentences: list[Sentence], nlp: Language) -> Iterator[str]:
    """Each wrong argument under its sentence."""
    for sentence, doc in predicted(nlp, sentences):
        pairs = zip(sentence.words, doc, strict=True)
        wrong = [told(word, token, sentence) for word, token in pairs if is_miss(word, token)]
        if wrong:
            yield f"{sentence.id}  {doc.text}"
            yield from wrong


def is_miss(word: Word, token: Token) -> bool:
    """Whether an argument, in gold or parse, has another head or label there."""
    return bool({word.dep, token.dep_} & CORE) and (token.head.i != word.head or token.dep_ != word.dep)


def told(word: Word, token: Token, sentence: Sentence) -> str:
    """One wrong argument in words."""
    right, found = f"{word.dep} of {sentence.words[word.head].form}", f"{token.dep_} of {token.head.text}"
    return f"    {word.form}: {right}, parsed {found}"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("languages", nargs="*", default=["hi", "en"])
    parser.add_argument("--misses", action="store_true", help="print wrong arguments, too")
    parser.add_argument("--pipeline", help="another pipeline than the shipped one")
    asked = parser.parse_args()
    for lang in asked.languages:
        path = FOLDER / f"{lang}.conllu"
        if not path.is_file():
            print(f"{path.name}: not written yet")
            continue
        nlp, kinds = analysis.load(lang, asked.pipeline), by_kind(path)
        everything = [sentence for sentences in kinds.values() for sentence in sentences]
        print(f"{lang:<28}{'n':>5}" + "".join(f"{name:>8}" for name in COLUMNS))
        for kind, sentences in kinds.items():
            print(row(kind, sentences, nlp))
        print(row("all", everything, nlp))
        if asked.misses:
            print("\n".join(misses(everything, nlp)))


if __name__ == "__main__":
    main()

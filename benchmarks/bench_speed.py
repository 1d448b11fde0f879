"""Sentences a processor second, whole and by stage, over a corpus; and a UDPipe pipeline measured the same way.

Usage: python benchmarks/bench_speed.py SOURCE [--stories N] [--every K] [--udpipe MODEL]
       python benchmarks/bench_speed.py --train TREEBANK --udpipe MODEL [--sentences N]

SOURCE is whatever `vaarta read` reads, all of one language; of its stories every K-th is taken, from the start again
if there are fewer than N. Each system has a process of its own, one core and one thread; a small run is not counted.
Sentences are those that Vaarta cuts, for both, so that both figures are of the same text. The stories are not held:
ten rows tell how the pace and the memory go on. UDPipe reads, cuts, tags and parses; what a dictionary coder costs on
top is in docs/speed.md. The second form trains UDPipe's model (its published settings for size, but few rounds: how
fast it is does not hang on how long it learned).
"""

import argparse
import gzip
import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from bench_pipeline import one_core, peak

from vaarta import packs
from vaarta.records import Story
from vaarta.text import words

Made = TypeVar("Made")

WARM, BATCH, ROWS = 64, 32, 10
STAGES = ("read", "parse", "recognise", "code")
TOKENIZER = "epochs=1;batch_size=50;dimension=24"
TAGGER = (
    "models=2;templates_1=tagger;guesser_suffix_rules_1=8;guesser_enrich_dictionary_1=6;use_lemma_1=0;use_xpostag_1=1;"
    "use_feats_1=1;provide_lemma_1=0;provide_xpostag_1=1;provide_feats_1=1;iterations_1=1;templates_2=lemmatizer;"
    "guesser_suffix_rules_2=6;guesser_enrich_dictionary_2=4;guesser_prefixes_max_2=4;use_lemma_2=1;use_xpostag_2=0;"
    "use_feats_2=0;provide_lemma_2=1;provide_xpostag_2=0;provide_feats_2=0;iterations_2=1"
)
PARSER = (
    "iterations=1;embedding_upostag=20;embedding_feats=20;embedding_xpostag=0;embedding_form=50;embedding_deprel=20;"
    "hidden_layer=200;batch_size=10;transition_system=projective;transition_oracle=static;structured_interval=0;"
    "use_gold_tags=1"
)


class Clock:
    """Processor seconds by stage."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(STAGES, 0.0)

    def time(self, stage: str, work: Callable[[], Made]) -> Made:
        """What the work makes; its seconds are added to the stage."""
        start = time.process_time()
        made = work()
        self.seconds[stage] += time.process_time() - start
        return made


def taken(source: str, number: int, every: int) -> Iterator[Story]:
    """So many stories of the source, every so manieth, from the start again when it ends."""
    from vaarta.reading import read

    def again() -> Iterator[Story]:
        while True:
            stories = (item for item in read(source) if isinstance(item, Story))
            yield from itertools.islice(stories, 0, None, every)

    return itertools.islice(again(), number)


def run_vaarta(stories: Iterator[Story], number: int) -> dict[str, Any]:
    """What Vaarta needs for the stories, by stage, and how it goes on."""
    from vaarta.analysis import analyse, load
    from vaarta.coding import code
    from vaarta.recognition import recognise

    clock, claims, counts = Clock(), 0, [0, 0, 0]
    rows: list[list[float]] = []
    while batch := clock.time("read", lambda: list(itertools.islice(stories, BATCH))):
        nlp, pack = load(batch[0].lang), packs.load(batch[0].lang)
        docs = clock.time("parse", lambda: list(analyse([s.text for s in batch], nlp)))  # noqa: B023 - called at once
        for story, doc in zip(batch, docs, strict=True):
            mentions = clock.time("recognise", lambda: recognise(doc, story=story, pack=pack))  # noqa: B023
            coded = clock.time("code", lambda: code(doc, story=story, pack=pack, mentions=mentions))  # noqa: B023
            claims += len(coded.events) + len(coded.statements) + len(coded.engagements) + len(coded.tenures)
            told = (len(list(doc.sents)), sum(1 for _ in words(story.text)))
            counts = [counts[0] + 1, counts[1] + told[0], counts[2] + told[1]]
        if counts[0] >= (len(rows) + 1) * number / ROWS:
            rows.append([*counts, sum(clock.seconds.values()), peak()])
    return {"seconds": clock.seconds, "counts": counts, "claims": claims, "rows": rows, "peak": peak()}


def run_udpipe(stories: Iterator[Story], model: Path) -> dict[str, Any]:
    """What UDPipe needs to cut, tag and parse the stories' texts."""
    from ufal.udpipe import Model, ProcessingError, Sentence

    loaded, clock, sentences = Model.load(str(model)), Clock(), 0

    def parsed(text: str) -> int:
        tokenizer, error, found = loaded.newTokenizer(Model.DEFAULT), ProcessingError(), 0
        tokenizer.setText(text)
        sentence = Sentence()
        while tokenizer.nextSentence(sentence, error):
            loaded.tag(sentence, Model.DEFAULT)
            loaded.parse(sentence, Model.DEFAULT)
            found, sentence = found + 1, Sentence()
        return found

    while batch := clock.time("read", lambda: list(itertools.islice(stories, BATCH))):
        sentences += clock.time("parse", lambda: sum(parsed(story.text) for story in batch))
    return {"seconds": clock.seconds, "sentences": sentences, "peak": peak()}


def train(treebank: Path, model: Path, number: int) -> None:
    """Write a UDPipe model of the first sentences of a treebank."""
    from ufal.udpipe import InputFormat, ProcessingError, Sentence, Sentences, Trainer

    stored = treebank.read_bytes()
    text = (gzip.decompress(stored) if treebank.suffix == ".gz" else stored).decode()
    reader, error, found, sentence = InputFormat.newInputFormat("conllu"), ProcessingError(), Sentences(), Sentence()
    reader.setText(text)
    while len(found) < number and reader.nextSentence(sentence, error):
        found.append(sentence)
        sentence = Sentence()
    trained = Trainer.train("morphodita_parsito", found, Sentences(), TOKENIZER, TAGGER, PARSER, error)
    if error.occurred():
        sys.exit(error.message)
    model.write_bytes(trained)


def child(asked: argparse.Namespace) -> None:
    """One system's run, in this process; its figures as JSON on the last line."""
    one_core()

    def stories(number: int) -> Iterator[Story]:
        return taken(asked.source, number, asked.every)

    if asked.only == "udpipe":
        run_udpipe(stories(WARM), asked.udpipe)
        told = run_udpipe(stories(asked.stories), asked.udpipe)
    else:
        run_vaarta(stories(WARM), WARM)
        told = run_vaarta(stories(asked.stories), asked.stories)
    print(json.dumps(told))


def ran(system: str) -> dict[str, Any]:
    """The figures of a system's run in a process of its own, with one thread for its sums."""
    one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
    command = [sys.executable, __file__, *sys.argv[1:], "--only", system]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=os.environ | one)  # noqa: S603
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def report(asked: argparse.Namespace) -> None:
    """Run what is asked for and print the tables."""
    told = ran("vaarta")
    stories, sentences, count = told["counts"]
    whole = sum(told["seconds"].values())
    print(f"{stories} stories, {sentences} sentences, {count} words, {told['claims']} claims")
    print(f"{'stage':12}{'sentences/s':>12}{'words/s':>10}{'share':>8}")
    for stage, seconds in [*told["seconds"].items(), ("all", whole)]:
        print(f"{stage:12}{sentences / seconds:12.0f}{count / seconds:10.0f}{100 * seconds / whole:7.0f}%")
    print(f"peak memory {told['peak']:.0f} MiB\n\n{'stories':>8}{'sentences/s':>13}{'MiB':>7}  of each tenth")
    before = [0.0] * 5
    for row in told["rows"]:
        print(f"{row[0]:8}{(row[1] - before[1]) / (row[3] - before[3]):13.0f}{row[4]:7.0f}")
        before = row
    if asked.udpipe:
        other = ran("udpipe")
        seconds = other["seconds"]["parse"]
        print(f"\nUDPipe: {sentences / seconds:.0f} sentences/s of the same text ({other['sentences']} as it cuts),")
        print(f"{count / seconds:.0f} words/s, peak memory {other['peak']:.0f} MiB")


def main() -> None:
    """Train UDPipe's model, or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", default="")
    parser.add_argument("--stories", type=int, default=500)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--udpipe", type=Path)
    parser.add_argument("--train", type=Path)
    parser.add_argument("--sentences", type=int, default=1000)
    parser.add_argument("--only", choices=["vaarta", "udpipe"], help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.train and asked.udpipe:
        train(asked.train, asked.udpipe, asked.sentences)
    elif asked.source:
        child(asked) if asked.only else report(asked)
    else:
        parser.error("name a SOURCE to measure, or --train TREEBANK with --udpipe MODEL")


if __name__ == "__main__":
    main()

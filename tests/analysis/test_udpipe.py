"""Another real parser: a small UDPipe model, trained here on our own sentences, brought in by spacy-udpipe.

It is trained on light verbs as published treebanks have them (`compound`), so that the whole way is gone: its text, its
sentences, its scheme, and what is coded.
"""

from pathlib import Path

import pytest
import spacy_udpipe
from spacy.language import Language
from ufal.udpipe import InputFormat, ProcessingError, Sentence, Sentences, Trainer

import vaarta
from vaarta import packs
from vaarta.analysis import load
from vaarta.records import Claims, Story
from vaarta.testing import make_story, summary

SENTENCES = 160
TOKENIZER = "epochs=1;batch_size=20"
TAGGER = "iterations=3;guesser_suffix_rules=4"
PARSER = (
    "iterations=4;hidden_layer=30;embedding_upostag=10;embedding_form=10;embedding_deprel=10;embedding_feats=0;"
    "structured_interval=0;transition_oracle=static;use_gold_tags=1"
)
TEXT = "सीमा विवाद\n\nजापान ने चीन की निंदा की।  भारत ने पाकिस्तान के राजदूत को तलब किया।\n"


def treebank() -> Sentences:
    """Our hand-checked Hindi sentences, light verbs' nouns called `compound`."""
    text = (packs.load("hi").folder / "parses.conllu").read_text(encoding="utf-8").replace("compound:lvc", "compound")
    reader, error, found = InputFormat.newInputFormat("conllu"), ProcessingError(), Sentences()
    reader.setText(text)
    sentence = Sentence()
    while len(found) < SENTENCES and reader.nextSentence(sentence, error):
        sentence.words[len(sentence.words) - 1].misc = ""  # a blank follows: sentences stand in a row in stories
        found.append(sentence)
        sentence = Sentence()
    assert not error.occurred(), error.message
    return found


@pytest.fixture(scope="module")
def nlp(tmp_path_factory: pytest.TempPathFactory) -> Language:
    """The trained model as spacy-udpipe loads it, brought to Vaarta by a function of the user's."""
    error = ProcessingError()
    model = Trainer.train("morphodita_parsito", treebank(), Sentences(), TOKENIZER, TAGGER, PARSER, error)
    assert not error.occurred(), error.message
    path = Path(tmp_path_factory.mktemp("udpipe")) / "hi.udpipe"
    path.write_bytes(model)
    return load("hi", lambda lang: spacy_udpipe.load_from_path(lang, str(path)))


@pytest.fixture(scope="module")
def coded(nlp: Language) -> tuple[Story, Claims]:
    """A story of ours, coded with that pipeline."""
    (result,) = vaarta.code([make_story(TEXT)], {"hi": nlp})
    assert isinstance(result, tuple)
    return result


def test_its_trees_are_brought_into_our_scheme(nlp: Language) -> None:
    assert nlp.pipe_names == ["vaarta_scheme"]
    doc = nlp("जापान ने चीन की निंदा की।")
    assert [(token.text, token.head.text) for token in doc if token.dep_ == "compound:lvc"] == [("निंदा", "की")]


def test_the_text_and_its_lines_are_kept(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert doc.text == TEXT
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "सीमा विवाद",
        "जापान ने चीन की निंदा की।",
        "भारत ने पाकिस्तान के राजदूत को तलब किया।",
    ]


def test_events_are_coded_with_their_evidence(coded: tuple[Story, Claims]) -> None:
    story, claims = coded
    found = {summary(event): event.evidence for event in claims.events}
    evidence = found["ACCUSE/disapprove JPN > CHN"]
    assert evidence.quote == story.text[slice(*evidence.span)] == "निंदा की"
    assert story.text[slice(*evidence.sentence)].strip() == "जापान ने चीन की निंदा की।"

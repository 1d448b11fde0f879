"""The spaCy component `vaarta_lemmatizer`: lemmas from a word list and endings learned from treebanks.

The list is looked up by NORM and part of speech, so that all spellings of a word have one lemma; words not in it get
the lemma that their ending had most often in the treebank. Hindi verbs have their infinitive (करना).
"""

import gzip
import json
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Token

from vaarta.errors import ModelError

__all__ = ["LemmaTable", "Lemmatizer"]

FILE = "lemmas.json.gz"
# The tagger's commonest confusions: a word unknown under one part of speech is looked up under the next.
ALIKE = {
    "VERB": ("AUX",), "AUX": ("VERB",), "DET": ("PRON", "ADJ"), "PRON": ("DET",), "ADJ": ("DET", "NUM"),
    "NUM": ("ADJ",), "ADP": ("SCONJ", "ADV"), "ADV": ("ADP",), "SCONJ": ("ADP",), "CCONJ": ("SCONJ",),
}  # fmt: skip
ENDING = 6  # characters; longer ones are whole words


class LemmaTable(msgspec.Struct, forbid_unknown_fields=True):
    """What is known of lemmas, by part of speech.

    `words`: from the folded word to its lemma. `endings`: from an ending to how many characters are taken off and
    what is put on.
    """

    words: dict[str, dict[str, str]] = {}
    endings: dict[str, dict[str, tuple[int, str]]] = {}

    def lemma(self, word: str, folded: str, upos: str) -> str:
        """The lemma of a word with that folded form and part of speech; the word itself if nothing is known."""
        for tag in (upos, *ALIKE.get(upos, ())):
            known = self.words.get(tag, {}).get(folded)
            if known is not None:
                return known
        endings = self.endings.get(upos, {})
        for length in range(min(ENDING, len(word) - 1), 0, -1):
            change = endings.get(word[-length:])
            if change is not None:
                return word[: len(word) - change[0]] + change[1]
        return word


class Lemmatizer:
    """Sets `lemma_` of every token that has none."""

    def __init__(self, table: LemmaTable | None = None) -> None:
        self.table = table or LemmaTable()
        self.known: dict[tuple[int, int, bool], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc, its lemmas set."""
        for token in doc:
            token.lemma_ = self.lemma(token)
        return doc

    def lemma(self, token: Token) -> str:
        """The lemma of one token."""
        small = bool(token.is_sent_start) or not token.text[:1].isupper()
        key = (token.orth, token.pos, small)
        if key not in self.known:
            word = plain(token.text)
            if token.pos_ == "PROPN":
                found = self.table.words.get("PROPN", {}).get(token.norm_, word)
            elif any(c.isdigit() for c in word) or token.is_punct or token.is_space:
                found = word
            else:
                found = self.table.lemma(word.lower() if small else word, token.norm_, token.pos_)
            if len(self.known) > 200_000:  # noqa: PLR2004 - a bound for runs over millions of stories
                self.known.clear()
            self.known[key] = found
        return self.known[key]

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002 - spaCy passes it
        """The table as gzipped JSON, the same bytes for the same table."""
        text = json.dumps(msgspec.to_builtins(self.table), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return gzip.compress(text.encode(), mtime=0)

    def from_bytes(self, stored: bytes, *, exclude: Iterable[str] = ()) -> "Lemmatizer":  # noqa: ARG002
        """The component with the table that `to_bytes` gave."""
        self.table = msgspec.json.decode(gzip.decompress(stored), type=LemmaTable)
        self.known.clear()
        return self

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write the table into the folder `path`."""
        Path(path).mkdir(exist_ok=True)
        (Path(path) / FILE).write_bytes(self.to_bytes(exclude=exclude))

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> "Lemmatizer":
        """The component with the table in the folder `path`. Raises ModelError if it is not there."""
        try:
            return self.from_bytes((Path(path) / FILE).read_bytes(), exclude=exclude)
        except OSError as missing:
            raise ModelError(f"{path}/{FILE}: the model has no lemmas ({missing.strerror})") from missing


def plain(word: str) -> str:
    """The word as endings are looked up and lemmas shown: NFC, without joiners."""
    word = word.replace("\u200c", "").replace("\u200d", "")
    return unicodedata.normalize("NFC", word)


@Language.factory("vaarta_lemmatizer", assigns=["token.lemma"], requires=["token.pos"])
def make_lemmatizer(nlp: Language, name: str) -> Lemmatizer:  # noqa: ARG001 - spaCy passes both
    """The component with an empty table, which `from_disk` or `nlp.add_pipe(…).table = …` fills."""
    return Lemmatizer()

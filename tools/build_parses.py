"""Writes packs/LANG/parses.conllu: a parse of every entry's example, for the tests and for people to check.

Usage: python tools/build_parses.py LANG. Parses marked `# checked = hand` are kept while their text is the same. Says
which examples do not code as their entry says: mend the entry, the engine, or, if the parser is wrong, the parse.
"""

import sys
from typing import TYPE_CHECKING

from vaarta.analysis import load
from vaarta.packs import load as load_pack
from vaarta.testing import Example, entries, parses, told

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def rows(doc: "Doc") -> str:
    """The Doc as CoNLL-U rows, sentence by sentence."""
    sentences = []
    for sentence in doc.sents:
        tokens = [token for token in sentence if not token.is_space]
        number = {token.i: n for n, token in enumerate(tokens, 1)}
        sentences.append("\n".join(row(token, number) for token in tokens))
    return "\n\n".join(sentences)


def row(token: "Token", number: dict[int, int]) -> str:
    """One token's ten columns; names go into MISC."""
    root = token.head.i == token.i or token.head.i not in number
    misc = [] if token.whitespace_ else ["SpaceAfter=No"]
    if token.ent_iob_ in {"B", "I"}:
        misc.append(f"NER={token.ent_iob_}-{token.ent_type_}")
    head, relation = ("0", "root") if root else (str(number[token.head.i]), token.dep_ or "dep")
    morph = str(token.morph) or "_"
    columns = [number[token.i], token.text, token.lemma_ or "_", token.pos_ or "_", "_", morph, head, relation, "_"]
    return "\t".join([*map(str, columns), "|".join(misc) or "_"])


def block(example: Example) -> str:
    """The example as it stands in the file."""
    hand = "# checked = hand\n" if example.by_hand else ""
    return f"# entry = {example.key}\n# text = {example.text}\n# codes = {example.codes}\n{hand}{example.rows}"


def main() -> None:
    """Parse, write, and say what is not right yet."""
    lang = sys.argv[1]
    pack = load_pack(lang)
    nlp = load(lang)
    kept = parses(pack)
    written, wrong = [], 0
    for entry in entries(pack):
        before = kept.get(entry.key)
        by_hand = before is not None and before.by_hand and before.text == entry.text
        parse = before.rows if before is not None and by_hand else rows(nlp(entry.text))
        written.append(block(Example(entry.key, entry.text, entry.codes, parse, by_hand)))
        found = told(lang, parse)
        if f"{entry.key} {entry.codes}" not in found:
            wrong += 1
            print(f"{entry.key}: {entry.text}\n    must: {entry.codes}\n    is:   {'; '.join(found) or 'nothing'}")
    path = pack.folder / "parses.conllu"
    path.write_text("\n\n".join(written) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(written)} parses, {wrong} do not code as their entry says")


if __name__ == "__main__":
    main()

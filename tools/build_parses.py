"""Writes packs/LANG/parses.conllu: a parse of every entry's example, for the tests and for people to check.

Usage: python tools/build_parses.py LANG. Parses marked `# checked = hand` are kept as they are while their text is the
same. Says which examples do not code as their entry says: mend the entry, the engine, or, if the parser is wrong, the
parse by hand.
"""

import sys
from pathlib import Path

from vaarta.analysis import load
from vaarta.packs import Pack
from vaarta.packs import load as load_pack
from vaarta.pipeline import code_doc
from vaarta.testing import blocks, doc_from_conllu, make_story, summary


def examples(pack: Pack) -> list[tuple[str, str, str]]:
    """Each entry's key ("events#condemn"), example and what it must code as."""
    found = [(f"events#{e.id}", e.example, e.codes) for e in pack.events.entries]
    found += [(f"engagements#{e.id}", e.example, e.codes) for e in pack.engagements.entries.values()]
    found += [(f"statements#{c.id}", c.example, c.says) for c in pack.statements.cues.values()]
    return found


def rows(doc) -> str:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The Doc as CoNLL-U rows, sentence by sentence."""
    sentences = []
    for sentence in doc.sents:
        tokens = [t for t in sentence if not t.is_space]
        number = {t.i: n for n, t in enumerate(tokens, 1)}
        lines = []
        for t in tokens:
            root = t.head.i == t.i or t.head.i not in number
            misc = [] if t.whitespace_ else ["SpaceAfter=No"]
            if t.ent_iob_ in {"B", "I"}:
                misc.append(f"NER={t.ent_iob_}-{t.ent_type_}")
            lines.append(
                "\t".join(
                    [
                        str(number[t.i]), t.text, t.lemma_ or "_", t.pos_ or "_", "_", str(t.morph) or "_",
                        "0" if root else str(number[t.head.i]), "root" if root else t.dep_ or "dep", "_",
                        "|".join(misc) or "_",
                    ]
                )
            )  # fmt: skip
        sentences.append("\n".join(lines))
    return "\n\n".join(sentences)


def coded(lang: str, conllu: str) -> tuple[list[str], list[str], list[str]]:
    """Summaries of the events, engagements and statements that a parse codes as, with the entry of each."""
    doc = doc_from_conllu(conllu)
    claims = code_doc(doc, make_story(doc.text, lang=lang, published="2024-05-15T12:00:00+05:30"))
    key = f"{lang}/"
    events = [f"{e.by.removeprefix(key)} {summary(e)}" for e in claims.events]
    engagements = [f"{e.by.removeprefix(key)} {summary(e)}" for e in claims.engagements]
    statements = [
        f"{s.by.removeprefix(key)} {s.speaker.country or '?'}: {s.content.quote.split()[0]} … {s.content.quote.split()[-1]}"
        for s in claims.statements
    ]
    return events, engagements, statements


def main() -> None:
    """Parse, write, and say what is not right yet."""
    lang = sys.argv[1]
    pack = load_pack(lang)
    path = pack.folder / "parses.conllu"
    kept = {}
    if path.exists():
        for part in path.read_text(encoding="utf-8").split("\n\n# entry")[0:]:
            for comments, _ in blocks(part if part.startswith("#") else "# entry" + part):
                if comments.get("checked") == "hand":
                    kept[comments["entry"], comments["text"]] = part if part.startswith("#") else "# entry" + part
                break
    nlp = load(lang)
    out, wrong = [], 0
    for key, text, codes in examples(pack):
        block = kept.get((key, text))
        if block is None:
            block = f"# entry = {key}\n# text = {text}\n# codes = {codes}\n{rows(nlp(text))}"
        out.append(block.strip())
        body = "\n".join(line for line in block.splitlines() if not line.startswith("#"))
        found = [x for part in coded(lang, body) for x in part]
        if f"{key} {codes}" not in found:
            wrong += 1
            print(f"{key}: {text}\n    must: {codes}\n    is:   {'; '.join(found) or 'nothing'}")
    path.write_text("\n\n".join(out) + "\n", encoding="utf-8")
    print(f"{path}: {len(out)} parses, {wrong} do not code as their entry says")


if __name__ == "__main__":
    sys.exit(main())

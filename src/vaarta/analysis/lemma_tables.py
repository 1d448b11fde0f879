"""Learning a LemmaTable from treebank sentences."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from vaarta.analysis.lemmas import ENDING, LemmaTable, plain
from vaarta.analysis.treebanks import Sentence

__all__ = ["learn_lemmas"]

Counts = dict[str, dict[str, Counter[str]]]
LEFT_OUT = frozenset({"PUNCT", "SYM", "X"})
VERBS = frozenset({"VERB", "AUX"})


def learn_lemmas(
    sentences: Iterable[Sentence],
    fold: Callable[[str], str],
    *,
    infinitive: str = "",
    extra: dict[str, str] | None = None,
) -> LemmaTable:
    """The commonest lemma of each word and, for words not in the list, of each ending.

    `infinitive` is the ending of verb lemmas, put right where the treebank dropped it. `extra` are lemmas by hand,
    "word UPOS" to lemma; they win.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for sentence in sentences:
        for word in sentence.words:
            if word.upos not in LEFT_OUT and not any(c.isdigit() for c in word.form):
                form, lemma = plain(word.form), plain(word.lemma)
                seen[form, repaired(form, lemma, word.upos, infinitive), word.upos] += 1
    for key, lemma in (extra or {}).items():
        form, upos = key.split()
        seen[form, lemma, upos] += 1_000
    spelling = spellings(seen, fold)
    counts: Counts = defaultdict(lambda: defaultdict(Counter))
    for (form, lemma, upos), times in seen.items():
        counts[upos][fold(form)][spelling.get(fold(lemma), lemma)] += times
    words = {upos: {form: best(lemmas) for form, lemmas in forms.items()} for upos, forms in counts.items()}
    words["PROPN"] = {  # a name is its own lemma, but for the few that treebanks agree about (अड्डे)
        form: lemma
        for form, lemma in words.get("PROPN", {}).items()
        if fold(lemma) != form and counts["PROPN"][form][lemma] > 3  # noqa: PLR2004
    }
    pairs = ((form, words[upos].get(fold(form), form), upos) for form, _, upos in seen if upos != "PROPN")
    return LemmaTable(words=words, endings=learn_endings(pairs))


def best(counts: Counter[str]) -> str:
    """The commonest, the first in order of those equally common."""
    return min(counts, key=lambda lemma: (-counts[lemma], lemma))


def repaired(form: str, lemma: str, upos: str, infinitive: str) -> str:
    """The lemma, with the infinitive's ending where the treebank took बना for one (बनाने, बनाया)."""
    if infinitive and upos in VERBS and lemma.endswith(infinitive) and form.startswith(lemma) and form != lemma:
        return lemma + infinitive
    return lemma


def spellings(seen: Counter[tuple[str, str, str]], fold: Callable[[str], str]) -> dict[str, str]:
    """The spelling of each lemma: that of its beginning in the words it is the lemma of, by majority.

    HDTB's lemmas lack nuktas that its words have: पड़ा, पडना. The spelling found is पड़ना.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for (form, lemma, _), times in seen.items():
        if lemma.isascii():
            continue
        folded, lemma_folded = fold(form), fold(lemma)
        if folded == lemma_folded:
            votes[lemma_folded][form] += times
            continue
        start = next((end for end in range(len(form), 1, -1) if lemma_folded.startswith(fold(form[:end]))), 0)
        rest = lemma_folded[len(fold(form[:start])) :] if start else ""
        whole = form[:start] + rest
        votes[lemma_folded][whole if start and fold(whole) == lemma_folded and lemma.endswith(rest) else lemma] += times
    return {folded: best(counts) for folded, counts in votes.items()}


def learn_endings(pairs: Iterable[tuple[str, str, str]]) -> dict[str, dict[str, tuple[int, str]]]:
    """For each ending of up to ENDING characters the change most of its words undergo, where a shorter ending errs."""
    changes: dict[str, dict[str, Counter[tuple[int, str]]]] = defaultdict(lambda: defaultdict(Counter))
    for form, lemma, upos in pairs:
        shared = next(
            (n for n, (a, b) in enumerate(zip(form, lemma, strict=False)) if a != b), min(len(form), len(lemma))
        )
        change = (len(form) - shared, lemma[shared:])
        if change[0] < ENDING:
            for length in range(max(change[0], 1), min(ENDING, len(form) - 1) + 1):
                changes[upos][form[-length:]][change] += 1
    learned: dict[str, dict[str, tuple[int, str]]] = {}
    for upos, endings in changes.items():
        table: dict[str, tuple[int, str]] = {}
        for ending in sorted(endings, key=lambda ending: (len(ending), ending)):
            change = min(endings[ending], key=lambda change: (-endings[ending][change], change))
            inherited = next((table[ending[n:]] for n in range(1, len(ending)) if ending[n:] in table), (0, ""))
            if endings[ending][change] > 1 and change != inherited:
                table[ending] = change
        learned[upos] = table
    return learned

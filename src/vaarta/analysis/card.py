"""The card and the licence notice that every trained pipeline carries."""

from collections import Counter
from pathlib import Path

from vaarta.analysis.corpora import Recipe
from vaarta.analysis.scoring import Score

__all__ = ["model_card", "model_licence"]

SHOWN = ("UPOS", "XPOS", "FEATS", "lemma", "UAS", "LAS", "core")
RARE = 10  # gold words of a relation in all parts; rarer ones are not shown
LABELS = ("names", "PER", "LOC", "ORG", "DATE", "NUM")
DEEDS = {
    "CC-BY-NC-SA-4.0": "Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International (CC BY-NC-SA 4.0)",
    "CC-BY-SA-4.0": "Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)",
}


def model_card(
    name: str, recipe: Recipe, figures: dict[str, dict[str, Score]], out: Path, speed: float, *, anew: bool = False
) -> str:
    """The README.md of a pipeline folder: data, licence, command, scores, size, speed (words a second), weaknesses.

    `anew`: trees and lemmas are those of another pipeline, and only names were learned.
    """
    megabytes = sum(path.stat().st_size for path in out.rglob("*") if path.is_file()) / 1_000_000
    command = f"vaarta train {name.removesuffix('-open')} --data DIR{' --open' if name.endswith('-open') else ''}"
    command += " --from BEFORE" if anew else ""
    lines = [
        f"# Vaarta's pipeline {name}", "",
        "Sentences, parts of speech, morphology, trees (Universal Dependencies), lemmas and names of news text,",
        f"as a spaCy pipeline of {megabytes:.1f} MB; {round(speed, -2):.0f} words a second where it was",
        f"made. Made by `{command}`; data and passes are in `vaarta/analysis/recipes.toml`",
        f"under [{name}].", "",
        *(["Trees and lemmas are those of the pipeline BEFORE, made by the same command without `--from`.", ""] * anew),
        "## Data and licence", "",
        f"This folder is under {recipe.licence} (see LICENSE), not under Vaarta's own licence. Trained on:", "",
        *(f"- {source.credit}. {source.licence}" for source in recipe.sources), "",
        "## Scores on the test parts", "",
        "Gold words and sentence bounds, everything else predicted; test parts never train or tune.", "",
        *trees(figures), "", *names(figures), "",
        "Lemmas are compared without regard to spelling variants. core: head and label of nsubj, nsubj:pass, obj,",
        f"iobj, obl together (F1). Relations (with {RARE} words or more) and names are F1; names are exact spans.", "",
        "## Known weaknesses", "",
        *(f"- {weakness}" for weakness in recipe.weaknesses),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def trees(figures: dict[str, dict[str, Score]]) -> list[str]:
    """The Markdown table of the treebanks."""
    told = {part: scores for part, scores in figures.items() if "LAS" in scores}
    common: Counter[str] = Counter()
    for scores in told.values():
        common.update({what: score.gold for what, score in scores.items() if what.startswith("dep ")})
    relations = [what for what, count in common.most_common() if count >= RARE]
    return table(told, [*((what, what) for what in SHOWN), *((what.removeprefix("dep "), what) for what in relations)])


def names(figures: dict[str, dict[str, Score]]) -> list[str]:
    """The Markdown table of the names files."""
    told = {part: scores for part, scores in figures.items() if "LAS" not in scores}
    return table(told, [("PER, LOC, ORG" if label == "names" else label, label) for label in LABELS])


def table(told: dict[str, dict[str, Score]], rows: list[tuple[str, str]]) -> list[str]:
    """A Markdown table, a column for each part of the data; rows that no part has are left out."""
    if not told:
        return []
    lines = [f"| | {' | '.join(told)} |", "|---" * (len(told) + 1) + "|"]
    for shown, key in rows:
        cells = [f"{scores[key].f:.1f}" if key in scores else "–" for scores in told.values()]
        if any(cell != "–" for cell in cells):
            lines.append(f"| {shown} | {' | '.join(cells)} |")
    return lines


def model_licence(name: str, recipe: Recipe) -> str:
    """The LICENSE of a pipeline folder."""
    lines = [
        f"The trained pipeline in this folder (Vaarta {name}) is licensed under",
        f"{DEEDS.get(recipe.licence, recipe.licence)}.",
        "",
        "Copyright of the data it was trained on stays with its makers, who are to be named:",
        *(f"- {source.credit} ({source.licence})" for source in recipe.sources),
        "",
        "Vaarta's code is under the Apache License 2.0; this folder is not.",
    ]
    return "\n".join(lines) + "\n"

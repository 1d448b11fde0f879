"""Third-party actor cases in English: `python tools/score_actor_cases.py [--held-out] [--show]`.

The cases are NGEC's own actor tests (the half beside the repository, shared/data/tests/actors-dev.jsonl). A case is
right if all that it states of country and sector is found; cases that state neither are left out. A third of the
cases, chosen by the hash of their text, was never read while the lists were written: `--held-out` scores those alone.

Our conventions and theirs are brought together so: an organisation of states (IGO, UNO) has no sector; a state or a
people as such has the sector "" there, GOV or CVL here; a town or region by its bare name is CVL there, GOV here; a
party out of government is PTY there, OPP here; of two sectors there (GOV MIL) either is right. `strict` counts without
all this. A case without a day means the day on which it was run; the tests are of 2023.
"""

import argparse
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from vaarta import packs
from vaarta.recognition.explaining import Explained, explain
from vaarta.records import Story

CASES = Path(__file__).resolve().parents[2] / "shared" / "data" / "tests" / "actors-dev.jsonl"
PARTS = 3  # every third case is held out
INTERNATIONAL = {"UNO": "IGO"}
AS_SUCH = ("", "GOV", "CVL")
PARTIES = ("PTY", "OPP")
WRITTEN = "2023-06-01"


def main() -> None:
    """Print the shares, and the cases missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--show", action="store_true")
    told = parser.parse_args()
    if not CASES.is_file():
        sys.exit(f"no cases at {CASES}: nothing to score")
    from vaarta import analysis

    nlp, pack = analysis.load("en"), packs.load("en")
    counts: Counter[str] = Counter()
    for case in _cases(held_out=told.held_out):
        text, home = case["text"], _home(case, pack.names)
        story = Story(id="case", lang="en", text=text, published=_day(case))
        found = explain(nlp(text), story=story, pack=pack, home=home)
        best = next((one for one in found if one.main), None)
        verdict = _judged(case, best)
        counts.update(["all", *verdict])
        if told.show and "both" not in verdict:
            ours = f"{best.country}/{best.sector} {best.text} ({best.why})" if best else "nothing"
            print(f"{text} [{home or ''} {story.published}] {case['country']}/{case['code_1']} <- {ours}")
    for name in ("country", "sector", "both", "strict"):
        print(f"{name:8} {counts[name] / max(1, counts['all']):.3f}  {counts[name]} of {counts['all']}")


def _cases(*, held_out: bool) -> Iterator[dict[str, Any]]:
    for line in CASES.open(encoding="utf-8"):
        case = json.loads(line)
        part = int(hashlib.sha256((case["method"] + case["text"]).encode()).hexdigest(), 16) % PARTS
        if (part == 0) is held_out and (case["country"] is not None or case["code_1"] is not None):
            yield case


def _home(case: dict[str, Any], names: Any) -> str | None:
    """The country that the case says is known, as its code; None if it says none."""
    words = [case["kw"].get("country", ""), *(arg for arg in case["args"][1:] if isinstance(arg, str))]
    return next((code for word in words if word and (code := names.country_of(word))), None)


def _day(case: dict[str, Any]) -> str:
    words: list[str] = [case["kw"].get("query_date", ""), *(arg for arg in case["args"][1:] if isinstance(arg, str))]
    for word in words:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", word):
            return word
        if re.fullmatch(r"\d{1,2} [A-Z][a-z]+ \d{4}", word):
            return datetime.strptime(word, "%d %B %Y").date().isoformat()  # noqa: DTZ007 (a day has no zone)
    return WRITTEN


def _judged(case: dict[str, Any], best: Explained | None) -> list[str]:
    country, sector = (best.country, best.sector) if best else ("", "")
    wanted = case["country"]
    same_country = wanted is None or INTERNATIONAL.get(wanted, wanted) == country
    strict = (wanted is None or wanted == country) and (case["code_1"] is None or case["code_1"] == sector)
    same_sector = _same_sector(case, best) if best else not case["code_1"]
    verdict = ["country"] * same_country + ["sector"] * same_sector + ["strict"] * strict
    return [*verdict, "both"] if same_country and same_sector else verdict


def _same_sector(case: dict[str, Any], best: Explained) -> bool:
    wanted, sector = case["code_1"], best.sector
    if wanted is None or sector in (wanted, case["code_2"]):
        return True
    if wanted == "":
        return sector in AS_SUCH
    if {wanted, sector} == set(PARTIES):
        return best.steps[-1].kind == "party"
    bare = [step.kind for step in best.steps] == ["place"]
    return (case["country"] in ("IGO", "UNO") and best.country == "IGO") or (bare and wanted == "CVL")


if __name__ == "__main__":
    main()

"""How fast a record is kept and asked, with synthetic stories and claims: no model, no text of others.

    python benchmarks/bench_store.py [--claims 1000000] [--copies 1] [--db FILE] [--seed 1] [--runs 3]

Five claims a story, half of the stories in Hindi, countries and publishers as unequal as in news (Zipf), ten years.
Keeping is one transaction a story, as `vaarta keep` does it. Each question is asked of a record opened anew, the first
50 answers are read, and the median of the runs is told. A record that is there already is only asked. With
`--copies 10`, a tenth of the claims is kept, and copied in the tables nine times under other ids: sooner made, asked
alike.
`--told-twice 0.2` has a fifth of the claims tell things in pairs, as if `vaarta link` had gathered them.
"""

import argparse
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from vaarta.query import Question, ask, count, doubtful_answers, things
from vaarta.records import Claims, Engagement, Event, Evidence, Party, Place, Statement, Story, When, content_id
from vaarta.store import Store, open_store

__all__ = ["told"]

COUNTRIES = (
    "IND", "USA", "CHN", "PAK", "RUS", "NPL", "JPN", "BGD", "GBR", "FRA", "LKA", "AFG", "IRN", "DEU", "UKR", "ISR",
    "AUS", "VNM", "SAU", "KOR", "TUR", "IDN", "EGY", "BRA", "ZAF", "MMR", "BTN", "MDV", "ITA", "CAN", "KEN", "NGA",
    "POL", "ESP",
)  # fmt: skip
WEIGHTS = [1 / (n + 1) for n in range(len(COUNTRIES))]
TYPES = (
    ("CONSULT", "visit", "042", 1.9), ("ACCUSE", "disapprove", "111", -2.0), ("SUPPORT", "", "050", 3.5),
    ("THREATEN", "violence", "138", -7.0), ("AGREE", "", "030", 4.0), ("ASSAULT", "firearms", "190", -10.0),
)  # fmt: skip
HINDI = (
    "विदेश",
    "मंत्री",
    "वार्ता",
    "सीमा",
    "समझौता",
    "बैठक",
    "दौरा",
    "सुरक्षा",
    "व्यापार",
    "सहयोग",
    "निंदा",
    "हमला",
    "सेना",
    "जल",
)
ENGLISH = ("foreign", "minister", "talks", "border", "accord", "meeting", "visit", "security", "trade", "aid", "attack")
NAMES = ("Orlovsky", "ओर्लोवस्की", "Bhattarai", "भट्टराई", "Karimov", "करीमोव", "Wickramasinghe", "विक्रमसिंघे")
FIRST_DAY, DAYS = date(2014, 1, 1), 3650
CLAIMS_A_STORY, SENTENCES, WORDS = 5, 5, 14
SHOWN = 50
NUMBERED = ("story", "sentence", "claim", "party")
# The tables that are copied, each with the columns that are numbers of rows, and of which table; the first is its key.
COPIED = {
    "story": {"number": "story"},
    "sentence": {"number": "sentence", "story": "story"},
    "words": {"rowid": "sentence"},
    "claim": {"number": "claim", "story": "story", "sentence": "sentence"},
    "party": {"number": "party", "claim": "claim"},
    "pair": {"claim": "claim"},
    "summed": {"claim": "claim"},
}


def told(number: int, chance: random.Random) -> tuple[Story, Claims]:
    """A story and its five claims: three events, a statement, an engagement."""
    lang = "hi" if number % 2 else "en"
    words = HINDI if lang == "hi" else ENGLISH
    sentences = [
        " ".join((*chance.choices(words, k=WORDS), chance.choice(NAMES), f"n{chance.randrange(20_000)}")) + " ।"
        for _ in range(SENTENCES)
    ]
    text = " ".join(sentences)
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    story = Story(
        id=f"bench-{number}",
        lang=lang,
        text=text,
        headline=" ".join(chance.choices(words, k=6)),
        publisher=f"Publisher {min(49, int(chance.paretovariate(1)))}",
        published=f"{day.isoformat()}T10:00:00+05:30",
        url=f"https://news.example/{number}",
    )
    starts = [sum(len(sentence) + 1 for sentence in sentences[:n]) for n in range(SENTENCES)]
    spots = [
        Evidence(story=story.id, sentence=(s, s + len(told)), span=(s, s + 5), quote=told[:5])
        for s, told in zip(starts, sentences, strict=True)
    ]
    return story, Claims(
        story=story.id,
        lang=lang,
        events=tuple(_event(story, spot, day, chance) for spot in spots[:3]),
        statements=(_statement(story, spots[3], chance),),
        engagements=(_engagement(story, spots[4], day, chance),),
    )


def _common(story: Story, spot: Evidence, kind: str) -> dict[str, object]:
    name = content_id(kind, story.id, spot.sentence)
    return {"id": name, "story": story.id, "evidence": spot, "by": "bench#made", "score": 0.9}


def _party(chance: random.Random) -> Party:
    (country,) = chance.choices(COUNTRIES, WEIGHTS)
    name = chance.choice(NAMES) if chance.random() < 0.3 else ""  # noqa: PLR2004 - a third are named
    return Party(text=name or f"{country} minister", country=country, sector="GOV", name=name)


def _event(story: Story, spot: Evidence, day: date, chance: random.Random) -> Event:
    type_, mode, cameo, goldstein = chance.choice(TYPES)
    last = day + timedelta(days=chance.randrange(3))
    return Event(
        **_common(story, spot, "event"),  # type: ignore[arg-type]
        type=type_,
        mode=mode,
        cameo=cameo,
        goldstein=goldstein,
        plover_score=goldstein,
        contexts=("diplomatic",),
        actors=(_party(chance),),
        recipients=(_party(chance),),
        standing="planned" if chance.random() < 0.1 else "happened",  # noqa: PLR2004 - a tenth
        when=When(first=day.isoformat(), last=last.isoformat(), said="सोमवार") if chance.random() < 0.5 else None,  # noqa: PLR2004
        where=Place(text="Kathmandu", country=chance.choice(COUNTRIES), place_id="gn:1283240"),
    )


def _statement(story: Story, spot: Evidence, chance: random.Random) -> Statement:
    common = _common(story, spot, "statement")
    return Statement(**common, speaker=_party(chance), content=spot, cue="said")  # type: ignore[arg-type]


def _engagement(story: Story, spot: Evidence, day: date, chance: random.Random) -> Engagement:
    parties = sorted({_party(chance).country, _party(chance).country})
    return Engagement(
        **_common(story, spot, "engagement"),  # type: ignore[arg-type]
        kind="meeting",
        standing="planned" if chance.random() < 0.1 else "happened",  # noqa: PLR2004 - a tenth
        parties=tuple(parties),
        when=When(first=day.isoformat(), last=day.isoformat()),
    )


def questions() -> Iterator[tuple[str, Callable[[Store], object]]]:
    """What is asked, by what it is called."""

    def page(**asked: object) -> Callable[[Store], object]:
        return lambda store: list(ask(store, Question(limit=SHOWN, **asked)))  # type: ignore[arg-type]

    def tallied(*by: str, **asked: object) -> Callable[[Store], object]:
        return lambda store: count(store, Question(**asked), by)  # type: ignore[arg-type]

    yield "the latest 50 claims", page()
    yield "a common actor (IND)", page(actor="IND")
    yield "a rare actor (POL)", page(actor="POL")
    yield "a common dyad (IND, USA)", page(dyad=("IND", "USA"))
    yield "a rare dyad (POL, ESP)", page(dyad=("POL", "ESP"))
    yield "a dyad in one year", page(dyad=("IND", "PAK"), since="2019-01-01", until="2019-12-31")
    yield "a type (ASSAULT) in one month", page(type="ASSAULT", since="2019-05-01", until="2019-05-31")
    yield "verbal conflict", page(quad="verbal conflict")
    yield "engagements to come", page(kind="engagement", standing="planned")
    yield "planned, of one country", page(standing="planned", country="NPL")
    yield "a place (NPL)", page(place="NPL")
    yield "a common word (वार्ता)", page(words="वार्ता")
    yield "a rare word (n12345)", page(words="n12345")
    yield "a name in the other script", page(words="Bhattarai", lang="hi")
    yield "a side by name", page(actor="Bhattarai")
    yield "one publisher", page(publisher="Publisher 7")
    yield "50 things with their mentions", lambda store: list(things(store, Question(actor="IND", limit=SHOWN)))
    yield "the 50 most doubtful", lambda store: doubtful_answers(store, Question(), limit=SHOWN)
    yield "a dyad counted by month", tallied("month", dyad=("IND", "PAK"), kind="event")
    yield "a country counted by month and type", tallied("month", "type", country="NPL", kind="event")
    yield "one year counted by dyad", tallied("dyad", kind="event", since="2019-01-01", until="2019-12-31")
    yield "everything counted by month", tallied("month", kind="event")
    yield "everything counted by dyad", tallied("dyad", kind="event")


def main() -> None:
    """Keep, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--told-twice", type=float, default=0.0)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.db or Path(folder) / "bench.db"
        if not path.exists():
            stories = options.claims // CLAIMS_A_STORY // options.copies
            _keep(path, stories, random.Random(options.seed))  # noqa: S311 - no secret
            _grow(path, options.copies, options.told_twice)
        _ask(path, options.runs)


def _keep(path: Path, stories: int, chance: random.Random) -> None:
    busy = 0.0
    with open_store(path) as store:
        for number in range(stories):
            made = told(number, chance)
            start = time.process_time()
            store.keep(*made)
            busy += time.process_time() - start
        start = time.process_time()
        store.tune()
        tuned = time.process_time() - start
        counts = store.counts()
    claims = sum(number for name, number in counts.items() if name != "story")
    size = path.stat().st_size / (1 << 20)
    print(f"kept {claims:,} claims of {stories:,} stories in {busy:.0f} s of processor time: {claims / busy:,.0f}/s")
    print(f"statistics gathered in {tuned:.1f} s; {size:,.0f} MiB, {size * 1024 / claims:.2f} KiB a claim")


def _grow(path: Path, copies: int, told_twice: float) -> None:
    """Copy all that is kept so often, under other ids and numbers; then have some claims tell things in pairs."""
    with closing(sqlite3.connect(path, isolation_level=None)) as record:
        most = {table: record.execute(f"SELECT max(number) FROM {table}").fetchone()[0] for table in NUMBERED}  # noqa: S608
        for copy in range(1, copies):
            record.execute("BEGIN")
            for table, told_in in COPIED.items():
                names = [name for (name,) in record.execute("SELECT name FROM pragma_table_info(?)", (table,))]
                names = ["rowid", *names] if table == "words" else names
                shifts = {told: f" + {most[of] * copy}" for told, of in told_in.items()} | {"id": f" || '-{copy}'"}
                values = ", ".join(f'"{name}"{shifts.get(name, "")}' for name in names)
                first, of = next(iter(told_in.items()))
                columns = ", ".join(f'"{name}"' for name in names)
                rows = f"SELECT {values} FROM {table} WHERE {first} <= {most[of]}"  # noqa: S608 - our own names
                record.execute(f"INSERT INTO {table} ({columns}) {rows}")
            record.execute("COMMIT")
        count = int(most["claim"] * copies * told_twice)
        record.execute(
            "INSERT INTO entry SELECT number, 'entry-' || (number / 2), number % 2 FROM claim WHERE number <= ?",
            (count,),
        )
        record.execute("ANALYZE")


def _ask(path: Path, runs: int) -> None:
    for name, question in questions():
        taken = []
        for _ in range(runs):
            with open_store(path, write=False) as store:
                start = time.process_time()
                question(store)
                taken.append((time.process_time() - start) * 1000)
        print(f"{name:40} {statistics.median(taken):8.1f} ms")


if __name__ == "__main__":
    main()

"""What a claim can be found by. Each condition is a piece of SQL with its values; all given must hold."""

from datetime import date, timedelta
from functools import cache

from vaarta.ontology import load_ontology
from vaarta.records import Record
from vaarta.store.rows import folded
from vaarta.store.sounding import sounds_like
from vaarta.store.spelling import office_spellings, place_spellings, spellings, terms

__all__ = [
    "Condition", "about", "at_least", "at_place", "between", "by", "by_publisher", "by_speaker", "dated", "in_country",
    "in_language", "in_series", "not_ruled_wrong", "of_entry", "of_kind", "of_office", "of_quad", "of_story", "of_type",
    "since", "standing", "text_match", "unruled", "until", "with_id", "with_words",
]  # fmt: skip

ACTS = "AND party.role IN ('actor', 'speaker', 'party', 'head', 'host', 'holder')"
RECEIVES = "AND party.role IN ('recipient', 'addressee')"
CODE_LENGTH = 3
KIND, TYPE = frozenset({"kind"}), frozenset({"kind", "type"})


class Condition(Record, frozen=True, kw_only=True):
    """A piece of SQL over claim, sentence, story and entry that must hold, and the values for its question marks.

    `sql` lists the claims that meet it, which is quick if they are few. Where they may be many there is also `each`,
    which looks at one claim at a time, and `few`, whose rows are as many as there are to list. All three have the same
    values. What is `broad` is met by so many claims that no index of it is worth while.

    `reads` is what of a claim the condition looks at, if a row of the table `tally` may tell it; `tallied` is the
    condition over such a row, where it is not `sql` (see `counting`).
    """

    sql: str
    values: tuple[str, ...] = ()
    each: str = ""
    few: str = ""
    broad: bool = False
    reads: frozenset[str] | None = None
    tallied: str = ""


def by(who: str) -> Condition:
    """Someone acts, speaks, takes part or holds an office: a country's code, or words of a name in either script."""
    return _side(who, ACTS)


def about(who: str) -> Condition:
    """Someone is acted upon or spoken to: a country's code, or words of a name in either script."""
    return _side(who, RECEIVES)


def by_speaker(who: str) -> Condition:
    """Someone makes the statement: a country's code, or words of a name in either script."""
    return _side(who, "AND party.role = 'speaker'")


def between(one: str, other: str) -> Condition:
    """Both are named among the sides of the claim, in whatever role."""
    if _is_code(one) and _is_code(other) and one != other:
        pairs = 'SELECT claim FROM pair WHERE "left" = ? AND "right" = ?'
        return Condition(
            sql=f"claim.number IN ({pairs})",
            values=(min(one, other), max(one, other)),
            each=f"EXISTS ({pairs} AND pair.claim = claim.number)",
            few=pairs,
        )
    left, right = _side(one, ""), _side(other, "")
    return Condition(sql=f"{left.sql} AND {right.sql}", values=left.values + right.values)


def of_office(office: str) -> Condition:
    """A side is told of by this office, in its words in any language: "foreign minister", "विदेश मंत्री".

    With a country's code before them ("IND foreign minister"), that side is of this country.
    """
    code, _, words = office.partition(" ")
    if words and _is_code(code):
        return _named(office_spellings(words), "AND party.country = ?", code)
    return _named(office_spellings(office), "")


def of_kind(kind: str) -> Condition:
    """Of one of the four kinds (event, statement, engagement, tenure), or of a kind of engagement (visit, summit …)."""
    if kind.casefold() in ("event", "statement", "engagement", "tenure"):
        return Condition(sql="claim.kind = ?", values=(kind.casefold(),), broad=True, reads=KIND)
    return Condition(sql="claim.kind = 'engagement' AND claim.type = ?", values=(kind.casefold(),), reads=TYPE)


def of_type(type_: str) -> Condition:
    """An event of a PLOVER type (CONSULT), or of a type and mode (CONSULT/visit)."""
    plover, _, mode = type_.partition("/")
    sql = "claim.kind = 'event' AND claim.type = ?" + (" AND claim.mode = ?" if mode else "")
    values = (plover.upper(), mode.casefold()) if mode else (plover.upper(),)
    return Condition(sql=sql, values=values, reads=None if mode else TYPE)


def of_quad(quad: str) -> Condition:
    """An event of one of the four classes: "verbal cooperation", "material conflict" …, or 1 to 4 in GDELT's order."""
    types = [name for name, told in load_ontology().types.items() if told.quad == quad.casefold()]
    marks = ", ".join("?" for _ in types)
    return Condition(sql=f"claim.kind = 'event' AND claim.type IN ({marks})", values=tuple(types), reads=TYPE)


def in_series(name: str) -> Condition:
    """An engagement whose series or own name has all these words, in any spelling and order."""
    words = tuple(f" {word} " for word in folded(name).split())
    each = " AND instr(claim.series, ?)" * len(words)
    return Condition(sql=f"claim.kind = 'engagement'{each}", values=words)


def at_place(where: str) -> Condition:
    """At a place: a country's code, or words of the place's name, in any spelling and language."""
    if _is_code(where):
        return Condition(sql="claim.place_country = ?", values=(where,))
    names = tuple(f" {folded(name)} " for name in place_spellings(where))
    return Condition(sql=" OR ".join("instr(claim.place, ?)" for _ in names), values=names)


def in_country(who: str) -> Condition:
    """A country is among the sides, or the place lies in it."""
    sides = "SELECT claim FROM party WHERE country = ?"
    return Condition(
        sql=f"claim.number IN ({sides}) OR claim.place_country = ?",
        values=(who, who),
        each=f"EXISTS ({sides} AND party.claim = claim.number) OR claim.place_country = ?",
        few=f"{sides} OR country = ?",
        reads=frozenset({"side"}),
        tallied='claim."left" = ? OR claim."left" = ?',
    )


def dated() -> Condition:
    """The claim itself says a day."""
    return Condition(sql="claim.dated")


def standing(standing: str) -> Condition:
    """Happened, planned, denied or possible."""
    return Condition(
        sql="claim.standing = ?", values=(standing,), broad=standing == "happened", reads=frozenset({"standing"})
    )


def at_least(score: float) -> Condition:
    """Coded with at least this score, 0.0 to 1.0."""
    return Condition(sql="claim.score >= CAST(? AS REAL)", values=(str(score),), broad=True)


def in_language(lang: str) -> Condition:
    """Told in a story in this language."""
    return Condition(sql="claim.lang = ?", values=(lang,), broad=True)


def by_publisher(publisher: str) -> Condition:
    """Told by this publisher, whose name is given whole; ASCII letters in any case."""
    stories = "SELECT number FROM story WHERE publisher = ? COLLATE NOCASE"
    return Condition(
        sql=f"claim.story IN ({stories})",
        values=(publisher.strip(),),
        each=f"EXISTS ({stories} AND story.number = claim.story)",
        few=stories,
    )


def since(day: str) -> Condition:
    """Not over before the day (YYYY-MM-DD). A claim that says no day counts on the day its story was published."""
    # A row of a month tells as much if the month is wholly in.
    return Condition(
        sql="claim.last >= ?", values=(day,), reads=frozenset({"last"} if day[8:] == "01" else {"last", "day"})
    )


def until(day: str) -> Condition:
    """Begun by the day (YYYY-MM-DD). A claim that says no day counts on the day its story was published."""
    return Condition(
        sql="claim.first <= ?", values=(day,), reads=frozenset({"first"} if _ends_month(day) else {"first", "day"})
    )


def with_words(text: str) -> Condition:
    """All the words are in the claim's sentence or its story's headline, in any spelling, script and order."""
    match = _all_of(text, "{sentence headline}")
    if not match:
        return Condition(sql="1")
    found = "SELECT rowid FROM words WHERE words MATCH ?"
    return Condition(
        sql=f"claim.sentence IN ({found})",
        values=(match,),
        each=f"EXISTS ({found} AND rowid = claim.sentence)",
        few=found,
    )


def text_match(text: str) -> str:
    """The search of `texts` for stories that hold all the words, as `with_words` looks for them; "" for no words."""
    return _all_of(text, "{headline text}")


def with_id(claim: str) -> Condition:
    """The claim with this id."""
    return Condition(sql="claim.id = ?", values=(claim,))


def of_story(story: str) -> Condition:
    """The claims of the story with this id."""
    return Condition(sql="claim.story = (SELECT number FROM story WHERE id = ?)", values=(story,))


def of_entry(entry: str) -> Condition:
    """The claims that tell one thing."""
    return Condition(sql="entry.id = ?", values=(entry,))


def not_ruled_wrong() -> Condition:
    """The last ruling on the claim, if there is any, is not that it is wrong."""
    # Rulings are few, so they are listed once; asked of each claim, this would cost more than the question.
    wrong = f"SELECT claim.number FROM claim WHERE claim.id IN ({RULED}) AND ({LAST}) = 'wrong'"  # noqa: S608 - ours
    return Condition(sql=f"claim.number NOT IN ({wrong})", broad=True, reads=frozenset(), tallied="1")


def unruled() -> Condition:
    """No one has ruled on the claim, or the ruling was withdrawn."""
    return Condition(sql=f"coalesce(({LAST}), 'withdrawn') = 'withdrawn'")


RULED = "SELECT claim FROM ruling WHERE verdict = 'wrong'"
LAST = "SELECT verdict FROM ruling WHERE ruling.claim = claim.id ORDER BY number DESC LIMIT 1"


def _side(who: str, role: str) -> Condition:
    """A party by its country's code, or by a name: as written, in other spellings, or by its sound."""
    if _is_code(who):
        sides = f"SELECT claim FROM party WHERE country = ? {role}"  # noqa: S608 - ours
        each = f"EXISTS ({sides} AND party.claim = claim.number)"
        return Condition(sql=f"claim.number IN ({sides})", values=(who,), each=each, few=sides)
    return _named(spellings(who), role)


def _named(names: tuple[str, ...], role: str, *values: str) -> Condition:
    match = _either(names, "{folded}")
    if match == NOTHING:
        return Condition(sql="0")
    named = "SELECT rowid FROM names WHERE names MATCH ?"
    # `+` has SQLite list those named once, and not look for each of them among the sides of every claim.
    each = f"SELECT 1 FROM party WHERE party.claim = claim.number AND +party.number IN ({named}) {role}"  # noqa: S608 - ours
    # CROSS JOIN: names are read only till enough are found.
    few = f"SELECT claim FROM names CROSS JOIN party ON party.number = names.rowid WHERE names MATCH ? {role}"  # noqa: S608 - ours
    return Condition(
        sql=f"claim.number IN (SELECT claim FROM party WHERE number IN ({named}) {role})",  # noqa: S608 - ours
        values=(match, *values),
        each=f"EXISTS ({each})",
        few=few,
    )


NOTHING = "()"


def _all_of(text: str, columns: str) -> str:
    return " AND ".join(_either(names, columns) for names in terms(text))


def _either(names: tuple[str, ...], columns: str) -> str:
    """A search for any of the names as a phrase; and for the sound of the first, which is as it was asked for."""
    phrases = [f'{columns} : "{key}"' for name in names if (key := folded(name))]
    phrases += [f'sounds : "{sounds}"' for sounds in sounds_like(folded(names[0]))]
    return f"({' OR '.join(phrases)})"


def _ends_month(day: str) -> bool:
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).day == 1
    except ValueError:
        return False


@cache
def _codes() -> frozenset[str]:
    ontology = load_ontology()
    countries = (code for code, actor in ontology.actors.items() if actor.kind == "country")
    return frozenset((*countries, *(code for code, told in ontology.sectors.items() if told.kind == "international")))


def _is_code(who: str) -> bool:
    return len(who) == CODE_LENGTH and who in _codes()

"""What a claim can be found by. Each condition is a piece of SQL with its values; all given must hold."""

from vaarta.records import Record
from vaarta.store.rows import folded

__all__ = [
    "Condition", "about", "between", "by", "dated", "in_language", "in_series", "not_ruled_wrong", "of_kind", "of_type",
    "since", "standing", "until", "with_words",
]  # fmt: skip

ACTS = "('actor', 'speaker', 'party', 'head', 'host', 'holder')"
RECEIVES = "('recipient', 'addressee')"


class Condition(Record, frozen=True, kw_only=True):
    """A piece of SQL over claim, sentence and story that must hold, and the values for its question marks."""

    sql: str
    values: tuple[str, ...] = ()


def by(who: str) -> Condition:
    """Someone acts, speaks, takes part or holds an office: a country's code, or words of a name."""
    return _side(who, f"AND role IN {ACTS}")


def about(who: str) -> Condition:
    """Someone is acted upon or spoken to: a country's code, or words of a name."""
    return _side(who, f"AND role IN {RECEIVES}")


def between(one: str, other: str) -> Condition:
    """Both are named among the sides of the claim, in whatever role."""
    left, right = _side(one, ""), _side(other, "")
    return Condition(sql=f"{left.sql} AND {right.sql}", values=left.values + right.values)


def of_kind(kind: str) -> Condition:
    """Of one of the four kinds (event, statement, engagement, tenure), or of a kind of engagement (visit, summit …)."""
    sql = "claim.kind = ? OR claim.kind = 'engagement' AND claim.type = ?"
    return Condition(sql=sql, values=(kind.casefold(), kind.casefold()))


def of_type(type_: str) -> Condition:
    """An event of a PLOVER type (CONSULT), or of a type and mode (CONSULT/visit)."""
    plover, _, mode = type_.partition("/")
    sql = "claim.kind = 'event' AND claim.type = ?" + (" AND claim.mode = ?" if mode else "")
    return Condition(sql=sql, values=(plover.upper(), mode.casefold()) if mode else (plover.upper(),))


def in_series(name: str) -> Condition:
    """An engagement whose series or own name has all these words, in any spelling and order."""
    words = tuple(f" {word} " for word in folded(name).split())
    each = " AND instr(claim.series, ?)" * len(words)
    return Condition(sql=f"claim.kind = 'engagement'{each}", values=words)


def dated() -> Condition:
    """The claim itself says a day."""
    return Condition(sql="claim.dated")


def standing(standing: str) -> Condition:
    """Happened, planned, denied or possible."""
    return Condition(sql="claim.standing = ?", values=(standing,))


def in_language(lang: str) -> Condition:
    """Told in a story in this language."""
    return Condition(sql="claim.lang = ?", values=(lang,))


def since(day: str) -> Condition:
    """Not over before the day (YYYY-MM-DD). A claim that says no day counts on the day its story was published."""
    return Condition(sql="claim.last >= ?", values=(day,))


def until(day: str) -> Condition:
    """Begun by the day (YYYY-MM-DD). A claim that says no day counts on the day its story was published."""
    return Condition(sql="claim.first <= ?", values=(day,))


def with_words(text: str) -> Condition:
    """All the words are in the claim's sentence or its story's headline, in any spelling and order."""
    phrases = " ".join(f'"{word}"' for word in folded(text).split())
    if not phrases:
        return Condition(sql="1")
    return Condition(sql="claim.sentence IN (SELECT rowid FROM words WHERE words MATCH ?)", values=(phrases,))


def not_ruled_wrong() -> Condition:
    """The last ruling on the claim, if there is any, is not that it is wrong."""
    last = "SELECT verdict FROM ruling WHERE ruling.claim = claim.id ORDER BY number DESC LIMIT 1"
    return Condition(sql=f"coalesce(({last}), '') != 'wrong'")


def _side(who: str, role: str) -> Condition:
    """A party by its country's code or by words of its name: IMF may be either, so both are looked for."""
    return Condition(sql=_parties(f"(country = ? OR instr(folded, ?)) {role}"), values=(who, f" {folded(who)} "))


def _parties(test: str) -> str:
    return f"EXISTS (SELECT 1 FROM party WHERE party.claim = claim.number AND {test})"  # noqa: S608 - ours, no value

"""Whom a relative pronoun stands for, and what that side does in the relative clause: "X, who was freed"."""

from vaarta.coding.subjects import subject_of
from vaarta.coding.view import View

__all__ = ["relative_in", "stood_for"]

CLOSE = 5  # tokens between a clause's verb and the relative pronoun that goes on: its auxiliaries and a comma


def relative_in(view: View, verb: int) -> int | None:
    """The relative pronoun that is an argument of the verb at token `verb` itself; None if it has none."""
    return next(
        (c for c in view.children[verb] if view.texts[c] in view.grammar.relative and view.pos[c] == "PRON"), None
    )


def stood_for(view: View, verb: int, pronoun: int, *, befalls: bool = False, judged: bool = False) -> int | None:
    """The group of mentions that a relative pronoun stands for: named right before it, else what its clause hangs on.

    Of what `befalls` people it may be whoever was named last in the clause before; of what is `judged` or refused,
    whoever did it there.

    Before the comma is surer than the tree, which hangs a clause on nouns that come after it too.
    """
    before = pronoun - 1 if view.doc[pronoun].i and view.texts[pronoun - 1] != "," else pronoun - 2
    if before < 0 or view.sentence_of[before] != view.sentence_of[pronoun]:
        return None
    if before in view.group_at:
        return view.group_at[before]
    if (acting := _acting_before(view, pronoun)) is not None:
        return acting
    if judged and (doer := _doer_before(view, pronoun)) is not None:
        return doer
    by_tree = view.heads[verb] if view.deps[verb] == "acl:relcl" and view.heads[verb] < pronoun else -1
    return view.group_at.get(by_tree, _acted_on_before(view, pronoun) if befalls else None)


def _acted_on_before(view: View, pronoun: int) -> int | None:
    """Of a clause told after a final verb of whom it befell, the people last named: "ने X से बात की, | जिसे पकड़ा गया"."""
    markers = view.grammar.markers
    if markers.stands == "before" or view.marker_after(pronoun + 1) not in markers.object:
        return None
    near = [n for n in view.groups_in.get(view.sentence_of[pronoun], ()) if _someone(view, n, pronoun)]
    return near[-1] if near else None


def _doer_before(view: View, pronoun: int) -> int | None:
    """Who did, in the clause before, what a clause judges or refuses: "X ने प्रस्ताव दिया, | जिसे Y ने ठुकराया"."""
    markers, grammar = view.grammar.markers, view.grammar
    if markers.stands == "before" or view.marker_after(pronoun + 1) not in {*markers.object, *markers.genitive}:
        return None
    verb = next((k for k in range(pronoun - 1, max(pronoun - CLOSE, -1), -1) if view.pos[k] == "VERB"), -1)
    deeds = {*grammar.acts, *grammar.deeds}
    if verb < 0 or view.sentence_of[verb] != view.sentence_of[pronoun]:
        return None
    if not any(view.forms[c] & deeds for c in view.children[verb] if c < verb):
        return None
    return next(iter(subject_of(view, verb)), None)


def _acting_before(view: View, pronoun: int) -> int | None:
    """Of who acts in a clause told after a phrase or a verb, the side last named: "X के साथ झड़प के बाद, | जिसने …"."""
    markers = view.grammar.markers
    after = pronoun > 1 and view.texts[pronoun - 1] == "," and view.pos[pronoun - 2] in {"ADP", "VERB", "AUX"}
    if markers.stands == "before" or not after or view.marker_after(pronoun + 1) not in markers.subject:
        return None
    members = view.mentions.actors
    near = [n for n in view.groups_in.get(view.sentence_of[pronoun], ()) if members[view.groups[n][-1]].end <= pronoun]
    near = [n for n in near if members[view.groups[n][0]].kind not in {"adjective", "pronoun"}]
    return near[-1] if near else None


def _someone(view: View, n: int, before: int) -> bool:
    """Whether a group named before a token is of people, by name or by office; no country as such."""
    members = [view.mentions.actors[m] for m in view.groups[n]]
    return members[-1].end <= before and any(p.name or p.office for m in members for p in m.parties)

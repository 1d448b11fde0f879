"""What is said as a phrase that the words of saying govern: "ने संयम बरतने का आह्वान किया", "vowed to return"."""

from typing import TYPE_CHECKING

from vaarta.coding.content import Content, trimmed, verb_end
from vaarta.coding.triggers import Trigger
from vaarta.coding.verb_forms import goes_above, is_gerund, is_infinitive
from vaarta.coding.view import View
from vaarta.packs.statements import Cue
from vaarta.text import is_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["governed"]

REACH = 4  # tokens between a host and what governs it: "का | एक बार फिर | आह्वान"
LONGEST_MARKER = 3  # tokens: के बारे में
GOVERNED = {"xcomp", "ccomp", "obj", "advcl", "acl", "obl", "csubj"}
VENUE = 8  # tokens from the first in which a venue is named
EMPTY = {"PRON", "DET"}  # of these alone no content is made: "इसकी पुष्टि की", "confirmed it"


def governed(view: View, cue: Trigger, entry: Cue, speaker: tuple[int, int] | None) -> Content | None:
    """The phrase that the cue governs by a marker among its entry's `of`, or `of_acts` if it is an infinitive."""
    if not (entry.of or entry.of_acts):
        return None
    found = _before(view, cue, entry, speaker) if view.grammar.verb == "last" else _after(view, cue, entry)
    shells = view.pack.statements.shells
    full = found and any(
        view.doc[k].pos_ not in EMPTY and view.texts[k] not in shells for k in range(found.start, found.end)
    )
    return found if full else None


def _before(view: View, cue: Trigger, entry: Cue, speaker: tuple[int, int] | None) -> Content | None:
    """Where verbs stand last: from the speaker (or what it says to whom) to the marker before the cue."""
    sentence = view.sentences[view.sentence_of[cue.verb]]
    marked = _marked(view, cue, entry, sentence.start)
    if marked is None:
        return None
    end = _without_shell(view, *marked)
    start = _after_venue(view, _first(view, sentence.start, end, speaker, entry), end)
    start, end = trimmed(view, start, end)
    return Content(start, end) if start < end else None


def _marked(view: View, cue: Trigger, entry: Cue, floor: int) -> tuple[int, int] | None:
    """The tokens of the marker that ends the content, next before the cue but for a few qualifying words."""
    for k in range(cue.start - 1, max(floor, cue.start - 1 - REACH), -1):
        for length in range(LONGEST_MARKER, 0, -1):
            start = k - length + 1
            phrase = " ".join(view.texts[max(floor, start) : k + 1])
            if start > floor and phrase in entry.of:
                return start, k + 1
            if start > floor and phrase in entry.of_acts and _infinitive(view, start - 1):
                return start, k + 1
        if view.doc[k].pos_ in {"VERB", "AUX", "PUNCT", "ADP", "SCONJ", "CCONJ", "PROPN"}:
            return None
    return None


def _without_shell(view: View, start: int, end: int) -> int:
    """Where the content ends: before its marker, and before a noun that only holds it ("करने की | बात पर")."""
    held = start - 2
    if view.texts[start - 1] in view.pack.statements.shells and view.texts[held] in view.grammar.markers.genitive:
        return held
    return min(start, end)


def _first(view: View, floor: int, end: int, speaker: tuple[int, int] | None, entry: Cue) -> int:
    """The first token of the content: after the speaker, a clause of its own, and whom it is said to or of."""
    start = floor
    if speaker and speaker[1] <= end:
        start = speaker[1]
        while start < end and view.texts[start] in view.grammar.markers.subject:
            start += 1
    for k in range(end - 1, start, -1):
        if _ends_clause(view, k):
            start = k + 1
            break
    return _after_addressee(view, start, end, entry)


def _ends_clause(view: View, k: int) -> bool:
    """Whether a clause ends at token `k`: at a participle's end, or at a comma or coordinator after a verb."""
    if view.texts[k] in view.pack.statements.breaks:
        return True
    joins = view.texts[k] in view.grammar.coordinators or view.texts[k] in view.grammar.clause_openers
    return joins and view.doc[k - 1].pos_ in {"VERB", "AUX"} and not _infinitive(view, k - 1)


def _infinitive(view: View, k: int) -> bool:
    """Whether token `k` is a verb in the infinitive, by its form."""
    return view.doc[k].pos_ == "VERB" and view.texts[k].endswith(view.grammar.verbs.infinitive_endings)


def _after_addressee(view: View, start: int, end: int, entry: Cue) -> int:
    """Past a day, and past the party that something is said to, asked of or alleged against."""
    for mention in view.mentions.times:
        if start <= mention.start <= start + 1 and mention.end < end:
            start = mention.end
            while start < end and view.texts[start] in view.grammar.markers.all:
                start += 1
    for n, group in enumerate(view.groups):
        first, last = view.mentions.actors[group[0]], view.mentions.actors[group[-1]]
        marker = view.markers[n]
        if marker in entry.addressee and start <= first.start <= start + REACH and last.end < end:
            carried = last.kind == "pronoun" and view.texts[last.end] not in view.grammar.markers.all
            return last.end if carried else last.end + len(marker.split())
    return start


def _after_venue(view: View, start: int, end: int) -> int:
    """Past the venue or document that it is said in, named first: "जकार्ता में एक गोष्ठी में"."""
    pack = view.pack.statements
    for phrase in (*pack.venues, *pack.documents):
        for k in range(start, min(end, start + VENUE) - len(phrase)):
            after = k + len(phrase)
            found = all(word in view.forms[k + n] for n, word in enumerate(phrase))
            if found and after < end and view.texts[after] in view.grammar.markers.place:
                return after + 1
    return start


def _after(view: View, cue: Trigger, entry: Cue) -> Content | None:
    """Where verbs stand first: the infinitive, gerund or object that the cue's verb or host governs."""
    end = verb_end(view, cue)
    for t in reversed(cue.tokens):
        objects = [c for c in view.doc[t].children if c.dep_ in {"obj", "obl"}]  # "told them in a letter | to leave"
        below = (c for o in objects for c in o.children if c.dep_ == "acl" or _gerund_opens(view, c))
        for child in (*view.doc[t].children, *below):
            if child.i < end or child.i in cue.tokens or child.dep_ not in {*GOVERNED, "nmod"}:
                continue
            opens = _opening(view, child.i)
            act = child.pos_ in {"VERB", "AUX"} or _gerund_opens(view, child)
            verbal = act and opens in entry.of_acts
            if not verbal and not (opens in entry.of and (opens or child.dep_ == "obj")):
                continue
            first = _asked(view, cue, child) if verbal and is_infinitive(view, child.i) else child.left_edge.i
            start, stop = trimmed(view, max(end, first), _last(view, child.i) + 1)
            while start < stop and view.doc[start].dep_ in {"mark", "case"}:
                start += 1
            words = [view.doc[k] for k in range(start, stop) if is_word(view.doc[k].text)]
            party = child.pos_ == "PROPN" and child.i in view.mention_at  # "proclaimed | Ana Ruiz | the winner"
            if sum(verbal or word.pos_ not in EMPTY for word in words) > 1 and not party:
                return Content(start, stop)
    return None


def _asked(view: View, cue: Trigger, act: "Token") -> int:
    """The first token of an act asked for: with those of no country who are to do it ("urged | both sides to stop")."""
    start = int(act.left_edge.i)
    asked = [c for t in cue.tokens for c in view.doc[t].children if c.dep_ in {"obj", "obl"} and c.i < act.i]
    whom = next((c for c in asked if c.dep_ == "obj"), asked[-1] if asked else act)
    if whom.pos_ != "NOUN" or (whom.right_edge.i + 1 != start and whom.i != act.head.i):
        return start
    named = (view.mention_at[k] for k in range(whom.left_edge.i, whom.i + 1) if k in view.mention_at)
    sides = [{p.country for p in view.mentions.actors[n].parties if p.country} for n in named]
    known = any(len(countries) == 1 for countries in sides)  # "both governments" are several
    words = (k for k in range(whom.left_edge.i, whom.i + 1) if view.pos[k] != "ADP" and k not in cue.tokens)
    return start if known else next(words, start)


def _gerund_opens(view: View, token: "Token") -> bool:
    """Whether a noun's phrase opens with a participle that a parser read into it: "accused them of | “waging war”"."""
    opens = [c.i for c in token.children if c.dep_ in {"mark", "case"} and c.i < token.i]
    words = (k for k in range(opens[-1] + 1, token.i) if view.pos[k] != "PUNCT") if opens else ()
    first = next(iter(words), token.i)
    return token.dep_ == "nmod" and first < token.i and is_gerund(view, first)


def _opening(view: View, i: int) -> str:
    """The word that opens what token `i` heads ("to", "of"); "" if none does."""
    words = [c.i for c in view.doc[i].children if c.dep_ in {"mark", "case"} and c.i < i]
    return view.texts[words[0]] if words else ""


def _last(view: View, i: int) -> int:
    """The last token of what token `i` heads, before a verb read into it that really goes on after the cue.

    Nor is said what another says of it: "accused them of theft, | a charge the ministry denied".
    """
    conjuncts = [c for c in view.children[i] if goes_above(view, c)]
    if not conjuncts:
        end = int(view.doc[i].right_edge.i)
        return next((k - 1 for k in range(i + 1, end) if view.texts[k] == "," and _another(view, k + 1, end)), end)
    joins = [c for c in view.children[conjuncts[0]] if view.deps[c] == "cc"]
    return min(joins, default=conjuncts[0]) - 1


def _another(view: View, start: int, end: int) -> bool:
    """Whether more is said from token `start` on, of it or besides: ", a charge that …", ", calling it reckless"."""
    return view.texts[start] in view.pack.statements.breaks or _answered(view, start, end)


def _answered(view: View, start: int, end: int) -> bool:
    """Whether a noun at token `start`, after its article, is what a verb of saying after it answers."""
    noun = next((k for k in range(start, end) if view.pos[k] != "DET"), end)
    clause = (c for c in view.children[noun] if view.deps[c] == "acl:relcl") if noun > start else ()
    return any(
        view.forms[c] & view.pack.statements.verbs or view.forms[c] & view.pack.events.by_verb.keys() for c in clause
    )

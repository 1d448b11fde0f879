"""Where what is said stands: after its cue, before it, or in quotation marks."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaarta.coding.attributing import goes_on, of_speaker, only_attributes
from vaarta.coding.taking_over import takes_over
from vaarta.coding.trees import ancestors
from vaarta.coding.triggers import Trigger, readings_of
from vaarta.coding.verb_forms import is_gerund
from vaarta.coding.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Content", "content_of", "cut_before", "first_of", "opened", "trimmed", "verb_end"]

NEAR = 4  # tokens a quotation may stand from its cue
FARTHEST = 12  # tokens the opener may stand from it over "at a press conference in Geneva on Monday"
FEW = 4  # tokens from a name up to what it is told to be, both counted
APPOSED = 9  # tokens from a comma up to that which closes an apposition
LEAST = 2  # tokens of content; fewer is no saying
SHORT = 8  # words of a sentence that may only attribute the quotation that ends before it
DATELINE = 14  # tokens from the first up to the dash after a dateline
DASHES = {"-", "–", "—", "--"}
QUALIFYING = {"amod", "compound", "det", "nmod:poss", "nummod"}  # what stands before the noun that it belongs to


@dataclass(frozen=True)
class Content:
    """Tokens start to end (half-open) that are what is said, and whether they stand in quotation marks."""

    start: int
    end: int
    direct: bool = False


def content_of(view: View, cue: Trigger, *, speaker: tuple[int, int] | None, bare: bool = True) -> Content | None:
    """What is said at a cue whose speaker is the mention of tokens `speaker`; None if nothing stated is found.

    With `bare`, a clause after the cue needs neither opener nor comma: "उन्होंने कहा भारत तैयार है".
    """
    sentence = view.sentences[view.sentence_of[cue.verb]]
    end = verb_end(view, cue)
    first = first_of(view, cue, speaker)
    quoted = _quoted_at(view, end) or _after_colon(view, end, sentence.end)
    if quoted is not None and view.sentence_of[quoted.start] != view.sentence_of[cue.verb]:
        # The next sentence's own quotation may stand as near.
        quoted = _quoted_before(view, first) or _told_before(view, cue, speaker, first) or quoted
    found = opened(view, cue) or quoted or _quoted_before(view, first)
    if found is not None:
        return found
    if view.grammar.verb == "first":
        return _after_verb(view, cue, end, speaker, bare=bare)
    if of_speaker(view, end) and (before := _told_before(view, cue, speaker, first)):
        return before
    after = end < sentence.end and view.texts[end] in {",", ":", "-", "–"}
    on = end < sentence.end and goes_on(view, end)
    if after or (bare and sentence.end - end > NEAR and not on):
        found = _indirect(view, end, sentence.end)
        if found and _governs(view, cue, found):
            return _past_governor(view, cue, found)
        return None if found and _while_saying(view, cue, found) else found
    return _told_before(view, cue, speaker, first)


def _told_before(view: View, cue: Trigger, speaker: tuple[int, int] | None, first: int) -> Content | None:
    """What a sentence tells before the clause of its cue, if that only says who spoke."""
    start = view.sentences[view.sentence_of[cue.verb]].start
    return _before(view, start, first) if only_attributes(view, cue, speaker, first) else None


def _governs(view: View, cue: Trigger, content: Content) -> bool:
    """Whether what follows a participle holds what it goes with: "इसे गलत बताते हुए | कहा कि …"."""
    return view.deps[cue.verb] in {"acl", "advcl"} and content.start <= view.heads[cue.verb] < content.end


def _past_governor(view: View, cue: Trigger, content: Content) -> Content | None:
    """What a participle says past a verb that says nothing itself: "यह कहते हुए | वापस ले लिया कि …"."""
    verb = view.heads[cue.verb]
    if readings_of(view, verb, view.pack.statements.by_verb):
        return None
    openers = (k for k in range(verb + 1, min(verb + 2 * NEAR, content.end)) if view.texts[k] in _openers(view))
    opener = next(openers, None)
    return None if opener is None else _indirect(view, opener + 1, content.end)


def _while_saying(view: View, cue: Trigger, content: Content) -> bool:
    """Whether what follows a cue only tells what went with it: "आपत्ति जताई, | इसे दखल बताते हुए" has no finite verb."""
    inside = range(content.start, content.end)
    if any(view.finite[k] for k in inside):
        return False
    if view.pos[content.end - 1] == "ADP" and not any(view.pos[k] in {"VERB", "AUX"} for k in inside):
        return True  # "…, अपनी पहली रैली में"
    return any(view.deps[c] == "advcl" and c in inside for c in view.children[cue.verb])


def first_of(view: View, cue: Trigger, speaker: tuple[int, int] | None) -> int:
    """The first token of cue and speaker, with the speaker's article, and the office told before a name."""
    first = min([cue.start, *([speaker[0]] if speaker else [])])
    if view.grammar.verb == "first" and speaker and speaker[0] > cue.verb:  # "the agency cited the envoy as saying"
        subjects = (c for c in view.children[cue.verb] if view.deps[c].startswith("nsubj") and first - NEAR < c < first)
        first = min([first, *(view.doc[c].left_edge.i for c in subjects)])
    first = _phrase_before(view, first) if view.grammar.verb == "first" else _told_by(view, first, cue)
    while first > 0 and not view.doc[first].is_sent_start and _leads(view, first - 1, cue.verb):
        first -= 1
    return first


def _told_by(view: View, first: int, cue: Trigger) -> int:
    """Where the speaker's phrase begins after a sign, if nothing but nouns lead to it: "…," | समूह के प्रमुख X ने कहा."""
    if not any(view.texts[k] in view.grammar.markers.subject for k in range(first, cue.verb)):
        return first
    k = first
    while k > 0 and first - k < FARTHEST and not view.doc[k].is_sent_start:
        if view.pos[k - 1] in {"VERB", "AUX", "SCONJ"} or view.texts[k - 1] in view.openers:
            return first
        if view.pos[k - 1] == "PUNCT":
            return k
        k -= 1
    return first


def _phrase_before(view: View, first: int) -> int:
    """Where what a name is told to be begins, if that stands before it: "…," | the bloc's envoy, Jan Maes, said."""
    if first == 0 or view.texts[first - 1] != ",":
        return first
    for above in ancestors(view.doc[first], FEW):
        start = int(above.left_edge.i)
        if above.pos_ in {"VERB", "AUX"} or view.doc[start].is_sent_start:
            break
        if start < first and view.pos[start - 1] == "PUNCT":
            return start
    return first


def _leads(view: View, i: int, verb: int) -> bool:
    """Whether token `i` opens the noun phrase of the speaker: its article; before nouns also "its", "the relief"."""
    token = view.doc[i]
    if token.pos_ == "DET" or view.grammar.verb == "last":
        return token.pos_ == "DET"
    return token.dep_ in QUALIFYING and i < token.head.i < verb and token.pos_ not in {"VERB", "AUX"}


def opened(view: View, cue: Trigger, *, reach: int = FARTHEST) -> Content | None:
    """The clause that a word like "that" opens right after the cue."""
    sentence = view.sentences[view.sentence_of[cue.verb]]
    end, skip = verb_end(view, cue), 0
    for k in range(end, min(end + reach, sentence.end)):
        slip = k == end and view.texts[k] in view.pack.statements.slips
        if slip or (view.texts[k] in _openers(view) and _opens(view, k)):
            return _whole(view, k + 1, sentence.end) or _indirect(view, k + 1, sentence.end)
        if view.texts[k] == "," and k == skip:
            continue
        if (past := _past_apposition(view, k, sentence.end)) > k:
            skip = past
            continue
        if _parts(view, k) or (view.doc[k].pos_ == "VERB" and view.doc[k].dep_ != "amod"):
            return None
    return None


def _opens(view: View, k: int) -> bool:
    """Whether an opener at token `k` opens a clause: it is no subject, and no determiner of one noun ("that talks")."""
    token = view.doc[k]
    plural = "Plur" in token.head.morph.get("Number", []) and "Sing" in token.morph.get("Number", [])
    return token.dep_ != "nsubj" and (token.dep_ != "det" or plural)


def _past_apposition(view: View, k: int, end: int) -> int:
    """The comma after a name that stands beside whom something is told: "told her counterpart, | Jan Maes|, that"."""
    if view.texts[k] != "," or view.grammar.verb == "last":
        return k
    closing = next((j for j in range(k + 1, min(k + APPOSED, end - 1)) if view.texts[j] == ","), k)
    named = any(view.pos[j] == "PROPN" for j in range(k + 1, closing))
    acts = any(view.pos[j] in {"VERB", "AUX"} for j in range(k + 1, closing))
    return closing if named and not acts and view.texts[closing + 1] in _openers(view) else k


def _parts(view: View, k: int) -> bool:
    """Whether token `k` is a sign that parts clauses, and no hyphen within a word: "the three-hour meeting"."""
    tight = k > 0 and not view.doc[k].whitespace_ and not view.doc[k - 1].whitespace_
    return view.pos[k] == "PUNCT" and not (view.texts[k] == "-" and tight)


def _whole(view: View, start: int, end: int) -> Content | None:
    """The quotation that opens at token `start`, unless its clause goes on after it: then only a part is quoted."""
    quoted = _quoted_at(view, start)
    if quoted is None:
        return None
    rest = sum(1 for k in range(quoted.end, end) if _wordy(view, k))
    return None if rest > NEAR and quoted.start - start <= 1 else quoted


def verb_end(view: View, cue: Trigger) -> int:
    """One past the last auxiliary of the cue's verb."""
    k = cue.verb + 1
    while k < len(view.doc) and view.doc[k].pos_ == "AUX" and not view.doc[k].is_sent_start:
        k += 1
    return max(k, cue.end)


def cut_before(view: View, content: Content, i: int) -> Content:
    """The content up to token `i`, if a comma or a word that opens a clause parts them and a verb stands before it."""
    parts = {*view.grammar.coordinators, *view.grammar.clause_openers, *view.pack.statements.turns}
    k = i - 1
    while k > content.start and (view.doc[k].pos_ in {"DET", "ADV", "PART"} and view.texts[k] not in parts):
        k -= 1
    if view.texts[k] not in parts:
        return content
    while k > content.start and view.texts[k - 1] in parts:
        k -= 1
    if not any(view.doc[j].pos_ in {"VERB", "AUX"} for j in range(content.start, k)):
        return content
    start, end = trimmed(view, content.start, k)
    return Content(start, end) if end - start >= LEAST else content


def trimmed(view: View, start: int, end: int) -> tuple[int, int]:
    """Tokens start to end without punctuation at either end."""
    while start < end and (not _wordy(view, start) or _focus(view, start)):
        start += 1
    while end > start and not _wordy(view, end - 1):
        end -= 1
    return start, end


def _focus(view: View, i: int) -> bool:
    """Whether token `i` is a particle of the word before it: "मंत्री ने | भी"."""
    return view.grammar.verb == "last" and view.doc[i].pos_ == "PART" and view.texts[i] in view.pack.statements.focus


def _wordy(view: View, i: int) -> bool:
    return any(c.isalnum() for c in view.doc[i].text)


def _openers(view: View) -> frozenset[str]:
    return view.pack.statements.openers


def _quoted_at(view: View, i: int) -> Content | None:
    """The quotation that opens within three tokens of token `i`."""
    for quotation in view.mentions.quotations:
        if -1 <= quotation.start - i <= NEAR - 1:
            end = quotation.end if quotation.closed else _told_end(view, quotation.start, quotation.end)
            return Content(quotation.start, end, direct=True)
    return None


def _after_colon(view: View, start: int, end: int) -> Content | None:
    """The quotation that a colon opens farther on in the sentence: "told the paper on Monday: “…"."""
    colon = next((k for k in range(start, end) if view.texts[k] == ":"), None)
    return None if colon is None else _quoted_at(view, colon + 1)


def _told_end(view: View, start: int, end: int) -> int:
    """Where a quotation that is never closed ends: before the next sentence that says who speaks, or at `end`."""
    subjects = view.grammar.markers.subject
    for sentence in view.sentences[view.sentence_of[start] + 1 : view.sentence_of[end - 1] + 1]:
        said = any(view.forms[k] & view.pack.statements.verbs for k in range(sentence.start, sentence.end))
        named = any(m.start >= sentence.start and m.end <= sentence.end for m in view.mentions.actors)
        marked = not subjects or any(view.texts[k] in subjects for k in range(sentence.start, sentence.end))
        if said and named and marked:
            return int(sentence.start)
    return end


def _quoted_before(view: View, i: int) -> Content | None:
    """The quotation that ends within three tokens before token `i`; one never closed does not end there."""
    floor = _floor(view, i)
    for quotation in view.mentions.quotations:
        if quotation.end <= floor:
            continue
        if 0 <= i - quotation.end <= NEAR - 1 and quotation.closed:
            return _partly(view, quotation.start, i) or Content(quotation.start, quotation.end, direct=True)
    return None


def _floor(view: View, i: int) -> int:
    """The token that a quotation attributed at token `i` must end after: the sentence's first, if it is a long one.

    A sentence of its own that tells more than who spoke attributes nothing that was said before it.
    """
    if view.grammar.verb == "last" or i >= len(view.doc):
        return 0
    sentence = view.sentences[view.sentence_of[i]]
    words = sum(_wordy(view, k) for k in range(sentence.start, sentence.end))
    return int(sentence.start) if words > SHORT else 0


def _partly(view: View, quoted: int, end: int) -> Content | None:
    """The clause up to token `end` whose last words alone are quoted, from `quoted` on; None if all of it is."""
    start = view.sentences[view.sentence_of[quoted]].start
    told = sum(1 for k in range(start, quoted) if _wordy(view, k))
    clause = told > NEAR and any(view.doc[k].pos_ in {"VERB", "AUX"} for k in range(start, quoted))
    clause = clause or any(view.deps[k] == "nsubj" and quoted <= view.heads[k] < end for k in range(start, quoted))
    return _before(view, start, end) if clause and view.grammar.verb == "first" else None


def _indirect(view: View, start: int, end: int) -> Content | None:
    """Tokens start to end, cut where another saying takes over (", यह रेखांकित करते हुए कि", "और चेतावनी दी कि")."""
    start = _past_dateline(view, start, end)
    quoted = next((q.end for q in view.mentions.quotations if q.closed and q.start < start < q.end), end)
    end = min(end, quoted)
    end = next((k for k in range(start + LEAST, end) if takes_over(view, k, end)), end)
    start, end = trimmed(view, start, end)
    return Content(start, end) if end - start >= LEAST else None


def _past_dateline(view: View, start: int, end: int) -> int:
    """Where what is told begins after a dateline or an agency's name: "OSLO, Dec 27 (Reuters) - | The ministers …"."""
    if start >= end or not view.doc[start].is_sent_start:
        return start
    for k in range(start, min(start + DATELINE, end)):
        if view.texts[k] in DASHES:
            placed = any(m.why == "dateline" and start <= m.start < k for m in view.mentions.places)
            return k + 1 if placed or _source(view, start, k) else start
        if view.pos[k] in {"VERB", "AUX"}:
            break
    return start


def _source(view: View, start: int, end: int) -> bool:
    """Whether tokens name an agency or a paper."""
    pointers = (view.pack.reference.phrases.get((view.texts[k],)) for k in range(start, end))
    return any(pointer is not None and pointer.kind == "source" for pointer in pointers)


def _before(view: View, start: int, end: int) -> Content | None:
    """Tokens start to end as content, if they hold a verb and a comma or colon closes them."""
    if end - start <= LEAST or view.texts[end - 1] not in {",", ":", "-", "–", "—", "”", '"'}:
        return None
    if not any(view.doc[k].pos_ in {"VERB", "AUX"} for k in range(start, end)):
        return None
    return _indirect(view, start, end)


def _after_verb(view: View, cue: Trigger, end: int, speaker: tuple[int, int] | None, *, bare: bool) -> Content | None:
    """In a verb-initial language: the clause before the cue that a comma closes, else the clause after it."""
    sentence = view.sentences[view.sentence_of[cue.verb]]
    first = first_of(view, cue, speaker)
    if speaker and end <= speaker[0] <= end + 1:
        end = speaker[1]
    end = _past_day(view, end, sentence.end)
    clauses = [c for c in view.doc[cue.verb].children if c.dep_ in {"ccomp", "parataxis"} and c.i >= end]
    clauses = clauses or [c for c in _told_to(view, cue.verb) if c.right_edge.i + 2 >= sentence.end]
    told = any(_finite(view, k) for k in range(end + 1, sentence.end))
    opens = bare and told and (view.pos[end] in {"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"} or is_gerund(view, end))
    aside = end < sentence.end and view.texts[end] == ","
    before = None if opens else _before(view, sentence.start, first)
    if before is not None:
        return before
    if clauses and not (aside and view.texts[first - 1] != ","):
        return _indirect(view, max(end, clauses[0].left_edge.i), sentence.end)
    return _indirect(view, end, sentence.end) if opens or (aside and told and first > sentence.start) else None


def _past_day(view: View, start: int, end: int) -> int:
    """Past a day told bare before a clause: "said | Sunday | he and his counterpart had met"."""
    day = next((m.end for m in view.mentions.times if m.start == start and m.end + 1 < end), end)
    return day if day < end and view.pos[day] in {"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"} else start


def _told_to(view: View, verb: int) -> "list[Token]":
    """Clauses read into whom something is told to, with a subject of their own: "told parliament | he would leave"."""
    objects = [c for c in view.doc[verb].children if c.dep_ == "obj"]
    clauses = [c for o in objects for c in o.children if c.dep_ == "acl:relcl"]
    return [c for c in clauses if any(k.dep_ == "nsubj" and _opens_it(view, k.i, c.left_edge.i) for k in c.children)]


def _opens_it(view: View, subject: int, start: int) -> bool:
    """Whether a subject is no relative word and stands first in its clause."""
    return subject == start and view.texts[subject] not in view.grammar.relative


def _finite(view: View, k: int) -> bool:
    return view.finite[k]

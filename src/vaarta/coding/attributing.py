"""Clauses about a saying: which only say who spoke, after what was said, and which go on to something else."""

from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View

__all__ = ["goes_on", "of_speaker", "only_attributes"]


def only_attributes(view: View, cue: Trigger, speaker: tuple[int, int] | None, first: int) -> bool:
    """Whether the clause of a cue, `first` on, where verbs stand last, is a main clause that only says who spoke.

    "…, जब मंत्री ने स्पष्ट किया", "जो दावे किए गए, उनका मंत्री ने जवाब दिया" and "मंत्री ने ली शपथ, कहा" attribute nothing.
    """
    if view.grammar.verb == "first":
        return True
    start = view.sentences[view.sentence_of[cue.verb]].start
    parted = [k for k in range(start, cue.start) if view.texts[k] == ","]
    own = range(parted[-1] + 1 if parted else start, cue.verb)
    subordinate = any(view.texts[k] in view.grammar.hanging or view.texts[k] in view.grammar.relative for k in own)
    acts = speaker is not None and any(_acts_between(view, speaker[1], k) for k in parted)
    answers = view.texts[min(first, cue.verb)] in view.grammar.correlative
    return not (subordinate or acts or answers)


def _acts_between(view: View, speaker: int, comma: int) -> bool:
    """Whether a speaker, named up to token `speaker`, does something else before a comma: "X ने ली शपथ, | कहा"."""
    marked = speaker < comma and view.texts[speaker] in view.grammar.markers.subject
    return marked and comma > speaker + 1 and view.texts[speaker + 1] != ","


def goes_on(view: View, end: int) -> bool:
    """Whether the word after a cue tells another act: "… माना | और दूत को बुलाया", "… बताया | तो वहीं पार्टी चुप है"."""
    words = view.pack.statements
    k = end + 1 if view.texts[end] in words.focus and end + 1 < len(view.texts) else end
    return view.pos[k] == "CCONJ" or view.texts[k] in words.turns


def of_speaker(view: View, end: int) -> bool:
    """Whether a clause after the cue tells who spoke: "…, X ने कहा, | जो वार्ता में थे", not what was said."""
    k = end + 1 if end < len(view.texts) and view.texts[end] == "," else end
    return k < len(view.texts) and view.texts[k] in view.grammar.relative

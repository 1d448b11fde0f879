"""Which nouns about a verb may be the hosts of a predicate: none that only says of what kind another is."""

from vaarta.coding.view import View
from vaarta.packs.events import EventEntry, Predicate

OF_ACT = "of-act"  # the slot of whose act a host is

__all__ = ["OF_ACT", "does_it", "marked_as_written", "of_another_noun", "of_doer", "qualifies"]


def qualifies(view: View, host: int, tokens: list[int]) -> bool:
    """Whether a host only qualifies another noun: in "नियंत्रण रेखा" there is no control to take."""
    token = view.doc[host]
    if view.grammar.verb == "first" or token.dep_ != "compound" or token.head.i in tokens:
        return False
    return token.head.i > host and token.head.pos_ in {"NOUN", "PROPN"}


def of_doer(view: View, host: int, verb: int) -> bool:
    """Whether a host, where verbs stand first, only says of what kind the subject is: "rights groups demanded"."""
    head = view.heads[host]
    subject = view.deps[head].startswith("nsubj") and view.heads[head] == verb
    return view.grammar.verb == "first" and view.deps[host] == "compound" and subject and head in view.mention_at


def does_it(view: View, host: int, verb: int, entry: EventEntry) -> bool:
    """Whether a host is the subject of an act that is done to what the host names: "the premier dismissed | a plan"."""
    acts = view.deps[host] == "nsubj" and view.heads[host] == verb and host in view.mention_at
    return view.grammar.verb == "first" and acts and "subject" in entry.actor and "object" in entry.recipient


def of_another_noun(view: View, host: int, tokens: tuple[int, ...]) -> bool:
    """Whether a host only qualifies a noun outside its trigger: "opened fire on a | border | post" opens no border."""
    forward = view.grammar.verb == "first"
    described = view.deps[host] == "compound" or (view.deps[host] == "amod" and view.pos[host] == "VERB")
    return forward and described and view.heads[host] not in tokens


def marked_as_written(view: View, host: int, predicate: Predicate) -> bool:
    """Whether a host has no marker that it cannot have: "hold … for the fire" holds no fire, "देश ने" is a subject."""
    if view.grammar.verb == "last":
        markers = view.grammar.markers
        if host + 1 == len(view.doc) or view.texts[host + 1] not in markers.all:
            return True
        # The one host of a verb is its object: "कदम के बाद … रखना" takes no step. Support against terror is none of it.
        marker = view.marker_after(host + 1)
        apart = marker in (markers.apart if len(predicate.hosts) == 1 else markers.against)
        apart = apart and not any(variants & {*marker.split()} for variants in predicate.hosts)
        return view.texts[host + 1] not in markers.subject and not apart and not _whose(view, host, marker, predicate)
    words = {word for variants in predicate.hosts for word in variants}
    cases = [c.i for c in view.doc[host].children if c.dep_ == "case" and c.i < host]
    return not cases or any(view.texts[c] in words for c in cases) or _counted(view, host, cases)


def _whose(view: View, host: int, marker: str, predicate: Predicate) -> bool:
    """Whether a host says whose act another is, and not of what kind: "आतंकवादियों | के हमले", not "आतंकवादी हमले"."""
    whose = OF_ACT in predicate.entry.actor and marker in view.grammar.markers.genitive
    return whose and len(predicate.hosts) > 1 and host in view.mention_at


def _counted(view: View, host: int, cases: list[int]) -> bool:
    """Whether a host is what a quantity is of: "fired dozens of rockets", "closed two of its consulates"."""
    of = all(view.texts[c] in view.grammar.markers.genitive for c in cases)
    head = view.heads[host]
    return of and (view.pos[head] == "NUM" or bool(view.forms[head] & set(view.grammar.quantities)))

"""Who acts in a sentence that goes on without its subject: "केन्या ने रिपोर्ट पढ़ी। हालात पर जताई चिंता।"."""

from vaarta.coding.standing import is_future
from vaarta.coding.subjects import members_of, subject_of
from vaarta.coding.triggers import Trigger
from vaarta.coding.verb_forms import is_infinitive
from vaarta.coding.view import View
from vaarta.coding.voice import is_passive
from vaarta.records import Party

__all__ = ["dropped_subject"]

Parties = tuple[Party, ...]


def dropped_subject(view: View, trigger: Trigger) -> Parties:
    """The subject of the sentence before, of a finite verb that takes a marked one and has none in its own.

    Where verbs stand last only; empty if either sentence does not tell it plainly.
    """
    number = view.sentence_of[trigger.verb]
    if trigger.nominal or not number or not _goes_on(view, trigger.verb):
        return ()
    before = view.sentences[number - 1]
    groups = [n for n in subject_of(view, before.root.i) if view.markers[n] in view.grammar.markers.subject]
    marked = [n for n in view.groups_in.get(number - 1, ()) if view.markers[n] in view.grammar.markers.subject]
    if len(groups) != 1 or groups != marked:
        return ()
    return tuple(p for m in members_of(view, groups[0]) for p in m.parties)


def _goes_on(view: View, verb: int) -> bool:
    """Whether a verb is its sentence's own, in the tense whose subject is marked, and nothing there is its subject."""
    verbs, token = view.grammar.verbs, view.doc[verb]
    perfective = view.texts[verb].endswith(verbs.perfective_endings or (" ",)) and not is_infinitive(view, verb)
    if view.grammar.verb == "first" or token.dep_ != "ROOT" or not perfective or is_future(view, verb):
        return False
    words = view.forms[verb]
    takes_marked = words & view.light_verbs or not words.isdisjoint(view.pack.statements.verbs)
    if is_passive(view, verb) or not takes_marked or not words.isdisjoint(verbs.stative):
        return False
    sentence = view.sentences[view.sentence_of[verb]]
    pronouns, subject = view.grammar.markers.pronouns, view.grammar.markers.subject
    marked = any(
        view.texts[i] in subject or pronouns.get(view.texts[i]) in subject for i in range(sentence.start, sentence.end)
    )
    return not marked and not any(view.deps[c].startswith("nsubj") for c in view.children[verb])

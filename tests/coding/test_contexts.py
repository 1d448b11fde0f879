"""What events are about, by the words of contexts."""

import pytest

from vaarta.analysis import analyse
from vaarta.analysis import load as load_pipeline
from vaarta.coding.contexts import context_words
from vaarta.coding.view import View, make_view
from vaarta.doc import Mentions
from vaarta.packs import languages, load
from vaarta.pipeline import code_doc
from vaarta.testing import make_story


def view_of(lang: str, text: str) -> View:
    """A text read by the shipped pipeline, nobody in it recognised."""
    (doc,) = analyse([text], load_pipeline(lang))
    return make_view(doc, story=make_story(doc.text, lang=lang), pack=load(lang), mentions=Mentions())


@pytest.mark.parametrize("lang", languages())
def test_every_context_is_heard_in_its_example(lang: str) -> None:
    entries = load(lang).contexts.entries
    view = view_of(lang, "\n\n".join(entry.example for entry in entries))
    heard: dict[int, set[str]] = {}
    for i, names in context_words(view):
        paragraph = view.text.count("\n\n", 0, view.doc[i].idx)
        heard.setdefault(paragraph, set()).update(names)
    assert [entry.name for n, entry in enumerate(entries) if entry.name not in heard.get(n, set())] == []


@pytest.mark.parametrize(
    ("lang", "text", "contexts"),
    [
        ("en", "Iran accused Iraq of sheltering terrorists.", {"terrorism"}),
        ("en", "France and Kenya signed a treaty on trade and investment.", {"diplomatic", "economic"}),
        ("en", "Police arrested a judge in Lagos for taking bribes.", {"corruption", "legal"}),
        ("hi", "ईरान ने आतंकवाद के मुद्दे पर इराक की निंदा की।", {"diplomatic", "terrorism"}),
        ("hi", "भारत और फ्रांस ने परमाणु ऊर्जा पर समझौते पर हस्ताक्षर किए।", {"diplomatic", "cbrn"}),
    ],
)
def test_an_event_is_about_what_its_sentence_is(lang: str, text: str, contexts: set[str]) -> None:
    view = view_of(lang, text)
    (event,) = code_doc(view.doc, view.story).events
    assert contexts <= {*event.contexts}


def test_a_word_heard_elsewhere_alone_is_no_context_of_an_act() -> None:
    text = "Norway thanked Ghana. The envoys had dinner. Cholera had broken out in another country a year before."
    view = view_of("en", text)
    (event,) = code_doc(view.doc, view.story).events
    assert event.contexts == ("diplomatic",)

"""The spaCy component, on the pipelines that ship."""

from spacy.language import Language
from spacy.tokens import Doc, DocBin

import vaarta
from vaarta.analysis import load
from vaarta.records import Event

TEXT = "भारत ने सोमवार को पाकिस्तान की निंदा की।"


def nlp_with_vaarta() -> Language:
    nlp = vaarta.load("hi")
    nlp.add_pipe("vaarta")
    return nlp


def events(doc: Doc) -> list[tuple[str, str]]:
    return [(e.type, e.actors[0].country) for e in doc._.events if isinstance(e, Event)]


def test_component_leaves_events_on_the_doc() -> None:
    assert events(nlp_with_vaarta()(TEXT)) == [("ACCUSE", "IND")]


def test_claims_say_which_pipeline_parsed_them() -> None:
    nlp = nlp_with_vaarta()
    (event,) = nlp(TEXT)._.events
    assert event.by == f"hi/events#condemn hi_vaarta-{nlp.meta['version']} CC-BY-NC-SA-4.0"


def test_component_works_in_two_processes() -> None:
    docs = list(nlp_with_vaarta().pipe([TEXT] * 4, n_process=2, batch_size=2))
    assert [events(doc) for doc in docs] == [[("ACCUSE", "IND")]] * 4


def test_claims_survive_a_docbin() -> None:
    nlp = nlp_with_vaarta()
    stored = DocBin(docs=[nlp(TEXT)], store_user_data=True).to_bytes()
    (doc,) = DocBin(store_user_data=True).from_bytes(stored).get_docs(nlp.vocab)
    assert events(doc) == [("ACCUSE", "IND")]


def test_days_are_resolved_against_the_published_day_a_user_gives() -> None:
    nlp = nlp_with_vaarta()
    doc = nlp.make_doc(TEXT)
    doc.user_data["vaarta.published"] = "2024-05-15T12:00:00+05:30"
    (event,) = nlp(doc)._.events
    assert (event.when.first, event.when.last) == ("2024-05-13", "2024-05-13")


def test_a_user_s_component_leaves_the_shared_pipeline_alone() -> None:
    nlp_with_vaarta()
    assert "vaarta" not in load("hi").pipe_names

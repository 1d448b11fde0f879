"""Which words tell of an act: a verb with its host, once."""

from parsed import read, told


def test_hindi_host_may_stand_apart_from_its_light_verb() -> None:
    assert told("hi", "host-apart") == ["ACCUSE/disapprove JPN > CHN"]


def test_the_trigger_runs_from_host_to_verb() -> None:
    _, claims = read("hi", "host-apart")
    assert claims.events[0].evidence.quote == "निंदा एक बार फिर की"


def test_hindi_noun_that_is_rejected_is_no_act() -> None:
    assert told("hi", "host-of-another") == ["REJECT CHN > USA"]


def test_hindi_charge_that_is_rejected_is_no_charge() -> None:
    assert told("hi", "denied") == ["REJECT CHN > USA"]


def test_english_accusation_that_is_rejected_is_no_accusation() -> None:
    assert told("en", "denied") == ["REJECT CHN > -"]


def test_each_event_names_the_entry_that_coded_it() -> None:
    for lang, key in (("hi", "ne-subject"), ("en", "subject")):
        (event,) = read(lang, key)[1].events
        assert event.by == f"{lang}/events#condemn"


def test_an_event_carries_the_codes_of_the_ontology() -> None:
    (event,) = read("hi", "visit-genitive")[1].events
    assert (event.type, event.mode, event.cameo) == ("CONSULT", "visit", "042")
    assert event.goldstein is not None
    assert event.plover_score is not None


def test_a_form_of_two_verbs_is_read_as_that_of_its_lemma() -> None:
    (event,) = read("hi", "one-of-two-verbs")[1].events
    assert event.by == "hi/events#shoot"  # not #shoot-occurs: गोली चली

"""Who said what, to whom and where."""

import pytest
from parsed import read, sayings, told


@pytest.mark.parametrize(
    ("lang", "key", "saying"),
    [
        pytest.param("hi", "said-that", "IRN: बातचीत जारी रहेगी", id="hindi-ki-clause"),
        pytest.param("en", "said-that", "IRN: talks would continue", id="english-that-clause"),
        pytest.param("hi", "said-quoted", "DEU direct: यूरोप एकजुट है", id="hindi-quotation-after"),
        pytest.param("en", "said-quoted", "DEU direct: Europe is united", id="english-quotation-after"),
        pytest.param("hi", "quoted-said", "NPL direct: हम शांति चाहते हैं", id="hindi-quotation-before"),
        pytest.param("en", "quoted-said", "DEU direct: Europe is united", id="english-quotation-before"),
        pytest.param("hi", "according", "RUS: दो ड्रोन मार गिराए गए", id="hindi-ke-mutabik"),
        pytest.param("en", "according", "RUS: two drones were shot down", id="english-according-to"),
    ],
)
def test_a_saying_has_its_speaker_and_content(lang: str, key: str, saying: str) -> None:
    assert sayings(lang, key) == [saying]


@pytest.mark.parametrize(
    ("lang", "saying"),
    [
        pytest.param("hi", "TUR: युद्ध का समर्थन नहीं करेंगे", id="hindi-speaker-last"),
        pytest.param("en", "DEU: We will not support war", id="english-speaker-first"),
    ],
)
def test_a_headline_s_colon_attributes(lang: str, saying: str) -> None:
    assert sayings(lang, "colon", headline=True) == [saying]


def test_a_colon_outside_a_headline_does_not() -> None:
    assert sayings("hi", "colon") == []


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_what_was_not_said_is_no_statement(lang: str) -> None:
    assert sayings(lang, "not-said") == []


def test_an_agency_is_not_a_speaker() -> None:
    assert sayings("hi", "agency-source") == []


def test_an_unsigned_communique_is_the_last_speaker_s() -> None:
    assert sayings("hi", "communique") == ["CHN: यात्रा सफल रही", "CHN: व्यापार बढ़ेगा"]


@pytest.mark.parametrize(
    ("lang", "key", "addressee"),
    [
        pytest.param("hi", "to-reporters", "संवाददाताओं", id="hindi-se"),
        pytest.param("en", "told-reporters", "reporters", id="english-told"),
    ],
)
def test_who_was_told_is_the_addressee(lang: str, key: str, addressee: str) -> None:
    (said,) = read(lang, key)[1].statements
    assert said.addressee is not None
    assert said.addressee.text == addressee


@pytest.mark.parametrize(("lang", "venue"), [("hi", "संवाददाता सम्मेलन"), ("en", "press conference")])
def test_where_it_was_said_is_the_venue(lang: str, venue: str) -> None:
    (said,) = read(lang, "at-press-conference")[1].statements
    assert said.venue == venue


def test_english_content_begins_after_that() -> None:
    assert sayings("en", "at-press-conference") == ["FRA: Europe was ready"]


def test_speakers_of_two_countries_speak_as_one() -> None:
    (said,) = read("hi", "joint-speakers")[1].statements
    assert said.speaker.country == ""
    assert said.speaker.text == "भारत और नेपाल के प्रधानमंत्रियों"


def test_hindi_speech_act_with_a_clause_is_event_and_statement() -> None:
    _, claims = read("hi", "demand-that")
    (said,) = claims.statements
    demand = next(event for event in claims.events if event.type == "REQUEST")
    assert said.content.quote == "ईरान अपने सैनिक वापस बुलाए"
    assert demand.id in said.performs


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_a_statement_knows_the_act_it_performs(lang: str) -> None:
    _, claims = read(lang, "we-quoted")
    assert claims.statements[0].performs == (claims.events[0].id,)


def test_english_it_added_goes_on_with_the_speaker() -> None:
    assert sayings("en", "statement-said") == ["CHN: the visit was useful", "CHN direct: Trade will grow"]


def test_english_threat_is_event_and_statement() -> None:
    _, claims = read("en", "threaten-infinitive")
    (said,) = claims.statements
    assert said.content.quote == "expel the French ambassador"
    assert said.performs == (claims.events[0].id,)


def test_hindi_content_of_an_infinitive_ends_before_its_case_marker() -> None:
    (said,) = read("hi", "call-on")[1].statements
    assert said.content.quote.endswith("संयम बरतने")


@pytest.mark.parametrize(
    ("lang", "key", "told"),
    [
        pytest.param("hi", "appeal", ["FRA: सीमा खोलने"], id="hindi-appeal-after-day-and-addressee"),
        pytest.param("hi", "told-to", ["JPN: नौसेना हटाने"], id="hindi-told-to"),
        pytest.param("hi", "in-venue", ["CHN: नए व्यापार समझौते"], id="hindi-announcement-after-its-venue"),
        pytest.param("hi", "also-announced", ["FRA: बड़ी आर्थिक सहायता"], id="hindi-particle-of-the-speaker"),
        pytest.param("hi", "taking-for", [], id="hindi-taking-something-for-something-says-nothing"),
        pytest.param("hi", "this-matter", [], id="hindi-this-matter-is-no-content"),
        pytest.param("hi", "promises-made", [], id="hindi-promises-once-made-are-not-made-now"),
    ],
)
def test_what_the_words_of_saying_govern_is_said(lang: str, key: str, told: list[str]) -> None:
    assert sayings(lang, key) == told


@pytest.mark.parametrize(
    ("lang", "key", "told"),
    [
        pytest.param("hi", "two-sayings", ["NPL: वार्ता सफल रही", "IND: सीमा शांत है"], id="hindi"),
        pytest.param("en", "while-two", ["GRC: the talks had failed", "TUR: the island was calm"], id="english"),
    ],
)
def test_a_saying_ends_where_the_next_one_begins(lang: str, key: str, told: list[str]) -> None:
    assert sayings(lang, key) == told


@pytest.mark.parametrize(
    ("lang", "key", "country"),
    [
        pytest.param("hi", "issued", "IRN", id="hindi-passive-with-owner"),
        pytest.param("hi", "issued-by", "RUS", id="hindi-issued-on-behalf"),
        pytest.param("en", "owned-statement", "CHN", id="english-statement-by"),
        pytest.param("en", "apposed", "KEN", id="english-office-told-beside-the-name"),
        pytest.param("hi", "strangers", "", id="hindi-strangers"),
    ],
)
def test_whose_words_they_are(lang: str, key: str, country: str) -> None:
    assert [said.speaker.country for said in read(lang, key)[1].statements] == [country]


def test_a_quotation_left_open_ends_before_the_next_speaker() -> None:
    assert sayings("hi", "left-open") == ["DEU direct: यूरोप को एकजुट रहना है", "FRA: संधि टूट गई"]


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_a_quotation_that_goes_on_is_one_statement(lang: str) -> None:
    (said,) = read(lang, "quoted-on")[1].statements
    assert said.content.quote.startswith(("हम शांति", "We want"))
    assert said.content.quote.endswith(("रहेगी।", "open."))


def test_what_ought_to_be_is_the_last_speaker_s_but_not_the_weather() -> None:
    assert sayings("hi", "ought") == ["IND: आतंकवाद बढ़ रहा है। सभी देशों को साथ आना चाहिए"]


@pytest.mark.parametrize(
    ("lang", "key", "first", "last", "direct"),
    [
        pytest.param("hi", "part-quoted", "सीमा", "सकते", False, id="hindi-first-words-quoted"),
        pytest.param("en", "part-quoted", "Officials", "border", False, id="english-last-words-quoted"),
        pytest.param("en", "after-colon", "We", "anyone.", True, id="english-colon-far-from-its-verb"),
        pytest.param("en", "participle-first", "the", "over", False, id="english-not-the-participle-before"),
        pytest.param("en", "aside", "the", "night", False, id="english-speaker-in-between"),
    ],
)
def test_content_is_the_whole_clause(lang: str, key: str, first: str, last: str, direct: bool) -> None:  # noqa: FBT001
    (said,) = read(lang, key)[1].statements
    words = said.content.quote.split()
    assert (words[0], words[-1], said.direct) == (first, last, direct)


@pytest.mark.parametrize(("key", "country"), [("said-then-quoted", "GRC"), ("said-then-cued", "TUR")])
def test_a_quotation_after_a_saying_without_words_is_its_own_unless_it_says_whose(key: str, country: str) -> None:
    assert sayings("en", key) == [f"{country} direct: Nobody will leave this room today"]


@pytest.mark.parametrize(
    ("key", "saying"),
    [
        pytest.param("owner-speaks", "CHL: The talks with Peru were useful", id="its-owner-is-known"),
        pytest.param("phrase-speaks", "?: The river was rising fast", id="a-noun-before-the-speaker-s"),
        pytest.param("told-in-address", "GRC: the taxes would be halved", id="where-it-was-told-before-that"),
        pytest.param("accused-of-two", "LVA: beating students", id="a-gerund-parsed-into-the-accused"),
    ],
)
def test_agency_prose_says_who_said_it(key: str, saying: str) -> None:
    assert sayings("en", key) == [saying]


def test_a_quotation_broken_by_its_cue_is_one() -> None:
    (saying,) = sayings("en", "broken-quotation")
    assert saying.startswith("KEN direct: The old bridge")
    assert saying.endswith("guard it well")


@pytest.mark.parametrize("key", ["called-a-strike", "what-it-called"])
def test_calling_a_strike_or_a_thing_by_a_name_says_nothing(key: str) -> None:
    assert sayings("en", key) == []


def test_a_denial_ends_where_an_accusation_takes_over() -> None:
    assert sayings("en", "denied-and-accused") == ["LVA: the ships were empty", "LVA: stealing fish"]


def test_a_participle_after_what_is_said_is_of_who_says_that() -> None:
    assert sayings("hi", "said-again") == [
        "IRN: नेपाल भूटान के साथ व्यापार चाहता है",
        "IRN: नेपाल सहयोग के लिए तैयार है",
    ]


def test_a_story_that_breaks_off_after_that_is_coded() -> None:
    assert sayings("en", "breaks-off-after-that") == []


def test_a_story_that_breaks_off_after_a_comma_is_coded() -> None:
    assert sayings("en", "breaks-off") == ["KEN: it had met the envoy of Uganda in Nairobi"]


def test_signs_alone_are_no_speaker() -> None:
    assert sayings("hi", "signs-alone") == []


@pytest.mark.parametrize(
    ("key", "said"),
    [
        pytest.param("calling-said", ["PER: इस कदम को गलत", "PER: व्यापार रुक जाएगा"], id="calls-it-so-and-says"),
        pytest.param("attacking-said", ["KEN: सड़कें बन रही हैं"], id="attacks-and-says"),
        pytest.param("saying-withdrew", ["TCD: समय ठीक नहीं है"], id="says-so-while-acting"),
        pytest.param("speaking-of-said", ["NPL: व्यापार दोगुना होगा"], id="speaks-of-and-says"),
        pytest.param("called-then", ["PER: क्षेत्र का आंतरिक मामला"], id="what-another-does-then"),
        pytest.param("written-by", [], id="a-book-by-someone"),
        pytest.param("unknown-announces", ["?: उड़ानों को लेकर नए नियमों"], id="after-a-speaker-in-no-list"),
    ],
)
def test_hindi_participles_and_what_follows_them(key: str, said: list[str]) -> None:
    assert sayings("hi", key) == said


def test_the_president_is_not_the_vice_president_named_last() -> None:
    (said,) = read("hi", "president-not-deputy")[1].statements
    assert said.speaker.text == "पेरू के राष्ट्रपति"


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("after-dateline", ["KEN: Kenya and Ghana agreed to share their water"]),
        ("day-first", ["PER: he and his Chilean counterpart had settled the dispute"]),
        ("source-last", ["PER: the bridge was safe"]),
        ("a-statement-said-so", ["PER: Peru recalled its envoy", "PER: the embassy would stay open"]),
        ("proposed-by", ["PER direct: In the plan proposed by Chile, trade comes first"]),
        ("report-alleging", ["CHL: its ships had crossed the border"]),
        ("called-quoted", ['PER: this information "a plain lie']),
        (
            "clause-then-quote",
            ["CHL: The Peruvian envoy was led to the hall by guards", "PER direct: The talks went well"],
        ),
    ],
)
def test_english_sayings_as_agencies_tell_them(key: str, said: list[str]) -> None:
    assert sayings("en", key) == said


def test_whom_an_agency_cites_speaks() -> None:
    (said,) = read("en", "cited-as")[1].statements
    assert said.speaker.name == "Idriss Saleh"


def test_an_envoy_to_a_country_tells_no_one_to_act() -> None:
    assert told("en", "envoy-to") == []


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (
            "said-and-added",
            [
                "GHA: The Kenyan president said that Ghana was a friend and welcomed its ships in the port of Mombasa",
                "KEN: Ghana was a friend and welcomed its ships in the port of Mombasa",
            ],
        ),
        ("will-meet-and-urge", []),
        ("told-agency", ["KEN direct: The session is to begin at six"]),
    ],
)
def test_who_says_what_among_several_verbs(key: str, said: list[str]) -> None:
    assert sayings("en", key) == said


def test_whom_one_calls_on_is_met_unless_called_on_to_act() -> None:
    assert told("en", "called-on-and-held") == ["CONSULT CHL+PER > -"]

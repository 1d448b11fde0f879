"""Hindi as translators of agency prose write it: clauses that part a name from its marker, what follows the verb."""

import pytest
from parsed import read, sayings, told


@pytest.mark.parametrize(
    ("key", "events"),
    [
        pytest.param("tr-agent-after-the-verb", ["COERCE/arrest - > GHA", "SANCTION/discontinue TGO > GHA"],
                     id="an-agent-named-after-a-verb-is-not-its-own"),
        pytest.param("tr-agent-of-infinitive", ["REJECT GHA > -"], id="an-agent-s-verb-follows-it-past-a-clause"),
        pytest.param("tr-relative-after-the-verb", ["COERCE/arrest - > SEN"], id="whom-a-later-clause-is-about"),
        pytest.param("tr-expected-visit", ["AGREE KEN > UGA @planned"], id="a-visit-that-is-expected"),
        pytest.param("tr-denied-claim", ["REJECT OMN > YEM"], id="what-is-denied-was-not-done"),
        pytest.param("tr-hit-there", ["ASSAULT/heavy-weapons QAT > SDN"], id="positions-are-of-where-they-stand"),
        pytest.param("tr-amid-condemnation", [], id="a-noun-after-a-comma-is-no-host"),
        pytest.param("tr-foreign-governments", ["COERCE/arrest UGA > UGA", "ACCUSE/disapprove ? > -"],
                     id="foreign-governments-are-not-the-story-s"),
        pytest.param("tr-they-who-say-it", ["CONSULT/visit GHA > TCD", "AGREE ? > TGO"], id="they-are-who-say-so"),
        pytest.param("tr-not-himself", ["CONSULT GHA+TGO > -", "ACCUSE/allege GHA > TGO"], id="he-accuses-another"),
        pytest.param("tr-two-subjects",
                     ["SANCTION/discontinue GHA > TGO", "SANCTION/discontinue TGO > GHA", "SANCTION/expel TGO > GHA"],
                     id="each-subject-has-the-verb-after-it"),
        pytest.param("tr-after-its-offer", ["CONSULT GHA+TGO > -", "SANCTION/withdraw GHA > TGO"],
                     id="who-did-what-an-infinitive-tells"),
        pytest.param("tr-after-a-row-with", ["SANCTION/expel TCD > GHA"], id="who-acts-in-a-clause-after-a-phrase"),
        pytest.param("tr-sham-told-the-crowd", [], id="a-crowd-told-of-a-sham-is-not-called-one"),
        pytest.param("tr-voted-to-condemn", ["ACCUSE/disapprove POL > HUN"], id="what-was-voted-was-done"),
        pytest.param("tr-counterpart",
                     ["ACCUSE/disapprove GHA > TGO", "ACCUSE/disapprove TGO > GHA", "SUPPORT GHA > TGO",
                      "REQUEST/change GHA > TGO"], id="his-counterpart-is-the-other-country-s"),
        pytest.param("tr-parted-by-dashes", ["PROTEST/demo TGO > TGO"], id="marker-after-a-clause-between-dashes"),
        pytest.param("tr-the-countrys", ["RETREAT/withdraw TGO > -", "ACCUSE/disapprove TGO > GHA"],
                     id="the-country-is-the-one-last-named"),
    ],
)  # fmt: skip
def test_whose_act_it_is(key: str, events: list[str]) -> None:
    assert told("hi", key) == events


@pytest.mark.parametrize(
    ("key", "events"),
    [
        pytest.param("tr-criticism-there-was", ["ACCUSE/disapprove - > PER"], id="whose-criticism-there-was-has-it"),
        pytest.param("tr-unions-call", ["REQUEST/yield GHA > -"], id="unions-call-for-it"),
        pytest.param("tr-environmentalists", ["SUPPORT GHA > PER"], id="environmentalists-welcome-it"),
        pytest.param("tr-suspension", ["SANCTION/discontinue PER > TGO"], id="a-suspension-announced"),
        pytest.param("tr-bomb-and-fire", ["ASSAULT/explosives TGO > TGO"], id="a-fire-set-by-bombs-is-no-protest"),
        pytest.param("tr-called-right", ["SUPPORT TGO > PER"], id="what-is-called-right-is-supported"),
        pytest.param("tr-probe-on", ["ACCUSE/investigate - > PER"], id="on-whom-a-probe-began"),
        pytest.param("tr-province-spelled", ["COERCE/arrest CAN > CAN"], id="a-province-spelled-otherwise"),
        pytest.param("tr-bombing-went-on", ["ASSAULT/aerial PER > PER"], id="bombing-that-goes-on"),
        pytest.param("tr-impeached", ["ACCUSE/allege GHA > GHA"], id="whom-parliament-impeaches"),
        pytest.param("tr-conservatives", ["ACCUSE/disapprove PER > TGO"], id="people-of-a-creed-are-a-party"),
    ],
)
def test_plain_words_of_translators(key: str, events: list[str]) -> None:
    assert told("hi", key) == events


@pytest.mark.parametrize(
    ("key", "said"),
    [
        pytest.param("tr-speaker-before-clause", ["PER: खदान बंद रहेगी"], id="speaker-parted-from-his-marker"),
        pytest.param("tr-leads-a-government", ["SMR: बजट कम है"], id="country-told-by-a-clause"),
        pytest.param("tr-who-was-there", ["PER: खदानें अगले महीने फिर से खुलेंगी"], id="a-clause-about-him-is-not-said"),
        pytest.param("tr-objected-calling-it", ["TCD: इसे आंतरिक मामलों में दखल"], id="what-it-is-called-after-the-verb"),
        pytest.param("tr-took-it-ill", [], id="another-act-is-not-said"),
        pytest.param("tr-opens-his-sentence", ["TCD: वार्ता विफल रही", "GHA: सीमा जल्द खुलेगी"],
                     id="he-is-whom-the-sentence-before-is-about"),
        pytest.param("tr-owner-of-a-firm", ["GHA: सीमा अब भी बंद है"], id="a-long-phrase-before-the-name"),
        pytest.param("tr-according-at-the-end", ["PER: खदानें अगले महीने फिर से खुलेंगी"], id="according-to-at-the-end"),
        pytest.param("tr-their-statement", ["TCD: घाना के साथ वार्ता रुक गई है", "TCD: अगली बैठक जून में होनी थी"],
                     id="a-statement-is-of-whoever-spoke-last"),
    ],
)  # fmt: skip
def test_who_says_what(key: str, said: list[str]) -> None:
    assert sayings("hi", key) == said


def test_a_nationality_belongs_to_the_name_after_it() -> None:
    (event,) = read("hi", "tr-nationality-and-name")[1].events
    (whom,) = event.recipients
    assert (whom.text, whom.country, whom.name) == ("केन्याई जोसेफ मवांगी", "KEN", "जोसेफ मवांगी")


@pytest.mark.parametrize(
    ("key", "events"),
    [
        pytest.param("t3-surname-alone",
                     ["CONSULT/visit GHA > TGO", "AID BEN > BEN @possible", "ACCUSE/allege GHA > BEN"],
                     id="a-surname-that-acts-is-a-name"),
        pytest.param("t3-spokesman-past-clause", ["THREATEN NER > MLI", "REQUEST/change NER > TCD"],
                     id="whose-spokesman-past-a-relative-clause"),
        pytest.param("t3-agents-within-clause", ["SANCTION/discontinue BEN+TGO > ?", "ACCUSE/allege GHA > GHA"],
                     id="a-marker-behind-the-clause-is-the-name-s"),
        pytest.param("t3-threat-on-condition", ["THREATEN GHA > TGO"], id="whom-a-condition-is-put-to"),
        pytest.param("t3-decision-condemned", ["SANCTION/expel TGO > BEN", "ACCUSE/disapprove GHA > TGO"],
                     id="whose-decision-is-condemned"),
        pytest.param("t3-accord-welcomed", ["SUPPORT BEN+TGO > -", "SUPPORT GHA > BEN+TGO"],
                     id="whose-accord-is-welcomed"),
        pytest.param("t3-truce-proposed", ["CONSULT NER+TCD > -"], id="a-truce-proposed-is-none"),
        pytest.param("t3-troops-deployed", ["MOBILIZE/troops GHA > TGO"], id="whose-troops-were-deployed"),
        pytest.param("t3-invitation-refused", ["REJECT/meet TGO > GHA"], id="one-refusal-is-one"),
        pytest.param("t3-answered-by-arms", ["MOBILIZE/weapons TGO > -"], id="an-answer-is-no-blow-by-itself"),
        pytest.param("t3-talks-suspended", ["REJECT/meet GHA > TGO"], id="talks-suspended-are-called-off"),
        pytest.param("t3-held-past-clause", ["COERCE/arrest TGO > GHA"], id="whom-a-clause-parts-from-the-verb"),
        pytest.param("t3-government-at-home", ["ACCUSE/disapprove TGO > GHA", "COERCE/martial-law GHA > -"],
                     id="the-government-is-of-those-at-home"),
        pytest.param("t3-north-of-mali", ["ASSAULT MLI > MLI"], id="in-the-north-of-a-country-is-in-it"),
        pytest.param("t3-crowd-before-a-name", ["CONSULT/visit TCD > NER", "PROTEST/demo TCD > -"],
                     id="a-crowd-has-no-name"),
        pytest.param("t3-border-closed", ["SANCTION/discontinue TGO > GHA"], id="a-border-closed-is-no-protest"),
        pytest.param("t3-rights-groups", ["ACCUSE/disapprove NGO > TGO"], id="rights-groups-are-of-no-country"),
        pytest.param("t3-done-by-agent", ["ACCUSE/disapprove TGO > BEN"], id="who-did-what-is-objected-to"),
        pytest.param("t3-condemned-agent", ["ACCUSE/disapprove GHA > NER"], id="who-did-what-is-condemned"),
        pytest.param("t3-a-step-that", ["SANCTION/discontinue TGO > GHA", "ACCUSE/disapprove GHA > TGO"],
                     id="whose-step-a-clause-condemns"),
        pytest.param("t3-tariff-suspended", ["CONCEDE KEN > UGA"], id="a-tariff-suspended-is-eased"),
        pytest.param("t3-refused-to-attend", ["REJECT/meet GHA > TGO"], id="who-will-not-attend"),
        pytest.param("t3-denied-arming", ["REJECT RWA > -"], id="denied-charges-are-no-refusal-of-help"),
        pytest.param("t3-crowd-at-border", ["ASSAULT - > ?"], id="at-a-border-is-on-either-side"),
    ],
)  # fmt: skip
def test_sides_told_elsewhere(key: str, events: list[str]) -> None:
    assert told("hi", key) == events

"""What things are called: the names files of both packs, and how a phrase is looked up in them."""

import shutil
import time
import tomllib
from pathlib import Path

import pytest

from vaarta.errors import PackError
from vaarta.ontology import load_ontology
from vaarta.ontology.holders import load_holders
from vaarta.packs import builtin
from vaarta.packs.names import NameEntry, NamesPack, fold_phrase, fold_word, load_names

LANGUAGES = ["en", "hi"]
# Phrases that rightly mean two things without either being weak; each needs a reason.
BOTH: set[str] = set()
PACKS = {lang: load_names(builtin(lang)) for lang in LANGUAGES}
# The hundred countries most in the news from a South Asian point of view.
IN_THE_NEWS = (
    "AFG ARE ARG ARM AUS AUT AZE BEL BGD BGR BHR BLR BOL BRA BRN BTN CAN CHE CHL CHN CMR COL CUB CYP CZE DEU DNK "
    "DZA ECU EGY ESP EST ETH FIN FJI FRA GBR GEO GHA GRC HRV HUN IDN IND IRL IRN IRQ ISR ITA JAM JOR JPN KAZ KEN "
    "KGZ KHM KOR KWT LAO LBN LBY LKA LTU LVA MAR MDV MEX MLI MMR MNG MOZ MUS MYS NAM NGA NLD NOR NPL NZL OMN PAK "
    "PER PHL POL PRK PRT PSE QAT ROU RUS RWA SAU SDN SEN SGP SOM SRB SSD SVK SWE SYR THA TJK TKM TUN TUR TWN TZA "
    "UGA UKR USA UZB VEN VNM XKX YEM ZAF ZMB ZWE"
)


def entries(lang: str, phrase: str) -> tuple[NameEntry, ...]:
    return PACKS[lang].phrases[fold_phrase(phrase)]


def only(lang: str, phrase: str) -> NameEntry:
    (entry,) = entries(lang, phrase)
    return entry


@pytest.mark.parametrize(
    ("phrase", "key"),
    [
        pytest.param("व्हाइट हाउस", ("व्हाइट", "हाउस"), id="devanagari"),
        pytest.param("लश्कर-ए-तैयबा", ("लश्कर", "ए", "तैयबा"), id="hyphens"),
        pytest.param("जी-२०", ("जी", "20"), id="digits"),
        pytest.param("फ़्रांस", ("फ्रांस",), id="nukta as one or two"),
        pytest.param("Recep Tayyip Erdoğan", ("recep", "tayyip", "erdogan"), id="accents"),
        pytest.param("Đỗ Mười", ("do", "muoi"), id="barred letters"),
        pytest.param("ले. जनरल", ("ले", "जनरल"), id="abbreviation"),
        pytest.param("U.S. Senate", ("u.s", "senate"), id="dots"),
        pytest.param("People's Liberation Army", ("people", "'s", "liberation", "army"), id="genitive"),
        pytest.param("Workers’ Party", ("workers", "'", "party"), id="plural genitive"),
        pytest.param("नेकपा (एमाले)", ("नेकपा", "(", "एमाले", ")"), id="brackets"),
        pytest.param("यूएस Congress", ("यूएस", "congress"), id="two scripts"),
    ],
)
def test_phrases_fold_to_words(phrase: str, key: tuple[str, ...]) -> None:
    assert fold_phrase(phrase) == key


def test_words_that_are_only_marks_fold_to_nothing() -> None:
    assert fold_word("...") == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_country_has_a_name(lang: str) -> None:
    countries = [a for a in load_ontology().actors.values() if a.kind == "country" and a.status != "former state"]
    assert not [a.id for a in countries if PACKS[lang].country_name(a.id) == a.id]


def adjectives(lang: str) -> set[str]:
    return {e.id for found in PACKS[lang].phrases.values() for e in found if e.kind == "adjective"}


def test_every_un_member_has_an_english_adjective() -> None:
    members = {a.id for a in load_ontology().actors.values() if a.status == "UN member"}
    # Dominica shares its adjective with the Dominican Republic, Congo-Brazzaville with Congo-Kinshasa; they yield.
    assert members - adjectives("en") == {"COG", "DMA"}


def test_countries_in_the_news_have_a_hindi_adjective() -> None:
    codes = set(IN_THE_NEWS.split())
    assert len(codes) >= 100
    assert not codes - adjectives("hi")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_entry_uses_codes_that_exist(lang: str) -> None:
    ontology = load_ontology()
    known = {"", *ontology.actors, *ontology.offices, *load_holders()}
    for found in PACKS[lang].phrases.values():
        for entry in found:
            assert entry.kind in ("title", "particle", "modifier") or entry.id in known
            assert {entry.country, entry.default_country} <= {"", "IGO", "NGO", "MNC", *ontology.actors}, entry
            assert entry.sector in {"", *ontology.sectors}, entry


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_strong_names_collide(lang: str) -> None:
    apart = ("title", "particle", "modifier")
    for key, found in PACKS[lang].phrases.items():
        strong = {entry.id for entry in found if not entry.weak and entry.kind not in apart}
        assert len(strong) < 2 or " ".join(key) in BOTH, (key, strong)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_weak_repeats_a_name_of_its_entry(lang: str) -> None:
    for path in (builtin(lang) / "names").glob("*.toml"):
        for key, told in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if isinstance(told, dict) and "weak" in told:
                lists = [names for field, names in told.items() if field != "weak"]
                lists = [names for found in lists for names in (found.values() if isinstance(found, dict) else [found])]
                named = {name for names in lists for name in names}
                assert set(told["weak"]) <= named, (path.name, key)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_load_in_under_a_second_of_work(lang: str) -> None:
    began = time.process_time()
    load_names(builtin(lang))
    assert time.process_time() - began < 1.0


@pytest.mark.parametrize(
    ("lang", "phrase", "country"),
    [
        pytest.param("hi", "इज़राइल", "ISR", id="nukta"),
        pytest.param("hi", "इसराइल", "ISR", id="another spelling"),
        pytest.param("hi", "अमरीकी", "USA", id="adjective"),
        pytest.param("hi", "पाकिस्तानियों", "PAK", id="people, oblique"),
        pytest.param("hi", "वॉशिंगटन", "USA", id="capital"),
        pytest.param("hi", "साउथ ब्लॉक", "IND", id="seat"),
        pytest.param("hi", "यू.ए.ई", "ARE", id="dotted"),
        pytest.param("hi", "आवाज", None, id="no country"),
        pytest.param("en", "Britons", "GBR", id="people"),
        pytest.param("en", "Kremlin", "RUS", id="english seat"),
        pytest.param("en", "CÔTE D'IVOIRE", "CIV", id="accents"),
    ],
)
def test_country_of(lang: str, phrase: str, country: str | None) -> None:
    assert PACKS[lang].country_of(phrase) == country


@pytest.mark.parametrize(("lang", "code", "name"), [("hi", "USA", "अमेरिका"), ("en", "USA", "United States")])
def test_country_name_is_the_one_news_uses(lang: str, code: str, name: str) -> None:
    assert PACKS[lang].country_name(code) == name


@pytest.mark.parametrize(
    ("lang", "phrase", "told"),
    [
        pytest.param("hi", "प्रधानमंत्री", ("prime-minister", "head", 1, "", "", "GOV"), id="head"),
        pytest.param("hi", "विदेश मंत्रालय", ("foreign-ministry", "body", 2, "", "", "GOV"), id="ministry"),
        pytest.param("hi", "विदेश विभाग", ("state-department", "body", 2, "", "USA", "GOV"), id="default country"),
        pytest.param("hi", "पेंटागन", ("pentagon", "body", 2, "USA", "", "MIL"), id="country in the word"),
        pytest.param("hi", "उप-उच्चायुक्त", ("deputy-high-commissioner", "envoy", 3, "", "", "GOV"), id="envoy"),
        pytest.param("hi", "लेफ्टिनेंट जनरल", ("general", "rank", 3, "", "", "MIL"), id="rank"),
        pytest.param("hi", "आतंकवादियों", ("terrorist", "people", 4, "", "", "REB"), id="people, oblique"),
        pytest.param("hi", "शिष्टमंडल", ("delegation", "group-noun", 3, "", "", "GOV"), id="delegation"),
        pytest.param("en", "foreign ministers", ("foreign-minister", "minister", 2, "", "", "GOV"), id="plural"),
        pytest.param("en", "Border Security Force", ("bsf", "force", 4, "IND", "", "MIL"), id="force"),
    ],
)
def test_offices(lang: str, phrase: str, told: tuple[str, str, int, str, str, str]) -> None:
    entry = only(lang, phrase)
    assert (entry.id, entry.role, entry.rank, entry.country, entry.default_country, entry.sector) == told


def test_organisations_act_for_no_country() -> None:
    entry = only("hi", "संयुक्त राष्ट्र")
    assert (entry.id, entry.country, entry.sector) == ("un", "IGO", "")


def test_a_person_has_an_entry_for_each_office_and_one_after_the_last() -> None:
    told = [(e.office, e.country, e.sector, e.first, e.last) for e in entries("hi", "मनमोहन सिंह")]
    assert told == [
        ("prime-minister", "IND", "GOV", "2004-05-22", "2014-05-26"),
        ("", "IND", "ELI", "2014-05-26", ""),
    ]


def test_who_still_holds_office_is_no_former_official() -> None:
    assert {e.sector for e in entries("hi", "शी जिनपिंग")} == {"GOV"}


def test_a_party_is_opposition_outside_its_spells_in_government() -> None:
    told = [(e.sector, e.first, e.last) for e in entries("hi", "भाजपा")]
    assert told == [
        ("OPP", "", "1998-03-19"),
        ("PTY", "1998-03-19", "2004-05-22"),
        ("OPP", "2004-05-22", "2014-05-26"),
        ("PTY", "2014-05-26", ""),
    ]


def test_a_party_in_government_from_the_first_has_no_spell_before_it() -> None:
    assert entries("hi", "भारतीय राष्ट्रीय कांग्रेस")[0].sector == "PTY"


@pytest.mark.parametrize(
    ("lang", "phrase"),
    [
        ("hi", "चीनी"),
        ("hi", "माली"),
        ("hi", "पोल"),
        ("en", "Turkey"),
        ("en", "Jordan"),
        ("en", "Georgia"),
        ("en", "Chad"),
    ],
)
def test_ambiguous_names_are_weak(lang: str, phrase: str) -> None:
    assert all(entry.weak for entry in entries(lang, phrase))


@pytest.mark.parametrize(
    ("phrase", "words", "fits"),
    [
        pytest.param("WHO", ["who"], False, id="who asks"),
        pytest.param("WHO", ["Who"], False, id="who begins"),
        pytest.param("US", ["us"], False, id="us"),
        pytest.param("US", ["US"], True, id="US"),
        pytest.param("U.S.", ["U.S"], True, id="dots"),
        pytest.param("NATO", ["nato"], False, id="nato"),
        pytest.param("India", ["INDIA"], True, id="headline"),
        pytest.param("foreign minister", ["Foreign", "Minister"], True, id="common noun"),
    ],
)
def test_capitals_must_fit(phrase: str, words: list[str], *, fits: bool) -> None:
    assert any(entry.fits(words) for entry in entries("en", phrase)) is fits


def test_scripts_without_capitals_always_fit() -> None:
    assert only("hi", "भारत").fits(["भारत"])


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        pytest.param("गोलान", "SYR", id="as recognised"),
        pytest.param("अक्साई चिन", "CHN", id="by its holder"),
        pytest.param("अल अक्सा", "PSE", id="jerusalem"),
        pytest.param("वाघा", "PAK", id="border post"),
        pytest.param("अटारी", "IND", id="border post across"),
        pytest.param("हिंद महासागर", "", id="sea"),
    ],
)
def test_places_lie_in_a_country(phrase: str, country: str) -> None:
    assert only("hi", phrase).country == country


def test_longest_is_the_longest_key() -> None:
    pack: NamesPack = PACKS["hi"]
    assert pack.longest == max(map(len, pack.phrases))


@pytest.mark.parametrize(("lang", "word"), [("hi", "पूर्व"), ("en", "former")])
def test_former_makes_former_officials(lang: str, word: str) -> None:
    assert ("former", "ELI") in {(e.id, e.sector) for e in entries(lang, word) if e.kind == "modifier"}


def test_names_of_unknown_things_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "xx"
    shutil.copytree(builtin("hi") / "names", folder / "names")
    with (folder / "names" / "groups.toml").open("a", encoding="utf-8") as file:
        file.write('\n[no-such-group]\nnames = ["कोई"]\n')
    with pytest.raises(PackError, match=r"groups\.toml: the ontology has no 'no-such-group'"):
        load_names(folder)


def test_a_pack_without_names_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"countries\.toml: cannot be read"):
        load_names(tmp_path)

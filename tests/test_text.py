"""Text as it is: Devanagari, digits, nukta as one and as two code points, two scripts."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaarta.text import ascii_digits, fold, is_devanagari, is_word, nfc, script, share_of, words

DEVANAGARI = st.text(st.sampled_from([chr(c) for c in range(0x0900, 0x0980)] + list(" ,.-0\u200c\u200d")), max_size=30)
ANY = st.text(st.characters(codec="utf-8"), max_size=40) | DEVANAGARI


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("\u0958लम", "कलम", id="nukta-as-one-code-point"),
        pytest.param("\u0958लम", "\u0915\u093cलम", id="nukta-as-one-and-as-two"),
        pytest.param("फ़रवरी", "फरवरी", id="nukta-left-out"),
        pytest.param("मन्त्री", "मंत्री", id="half-nasal-as-anusvara"),
        pytest.param("सम्बन्ध", "संबंध", id="two-half-nasals"),
        pytest.param("पाँच", "पांच", id="chandrabindu-as-anusvara"),
        pytest.param("परिषद्", "परिषद", id="virama-at-the-end"),
        pytest.param("१२", "12", id="devanagari-digits"),
        pytest.param("क्‍या", "क्या", id="zero-width-joiner"),
        pytest.param("India", "INDIA", id="latin-case"),
        pytest.param("G20", "g२०", id="two-scripts"),
        pytest.param("ÉTATS", "états", id="latin-with-accent"),
    ],
)
def test_spellings_of_one_word_meet(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("मित्र", "मंत्री", id="other-consonant"),
        pytest.param("दिन", "दीन", id="other-matra"),
        pytest.param("कल", "काल", id="matra-or-none"),
        pytest.param("१२", "21", id="other-number"),
    ],
)
def test_other_words_stay_apart(left: str, right: str) -> None:
    assert fold(left) != fold(right)


@given(ANY)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY)
def test_folding_does_not_care_for_composition(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("हिन्दी में वार्ता हुई।", ["हिन्दी", "में", "वार्ता", "हुई"], id="matras-and-danda"),
        pytest.param("है।विदेश", ["है", "विदेश"], id="danda-glued-to-the-next-word"),
        pytest.param("१२,५०० रुपये", ["१२,५००", "रुपये"], id="devanagari-number"),
        pytest.param("\u0958लम और \u0915\u093cलम", ["\u0958लम", "और", "\u0915\u093cलम"], id="nukta-as-one-and-as-two"),
        pytest.param("G20 की बैठक", ["G", "20", "की", "बैठक"], id="two-scripts"),
        pytest.param("क्‍या", ["क्‍या"], id="zero-width-joiner"),
        pytest.param("NATOमहासचिव", ["NATO", "महासचिव"], id="two-scripts-glued"),
        pytest.param("India's envoy, 3:30", ["India's", "envoy", "3:30"], id="latin"),
        pytest.param("“…” — !", [], id="punctuation-only"),
    ],
)  # fmt: skip
def test_words_and_numbers_are_found_whole(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in words(text)] == found


@given(DEVANAGARI)
def test_no_word_begins_or_ends_inside_a_syllable(text: str) -> None:
    for start, end in words(text):
        assert start == 0 or not (_is_mark(text[start]) and _is_letter(text[start - 1]))
        assert end == len(text) or not (_is_mark(text[end]) and _is_letter(text[end - 1]))


@given(ANY)
def test_words_are_in_order_and_hold_something(text: str) -> None:
    found = list(words(text))
    assert all(start < end for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))


@given(ANY)
def test_nfc_is_nfc_with_newlines_only(text: str) -> None:
    clean = nfc(text)
    assert unicodedata.is_normalized("NFC", clean)
    assert not {"\r", "\ufeff", "\u00ad"} & set(clean)
    assert nfc(clean) == clean


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        pytest.param("\u0958", "\u0915\u093c", id="nukta-is-two-code-points-in-nfc"),
        pytest.param("\u0928\u093c", "\u0929", id="nnna-is-one-code-point-in-nfc"),
        pytest.param("एक\r\nदो\rतीन", "एक\nदो\nतीन", id="line-ends"),
        pytest.param("\ufeffवार्ता", "वार्ता", id="byte-order-mark"),
        pytest.param("co\u00adoperate", "cooperate", id="soft-hyphen"),
        pytest.param("क्‍या", "क्‍या", id="zero-width-joiner-stays"),
    ],
)
def test_nfc_on_the_way_in(text: str, clean: str) -> None:
    assert nfc(text) == clean


@given(ANY)
def test_digits_keep_the_length(text: str) -> None:
    assert len(ascii_digits(text)) == len(text)


def test_digits_of_every_script_are_read() -> None:
    assert ascii_digits("१२ मार्च, ١٢ and 12") == "12 मार्च, 12 and 12"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("वार्ता", "Deva", id="devanagari"),
        pytest.param("talks", "Latn", id="latin"),
        pytest.param("بات چیت", "Arab", id="arabic"),
        pytest.param("переговоры", "other", id="other"),
        pytest.param("भारत की G20 बैठक", "Deva", id="two-scripts"),
        pytest.param("१२ 12 …", "", id="digits-are-no-letters"),
    ],
)
def test_the_script_is_that_of_most_letters(text: str, name: str) -> None:
    assert script(text) == name


def test_share_of_a_script() -> None:
    assert share_of("abक", "Latn") == pytest.approx(2 / 3)
    assert share_of("१२", "Deva") == 0.0


@pytest.mark.parametrize(
    ("text", "word", "devanagari"),
    [("वा", True, True), ("१२", True, True), ("12", True, False), ("“।”", False, True), ("…", False, False)],
)
def test_what_holds_a_word_or_devanagari(text: str, word: bool, devanagari: bool) -> None:  # noqa: FBT001
    assert (is_word(text), is_devanagari(text)) == (word, devanagari)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in {"Mn", "Mc"}


def _is_letter(char: str) -> bool:
    return is_devanagari(char) and unicodedata.category(char).startswith(("L", "M"))

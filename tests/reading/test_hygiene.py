import pytest

from vaarta.reading.hygiene import clean, key, paragraph_spans, same_words, unwrap

MENDED = [
    pytest.param("उन्होंने कहा, &amp;quot;हाँ&amp;quot;", 'उन्होंने कहा, "हाँ"', id="entities escaped twice"),
    pytest.param("AT&T and R&D; a < b", "AT&T and R&D; a < b", id="ampersands that are no entities"),
    pytest.param("नई\u00a0दिल्ली\tमें", "नई दिल्ली में", id="spaces"),
    pytest.param("फ\u093cरवरी", "फ\u093cरवरी", id="nukta in NFC is two code points"),
    pytest.param("\u095eरवरी", "फ\u093cरवरी", id="nukta as one code point"),
    pytest.param("क्\u200dष उपाध्\u200cयक्ष", "क्\u200dष उपाध्\u200cयक्ष", id="joiners kept"),
    pytest.param("a\u200bb\u202e\x00\x07c\ud800d", "abcd", id="controls, marks of direction, half a surrogate"),
    pytest.param('है।विदेश "अधूरा', 'है।विदेश "अधूरा', id="glued danda and open quote stay"),
    pytest.param("a\r\nb\u2028c", "a\nb\nc", id="line ends"),
    pytest.param("१२ क़दम", "१२ क\u093cदम", id="digits stay"),
]


@pytest.mark.parametrize(("given", "wanted"), MENDED)
def test_text_is_mended_and_else_unchanged(given: str, wanted: str) -> None:
    assert clean(given) == wanted


def test_lines_are_compared_without_spaces_case_and_end_punctuation() -> None:
    assert key("  ये  भी पढ़ें: ") == key("ये भी पढ\u093cें")
    assert same_words("को:गुरुवार और", "को: गुरुवार और।")
    assert not same_words("Delhi talks", "Delhi walks")


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    wrapped = [
        "The two sides met in the capital on Monday and",
        "talked about trade for more than three hours in",
        "a closed room.",
    ]
    assert unwrap(wrapped) == [" ".join(wrapped)]


def test_lines_that_end_sentences_are_paragraphs() -> None:
    lines = ["दोनों पक्ष सोमवार को राजधानी में मिले और बात की।", "बैठक तीन घंटे चली और बाद में बयान आया।", "अगली बैठक मई में होगी।"]
    assert unwrap(lines) == lines


def test_paragraphs_of_a_text_kept_as_it_is() -> None:
    text = "  पहला वाक्य।\nदूसरा वाक्य।\n\nतीसरा  "
    assert [text[start:end] for start, end in paragraph_spans(text)] == ["पहला वाक्य।", "दूसरा वाक्य।", "तीसरा"]

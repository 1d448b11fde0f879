"""Every claim leads back to its words, and is the same however often it is coded."""

import pytest
from parsed import every_evidence, read, rows

PARSED = [(lang, key) for lang in ("hi", "en") for key in rows(lang)]


@pytest.mark.parametrize(("lang", "key"), PARSED, ids=[f"{lang}-{key}" for lang, key in PARSED])
def test_evidence_quotes_the_story(lang: str, key: str) -> None:
    story, claims = read(lang, key)
    for evidence in every_evidence(claims):
        assert story.text[slice(*evidence.span)] == evidence.quote
        assert evidence.sentence[0] <= evidence.span[0] < evidence.span[1]
    assert read(lang, key)[1] == claims

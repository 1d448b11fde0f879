"""Decisions told as nouns: whose they are, what they tell, and who is judged for them."""

import pytest
from parsed import told

TOLD = {
    "whose-by-who-is-punished": (
        "en",
        "recalled-over-decision",
        ["SANCTION/withdraw FRA > NER", "SANCTION/expel NER > FRA"],
    ),
    "several-that-are-punished": (
        "en",
        "recalled-over-no-longer",
        ["SANCTION/withdraw JPN > FJI+WSM", "SANCTION/discontinue FJI+WSM > XKX"],
    ),
    "its-is-of-who-is-judged": (
        "en",
        "condemned-its-decision",
        ["ACCUSE/disapprove GBR > MLI", "SANCTION/expel MLI > DNK"],
    ),
    "whose-by-a-possessive": ("en", "decision-of-another", ["ACCUSE/disapprove NOR > ISL", "SANCTION/expel ISL > NOR"]),
    "whose-by-an-agent": ("en", "decision-by-another", ["ACCUSE/disapprove KEN > SOM", "SANCTION/withdraw SOM > KEN"]),
    "of-nobody-named": ("en", "decision-of-nobody", ["ACCUSE/disapprove IGO > -", "COERCE/arrest - > KEN"]),
    "who-took-it": ("en", "decision-taken", ["SANCTION/expel MWI > ZMB"]),
    "help-decided-on-is-promised": ("en", "decision-to-aid", ["AGREE NOR > TCD"]),
    "none": ("en", "no-decision", []),
    "hi-whose-by-a-genitive": ("hi", "decision-condemned", ["ASSAULT TUR > SYR", "ACCUSE/disapprove DEU > TUR"]),
    "hi-what-is-not-done-any-more": (
        "hi",
        "decision-not-to-recognise",
        ["SANCTION/discontinue ECU > TWN", "ACCUSE/disapprove USA > ECU"],
    ),
    "hi-whose-by-who-is-punished": (
        "hi",
        "decision-punished",
        ["SANCTION/discontinue FJI+WSM > XKX", "SANCTION/withdraw JPN > FJI+WSM"],
    ),
    "hi-decided-by-its-verb": ("hi", "decision-made", ["SANCTION/expel JPN > RUS"]),
}


@pytest.mark.parametrize(("lang", "key", "events"), TOLD.values(), ids=TOLD)
def test_a_decision_is_its_maker_s_act(lang: str, key: str, events: list[str]) -> None:
    assert told(lang, key) == events

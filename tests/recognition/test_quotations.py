"""What stands in quotation marks: the words, with * where the closing mark is missing."""

import pytest
from builders import hand_parsed

from vaarta.recognition.quotations import quotations
from vaarta.records import Story

ROWS = {
    "curly": ("उसने/X कहा/X ,/X “~/X हम सब साथ हैं/X ”/X", ["हम सब साथ हैं"]),
    "straight": ('उसने कहा , "~ हम सब साथ हैं~ "', ["हम सब साथ हैं"]),
    "single": ("उसने कहा , '~ हम सब साथ हैं~ '", ["हम सब साथ हैं"]),
    "angular": ("« हम सब साथ हैं »", ["हम सब साथ हैं"]),
    "two-scripts": ('उसने कहा , "~ हम UN के साथ हैं~ "', ["हम UN के साथ हैं"]),
    "digits": ('उसने कहा , "~ हम १२ देश साथ हैं~ "', ["हम १२ देश साथ हैं"]),
    "nukta": ('उसने कहा , "~ यह क़दम ठीक नहीं~ "', ["यह क़दम ठीक नहीं"]),
    "nested": ("“~ हम कहते हैं ‘~ शांति सबसे बड़ी बात~ ’ आज~ ”", ["हम कहते हैं ‘शांति सबसे बड़ी बात’ आज", "शांति सबसे बड़ी बात"]),
    "over-sentences": ('"~ हम साथ हैं ।\nहम मदद करेंगे ।~ " उसने कहा', ["हम साथ हैं। हम मदद करेंगे।"]),
    "left-open": ("उसने कहा , '~ हम सब साथ हैं ।", ["हम सब साथ हैं।*"]),
    "closing-spaced-as-opening": ('"~ हम सब साथ हैं ।\nहम मदद करेंगे , "~ मंत्री ने कहा', ["हम सब साथ हैं। हम मदद करेंगे,"]),
    "open-then-another": ('"~ हम सब साथ हैं ।\nउसने कहा , "~ वे भी साथ हैं~ "', ["हम सब साथ हैं।*", "वे भी साथ हैं"]),
    "scare": ("यह “~ खास दोस्ती~ ” है", []),
    "apostrophe": ("India~ '~ s plan is good and it can~ '~ t fail", []),
    "plural-genitive": ("the/DET ministers/NOUN '/PART talks/NOUN in/ADP the/DET states/NOUN '/PART capital/NOUN", []),
    "english": ('he said , "~ we stand by them~ " .', ["we stand by them"]),
    "two": ('"~ हम सब साथ हैं~ " और "~ वे भी साथ आएंगे~ "', ["हम सब साथ हैं", "वे भी साथ आएंगे"]),
}


@pytest.mark.parametrize(("table", "expected"), ROWS.values(), ids=ROWS)
def test_quotations(table: str, expected: list[str]) -> None:
    doc = hand_parsed(table)
    found = quotations(doc, Story(id="story", lang="hi", text=doc.text))
    assert [doc[q.start : q.end].text + ("" if q.closed else "*") for q in found] == expected


def test_a_quotation_ends_with_its_paragraph() -> None:
    doc = hand_parsed('"~ हम सब साथ हैं ।\nमंत्री ने कहा "')
    story = Story(id="story", lang="hi", text=doc.text, paragraphs=((0, 16), (17, len(doc.text))))
    (found,) = quotations(doc, story)
    assert (doc[found.start : found.end].text, found.closed) == ("हम सब साथ हैं।", False)

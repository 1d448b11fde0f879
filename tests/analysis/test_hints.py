"""What lists and news say of words, and the network's layer of names that reads it."""

from collections import Counter
from typing import Any

import msgspec
import numpy as np
import pytest
from networks import SHAPES, random_network

from vaarta.analysis.hindi import fold
from vaarta.analysis.hints import COLUMNS, Hints, counted, hints_of, listed
from vaarta.analysis.network import Network, Spelled

TAGS = ["O", "B-PER", "E-PER"]
NEWS = {"नेड": Counter({"B-PER": 6, "O": 1}), "ढाका": Counter({"O": 2})}
NAMES = [("person", ("नेड", "प्राइस")), ("place", ("ढाका",)), ("role", ("राजदूत",))]


def row(hints: Hints, word: str) -> dict[str, int]:
    """What the hints say of a word, without noughts."""
    values = hints.rows[hints.words.index(word) + 1].tolist()
    return {what: value for what, value in zip([*COLUMNS, "often", *TAGS[1:]], values, strict=True) if value}


def told(words: str) -> list[Spelled]:
    return [Spelled(word, word) for word in words.split(" ")]


def hinted(values: Any) -> Network:
    """A random network with a layer of names over hints of कहा, दिल्ली and कंपाला."""
    plain, chance = random_network(), np.random.default_rng(1)
    wide, tags, hidden = 2 * SHAPES.hidden, len(plain.labels.names), 6
    layer: dict[str, Any] = {
        "hints": values,
        "naming.weight": chance.normal(size=(hidden, wide)).astype(np.float32),
        "naming.bias": chance.normal(size=hidden).astype(np.float32),
        "naming.hints": chance.normal(size=(hidden, values.shape[1], 3)).astype(np.float32) / 127,
        "names.weight": chance.normal(size=(tags, hidden)).astype(np.float32),
        "names.bias": chance.normal(size=tags).astype(np.float32),
    }
    return Network(msgspec.structs.replace(plain.labels, hinted=["कंपाला"]), plain.weights | layer)


VALUES = np.array([[0, 0], [0, 0], [127, 0], [0, 127]], dtype=np.int8)


def test_a_word_has_its_place_in_listed_names_and_its_share_in_the_news() -> None:
    hints = hints_of(NEWS, NAMES, TAGS, fold)
    assert row(hints, "नेड") == {"first person": 127, "often": round(127 * np.log(7) / 10), "B-PER": round(127 * 0.6)}
    assert row(hints, "प्राइस") == {"later person": 127}


def test_a_word_told_too_seldom_has_only_what_lists_say() -> None:
    assert row(hints_of(NEWS, NAMES, TAGS, fold), "ढाका") == {"lone place": 127}


def test_the_first_row_is_nought_for_words_that_nothing_is_known_of() -> None:
    hints = hints_of(NEWS, NAMES, TAGS, fold)
    assert not hints.rows[0].any()
    assert len(hints.rows) == len(hints.words) + 1


@pytest.mark.parametrize(
    "name",
    [("place", ("बांग्लादेश",)), ("place", ("ढाका",)), ("person", ("नेड", "प्राइस")), ("role", ("श्री",))],
    ids=["country", "capital", "person", "title"],
)
def test_the_hindi_pack_lists(name: tuple[str, tuple[str, ...]]) -> None:
    assert name in set(listed("hi"))


def test_the_news_is_counted_once_a_sentence() -> None:
    news = [["ने", "कहा", "।"], ["ने", "कहा", "।"], [], ["दिल्ली", "ने"], ["ने"] * 101]
    counts = counted(random_network(), news)
    assert {word: told.total() for word, told in counts.items()} == {"ने": 2, "कहा": 1, "।": 1, "दिल्ली": 1}
    assert {tag for told in counts.values() for tag in told} <= set(random_network().labels.names)


def test_the_network_names_alike_together_and_alone() -> None:
    sentences = [told("ने कहा दिल्ली कंपाला ।"), told("कंपाला"), told("दिल्ली ने कहा")]
    network = hinted(VALUES)
    alone = [reading.names for sentence in sentences for reading in network.read([sentence])]
    assert [reading.names for reading in network.read(sentences)] == alone
    tags = [tags for _, tags in network.named(sentences)]
    assert tags == [tags for sentence in sentences for _, tags in network.named([sentence])]


def test_hints_reach_the_words_beside_theirs_and_no_other_sentence() -> None:
    before, after = hinted(VALUES * 0), hinted(VALUES)
    sentences = [told("ने ने कंपाला ने ने"), told("ने ने")]
    moved = (before.hinted(sentences) != after.hinted(sentences)).any(axis=1)
    assert moved.tolist() == [False, True, True, True, False, False, False]


def test_hints_are_kept_in_bytes() -> None:
    network = hinted(VALUES)
    kept = Network.from_bytes(network.to_bytes())
    assert kept.weights["hints"].dtype == np.int8
    assert (kept.weights["hints"] == VALUES).all()
    assert kept.hints["कंपाला"] == len(VALUES) - 1

"""What is promised not to be done, kept from being done, or done by things and people of whom nothing is known."""

import pytest
from parsed import sayings, told


@pytest.mark.parametrize(
    ("key", "events"),
    [
        pytest.param("promised-never", ["AGREE POL > UKR"], id="never-is-of-what-is-promised"),
        pytest.param("pledged-not", ["AGREE NER > GHA"], id="not-is-of-what-is-pledged"),
        pytest.param("did-not-promise", [], id="what-was-not-promised"),
        pytest.param("kept-from-marching", ["COERCE/restrict GEO > GEO"], id="who-was-kept-from-it-did-not-march"),
        pytest.param("things-do-not-support", ["COOPERATE GHA+TGO > -"], id="no-doer-lent-of-what-things-do"),
        pytest.param("hailed-and-reviled", ["SUPPORT SRB > GHA", "ACCUSE/disapprove - > GHA"],
                     id="an-unknown-agent-is-not-the-one-before"),
        pytest.param("a-third-of-goods", ["SANCTION/discontinue USA > IND"], id="a-share-of-the-goods"),
    ],
)  # fmt: skip
def test_what_was_done(key: str, events: list[str]) -> None:
    assert told("en", key) == events


def test_a_promise_not_to_is_said() -> None:
    assert sayings("en", "promised-never") == ["POL: abandon the people of Ukraine"]

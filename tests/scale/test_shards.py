"""A shard is coded whatever its workers die of; what kills three is passed over, and told."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from dying import DYING

from vaarta.errors import EngineError
from vaarta.scale import Limits, Settings, plan
from vaarta.scale.jobs import Order, hand_name
from vaarta.scale.messages import InHand, Message
from vaarta.scale.shards import TRIES, Attempt, Hand, code_shard
from vaarta.scale.workers import Workers

LIMITS = Limits(seconds=30)
GOOD = "India and Nepal met."
HINDI = "भारत और नेपाल ने १२ मार्च को वार्ता की।"


class Gone(Exception):  # noqa: N818
    """What stands for the end of a machine with all that runs on it."""


@pytest.fixture
def workers() -> Iterator[Workers]:
    """Workers without models, which die where a story says so."""
    with Workers(LIMITS, DYING) as pool:
        yield pool


@pytest.fixture
def order(tmp_path: Path) -> Callable[..., Order]:
    """Makes the order of one shard of all that is in a file or folder."""

    def make(source: Path, limits: Limits = LIMITS) -> Order:
        job = plan([str(source)], shard_bytes=10**9, settings=Settings())
        out = str(tmp_path / "out")
        return Order(version=job.version, out=out, settings=job.settings, limits=limits, shard=job.shards[0])

    return make


def ids(out: str) -> list[str]:
    return [json.loads(line)["id"] for line in (Path(out) / "coded/000000.jsonl").read_text("utf-8").splitlines()]


def test_a_shard_is_a_file_with_a_line_a_story_in_order(
    corpus: Callable[..., Path], order: Callable[..., Order], workers: Workers
) -> None:
    asked = order(corpus(*[GOOD] * 20, HINDI))
    told = code_shard(asked, workers)
    assert (told.coded, told.passed, told.deaths) == (21, (), 0)
    assert ids(asked.out) == [f"s{number}" for number in range(21)]


def test_a_shard_that_is_done_is_not_done_again(
    corpus: Callable[..., Path], order: Callable[..., Order], workers: Workers
) -> None:
    asked = order(corpus(GOOD))
    first = code_shard(asked, workers)
    workers.close()
    assert code_shard(asked, workers) == first


@pytest.mark.parametrize(
    ("text", "how"), [("kill me", "was ended by SIGKILL"), ("leave", "ended with exit code 7")], ids=["killed", "left"]
)
def test_a_story_that_kills_three_workers_is_passed_over(
    text: str, how: str, corpus: Callable[..., Path], order: Callable[..., Order], workers: Workers
) -> None:
    asked = order(corpus(GOOD, GOOD, f"{HINDI} {text}", GOOD, *[GOOD] * 20))
    told = code_shard(asked, workers)
    assert (told.coded, told.deaths) == (23, TRIES)
    assert "s2" not in ids(asked.out)
    (passed,) = told.passed
    assert passed.record == "s2"
    assert passed.reason == f"quarantined: 3 workers that had it in hand died; the last one {how}"


def test_two_such_stories_in_one_batch_are_both_found(
    corpus: Callable[..., Path], order: Callable[..., Order], workers: Workers
) -> None:
    told = code_shard(order(corpus(GOOD, "kill me", GOOD, "leave", GOOD)), workers)
    assert [passed.record for passed in told.passed] == ["s1", "s3"]
    assert told.coded == 3


def test_a_story_that_takes_too_long_is_passed_over(
    corpus: Callable[..., Path], order: Callable[..., Order], workers: Workers
) -> None:
    told = code_shard(order(corpus("sleep", GOOD), Limits(seconds=1.5)), workers)
    assert told.coded == 1
    assert told.passed[0].reason.endswith("took more than 1.5 seconds")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="this system does not say what memory others hold")
def test_a_story_that_takes_too_much_memory_is_passed_over(
    corpus: Callable[..., Path], order: Callable[..., Order]
) -> None:
    with Workers(Limits(megabytes=350), DYING) as small:
        told = code_shard(order(corpus(GOOD, "grow")), small)
    assert told.coded == 1
    assert told.passed[0].reason.endswith("took more than 350 MB of memory")


def test_a_page_that_kills_its_readers_is_passed_over_and_the_next_ones_read(
    tmp_path: Path, order: Callable[..., Order], workers: Workers
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    body = "<p>India and Nepal met in Delhi on Monday, the ministry said in a long statement.</p>" * 3
    for number in range(12):
        said = "kill me" if number == 9 else "talks"
        page = f"<html><title>Talks {number}</title><article>{body}</article><i>{said}</i></html>"
        (pages / f"page-{number:02}.html").write_text(page, "utf-8")
    told = code_shard(order(pages), workers)
    assert told.coded == 11
    (passed,) = told.passed
    assert passed.source.endswith("page-09.html")
    assert passed.reason.startswith("quarantined: 3 workers")


def test_the_hand_file_names_the_stories_in_hand_for_the_next_attempt(
    corpus: Callable[..., Path], order: Callable[..., Order], workers: Workers
) -> None:
    asked = order(corpus(GOOD, "kill me"))
    seen: list[Hand] = []
    hear = Attempt._hear

    def gone(self: Attempt, message: Message) -> None:
        hear(self, message)
        if isinstance(message, InHand):
            seen.append(msgspec.json.decode(Path(asked.out, hand_name(0)).read_bytes(), type=Hand))
            raise Gone

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Attempt, "_hear", gone)
        for _ in range(TRIES):
            with pytest.raises(Gone):
                code_shard(asked, workers)
    assert [hand.keys for hand in seen] == [("story 0", "story 1"), ("story 0",), ("story 0",)]
    assert [hand.attempts for hand in seen] == [1, 2, 3]
    told = code_shard(asked, workers)
    assert [passed.record for passed in told.passed] == ["s0", "s1"]


def test_a_hand_file_that_is_no_longer_whole_is_no_hindrance(
    corpus: Callable[..., Path], order: Callable[..., Order], workers: Workers
) -> None:
    asked = order(corpus(GOOD))
    (Path(asked.out) / "hand").mkdir(parents=True)
    Path(asked.out, hand_name(0)).write_bytes(b'{"attempts":')
    assert code_shard(asked, workers).coded == 1


def test_workers_that_never_begin_end_the_job(corpus: Callable[..., Path], order: Callable[..., Order]) -> None:
    with Workers(Limits(), ("false",)) as broken, pytest.raises(EngineError, match="exit code 1"):
        code_shard(order(corpus(GOOD)), broken)


def test_a_machine_with_another_vaarta_refuses(
    corpus: Callable[..., Path], order: Callable[..., Order], workers: Workers
) -> None:
    with pytest.raises(EngineError, match=r"of vaarta 9\.9"):
        code_shard(msgspec.structs.replace(order(corpus(GOOD)), version="9.9"), workers)

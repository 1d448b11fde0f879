"""What is asked of a corpus, how it is cut, and what is told of each shard. All of it is plain JSON on the way."""

from typing import TypeAlias

import msgspec

from vaarta.reading.parts import Part
from vaarta.records import Passed, Record

__all__ = [
    "QUARANTINED", "Job", "Limits", "Order", "Outcome", "Piece", "Report", "Settings", "Shard", "Told", "Undone",
    "coded_name", "decode_outcome", "hand_name", "told_name",
]  # fmt: skip

QUARANTINED = "quarantined"  # the first word of the reason of whatever has killed its workers
DIGITS = 6  # of a shard's number in a file's name, so that names sort as shards do


class Settings(Record, frozen=True, kw_only=True):
    """What decides what is coded: the user's own pipelines by language, and the least score of an event.

    `whole` is whether the stories and all that is kept of their claims are written with what they claim.
    """

    pipelines: dict[str, str] = msgspec.field(default_factory=dict)
    min_score: float = 0.0
    whole: bool = False


class Limits(Record, frozen=True, kw_only=True):
    """What a worker may take: seconds for one story, megabytes of memory. They decide nothing of what is coded."""

    seconds: float = 120.0
    megabytes: int = 3_000


class Piece(Record, frozen=True, kw_only=True):
    """A file, or a part of one. The path is absolute, or an address that fsspec knows."""

    path: str
    part: Part = Part()


class Shard(Record, frozen=True, kw_only=True):
    """Pieces that are coded into one file."""

    number: int
    pieces: tuple[Piece, ...]


class Job(Record, frozen=True, kw_only=True):
    """A corpus cut into shards: written down when it is begun, so that going on means the same shards.

    `makings` are the digests of what decides what is coded (`scale.makings`). `passed` are the inputs that were passed
    over when it was cut: they cannot be opened.
    """

    version: str
    makings: dict[str, str] = msgspec.field(default_factory=dict)
    sources: tuple[str, ...]
    shard_bytes: int
    settings: Settings
    shards: tuple[Shard, ...] = ()
    passed: tuple[Passed, ...] = ()


class Order(Record, frozen=True, kw_only=True):
    """One shard to be coded, with all that whoever does it must know; `out` is the folder of the results."""

    version: str
    makings: dict[str, str] = msgspec.field(default_factory=dict)
    out: str
    settings: Settings
    limits: Limits
    shard: Shard


class Told(Record, frozen=True, kw_only=True, tag_field="is", tag="told"):
    """What became of a shard: stories coded, inputs passed over and why, and how often its worker died."""

    number: int
    coded: int
    passed: tuple[Passed, ...] = ()
    deaths: int = 0


class Undone(Record, frozen=True, kw_only=True, tag_field="is", tag="undone"):
    """A shard that the engine gave up, and why. Running the job again tries it again."""

    number: int
    reason: str


Outcome: TypeAlias = Told | Undone


class Report(Record, frozen=True, kw_only=True):
    """What became of a job. `passed_over` counts inputs by reason, `quarantined` names those that killed workers."""

    shards: int
    coded: int
    passed_over: dict[str, int]
    quarantined: tuple[Passed, ...]
    undone: tuple[Undone, ...]
    deaths: int


def decode_outcome(told: bytes) -> Outcome:
    """What became of a shard, from its JSON."""
    return msgspec.json.decode(told, type=Told | Undone)


def coded_name(number: int) -> str:
    """The file with what a shard's stories claim. That it is there says that the shard is done."""
    return f"coded/{number:0{DIGITS}}.jsonl"


def told_name(number: int) -> str:
    """The file with what became of a shard: written before the other."""
    return f"told/{number:0{DIGITS}}.json"


def hand_name(number: int) -> str:
    """The file that names the story of a shard in hand; gone when the job is done."""
    return f"hand/{number:0{DIGITS}}.json"

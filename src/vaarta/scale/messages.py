"""What a worker and its supervisor say to each other: one JSON object a line."""

import msgspec

from vaarta.records import Passed, Record
from vaarta.scale.jobs import Settings, Shard

__all__ = [
    "Coded",
    "Ended",
    "Failed",
    "InHand",
    "Loading",
    "Message",
    "PassedOver",
    "Reading",
    "Task",
    "decode_message",
    "story_key",
]


class Task(Record, frozen=True, kw_only=True):
    """A shard to code, from the result `skip` on, which the supervisor has already.

    Results, stories and inputs passed over, are numbered within the shard from 0, inputs from 1. `alone` are stories
    to be coded apart from others, `quarantined` the reasons not to read or code what is named so (`Reading.key`,
    `story_key`).
    """

    shard: Shard
    settings: Settings
    skip: int = 0
    alone: frozenset[int] = frozenset()
    quarantined: dict[str, str] = msgspec.field(default_factory=dict)


def story_key(number: int) -> str:
    """What names a story of a shard, in every attempt."""
    return f"story {number}"


class Message(Record, frozen=True, kw_only=True, tag=True, tag_field="is"):
    """The root of what a worker says."""


class Loading(Message, frozen=True, kw_only=True):
    """It has nothing in hand: it begins, or loads a pipeline."""


class Reading(Message, frozen=True, kw_only=True):
    """It reads an input, having read so many results of the shard."""

    input: int
    after: int
    name: str

    @property
    def key(self) -> str:
        """What names this place in the shard, in every attempt."""
        return f"input {self.input} after {self.after}"


class InHand(Message, frozen=True, kw_only=True):
    """It codes these stories: their numbers and ids."""

    stories: dict[int, str]


class Coded(Message, frozen=True, kw_only=True):
    """The next result: a story's claims, as `vaarta code` prints them."""

    line: msgspec.Raw


class PassedOver(Message, frozen=True, kw_only=True):
    """The next result: an input passed over."""

    passed: Passed


class Ended(Message, frozen=True, kw_only=True):
    """All of the shard has been told."""


class Failed(Message, frozen=True, kw_only=True):
    """The job cannot be done like this at all: a pipeline that does not exist, say."""

    reason: str


def decode_message(line: bytes) -> Message:
    """What a line says. Raises msgspec.DecodeError if it is none of ours."""
    return msgspec.json.decode(line, type=Loading | Reading | InHand | Coded | PassedOver | Ended | Failed)

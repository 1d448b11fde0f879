"""Which claims are worth comparing: those of one kind and one country, near in time. Near-linear in the claims."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations

from vaarta.packs.sounds import sounds_of
from vaarta.records import Engagement, Event, Statement, Tenure
from vaarta.resolution.keys import Vocabulary
from vaarta.resolution.tellings import Telling

__all__ = ["REACH", "candidates"]

WINDOW = 4  # days: two acts this far apart are in one window or in neighbouring ones
REACH = 2 * WINDOW - 1  # days: two acts farther apart are never compared
LARGEST = 60  # claims in a block that are all compared; in larger ones, only those that share a rare name or number
RAREST = 8  # names and numbers of a sentence and its story that claims of a large block are found by
COMMON = 60  # claims of a large block that share a key: it is not rare there, and says nothing


def candidates(tellings: Sequence[Telling], vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """The numbers of claims to compare, each two once, never two of one story, nor two that are both not new."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for n, telling in enumerate(tellings):
        for block in _blocks(telling):
            blocks[block].append(n)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        if not any(tellings[n].story.new for n in members):
            continue
        groups = [members] if len(members) <= LARGEST else _by_rare_keys(members, tellings, vocabulary)
        for left, right in (pair for group in groups for pair in combinations(group, 2)):
            one, other = tellings[left].story, tellings[right].story
            if (left, right) not in seen and one is not other and (one.new or other.new):
                seen.add((left, right))
                yield left, right


def _blocks(telling: Telling) -> Iterator[Hashable]:
    """The blocks a claim is in: of its kind, each of its countries, and the windows its days are in."""
    kind = _kind(telling)
    if isinstance(telling.claim, Tenure):
        # Whoever holds an office does so for years.
        yield from ((kind, telling.claim.of, sound) for sound in sounds_of(telling.claim.holder)[-1:])
        return
    # Also by the day of the story: of two copies of a sentence, one may have its day read wrongly.
    days = {day for day in (telling.about, telling.story.published) if day is not None}
    windows: set[int | None] = {day // WINDOW + n for day in days for n in (0, 1)} or {None}
    for country in frozenset.union(*telling.sides) or ("",):
        for window in windows:
            yield kind, country, window


def _kind(telling: Telling) -> str:
    claim = telling.claim
    if isinstance(claim, Event):
        return claim.type
    return "statement" if isinstance(claim, Statement) else "engagement" if isinstance(claim, Engagement) else "tenure"


def _by_rare_keys(block: list[int], tellings: Sequence[Telling], vocabulary: Vocabulary) -> Iterator[list[int]]:
    holders: dict[int, list[int]] = defaultdict(list)
    for n in block:
        telling = tellings[n]
        keys = {*vocabulary.rarest(telling.keys, RAREST), *vocabulary.rarest(telling.story.keys, RAREST)}
        for key in keys:
            holders[key].append(n)
    yield from (group for group in holders.values() if 1 < len(group) <= COMMON)

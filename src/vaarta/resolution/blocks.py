"""Which claims are worth comparing: those of one kind and one country, near in time. Near-linear in the claims."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from vaarta.records import Engagement, Event, Statement, Tenure
from vaarta.resolution.keys import Vocabulary, sounds_of
from vaarta.resolution.tellings import Telling

__all__ = ["candidates"]

WINDOW = 4  # days: two acts this far apart are in one window or in neighbouring ones
LARGEST = 60  # claims in a block that are all compared; in larger ones, only those that share a rare name or number
RAREST = 8  # names and numbers of a sentence and its story that claims of a large block are found by
COMMON = 60  # claims of a large block that share a key: it is not rare there, and says nothing


def candidates(tellings: Sequence[Telling], vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """The numbers of claims to compare, each two once, never two of one story."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for n, telling in enumerate(tellings):
        for block in _blocks(telling):
            blocks[block].append(n)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        groups = [members] if len(members) <= LARGEST else _by_rare_keys(members, tellings, vocabulary)
        for left, right in (pair for group in groups for pair in combinations(group, 2)):
            if (left, right) not in seen and tellings[left].story is not tellings[right].story:
                seen.add((left, right))
                yield left, right


def _blocks(telling: Telling) -> Iterator[Hashable]:
    """The blocks a claim is in: of its kind, each of its countries, and the windows its day is in."""
    kind = _kind(telling)
    if isinstance(telling.claim, Tenure):
        # Whoever holds an office does so for years.
        yield from ((kind, telling.claim.of, sound) for sound in sounds_of(telling.claim.holder)[-1:])
        return
    windows: Iterable[int | None] = (None,)
    if telling.about is not None:
        windows = range(telling.about // WINDOW, telling.about // WINDOW + 2)
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

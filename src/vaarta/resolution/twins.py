"""Which story each is likest to, in its own language and in another: there, two are twins if each is the other's."""

from collections.abc import Iterable

from vaarta.resolution.keys import Vocabulary
from vaarta.resolution.tellings import StoryKeys

__all__ = ["find_likest", "find_twins"]

LEAST = 0.25  # of the names and numbers of the one that has fewer: less is alike by chance in a large record


def find_likest(pairs: Iterable[tuple[StoryKeys, StoryKeys]], vocabulary: Vocabulary) -> None:
    """Note at each story of the pairs how much of it is in each of its language, or of that in it."""
    for left, right in pairs:
        if right.number not in left.held and left.keys.lang == right.keys.lang:
            left.held[right.number] = right.held[left.number] = vocabulary.held(left.keys, right.keys)


def find_twins(pairs: Iterable[tuple[StoryKeys, StoryKeys]], vocabulary: Vocabulary) -> None:
    """Note at each story of the pairs its twin in another language, if it has one."""
    likest: dict[tuple[int, str], tuple[float, int]] = {}
    seen: set[tuple[int, int]] = set()
    stories: dict[int, StoryKeys] = {}
    for left, right in pairs:
        if left.keys.lang == right.keys.lang or (left.number, right.number) in seen:
            continue
        seen.add((left.number, right.number))
        alike = vocabulary.alike(left.keys, right.keys)
        for one, other in ((left, right), (right, left)):
            stories[one.number] = one
            key = one.number, other.keys.lang
            likest[key] = max(likest.get(key, (LEAST, -1)), (alike, other.number))
    for (number, _), (_, liked) in likest.items():
        back = likest.get((liked, stories[number].keys.lang))
        if back and back[1] == number:
            stories[number].twin = liked

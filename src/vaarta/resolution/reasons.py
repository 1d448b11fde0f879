"""What speaks for and against two claims telling one thing."""

from vaarta.packs.sounds import sounds_of
from vaarta.records import Engagement, Event, Statement, Tenure
from vaarta.resolution.across import reasons_across
from vaarta.resolution.apart import FARTHEST, WEEKS, Reasons, days_after, of_countries, told_apart
from vaarta.resolution.contradictions import COPIED, VISIT, days_between, different, is_visit
from vaarta.resolution.contrasts import FORCE, contrasts, retold_there
from vaarta.resolution.keys import Vocabulary
from vaarta.resolution.persons import persons_shared
from vaarta.resolution.roles import of_roles
from vaarta.resolution.tellings import Telling, told_on_one_day
from vaarta.resolution.towns import near, town_of
from vaarta.resolution.wording import of_wording
from vaarta.text import fold

__all__ = ["reasons"]

ACCUSED = "ACCUSE"  # the type of accusations and blame
PROMISED = "AGREE"  # the type of promises and plans: the same make many
MANY_SUCH = {ACCUSED: "accused", PROMISED: "promised"}
KINDS = {ACCUSED: ("accusation",), PROMISED: ("promise",), FORCE: ("force",)}
OTHER_WORDS = 0.2  # of two sayings: less alike, they say other things
MOST = 5.0  # rare words of two sentences shared: more are no more for it
MOST_PARTY = 2.5  # of the words for who did it, or to whom


def reasons(
    left: Telling, right: Telling, vocabulary: Vocabulary, rival: float = 0.0
) -> list[tuple[str, float]] | None:
    """What speaks for and against two claims telling one thing, each with how many times its weight it counts.

    None if they cannot, whatever else they share. `rival` is by how much another claim of either's story is liker than
    they are, 0 or less if none is. A reason may count otherwise, or only, in claims of one kind: it is then given again
    as "visit: day-untold". Those that weights.toml does not name say nothing.
    """
    if different(left, right):
        return None
    if left.keys.lang != right.keys.lang:
        return [*reasons_across(left, right, vocabulary, rival), *_of_kind(left, right)]
    found = [*_in_one_language(left, right, vocabulary, rival), *_of_kind(left, right)]
    return [*found, *((f"{kind}: {reason}", times) for kind in _kinds(left, right) for reason, times in found)]


def _kinds(left: Telling, right: Telling) -> list[str]:
    """The kinds of claims, of which some reasons have a weight of their own, that both are of."""
    claim = left.claim
    if isinstance(claim, Statement):
        return ["saying"]
    visit = ["visit"] if is_visit(left) and is_visit(right) else []
    if isinstance(claim, Engagement):
        return ["contact", *visit]
    return [*KINDS.get(claim.type, ()), *visit] if isinstance(claim, Event) else []


def _in_one_language(left: Telling, right: Telling, vocabulary: Vocabulary, rival: float) -> Reasons:
    """What the words of two claims say, and who did it, when and where."""
    overlap = vocabulary.overlap(left.keys, right.keys)
    likeness = overlap.alike(whole=not isinstance(left.claim, Statement))
    story = left.story.held.get(right.story.number)
    yield "story", vocabulary.held(left.story.keys, right.story.keys) if story is None else story
    yield "words", min(MOST, overlap.rare)
    yield "sentence", overlap.of_shorter
    if left.onto and right.onto:
        onto = vocabulary.overlap(left.onto, right.onto)
        yield "onto-words", min(MOST_PARTY, onto.rare)
        yield "onto-alike", onto.of_all
    if left.doer and right.doer:
        yield "doer-words", min(MOST_PARTY, vocabulary.shared(left.doer, right.doer))
    yield from of_wording(left.wording, right.wording, vocabulary)
    yield from contrasts(left, right)
    if rival > 0:
        yield "rival", rival
    if isinstance(left.claim, Statement) and likeness < OTHER_WORDS:
        yield "other-words", 1
    yield from _of_sides(left, right)
    yield from of_roles(left, right)
    if likeness < COPIED and not retold_there(left, right):
        yield from _of_days(left, right)
    yield from _of_place(left, right)


def _of_sides(left: Telling, right: Telling) -> Reasons:
    together = [frozenset.union(*telling.sides) for telling in (left, right)]
    told = all(bool(ours) == bool(theirs) for ours, theirs in zip(left.sides, right.sides, strict=True))
    if told and together[0] != together[1]:
        yield "more-sides", 1
    if persons_shared(left, right) > 1:
        yield "same-persons", 1


def _of_days(left: Telling, right: Telling) -> Reasons:
    if told_on_one_day(left, right):
        yield "one-day", 1
    if left.days and right.days:
        apart = days_between(left, right)
        if apart > 1:
            yield "days-apart", 1
            if left.story.timed and right.story.timed:
                yield "days-apart-surely", 1
        if apart > WEEKS:
            yield "long-after", 1
        return
    if not left.days and not right.days and left.about is not None and right.about is not None:
        yield "day-untold", 1
    if after := days_after(left, right):
        yield "told-after", min(after, FARTHEST)
    yield from told_apart(left, right)


def _of_place(left: Telling, right: Telling) -> Reasons:
    here, there = left.claim.where, right.claim.where
    if not here or not there:
        return
    if (apart := of_countries(left, right)) is not None:
        yield from apart
        return
    towns = town_of(left.claim), town_of(right.claim)
    if towns[0] and towns[1]:
        yield ("same-place" if near(towns[0], towns[1]) else "other-town"), 1
    elif here.text == there.text or (here.place_id and here.place_id == there.place_id):
        yield "same-place", 1
    elif not is_visit(left):
        yield "other-place", 1


def _of_kind(left: Telling, right: Telling) -> Reasons:
    a, b = left.claim, right.claim
    if isinstance(a, Event) and isinstance(b, Event):
        yield from _of_events(a, b)
    elif isinstance(a, Engagement) and isinstance(b, Engagement):
        yield from _of_engagements(a, b)
    elif isinstance(a, Tenure) and isinstance(b, Tenure) and fold(a.office) == fold(b.office):
        yield "same-office", 1


def _of_events(a: Event, b: Event) -> Reasons:
    if a.type in MANY_SUCH:
        yield MANY_SUCH[a.type], 1
    if (a.mode == VISIT) != (b.mode == VISIT):
        yield "one-mode", 1
    elif a.mode and b.mode:
        yield ("same-mode" if a.mode == b.mode else "other-mode"), 1
        if a.mode == VISIT:
            yield "visits", 1


def _of_engagements(a: Engagement, b: Engagement) -> Reasons:
    if a.round and a.round == b.round:
        yield "same-round", 1
    if (name := sounds_of(a.series or a.name)) and name == sounds_of(b.series or b.name):
        yield "same-series", 1

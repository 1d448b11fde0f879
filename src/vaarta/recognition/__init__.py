"""Third stage: what in a Doc names actors, places, times and sayings, and who a pronoun or "the delegation" is."""

from typing import TYPE_CHECKING

from vaarta.doc import Mentions
from vaarta.packs import Pack
from vaarta.recognition.actors import drafts
from vaarta.recognition.coreference import mention
from vaarta.recognition.draft import Draft
from vaarta.recognition.halves import with_halves
from vaarta.recognition.namesakes import settled
from vaarta.recognition.phrases import Reading, cut
from vaarta.recognition.places import datelines, placed, places
from vaarta.recognition.quotations import paragraph_ends, quotations
from vaarta.recognition.shared_names import with_bodies_meant
from vaarta.recognition.short_names import with_short_names
from vaarta.recognition.stays import days_within, own_day, stay_told
from vaarta.recognition.surnames import with_surnames
from vaarta.recognition.times import time_mentions, told_on
from vaarta.recognition.told import Scene, Told, countries_of
from vaarta.records import Story

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["recognise"]

DAY = 10  # characters of YYYY-MM-DD


def recognise(doc: "Doc", *, story: Story, pack: Pack) -> Mentions:
    """All mentions of a Doc, whose text is the story's. Pure: the same Doc, story and pack give the same mentions.

    Works on an unparsed Doc too, less well: a parse tells subjects and heads, a tagger names.
    """
    told = told_on(story)
    times, durations = time_mentions(doc, told=told, pack=pack)
    days = {i for time in times for i in range(time.start, time.end)}
    reading, chosen = settled(cut(doc, pack, told=story.published[:DAY], days=days), pack.reference.home)
    reading = with_halves(with_bodies_meant(reading))
    paragraphs = (0, *paragraph_ends(doc, story))
    ends = {time.start: time.end for time in times}
    lines = datelines(reading, paragraphs[1:] if story.headline else paragraphs, ends)
    inside = {i for start, end, _ in lines for i in range(start, end)}
    found = list(drafts(reading))
    if (shortened := with_short_names(reading, found)) is not reading:
        reading, found = shortened, list(drafts(shortened))
    if (surnamed := with_surnames(reading, found)) is not reading:
        reading, found = surnamed, list(drafts(surnamed))
    found = [draft for draft in found if draft.start not in inside]
    settings = [atom for *_, atom in lines]
    scene = _scene(reading, story, found, [atom.entry.country for atom in settings if atom.entry])
    sayings = quotations(doc, story)
    quoted = {i: n for n, saying in enumerate(sayings) for i in range(saying.start, saying.end)}
    before = Told(reading, story.id, scene, quoted)
    for draft in found:
        actor = mention(draft, before)
        if actor is not None:
            before.add(draft, actor)
    actors = tuple(before.mentions)
    stay = stay_told(doc, durations, times)
    within = days_within(stay, durations) if stay else ()
    if told is not None and (own := own_day(told, stay, within, [m.when for m in times if m.start in inside])) != told:
        times, _ = time_mentions(doc, told=own, pack=pack)
    return Mentions(
        actors=actors,
        places=placed(places(reading, story.id, found, actors, settings), chosen),
        times=tuple(sorted((*times, *within), key=lambda m: m.start)),
        durations=durations,
        quotations=sayings,
    )


def _scene(reading: Reading, story: Story, found: list[Draft], dateline: list[str]) -> Scene:
    reference = reading.pack.reference
    site = f"{story.site} {story.url} {story.publisher}".casefold()
    ours = any(name in site for name in reference.home_sites)
    home = reference.home if ours or not dateline or reference.home in dateline else ""
    return Scene(home=home, dateline=dateline[0] if dateline else "", countries=countries_of(found))

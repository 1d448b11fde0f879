"""GDELT 2.0: one row an event (61 columns), and one row a mention of it (16), tab-separated, without a header.

Geography is in FIPS 10-4, actors in CAMEO's codes, and every code is text. What we do not measure (ethnic and
religious codes, the numbers of places in GNS) is left empty; tone, which readers want, is 0.

Source: GDELT 2.0 codebooks.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from importlib.metadata import version
from typing import BinaryIO

from vaarta.exports import facts
from vaarta.exports.codes import cameo_role, columns, country_codes, country_name, root_quad
from vaarta.exports.facts import Days, Mention, Stories, Written
from vaarta.ontology import load_ontology
from vaarta.query import Thing
from vaarta.records import Event, Party, Place

__all__ = ["event_rows", "mention_rows", "write_events", "write_mentions"]

GROUPS = frozenset({"IGO", "NGO", "MNC", "IMG", "ISM", "EUR"})
COUNTRY, CITY, DIVISION = "1", "4", "5"  # GDELT's kinds of places, of the world
WEB, CITATION = "1", "2"  # GDELT's kinds of mentions: by address, or only by what it is called
NO_TONE = "0"  # tone is not measured; readers refuse rows that leave it empty
NOWHERE = "-1"  # an offset that is not in the text
ISO3 = {"hi": "hin", "en": "eng"}
DAYS_IN_YEAR = 365


def write_events(things: Iterable[Thing], out: BinaryIO, stories: Stories) -> Written:
    """Write the events among the things, one row each, however many stories tell of it."""
    left_out = Counter[str]()
    rows = sum(_write_row(out, row) for _, row in event_rows(things, stories, left_out))
    return Written(rows=rows, left_out=dict(left_out))


def write_mentions(things: Iterable[Thing], out: BinaryIO, stories: Stories) -> Written:
    """Write every mention of the events among the things, one row each."""
    left_out = Counter[str]()
    rows = sum(_write_row(out, row) for _, row in mention_rows(things, stories, left_out))
    return Written(rows=rows, left_out=dict(left_out))


def event_rows(
    things: Iterable[Thing], stories: Stories, left_out: Counter[str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each event's time on GDELT's grid and its row; what the format cannot hold is counted in `left_out`."""
    for thing, event, set_on in facts.placed(things, left_out):
        yield _added(thing, set_on), _event(thing, event, set_on, stories)


def mention_rows(
    things: Iterable[Thing], stories: Stories, left_out: Counter[str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each mention's time on GDELT's grid and its row; what the format cannot hold is counted in `left_out`."""
    for thing, _, set_on in facts.placed(things, left_out):
        added = _added(thing, set_on)
        for mention in facts.mentions(thing):
            time = facts.minute(mention.answer.published) or added
            yield time, _mention(thing, mention, (added, time), stories)


def _event(thing: Thing, event: Event, set_on: Days, stories: Stories) -> tuple[str, ...]:
    actor, recipient = facts.paired(event.actors, event.recipients)
    told = tuple(facts.mentions(thing))
    best, cameo = thing.best, facts.cameo_of(event)
    story = stories(best.story)
    row = {
        "GLOBALEVENTID": str(facts.number_of(thing)),
        **_dates(set_on.first),
        **_actor("Actor1", actor),
        **_actor("Actor2", recipient),
        "IsRootEvent": str(int(facts.sentence_number(story, event.evidence) <= 2)),  # noqa: PLR2004 - headline or lead
        "EventCode": cameo,
        "EventBaseCode": cameo[:3],
        "EventRootCode": cameo[:2],
        "QuadClass": str(root_quad(cameo)),
        "GoldsteinScale": _number(
            load_ontology().cameo[cameo].goldstein if event.goldstein is None else event.goldstein
        ),
        "NumMentions": str(len(told)),
        "NumSources": str(len(facts.publishers(thing)) or 1),
        "NumArticles": str(len({answer.story for answer in thing.told_by})),
        "AvgTone": NO_TONE,
        "Actor1Geo_Type": "0",
        "Actor2Geo_Type": "0",
        **_place("ActionGeo", event.where),
        "DATEADDED": _added(thing, set_on),
        # The last column is never empty: some readers strip tabs at the end of a line and then miss columns.
        "SOURCEURL": best.url or f"vaarta:{best.story}",
    }
    return _row("gdelt", row)


def _mention(thing: Thing, mention: Mention, times: tuple[str, str], stories: Stories) -> tuple[str, ...]:
    answer, evidence = mention.answer, mention.evidence
    story = stories(answer.story)
    event = answer.claim
    sides = facts.paired(event.actors, event.recipients) if isinstance(event, Event) else (None, None)
    offsets = (_offset(side, evidence.sentence) for side in sides)
    row = {
        "GLOBALEVENTID": str(facts.number_of(thing)),
        "EventTimeDate": times[0],
        "MentionTimeDate": times[1],
        "MentionType": WEB if answer.url else CITATION,
        "MentionSourceName": answer.publisher or "unknown",
        "MentionIdentifier": answer.url or f"vaarta:{answer.story}",
        "SentenceID": str(facts.sentence_number(story, evidence)),
        **dict(zip(("Actor1CharOffset", "Actor2CharOffset"), offsets, strict=True)),
        "ActionCharOffset": str(evidence.span[0]),
        "InRawText": "1",
        "Confidence": str(max(10, round(event.score * 10) * 10)),
        "MentionDocLen": str(len(story.text)) if story else "",
        "MentionDocTone": NO_TONE,
        "MentionDocTranslationInfo": f"srclc:{ISO3.get(answer.lang, answer.lang)};eng:vaarta {version('vaarta')}",
        "Extras": f"<VAARTA_CLAIM>{event.id}</VAARTA_CLAIM><VAARTA_STORY>{answer.story}</VAARTA_STORY>",
    }
    return _row("gdelt-mentions", row)


def _offset(side: Party | None, sentence: tuple[int, int]) -> str:
    """Where a side stands in the sentence that tells it; in another sentence (as "again" has it) that is not known."""
    if side is None or side.evidence is None or side.evidence.sentence != sentence:
        return NOWHERE
    return str(side.evidence.span[0])


def _dates(day: str) -> dict[str, str]:
    """A day in GDELT's four ways; the fraction is the share of the year gone by."""
    when = date.fromisoformat(day)
    fraction = when.year + (when.month - 1) * 30.0 / DAYS_IN_YEAR + when.day / DAYS_IN_YEAR
    return {
        "SQLDATE": when.strftime("%Y%m%d"),
        "MonthYear": when.strftime("%Y%m"),
        "Year": when.strftime("%Y"),
        "FractionDate": f"{min(fraction, when.year + 0.9999):.4f}",
    }


def _actor(prefix: str, party: Party | None) -> dict[str, str]:
    if party is None:
        return {}
    group = party.country if party.country in GROUPS else ""
    role = cameo_role(party.sector)
    country = "" if group else party.country
    return {
        f"{prefix}Code": f"{group or country}{role if role != group else ''}",
        f"{prefix}Name": (country_name(country) if role == "GOV" and country else facts.map_name(party)).upper(),
        f"{prefix}CountryCode": country,
        f"{prefix}Type1Code": group or role,
    }


def _place(prefix: str, place: Place | None) -> dict[str, str]:
    if place is None:
        return {f"{prefix}_Type": "0"}
    entry = facts.gazetteer_place(place)
    fips, country = country_codes(place.country).fips, country_name(place.country)
    if entry is None:
        whole = place.country and not place.place_id
        kind, name = (COUNTRY, country) if whole else (CITY, ", ".join(filter(None, (place.text, country))))
        return {f"{prefix}_Type": kind, f"{prefix}_FullName": name, f"{prefix}_CountryCode": fips}
    return {
        f"{prefix}_Type": CITY if entry.kind in ("capital", "city") else DIVISION,
        f"{prefix}_FullName": ", ".join(filter(None, (entry.name, country))),
        f"{prefix}_CountryCode": fips,
        f"{prefix}_Lat": _number(entry.lat),
        f"{prefix}_Long": _number(entry.lon),
    }


def _added(thing: Thing, set_on: Days) -> str:
    """When the event was first told of."""
    times = (facts.minute(answer.published) for answer in thing.told_by)
    return min(filter(None, times), default=set_on.first.replace("-", "") + "000000")


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _row(of: str, row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(_cell(row.get(name, "")) for name in columns(of))


def _cell(text: str) -> str:
    """A cell without what would end it, as the format has no quoting."""
    return facts.one_line(text)


def _write_row(out: BinaryIO, row: tuple[str, ...]) -> int:
    out.write(("\t".join(row) + "\n").encode())
    return 1

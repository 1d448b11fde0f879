"""Sayings without a verb of saying: "according to X", a headline's colon, a quotation that goes on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from vaarta.coding.content import Content, trimmed
from vaarta.coding.speakers import issuer_of
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.doc import ActorMention
from vaarta.records import Party

__all__ = ["Saying", "according", "by_colon", "from_before", "gone_on", "rejoined"]

MOST_BARE = 6  # tokens a speaker named after a headline's colon may have
LEAST = 3  # tokens of what is said


@dataclass(frozen=True)
class Saying:
    """A cue with its speaker (a mention, or only a party) and content, on the way to a Statement."""

    cue: Trigger | None
    speaker: Party
    content: Content
    span: tuple[int, int]
    act: str
    addressee: Party | None = None
    spoken_at: tuple[int, int] | None = None


def according(view: View, found: list[Saying]) -> Iterator[Saying]:
    """Sayings by marker ("according to X"): the rest of the sentence is what X says.

    Of a statement of which no owner is told it is whoever spoke last among those `found`.
    """
    for n, group in enumerate(view.groups):
        marker = view.markers[n]
        source = view.mentions.actors[group[0]]
        owner = source.kind == "pronoun" and view.deps[source.head] == "nmod:poss" and view.grammar.verb == "first"
        if owner and not _of_document(view, view.heads[source.head]):
            continue  # "according to its own customs"
        if marker in view.pack.statements.according and view.mentions.actors[group[0]].parties:
            first, last = view.mentions.actors[group[0]].start, view.mentions.actors[group[-1]].end
            party = view.mentions.actors[group[0]].parties[0]
            if (body := _body_named_after(view, group[-1])) is not None:
                party, last = body.parties[0], body.end
            yield from _according_to(view, first, last, marker, party)
    yield from _according_to_documents(view, found)


def _of_document(view: View, i: int) -> bool:
    """Whether token `i` is a word for what is issued or for whoever speaks for someone."""
    return i in view.mention_at or any(phrase[-1] in view.forms[i] for phrase in view.pack.statements.documents)


def _body_named_after(view: View, n: int) -> ActorMention | None:
    """The body in whose name a country stands: "according to the | Kenya | Red Cross"."""
    country, body = view.mentions.actors[n], next(iter(view.mentions.actors[n + 1 : n + 2]), None)
    if body is None or body.start != country.end or not body.parties or view.grammar.markers.stands == "after":
        return None
    return body if view.deps[country.head] == "compound" and body.start <= view.heads[country.head] < body.end else None


def _according_to_documents(view: View, found: list[Saying]) -> Iterator[Saying]:
    """Sayings by what was issued: "बयान के अनुसार", "according to a ministry statement": whose statement it is."""
    pack = view.pack.statements
    first = {phrase[0]: phrase for phrase in pack.documents}
    for i in view.tokens_in(first):
        for phrase in pack.documents if i not in view.mention_at else ():
            end = i + len(phrase)
            if phrase[0] not in view.forms[i] or end > len(view.doc):
                continue
            if not all(word in view.forms[i + k] for k, word in enumerate(phrase)):
                continue
            after = view.grammar.markers.stands == "after"
            marker = view.marker_after(end) if after else view.marker_before(i)
            group = issuer_of(view, (i, end)) if marker in pack.according else None
            if group is not None and (parties := view.mentions.actors[view.groups[group][0]].parties):
                start = min(i, view.mentions.actors[view.groups[group][0]].start) if after else i
                stop = end if after else max(end, view.mentions.actors[view.groups[group][-1]].end)
                yield from _according_to(view, start, stop, marker, parties[0])
            elif group is None and marker in pack.according and (party := _last_before(view, i, found)):
                yield from _according_to(view, i, end, marker, party)
            break


def _last_before(view: View, i: int, found: list[Saying]) -> Party | None:
    """Who spoke last before a bare "बयान के अनुसार" that opens its sentence; None if no one did."""
    opens = i == view.sentences[view.sentence_of[i]].start
    before = [saying for saying in found if saying.span[0] < i]
    return max(before, key=lambda saying: saying.span).speaker if opens and before else None


def _according_to(view: View, first: int, last: int, marker: str, party: Party) -> Iterator[Saying]:
    sentence = view.sentences[view.sentence_of[first]]
    words = len(marker.split())
    if view.grammar.markers.stands == "after":
        cue, rest = (last, last + words), (last + words, sentence.end)
        if trimmed(view, *rest)[0] >= sentence.end - 1 and view.texts[first - 1] in {",", "-", "–"}:
            rest = (sentence.start, first)
    else:
        start = first
        while start > sentence.start and view.doc[start - 1].pos_ == "DET":
            start -= 1
        cue = (max(sentence.start, start - words), start)
        ends = trimmed(view, last, sentence.end)
        before = cue[0] - sentence.start > last - cue[0] or ends[0] >= ends[1]
        rest = (sentence.start, cue[0]) if before else (_after_relative(view, last, sentence.end), sentence.end)
    parted = (k for k in range(rest[0] + LEAST, rest[1]) if view.texts[k] == ";")
    start, end = trimmed(view, rest[0], next(parted, rest[1]))
    if end - start >= LEAST:
        yield Saying(None, party, Content(start, end), cue, "say", spoken_at=(first, last))


def _after_relative(view: View, start: int, end: int) -> int:
    """Past a clause that tells of a source: "according to an envoy | who knows both, …"; `start` if none does."""
    if start >= end or view.texts[start] not in view.grammar.relative:
        return start
    return next((k for k in range(start, end - 1) if view.texts[k] == ","), start)


def by_colon(view: View) -> Iterator[Saying]:
    """A headline's colon: "…: X", "X: …", where X is one mention, or opens what follows a quotation: "“…”: X on Y"."""
    headed = bool(view.story.headline) and view.text.startswith(view.story.headline)
    limit = len(view.story.headline) if headed else view.text.find("\n")
    tokens = [t.i for t in view.doc if t.idx < limit]
    if (quoted := _quoted_headline(view, tokens)) is not None:
        yield quoted
        return
    if not headed:
        return
    for i in tokens:
        if view.texts[i] != ":":
            continue
        for side, rest in (((i + 1, len(tokens)), (0, i)), ((0, i), (i + 1, len(tokens)))):
            n = _whole_mention(view, *side)
            start, end = trimmed(view, *rest)
            if n is not None and end - start >= LEAST:
                party = view.mentions.actors[n].parties[0]
                yield Saying(None, party, Content(start, end), (i, i + 1), "say")
                return


def _quoted_headline(view: View, tokens: list[int]) -> Saying | None:
    """What a first line quotes up to a colon, and who is named right behind that; None if it does not."""
    quoted = next((q for q in view.mentions.quotations if q.start == 1 and q.closed and q.end + 2 < len(tokens)), None)
    if quoted is None or view.texts[quoted.end + 1] != ":":
        return None
    start = quoted.end + 2
    start += view.pos[start] == "DET"
    n = view.mention_at.get(start)
    if n is None or view.mentions.actors[n].start > start or not view.mentions.actors[n].parties:
        return None
    end, last = view.mentions.actors[n].end, tokens[-1]
    if end <= last and view.pos[end] not in {"ADP", "SPACE"}:
        return None  # "“…”: Kenya votes" is no one's saying
    content, at = Content(quoted.start, quoted.end, direct=True), (start, end)
    return Saying(None, view.mentions.actors[n].parties[0], content, (quoted.end + 1, start), "say", spoken_at=at)


def _whole_mention(view: View, start: int, end: int) -> int | None:
    """The mention that tokens start to end are, but for a word or two."""
    if not 0 < end - start <= MOST_BARE:
        return None
    for i in range(start, end):
        n = view.mention_at.get(i)
        if n is not None and view.mentions.actors[n].parties and view.mentions.actors[n].end <= end:
            covered = view.mentions.actors[n].end - view.mentions.actors[n].start
            return n if covered >= (end - start) / 2 else None
    return None


def rejoined(view: View, sayings: list[Saying]) -> list[Saying]:
    """The sayings, a quotation that its cue breaks in two being one: "The bridge stands," he said, "and it will."."""
    joined = {number: whole for number, saying in enumerate(sayings) if (whole := _around(view, saying))}
    kept: list[Saying] = []
    for number, saying in enumerate(sayings):
        start, end = saying.content.start, saying.content.end
        if (whole := joined.get(number)) is not None:
            kept.append(replace(saying, content=Content(*whole, direct=True)))
        elif not any(first <= start and end <= last for first, last in joined.values()):
            kept.append(saying)
    return kept


def _around(view: View, saying: Saying) -> tuple[int, int] | None:
    """From the quotation before a cue to the end of that after it, if the sentence breaks off one and takes it up."""
    first, last = saying.span
    sentence = view.sentences[view.sentence_of[first]]
    here = [q for q in view.mentions.quotations if q.closed and sentence.start <= q.start and q.end <= sentence.end]
    before = next((q for q in reversed(here) if q.end <= first and "," in view.texts[q.end - 1 : q.end + 2]), None)
    after = next((q for q in here if q.start - 2 >= last and view.texts[q.start - 2] == ","), None)
    if not saying.content.direct or before is None or after is None:
        return None
    return (before.start, after.end) if saying.content.start in {before.start, after.start} else None


def from_before(view: View, sayings: list[Saying]) -> list[Saying]:
    """The sayings, each with what it quotes from the paragraph before on, whose quotation is left open at its end."""
    return [_begun_before(view, saying, sayings) for saying in sayings]


def _begun_before(view: View, saying: Saying, sayings: list[Saying]) -> Saying:
    start = saying.content.start
    if not saying.content.direct or saying.span[0] < start:
        return saying
    for quotation in reversed(view.mentions.quotations):
        between = range(quotation.end, start)
        free = quotation.end < start and all(view.pos[k] in {"PUNCT", "SPACE"} for k in between)
        taken = any(s.content.start < quotation.end and quotation.start < s.content.end for s in sayings)
        if free and not quotation.closed and not taken and _opens_paragraph(view, quotation.start - 1):
            start = quotation.start
    return replace(saying, content=replace(saying.content, start=start))


def _opens_paragraph(view: View, i: int) -> bool:
    """Whether token `i` is the first of its line."""
    return i == 0 or (view.doc[i - 1].is_space and "\n" in view.doc[i - 1].text)


def gone_on(view: View, sayings: list[Saying]) -> list[Saying]:
    """The sayings; a quotation without a cue that opens a sentence right after a saying's own is its speaker's.

    After another quotation it is more of the same: one content from the first to the last. After words told
    without marks it is a saying of its own.
    """
    found = sorted(sayings, key=lambda saying: saying.content.start)
    for quotation in view.mentions.quotations:
        inside = any(s.content.start < quotation.end and quotation.start < s.content.end for s in found)
        if inside or quotation.start == 0 or not view.doc[quotation.start - 1].is_sent_start:
            continue
        number = view.sentence_of[quotation.start]
        before = [k for k, s in enumerate(found) if number - 1 in _sentences_of(view, s)]
        if not before:
            continue
        last = found[before[-1]]
        if last.content.direct:
            found[before[-1]] = replace(last, content=Content(last.content.start, quotation.end, direct=True))
        elif quotation.closed:
            content = Content(quotation.start, quotation.end, direct=True)
            found.append(Saying(None, last.speaker, content, (quotation.start, quotation.start + 1), "say"))
    return found


def _sentences_of(view: View, saying: Saying) -> set[int]:
    """The last sentences of a saying's content and cue."""
    return {view.sentence_of[saying.content.end - 1], view.sentence_of[saying.span[1] - 1]}

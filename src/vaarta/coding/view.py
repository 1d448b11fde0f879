"""A Doc as coding sees it: folded forms, mentions by token, case markers, clauses. Computed once a story."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from vaarta.coding.coordination import grouped
from vaarta.coding.tracing import Note, Rule, Trace
from vaarta.doc import ActorMention, Mentions, strings_of
from vaarta.packs import Pack
from vaarta.packs.grammar import Grammar, first_words
from vaarta.records import Evidence, Story
from vaarta.text import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from vaarta.coding.arguments import Argument
    from vaarta.coding.triggers import Trigger

__all__ = ["View", "make_view"]

MOST_REST = 6  # tokens of a conjunct that is no mention
INFLECTED = {"VERB", "AUX", "ADJ"}
FEW = 3  # sentences of sport that make a story of it, if they are so large a part of it
SPORT = 0.4
SHORTEST = 2  # letters; a shorter stem is some other word
VERBAL = {"VERB", "AUX"}
ASIDES = {",", "-", "–", "—"}  # signs that set a clause off from the name before it
CLAUSAL = {"ROOT", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "xcomp"}


@dataclass(frozen=True)
class View:
    """One story's Doc with what coding asks of it again and again."""

    doc: "Doc"
    story: Story
    pack: Pack
    mentions: Mentions
    grammar: Grammar
    trace: Trace | None = None

    def note(self, rule: Rule, trigger: "Trigger | None" = None, *, claim: str = "", other: str = "") -> None:
        """Tell whoever explains the story, if anyone does, what was decided."""
        if self.trace is not None:
            self.trace(Note(rule, trigger, claim, other))

    @cached_property
    def text(self) -> str:
        """The whole text: spaCy joins it anew from its tokens each time that it is asked."""
        return str(self.doc.text)

    @cached_property
    def pos(self) -> list[str]:
        """Each token's part of speech. A list is read far faster than spaCy's tokens, and coding reads it often."""
        return strings_of(self.doc, "POS")

    @cached_property
    def deps(self) -> list[str]:
        """Each token's relation to its head."""
        return strings_of(self.doc, "DEP")

    @cached_property
    def finite(self) -> list[bool]:
        """Whether each token is a finite verb by its features."""
        return ["VerbForm=Fin" in feats for feats in strings_of(self.doc, "MORPH")]

    @cached_property
    def children(self) -> list[list[int]]:
        """Each token's dependents, in order."""
        below: list[list[int]] = [[] for _ in range(len(self.doc))]
        for i, above in enumerate(self.heads):
            if above != i:
                below[above].append(i)
        return below

    @cached_property
    def heads(self) -> list[int]:
        """Each token's head; a root has itself."""
        away = self.doc.to_array("HEAD").astype("int64").tolist()
        return [i + distance for i, distance in enumerate(away)]

    @cached_property
    def near(self) -> dict[int, dict[str, list[tuple[int, int]]]]:
        """For verbs met so far, the words that may be their hosts: `vaarta.coding.triggers` keeps them here."""
        return {}

    @cached_property
    def readings(self) -> "dict[tuple[int, int], list[Trigger]]":
        """For an index of verbs and a token, its readings: `vaarta.coding.triggers` keeps them here."""
        return {}

    @cached_property
    def arguments(self) -> "dict[Trigger, list[Argument]]":
        """For triggers met so far, who may fill their roles: `vaarta.coding.arguments` keeps them here."""
        return {}

    @cached_property
    def verb_groups(self) -> dict[int, list[int]]:
        """For verbs met so far, the words that go with them: `vaarta.coding.verb_forms` keeps them here."""
        return {}

    @cached_property
    def texts(self) -> list[str]:
        """Each token's text, folded."""
        return strings_of(self.doc, "ORTH", fold)

    @cached_property
    def lemmas(self) -> list[str]:
        """Each token's lemma, folded."""
        return strings_of(self.doc, "LEMMA", fold)

    @cached_property
    def forms(self) -> list[frozenset[str]]:
        """What each token may be matched by, as in `likely_forms`."""
        return [frozenset(forms) for forms in self.likely_forms]

    @cached_property
    def likely_forms(self) -> list[tuple[str, ...]]:
        """What each token may be matched by, the likeliest first: lemma and text, folded, then a verb's stems."""
        return [
            tuple(dict.fromkeys((lemma, text, *(self._stems(i) if pos in INFLECTED else self._hidden(i)))))
            for i, (text, lemma, pos) in enumerate(zip(self.texts, self.lemmas, self.pos, strict=True))
        ]

    def _stems(self, i: int) -> Iterator[str]:
        """What a regular verb of this form may be: lemmatizers guess wrong at verbs they have not seen."""
        text, verbs = self.texts[i], self.grammar.verbs
        if i + 1 < len(self.lemmas) and self.lemmas[i + 1] in verbs.after_stem:
            yield from (text + ending for ending in verbs.infinitive_endings[:1])
        if text in self.grammar.verbs.irregular:
            yield self.grammar.verbs.irregular[text]
        for ending, stands_for in self.grammar.verbs.stems:
            base = text.removesuffix(ending)
            if len(base) > SHORTEST and base != text:
                yield base + stands_for
                if base[-1] == base[-2]:
                    yield base[:-1]

    def _hidden(self, i: int) -> Iterator[str]:
        """The verb that a word is of that looks like a marker, but stands after one: "X ने | की आलोचना"."""
        verbs = self.grammar.verbs
        if self.texts[i] in verbs.like_markers and self.texts[max(0, i - 1)] in verbs.after_which:
            yield verbs.like_markers[self.texts[i]]

    @cached_property
    def mention_at(self) -> dict[int, int]:
        """The index in `mentions.actors` of the mention each token belongs to."""
        return {i: n for n, m in enumerate(self.mentions.actors) for i in range(m.start, m.end)}

    @cached_property
    def dated(self) -> frozenset[int]:
        """The tokens of phrases that name days: names that hang on one do so by a parser's mistake."""
        return frozenset(i for m in self.mentions.times for i in range(m.start, m.end))

    @cached_property
    def sentences(self) -> list["Span"]:
        """The sentences, in order."""
        return list(self.doc.sents)

    @cached_property
    def sentence_of(self) -> list[int]:
        """For each token, the number of its sentence."""
        return [n for n, sentence in enumerate(self.sentences) for _ in range(sentence.start, sentence.end)]

    @cached_property
    def clause_openers(self) -> frozenset[str]:
        """The words that open a clause that is said, known or wished."""
        return frozenset(self.grammar.clause_openers)

    @cached_property
    def openers(self) -> frozenset[str]:
        """The words that open another clause."""
        return frozenset((*self.grammar.clause_openers, *self.grammar.relative))

    @cached_property
    def light_verbs(self) -> frozenset[str]:
        """The folded lemmas of the language's light verbs."""
        return frozenset(fold(verb) for forms in self.grammar.light.values() for verb in forms)

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Every verb that any part of the pack has a predicate of."""
        return self.pack.events.verbs | self.pack.statements.verbs | self.pack.engagements.verbs

    @cached_property
    def verbal(self) -> list[int]:
        """The tokens that may be one of these verbs, in order."""
        return [i for i, forms in enumerate(self.forms) if not forms.isdisjoint(self.verbs)]

    @cached_property
    def padded(self) -> list[str]:
        """Each sentence's folded texts, and its folded lemmas, between blanks: for looking phrases up in."""
        return [
            f" {' '.join(self.texts[s.start : s.end])} \n {' '.join(self.lemmas[s.start : s.end])} "
            for s in self.sentences
        ]

    @cached_property
    def tokens_of(self) -> dict[str, list[int]]:
        """For each form, the tokens that may be matched by it, in order."""
        found: dict[str, list[int]] = {}
        for i, forms in enumerate(self.likely_forms):
            for form in forms:
                found.setdefault(form, []).append(i)
        return found

    def tokens_in(self, index: Mapping[str, object]) -> list[int]:
        """The tokens that an index of verbs or nouns may have, in order: few of the story's."""
        return sorted({i for form in self.tokens_of.keys() & index.keys() for i in self.tokens_of[form]})

    def tells_of(self, phrases: tuple[str, ...], i: int) -> bool:
        """Whether token `i`'s sentence has one of the folded phrases, as written or in lemmas."""
        sentence = self.padded[self.sentence_of[i]]
        return any(f" {phrase} " in sentence for phrase in phrases)

    @cached_property
    def apolitical(self) -> list[bool]:
        """For each sentence, whether a word of sport or show stands in it or fills the story: no political act."""
        words = [f" {word} " for word in self.grammar.apolitical]
        here = [any(word in padded for word in words) for padded in self.padded]
        whole = sum(here) >= max(FEW, SPORT * len(here))
        return [True] * len(here) if whole else here

    @cached_property
    def groups(self) -> list[tuple[int, ...]]:
        """Coordinated mentions ("भारत और चीन"), each as a tuple of indices in `mentions.actors`, in order."""
        return grouped(self)

    @cached_property
    def group_at(self) -> dict[int, int]:
        """The group of the mention that each token belongs to."""
        numbers = {member: n for n, group in enumerate(self.groups) for member in group}
        return {i: numbers[member] for i, member in self.mention_at.items() if member in numbers}

    @cached_property
    def starts(self) -> list[int]:
        """Where each token begins, in characters."""
        return [int(start) for start in self.doc.to_array("IDX")]

    def token_at(self, character: int) -> int:
        """The token that stands at a character, or before it."""
        return max(bisect_right(self.starts, character) - 1, 0)

    @cached_property
    def groups_in(self) -> dict[int, list[int]]:
        """The numbers of the groups in each sentence that has any, in order."""
        found: dict[int, list[int]] = {}
        for n, group in enumerate(self.groups):
            found.setdefault(self.sentence_of[self.mentions.actors[group[0]].start], []).append(n)
        return found

    @cached_property
    def mention_group(self) -> dict[tuple[int, int], int]:
        """The group of the mention that each party's evidence (its span of characters) stands in."""
        return {
            party.evidence.span: n
            for n, group in enumerate(self.groups)
            for member in group
            for party in self.mentions.actors[member].parties
            if party.evidence is not None
        }

    @cached_property
    def markers(self) -> list[str]:
        """The case marker of each group of mentions, "" for a bare one."""
        return [self._group_marker(group) for group in self.groups]

    def clause(self, i: int) -> int:
        """The token that heads the clause token `i` is in: its nearest clausal ancestor, or itself if it is one."""
        while self.deps[i] not in CLAUSAL and not (self.deps[i] == "conj" and self.pos[i] in VERBAL):
            if self.heads[i] == i:
                break
            i = self.heads[i]
        return i

    def heads_clause(self, token: "Token") -> bool:
        """Whether the token heads a clause: a verb (or copular predicate) in a clausal relation."""
        if token.dep_ in CLAUSAL:
            return True
        return token.dep_ == "conj" and token.pos_ in VERBAL

    def evidence(self, start: int, end: int) -> Evidence:
        """Evidence for tokens start to end: their sentence and their words."""
        sentence = self.sentences[self.sentence_of[start]]
        a, b = self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1])
        return Evidence(
            story=self.story.id,
            sentence=(sentence.start_char, max(sentence.end_char, b)),
            span=(a, b),
            quote=self.text[a:b],
        )

    def marker_before(self, start: int) -> str:
        """The adposition right before token `start`, over determiners; "" if there is none."""
        i = start - 1
        while i >= 0 and (self.pos[i] in {"DET", "ADJ", "NUM", "ADV"} or self.deps[i] == "det" or self._own_of(i)):
            i -= 1
        if i >= 0 and (self.doc[i].dep_ == "mark" or self.pos[i] == "SCONJ"):
            return ""
        for length in (3, 2, 1):
            phrase = " ".join(self.texts[max(0, i - length + 1) : i + 1])
            if i - length + 1 >= 0 and phrase in self.grammar.markers.all:
                return phrase
        return ""

    def _own_of(self, i: int) -> bool:
        """Whether token `i` is a possessive pronoun before what is theirs: "with his counterparts"."""
        return self.pos[i] == "PRON" and self.deps[i] == "nmod:poss" and self.heads[i] > i

    def marker_after(self, end: int) -> str:
        """The longest adposition that follows token `end` - 1, over closing marks and words like both; "" if none."""
        i, passed = end, {*self.grammar.closing, *self.grammar.markers.collective}
        while i < len(self.doc) and self.texts[i] in passed:
            i += 1
        marker = self._marker_at(i, self.pronoun_marker(end - 1))
        return marker or self._marker_of_rest(i)

    def _marker_of_rest(self, i: int) -> str:
        """The marker at the end of a coordination whose other conjunct is no mention: "X और उनकी पत्नी को"."""
        if i >= len(self.doc) or self.texts[i] not in self.grammar.coordinators or self.texts[i] == ",":
            return ""
        for k in range(i + 1, min(i + MOST_REST, len(self.doc))):
            if self.doc[k].pos_ in {"VERB", "AUX", "PUNCT"} or self._named(k) or self.texts[k] in self.openers:
                return ""
            marker = self._marker_at(k, "")
            if marker and marker not in self.grammar.markers.genitive:
                return marker
        return ""

    def _named(self, i: int) -> bool:
        """Whether token `i` is of a mention that is no pronoun."""
        n = self.mention_at.get(i)
        return n is not None and self.mentions.actors[n].kind != "pronoun"

    def subtree_marker(self, top: int, *, but: frozenset[int] = frozenset()) -> str:
        """The case marker of the phrase headed by token `top`, from its `case` children, tokens of `but` left out."""
        cases = [child.i for child in self.doc[top].children if child.dep_ == "case" and child.i not in but]
        if not cases:
            return self.pronoun_marker(top)
        if self.grammar.markers.stands == "before":
            return " ".join(self.texts[i] for i in cases if i < top) or self.texts[cases[-1]]
        after = [i for i in cases if i > top]
        return self._marker_at(after[0], "") if after else ""

    def _group_marker(self, group: tuple[int, ...]) -> str:
        first, last = self.mentions.actors[group[0]], self.mentions.actors[group[-1]]
        if self.grammar.markers.stands == "after":
            return self.marker_after(last.end) or self._marker_past_clause(last)
        if last.end < len(self.doc) and self._possessive(last.end):
            return self.texts[last.end]
        if self.texts[first.end - 1] in self.grammar.markers.pronouns:
            return self.grammar.markers.pronouns[self.texts[first.end - 1]]
        return self.marker_before(first.start)

    def _marker_past_clause(self, mention: ActorMention) -> str:
        """The marker of a mention that a relative clause parts from it: "X, जिन्होंने … इस्तीफा दिया था, ने"."""
        opener = mention.end + 1
        parted = (
            opener < len(self.texts)
            and self.texts[mention.end] in ASIDES
            and self.texts[opener] in self.grammar.relative
        )
        if not parted:
            return ""
        cases = [c.i for c in self.doc[mention.head].children if c.dep_ == "case" and c.i > opener]
        behind = next((i for i in cases if self.texts[i - 1] in ASIDES), None)
        return self.subtree_marker(mention.head) if behind is None else self._marker_at(behind, "")

    def _possessive(self, i: int) -> bool:
        """Whether token `i` is a possessive ending, not a contracted verb ("it's ready")."""
        return self.texts[i] in self.grammar.markers.possessive and self.doc[i].pos_ not in VERBAL

    def _marker_at(self, i: int, carried: str) -> str:
        """The longest marker that starts at token `i`, or continues the one a pronoun carries."""
        if i < len(self.doc) and self.sentence_of[i] != self.sentence_of[i - 1]:
            return carried
        if not carried and i < len(self.doc) and self.texts[i] not in first_words(self.grammar.markers.all):
            return ""
        for length in (4, 3, 2, 1):
            phrase = " ".join([*([carried] if carried else []), *self.texts[i : i + length]])
            if phrase in self.grammar.markers.all:
                return phrase
        return carried

    def pronoun_marker(self, i: int) -> str:
        """The case marker that a pronoun at token `i` has in itself (उन्होंने), "" for other words."""
        return self.grammar.markers.pronouns.get(self.texts[i], "")


def make_view(doc: "Doc", *, story: Story, pack: Pack, mentions: Mentions, trace: Trace | None = None) -> View:
    """The view of a Doc. Everything in it is computed when first asked for. `trace` is told what coding decides."""
    return View(doc=doc, story=story, pack=pack, mentions=mentions, grammar=pack.grammar, trace=trace)

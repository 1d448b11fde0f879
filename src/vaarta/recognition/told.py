"""What was told so far in a story: its mentions in order, and where names and offices were met."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from vaarta.doc import ActorMention
from vaarta.packs.grammar import first_words
from vaarta.recognition.draft import Draft
from vaarta.recognition.parties import BEYOND, by_its_words, name_words
from vaarta.recognition.phrases import Reading

__all__ = [
    "Scene", "Told", "countries_of", "is_subject", "joined", "marker_after", "namesake", "owned_by_words", "root_of",
]  # fmt: skip

SEVERAL = 3  # times that a story names a foreign country whose ministers are met
AFAR = 4  # times that another country is named for each time that the dateline's is
LONE = 0.8  # share of the one that it hardly names another beside
SINGLE = 0.6  # share of a story's countries that one must have to be the one that it is about


@dataclass(frozen=True)
class Scene:
    """What a story says as a whole: its home country, that of its dateline, and how often it names each country."""

    home: str
    dateline: str
    countries: Counter[str]

    @property
    def country(self) -> str:
        """The country of an office of which no country is said, "" if the story leaves it open."""
        if self.dateline and self.dateline != self.home and not self._told_from_afar:
            return self.dateline
        if self.at_home and not self._home_in_passing:
            return self.home
        return self.about or ("" if self.countries else self.home)

    @property
    def at_home(self) -> bool:
        """Whether the story names the home country, or none, and so may mean its ministry by "the ministry"."""
        return bool(self.home) and bool(self.countries[self.home] or not self.countries)

    @property
    def _home_in_passing(self) -> bool:
        """Whether a story of another country only mentions the home country: "measures that would hurt India, too"."""
        ranked = self.countries.most_common(1)
        return bool(ranked) and ranked[0][1] >= SEVERAL and self.countries[self.home] * AFAR <= ranked[0][1]

    @property
    def _told_from_afar(self) -> bool:
        """Whether the dateline's country is hardly named, and another is: agencies tell of wars from next door."""
        ranked = self.countries.most_common(1)
        return bool(ranked) and ranked[0][1] >= SEVERAL and self.countries[self.dateline] * AFAR <= ranked[0][1]

    def passing(self, country: str) -> bool:
        """Whether a country is named but once, in a story of another: where talks are held, not where people die."""
        ranked = self.countries.most_common(1)
        return bool(ranked) and ranked[0][1] >= SEVERAL and self.countries[country] <= 1

    @property
    def about(self) -> str:
        """The one country that the story is about, "" if it is about several."""
        ranked = self.countries.most_common(1)
        return ranked[0][0] if ranked and ranked[0][1] >= SINGLE * self.countries.total() else ""

    @property
    def alone(self) -> str:
        """The country that the story is about, if it hardly names another: those nobody tells of are its own, too."""
        named = self.countries[self.about]
        return self.about if named >= max(SEVERAL, LONE * self.countries.total()) else ""

    @property
    def abroad(self) -> str:
        """The foreign country that the story names most: who heads the home country is in the list of people."""
        foreign = [country for country, _ in self.countries.most_common() if country != self.home]
        return foreign[0] if foreign and self.home else ""

    @property
    def one_abroad(self) -> bool:
        """Whether the story names one foreign country several times, and no other nearly as often."""
        foreign = Counter({country: n for country, n in self.countries.items() if country != self.home})
        most = foreign[self.abroad]
        return bool(self.home) and most >= SEVERAL and most >= SINGLE * foreign.total()


@dataclass
class Told:
    """What was told so far: mentions and their drafts in step, and where names and offices were first and last met."""

    reading: Reading
    story: str
    scene: Scene
    quoted: dict[int, int] = field(default_factory=dict)
    mentions: list[ActorMention] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    names: dict[str, list[int]] = field(default_factory=dict)
    offices: dict[str, list[int]] = field(default_factory=dict)

    def add(self, draft: Draft, found: ActorMention) -> None:
        """Keep a mention, so that later ones can lead back to it."""
        index = len(self.mentions)
        self.mentions.append(found)
        self.drafts.append(draft)
        for word in name_words(self.reading, draft.name):
            self.names.setdefault(word, []).append(index)
        for head in draft.heads:
            # The ministry leads back to the foreign ministry: an office is also known by its last word.
            for key in {head.entry.id if head.entry else "", self.reading.keys[head.end - 1]} - {""}:
                self.offices.setdefault(key, []).append(index)


def countries_of(drafts: Iterable[Draft]) -> Counter[str]:
    """How often a story's phrases name each country, or someone whose country is known."""
    named = (by_its_words(draft) for draft in drafts if draft.kind == "phrase")
    return Counter(found.country for found in named if found.country and found.country not in BEYOND)


def root_of(index: int, told: Told) -> int:
    """The mention that stands for itself to which a mention leads back; -1 stays -1."""
    return index if index < 0 or told.mentions[index].antecedent < 0 else told.mentions[index].antecedent


def owned_by_words(draft: Draft, told: Told) -> bool:
    """Whether a possessive word stands right before the phrase, after something that is no phrase of ours."""
    before = draft.start - 1
    if before <= 0 or (told.mentions and told.mentions[-1].end == before):
        return False
    return told.reading.keys[before] in told.reading.pack.reference.links["possessives"]


def namesake(name: tuple[int, int] | None, told: Told) -> int:
    """The fullest earlier mention of a person of this name, -1 if there is none."""
    words = name_words(told.reading, name)
    best = -1
    for index in {i for word in words for i in told.names.get(word, ())}:
        other = set(name_words(told.reading, told.drafts[index].name))
        if not (other <= set(words) or set(words) <= other):
            continue
        if not told.mentions[index].parties:
            continue
        if best < 0 or len(told.mentions[index].parties[0].text) > len(told.mentions[best].parties[0].text):
            best = index
    return best


def is_subject(index: int, told: Told) -> bool:
    """Whether a mention is a subject: by the parse, or by the marker that it carries or that follows it (ने)."""
    found, markers = told.mentions[index], told.reading.pack.grammar.markers
    if marker_after(index, told) in markers.subject or _carried(found, told) in markers.subject:
        return True
    return told.reading.doc[found.head].dep_.startswith("nsubj") and not _met_in_a_list(index, told)


def _met_in_a_list(index: int, told: Told) -> bool:
    """Whether a mention is one of a list that only its last has the marker of: "मंत्री X, Y और Z | से"."""
    markers = told.reading.pack.grammar.markers
    listed = index + 1 < len(told.mentions) and joined(index, index + 1, told)
    return markers.stands == "after" and listed and marker_after(index, told) in markers.companions


def marker_after(index: int, told: Told) -> str:
    """The first word of the marker that follows a mention, or the list that it is in; "" if none does."""
    while index + 1 < len(told.mentions) and joined(index, index + 1, told):
        index += 1
    end = told.mentions[index].end
    word = told.reading.keys[end] if end < len(told.reading.keys) else ""
    return word if word in first_words(told.reading.pack.grammar.markers.all) else ""


def joined(one: int, other: int, told: Told) -> bool:
    """Whether a mention is named right beside the one before, by "and", a comma or a hyphen."""
    between = told.reading.keys[told.mentions[one].end : told.mentions[other].start]
    return len(between) == 1 and between[0] in told.reading.pack.grammar.coordinators


def _carried(found: ActorMention, told: Told) -> str:
    """The marker that a pronoun has in itself: उन्होंने is a subject."""
    if found.kind != "pronoun":
        return ""
    return told.reading.pack.grammar.markers.pronouns.get(told.reading.keys[found.end - 1], "")

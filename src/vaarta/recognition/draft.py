"""A phrase as it stands, before anything is known of the story."""

from typing import NamedTuple

from vaarta.recognition.phrases import Atom

__all__ = ["BODIES", "GROUPS", "NATIONS", "POWER", "Draft"]

NATIONS = frozenset({"country", "adjective", "capital", "seat", "place"})
GROUPS = frozenset({"organisation", "group", "party"})
BODIES = frozenset({"body", "force", "group-noun"})  # offices that are many people, and so are not followed by a name
POWER = frozenset({"COP", "GOV", "JUD", "LEG", "MIL"})  # sectors of the powers of a state


class Draft(NamedTuple):
    """A phrase as it stands. `start` and `end` are tokens; `kind` is phrase, name, pronoun or both.

    `nations` are the countries, adjectives, capitals and places in it, `heads` its bodies and offices from the inmost
    to the outermost; `name` the tokens of the person's name; `person` the known name, or the name that owns the body.
    `prefix` is the sector that a word before it gives (former, opposition). `owner` are the tokens of a name that owns
    it; `owned` says that a possessive pronoun stands before it, `regional` an adjective of a part of the world ("Gulf
    states"). `host` is where an envoy serves.
    """

    kind: str
    start: int
    end: int
    sentence: int
    nations: tuple[Atom, ...] = ()
    heads: tuple[Atom, ...] = ()
    name: tuple[int, int] | None = None
    owner: tuple[int, int] | None = None
    person: Atom | None = None
    prefix: str = ""
    counted: bool = False
    owned: bool = False
    regional: bool = False
    pointer: Atom | None = None
    host: "Draft | None" = None

    @property
    def role(self) -> str:
        """The role of the outermost office, "" without one; buildings are as people are."""
        if not self.heads:
            return ""
        entry = self.heads[-1].entry
        return entry.role if entry else "people"

    @property
    def of_region(self) -> bool:
        """Whether it is of a part of the world, which is no one country: "Gulf states", "अफ्रीका के नेताओं"."""
        return bool(self.heads) and (self.of_parts if self.nations else self.regional)

    @property
    def of_parts(self) -> bool:
        """Whether the only places it names are of no one country: Africa, the Balkans."""
        return bool(self.nations) and all(atom.entry and not atom.entry.country for atom in self.nations)

    @property
    def alone(self) -> bool:
        """Whether it is nothing but a country, capital or place."""
        return bool(self.nations) and not self.heads and self.name is None

"""Language packs: how a language says what the ontology knows, as data. One folder a language.

Packs register by the entry point group `vaarta.packs`: a name (the language) and a function that takes the
language and gives its folder. Ours come by the same door.
"""

from functools import cache, cached_property
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from vaarta.errors import PackError

if TYPE_CHECKING:
    from vaarta.packs.contexts import ContextsPack
    from vaarta.packs.engagements import EngagementsPack
    from vaarta.packs.events import EventsPack
    from vaarta.packs.grammar import Grammar
    from vaarta.packs.names import NamesPack
    from vaarta.packs.places import PlaceNames
    from vaarta.packs.reference import ReferencePack
    from vaarta.packs.statements import StatementsPack
    from vaarta.packs.times import TimesPack

__all__ = ["Pack", "builtin", "languages", "load"]


class Pack:
    """One language's data, each part read from its file when first asked for, and then kept."""

    def __init__(self, lang: str, folder: Path) -> None:
        self.lang = lang
        self.folder = folder

    @cached_property
    def grammar(self) -> "Grammar":
        """Case markers, tenses, negation: grammar.toml."""
        from vaarta.packs.grammar import load_grammar

        return load_grammar(self.folder)

    @cached_property
    def names(self) -> "NamesPack":
        """What countries, bodies, offices and people are called: names.toml and its siblings."""
        from vaarta.packs.names import load_names

        return load_names(self.folder)

    @cached_property
    def own_names(self) -> "NamesPack":
        """The names less those of office holders at large: much sooner read, where no more is needed."""
        from vaarta.packs.names import load_names

        return load_names(self.folder, holders=False)

    @cached_property
    def places(self) -> "PlaceNames":
        """What the gazetteer's places are called: names/towns.toml and names/geonames.tsv.gz."""
        from vaarta.packs.places import load_places

        return load_places(self.folder)

    @cached_property
    def reference(self) -> "ReferencePack":
        """How a story points back: pronouns, both sides, here, quotation marks: reference.toml."""
        from vaarta.packs.reference import load_reference

        return load_reference(self.folder)

    @cached_property
    def times(self) -> "TimesPack":
        """How days are said: times.toml."""
        from vaarta.packs.times import load_times

        return load_times(self.folder)

    @cached_property
    def events(self) -> "EventsPack":
        """Words that tell of events, with the roles of their arguments: events/*.toml."""
        from vaarta.packs.events import load_events

        return load_events(self.folder)

    @cached_property
    def contexts(self) -> "ContextsPack":
        """Words that tell what an event is about: contexts.toml."""
        from vaarta.packs.contexts import load_contexts

        return load_contexts(self.folder)

    @cached_property
    def statements(self) -> "StatementsPack":
        """Words that attribute: statements.toml."""
        from vaarta.packs.statements import load_statements

        return load_statements(self.folder)

    @cached_property
    def engagements(self) -> "EngagementsPack":
        """Words for formal contacts and for offices held: engagements.toml."""
        from vaarta.packs.engagements import load_engagements

        return load_engagements(self.folder)


def builtin(lang: str) -> Path:
    """The folder of one of the packs that ship with Vaarta."""
    return Path(__file__).parent / lang


def languages() -> tuple[str, ...]:
    """The languages there are packs for, sorted."""
    return tuple(sorted({point.name for point in entry_points(group="vaarta.packs")}))


@cache
def load(lang: str) -> Pack:
    """The pack of a language. Raises PackError if none is installed."""
    for point in entry_points(group="vaarta.packs", name=lang):
        return Pack(lang, point.load()(lang))
    raise PackError(f"no pack for language {lang!r}; installed: {', '.join(languages()) or 'none'}")

"""Countries as a person types and reads them: a code, or a name in any language there is a pack for."""

from collections.abc import Iterable

from vaarta.errors import PackError
from vaarta.ontology import load_ontology
from vaarta.packs import languages, load

__all__ = ["code_of", "legend", "name_of", "who_is"]

CODE_LENGTH = 3


def code_of(text: str) -> str:
    """The code a person means by a code in any case, or a name in any language ("ind", "India", "भारत"); "" if none."""
    code = text.strip().upper()
    if len(code) == CODE_LENGTH and code.isascii() and code in load_ontology().actors:
        return code
    for lang in languages():
        try:
            found = load(lang).own_names.country_of(text)
        except PackError:  # codes still work where a pack is broken or has no names
            continue
        if found:
            return found
    return ""


def who_is(text: str) -> str:
    """The code if the text is a country's, else the text itself, to be looked for among the names of the parties."""
    return code_of(text) or text.strip()


def legend(codes: Iterable[str]) -> str:
    """What the codes stand for: "IND India, PAK Pakistan", sorted; codes that stand for no country are left out."""
    actors = load_ontology().actors
    return ", ".join(f"{code} {actors[code].name}" for code in sorted(set(codes)) if code in actors)


def name_of(code: str) -> str:
    """The English name of a country; the code itself if it is none."""
    actor = load_ontology().actors.get(code)
    return actor.name if actor else code

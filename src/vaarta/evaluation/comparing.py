"""What two codings of the same stories differ in: claims gained, lost and changed. For who mends a pack, and for CI."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, TypeAlias

import msgspec

from vaarta.errors import GoldError

__all__ = ["Change", "Compared", "compare", "read_shapes"]

Shape: TypeAlias = Mapping[str, Any]
"""A story as `vaarta code --json` prints it, or one of its claims."""
How: TypeAlias = Literal["gained", "lost", "changed"]
KINDS = {"events": "event", "statements": "statement", "engagements": "engagement", "offices": "office"}
FIELDS = {
    "events": (
        "type", "mode", "actors", "recipients", "standing", "when", "where", "contexts", "trigger", "again", "cameo",
        "by",
    ),
    "statements": ("speaker", "addressee", "content", "direct", "cue", "venue", "when", "by"),
    "engagements": (
        "kind", "parties", "name", "round", "heads", "topics", "standing", "when", "where", "part_of", "by",
    ),
    "offices": ("holder", "office", "of", "heads", "ranks_after", "reports_to"),
}  # fmt: skip
"""What of a claim is compared. Not its score: that changes whenever the weights are learnt anew."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One difference. `label` is the claim in short; `fields` are what changed, each as before and after."""

    how: How
    kind: str
    type: str
    lang: str
    story: str
    label: str
    sentence: str
    fields: dict[str, tuple[Any, Any]] = {}


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """All differences, and the ids of the stories that only one of the codings has."""

    stories: int
    changes: tuple[Change, ...]
    only_old: tuple[str, ...] = ()
    only_new: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return not (self.changes or self.only_old or self.only_new)


def read_shapes(path: Path) -> dict[str, Shape]:
    """The stories of a file of `vaarta code --json`, by id. Raises GoldError naming file and line."""
    try:
        content = path.read_bytes()
    except OSError as missing:
        raise GoldError(f"{path}: cannot be read: {missing.strerror}") from missing
    found: dict[str, Shape] = {}
    for number, line in enumerate(content.split(b"\n"), start=1):
        if line.strip():
            shape = _decoded(line, f"{path}:{number}")
            found[shape["id"]] = shape
    return found


def _decoded(line: bytes, where: str) -> dict[str, Any]:
    try:
        shape = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as malformed:
        raise GoldError(f"{where}: {malformed}; one JSON object a line is expected") from malformed
    if not isinstance(shape, dict) or not isinstance(shape.get("id"), str) or not _claims_are_lists(shape):
        raise GoldError(f"{where}: is no story as `vaarta code --json` prints it")
    return shape


def _claims_are_lists(shape: dict[str, Any]) -> bool:
    lists = [shape.get(name, []) for name in KINDS]
    return all(isinstance(claims, list) and all(isinstance(c, dict) for c in claims) for claims in lists)


def compare(old: Mapping[str, Shape], new: Mapping[str, Shape]) -> Compared:
    """What the new coding gains, loses and changes, in the order of the new stories and of the text."""
    both = [key for key in new if key in old]
    return Compared(
        stories=len(both),
        changes=tuple(change for key in both for change in _story(old[key], new[key])),
        only_old=tuple(key for key in old if key not in new),
        only_new=tuple(key for key in new if key not in old),
    )


def _story(old: Shape, new: Shape) -> Iterator[Change]:
    for name in KINDS:
        before, after = list(old.get(name, ())), list(new.get(name, ()))
        pairs = list(_paired(name, before, after))
        found = [
            *(_change("changed", name, new, b, _fields(name, a, b)) for a, b in pairs if _fields(name, a, b)),
            *(_change("lost", name, new, claim) for claim in before),
            *(_change("gained", name, new, claim) for claim in after),
        ]
        yield from found


def _paired(name: str, before: list[Shape], after: list[Shape]) -> Iterator[tuple[Shape, Shape]]:
    """The claims that are the same thing told, old and new, the likest first; they are taken out of the lists."""
    for alike in _likenesses(name):
        for claim in list(before):
            other = next((new for new in after if alike(claim, new)), None)
            if other is not None:
                before.remove(claim)
                after.remove(other)
                yield claim, other


def _likenesses(name: str) -> Sequence[Callable[[Shape, Shape], bool]]:
    """When two claims are one, from the closest likeness to the loosest that still is one."""

    def whole(old: Shape, new: Shape) -> bool:
        return not _fields(name, old, new)

    def what(old: Shape, new: Shape) -> bool:
        return _type(name, old) == _type(name, new) and _overlap(old, new)

    return (whole, what, _overlap)


def _overlap(old: Shape, new: Shape) -> bool:
    """Whether the words that tell both overlap."""
    spans = [(claim.get("start", 0), claim.get("end", 0)) for claim in (old, new)]
    return bool(spans[0][0] < spans[1][1] and spans[1][0] < spans[0][1])


def _fields(name: str, old: Shape, new: Shape) -> dict[str, tuple[Any, Any]]:
    return {field: (old.get(field), new.get(field)) for field in FIELDS[name] if old.get(field) != new.get(field)}


def _change(
    how: How, name: str, story: Shape, claim: Shape, fields: dict[str, tuple[Any, Any]] | None = None
) -> Change:
    return Change(
        how=how,
        kind=KINDS[name],
        type=_type(name, claim),
        lang=str(story.get("lang") or ""),
        story=story["id"],
        label=_label(name, claim),
        sentence=str(claim.get("sentence") or ""),
        fields=fields or {},
    )


def _type(name: str, claim: Shape) -> str:
    if name == "events":
        return "/".join(filter(None, (str(claim.get("type") or ""), str(claim.get("mode") or ""))))
    return str(claim.get("kind") or KINDS[name])


def _label(name: str, claim: Shape) -> str:
    """The claim in short: "ACCUSE/disapprove IND > PAK @planned"."""
    if name == "events":
        standing = "" if claim.get("standing") in {None, "happened"} else f" @{claim['standing']}"
        return f"{_type(name, claim)} {_codes(claim.get('actors'))} > {_codes(claim.get('recipients'))}{standing}"
    if name == "statements":
        return f"says {_codes([claim.get('speaker') or {}])}: {_short(claim.get('content'))}"
    if name == "engagements":
        number = f" #{claim['round']}" if claim.get("round") else ""
        return f"{_type(name, claim)} {'+'.join(claim.get('parties') or ()) or '-'}{number}"
    return f"office {claim.get('office') or ''} {claim.get('holder') or ''}".strip()


def _codes(parties: Iterable[Shape] | None) -> str:
    return "+".join(sorted({party.get("country") or "?" for party in parties or ()})) or "-"


def _short(words: object, most: int = 60) -> str:
    text = " ".join(str(words or "").split())
    return text if len(text) <= most else f"{text[: most - 1]}…"

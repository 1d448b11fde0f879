"""Plain words between a nation or body and its office or name: "US | trade policy | adviser"."""

from vaarta.recognition.phrases import PERSON_LABELS, Reading

__all__ = ["past_field", "past_fillers", "past_title"]

FILLERS = 6  # tokens between a nation and its office: डिजिटल विकास और संचार मंत्री
FIELD = 3  # words of an office's field
HELD = frozenset({"envoy", "minister", "official", "rank"})  # roles of those who hold an office in a field
TITLE = 3  # words of a title that no list has


def past_fillers(reading: Reading, i: int) -> int | None:
    """The atom of the office to which plain words from i on lead; None if they lead to none."""
    degree = False
    for j in range(i, min(i + FILLERS + 1, len(reading.atoms))):
        atom = reading.atoms[j]
        if atom.sentence != reading.atoms[i].sentence or reading.hosts_verb(atom.end - 1):
            return None
        if atom.kind in ("office", "building", "counterpart"):
            parted = j > i and reading.keys[reading.atoms[j - 1].start] == ","
            kind = degree and reading.doc[atom.end - 1].pos_ == "ADJ"  # "X's | most wanted terrorist | camp"
            return None if parted or kind else j  # "केन्या का एतराज, | मंत्रालय ने बताया" goes on with another clause
        if atom.kind in ("modifier", "few", "prefix", "propn"):
            continue
        joiner = j > i and (reading.links("joiners", atom) or reading.keys[atom.start] == ",")
        degree = degree or _degree(reading, atom.start)
        if not (joiner or _degree(reading, atom.start)) and reading.doc[atom.start].pos_ not in ("NOUN", "ADJ"):
            return None
    return None


def _degree(reading: Reading, i: int) -> bool:
    """Whether token i is an adverb that qualifies the adjective after it: "Kenya's | most powerful | union"."""
    return reading.doc[i].pos_ == "ADV" and i + 1 < len(reading.doc) and reading.doc[i + 1].pos_ == "ADJ"


def past_field(reading: Reading, i: int) -> int | None:
    """The atom of the office whose field is told between its owner and it: "X के | विदेश मामलों के | प्रवक्ता"."""
    for j in range(i, min(i + FIELD + 1, len(reading.atoms) - 1)):
        atom = reading.atoms[j]
        if j > i and reading.links("possessives", atom):
            office = next((found for found in reading.atoms[j + 1 : j + 3] if found.kind != "modifier"), atom)
            held = office.kind == "office" and office.entry is not None and office.entry.role in HELD
            return j + 1 if held and not reading.hosts_verb(office.end - 1) else None
        if atom.kind not in ("word", "propn", "modifier") or reading.doc[atom.start].pos_ not in (
            "NOUN",
            "ADJ",
            "PROPN",
        ):
            return None
    return None


def past_title(reading: Reading, i: int) -> int | None:
    """The atom of the person's name to which a title that no list has leads: "मिशन के | काउंसलर | राम वर्मा"."""
    for j in range(i, min(i + TITLE + 1, len(reading.atoms))):
        atom = reading.atoms[j]
        token = reading.doc[atom.start]
        if atom.kind in ("propn", "person") and j > i and token.ent_type_ in PERSON_LABELS:
            return j
        if atom.kind not in ("word", "propn", "modifier") or token.pos_ not in ("NOUN", "ADJ", "PROPN"):
            return None
        if reading.hosts_verb(atom.start):
            return None
    return None

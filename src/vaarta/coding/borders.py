"""Countries that are told only for their border: "नेपाल से लगे जिलों के अधिकारी", "चीन की सीमा पर तैनात"."""

from vaarta.coding.subjects import members_of, parties_of
from vaarta.coding.view import View

__all__ = ["only_borders"]

NEAR = 2  # tokens that say that something lies beside a country: लगे, सीमा साझा


def only_borders(view: View, n: int) -> bool:
    """Whether a group names but whose border something is at: no side of what is done or said there.

    Two countries that a border is between may be both sides.
    """
    markers, links = view.grammar.markers, view.pack.reference.links
    words, marker = links["bordering"], view.markers[n]
    if not words or markers.stands == "before":
        return False
    end = members_of(view, n)[-1].end
    # The country's own marker comes first: "के | साथ", "से".
    following = view.texts[end + len(marker.split()) : end + len(marker.split()) + NEAR]
    if marker in markers.genitive:
        several = len({p.country for p in parties_of(view, n)}) > 1
        inside = following[1:2] and following[1] in links["inside"]
        return not (several or inside) and bool(following) and following[0] in links["borders"]
    if marker not in markers.companions:
        return False
    return bool({*following[:1], " ".join(following[:2])} & {*words})

"""What exists, in no language: event types, sectors, CAMEO codes, engagements, offices, actors: docs/ontology.md."""

from vaarta.ontology.cameo import quad_class, root_of
from vaarta.ontology.loading import Ontology, load_ontology, read_ontology
from vaarta.ontology.shapes import (
    ActorEntry,
    CameoCode,
    EngagementFact,
    EventCodes,
    EventType,
    Mode,
    Office,
    Sector,
    Tenure,
)

__all__ = [
    "ActorEntry", "CameoCode", "EngagementFact", "EventCodes", "EventType", "Mode", "Office", "Ontology", "Sector",
    "Tenure", "load_ontology", "quad_class", "read_ontology", "root_of",
]  # fmt: skip

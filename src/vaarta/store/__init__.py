"""Stage 6, the record: one SQLite file that keeps stories and their claims, whole or not at all (docs/store.md)."""

from vaarta.store.conditions import Condition
from vaarta.store.forgetting import Takedown
from vaarta.store.health import Contents
from vaarta.store.opening import is_record
from vaarta.store.record import Answer, Kept, Store, open_store
from vaarta.store.rows import AnyClaim

__all__ = ["Answer", "AnyClaim", "Condition", "Contents", "Kept", "Store", "Takedown", "is_record", "open_store"]

"""Every error Vaarta raises, as a tree. Bad *input* is not an error but a result: see `records.Passed`."""

__all__ = [
    "EngineError", "ExportError", "GoldError", "ModelError", "OntologyError", "PackError", "PageError", "ReadError",
    "StoreError", "VaartaError",
]  # fmt: skip


class VaartaError(Exception):
    """The root: catch this to catch everything Vaarta raises on purpose."""


class OntologyError(VaartaError):
    """An ontology file is malformed or names something that does not exist."""


class PackError(VaartaError):
    """A language pack is malformed, missing, or uses a code the ontology lacks."""


class ModelError(VaartaError):
    """A pipeline cannot be loaded, trained or used: missing, wrong language, no parser."""


class ReadError(VaartaError):
    """A source cannot be read at all: no such file, not permitted."""


class StoreError(VaartaError):
    """A record file cannot be opened, is of a newer version, or is not ours."""


class ExportError(VaartaError):
    """Something cannot be written in a format: a library is missing, or the place cannot be written."""


class EngineError(VaartaError):
    """A job over shards cannot be begun or go on: another job's folder, a library that is missing, no worker starts."""


class PageError(VaartaError):
    """A file of the page's texts, or of the outlines of its maps, is missing or malformed."""


class GoldError(VaartaError):
    """A gold or coded file is not in the shape of the annotation guide."""

"""Stage 1: bytes to stories. Pages, plain text and JSON, from files, folders, standard input and the web."""

from vaarta.reading.reader import read

__all__ = ["read"]

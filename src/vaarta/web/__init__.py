"""The page: the record as HTML, JSON and CSV over HTTP, to be read only (docs/serve.md)."""

from vaarta.web.app import make_app

__all__ = ["make_app"]

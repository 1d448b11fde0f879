"""TOML, read strictly into records: an unknown key, a missing one or a wrong kind is an error that names the file.

By tomli, which the standard library's tomllib is, compiled: our packs' files load in half the time.
"""

from pathlib import Path
from typing import TypeVar

import msgspec
import tomli

from vaarta.errors import VaartaError

__all__ = ["read_toml"]

Shape = TypeVar("Shape")


def read_toml(path: Path, shape: type[Shape], error: type[VaartaError]) -> Shape:
    """The file's content as a `shape` (a msgspec.Struct, or a mapping of them).

    Raises `error`, naming the file and the place in it, if the file is missing or does not fit.
    """
    try:
        return msgspec.convert(tomli.loads(path.read_text(encoding="utf-8")), shape)
    except OSError as missing:
        raise error(f"{path}: cannot be read ({missing.strerror}); is the installation whole?") from missing
    except (tomli.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError) as malformed:
        raise error(f"{path}: {malformed}") from malformed

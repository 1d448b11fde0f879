"""Workers without models, which die, hang or grow where a story says so (scale/dying_worker.py)."""

import sys
from functools import partial
from pathlib import Path

import pytest

from vaarta.scale import on_local
from vaarta.scale.workers import Workers

__all__ = ["DYING", "without_models"]

DYING = (sys.executable, str(Path(__file__).parent / "scale/dying_worker.py"))


def without_models(patch: pytest.MonkeyPatch) -> None:
    """Let jobs on this machine be done by such workers."""
    patch.setattr(on_local, "Workers", partial(Workers, command=DYING))

"""The cycle collector waits while tables are built, and is left as it was found."""

import gc

import pytest

from vaarta.memory import building


@pytest.mark.parametrize("enabled", [True, False], ids=["on", "off"])
def test_the_collector_is_left_as_it_was(*, enabled: bool) -> None:
    before = gc.isenabled()
    (gc.enable if enabled else gc.disable)()
    try:
        with building():
            assert not gc.isenabled()
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()


def test_the_collector_is_back_after_a_failure() -> None:
    with pytest.raises(ValueError, match="broken table"), building():
        raise ValueError("broken table")
    assert gc.isenabled()

"""TOML, read strictly: what does not fit is an error that names the file."""

from pathlib import Path

import msgspec
import pytest

from vaarta.errors import OntologyError, PackError, VaartaError
from vaarta.toml import read_toml


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table for these tests."""

    code: str
    score: float = 0.0


def test_a_file_that_fits_is_read(tmp_path: Path) -> None:
    path = tmp_path / "fits.toml"
    path.write_text('code = "NO"\nscore = 1.5\n', encoding="utf-8")
    assert read_toml(path, Shape, PackError) == Shape("NO", 1.5)


def test_what_yaml_would_change_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "codes.toml"
    path.write_text('NO = "0231"\nNE = "nukta: क़"\n', encoding="utf-8")
    assert read_toml(path, dict[str, str], PackError) == {"NO": "0231", "NE": "nukta: क़"}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b'code = "a"\nkode = "b"\n', "kode", id="unknown-key"),
        pytest.param(b"score = 1.0\n", "code", id="missing-key"),
        pytest.param(b"code = 231\n", "str", id="wrong-kind"),
        pytest.param(b"code = NO\n", "line 1", id="no-toml"),
        pytest.param(b'code = "a"\ncode = "b"\n', "line 2", id="key-twice"),
        pytest.param("code = 'वार्ता'".encode("utf-16"), "", id="not-utf-8"),
        pytest.param(None, "cannot be read", id="no-file"),
    ],
)
@pytest.mark.parametrize("error", [PackError, OntologyError])
def test_what_does_not_fit_names_the_file(
    tmp_path: Path, content: bytes | None, says: str, error: type[VaartaError]
) -> None:
    path = tmp_path / "faulty.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(error, match=r"faulty\.toml") as raised:
        read_toml(path, Shape, error)
    assert says in str(raised.value)

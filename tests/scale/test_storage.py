import io
from pathlib import Path

import pytest

from vaarta.scale.storage import Folder, open_file


@pytest.fixture(params=["local", "memory"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Folder:
    return Folder(str(tmp_path / "फ़ोल्डर") if request.param == "local" else f"memory://{tmp_path.name}")


def test_what_is_written_is_there(folder: Folder) -> None:
    assert folder.read("coded/1") is None
    assert not folder.has("coded/1")
    assert folder.names("coded") == set()
    folder.write("coded/1", io.BytesIO("१२ मार्च".encode()))
    assert folder.read("coded/1") == "१२ मार्च".encode()
    assert folder.has("coded/1")
    assert folder.names("coded") == {"coded/1"}
    folder.write("coded/1", io.BytesIO(b"again"))
    assert folder.read("coded/1") == b"again"


def test_a_file_is_there_whole_or_not_at_all(folder: Folder) -> None:
    class Broken(io.RawIOBase):
        given = False

        def read(self, size: int = -1) -> bytes:  # noqa: ARG002
            if self.given:
                raise OSError("the disk is gone")
            self.given = True
            return b"half"

    with pytest.raises(OSError, match="gone"):
        folder.write("coded/1", Broken())  # type: ignore[arg-type]
    assert not folder.has("coded/1")


def test_a_folder_within_is_cleared(folder: Folder) -> None:
    folder.clear("hand")
    folder.write("hand/1", io.BytesIO(b"x"))
    folder.clear("hand")
    assert folder.names("hand") == set()


def test_files_of_both_are_opened(folder: Folder) -> None:
    folder.write("x.txt", io.BytesIO(b"words"))
    with open_file(f"{folder.where}/x.txt") as file:
        assert file.read() == b"words"

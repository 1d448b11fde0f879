import pytest

from vaarta.reading.decoding import decode

HINDI = "दोनों देश १२ मई को फ़ैसला लेंगे।"
CURLY = "The minister said “no” to the plan – again, in the house of the people."

DECODED = [
    pytest.param(HINDI.encode(), HINDI, id="UTF-8"),
    pytest.param(HINDI.encode("utf-8-sig"), HINDI, id="UTF-8 with mark"),
    pytest.param(HINDI.encode("utf-16"), HINDI, id="UTF-16 with mark"),
    pytest.param(b"\xfe\xff" + HINDI.encode("utf-16-be"), HINDI, id="UTF-16 big end first"),
    pytest.param(HINDI.encode("utf-32"), HINDI, id="UTF-32 with mark"),
    pytest.param(CURLY.encode("cp1252"), CURLY, id="Western, undeclared"),
    pytest.param(
        b'<meta charset="ISO-8859-1">' + CURLY.encode("cp1252"), '<meta charset="ISO-8859-1">' + CURLY, id="declared"
    ),
    pytest.param((HINDI * 9).encode()[:-1], (HINDI * 9)[:-1] + "\ufffd", id="cut within a letter"),
]


@pytest.mark.parametrize(("data", "text"), DECODED)
def test_bytes_become_text(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize("charset", ["utf-7", "zlib", "hex", "no-such", "utf-8"])
def test_charsets_we_do_not_know_are_not_tried(charset: str) -> None:
    assert decode(bytes(range(128, 256)) * 4, charset) is None


def test_charset_of_the_server_is_tried() -> None:
    assert decode("é".encode("cp1252") * 20, "ISO-8859-1") == "é" * 20

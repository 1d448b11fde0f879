"""What a request is refused for: a status, and texts that say what is wrong and what to do."""

from vaarta.records import Record
from vaarta.web.tongue import Tongue

__all__ = ["Problem", "Refused", "refusal"]

TITLES = {
    400: "wrong_request",
    401: "no_token",
    403: "forbidden",
    404: "not_found",
    405: "not_allowed",
    408: "late_title",
    409: "conflict",
    410: "gone",
    413: "large",
    414: "too_long",
    415: "wrong_request",
    421: "wrong_host",
    422: "wrong_request",
    429: "too_often",
    501: "cannot",
    503: "broken",
    504: "slow",
}


class Problem(Record, frozen=True, kw_only=True):
    """Why a request is not answered, and what to do, in the language of the page."""

    error: str


class Refused(Exception):  # noqa: N818 - not an error of ours but an answer to a request
    """A request that cannot be answered: the status, and the key and values of the text that says why.

    The value `field`, if there is one, is itself the key of a text.
    """

    def __init__(self, status: int, key: str = "", **values: str) -> None:
        super().__init__(key)
        self.status = status
        self.key = key
        self.values = values


def refusal(refused: Refused, tongue: Tongue) -> tuple[str, str]:
    """A title and what to do, in the language of the page."""
    title = TITLES.get(refused.status, "broken")
    if not refused.key:
        return tongue.say(title), tongue.say(f"{title}_hint") if title != "wrong_request" else ""
    words, field = tongue.texts.words, refused.values.get("field", "")
    return tongue.say(title), tongue.say(refused.key, **{**refused.values, "field": words.get(field, field)})

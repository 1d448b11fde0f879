"""The languages of the pages: texts as data, numbers and days as each of them writes."""

from calendar import monthrange
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from vaarta.errors import PackError, PageError
from vaarta.packs import load
from vaarta.records import Engagement, Event, Record, Statement
from vaarta.store import AnyClaim
from vaarta.toml import read_toml
from vaarta.web.wishes import wishes

__all__ = ["DEFAULT", "Texts", "Tongue", "choose", "languages", "load_texts"]

DEFAULT = "en"
GROUP = 3
COUNTRIES = 1000  # more than there are, in each language; codes of a hostile record do not fill the memory


class Texts(Record, frozen=True, kw_only=True):
    """A file of texts. `grouping` is how long numbers are parted: 123,456 (western) or 1,23,456 (indian)."""

    name: str
    grouping: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    words: dict[str, str]
    kinds: dict[str, str]
    actors: dict[str, str]
    engagements: dict[str, str]
    standings: dict[str, str]
    quads: dict[str, str]
    types: dict[str, str]
    modes: dict[str, str]
    disputes: dict[str, str]
    contexts: dict[str, str]
    measured: dict[str, str]
    about: dict[str, tuple[str, ...]]


def languages() -> tuple[str, ...]:
    """The languages there are texts for."""
    return tuple(sorted(file.stem for file in (Path(__file__).parent / "texts").glob("*.toml")))


@cache
def load_texts(lang: str) -> Texts:
    """The texts in a language. Raises PageError if the file is missing or malformed."""
    return read_toml(Path(__file__).parent / "texts" / f"{lang}.toml", Texts, PageError)


def choose(asked: str, accepted: str) -> str:
    """The language of a page: the one asked for, else the first there is of those a browser accepts, else English."""
    known = languages()
    if asked in known:
        return asked
    primary = (wish.partition("-")[0] for wish in wishes(accepted))
    return next((lang for lang in primary if lang in known), DEFAULT)


class Tongue:
    """One language of the pages."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.texts = load_texts(lang)

    def say(self, key: str, **values: object) -> str:
        """The text of this key, with values in their places."""
        text = self.texts.words[key]
        return text.format(**values) if values else text

    def number(self, number: int) -> str:
        """A whole number, its digits grouped."""
        digits = str(abs(number))
        head, tail = digits[:-GROUP], digits[-GROUP:]
        step = GROUP - 1 if self.texts.grouping == "indian" else GROUP
        while head:
            head, tail = head[:-step], f"{head[-step:]},{tail}"
        return f"-{tail}" if number < 0 else tail

    def decimal(self, number: float) -> str:
        """A number with one decimal, a true minus before it if it is less than nothing."""
        return f"{number:.1f}".replace("-", "−")

    def month(self, month: str) -> str:
        """A month (YYYY-MM), as "February 2024"; what is no month, as it is."""
        first = _date(f"{month}-01")
        return f"{self.texts.months[first.month - 1]} {first.year}" if first else month

    def day(self, day: str) -> str:
        """A day (YYYY-MM-DD), as "5 February 2024"; what is no day, as it is."""
        told = _date(day)
        return f"{told.day} {self.month(day[:7])}" if told else day

    def days(self, first: str, last: str) -> str:
        """Days, as one year, month or day if they are one, else from the first to the last."""
        if first == last:
            return self.day(first)
        start, end = _date(first), _date(last)
        if start and end and start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
            if first[:7] == last[:7]:
                return self.month(first[:7])
            if first[:4] == last[:4] and (start.month, end.month) == (1, 12):
                return first[:4]
        if start and end and first[:7] == last[:7]:
            return f"{start.day}–{self.day(last)}"
        return self.say("to_day", first=self.day(first), last=self.day(last))

    def moment(self, published: str) -> str:
        """A time of publication: its day and, if it is said, its hour with the zone."""
        day = self.day(published[:10])
        return f"{day}, {published[11:16]}" if published[10:11] == "T" else day

    def answer(self, field: str, said: str) -> str:
        """What stories say of something they tell differently: days, a country, hosts, heads, a standing."""
        if field == "days":
            return self.days(said.split(" – ", maxsplit=1)[0], said.rsplit(" – ", maxsplit=1)[-1])
        if field == "country":
            return self.country(said)
        if field == "hosts":
            return ", ".join(map(self.country, said.split(", ")))
        if field == "level":
            heads = (head.partition(" ") for head in said.split("; "))
            return "; ".join(f"{self.country(code)}: {office}" for code, _, office in heads)
        return self.texts.standings.get(said, said) if field == "standing" else said

    def country(self, code: str) -> str:
        """What a country is called; the code itself if there is no name."""
        return _country(self.lang, code)

    def what(self, claim: AnyClaim) -> str:
        """What a claim tells of, in a few words: its type and mode, or its kind."""
        texts = self.texts
        if isinstance(claim, Event):
            mode = texts.modes.get(claim.mode, claim.mode)
            return " · ".join(filter(None, (texts.types.get(claim.type, claim.type), mode)))
        if isinstance(claim, Engagement):
            round_ = "" if claim.round is None else self.number(claim.round)
            return " ".join(filter(None, (texts.engagements.get(claim.kind, claim.kind), round_)))
        return texts.kinds["statement" if isinstance(claim, Statement) else "tenure"]


@lru_cache(COUNTRIES)
def _country(lang: str, code: str) -> str:
    try:
        return load(lang).own_names.country_name(code)
    except PackError:  # a pack that is broken or has no names: codes are still right
        return code


def _date(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None

"""The hour that a phrase says, with its zone, in ISO form. No word of any language: values in, hours out."""

from fractions import Fraction

from vaarta.recognition.time_phrases import Phrase

__all__ = ["clock_of"]

NOON = 12
AFTER_NOON = frozenset({"pm", "evening", "noon"})
QUARTERS = (("half", 30), ("quarterpast", 15), ("quarterto", -15))
FIRST_HOUR_OF_NIGHT = 6  # "7 at night" is 19:00, "2 at night" is 02:00


def clock_of(phrase: Phrase) -> str:
    """The first hour said, as "19:30", with its zone as "19:30+05:30" or "19:30 local"; "" if none is.

    Without a part of the day the hour is as said: nothing is guessed.
    """
    zone = phrase.first("zone")
    if phrase.parts:
        inner = next((clock for part in phrase.parts if (clock := clock_of(part))), "")
        return inner + _after(zone) if inner else ""
    minutes = _minutes(phrase) if phrase.means == "clock" else None
    return "" if minutes is None else _in_day(minutes, phrase.first("daypart")) + _after(zone)


def _after(zone: str) -> str:
    return f" {zone}" if zone.isalpha() else zone


def _minutes(phrase: Phrase) -> int | None:
    """Minutes since midnight, as the numbers say; None without a number."""
    if said := phrase.first("hour", "clocktime"):
        hour, _, minute = said.replace(".", ":").partition(":")
        minutes = int(hour) * 60 + int(minute or phrase.first("number") or 0)
    elif said := phrase.first("hhmm"):
        minutes = int(said) // 100 * 60 + int(said) % 100
    elif said := phrase.first("number"):
        minutes = int(Fraction(said) * 60) + int(([*phrase.every("number"), "0"])[1])
    else:
        return None
    return minutes + sum(more for kind, more in QUARTERS if phrase.first(kind))


def _in_day(minutes: int, part: str) -> str:
    hour, minute = divmod(minutes, 60)
    night = part == "night" and hour >= FIRST_HOUR_OF_NIGHT
    if (part in AFTER_NOON or night) and hour < NOON and not (part == "noon" and hour == NOON - 1):
        hour += NOON
    elif hour == NOON and (night or part in {"am", "morning"}):
        hour = 0
    return f"{hour % 24:02}:{minute:02}"

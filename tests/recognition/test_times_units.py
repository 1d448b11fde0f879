"""The calendar under the days: units, steps, parts."""

from datetime import date

import pytest

from vaarta.recognition.units import shifted, subdivision, thirds, unit_around

DAY = date(2024, 2, 29)


@pytest.mark.parametrize(
    ("unit", "first", "last"),
    [
        ("day", DAY, DAY),
        ("week", date(2024, 2, 26), date(2024, 3, 3)),
        ("fortnight", date(2024, 2, 16), DAY),
        ("weekend", date(2024, 3, 2), date(2024, 3, 3)),
        ("month", date(2024, 2, 1), DAY),
        ("quarter", date(2024, 1, 1), date(2024, 3, 31)),
        ("half", date(2024, 1, 1), date(2024, 6, 30)),
        ("year", date(2024, 1, 1), date(2024, 12, 31)),
        ("fiscal", date(2023, 4, 1), date(2024, 3, 31)),
        ("decade", date(2020, 1, 1), date(2029, 12, 31)),
    ],
)
def test_a_unit_has_its_first_and_last_day(unit: str, first: date, last: date) -> None:
    assert unit_around(DAY, unit) == (first, last)


@pytest.mark.parametrize(
    ("steps", "unit", "day"),
    [
        (-1, "day", date(2024, 2, 28)),
        (1, "week", date(2024, 3, 7)),
        (-1, "fortnight", date(2024, 2, 1)),
        (1, "fortnight", date(2024, 3, 1)),
        (12, "month", date(2025, 2, 28)),
        (-1, "year", date(2023, 2, 28)),
        (-4, "year", date(2020, 2, 29)),
        (-2, "decade", date(2004, 2, 29)),
        (-30, "hour", date(2024, 2, 28)),
    ],
)
def test_a_step_into_a_shorter_month_ends_on_its_last_day(steps: int, unit: str, day: date) -> None:
    assert shifted(DAY, steps, unit) == day


@pytest.mark.parametrize(
    ("first", "last", "part", "days"),
    [
        (date(2023, 3, 1), date(2023, 3, 31), "early", (date(2023, 3, 1), date(2023, 3, 10))),
        (date(2023, 3, 1), date(2023, 3, 31), "mid", (date(2023, 3, 11), date(2023, 3, 20))),
        (date(2023, 3, 1), date(2023, 3, 31), "late", (date(2023, 3, 21), date(2023, 3, 31))),
        (date(2023, 1, 1), date(2023, 12, 31), "early", (date(2023, 1, 1), date(2023, 3, 31))),
        (date(2023, 1, 1), date(2023, 12, 31), "mid", (date(2023, 5, 1), date(2023, 8, 31))),
        (date(2024, 1, 1), date(2024, 12, 31), "late", (date(2024, 10, 1), date(2024, 12, 31))),
        (date(2023, 2, 13), date(2023, 2, 19), "early", (date(2023, 2, 13), date(2023, 2, 15))),
        (date(2023, 2, 13), date(2023, 2, 19), "mid", (date(2023, 2, 15), date(2023, 2, 17))),
        (date(2023, 2, 13), date(2023, 2, 19), "late", (date(2023, 2, 17), date(2023, 2, 19))),
        (date(1990, 1, 1), date(1999, 12, 31), "mid", (date(1994, 1, 1), date(1996, 12, 31))),
    ],
)
def test_early_mid_and_late(first: date, last: date, part: str, days: tuple[date, date]) -> None:
    assert thirds(first, last, part) == days


@pytest.mark.parametrize(
    ("unit", "count", "days"),
    [
        ("week", 1, (date(2021, 1, 4), date(2021, 1, 10))),
        ("week", -1, (date(2021, 1, 25), date(2021, 1, 31))),
        ("week", 5, None),
        ("quarter", 1, None),
    ],
)
def test_a_week_belongs_to_the_month_of_its_thursday(unit: str, count: int, days: tuple[date, date] | None) -> None:
    assert subdivision(date(2021, 1, 1), date(2021, 1, 31), unit, count) == days

"""Phrases of time that name no day, and the hours that phrases say."""

from datetime import date

import pytest

from vaarta.packs import load
from vaarta.recognition.times import find_times, read_times

TOLD = date(2023, 2, 15)


@pytest.mark.parametrize(
    ("lang", "text", "said", "means"),
    [
        ("hi", "दो दिवसीय यात्रा", "दो दिवसीय", "lasts"),
        ("hi", "साढ़े तीन साल तक", "साढ़े तीन साल", "lasts"),
        ("hi", "३ महीने का काम", "३ महीने", "lasts"),
        ("hi", "16 से 18 साल के युवा", "16 से 18 साल", "lasts"),
        ("hi", "कुछ दिन पहले मिले", "कुछ दिन पहले", "loose"),
        ("hi", "अगले ही दिन लौटे", "अगले ही दिन", "loose"),
        ("hi", "चुनाव से एक दिन पहले", "एक दिन पहले", "loose"),
        ("hi", "आने वाले हफ़्तों में", "आने वाले हफ़्तों", "loose"),
        ("hi", "हर सोमवार को", "हर सोमवार", "often"),
        ("hi", "दीपावली पर", "दीपावली", "feast"),
        ("hi", "देर रात मिले", "देर रात", "clock"),
        ("en", "a three-day visit", "three-day", "lasts"),
        ("en", "two days later", "two days later", "loose"),
        ("en", "in recent weeks", "recent weeks", "loose"),
        ("en", "every Monday", "every Monday", "often"),
        ("en", "after Diwali", "Diwali", "feast"),
        ("en", "at 1230 GMT", "1230 GMT", "clock"),
    ],
)
def test_a_phrase_without_days_says_what_it_is(lang: str, text: str, said: str, means: str) -> None:
    [one] = read_times(text, told=TOLD, pack=load(lang).times)
    assert (text[one.start : one.end], one.means, one.when) == (said, means, None)
    assert find_times(text, told=TOLD, pack=load(lang).times) == []


@pytest.mark.parametrize(
    ("lang", "text", "clock"),
    [
        ("hi", "शाम 7:30 बजे", "19:30"),
        ("hi", "शाम ७:३० बजे", "19:30"),
        ("hi", "साढ़े छह बजे", "06:30"),
        ("hi", "शाम साढ़े छह बजे", "18:30"),
        ("hi", "दोपहर ढाई बजे", "14:30"),
        ("hi", "दोपहर बारह बजे", "12:00"),
        ("hi", "पौने चार बजे", "03:45"),
        ("hi", "सवा चार बजे", "04:15"),
        ("hi", "4 बजकर 20 मिनट", "04:20"),
        ("hi", "रात 12 बजे", "00:00"),
        ("hi", "रात 9 बजे", "21:00"),
        ("hi", "देर रात करीब 2 बजे", "02:00"),
        ("hi", "सुबह 10 बजे से शाम 5 बजे", "10:00"),
        ("hi", "सोमवार शाम छह बजे भारतीय समयानुसार", "18:00+05:30"),
        ("hi", "स्थानीय समयानुसार रात सवा ग्यारह बजे", "23:15 local"),
        ("hi", "सोमवार की शाम", ""),
        ("en", "5:30 pm IST", "17:30+05:30"),
        ("en", "12 p.m.", "12:00"),
        ("en", "12:05 am", "00:05"),
        ("en", "1230 GMT", "12:30+00:00"),
        ("en", "9 o'clock", "09:00"),
        ("en", "Monday at 9 a.m. local time", "09:00 local"),
        ("en", "Monday", ""),
    ],
)
def test_the_hour_is_told_with_its_zone(lang: str, text: str, clock: str) -> None:
    [one] = read_times(text, told=TOLD, pack=load(lang).times)
    assert one.clock == clock


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("नदी की कल-कल", []),
        ("आज के दौर में", []),
        ("अधिनियम, 1940 की धारा", []),
    ],
    ids=["sound", "age", "law"],
)
def test_what_is_no_time_is_not_read(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in read_times(text, told=TOLD, pack=load("hi").times)] == expected

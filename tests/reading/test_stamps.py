import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaarta.reading.stamps import iso, read_stamp, words_before

STAMPS = [
    pytest.param("14 Feb 2023 1:55 PM GMT", "2023-02-14T13:55:00+00:00", "", id="day first, GMT"),
    pytest.param(
        "Updated Tue, 14 Feb 2023 01:55 PM IST", "2023-02-14T13:55:00+05:30", "updated", id="updated, IST is India's"
    ),
    pytest.param("प्रकाशित: 14 फ़रवरी 2023, 13:55 IST", "2023-02-14T13:55:00+05:30", "published", id="Hindi, nukta"),
    pytest.param(
        "प्रकाशित: 14 फ\u093cरवरी 2023, 13:55 IST",
        "2023-02-14T13:55:00+05:30",
        "published",
        id="nukta as two code points",
    ),
    pytest.param("अपडेटेड 14 फ़रवरी 2023, 1:55 अपराह्न IST", "2023-02-14T13:55:00+05:30", "updated", id="Hindi afternoon"),
    pytest.param("अपडेटेड 14 फ़रवरी 2023, 1:55 अपराह्न", "2023-02-14", "updated", id="no zone: the day alone"),
    pytest.param(
        "१४ फरवरी २०२३, रात ९:०५ बजे भारतीय समय", "2023-02-14T21:05:00+05:30", "", id="Devanagari digits, night"
    ),
    pytest.param("14 फरवरी 2023, रात 2:10 बजे IST", "2023-02-14T02:10:00+05:30", "", id="night before dawn"),
    pytest.param("14 फरवरी 2023 दोपहर 12:30 बजे IST", "2023-02-14T12:30:00+05:30", "", id="noon"),
    pytest.param(
        "Publish Date:Sat, 28 Nov 2020 01:34 PM (IST)", "2020-11-28T13:34:00+05:30", "published", id="zone in brackets"
    ),
    pytest.param(
        "प्रविष्टि तिथि: 05 MAY 2026 4:33PM by PIB Delhi", "2026-05-05T16:33:00+05:30", "published", id="press bureau"
    ),
    pytest.param(
        "Published: Feb 14, 2023, 12:05 am IST",
        "2023-02-14T00:05:00+05:30",
        "published",
        id="month first, past midnight",
    ),
    pytest.param("February 14th, 2023 at 9:30 p.m. IST", "2023-02-14T21:30:00+05:30", "", id="ordinal, dotted p.m."),
    pytest.param("Tue, 23 Sep 2025 09:21:16 +0530", "2025-09-23T09:21:16+05:30", "", id="mail header"),
    pytest.param("14-02-2023 | 5 PM IST", "2023-02-14T17:00:00+05:30", "", id="hour alone"),
    pytest.param("14 Feb 2023 13.55 GMT+5:30", "2023-02-14T13:55:00+05:30", "", id="offset from GMT"),
    pytest.param("02/14/2023", "2023-02-14", "", id="American order where no other fits"),
    pytest.param("04/05/2023", "2023-05-04", "", id="Indian order"),
    pytest.param("2023-02-14T13:55:00Z", "2023-02-14T13:55:00+00:00", "", id="ISO, Z"),
    pytest.param("2023-02-14T13:55:00.250+05:30", "2023-02-14T13:55:00+05:30", "", id="ISO, fraction"),
    pytest.param("2023-02-14 21:42:56", "2023-02-14", "", id="ISO without zone: the day alone"),
    pytest.param("13:55 IST, 14 Feb 2023", "2023-02-14T13:55:00+05:30", "", id="clock first"),
]


@pytest.mark.parametrize(("line", "published", "label"), STAMPS)
def test_stamp_is_read(line: str, published: str, label: str) -> None:
    stamp = read_stamp(line)
    assert stamp is not None
    assert (stamp.published, stamp.label) == (published, label)


@pytest.mark.parametrize(
    "line",
    ["", "वार्ता", "Feb 2023", "35 Feb 2023", "31 जून 2023", "2023-13-45", "1:55 PM IST", "14 15 16", "1³ Feb 2023"],
)
def test_what_names_no_whole_day_is_no_stamp(line: str) -> None:
    assert read_stamp(line) is None


def test_other_words_of_the_line_are_kept() -> None:
    stamp = read_stamp("By Asha Rao | Updated: 14 Feb 2023 13:55 IST")
    assert stamp is not None
    assert stamp.rest == "By Asha Rao"


WRITERS = [
    ("Edited By Asha Rao, Updated: 15 May, 2022 09:07 PM", "Edited By Asha Rao"),
    ("Asha Rao | February 14, 2023", "Asha Rao"),
    ("आशा राव | अपडेटेड: १४ फरवरी २०२३", "आशा राव"),
    ("Published by: Asha Rao", "Published by: Asha Rao"),
]


@pytest.mark.parametrize(("line", "words"), WRITERS)
def test_what_stands_before_a_time_is_told_apart(line: str, words: str) -> None:
    assert words_before(line) == words


@given(st.text(max_size=120))
def test_no_line_makes_it_fail(line: str) -> None:
    stamp = read_stamp(line, zone="+05:30")
    assert stamp is None or iso(stamp.published) == stamp.published
    assert line.startswith(words_before(line))


def test_publishers_zone_is_for_a_clock_without_one() -> None:
    assert iso("2020-02-14 21:42:56", zone="+05:30") == "2020-02-14T21:42:56+05:30"
    assert iso("2020-02-14T21:42:56Z", zone="+05:30") == "2020-02-14T21:42:56+00:00"
    assert iso("2020-02-14", zone="+05:30") == "2020-02-14"

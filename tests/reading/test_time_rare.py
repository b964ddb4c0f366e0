"""Times that are seldom written, and what looks like one: read as a person would, or not at all."""

from __future__ import annotations

from datetime import date

import pytest
from time_sets import shown

import conflicts
from conflicts.errors import UnreadError
from conflicts.reading.settings import Settings
from conflicts.reading.time import read_time
from conflicts.values.value import Value

MONDAY = date(2025, 7, 21)


def read(text: str, **options: str) -> Value:
    value = read_time(text, Settings(said=MONDAY, kind="time", **options))  # type: ignore[arg-type]
    assert value is not None, f"{text!r} is unread"
    return value


PLACED: list[tuple[str, dict[str, str], str, str]] = [
    ("week after next", {}, "2025-08-04 .. 2025-08-11", "without an article"),
    ("semaine prochaine", {"lang": "fr"}, "2025-07-28 .. 2025-08-04", "in French too"),
    ("the 21", {}, "2025-07-21 .. 2025-07-22", "a day by its number"),
    (
        "for three hours from 9",
        {},
        "2025-07-21T09:00 .. 2025-07-21T12:00 | 2025-07-21T21:00 .. 2025-07-22",
        "a number that can only be an hour, of either half of the day",
    ),
    ("Friday for three hours from 9 p.m.", {}, "2025-07-18T21:00 .. 2025-07-19", "of the day told before"),
    ("3 p.m. or later on Monday", {}, "2025-07-21T15:00 ..", "of the day told behind"),
    ("on Friday after 9 p.m.", {}, "(2025-07-18T21:00 ..", "a bound of the day told before"),
    ("within 48 hours after noon on Friday", {}, "2025-07-18T12:00 .. 2025-07-20T12:30", "from a time of day"),
    ("the second month of 2024", {}, "2024-02-01 .. 2024-03-01", "a month counted in a year"),
    ("the first three months of 2025", {}, "2025-01-01 .. 2025-04-01", "several"),
    ("the last two months of 2024", {}, "2024-11-01 .. 2025-01-01", "from the end"),
    ("week 30 of next year", {}, "2026-07-20 .. 2026-07-27", "a week of a year that is told from today"),
    ("week 30 of last year", {}, "2024-07-22 .. 2024-07-29", "and back"),
    ("Tuesday of week 30", {}, "2025-07-22 .. 2025-07-23", "a day of a week"),
    ("this fiscal year", {}, "2024-04-01 .. 2026-04-01", "every usual start is allowed"),
    ("next fiscal year", {}, "2025-04-01 .. 2027-04-01", "of the next"),
    ("fiscal Q3 2024", {}, "2023-10-01 .. 2025-01-01", "a quarter of one"),
    ("Labor Day weekend", {}, "2025-08-30 .. 2025-09-02", "a holiday on a Monday makes the weekend longer"),
    ("Thanksgiving weekend", {}, "2024-11-28 .. 2024-12-02", "and one on a Thursday"),
    ("late in the day", {}, "2025-07-21T18:00 .. 2025-07-22T03:00", "all that is left to do with a day's end"),
    ("the coming hour", {}, "2025-07-21 .. 2025-07-22T01:00", "an hour is no calendar day"),
    ("in the two next weeks", {}, "2025-07-21 .. 2025-08-05", "the count before the word"),
    ("the two last weeks", {}, "2025-07-07 .. 2025-07-22", "the same, back"),
    ("two weeks starting 20 July", {}, "2025-07-20 .. 2025-08-03", "a stretch from its first day"),
    ("for two days from Tuesday", {}, "2025-07-15 .. 2025-07-17", "the same from a weekday"),
    ("less than two days from now", {}, "2025-07-21 .. 2025-07-24", "between now and then"),
    ("next 4 July", {}, "2026-07-04 .. 2026-07-05", "a date after a word for the next one"),
    ("year to date", {}, "2025-01-01 .. 2025-07-21", "up to today"),
    ("Friday AM", {}, "2025-07-18T05:00 .. 2025-07-18T12:00", "half a day as a part of the day"),
    ("the nineteen nineties", {}, "1990-01-01 .. 2000-01-01", "a decade in two words"),
    ("late in the evening", {}, "2025-07-21T20:30 .. 2025-07-22", "the last half of a part of the day"),
    ("early on in the afternoon", {}, "2025-07-21T12:00 .. 2025-07-21T15:00", "the first half"),
    ("9 GMT on Friday", {}, "2025-07-18T09:00 .. 2025-07-18T09:01", "a number before a zone is an hour"),
    (
        "Friday at about 9",
        {},
        "2025-07-18T08:45 .. 2025-07-18T09:16 | 2025-07-18T20:45 .. 2025-07-18T21:16",
        "an hour of either half of the day",
    ),
    ("23 July at about 18", {}, "2025-07-23T17:45 .. 2025-07-23T18:16", "an hour that can be one only"),
    ("2024-33", {}, "2024-01-01 .. 2024-04-01", "the first quarter, as EDTF writes it"),
    ("2024-41", {}, "2024-07-01 .. 2025-01-01", "the second half of a year"),
    ("2025-XX", {}, "2025-01-01 .. 2026-01-01", "some month of that year"),
    ("23/2025/July", {}, "2025-07-23 .. 2025-07-24", "the month last"),
    ("June 3 of the year 2024", {}, "2024-06-03 .. 2024-06-04", "the year with its word"),
    ("2016 10 16", {}, "2016-10-16 .. 2016-10-17", "blanks for hyphens"),
    ("2016 16 10", {}, "2016-10-16 .. 2016-10-17", "there is no month 16"),
    ("Tuesday 03/04/2025", {}, "2025-03-04 .. 2025-03-05", "the weekday tells the month from the day"),
    ("first of July", {}, "2025-07-01 .. 2025-07-02", "an ordinal word"),
    ("the first July", {}, "2025-07-01 .. 2025-07-02", 'without "of"'),
    ("the second Tuesday", {}, "2025-07-08 .. 2025-07-09", "of this month"),
    ("1st or 2nd half of 2025", {}, "2025-01-01 .. 2026-01-01", "the noun told once"),
    ("night of yesterday to today", {}, "2025-07-20T18:00 .. 2025-07-21T09:00", "the night between two days"),
    ("the night between June and July", {}, "2025-06-01 .. 2025-08-01", "months have no night between them"),
    ("from next Monday to Friday", {}, "2025-07-28 .. 2025-08-02", "the Friday of that week"),
    ("from next Friday to Monday", {}, "2025-08-01 .. 2025-08-05", "the Monday after it"),
    ("June to August next year", {}, "2026-06-01 .. 2026-09-01", "both of next year"),
    ("Friday to two days later", {}, "2025-07-18 .. 2025-07-21", "counted from the start of the range"),
    ("by about Friday", {}, ".. 2025-07-27", "a bound that is not sharp"),
    (">= Friday", {}, "2025-07-18 ..", "signs of a table"),
    ("Friday at 9. p.m.", {}, "2025-07-18T21:00 .. 2025-07-18T21:01", "a full stop that got in"),
    ("Friday 930 pm", {}, "2025-07-18T21:30 .. 2025-07-18T21:31", "a colon left out"),
    ("9 p.m. Europe/Kyiv on Friday", {}, "2025-07-18T18:00 .. 2025-07-18T18:01", "a zone by its name"),
    ("9 p.m. America/Argentina/Buenos_Aires on Friday", {}, "2025-07-19 .. 2025-07-19T00:01", "one of several parts"),
    ("2025-07-23T10:00", {"zone": "Europe/Kyiv"}, "2025-07-23T07:00 .. 2025-07-23T07:01", "the claim's zone"),
    ("2025-07-23/..", {"zone": "Europe/Kyiv"}, "2025-07-22T21:00 ..", "the claim's zone moves the only end there is"),
    ("in 90 minutes", {}, "2025-07-21 .. 2025-07-22", "the hour of speaking is not known, so the day"),
    ("this coming weekend", {}, "2025-07-26 .. 2025-07-28", "not the present one"),
    ("a year and two months ago", {}, "2024-05-21 .. 2024-05-22", "two units are meant to the day"),
    ("ten working days from now", {}, "2025-08-04 .. 2025-08-05", "two weeks"),
    ("two workdays ago", {}, "2025-07-17 .. 2025-07-18", "over a weekend"),
    ("this workweek", {}, "2025-07-21 .. 2025-07-26", "Monday to Friday"),
    ("this fortnight", {}, "2025-07-21 .. 2025-08-04", "this week and the next"),
    ("Ramadan 2025", {}, "2025-03-01 .. 2025-03-31", "a month of another calendar"),
    ("Election Day 2024", {}, "2024-11-05 .. 2024-11-06", "the Tuesday after the first Monday of November"),
    ("the day of 20 July", {}, "2025-07-20 .. 2025-07-21", "the word for a day adds nothing"),
    ("the '90s", {}, "1990-01-01 .. 2000-01-01", "a decade behind an apostrophe"),
    (
        "Friday T 10:00",
        {},
        "2025-07-18T10:00 .. 2025-07-18T10:01 | 2025-07-18T22:00 .. 2025-07-18T22:01",
        "the letter of ISO 8601, with blanks",
    ),
    ("23 July-morning", {}, "2025-07-23T05:00 .. 2025-07-23T12:00", "a hyphen before a part of the day"),
    (
        "23 July 2025-10:30",
        {},
        "2025-07-23T10:30 .. 2025-07-23T10:31 | 2025-07-23T22:30 .. 2025-07-23T22:31",
        "and before a time of day",
    ),
    (
        "two days later",
        {"context": "He left."},
        "2025-07-23 .. 2025-07-24",
        "a context that does not hold the text and names no date",
    ),
    (
        "the next day",
        {"context": "the next day, 5 March 2024, he left"},
        "2024-03-06 .. 2024-03-07",
        "the date stands after it",
    ),
]


@pytest.mark.parametrize(("text", "options", "expected", "why"), PLACED)
def test_what_is_seldom_written(text: str, options: dict[str, str], expected: str, why: str) -> None:
    assert shown(read(text, **options).strict) == expected, why


UNPLACED = [
    ("the 20th of next week", "the calendar has no such day in that period", "a week has no twentieth day"),
    ("Friday the 5th of next month", "the calendar has no such day in that period", "5 August is a Tuesday"),
    ("week 53 of 2025", "that year has no week 53", "it has 52"),
    ("this day in June", "the date does not fit: the day meant is 21 July 2025", "today is in July"),
    ("from 2015 to 2010", "the range ends before it begins", "back to front"),
    ("2025-07-23T25:00", "no such time of day", "an hour that there is not"),
    ("2025-02-30T10:00", "there is no such date as 2025-02-30", "a day that there is not"),
    (
        "2025-07-23T10:00Z/2025-07-24",
        "one end of the interval has a time zone and the other has none",
        "an instant to a floating day",
    ),
    ("Friday 29 February", "the calendar has no date without a year (29 February)", "none of the years around"),
    ("5th Friday", "this month has no such weekday", "July 2025 has four"),
    ("after Friday and before Thursday", "no time fits both bounds", "nothing lies between"),
]


@pytest.mark.parametrize(("text", "reason", "why"), UNPLACED)
def test_what_no_calendar_has_is_told(text: str, reason: str, why: str) -> None:
    with pytest.raises(UnreadError) as caught:
        read(text)
    assert str(caught.value) == reason, why


NO_TIME = [
    ("this hour", "no unit that a claim can be placed in"),
    ("two days before", "before what?"),
    ("coming the Monday", "words in a wrong order"),
    ("for two days from", "from when?"),
    ("within two days of", "of what?"),
    ("after Friday and before the", "a second bound without its end"),
    ("the year 2024 the year 2023", "two years"),
    ("every Friday the", "half a phrase"),
    ("Friday morning night", "two parts of the day"),
    ("Christmas Eve at noon midnight", "two times of day"),
    ("early late June", "two parts of a month"),
    ("spring summer", "two seasons"),
    ("Easter Christmas", "two holidays"),
    ("Q3 Q4 2025", "two quarters"),
    ("the week of", "of what?"),
    ("late the night before", "no part of the night"),
    ("[2025-07-01,x]", "no list of dates"),
    ("2025-XX-12", "a day of no month"),
    ("201X-05", "a month of no year"),
    ("2025-13-XX", "a month that there is not"),
    ("2025-07-4X", "no month has forty days"),
    ("20250230", "digits that are no date"),
    ("2016 13 13", "in no order"),
    ("7/23 pm", "a fraction of nothing"),
    ("May 3 10 days", "a date, and a length beside it"),
    ("half past Monday", "a day is no hour"),
    ("Friday at nine hours", "a length is no hour"),
    ("Friday at 12345", "no hour has five digits"),
    ("Friday 10:30:15.x", "no fraction of a second"),
    ("Friday 10 a", 'half an "a.m."'),
    ("9 p.m. UTC+15 on Friday", "no clock is so far ahead"),
    ("9 p.m. UTC+123 on Friday", "nor is this an offset"),
    ("9 p.m. on Friday at 9 a.m.", "two times of day"),
]


@pytest.mark.parametrize(("text", "why"), NO_TIME)
def test_what_is_half_a_time_is_none(text: str, why: str) -> None:
    """A time and a word too many, or too few: not a time of which a part was passed over."""
    assert read_time(text, Settings(said=MONDAY, kind="time")) is None, why


DURATIONS: list[tuple[str, str | None, str]] = [
    ("PT1.5H", "between 1 hour 15 minutes and 1 hour 45 minutes", "a fraction in ISO 8601"),
    ("P1X", None, "no unit"),
    ("P1D2", None, "a count of nothing"),
    ("1:45:30", "between 1 hour 45 minutes 29.5 seconds and 1 hour 45 minutes 30.5 seconds", "a stopwatch"),
    ("1:99:30", None, "no minute has 99 seconds"),
    ("1:45 :30", None, "two things"),
    ("1:45:x", None, "no number"),
    (
        "3 hours or so",
        "between 2 hours 30 minutes and 3 hours 30 minutes; loosely between 2 hours and 4 hours",
        "a hedge behind",
    ),
    ("between three hours and two hours", None, "back to front"),
    ("from 2015 to 2010", None, "back to front"),
    ("2 hours - 30 minutes", None, "a range or a difference?"),
    (
        "1 year 2 months 3 weeks 4 days 5 hours 6 minutes 7 seconds",
        "between 446 days 5 hours 6 minutes 6.5 seconds and 453 days 5 hours 6 minutes 7.5 seconds",
        "every unit",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), DURATIONS)
def test_lengths_that_are_seldom_written(text: str, expected: str | None, why: str) -> None:
    if expected is None:
        with pytest.raises(UnreadError, match="cannot be read as a duration"):
            conflicts.read(text, kind="duration")
    else:
        assert str(conflicts.read(text, kind="duration")) == expected, why

"""What a value is called in the standards and in words, where no printed text gave it."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

import pytest

from conflicts import Value, read
from conflicts.values.bounds import HIGHEST, LOWEST, Bound
from conflicts.values.calendar import (
    DAY,
    HOUR,
    MINUTE,
    day_number,
)
from conflicts.values.extent import LINE, Extent


def time(lo: int, hi: int, clock: str = "floating") -> Value:
    span = Extent.half_open(lo, hi)
    return Value("time", span, span, clock=clock)  # type: ignore[arg-type]


TIMEX: list[tuple[Value, str | None, str]] = [
    (Value.of("duration", 0), "PT0S", "no time at all"),
    (Value.of("duration", 90 * MINUTE), "PT1H30M", "hours and minutes"),
    (Value.of("duration", DAY + HOUR + MINUTE + 1), "P1DT1H1M1S", "every unit"),
    (Value.of("duration", 2 * DAY), "P2D", "days alone"),
    (Value.of("duration", 0.5), None, "TIMEX3 counts whole seconds"),
    (Value.of("duration", (60, 120)), None, "a stretch of lengths is no length"),
    (time(0, DAY), "1970-01-01", "a day"),
    (time(4 * DAY, 11 * DAY), "1970-W02", "a week from a Monday on"),
    (time(5 * DAY, 12 * DAY), None, "seven days from a Tuesday on are no week of a calendar"),
    (time(0, MINUTE), "1970-01-01T00:00", "a minute"),
    (time(0, MINUTE, "zoned"), "1970-01-01T00:00Z", "a minute of the world"),
    (time(HOUR, 3 * HOUR), None, "two hours have no name"),
]


@pytest.mark.parametrize(("value", "expected", "why"), TIMEX)
def test_timex3_of_a_set(value: Value, expected: str | None, why: str) -> None:
    assert value.to_timex3() == expected, why


REPEATED = [
    ("every January", "XXXX-01", "a month of every year"),
    ("every morning at 8", "T08", "an hour of every day"),
    ("every Monday morning", "XXXX-WXX-1TMO", "a part of a day of every week"),
]


@pytest.mark.parametrize(("text", "timex", "why"), REPEATED)
def test_what_comes_back_is_at_no_one_time(text: str, timex: str, why: str) -> None:
    value = read(text, kind="time", asserted_at="2025-07-21")
    assert value.to_timex3() == timex, why
    assert value.strict >= LINE, "so it excludes nothing"


EDTF: list[tuple[Value, str | None, str]] = [
    (Value.of("time", 0), "1970-01-01T00:00:00", "a point"),
    (Value.of("time", 0.5), None, "EDTF has no fractions of a second"),
    (Value.of("time", (None, 0.5)), None, "nor as a bound"),
    (Value.of("time", (None, None)), "../..", "any time"),
    (Value.of("length", 5), None, "a length is no time"),
]


@pytest.mark.parametrize(("value", "expected", "why"), EDTF)
def test_edtf_of_a_set(value: Value, expected: str | None, why: str) -> None:
    assert value.to_edtf() == expected, why


WORDS: list[tuple[Value, str, str]] = [
    (Value("place", Extent.point(5), Extent.point(5)), "place 5", "a place that no text named"),
    (Value("order", Extent.point(0), Extent.point(0)), "before", "a relation by its number"),
]


@pytest.mark.parametrize(("value", "expected", "why"), WORDS)
def test_words_of_a_set(value: Value, expected: str, why: str) -> None:
    assert str(value).startswith(expected), why


TOLD: list[tuple[str, str, str]] = [
    ("130 km/h", "between 126.75 and 133.25 km/h; loosely between 125 and 135 km/h", "the unit as printed, for both"),
    ("2,700 m", "between 2,650 and 2,750 m", "though kilometres are as short"),
    ("50 cm", "between 48.75 and 51.25 cm; loosely between 47.5 and 52.5 cm", "centimetres"),
    ("5 miles", "between 4.5 and 5.5 miles", "in a word"),
    (
        "30 nautical miles",
        "between 29.25 and 30.75 nautical miles; loosely between 28.5 and 31.5 nautical miles",
        "in words",
    ),
    ("25 knots", "between 24.5 and 25.5 knots", "no strokes in knots"),
    ("300 kWh", "between 292.5 and 307.5 kWh; loosely between 285 and 315 kWh", "not in megajoules"),
    ("80 F", "between 78 and 82 °F; loosely between 76 and 84 °F", "degrees as printed"),
    ("a rise of 3 F", "a difference of between 2.5 and 3.5 °F", "and of a difference"),
    ("a rise of 3 C", "a difference of between 2.5 and 3.5 °C", "likewise"),
    ("20 kilos", "between 19.5 and 20.5 kg; loosely between 19 and 21 kg", "the same unit"),
    ("a third", "between 31 2/3 and 35 percent; loosely between 30 and 36 2/3 percent", "whole numbers and a part"),
    (
        "a third of a mile",
        "between 509.6256 and 563.2704 m; loosely between 482.8032 and 590.0928 m",
        "decimals before fractions of the unit as printed",
    ),
    ("one in seven", "between 13 4/7 and 15 percent; loosely between 12 6/7 and 15 5/7 percent", "no decimals exist"),
]


@pytest.mark.parametrize(("text", "told", "why"), TOLD)
def test_a_quantity_is_told_in_the_unit_as_printed(text: str, told: str, why: str) -> None:
    value = read(text, kind="quantity")
    assert str(value) == told, why
    again = read(told, kind="quantity")
    assert (again.axis, again.strict, again.loose) == (value.axis, value.strict, value.loose)


LENGTHS: list[tuple[str, str, str]] = [
    ("five years", "5 years", "half a year to either side, as printed"),
    ("a year", "1 year", "one"),
    ("34 years old", "34 years", "an age"),
    ("a decade", "1 decade", "another unit"),
    ("two centuries", "2 centuries", "another"),
    ("18 months", "18 months", "another"),
    ("100 years", "100 years", "noughts reach further"),
    ("30 years", "30 years", "but by a twentieth at most"),
    ("exactly 5 years", "exactly 5 years", "from the shortest to the longest"),
    ("between 5 and 10 years", "between 5 and 10 years", "whole years"),
    ("at least 5 years", "at least 5 years", "the shortest"),
    ("up to 10 years", "at most 10 years", "the longest"),
    ("more than 5 years", "more than exactly 5 years; loosely at least 5 years", "two sets"),
    (
        "about 5 years",
        "between 1642 days and 2013 days; loosely between 1367 days 12 hours and 2287 days 12 hours",
        "no",
    ),
    ("between 14 and 45 days", "between 14 days and 45 days", "the set of a month, but not its print"),
    ("three days", "between 2 days 12 hours and 3 days 12 hours", "days are as they were"),
]


@pytest.mark.parametrize(("text", "told", "why"), LENGTHS)
def test_years_are_told_in_years(text: str, told: str, why: str) -> None:
    value = read(text, kind="duration")
    assert str(value) == told, why
    again = read(told, kind="duration")
    assert (again.strict, again.loose) == (value.strict, value.loose)


def span(lo: int, hi: int, clock: str = "floating") -> Value:
    extent = Extent.half_open(lo, hi)
    return Value("time", extent, extent, clock=clock)  # type: ignore[arg-type]


def open_span(lo: Bound, hi: Bound) -> Value:
    extent = Extent(((lo, hi),))
    return Value("time", extent, extent, clock="floating")


def days(first: tuple[int, int, int], end: tuple[int, int, int], clock: str = "floating") -> Value:
    return span(day_number(*first) * DAY, day_number(*end) * DAY, clock)


PERIODS: Final[list[tuple[Value, str | None, str | None, str]]] = [
    (days((2025, 7, 23), (2025, 7, 24)), "2025-07-23", "2025-07-23", "a day"),
    (days((2024, 2, 29), (2024, 3, 1)), "2024-02-29", "2024-02-29", "a leap day"),
    (days((2025, 12, 31), (2026, 1, 1)), "2025-12-31", "2025-12-31", "the last day of a year"),
    (days((2025, 7, 1), (2025, 8, 1)), "2025-07", "2025-07", "a month"),
    (days((2025, 12, 1), (2026, 1, 1)), "2025-12", "2025-12", "the last month of a year"),
    (days((2024, 2, 1), (2024, 3, 1)), "2024-02", "2024-02", "a month of 29 days"),
    (days((2025, 7, 2), (2025, 8, 1)), None, "2025-07-02/2025-07-31", "a month but a day"),
    (days((2025, 7, 1), (2025, 8, 2)), None, "2025-07-01/2025-08-01", "a month and a day"),
    (days((2025, 7, 2), (2025, 8, 2)), None, "2025-07-02/2025-08-01", "the length of a month"),
    (days((2025, 7, 1), (2025, 9, 1)), None, "2025-07-01/2025-08-31", "two months"),
    (days((2025, 1, 1), (2026, 1, 1)), "2025", "2025", "a year"),
    (days((2025, 2, 1), (2026, 2, 1)), None, "2025-02-01/2026-01-31", "twelve months"),
    (days((2025, 1, 1), (2027, 1, 1)), None, "2025-01-01/2026-12-31", "two years"),
    (days((1980, 1, 1), (1990, 1, 1)), "198X", "198X", "a decade"),
    (days((1985, 1, 1), (1995, 1, 1)), None, "1985-01-01/1994-12-31", "ten years"),
    (days((1980, 1, 1), (1991, 1, 1)), None, "1980-01-01/1990-12-31", "eleven years"),
    (days((1900, 1, 1), (2000, 1, 1)), "19XX", "19XX", "a hundred years"),
    (days((1901, 1, 1), (2001, 1, 1)), None, "1901-01-01/2000-12-31", "a century as it is counted"),
    (days((1000, 1, 1), (2000, 1, 1)), "1XXX", "1XXX", "a thousand years"),
    (days((0, 1, 1), (1000, 1, 1)), "0XXX", "0XXX", "the first thousand years"),
    (days((0, 1, 1), (10, 1, 1)), "000X", "000X", "the first decade"),
    (days((9990, 1, 1), (10_000, 1, 1)), "999X", "999X", "the last of four digits"),
    (days((10_000, 1, 1), (10_010, 1, 1)), None, "Y10000-01-01/Y10009-12-31", "beyond them"),
    (days((0, 1, 1), (1, 1, 1)), "0000", "0000", "the year nought"),
    (days((-43, 3, 15), (-43, 3, 16)), "-0043-03-15", "-0043-03-15", "a day before it"),
    (days((-43, 1, 1), (-42, 1, 1)), "-0043", "-0043", "a year before it"),
    (days((-9999, 1, 1), (-9998, 1, 1)), "-9999", "-9999", "the first of four digits"),
    (days((-10_000, 1, 1), (-9999, 1, 1)), "Y-10000", "Y-10000", "before them"),
    (days((10_000, 1, 1), (10_001, 1, 1)), "Y10000", "Y10000", "a year beyond them"),
    (days((-10, 1, 1), (0, 1, 1)), None, "-0010-01-01/-0001-12-31", "no decade has a mask before the year nought"),
    (days((2025, 7, 21), (2025, 7, 28)), "2025-W30", "2025-07-21/2025-07-27", "a week"),
    (days((2018, 12, 31), (2019, 1, 7)), "2019-W01", "2018-12-31/2019-01-06", "a week of the year after"),
    (days((2025, 7, 21), (2025, 7, 27)), None, "2025-07-21/2025-07-26", "six days"),
    (days((2025, 7, 21), (2025, 7, 29)), None, "2025-07-21/2025-07-28", "eight"),
    (days((2025, 7, 20), (2025, 7, 27)), None, "2025-07-20/2025-07-26", "seven from a Sunday on"),
]


@pytest.mark.parametrize(("value", "timex", "edtf", "why"), PERIODS, ids=[row[3] for row in PERIODS])
def test_periods_in_both_notations(value: Value, timex: str | None, edtf: str | None, why: str) -> None:
    assert (value.to_timex3(), value.to_edtf()) == (timex, edtf), why


NOON: Final = day_number(2025, 7, 23) * DAY + 12 * HOUR
MOMENTS: Final[list[tuple[Value, str | None, str | None, str]]] = [
    (span(NOON, NOON + MINUTE), "2025-07-23T12:00", "2025-07-23T12:00:00/2025-07-23T12:00:59", "a minute"),
    (span(NOON, NOON + MINUTE, "zoned"), "2025-07-23T12:00Z", "2025-07-23T12:00:00Z/2025-07-23T12:00:59Z", "of UTC"),
    (span(NOON + 1, NOON + 61), None, "2025-07-23T12:00:01/2025-07-23T12:01:00", "sixty seconds"),
    (span(NOON, NOON + 2 * MINUTE), None, "2025-07-23T12:00:00/2025-07-23T12:01:59", "two minutes"),
    (span(NOON - MINUTE, NOON), "2025-07-23T11:59", "2025-07-23T11:59:00/2025-07-23T11:59:59", "the one before"),
    (span(NOON, NOON + 12 * HOUR), None, "2025-07-23T12:00:00/2025-07-23", "till the end of the day"),
    (span(NOON - 12 * HOUR, NOON), None, "2025-07-23/2025-07-23T11:59:59", "from its begin"),
    (Value.of("time", NOON + 3723), None, "2025-07-23T13:02:03", "a point"),
    (Value.of("time", NOON + Fraction(1, 3)), None, None, "a third of a second"),
    (Value.of("time", (NOON, None)), None, "2025-07-23T12:00:00/..", "from noon on"),
    (Value.of("time", (NOON - 12 * HOUR, None)), None, "2025-07-23/..", "from a day on"),
    (open_span(LOWEST, (NOON - 12 * HOUR, -1)), None, "../2025-07-22", "before a day"),
    (open_span(LOWEST, (NOON, -1)), None, "../2025-07-23T11:59:59", "before noon"),
    (open_span(LOWEST, (NOON + Fraction(1, 2), -1)), None, None, "before half a second past noon"),
    (Value.of("time", (None, NOON)), None, None, "till noon, which belongs to it"),
    (open_span((NOON, 1), HIGHEST), None, None, "after noon, which does not"),
    (Value.of("time", (NOON, NOON + 5)), None, None, "both ends belong to it"),
    (Value("place", Extent.half_open(0, DAY), Extent.half_open(0, DAY)), None, None, "no time"),
    (days((2025, 7, 23), (2025, 7, 24), "zoned"), "2025-07-23", "2025-07-23T00:00:00Z/2025-07-23T23:59:59Z", "of UTC"),
]


@pytest.mark.parametrize(("value", "timex", "edtf", "why"), MOMENTS, ids=[row[3] for row in MOMENTS])
def test_moments_in_both_notations(value: Value, timex: str | None, edtf: str | None, why: str) -> None:
    assert (value.to_timex3(), value.to_edtf()) == (timex, edtf), why


def test_several_times_are_one_of_a_set() -> None:
    first, second = days((2025, 7, 23), (2025, 7, 24)), days((2025, 8, 1), (2025, 8, 3))
    both = Value("time", first.strict | second.strict, first.strict | second.strict, clock="floating")
    assert both.to_edtf() == "[2025-07-23,2025-08-01..2025-08-02]"
    assert both.to_timex3() is None
    after = Value("time", first.strict | Extent.at_least(NOON + 20 * DAY - 12 * HOUR), LINE)
    assert after.to_edtf() == "[2025-07-23,2025-08-12..]"
    clock = Value("time", first.strict | span(NOON + 5 * DAY, NOON + 5 * DAY + MINUTE).strict, LINE)
    assert clock.to_edtf() is None
    told = Value("time", both.strict, both.strict, clock="floating", timex="2025-08|2025-07-23")
    assert told.to_edtf() == "[2025-07-23,2025-08]"
    assert told.to_timex3() is None
    odd = Value("time", first.strict, first.strict, clock="floating", timex="2025-W30|2025-07-23")
    assert odd.to_edtf() == "2025-07-23"
    assert Value("time", first.strict, first.strict, timex="2025-W30").to_timex3() == "2025-W30"


_LENGTH: Final = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")


@pytest.mark.parametrize(
    "seconds", [0, 1, 59, 60, 61, 600, 3599, 3600, 3601, 3660, 86399, 86400, 86401, 90061, 172800, 1_000_000]
)
def test_every_length_is_its_parts(seconds: int) -> None:
    text = Value.of("duration", seconds).to_timex3()
    assert text is not None
    match = _LENGTH.fullmatch(text)
    assert match is not None, text
    day, hour, minute, second = (int(part or 0) for part in match.groups())
    assert day * DAY + hour * HOUR + minute * MINUTE + second == seconds
    assert hour < 24
    assert minute < 60
    assert second < 60
    assert all(part != "0" for part in match.groups()) or text == "PT0S"
    assert not text.endswith("T")
    assert Value.of("duration", seconds).to_edtf() is None


@pytest.mark.parametrize("length", [-60, Fraction(1, 2), (None, 60)])
def test_what_is_no_length_has_no_notation(length: object) -> None:
    assert Value.of("duration", length).to_timex3() is None  # type: ignore[arg-type]

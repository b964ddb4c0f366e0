"""What a value is called in the standards and in words, where no printed text gave it."""

from __future__ import annotations

import pytest

from conflicts import Value, read
from conflicts.values.calendar import DAY, HOUR, MINUTE
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

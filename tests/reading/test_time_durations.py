"""Printed lengths of time."""

from __future__ import annotations

import pytest

from conflicts.reading.settings import Settings
from conflicts.reading.time import read_duration
from conflicts.values.bounds import INFINITY
from conflicts.values.calendar import DAY, HOUR
from conflicts.values.value import Relation, Value

MINUTES, YEAR, LEAP = 60, 365 * DAY, 366 * DAY


def read(text: str, kind: str | None = "duration") -> Value:
    value = read_duration(text, Settings(kind=kind))
    assert value is not None, f"{text!r} is unread"
    return value


@pytest.mark.parametrize(
    ("text", "low", "high", "timex", "why"),
    [
        ("two hours", 1.5 * HOUR, 2.5 * HOUR, "PT2H", "half a unit either side"),
        ("90 minutes", 85.5 * 60, 94.5 * 60, "PT90M", "a round number, five percent"),
        ("93 minutes", 92.5 * 60, 93.5 * 60, "PT93M", "half a minute either side"),
        ("an hour and a half", 1.25 * HOUR, 1.75 * HOUR, "PT1.5H", "half of a half"),
        ("two and a half hours", 2.25 * HOUR, 2.75 * HOUR, "PT2.5H", "half of a half"),
        ("half an hour", 0.25 * HOUR, 0.75 * HOUR, "PT0.5H", "half of a half"),
        ("1 hour 30 minutes", 5370, 5430, "PT1H30M", "half of the finest unit"),
        ("three days", 2.5 * DAY, 3.5 * DAY, "P3D", "half a day either side"),
        ("a week", 3.5 * DAY, 10.5 * DAY, "P1W", "half a week either side"),
        ("two months", 42 * DAY, 76 * DAY, "P2M", "28 to 31 days each, half a month either side"),
        ("P3D", 2.5 * DAY, 3.5 * DAY, "P3D", "ISO 8601"),
        ("PT1H30M", 5370, 5430, "PT1H30M", "ISO 8601"),
        ("27-year", 26.5 * YEAR, 27 * LEAP + 0.5 * YEAR, "P27Y", "with a hyphen"),
        ("the next four years", 3.5 * YEAR, 4 * LEAP + 0.5 * YEAR, "P4Y", "from now on"),
        ("exactly 2 hours", 2 * HOUR, 2 * HOUR, "PT2H", "sharp"),
        ("at least 5 hours", 5 * HOUR, INFINITY, "PT5H", "a bound"),
        ("up to 5 hours", -INFINITY, 5 * HOUR, "PT5H", "a bound"),
        ("less than a week", -INFINITY, 7 * DAY, "P1W", "a bound"),
        ("90 minutes or more", 5400, INFINITY, "PT90M", "a bound from behind"),
        ("between one and two hours", HOUR, 2 * HOUR, None, "a range"),
        ("from 90 minutes to two hours", 5400, 7200, None, "a range"),
        ("two to three days", 2 * DAY, 3 * DAY, "PXD", "a range"),
        ("about two hours", 1.5 * HOUR, 2.5 * HOUR, "PT2H", "a tenth, at least half a unit"),
        ("a few minutes", 120, 240, "PTXM", "vague"),
        ("several years", 3 * YEAR, 7 * LEAP, "PXY", "vague"),
        ("within 50 days", -INFINITY, 50 * DAY, "P50D", "a length where a length is wanted"),
        ("from 2009 to 2011", YEAR, 3 * LEAP, "P2Y", "told by its years"),
    ],
)
def test_a_length_strictly_is(text: str, low: float, high: float, timex: str | None, why: str) -> None:
    value = read(text)
    assert (value.strict.lo[0], value.strict.hi[0]) == (low, high), why
    assert value.timex == timex
    assert value.strict <= value.loose


@pytest.mark.parametrize(
    "text", ["May", "two", "12", "Wednesday", "41-year history", "", "hours of work", "at least 50"]
)
def test_no_length(text: str) -> None:
    assert read_duration(text, Settings()) is None


def test_two_lengths_agree_or_clash() -> None:
    assert read("two hours").relation(read("about 100 minutes")) is Relation.COMPATIBLE
    assert read("two hours").relation(read("at least five hours")) is Relation.CONTRADICTION

"""Time zones: named, abbreviated, by offset, from the settings; hours that a clock change skips or repeats."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from time_sets import shown

from conflicts.reading.settings import Settings
from conflicts.reading.time import read_time
from conflicts.values.value import Relation, Value

WINTER, SUMMER = date(2025, 1, 20), date(2025, 7, 21)


def read(text: str, **options: object) -> Value:
    options.setdefault("said", SUMMER)
    options.setdefault("modality", "plan")
    value = read_time(text, Settings(kind="time", **options))  # type: ignore[arg-type]
    assert value is not None, f"{text!r} is unread"
    return value


@pytest.mark.parametrize(
    ("text", "said", "start", "why"),
    [
        ("20:00 UTC on Friday", SUMMER, "2025-07-25T20:00", "as printed"),
        ("20:00 GMT on Friday", SUMMER, "2025-07-25T20:00", "GMT is UTC"),
        ("20:00 Kyiv time on Friday", SUMMER, "2025-07-25T17:00", "UTC+3 in summer"),
        ("20:00 Kyiv time on Friday", WINTER, "2025-01-24T18:00", "UTC+2 in winter"),
        ("8 p.m. Moscow time Friday", SUMMER, "2025-07-25T17:00", "no summer time"),
        ("9 p.m. ET on Friday", SUMMER, "2025-07-26T01:00", "EDT in summer"),
        ("9 p.m. ET on Friday", WINTER, "2025-01-25T02:00", "EST in winter"),
        ("9 p.m. EST on Friday", WINTER, "2025-01-25T02:00", "UTC-5"),
        ("9 p.m. EDT on Friday", SUMMER, "2025-07-26T01:00", "UTC-4"),
        ("10 a.m. CET on Friday", WINTER, "2025-01-24T09:00", "UTC+1"),
        ("10 a.m. CEST on Friday", SUMMER, "2025-07-25T08:00", "UTC+2"),
        ("15:00 GMT+3 on Friday", SUMMER, "2025-07-25T12:00", "told by offset"),
        ("15:00 UTC+05:30 on Friday", SUMMER, "2025-07-25T09:30", "half hours too"),
        ("15:00 +0300 on Friday", SUMMER, "2025-07-25T12:00", "offset alone"),
        ("3 p.m. Tokyo time on Friday", SUMMER, "2025-07-25T06:00", "a city of the zone database"),
        ("2025-07-25T20:00+03:00", SUMMER, "2025-07-25T17:00", "ISO 8601"),
        ("2025-07-25T20:00Z", SUMMER, "2025-07-25T20:00", "ISO 8601"),
        ("1800 GMT on Friday", SUMMER, "2025-07-25T18:00", "four digits before a zone"),
        ("10 a.m. (0700 GMT) on Friday", SUMMER, "2025-07-25T07:00", "told twice"),
        ("1 a.m. (2200 GMT) on Friday", SUMMER, "2025-07-24T22:00", "another day there"),
        ("18:00 UTC (2 p.m. ET) on Friday", SUMMER, "2025-07-25T18:00", "told twice, both with zones"),
    ],
)
def test_the_instant(text: str, said: date, start: str, why: str) -> None:
    value = read(text, said=said)
    assert value.clock == "zoned", why
    assert shown(value.strict).startswith(f"{start} .. "), why
    assert len(value.strict.intervals) == 1


@pytest.mark.parametrize(
    ("text", "starts", "why"),
    [
        ("1:30 a.m. ET on November 2, 2025", ["2025-11-02T05:30", "2025-11-02T06:30"], "half past one happens twice"),
        ("2:30 a.m. ET on March 9, 2025", ["2025-03-09T06:30", "2025-03-09T07:30"], "half past two never happens"),
        ("15:00 IST on Friday", ["2025-07-25T09:30", "2025-07-25T13:00", "2025-07-25T14:00"], "India, Israel, Ireland"),
    ],
)
def test_every_reading_is_kept(text: str, starts: list[str], why: str) -> None:
    assert [part.partition(" ..")[0] for part in shown(read(text).strict).split(" | ")] == starts, why


def test_a_day_of_a_zone_can_have_25_hours() -> None:
    value = read("November 2, 2025", zone="America/New_York")
    assert shown(value.strict) == "2025-11-02T04:00 .. 2025-11-03T05:00"


def test_the_zone_of_the_settings_places_days_and_clock_times() -> None:
    assert shown(read("Friday", zone="+03:00").strict) == "2025-07-24T21:00 .. 2025-07-25T21:00"
    assert shown(read("9:03 p.m. local time on Friday", zone="Europe/Kyiv").strict).startswith("2025-07-25T18:03")
    assert read("9:03 p.m. local time on Friday").clock == "floating"


def test_the_same_instant_printed_in_two_zones_is_no_conflict() -> None:
    told = read("23:30 UTC on March 9", said=datetime(2025, 3, 10, 6, tzinfo=UTC), modality="fact")
    there = timezone(timedelta(hours=2))
    local = read(
        "1:30 a.m. local time on March 10",
        said=datetime(2025, 3, 10, 8, tzinfo=there),
        zone="Europe/Kyiv",
        modality="fact",
    )
    assert told.strict == local.strict
    assert told.relation(local) is Relation.COMPATIBLE


def test_one_zone_serves_both_ends_of_a_range() -> None:
    value = read("from 10:00 to 12:30 UTC on Friday")
    assert shown(value.strict) == "2025-07-25T10:00 .. 2025-07-25T12:30]"

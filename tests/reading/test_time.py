"""Printed times: facts, anchors, zones, unread phrases, texts that are no times."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from time_sets import shown

from conflicts.errors import UnreadError
from conflicts.reading.settings import Settings
from conflicts.reading.time import read_time
from conflicts.values.value import Relation, Value

MONDAY = date(2025, 7, 21)
KYIV_SUMMER = timezone(timedelta(hours=3))


def read(text: str, **options: object) -> Value:
    options.setdefault("said", MONDAY)
    options.setdefault("kind", "time")
    value = read_time(text, Settings(**options))  # type: ignore[arg-type]
    assert value is not None, f"{text!r} is unread"
    return value


FACTS = [
    ("Wednesday", "2025-07-16 .. 2025-07-17", "a fact's weekday looks back"),
    ("Monday", "2025-07-21 .. 2025-07-22", "today counts"),
    ("Sunday", "2025-07-20 .. 2025-07-21", "yesterday"),
    ("last Wednesday", "2025-07-16 .. 2025-07-17", "of last week"),
    ("yesterday", "2025-07-20 .. 2025-07-21", "the day before"),
    ("the day before yesterday", "2025-07-19 .. 2025-07-20", "two days before"),
    ("last night", "2025-07-20T19:00 .. 2025-07-21T05:00", "the night that began yesterday"),
    ("yesterday evening", "2025-07-20T17:00 .. 2025-07-21", "evening of yesterday"),
    ("this morning", "2025-07-21T05:00 .. 2025-07-21T12:00", "morning of today"),
    ("overnight", "2025-07-20T18:00 .. 2025-07-21T09:00", "the night just past"),
    ("over the weekend", "2025-07-19 .. 2025-07-21", "a fact's weekend is the last one"),
    ("last week", "2025-07-14 .. 2025-07-21", "ISO week"),
    ("last month", "2025-06-01 .. 2025-07-01", "calendar month"),
    ("last year", "2024-01-01 .. 2025-01-01", "calendar year"),
    ("the last quarter", "2025-04-01 .. 2025-07-01", "calendar quarter"),
    ("earlier this month", "2025-07-01 .. 2025-07-21", "up to today"),
    ("earlier this year", "2025-01-01 .. 2025-07-21", "up to today"),
    ("June 2", "2025-06-02 .. 2025-06-03", "the nearest past one"),
    ("May 16", "2025-05-16 .. 2025-05-17", "the nearest past one"),
    ("July 28", "2025-07-28 .. 2025-07-29", "a week ahead is nearer than 51 weeks ago"),
    ("11 December", "2024-12-11 .. 2024-12-12", "last December"),
    ("in June", "2025-06-01 .. 2025-07-01", "this year's"),
    ("in January", "2025-01-01 .. 2025-02-01", "this year's"),
    ("two days ago", "2025-07-19 .. 2025-07-20", "exact to the day"),
    ("a fortnight ago", "2025-06-30 .. 2025-07-15", "as coarse as its unit"),
    ("a year ago", "2024-01-01 .. 2025-01-22", "as coarse as its unit"),
    ("more than a year ago", ".. 2025-01-22", "an upper bound"),
    ("two or three days ago", "2025-07-18 .. 2025-07-20", "both"),
    ("past 24 hours", "2025-07-20 .. 2025-07-22", "the hour of speaking is not known"),
    ("in recent days", "2025-07-14 .. 2025-07-22", "vague"),
    ("recently", "2025-05-22 .. 2025-07-22", "vague"),
    ("since Monday", "2025-07-21 ..", "open to the future"),
    ("from Friday to Sunday", "2025-07-18 .. 2025-07-21", "the last ones"),
    ("Christmas", "2024-12-25 .. 2024-12-26", "the last one"),
    ("Easter", "2025-04-20 .. 2025-04-21", "this year's"),
    ("the summer of 1969", "1969-06-01 .. 1969-09-01", "northern summer"),
    ("July 20, 1969", "1969-07-20 .. 1969-07-21", "full date"),
    ("the 1990s", "1990-01-01 .. 2000-01-01", "decade"),
    ("the nineties", "1990-01-01 .. 2000-01-01", "decade in words"),
    ("the 19th century", "1800-01-01 .. 1900-01-01", "as people count"),
    ("nineteen ninety-six", "1996-01-01 .. 1997-01-01", "year in words"),
    ("fiscal 2025", "2024-04-01 .. 2026-04-01", "every usual start of a fiscal year"),
]


@pytest.mark.parametrize(("text", "expected", "why"), FACTS)
def test_a_fact_means(text: str, expected: str, why: str) -> None:
    assert shown(read(text).strict) == expected, why


LOOSE = [
    ("Monday", "fact", "2025-07-14 .. 2025-07-15 | 2025-07-21 .. 2025-07-22", "today, or a week ago"),
    ("Monday", "plan", "2025-07-21 .. 2025-07-22 | 2025-07-28 .. 2025-07-29", "today, or in a week"),
    ("next Wednesday", "plan", "2025-07-23 .. 2025-07-24 | 2025-07-30 .. 2025-07-31", "both readings are fair"),
    ("9 p.m. on Friday", "plan", "2025-07-25T20:30 .. 2025-07-25T21:30", "a printed hour may be rounded"),
    ("9:03 p.m. on Friday", "plan", "2025-07-25T21:03 .. 2025-07-25T21:04", "an odd minute is not"),
    ("early August", "plan", "2025-08-01 .. 2025-08-17", "half the month"),
    ("in the coming days", "plan", "2025-07-21 .. 2025-08-06", "twice as long"),
]


@pytest.mark.parametrize(("text", "modality", "expected", "why"), LOOSE)
def test_a_fair_editor_also_allows(text: str, modality: str, expected: str, why: str) -> None:
    assert shown(read(text, modality=modality).loose) == expected, why


@pytest.mark.parametrize(
    ("text", "options", "reason"),
    [
        ("Wednesday", {"said": None}, "weekday with no `asserted_at`"),
        ("July 23", {"said": None}, "date without a year (23 July) with no `asserted_at`"),
        ("9 p.m.", {"said": None}, "bare time of day with no `asserted_at`"),
        ("next month", {"said": None}, "relative month with no `asserted_at`"),
        ("Tuesday, 23 July 2025", {}, "23 July 2025 is a Wednesday, not a Tuesday"),
        ("29 February 2025", {}, "there is no 29 February in 2025"),
        ("30 February", {}, "there is no 30 February"),
        ("2025-02-29", {}, "there is no such date as 2025-02-29"),
        ("2025-W53", {}, "2025 has no week 53"),
        ("10 a.m. (0713 GMT) on Friday", {}, "the two clock times fit no time zone"),
        ("Wednesday", {"zone": "Mars/Base"}, "unknown time zone 'Mars/Base'"),
        ("9 p.m. in June", {}, "a time of day with a month, but no day"),
    ],
)
def test_what_cannot_be_placed_says_why(text: str, options: dict[str, object], reason: str) -> None:
    with pytest.raises(UnreadError) as caught:
        read(text, **options)
    assert str(caught.value).startswith(reason)


@pytest.mark.parametrize(
    "text",
    [
        "may", "march", "March on the capital", "second", "sun", "12", "three", "spring", "fall", "2026",
        "two days", "3/4",
        "10 to 12", "between 2014 and 2016", "one in five", "more than 1200", "up to 1442", "third round",
        "Rustem Umerov", "Istanbul", "8 km",
        "$1.2bn", "no",
        "at least 50", "Turkey", "40,000", "38C", "a dozen", "Q3", "the 70s", "", " ", "-", "now", "later",
        "first half",
    ],
)  # fmt: skip
def test_what_need_not_be_a_time_is_left_to_others(text: str) -> None:
    assert read_time(text, Settings(said=MONDAY)) is None


@pytest.mark.parametrize(
    "text",
    ["Wednesday", "May 16", "in June", "in May", "within 50 days", "yesterday", "July 23, 2025", "2025-07-23",
     "03/04/2025", "by Friday", "9 p.m.", "20:00", "next week", "two days ago", "in 2026", "since 2014", "the 1990s",
     "Christmas"],
)  # fmt: skip
def test_what_can_only_be_a_time_needs_no_kind(text: str) -> None:
    assert read_time(text, Settings(said=MONDAY)) is not None


@pytest.mark.parametrize(
    ("text", "context", "expected", "why"),
    [
        ("Wednesday", "The board will meet on Wednesday.", "2025-07-23 .. 2025-07-24", "the verb looks ahead"),
        ("Wednesday", "The board met on Wednesday.", "2025-07-16 .. 2025-07-17", "the verb looks back"),
        ("Wednesday", "The talks will be held on Wednesday.", "2025-07-23 .. 2025-07-24", "promised, not held"),
        ("Wednesday", "The talks were held on Wednesday.", "2025-07-16 .. 2025-07-17", "held"),
        (
            "two years later",
            "He left in 2011 and came back two years later.",
            "2012-07-01 .. 2014-01-01",
            "from a year",
        ),
        ("the same day", "On 14 July he appealed the same day.", "2025-07-14 .. 2025-07-15", "the day before it"),
        (
            "the next day",
            "He was arrested on 5 March 2024 and freed the next day.",
            "2024-03-06 .. 2024-03-07",
            "after it",
        ),
        ("at 6 p.m.", "It left on Tuesday at 6 p.m. sharp.", "2025-07-15T18:00 .. 2025-07-15T18:01", "that Tuesday"),
        (
            "three days later",
            "The vote was on Friday; three days later he left.",
            "2025-07-21 .. 2025-07-22",
            "counted",
        ),
        (
            "the following week",
            "He came on June 2 and left the following week.",
            "2025-06-09 .. 2025-06-16",
            "after 2 June",
        ),
    ],
)
def test_the_sentence_supplies_tense_and_anchor(text: str, context: str, expected: str, why: str) -> None:
    assert shown(read(text, context=context).strict) == expected, why


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("July 23", "2025-07-23"), ("in June", "2025-06"), ("last week", "2025-W29"), ("the last quarter", "2025-Q2"),
        ("Friday morning", "2025-07-18TMO"), ("18:00 UTC on 9 March", "2025-03-09T18:00Z"), ("this weekend",
        "2025-W30-WE"),
        ("recently", "PAST_REF"), ("now", "PRESENT_REF"), ("soon", "FUTURE_REF"), ("every Monday", "XXXX-WXX-1"),
        ("annual", "P1Y"), ("the 1990s", "199"), ("44 BC", "BC0044"), ("two weeks ago", "2025-W28"),
        ("mid-2011", "2011"),
        ("summer 2026", "2026-SU"), ("last night", "2025-07-20TNI"), ("fiscal year 2008", "FY2008"),
        ("in 2026", "2026"),
    ],
)  # fmt: skip
def test_timex3(text: str, timex: str) -> None:
    assert read(text).to_timex3() == timex


def test_days_float_and_remember_the_offset_of_the_speaker() -> None:
    value = read("Wednesday", said=datetime(2025, 7, 21, 20, tzinfo=KYIV_SUMMER), modality="plan")
    assert (value.clock, value.offset) == ("floating", 10800)


def test_ambiguous_dates_tell_so() -> None:
    assert read("03/04/2025").note == "the date can be 4 March or 3 April"


def test_deadlines_and_dates_before_them_do_not_clash() -> None:
    deadline, day = read("by Friday", modality="plan"), read("Wednesday", modality="plan")
    assert deadline.relation(day) is Relation.COMPATIBLE
    assert day.relation(read("Thursday", modality="plan")) is Relation.CONTRADICTION


def test_close_clock_times_are_at_most_a_tension() -> None:
    assert read("9 p.m. on Friday").relation(read("9:05 p.m. on Friday")) is Relation.TENSION


@pytest.mark.parametrize("text", ["6 May 2026026", "late June 2027027"])
def test_years_beyond_all_calendars_are_refused(text: str) -> None:
    with pytest.raises(UnreadError, match="beyond the years"):
        read_time(text, Settings(said=date(2025, 7, 21), modality="plan", kind="time"))

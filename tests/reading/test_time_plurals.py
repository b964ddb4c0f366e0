"""Periods told in the plural with no count, ends told by a word, and hours beside a date of ISO 8601."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import pytest

from conflicts import UnreadError, read
from conflicts.values.bounds import Number
from conflicts.values.extent import Extent

SAID = "2025-07-22"  # a Tuesday


def at(text: str) -> int:
    moment = datetime.fromisoformat(f"{text}+00:00")
    return int(moment.timestamp())


def span(text: str) -> Extent:
    start, end = text.split("/")
    return Extent.half_open(at(f"{start}T00:00"), at(f"{end}T00:00"))


PLURALS = [
    ("weeks ago", "2025-06-10/2025-07-09", "two to six weeks before"),
    ("days later", "2025-07-24/2025-07-30", "two to seven days after"),
    ("in the days after Easter 2025", "2025-04-21/2025-04-28", "the seven of them, not the first alone"),
    ("the days before Christmas 2025", "2025-12-18/2025-12-25", "and the other way"),
    ("the weeks before 20 July 2025", "2025-06-08/2025-07-20", "six of them"),
    ("the weeks ahead", "2025-07-22/2025-09-03", "from now on, as 'the coming weeks'"),
    ("in the days to come", "2025-07-22/2025-07-30", "two words that mean the same"),
    ("weeks ahead", "2025-07-22/2025-09-03", "without its article"),
]

ENDS = [
    ("by year's end", "*/2026-01-01", "a deadline"),
    ("at year's end", "2025-10-01/2026-01-01", "with no article"),
    ("month-end", "2025-07-22/2025-08-01", "as 'the end of the month'"),
    ("by quarter-end", "*/2025-10-01", "a deadline"),
    ("the week ahead of Easter 2025", "2025-04-07/2025-04-20", "two words that are one: before it, not to come"),
]

UNREAD = [
    ("over the years", "no years that a calendar has"),
    ("the weeks", "none of them"),
    ("in the months", "none of them"),
    ("the years after the war", "nothing says when it ended"),
    ("the days of the week", "no time at all"),
]


@pytest.mark.parametrize(("text", "expected", "why"), PLURALS)
def test_plurals(text: str, expected: str, why: str) -> None:
    assert read(text, asserted_at=SAID, kind="time").strict == span(expected), why


@pytest.mark.parametrize(("text", "expected", "why"), ENDS)
def test_ends(text: str, expected: str, why: str) -> None:
    start, end = expected.split("/")
    found = read(text, asserted_at=SAID, kind="time", modality="plan").strict
    if start == "*":
        last: Number = at(f"{end}T00:00")
        assert found == Extent.less_than(last), why
    else:
        assert found == span(expected), why


@pytest.mark.parametrize(("text", "why"), UNREAD)
def test_unread(text: str, why: str) -> None:
    with pytest.raises(UnreadError):
        read(text, asserted_at=SAID, kind="time")


ISO = [
    ("2025-07-23 10:30 CEST", "2025-07-23T08:30", "counted to 24, as the standard has it"),
    ("2025-07-23 at 9:30 GMT", "2025-07-23T09:30", "with a word between"),
    ("2025-07-23 14:30 EST", "2025-07-23T19:30", "as any hour after noon"),
]


@pytest.mark.parametrize(("text", "start", "why"), ISO)
def test_hours_beside_an_iso_date(text: str, start: str, why: str) -> None:
    found = read(text, asserted_at=SAID, kind="time").strict
    assert found == Extent.half_open(at(start), at(start) + 60), why


def test_hours_beside_other_dates_stay_open() -> None:
    assert len(read("23 July 2025 10:30", asserted_at=SAID, kind="time").strict.intervals) == 2


def test_a_part_of_last_friday_is_no_day_of_a_month() -> None:
    evening = read("the last Friday in the evening", asserted_at=SAID, kind="time").strict
    assert evening == Extent.half_open(at("2025-07-18T17:00"), at("2025-07-19T00:00"))
    of_month = read("the last Friday in July 2025", asserted_at=SAID, kind="time").strict
    assert of_month == span("2025-07-25/2025-07-26")


def test_a_week_named_by_its_holiday() -> None:
    assert read("Christmas week", asserted_at="2025-12-01", kind="time", modality="plan").strict == span(
        "2025-12-22/2025-12-29"
    )


BASES = [
    ("two days before July 30", "fact", ["2025-07-28"], ["2024-07-28"], "the other year of its base is fair, too"),
    ("two days before July 30", "plan", ["2025-07-28"], [], "a plan looks ahead alone"),
    ("16 days from 01/02/2018", "fact", ["2018-01-18", "2018-02-17"], [], "two orders of a date are two readings"),
    ("next business day", "plan", ["2025-07-23"], [], "a day, of those on which people work"),
    ("3 days after next workday", "plan", ["2025-07-26"], [], "which others count from"),
    ("am nächsten Werktag", "plan", ["2025-07-23"], [], "in German"),
]


@pytest.mark.parametrize(("text", "modality", "best", "fair", "why"), BASES)
def test_bases(text: str, modality: Literal["plan", "fact"], best: list[str], fair: list[str], why: str) -> None:
    lang = "de" if "Werktag" in text else "en"
    value = read(text, asserted_at=SAID, kind="time", modality=modality, lang=lang)

    def days(listed: list[str]) -> Extent:
        return Extent(((at(f"{day}T00:00"), 0), (at(f"{day}T00:00") + 86400, -1)) for day in listed)

    assert (value.strict, value.loose) == (days(best), days(best + fair)), why


MONTHS = [
    ("from the 20th to the 24th", "plan", "2025-08-20/2025-08-25", "the 20th of this month is over"),
    ("from the 20th to the 24th", "fact", "2025-07-20/2025-07-25", "the 20th was on Sunday"),
    ("from the 28th to the 30th", "fact", "2025-06-28/2025-07-01", "of the month before"),
    ("from the 29th to the 2nd", "plan", "2025-07-29/2025-08-03", "over the end of the month"),
]


@pytest.mark.parametrize(("text", "modality", "expected", "why"), MONTHS)
def test_days_of_no_month(text: str, modality: Literal["plan", "fact"], expected: str, why: str) -> None:
    assert read(text, asserted_at=SAID, kind="time", modality=modality).strict == span(expected), why

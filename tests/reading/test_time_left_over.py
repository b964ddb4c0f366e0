"""Nothing printed is passed over: a word too many, or two pieces of one kind, and the text is no time."""

from __future__ import annotations

from datetime import date
from itertools import permutations, product

import pytest

from conflicts.errors import UnreadError
from conflicts.reading.settings import Settings
from conflicts.reading.time import read_time
from conflicts.values.value import Value

SAID = Settings(said=date(2025, 7, 21), modality="plan", kind="time")


def read(text: str) -> Value | None:
    try:
        return read_time(text, SAID)
    except UnreadError:
        return None


TIMES = """
Friday | on Friday | next Friday | Friday after next | 25 July 2025 | July 25, 2025 | July 2025 | 2025 | Q3 2025
the third quarter of 2025 | the first half of 2025 | summer 2025 | the summer of 2025 | Christmas 2025 | tomorrow
the day after tomorrow | next week | the week after next | the coming weeks | two weeks ago | in three days
a week from tomorrow | a week on Friday | the week of 25 July 2025 | the first Friday of August 2025 | week 30 of 2025
the last two weeks of August 2025 | the 1980s | the nineties | the 19th century | 44 BC | early August 2025
late next week | Friday morning | this evening | last night | Friday at 9 p.m. | 9:07 p.m. on Friday | noon on Friday
half past nine on Friday | Friday at 21:07 GMT | Friday at 9 p.m. Kyiv time | from Monday to Friday | 10 to 12 June 2026
from 9 to 11 p.m. on Friday | by Friday | after 25 July 2025 | no later than 25 July 2025 | 25 July 2025 at the latest
about 25 July 2025 | exactly 25 July 2025 | Monday or Tuesday | within ten days | the next three days | fiscal 2025
10 working days from now | two days after 25 July 2025 | the two weeks before Christmas | the eve of 25 July 2025
overnight on Friday | nineteen eighty-four | in two thousand and nine | 1H2025 | 2Q 2025 | 23/7/2025 | 2025-Jul-25
"""
BEHIND = [
    "the", "of", "at", "in", "and", "or", "to", "from", "between", "by", "before", "after", "for", "next", "last",
    "exactly", "a", "half past", "p.m.", "until", "within", "every", "at least", "or more", ":", "(", "-", "x",
    "the the", "1234567", "77", "in the", "on the", "of the", "at the", "and the", "between the", "twice", "each",
]  # fmt: skip
BEFORE = ["and", "or", "77", "1234567", "a", "p.m.", "UTC", "ish", ":", "-", "'", "x", "or more", "and the", "twice"]


@pytest.mark.parametrize("text", [text.strip() for text in TIMES.replace("\n", "|").split("|") if text.strip()])
def test_a_word_too_many(text: str) -> None:
    assert read(text) is not None
    for joined in (*(f"{text} {word}" for word in BEHIND), *(f"{word} {text}" for word in BEFORE)):
        assert read(joined) is None, joined


KINDS = {
    "weekday": ("Monday", "Tuesday"), "month": ("June", "August"), "year": ("2025", "2026"),
    "noon": ("noon", "midnight"), "date": ("3 June 2026", "5 August 2026"), "day": ("today", "tomorrow"),
    "part of the day": ("morning", "evening"), "clock time": ("9:07 a.m.", "10:07 p.m."), "quarter": ("Q1", "Q2"),
    "quarter, reversed": ("1Q", "2Q"), "half": ("H1", "H2"), "half of a year": ("1H2025", "2H2026"),
    "season": ("spring", "autumn"), "holiday": ("Easter", "Christmas"), "decade": ("the 1980s", "the 1990s"),
    "decade in words": ("eighties", "nineties"), "century": ("the 19th century", "the 20th century"),
    "week": ("week 3", "week 4"), "era": ("44 BC", "AD 476"), "length ago": ("two days ago", "three days ago"),
    "length ahead": ("in two days", "in three days"), "stretch": ("the next two days", "the next three days"),
    "ordinal": ("the first Monday", "the second Tuesday"), "weekday and part": ("Friday night", "Saturday morning"),
    "day of a month": ("the 3rd", "the 5th"), "vague time": ("recently", "soon"),
    "day beside another": ("the day after 3 June 2026", "the day before 5 June 2026"),
    "what holds a day": ("the week of 3 June 2026", "the month of 5 August 2026"),
    "approximation": ("around 9:07 p.m.", "about 10:07 p.m."), "relative weekday": ("next Monday", "last Tuesday"),
    "relative month": ("next June", "last August"), "clock time in words": ("half past nine", "a quarter past ten"),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_two_of_one_kind(kind: str) -> None:
    for (one, other), joint in product(permutations(KINDS[kind]), (" ", ", ", " of ", " in ", " on ", " at ")):
        assert read(one + joint + other) is None, one + joint + other


def test_two_zones() -> None:
    for one, other in permutations(("UTC", "EST", "Kyiv time", "GMT+3", "Tokyo time", "Europe/Paris", "local time"), 2):
        assert read(f"Friday at 21:07 {one} {other}") is None
        assert read(f"Friday at 21:07 {one}") is not None


NO_TIMES = [
    "two weeks yesterday", "a month yesterday", "25 UTC on Friday", "Friday 25 UTC", "30 GMT on Friday",
    "10+200 days ago", "10&200 days ago", "10(200 days ago", "10 ,200 days ago", "10, 200 days ago",
    "10,20 weeks ago the",
    "within 30 minutes on Friday at noon",
    "Friday the or Saturday", "Friday of to Sunday", "between Friday the and Sunday", "Friday in or Saturday",
    "within last week", "within the past three days", "more than two weeks", "between 2 June 2026",
    "between and 2 June 2026", "from to 2 June 2026", "either 2 June 2026 or", "2 June 2026 or or 3 June 2026",
    "Friday 9 p.m. after 3 p.m.", "9 p.m. after Friday noon", "9 p.m. since Friday", "Friday until 3 p.m. since noon",
    "after Friday and Monday before", "after 2 June 2026 and more", "about about 2 June 2026", "Friday at 25",
    "Friday at 25:07", "from 25 for two hours", "from 9 to 25 p.m. on Friday", "Friday 9 to 32", "32 to 33 July 2026",
    "0 to 3 July 2026", "the 32nd of next month", "the 0th of next month", "the 32nd", "Friday the 32nd",
    "the fifth quarter of 2025", "the third half of 2025", "the 13th month of 2025",
    "the fifth Friday of February 2025", "week 0 of 2025", "1985s", "the 985s", "the 80th of July", "July 45",
    "July 3 weeks", "CY", "a", "the", "the fortnight of 2 June 2026", "the decade of", "Monday week 31 week",
    "tomorrow weeks", "Friday weeks", "two Fridays", "next second", "this hour", "the next", "the coming",
    "the following", "in the next", "in 2 2025", "3 days after", "three days before the", "a week on",
    "a week on noon", "ago two weeks", "two weeks from", "two weeks starting", "the two weeks before", "the last",
    "the first of", "the first two", "first two weeks of", "half past", "half past thirteen hundred", "quarter to",
    "a quarter to Friday", "ten to Friday", "Friday at nine sixty", "Friday at nine nine", "Friday at thirty",
    "Friday at twenty-five", "13 a.m. on Friday", "13:30 a.m. on Friday", "24:01 on Friday", "Friday 9:5",
    "Friday 9: 30", "Friday 9 :30", "Friday 9.30", "Friday 9.30.15", "Friday 9:30:60.5x", "Friday 930",
    "Friday 2530 hours", "Friday 1060 hours", "Friday at 9 UTC+15", "Friday at 9 UTC+3:5", "Friday at 9 UTC+3:75",
    "Friday at 9 UTC+12345", "Friday at 9 UTC+", "Friday at 9 Europe/", "Friday at 9 Europe/Atlantis",
    "Friday at 9 Atlantis time", "UTC", "Kyiv time",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time(text: str) -> None:
    assert read(text) is None

"""Dates in their commonest forms: read at a glance, and by the grammar to the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, cycle, permutations, product, zip_longest

import pytest
from attrs import evolve

from conflicts.reading.frame import frame, split
from conflicts.reading.settings import Settings
from conflicts.reading.time import forms
from conflicts.reading.time.glance import at_a_glance
from conflicts.reading.time.lexicon import BOUND, KINDS, LEADING, MONTH, ONLY_BEGINS, WEEKDAY, load
from conflicts.reading.time.pieces import RULES
from conflicts.reading.time.reader import glanced, parsed, read_time
from conflicts.reading.time.spec import Clock, Length, Offset, Spec
from conflicts.reading.time.trees import Phrase

WEEKS = Length(((2, 2, "week"),))
TWO_DAYS = Length(((2, 2, "day"),))
JULY_30 = Spec(month=7, day=30, is_strong=True)

AT_A_GLANCE = [
    ("wednesday", Spec(weekday=3, is_strong=True), "a weekday"),
    ("on wed.", Spec(weekday=3), "short ones can be other words, so they are no strong sign of a time"),
    ("july 23rd, 2025", Spec(2025, 7, 23, is_strong=True), "the month first"),
    ("wednesday, 23 july 2025", Spec(2025, 7, 23, weekday=3, is_strong=True), "the day first"),
    ("in july", Spec(month=7, is_strong=True), "a month"),
    ("2025", Spec(2025), "a year can be any number"),
    ("in 2025", Spec(2025, is_strong=True), "after this word it can not"),
    ("july 5 , 2025", Spec(2025, 7, 5, is_strong=True), "a comma apart"),
    ("31/12/1999", Spec(1999, 12, 31, is_strong=True), "one order of day and month"),
    ("5/6/2019", Spec(dates=((2019, 6, 5), (2019, 5, 6)), is_strong=True), "two orders of them"),
    ("5/6", Spec(dates=((None, 6, 5), (None, 5, 6))), "it can be a fraction as well"),
    ("5.12", Spec(dates=((None, 12, 5), (None, 5, 12))), "a number as well"),
    ("11/2016", Spec(2016, 11, is_strong=True), "a month in digits"),
    ("june of 1992", Spec(1992, 6, is_strong=True), "a word between"),
    ("4th of july 1995", Spec(1995, 7, 4, is_strong=True), "the day before it"),
    ("dec31, 1994", Spec(1994, 12, 31, is_strong=True), "no space"),
    ("2017 april", Spec(2017, 4, is_strong=True), "the year first"),
    ("2016, nov", Spec(2016, 11), "so it makes no short month sure"),
    ("3pm", Spec(clock=Clock(15), is_strong=True), "an hour"),
    ("at 6.45", Spec(clock=Clock(6, 45, 0, "minute", is_open=True), is_strong=True), "a full stop for the colon"),
    (
        "wed oct 26 15:50:06 2016",
        Spec(2016, 10, 26, weekday=3, clock=Clock(15, 50, 6, "second"), is_strong=True),
        "the date of a Unix machine",
    ),
    ("at 12:05 a.m.", Spec(clock=Clock(0, 5, 0, "minute"), is_strong=True), "just after midnight"),
    ("9:30", Spec(clock=Clock(9, 30, 0, "minute", is_open=True), is_strong=True), "before or after noon"),
    ("09:30", Spec(clock=Clock(9, 30, 0, "minute"), is_strong=True), "counted to 24"),
    (
        "friday at 7:56:30 pm et",
        Spec(weekday=5, clock=Clock(19, 56, 30, "second"), zone="America/New_York", is_strong=True),
        "a day, a clock time and its zone",
    ),
    (
        "14:30 gmt on july 3",
        Spec(None, 7, 3, clock=Clock(14, 30, 0, "minute"), zone="0", is_strong=True),
        "turned round",
    ),
    ("friday at seven", Spec(weekday=5, clock=Clock(7, is_open=True), is_strong=True), "an hour in words"),
    ("23:59:60", Spec(clock=Clock(23, 59, 60, "second"), is_strong=True), "a leap second"),
    ("24:00 on july 30", Spec(month=7, day=30, clock=Clock(24, 0, 0, "minute"), is_strong=True), "the end of a day"),
    ("12 a.m.", Spec(clock=Clock(0), is_strong=True), "midnight"),
    ("friday 12 p.m.", Spec(weekday=5, clock=Clock(12), is_strong=True), "noon"),
    ("friday at 5", Spec(weekday=5, clock=Clock(5, is_open=True), is_strong=True), "one number, and no minutes"),
    ("friday the 25th", Spec(weekday=5, day=25, is_strong=True), "a day of no month"),
    ("oct", Spec(month=10), "a short word that can be another"),
    ("in oct", Spec(month=10, is_strong=True), "sure after this word"),
    ("next friday", Spec(weekday=5, weekday_relative="next", is_strong=True), "a weekday of the week to come"),
    ("oct 2025", Spec(2025, 10, is_strong=True), "sure before a year"),
    ("24/7/2025", Spec(2025, 7, 24, is_strong=True), "a date, as it has a year"),
    (
        "6 jan 2017 - 6:37am",
        Spec(2017, 1, 6, clock=Clock(6, 37, grain="minute"), is_strong=True),
        "a dash between a whole date and its hour",
    ),
    ("23/7/25", Spec(2025, 7, 23, is_strong=True), "a short year"),
    ("23/7/99", Spec(1999, 7, 23, is_strong=True), "a short year of the last century"),
    ("5 p.m. on the 23rd", Spec(day=23, clock=Clock(17), is_strong=True), "the day of a month behind its hour"),
    ("15:30 2025-07-23", Spec(2025, 7, 23, clock=Clock(15, 30, 0, "minute"), is_strong=True), "a literal behind it"),
]

TOLD_AT_A_GLANCE = [
    ("tomorrow", Spec(relative_day=1, is_strong=True), None, "a day told from the day of speaking"),
    ("next week", Spec(relatives=(("week", "next"),), is_strong=True), None, "a period"),
    ("this morning", Spec(relative_day=0, part="MO", is_strong=True), None, "a part of a day"),
    ("wed evening", Spec(weekday=3, part="EV"), None, "a short word that makes no time sure"),
    ("two weeks ago", Spec(offset=Offset(-1, WEEKS), is_strong=True), None, "a length back"),
    ("2 weeks later", Spec(offset=Offset(1, WEEKS, is_from_context=True), is_strong=True), None, "from the context"),
    ("in 2 weeks", Spec(offset=Offset(1, WEEKS), is_strong=True), None, "a length ahead"),
    (
        "2 weeks from today",
        Spec(offset=Offset(1, WEEKS, Spec(relative_day=0, is_strong=True), is_exact_day=True), is_strong=True),
        None,
        "from a day",
    ),
    ("q2 2025", Spec(2025, quarter=2, is_strong=True), None, "a quarter"),
    ("h1", Spec(half=1), None, "a half of a year that is not told"),
    ("the 1980s", Spec(decade=1980, is_strong=True), None, "a decade"),
    ("tonight at 7", Spec(relative_day=0, part="NI", clock=Clock(7, is_open=True), is_strong=True), None, "its hour"),
    ("8 pm this evening", Spec(relative_day=0, part="EV", clock=Clock(20), is_strong=True), None, "the hour first"),
    ("last night", Spec(relative_day=-1, part="NI", is_strong=True), None, "a part of the day before"),
    ("friday at noon", Spec(weekday=5, clock_word="noon", is_strong=True), None, "an hour told by a word"),
    ("two years ago", Spec(offset=Offset(-1, Length(((2, 2, "year"),))), is_strong=True), None, "'years ago' is less"),
    (
        "3 weeks from now",
        Spec(offset=Offset(1, Length(((3, 3, "week"),))), is_strong=True),
        None,
        "two words that are one",
    ),
    ("the day after tomorrow", Spec(relative_day=2, is_strong=True), None, "four words that are one"),
    ("this day", Spec(relative_day=0, is_strong=True), None, "two words that are one"),
    ("early july", Spec(month=7, mod="early", is_strong=True), None, "a share of a period"),
    ("late 2024", Spec(2024, mod="late"), None, "of a number that need not be a year"),
    ("mid-july 2025", Spec(2025, 7, mod="mid", is_strong=True), None, "a phrase that ends in a dash"),
    ("at the end of next week", Spec(relatives=(("week", "next"),), mod="end", is_strong=True), None, "of a period"),
    ("by the end of july", Spec(month=7, mod="end", is_strong=True), "by", "'by the' begins no other bound"),
    ("no later than friday", Spec(weekday=5, is_strong=True), "notafter", "a bound of three words"),
    ("first week of june", Spec(month=6, nth=1, nth_unit="week", is_strong=True), None, "counted within a month"),
    ("in the 2nd quarter of 2025", Spec(2025, quarter=2, is_strong=True), None, "a quarter by its ordinal"),
    ("the last week of 2016", Spec(2016, nth=-1, nth_unit="week", is_strong=True), None, "'week of' is another"),
    (
        "the 20th of next month",
        Spec(day=20, relatives=(("month", "next"),), is_strong=True),
        None,
        "a day of a period",
    ),
    ("now", Spec(reference="PRESENT_REF|0:0|-3:3"), None, "a word for a stretch of time"),
    ("by friday", Spec(weekday=5, is_strong=True), "by", "a deadline"),
    ("after 2030", Spec(2030, is_strong=True), "after", "after this word a number is a year"),
    ("since tomorrow", Spec(relative_day=1, is_strong=True), "since", "the grammar takes it too"),
    (
        "tuesday after 1 p.m.",
        Spec(weekday=2, clock=Clock(13), is_strong=True),
        "after",
        "a day, and a bound on its hour",
    ),
    ("july 30 by noon", Spec(month=7, day=30, clock_word="noon", is_strong=True), "by", "a day of two words"),
    (
        "2 days before july 30",
        Spec(offset=Offset(-1, TWO_DAYS, JULY_30, is_exact_day=True), is_strong=True),
        None,
        "a length back from another time",
    ),
    (
        "two weeks from july 30",
        Spec(offset=Offset(1, WEEKS, JULY_30, is_exact_day=True), is_strong=True),
        None,
        "'from' begins no range",
    ),
    ("next friday evening", Spec(weekday=5, weekday_relative="next", part="EV", is_strong=True), None, "three words"),
    ("july 5 in the evening", Spec(month=7, day=5, part="EV", is_strong=True), None, "a part by its article"),
    ("the evening of july 5", Spec(month=7, day=5, part="EV", is_strong=True), None, "turned round"),
    ("one in the morning", Spec(part="MO", clock=Clock(1, is_open=True)), None, "an hour in words, and its part"),
    ("2025 q3", Spec(2025, quarter=3, is_strong=True), None, "the year first"),
    ("h2 2025", Spec(2025, half=2, is_strong=True), None, "the second half"),
    ("q4", Spec(quarter=4), None, "the last quarter"),
    ("90s", Spec(decade=1990), None, "two figures can be a length too"),
    ("early friday", Spec(weekday=5, mod="early", is_strong=True), None, "a share of a day"),
    ("late tomorrow", Spec(relative_day=1, mod="late", is_strong=True), None, "of a day told from today"),
    ("third quarter of 2025", Spec(2025, quarter=3, is_strong=True), None, "a quarter by a word"),
    (
        "the first day of next month",
        Spec(nth=1, nth_unit="day", relatives=(("month", "next"),), is_strong=True),
        None,
        "counted within a period",
    ),
    ("the 4th day of july", Spec(month=7, day=4, is_strong=True), None, "a day by its number"),
    ("the 31st day of july", Spec(month=7, day=31, is_strong=True), None, "the last one"),
    (
        "first week of next month",
        Spec(nth=1, nth_unit="week", relatives=(("month", "next"),), is_strong=True),
        None,
        "one unit counted within another",
    ),
    ("first month of 2025", Spec(2025, nth=1, nth_unit="month", is_strong=True), None, "counted within a year"),
    (
        "1 month, 21 days ago",
        Spec(offset=Offset(-1, Length(((1, 1, "month"), (21, 21, "day")))), is_strong=True),
        None,
        "a length of two parts",
    ),
    (
        "a week from tomorrow",
        Spec(
            offset=Offset(1, Length(((1, 1, "week"),)), Spec(relative_day=1, is_strong=True), is_exact_day=True),
            is_strong=True,
        ),
        None,
        "from a day told from today",
    ),
    ("a day ago", Spec(offset=Offset(-1, Length(((1, 1, "day"),))), is_strong=True), None, "an article for one"),
    ("noon", Spec(clock_word="noon", is_strong=True), None, "a word for an hour"),
    ("7 this evening", Spec(relative_day=0, part="EV", clock=Clock(7, is_open=True), is_strong=True), None, "its hour"),
    (
        "12 tonight",
        Spec(relative_day=0, part="NI", clock=Clock(12, is_open=True), is_strong=True),
        None,
        "the last one",
    ),
    (
        "tomorrow at 9:30 p.m.",
        Spec(relative_day=1, clock=Clock(21, 30, 0, "minute"), is_strong=True),
        None,
        "a day told from today, and its hour",
    ),
    ("before 5 p.m.", Spec(clock=Clock(17), is_strong=True), "before", "a bound on an hour"),
    ("since june 2025", Spec(2025, 6, is_strong=True), "since", "a bound on a month"),
    ("since oct", Spec(month=10), "since", "the bound makes no short word sure"),
]

RANGES_AT_A_GLANCE = [
    ("november 19-20", (Spec(None, 11, 19, is_strong=True), Spec(None, 11, 20, is_strong=True)), "days of one month"),
    ("july 30-2", (Spec(None, 7, 30, is_strong=True), Spec(None, 8, 2, is_strong=True)), "of one and the next"),
    ("30-2 july", (Spec(None, 6, 30, is_strong=True), Spec(None, 7, 2, is_strong=True)), "of the one before"),
    ("in june 2-4, 2024", (Spec(2024, 6, 2, is_strong=True), Spec(2024, 6, 4, is_strong=True)), "of one year"),
    (
        "mon 11-4",
        (Spec(weekday=1, clock=Clock(11, is_open=True)), Spec(weekday=1, clock=Clock(4, is_open=True))),
        "hours, and a short word that makes no time sure",
    ),
    ("from monday to friday", (Spec(weekday=1, is_strong=True), Spec(weekday=5, is_strong=True)), "a word before it"),
    ("between 2024 and 2026", (Spec(2024), Spec(2026)), "'and' is a joint after this word"),
    (
        "tomorrow from 5 to 6 p.m.",
        (
            Spec(relative_day=1, clock=Clock(17), is_strong=True),
            Spec(relative_day=1, clock=Clock(18), is_strong=True),
        ),
        "the day is that of both, and so is the half of the day",
    ),
    (
        "monday 10 to 12",
        (
            Spec(weekday=1, clock=Clock(10, is_open=True), is_strong=True),
            Spec(weekday=1, clock=Clock(12, is_open=True), is_strong=True),
        ),
        "numbers after a weekday are hours where there are two",
    ),
    ("june 2-4, 2024", (Spec(2024, 6, 2, is_strong=True), Spec(2024, 6, 4, is_strong=True)), "the year behind"),
    ("june 12-14, 2024", (Spec(2024, 6, 12, is_strong=True), Spec(2024, 6, 14, is_strong=True)), "two digits"),
    ("july 5-31", (Spec(None, 7, 5, is_strong=True), Spec(None, 7, 31, is_strong=True)), "up to the last day"),
    (
        "on monday 9 to 11",
        (
            Spec(weekday=1, clock=Clock(9, is_open=True), is_strong=True),
            Spec(weekday=1, clock=Clock(11, is_open=True), is_strong=True),
        ),
        "hours of one digit and of two",
    ),
    (
        "from next monday 6 to 8 p.m.",
        (
            Spec(weekday=1, weekday_relative="next", clock=Clock(18), is_strong=True),
            Spec(weekday=1, weekday_relative="next", clock=Clock(20), is_strong=True),
        ),
        "a number after such a day is an hour",
    ),
    (
        "6 next monday to 8 p.m.",
        (
            Spec(weekday=1, weekday_relative="next", clock=Clock(18), is_strong=True),
            Spec(weekday=1, weekday_relative="next", clock=Clock(20), is_strong=True),
        ),
        "and before it, too",
    ),
    (
        "2-4 p.m. friday",
        (Spec(weekday=5, clock=Clock(14), is_strong=True), Spec(weekday=5, clock=Clock(16), is_strong=True)),
        "the day behind the hours",
    ),
    ("july - august", (Spec(month=7, is_strong=True), Spec(month=8, is_strong=True)), "a dash between spaces"),
    (
        "from next monday to wednesday",
        (
            Spec(weekday=1, weekday_relative="next", is_strong=True),
            Spec(weekday=3, weekday_relative="next", is_strong=True),
        ),
        "both of one week",
    ),
    (
        "from tomorrow to friday",
        (Spec(relative_day=1, is_strong=True), Spec(weekday=5, weekday_relative="coming", is_strong=True)),
        "what begins to come ends later",
    ),
    (
        "friday from 10 to 11:30 a.m.",
        (
            Spec(weekday=5, clock=Clock(10), is_strong=True),
            Spec(weekday=5, clock=Clock(11, 30, 0, "minute"), is_strong=True),
        ),
        "a number before a clock time",
    ),
    (
        "friday 2-4 p.m.",
        (Spec(weekday=5, clock=Clock(14), is_strong=True), Spec(weekday=5, clock=Clock(16), is_strong=True)),
        "a dash between hours",
    ),
    ("1-5 july 2025", (Spec(2025, 7, 1, is_strong=True), Spec(2025, 7, 5, is_strong=True)), "the month behind"),
    ("july 1 to july 5", (Spec(None, 7, 1, is_strong=True), Spec(None, 7, 5, is_strong=True)), "each with its month"),
]

NOT_AT_A_GLANCE = [
    ("july 32", "no day"),
    ("july 0", "no day"),
    ("july 0025", "no year"),
    ("july 23 10", "other numbers"),
    ("wednesday last", "another order"),
    ("by the wednesday", "a bound, and more"),
    ("july, wednesday", "another order"),
    ("on", "no date"),
    ("on. july 5", "a full stop after what is not shortened"),
    (",", "no word"),
    ("24/7", "around the clock, and no date"),
    ("15", "a number"),
    ("feb 5 am", "the morning of a day, or a clock time"),
    ("5 pm monday 5", "a number that the grammar takes for an hour"),
    ("25:30", "no hour"),
    ("10:60", "no minute"),
    ("10:30:61", "no second"),
    ("friday at zero", "no hour that is told so"),
    ("friday at thirteen", "no hour that is told so"),
    ("3:5 p.m.", "no minute"),
    ("13 a.m.", "no hour of the morning"),
    ("10.32", "a number, and no date"),
    ("5.12 at 3 pm", "a number, and a clock time"),
    ("13/2016", "no month"),
    ("july 5-40", "no day"),
    ("july 5-32", "no day"),
    ("june 2-32, 2024", "no day"),
    ("june 2-4, in 2024", "a word between the day and the year"),
    ("monday 20-31", "no hour"),
    ("july 5-6 2024", "a year with no comma after two days"),
    ("at 5", "an hour, or more than that"),
    ("july 23 2025 july 23 2025", "too many words"),
    ("july 5x", "no ordinal"),
    ("this past week", "two words that mean something else together"),
    ("week end", "two words that are one"),
    ("completed friday", "a word that is a bound only in a phrase"),
    ("12 noon", "the hour, not the 12th"),
    ("july 12 noon", "noon in July, or on the 12th"),
    ("mondayx", "a word that only begins as one"),
    ("julyx 5", "a word that only begins as one"),
    ("our night", "no part of a day"),
    ("earlier in the", "a phrase, and nothing after it"),
    ("first quarter of june", "no month has one"),
    ("the 32nd of next month", "no day"),
    ("last century of 2025", "not counted within a year"),
    ("previous week of july", "a word that counts nothing"),
    ("early next hour", "no period of the calendar"),
    ("due early july", "a word that does not lead to parts of a period"),
    ("a quarter", "a length, or a share"),
    ("next minute", "no period of the calendar"),
    ("q5", "no quarter"),
    ("the 1985s", "no decade"),
    ("on two weeks", "a word that does not lead to lengths"),
    ("by july 5-6", "a bound on a range"),
    ("noon after 1 p.m.", "a clock time and a bound on another"),
    ("now after 1 p.m.", "no day"),
    ("tuesday after july 5", "a bound on another day"),
    ("tuesday after 5", "a day or an hour"),
    ("tuesday since 1 p.m.", "no bound on the hours of a day"),
    ("tuesday after", "no hour"),
    ("tuesday after x", "no hour"),
    ("2 days before noon", "a length from an hour"),
    ("2 days before friday noon", "a length from an hour"),
    ("2 days before 5", "a length from what may be an hour"),
    ("2 days by july 5", "no length from another time"),
    ("by 1 month, 21 days ago", "a bound on a length of two parts"),
    ("from june-23", "a day of June"),
    ("12 july-1945", "a dash before the year"),
    ("july-q3", "a month and a quarter with a dash"),
    ("july 12 to 2 days ago", "an end that is told by a length"),
    ("friday to now", "a stretch of time, and no end"),
    ("friday to 4 saturday at 3 p.m.", "two hours of one day"),
    ("friday to july 30th 10", "a day of a month, and another number"),
    ("monday 10 to noon", "a day, as noon is no number"),
    ("monday 10 to 12 july", "days, and no hours"),
    ("monday to date", "a phrase that begins with the joint"),
    ("12 by 9:30", "a day or an hour"),
    ("0/5", "no day"),
    ("0/5/2025", "no day"),
    ("13 tonight", "no hour that is told so"),
    ("07 tonight", "no hour is told by two digits there"),
    ("monday to", "one end"),
    ("monday and friday", "alternatives"),
    ("from monday and friday", "alternatives"),
    ("between monday 10 and 12", "days or hours"),
    ("between the 1980s and 1990s", "two decades"),
    ("between friday and 2 days ago", "an end that is told by a length"),
    ("monday to after friday", "a bound on an end"),
    ("from monday to by friday", "a bound on an end"),
    ("5 to 7", "hours, days or a count"),
    ("from now to friday", "a stretch of time, and no end"),
    ("july 5-friday", "a date, and a word beside it"),
    ("2025-2026", "a literal"),
    ("on 2025-07-23", "a word before a literal, and no range from a year"),
    ("in 2025-07", "a word before a literal"),
    ("q1-q2", "two quarters with a dash"),
    ("monday 5-tuesday 6", "hours, or days of no month"),
    ("july-5 august", "a date with a dash, or a range"),
    ("friday to next monday 25", "no hour"),
    ("june 2-4, 0024", "no year"),
    ("june 2-004, 2024", "no day"),
    ("june 2-0004, 2024", "no day"),
    ("june 2-0, 2024", "no day"),
    ("june 2-4, 999", "a number of three digits"),
    ("july 005", "a number of three digits"),
    ("h3", "a year has two halves"),
    ("q0", "no quarter"),
    ("2 days and 3 days ago", "one unit told twice"),
    ("10 days 5 days ago", "one unit told twice"),
    ("the first quarter of next month", "no month has one"),
    ("the first month of next month", "no part of it"),
    ("the 0th week of june", "counted from one"),
]


@pytest.mark.parametrize(("text", "expected", "why"), AT_A_GLANCE)
def test_at_a_glance(text: str, expected: Spec, why: str) -> None:
    assert at_a_glance(text, load("en"), "en") == expected, why


@pytest.mark.parametrize(("text", "expected", "bound", "why"), TOLD_AT_A_GLANCE)
def test_times_told_by_words_at_a_glance(text: str, expected: Spec, bound: str | None, why: str) -> None:
    assert at_a_glance(text, load("en"), "en") == Phrase("point", expected, bound), why


@pytest.mark.parametrize(("text", "ends", "why"), RANGES_AT_A_GLANCE)
def test_ranges_at_a_glance(text: str, ends: tuple[Spec, Spec], why: str) -> None:
    points = tuple(Phrase("point", end) for end in ends)
    assert at_a_glance(text, load("en"), "en") == Phrase("range", parts=points), why


HOURS_TO_24 = ["montag 11-4", "montag 11 bis 4", "montag von 10:00 bis 12:00", "montag 10:00-12:00", "montag bis 12:00"]


@pytest.mark.parametrize("text", HOURS_TO_24)
def test_hours_of_readers_who_count_to_24_are_left_to_the_grammar(text: str) -> None:
    assert at_a_glance(text, load("de"), "de") is None


EIGHT_DAYS = Length(((8, 8, "day"),))
FIFTEEN_DAYS = Length(((15, 15, "day"),))
TODAY = Spec(relative_day=0, is_strong=True)
ROUNDED = [
    ("de", "8 tage zuvor", Offset(-1, EIGHT_DAYS, is_from_context=True, rounded=7), "a week, as people round it"),
    ("fr", "dans 15 jours", Offset(1, FIFTEEN_DAYS, rounded=14), "two weeks"),
    ("de", "8 tage nach heute", Offset(1, EIGHT_DAYS, TODAY, is_exact_day=True, rounded=7), "near to today"),
    (
        "de",
        "8 tage nach 5. juli",
        Offset(1, EIGHT_DAYS, Spec(month=7, day=5, is_strong=True), is_exact_day=True),
        "counted from a date",
    ),
]


@pytest.mark.parametrize(("lang", "text", "expected", "why"), ROUNDED)
def test_days_that_people_round(lang: str, text: str, expected: Offset, why: str) -> None:
    assert at_a_glance(text, load(lang), lang) == Phrase("point", Spec(offset=expected, is_strong=True)), why


LITERALS = ["2025-07-23", "2025-07", "20250723", "2025-W30", "2025-W30-3", "2025-204", "198X", "2025-07-2X", "2025-23"]
LITERALS += ["2025-07-23T10:00", "2025-07-23 10:00:05.5Z", "2025-07-23T10:00+03:00", "2025-07~", "1985/1990", "2025/.."]


@pytest.mark.parametrize("text", LITERALS)
def test_no_frame_stands_around_a_literal(text: str) -> None:
    found = glanced(text, Settings(kind="time"))
    assert found is not None
    assert found == read_time(text, Settings(kind="time"))
    for lang in ("en", "de", "fr"):
        words, parts = frame(lang), split(text)
        assert words.sets_of(parts, "time") is None
        assert not any(words.openings.matching(parts))


@pytest.mark.parametrize(("text", "why"), NOT_AT_A_GLANCE)
def test_not_at_a_glance(text: str, why: str) -> None:
    assert at_a_glance(text, load("en"), "en") is None, why


CLOCKS = ["h:m", "h:m p", "h:mp", "h p", "hp", "h:m:s", "h:m:s p", "h.mp", "h.m p", "h.m", "h", "j"]
TIMED = ["{c}", "@ {c}", "{c} z", "@ {c} z", "{d} @ {c}", "{d} @ {c} z", "{d}, {c}", "{d} {c}", "{d} {c} z"]
TIMED += ["{c} {d}", "{c}, {d}", "{c} z {d}", "@ {c} {d}", "@ {c} z {d}"]


def said(lang: str) -> Iterator[tuple[str, str]]:
    """Every word and phrase of the commonest times, as it is printed, and its sign."""
    for text, entry in load(lang).forms.items():
        if entry.sign != ONLY_BEGINS:
            yield re.sub(" ?- ?", "-", text), entry.sign


WORDS = "".join({sign for lang in ("en", "de", "fr") for _, sign in said(lang)})
NUMBERS = {
    "D": ["5", "05", "31", "12", "23", "1", "28", "30"],
    "Y": ["1000", "1945", "2025", "2400", "9999", "2019"],
    "L": ["5", "05", "31", "12", "23", "13"],
    "U": ["6", "06", "12", "30", "7"],
    "C": ["07", "49", "50", "99", "12"],
    "N": ["1", "01", "12", "7", "10", "13"],
    "B": ["4", "04", "19", "24", "31", "1", "12", "0"],
    "h": ["0", "3", "03", "10", "12", "13", "23", "24", "7", "12"],
    "m": ["00", "05", "30", "59"],
    "s": ["00", "31", "59"],
}


LENGTHS = [f"{length} g" for length in ("D u, D e", "D e k u", "a u D e", "k e, D e, D u", "D u D u")]
"""Lengths of several parts, the last with two of one unit."""

PARTS_OF_DAYS = ["t", "i v t", "v t", "i v t f", "v t f"]
DAYS = ["W", "d", "r W", "M D", "D M Y", "W, M D, Y", "T", "r t", "M", "Y", "Do M", "L/U/Y", "D", "L/U"]
HOURS = ["", "hp", "@ h", "@ hp", "h:m", "j"]


def beside() -> Iterator[str]:
    """A part of a day beside the day and beside an hour, in each order."""
    for day, part, hour in product(DAYS, PARTS_OF_DAYS, HOURS):
        for n, order in enumerate(permutations([piece for piece in (day, part, hour) if piece])):
            yield (" ", ", ", " i ")[n % 3].join(order)
            yield " ".join(order)


ENDS = [
    *(
        "W",
        "M D",
        "D M",
        "M Y",
        "Y",
        "M",
        "D",
        "M D, Y",
        "D M Y",
        "d",
        "r W",
        "r u",
        "W, M D",
        "h p",
        "hp",
        "h:m",
        "h:mp",
    ),
    *(
        "j",
        "d t",
        "W t",
        "T",
        "W @ hp",
        "hp W",
        "hp d t",
        "h d",
        "r W h",
        "h r W",
        "W h",
        "d h",
        "W t h",
        "h d t",
        "h W",
    ),
    *(
        "h:m z",
        "hp z",
        "M D h:m",
        "Do",
        "Do M",
        "W v Do",
        "v Do",
        "i M D",
        "E M",
        "E W",
        "O u f M",
        "v O u f Y",
        "qD Y",
    ),
    *("L/U", "L/U/Y", "Y/M/D", "D u g", "k e g", "c", "Yx", "@ hp", "Y-N-D", "D u", "k e, D e", "a u", "D, Y"),
]
LEADS = ["", "W ", "d ", "M D ", "r W ", "W t ", "D u ", "k e "]
FROM_WORDS = {"en": ("from ",), "de": ("von ", "vom "), "fr": ("de ", "du ")}
TO_WORDS = {"en": ("to", "-", "through", "until"), "de": ("bis", "-"), "fr": ("à", "au", "-")}


def two(lang: str) -> Iterator[str]:
    """Two points with a word or a dash between them, in every pair, with what stands before by turns.

    What stands in braces are words themselves.
    """
    starts = cycle(["", *(f"{lead}{{{word}}}" for lead in LEADS for word in FROM_WORDS[lang])])
    joints = cycle([*(f"{{ {word} }}" for word in TO_WORDS[lang]), "-", f" {BOUND} "])
    for first, last in product(ENDS, ENDS):
        for _ in range(3):
            yield f"{next(starts)}{first}{next(joints)}{last}"


def texts(lang: str) -> Iterator[str]:
    """Texts of all forms, with every word of a language that can stand in them, and numbers by turns."""
    given: dict[str, list[str]] = {}
    for word, sign in said(lang):
        given.setdefault(sign, []).append(word)
    turns = {kind: cycle(words) for kind, words in (given | NUMBERS).items()}
    for kind in (MONTH, WEEKDAY):  # a short form with its full stop
        turns[kind] = cycle([*given[kind], *(f"{word}." for word in given[kind] if len(word) < 5)])
    whole = [*forms.WHOLE, *forms.NEAR, *forms.PARTS, *(f"{LEADING} {form}" for form in forms.WHOLE)]
    told = [form.replace("n", "D").replace("y", "Y").replace(ONLY_BEGINS, "'") for form in forms.TOLD]
    timed = [form.format(c=clock, d=date) for form in TIMED for clock in CLOCKS for date in [*whole, "D"]]
    bounded = dict.fromkeys(f"{BOUND} {form}" for form in (*whole, *told, *timed))
    once = dict.fromkeys((*timed, *bounded, *beside(), *two(lang)))
    for form in (*whole, *forms.ALONE, *told, *forms.BESIDE_A_CLOCK, *LENGTHS, *once):
        pieces = re.split(r"\{(.*?)\}", form)
        kinds = [sign for piece in pieces[::2] for sign in piece if sign in turns or sign in WORDS]
        if any(kind not in turns for kind in kinds):
            continue
        words = max((len(given[kind]) for kind in kinds if kind in given), default=1)
        for _ in range(1 if form in once else words + 8):
            said_so = ["".join(next(turns[sign]) if sign in turns else sign for sign in piece) for piece in pieces[::2]]
            yield "".join(chain.from_iterable(zip_longest(said_so, pieces[1::2], fillvalue="")))


@cache
def all_texts(language: str) -> list[str]:
    """Each once; made once, for that takes as long as to read them."""
    return list(dict.fromkeys(texts(language)))


def _without_leads(tree: Phrase) -> Phrase:
    """A point or a range of two, as it is told by no leading word."""
    parts = tuple(_without_leads(part) for part in tree.parts)
    return evolve(tree, spec=tree.spec and evolve(tree.spec, leads=0), parts=parts)


PARTS = [("en", 0, 3), ("en-US", 1, 3), ("en-GB", 2, 3), ("de", 0, 1), ("fr", 0, 1)]
"""English is one language but for the order of the numbers of a date, so each country reads a third of its texts."""


@pytest.mark.parametrize(("lang", "start", "step"), PARTS)
def test_the_grammar_reads_the_same(lang: str, start: int, step: int) -> None:
    words = load(lang)
    n = 0
    for text in all_texts(lang[:2])[start::step]:
        seen = at_a_glance(text, words, lang)
        if seen is None:
            continue
        n += 1
        tree = parsed(text, words, lang)
        assert tree is not None, text
        if isinstance(seen, Phrase):
            assert _without_leads(tree) == seen, text
            continue
        assert (tree.kind, tree.bound, tree.is_instant) == ("point", None, False), text
        assert tree.spec is not None, text
        assert evolve(tree.spec, leads=0) == seen, text
    assert n > 3000


@pytest.mark.parametrize("lang", ["en", "de", "fr"])
def test_no_frame_stands_around_what_is_read_at_a_glance(lang: str) -> None:
    words, known = frame(lang), load(lang)
    for text in all_texts(lang)[::3]:
        if at_a_glance(text, known, lang) is None:
            continue
        parts = split(text)
        assert words.sets_of(parts, "time") is None, text
        assert not any(len(opening) > 1 for opening, _ in words.openings.matching(parts)), text


def test_the_rules_stand_in_the_order_of_the_lexicon() -> None:
    assert tuple(RULES) == KINDS

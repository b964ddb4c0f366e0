"""Times told by several pieces: every piece counts, and pieces that do not fit together are unread."""

from __future__ import annotations

from datetime import date, datetime
from itertools import product
from typing import Final

import pytest
from time_sets import shown

from conflicts.errors import UnreadError
from conflicts.reading.settings import Modality, Settings
from conflicts.reading.time import read_time
from conflicts.values.value import Value

MONDAY: Final = date(2025, 7, 21)
AT_NOON: Final = datetime(2025, 7, 21, 12)


def read(text: str, *, lang: str = "en", said: date = MONDAY, modality: Modality = "fact") -> Value:
    value = read_time(text, Settings(said=said, kind="time", lang=lang, modality=modality))
    assert value is not None, f"{text!r} is unread"
    return value


ONE_IN_ANOTHER: list[tuple[str, str, str]] = [
    ("this quarter last year", "2024-07-01 .. 2024-10-01", "the third of 2024"),
    ("this month last year", "2024-07-01 .. 2024-08-01", "a July, too"),
    ("this month in 2023", "2023-07-01 .. 2023-08-01", "of a year by its number"),
    ("this week last year", "2024-07-22 .. 2024-07-29", "the 30th week, as this one is"),
    ("this weekend last year", "2024-07-27 .. 2024-07-29", "at the end of it"),
    ("this day last year", "2024-07-21 .. 2024-07-22", "the date"),
    ("Friday the 13th of 2025", "2025-06-13 .. 2025-06-14", "there is one only"),
    ("1st week of July on Friday", "2025-07-04 .. 2025-07-05", "of the first week, not all of it"),
    ("Friday in the past two weeks", "2025-07-11 .. 2025-07-12 | 2025-07-18 .. 2025-07-19", "either of two"),
    ("the first Monday of summer", "2025-06-02 .. 2025-06-03", "counted in a season"),
    ("the second day of the week before Easter", "2025-04-08 .. 2025-04-09 | 2025-04-14 .. 2025-04-15", "in a week"),
    ("July of this quarter", "2025-07-01 .. 2025-08-01", "the finer one"),
    ("next week, 30 July", "2025-07-30 .. 2025-07-31", "a day of that week"),
    ("the weekend of next week", "2025-08-02 .. 2025-08-04", "at its end, not at its beginning"),
    ("the month of Ramadan 2025", "2025-03-01 .. 2025-03-31", "a month of its own, not of the calendar"),
    ("the first half of Friday", "2025-07-18 .. 2025-07-18T12:00", "until noon"),
    ("the quarter of 20 July", "2025-07-01 .. 2025-10-01", "the whole of what holds the day"),
]

BESIDE: list[tuple[str, str, str]] = [
    ("the month following May 2024", "2024-06-01 .. 2024-07-01", "after a month comes a month of the calendar"),
    ("the year before 2024", "2023-01-01 .. 2024-01-01", "and after a year one of those"),
    ("the quarter after Q2 2025", "2025-07-01 .. 2025-10-01", "and after a quarter"),
    ("the decade before the 1990s", "1980-01-01 .. 1990-01-01", "and a decade"),
    ("the week before Christmas", "2024-12-16 .. 2024-12-25", "seven days, or the week of the calendar"),
    ("weekend before 20 July", "2025-07-12 .. 2025-07-14", "20 July is a Sunday itself"),
    ("the weekend after 17 July", "2025-07-19 .. 2025-07-21", "the next one"),
    ("the day after Christmas", "2024-12-26 .. 2024-12-27", "a day"),
    ("the two weeks before Christmas", "2024-12-11 .. 2024-12-25", "all of them"),
    ("two weeks before Christmas", "2024-12-11 .. 2024-12-12", "without the article the day they lead to"),
    ("the two weeks from 20 July", "2025-07-20 .. 2025-08-03", "they begin with that day"),
    ("the 48 hours before Friday", "2025-07-16 .. 2025-07-18", "hours are a stretch like others"),
    ("days before Christmas", "2024-12-18 .. 2024-12-24", "two to seven"),
    ("the Monday following 20 July", "2025-07-21 .. 2025-07-22", "the next Monday, not 20 July of next year"),
    ("the Friday before Christmas", "2024-12-20 .. 2024-12-21", "the last one"),
    ("the Tuesday after Labor Day", "2025-09-02 .. 2025-09-03", "the day after"),
    ("Monday of the week after Christmas", "2024-12-30 .. 2024-12-31", "not the Monday before it"),
]

COUNTED: list[tuple[str, str, str]] = [
    ("two days and three hours ago", "2025-07-18T21:00 .. 2025-07-19T21:00", "from some moment of the day"),
    ("48 hours ago", "2025-07-19 .. 2025-07-20", "two days, not today"),
    ("in 36 hours", "2025-07-22T12:00 .. 2025-07-23T12:00", "a day and a half"),
    ("three days and two hours before 20 July", "2025-07-16T22:00 .. 2025-07-17T22:00", "from a date"),
    ("two hours before Friday", "2025-07-17T22:00 .. 2025-07-18T22:00", "from some moment of that day"),
    ("two hours after 9 p.m. on Friday", "2025-07-18T22:30 .. 2025-07-18T23:30", "from an hour"),
    (
        "two hours after midnight on Friday",
        "2025-07-18T01:30 .. 2025-07-18T02:30 | 2025-07-19T01:30 .. 2025-07-19T02:30",
        "midnight can begin or end the day",
    ),
    (
        "two hours before Friday 9 p.m. Kyiv time",
        "2025-07-18T15:30 .. 2025-07-18T16:30",
        "the zone is that of the base",
    ),
    ("for two hours from 2 p.m. Kyiv time", "2025-07-21T11:00 .. 2025-07-21T13:00", "and of a stretch"),
    ("within 1 day and 12 hours", "2025-07-21 .. 2025-07-23T12:00", "the hours count beside the days"),
    ("a day starting this Friday at 5 p.m.", "2025-07-25T17:00 .. 2025-07-26T17:00", "a day that begins with an hour"),
    ("ten business days after 20 July", "2025-08-01 .. 2025-08-02", "the first of them is Monday 21 July"),
    ("five working days before 20 July", "2025-07-14 .. 2025-07-15", "the first is Friday 18 July"),
]

TWO: list[tuple[str, str, str]] = [
    ("the first or second half of 2025", "2025-01-01 .. 2026-01-01", "the noun told once"),
    ("the first or second week of July", "2025-06-30 .. 2025-07-15", "weeks by their number"),
    ("the second or third Friday of August", "2025-08-08 .. 2025-08-09 | 2025-08-15 .. 2025-08-16", "weekdays"),
    ("the 19th or 20th century", "1800-01-01 .. 2000-01-01", "no 19th of July"),
    ("the second to third quarter of 2025", "2025-04-01 .. 2025-10-01", "a range of them"),
    ("the first and second quarter of 2025", "2025-01-01 .. 2025-07-01", "a list of them"),
    ("night of 23-24 July", "2025-07-23T18:00 .. 2025-07-24T09:00", "23 is no hour"),
    ("from the 28th to 3 August 2025", "2025-07-28 .. 2025-08-04", "the 28th of the month before"),
    ("from Friday to next month", "2025-07-18 .. 2025-09-01", "the Friday is not of next month"),
    ("between now and November 15th", "2025-07-21 .. 2025-11-16", "now does not move"),
    ("Monday to Friday next week", "2025-07-28 .. 2025-08-02", "here both are of that week"),
]

SIGNS: list[tuple[str, str, str]] = [
    ("2025/Q3", "2025-07-01 .. 2025-10-01", "a quarter, not a range up to it"),
    ("2025/H1", "2025-01-01 .. 2025-07-01", "and a half"),
    ("Friday 9 GMT", "2025-07-18T09:00 .. 2025-07-18T09:01", "a number before a zone is an hour"),
    ("Friday 9 Kyiv time", "2025-07-18T06:00 .. 2025-07-18T06:01", "whatever the zone"),
]


@pytest.mark.parametrize(("text", "expected", "why"), [*ONE_IN_ANOTHER, *BESIDE, *COUNTED, *TWO, *SIGNS])
def test_every_piece_counts(text: str, expected: str, why: str) -> None:
    assert shown(read(text).strict) == expected, why


OTHERS: list[tuple[str, str, str, str]] = [
    ("de", "übernächste Woche", "2025-08-04 .. 2025-08-11", "the word stands before"),
    ("de", "am übernächsten Freitag", "2025-08-08 .. 2025-08-09", "of that week"),
    ("de", "vorletzte Woche", "2025-07-07 .. 2025-07-14", "and back"),
    ("de", "die Woche nach Weihnachten", "2024-12-26 .. 2025-01-06", "seven days, or the week of the calendar"),
    ("fr", "la nuit dernière", "2025-07-20T19:00 .. 2025-07-21T05:00", "the word stands behind"),
    ("fr", "vendredi soir prochain", "2025-08-01T17:00 .. 2025-08-02", "it speaks of the Friday"),
    ("fr", "le lundi après Pâques", "2025-04-21 .. 2025-04-22", "Easter Monday"),
]


@pytest.mark.parametrize(("lang", "text", "expected", "why"), OTHERS)
def test_every_piece_counts_in_other_languages(lang: str, text: str, expected: str, why: str) -> None:
    assert shown(read(text, lang=lang).strict) == expected, why


NO_FIT: Final = "its parts do not fit together: they name different times"
UNPLACED: list[tuple[str, str, str]] = [
    ("next month, October", NO_FIT, "next month is August"),
    ("next month 2024", NO_FIT, "and of this year"),
    ("this year 2024", NO_FIT, "this year is 2025"),
    ("this Friday last year", NO_FIT, "which Friday of it?"),
    ("20 July 2025 this week", NO_FIT, "20 July was a Sunday, in the week before"),
    ("tomorrow next month", NO_FIT, "tomorrow is in July"),
    ("two days ago 2024", NO_FIT, "two days ago was in 2025"),
    ("Friday, Christmas", NO_FIT, "that was a Wednesday"),
    ("the first Friday of Easter", NO_FIT, "Easter is a Sunday"),
    ("the 13th of 2025", "a day by its number (13), but no month", "twelve of them"),
    ("Friday in the 1990s", "a weekday, but nothing says of which week", "five hundred of them"),
    ("last Monday of 23 July", "a day of the month, and an ordinal beside it", "a day has no Mondays"),
    ("the weekend of July", "it holds more than one weekend, and nothing says which", "four of them"),
    (
        "March of fiscal year 2024",
        "a part of a fiscal year, of which nobody knows when it begins",
        "of either year",
    ),
    ("from Friday to July", "the range ends before it begins", "Friday is in July itself"),
]


@pytest.mark.parametrize(("text", "reason", "why"), UNPLACED)
def test_pieces_that_do_not_fit_say_so(text: str, reason: str, why: str) -> None:
    with pytest.raises(UnreadError) as caught:
        read(text)
    assert str(caught.value) == reason, why


NO_TIME: list[tuple[str, str]] = [
    ("twenty-third", "of which month? No range from twenty to a third"),
    ("the fortnight of 20 July", "nobody knows when it begins"),
    ("Friday the first Monday of June", "two weekdays"),
    ("the first week of the second month", "two ordinals"),
    ("tomorrow tonight", "two days"),
]


@pytest.mark.parametrize(("text", "why"), NO_TIME)
def test_half_a_time_is_none(text: str, why: str) -> None:
    assert read_time(text, Settings(said=MONDAY, kind="time")) is None, why


HELD: Final = (
    "23 July",
    "Friday",
    "tomorrow",
    "Q3",
    "July",
    "this month",
    "next week",
    "week 31",
    "two days ago",
    "today",
)
HOLDING: Final = (
    "2025",
    "2024",
    "this year",
    "last year",
    "next month",
    "this quarter",
    "summer",
    "July 2025",
    "the 1990s",
)


@pytest.mark.parametrize("said", [MONDAY, AT_NOON])
@pytest.mark.parametrize("modality", ["fact", "plan"])
def test_a_part_lies_in_its_whole(said: date, modality: Modality) -> None:
    """Whatever "A of B" is read as lies in B, if B is a time by itself."""
    settings = Settings(said=said, kind="time", modality=modality)
    n_read = 0
    for part, whole in product(HELD, HOLDING):
        try:
            value = read_time(f"{part} of {whole}", settings)
        except UnreadError:
            continue
        if value is not None:
            outer = read(whole, said=said, modality=modality)
            assert value.strict & outer.loose == value.strict, f"{part} of {whole}: {shown(value.strict)}"
            n_read += 1
    assert n_read >= 30

"""The civil calendar against the standard library and dateutil, where these reach.

Beyond their years it repeats every 400 years; feasts are computed by other published rules than the library's.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from dateutil import easter as dateutil_easter
from hypothesis import given
from hypothesis import strategies as st

from conflicts.values.calendar import (
    add_months,
    civil,
    day_number,
    easter,
    is_date,
    is_leap,
    islamic_day,
    iso_week,
    monday,
    month_length,
    month_start,
    nth_weekday,
    orthodox_easter,
    week_start,
    weekday,
    weeks_in,
)

EPOCH = date(1970, 1, 1).toordinal()
DAYS = st.dates().map(lambda day: day.toordinal() - EPOCH)
ANY_DAY = st.integers(-(10**12), 10**12)


@given(DAYS)
def test_days_agree_with_datetime(day: int) -> None:
    known = date.fromordinal(day + EPOCH)
    assert civil(day) == (known.year, known.month, known.day)
    assert weekday(day) == known.isoweekday()
    assert iso_week(day) == tuple(known.isocalendar())[:2]


@given(ANY_DAY)
def test_every_day_has_one_date(day: int) -> None:
    assert day_number(*civil(day)) == day
    assert is_date(*civil(day))


@given(ANY_DAY)
def test_weeks_hold_their_days(day: int) -> None:
    year, week = iso_week(day)
    assert week_start(year, week) == monday(day) <= day < monday(day) + 7
    assert 1 <= week <= weeks_in(year)


@given(st.integers(-(10**6), 10**6), st.integers(-30, 30))
def test_months_follow_each_other(year: int, month: int) -> None:
    first = month_start(year, month)
    known_year, known_month, day = civil(first)
    assert day == 1
    assert month_start(year, month + 1) - first == month_length(known_year, known_month)


@given(DAYS, st.integers(-600, 600))
def test_adding_months_keeps_the_day_where_it_can(day: int, months: int) -> None:
    year, month, of_month = civil(day)
    later_year, later_month, later = civil(add_months(day, months))
    assert (later_year * 12 + later_month) - (year * 12 + month) == months
    assert later == min(of_month, month_length(later_year, later_month))


@given(st.integers(1583, 4099))
def test_easter_agrees_with_dateutil(year: int) -> None:
    assert easter(year) == dateutil_easter.easter(year).toordinal() - EPOCH
    assert orthodox_easter(year) == dateutil_easter.easter(year, dateutil_easter.EASTER_ORTHODOX).toordinal() - EPOCH


@given(DAYS, st.integers(1, 7), st.integers(1, 5))
def test_nth_weekday_is_the_nth(day: int, wanted: int, nth: int) -> None:
    year, month, _ = civil(day)
    first, end = month_start(year, month), month_start(year, month + 1)
    brute = [other for other in range(first, end) if weekday(other) == wanted]
    assert nth_weekday(first, end, wanted, nth) == (brute[nth - 1] if nth <= len(brute) else None)
    assert nth_weekday(first, end, wanted, -1) == brute[-1]


def test_leap_years() -> None:
    assert [is_leap(year) for year in (0, 4, 100, 400, 1900, 2000, 2024, 2025)] == [
        True, True, False, True, False, True, True, False,
    ]  # fmt: skip


def test_islamic_months_begin_near_the_days_observed() -> None:
    observed = {(1445, 9): (2024, 3, 11), (1446, 9): (2025, 3, 1), (1446, 10): (2025, 3, 30), (1444, 12): (2023, 6, 19)}
    for (year, month), day in observed.items():
        assert abs(islamic_day(year, month, 1) - day_number(*day)) <= 1


CYCLE: Final = 146_097
"""Days in 400 years: 400 · 365 and a leap day in 97 of them."""
FROM: Final = date(2000, 1, 1).toordinal()
SAMPLE: Final = sorted(
    {*range(FROM, FROM + CYCLE, 97)}
    | {date(year, month, day).toordinal() for year in (2000, 2001, 2003, 2004, 2096, 2100, 2104, 2199, 2200, 2300, 2399)
       for month, day in ((1, 1), (2, 28), (3, 1), (12, 31), (7, 31), (8, 1))}
    | {date(year, 2, 29).toordinal() for year in (2000, 2004, 2096, 2396)}
)  # fmt: skip


@pytest.mark.parametrize("cycles", [-40, -6, -5, 0, 19, 20, 100])
def test_the_calendar_repeats_every_400_years(cycles: int) -> None:
    for ordinal in SAMPLE:
        known = date.fromordinal(ordinal)
        day = ordinal - EPOCH + cycles * CYCLE
        year = known.year + 400 * cycles
        assert civil(day) == (year, known.month, known.day)
        assert day_number(year, known.month, known.day) == day
        assert weekday(day) == known.isoweekday()
        assert monday(day) == day - known.weekday()
        iso = known.isocalendar()
        assert iso_week(day) == (iso.year + 400 * cycles, iso.week)
        assert is_leap(year) is (known.year % 4 == 0 and known.year not in {2100, 2200, 2300})


def test_the_first_and_last_days_of_the_standard_library() -> None:
    first, last = 1 - EPOCH, date.max.toordinal() - EPOCH
    assert [civil(first + k) for k in (-1, 0, 1)] == [(0, 12, 31), (1, 1, 1), (1, 1, 2)]
    assert [civil(last + k) for k in (-1, 0, 1)] == [(9999, 12, 30), (9999, 12, 31), (10000, 1, 1)]
    assert [day_number(0, 12, 31), day_number(1, 1, 1)] == [first - 1, first]
    assert [day_number(9999, 12, 31), day_number(10000, 1, 1)] == [last, last + 1]


LENGTHS: Final = {1: 31, 2: 28, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}


@pytest.mark.parametrize("year", [-4, -1, 0, 1, 1900, 2000, 2023, 2024, 2100, 9999, 10_000, 12_001])
def test_months(year: int) -> None:
    start = day_number(year)
    leaps = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    for month, usual in LENGTHS.items():
        length = usual + (month == 2 and leaps)
        assert month_length(year, month) == length
        assert (
            month_start(year, month) == start == month_start(year - 1, month + 12) == month_start(year + 2, month - 24)
        )
        assert [is_date(year, month, day) for day in (0, 1, length, length + 1)] == [False, True, True, False]
        start += length
    assert month_start(year + 1, 1) == start
    assert not is_date(year, 0, 1)
    assert not is_date(year, 13, 1)


def later(day: date, months: int) -> date:
    """The day of the month so many months on, or the last one there."""
    count = day.year * 12 + day.month - 1 + months
    of_month = day.day
    while True:
        try:
            return date(count // 12, count % 12 + 1, of_month)
        except ValueError:
            of_month -= 1


@pytest.mark.parametrize("months", [-25, -13, -12, -11, -1, 0, 1, 2, 11, 12, 13, 25, 48])
def test_months_later(months: int) -> None:
    for day in (date(2024, 1, 31), date(2024, 2, 29), date(2025, 12, 31), date(2025, 12, 1), date(2023, 8, 30)):
        assert add_months(day.toordinal() - EPOCH, months) == later(day, months).toordinal() - EPOCH


def test_weeks_of_every_year() -> None:
    for year in range(1, 9999, 7):
        last = date(year, 12, 28).isocalendar().week
        assert weeks_in(year) == last
        for week in (1, 2, last):
            assert week_start(year, week) == date.fromisocalendar(year, week, 1).toordinal() - EPOCH


@pytest.mark.parametrize("nth", [-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6])
def test_the_nth_weekday_from_either_end(nth: int) -> None:
    for year, month in ((2025, 2), (2024, 2), (2025, 6), (2025, 8), (2025, 12)):
        first = date(year, month, 1).toordinal() - EPOCH
        end = first + month_length(year, month)
        for wanted in range(1, 8):
            days = [day for day in range(first, end) if date.fromordinal(day + EPOCH).isoweekday() == wanted]
            expected = (days[nth - 1] if nth > 0 else days[nth]) if abs(nth) <= len(days) else None
            assert nth_weekday(first, end, wanted, nth) == expected
    assert nth_weekday(10, 10, 3, nth) is None, "among no days"


def gauss_easter(year: int) -> tuple[int, int]:
    """The month and day of Western Easter by the rule of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    x = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * x) // 451
    month, day = divmod(h + x - 7 * m + 114, 31)
    return month, day + 1


def julian_day(year: int, month: int, day: int) -> int:
    """The day number of a date of the Julian calendar, by counting its years of 365 days and a quarter."""
    lengths = [31, 29 if year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    before = sum(lengths[: month - 1]) + day - 1
    return (year - 1) * 365 + (year - 1) // 4 + before - 719_164


def julian_easter(year: int) -> tuple[int, int]:
    """The month and day of Easter in the Julian calendar, by the rule of Meeus."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return month, day + 1


def test_the_julian_calendar_of_these_tests_is_right() -> None:
    assert julian_day(1582, 10, 4) + 1 == date(1582, 10, 15).toordinal() - EPOCH
    assert julian_day(1917, 10, 25) == date(1917, 11, 7).toordinal() - EPOCH


@pytest.mark.parametrize("start", [1583, 1700, 1900, 2000, 2200, 4100, 9900])
def test_easter(start: int) -> None:
    for year in range(start, start + 100):
        assert civil(easter(year))[1:] == gauss_easter(year), year
        assert weekday(easter(year)) == weekday(orthodox_easter(year)) == 7
        assert orthodox_easter(year) == julian_day(year, *julian_easter(year)), year


LEAPS: Final = {2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29}
"""The leap years of the thirty in the commonest of the tabular Islamic calendars."""


def test_the_tabular_islamic_calendar() -> None:
    day = julian_day(622, 7, 16)
    for year in range(1, 1500):
        for month in range(1, 13):
            if year > 1320 or year < 40:
                assert islamic_day(year, month, 1) == day, (year, month)
                assert islamic_day(year, month, 17) == day + 16
            is_long = month % 2 == 1 or (month == 12 and year % 30 in LEAPS)
            day += 30 if is_long else 29

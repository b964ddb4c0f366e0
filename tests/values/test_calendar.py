"""The civil calendar against the standard library and dateutil, where these reach."""

from __future__ import annotations

from datetime import date

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

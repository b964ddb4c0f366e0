"""The civil calendar on plain integers: proleptic Gregorian, any year, no time zone, no clock.

Days are counted from 1970-01-01 (day 0) and seconds from its midnight. Year 0 is 1 BC, year -43 is 44 BC.
The day count is the well-known 400-year-era arithmetic (146,097 days an era, the year taken to begin in March).
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final

DAY: Final = 86_400
HOUR: Final = 3_600
MINUTE: Final = 60
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

_ERA_DAYS: Final = 146_097
_EPOCH: Final = 719_468
"""Days from 1 March of year 0 to 1 January 1970."""

_FIRST, _LAST = date.min.year, date.max.year
"""The years that the standard library counts, in C."""
_ORDINAL: Final = date(1970, 1, 1).toordinal()
_FIRST_DAY, _LAST_DAY = date.min.toordinal() - _ORDINAL, date.max.toordinal() - _ORDINAL
_MONTH_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether `year` has a 29 February.

    >>> is_leap(2000), is_leap(1900), is_leap(2024), is_leap(0)
    (True, False, True, True)
    """
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """The number of days of `month` (1 to 12) in `year`.

    >>> month_length(2024, 2), month_length(2025, 2)
    (29, 28)
    """
    return 29 if month == 2 and is_leap(year) else _MONTH_DAYS[month - 1]


def is_date(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this date.

    >>> is_date(2025, 2, 29), is_date(2024, 2, 29), is_date(2024, 13, 1)
    (False, True, False)
    """
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def day_of(moment: date) -> int:
    """The day number of a date, or of the date of a datetime.

    >>> day_of(date(2025, 7, 23))
    20292
    """
    return moment.toordinal() - _ORDINAL


def date_of(day: int) -> date | None:
    """The date of a day number, None outside the years that the standard library counts.

    >>> date_of(20292), date_of(10**7)
    (datetime.date(2025, 7, 23), None)
    """
    return date.fromordinal(day + _ORDINAL) if _FIRST_DAY <= day <= _LAST_DAY else None


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """The count of days from 1970-01-01 to the given date; the date must exist.

    >>> day_number(1970, 1, 1), day_number(2025, 7, 23), day_number(-43, 3, 15)
    (0, 20292, -735160)
    """
    if _FIRST <= year <= _LAST:
        return date(year, month, day).toordinal() - _ORDINAL
    if month <= 2:
        year -= 1
        month += 12
    era, of_era = divmod(year, 400)
    of_year = (153 * (month - 3) + 2) // 5 + day - 1
    return era * _ERA_DAYS + of_era * 365 + of_era // 4 - of_era // 100 + of_year - _EPOCH


def dated(year: int, month: int, day: int) -> int | None:
    """The day number of a date, None where the calendar has no such date.

    >>> dated(2025, 7, 23), dated(2025, 2, 29)
    (20292, None)
    """
    if not _FIRST <= year <= _LAST:
        return day_number(year, month, day) if is_date(year, month, day) else None
    try:
        return date(year, month, day).toordinal() - _ORDINAL
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def civil(day: int) -> tuple[int, int, int]:
    """The (year, month, day) of a day number; kept, for the days around today come again and again.

    >>> civil(20292), civil(-1)
    ((2025, 7, 23), (1969, 12, 31))
    """
    known = date_of(day)
    if known is not None:
        return known.year, known.month, known.day
    era, of_era = divmod(day + _EPOCH, _ERA_DAYS)
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return era * 400 + year + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1


def weekday(day: int) -> int:
    """The ISO weekday of a day number, Monday 1 to Sunday 7.

    >>> weekday(0), weekday(day_number(2025, 7, 23))
    (4, 3)
    """
    return (day + 3) % 7 + 1


def monday(day: int) -> int:
    """The day number of the Monday of the ISO week that holds `day`.

    >>> civil(monday(day_number(2025, 7, 20)))
    (2025, 7, 14)
    """
    return day - (day + 3) % 7


def iso_week(day: int) -> tuple[int, int]:
    """The ISO 8601 (year, week) of a day number; the week belongs to the year of its Thursday.

    >>> iso_week(day_number(2021, 1, 3)), iso_week(day_number(2018, 12, 31))
    ((2020, 53), (2019, 1))
    """
    thursday = monday(day) + 3
    year = civil(thursday)[0]
    return year, (thursday - day_number(year)) // 7 + 1


def week_start(year: int, week: int) -> int:
    """The day number of the Monday of an ISO week.

    >>> civil(week_start(2025, 30)), civil(week_start(2019, 1))
    ((2025, 7, 21), (2018, 12, 31))
    """
    return monday(day_number(year, 1, 4)) + 7 * (week - 1)


def weeks_in(year: int) -> int:
    """The number of ISO weeks of `year`, 52 or 53.

    >>> weeks_in(2020), weeks_in(2025)
    (53, 52)
    """
    return (week_start(year + 1, 1) - week_start(year, 1)) // 7


def month_start(year: int, month: int) -> int:
    """The first day of a month; months beyond 1 to 12 run into the years around.

    >>> civil(month_start(2025, 13)), civil(month_start(2025, 0))
    ((2026, 1, 1), (2024, 12, 1))
    """
    years, month = divmod(month - 1, 12)
    return day_number(year + years, month + 1)


def add_months(day: int, months: int) -> int:
    """The same day of the month, `months` later; the last day of a shorter month where there is none.

    >>> civil(add_months(day_number(2025, 1, 31), 1))
    (2025, 2, 28)
    """
    year, month, of_month = civil(day)
    years, month = divmod(month - 1 + months, 12)
    year, month = year + years, month + 1
    return day_number(year, month, min(of_month, month_length(year, month)))


def nth_weekday(first: int, end: int, wanted: int, nth: int) -> int | None:
    """The `nth` (from 1; from the end if negative) `wanted` ISO weekday among the days [first, end), or None.

    >>> july, august = day_number(2025, 7), day_number(2025, 8)
    >>> civil(nth_weekday(july, august, 5, 1)), civil(nth_weekday(july, august, 4, -1))
    ((2025, 7, 4), (2025, 7, 31))
    """
    if nth > 0:
        found = first + (wanted - weekday(first)) % 7 + 7 * (nth - 1)
    else:
        found = end - 1 - (weekday(end - 1) - wanted) % 7 + 7 * (nth + 1)
    return found if first <= found < end else None


def easter(year: int) -> int:
    """The day number of Western Easter Sunday (Gregorian computus, any year).

    >>> civil(easter(2025)), civil(easter(2024))
    ((2025, 4, 20), (2024, 3, 31))
    """
    golden = year % 19
    century = year // 100
    skipped = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - skipped + 15) % 30
    epact -= epact // 28 * (1 - 29 // (epact + 1) * ((21 - golden) // 11))
    step = (year + year // 4 + epact + 2 - century + century // 4) % 7
    offset = epact - step
    month = 3 + (offset + 40) // 44
    return day_number(year, month, offset + 28 - 31 * (month // 4))


def orthodox_easter(year: int) -> int:
    """The day number of Orthodox Easter Sunday (Julian computus, told in the Gregorian calendar).

    >>> civil(orthodox_easter(2024))
    (2024, 5, 5)
    """
    moon = (19 * (year % 19) + 15) % 30
    offset = moon - (year + year // 4 + moon) % 7
    month = 3 + (offset + 40) // 44
    day = offset + 28 - 31 * (month // 4)
    return day_number(year, month, day) + year // 100 - year // 400 - 2


def islamic_day(year: int, month: int, day: int) -> int:
    """The day number of a date in the tabular Islamic calendar; sightings of the moon can move it by a day or two.

    >>> civil(islamic_day(1446, 9, 1))
    (2025, 3, 1)
    """
    months = 29 * (month - 1) + month // 2
    return day + months + (year - 1) * 354 + (3 + 11 * year) // 30 + 1_948_439 - 2_440_588

"""Intervals of the axes "time" and "duration" in plain English words that read back to exactly the same interval.

The words name whole years, months and days where the bounds fall on them, else clock times as coarse as they can be::

    the year 2025 · June 2025 · 23 July 2025 · from 21 July 2025 to 27 July 2025 · exactly 21:05 on 23 July 2025
    no earlier than 23 July 2025 and before 12:00 on 24 July 2025 · after exactly 21:00 on 23 July 2025 · before 2026

Instants are told in UTC and say so at the end.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from conflicts.values.bounds import HIGHEST, LOWEST, Bound, Interval, Number
from conflicts.values.calendar import DAY, HOUR, MINUTE, MONTHS, civil, day_number

_UTC: Final = " UTC"
_IN_YEARS: Final = re.compile(r"P\d+[YM]")
_YEAR: Final = (365 * DAY, 366 * DAY)
_LONG: Final = (
    # A unit, the shortest and the longest that one can be.
    ("century", "centuries", 36524 * DAY, 36525 * DAY),
    ("decade", "decades", 3652 * DAY, 3653 * DAY),
    ("year", "years", *_YEAR),
    ("month", "months", 28 * DAY, 31 * DAY),
)


def time_words(interval: Interval, *, zoned: bool = False) -> str:
    """The words of an interval on the time axis, of a floating clock or (`zoned`) of UTC.

    >>> day = day_number(2025, 7, 23) * DAY
    >>> time_words(((day, 0), (day + DAY, -1)))
    '23 July 2025'
    >>> time_words(((day, 0), HIGHEST), zoned=True)
    'no earlier than 23 July 2025 UTC'
    """
    lo, hi = interval
    suffix = _UTC if zoned else ""
    if lo == LOWEST and hi == HIGHEST:
        return "any time"
    if hi == HIGHEST:
        return _from(lo, suffix)
    if lo == LOWEST:
        return _to(hi, suffix)
    if lo == hi:
        return f"the instant {_moment(lo[0])}{suffix}"
    if lo[1] == 0 and hi[1] == -1:
        whole = _whole(lo[0], hi[0], suffix)
        if whole:
            return whole
    return f"{_from(lo, suffix)} and {_to(hi, suffix)}"


def _from(lo: Bound, suffix: str) -> str:
    number, side = lo
    return f"after {_moment(number)}{suffix}" if side > 0 else f"no earlier than {_edge(number)}{suffix}"


def _to(hi: Bound, suffix: str) -> str:
    number, side = hi
    return f"no later than {_moment(number)}{suffix}" if side == 0 else f"before {_edge(number)}{suffix}"


def _whole(lo: Number, hi: Number, suffix: str) -> str | None:
    """The interval as whole years, months, days or one minute or second, or None."""
    if lo % DAY or hi % DAY:
        if hi - lo == MINUTE and lo % MINUTE == 0:
            return f"exactly {_clock(lo % DAY)} on {_day(int(lo // DAY))}{suffix}"
        if hi - lo == 1 and lo % 1 == 0:
            return f"exactly {_seconds(lo % DAY)} on {_day(int(lo // DAY))}{suffix}"
        return None
    first, end = int(lo // DAY), int(hi // DAY)
    (year, month, day), (last_year, last_month, last_day) = civil(first), civil(end)
    if month == day == last_month == last_day == 1:
        if last_year == year + 1:
            return f"the year {_year(year)}{suffix}"
        return f"from the year {_year(year)} to the year {_year(last_year - 1)}{suffix}"
    if day == last_day == 1:
        last = civil(end - 1)
        if (year, month) == last[:2]:
            return f"{_month(year, month)}{suffix}"
        return f"from {_month(year, month)} to {_month(last[0], last[1])}{suffix}"
    if end == first + 1:
        return f"{_day(first)}{suffix}"
    return f"from {_day(first)} to {_day(end - 1)}{suffix}"


def _edge(number: Number) -> str:
    """The coarsest thing that begins at `number`: a day, a minute, a moment."""
    if number % DAY == 0:
        year, month, day = civil(int(number // DAY))
        return f"the year {_year(year)}" if month == day == 1 else _day(day_number(year, month, day))
    return _moment(number)


def _moment(number: Number) -> str:
    """A moment told so that it is its own start: "21:05 on 23 July 2025"."""
    of_day = number % DAY
    clock = _clock(of_day) if of_day % MINUTE == 0 else _seconds(of_day)
    return f"exactly {clock} on {_day(int(number // DAY))}"


def _clock(of_day: Number) -> str:
    minutes = int(of_day // MINUTE)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _seconds(of_day: Number) -> str:
    whole = int(of_day // 1)
    text = f"{whole // HOUR:02d}:{whole % HOUR // MINUTE:02d}:{whole % MINUTE:02d}"
    rest = of_day - whole
    return text + (_decimals(Fraction(rest)) if rest else "")


def _decimals(rest: Fraction) -> str:
    """A part of one as decimals where they end, else as a fraction: ".5", " 1/3"."""
    below, places = rest.denominator, 0
    for prime in (2, 5):
        count = 0
        while below % prime == 0:
            below //= prime
            count += 1
        places = max(places, count)
    if below > 1 or places > 12:
        return f" {rest.numerator}/{rest.denominator}"
    return f".{rest.numerator * 10**places // rest.denominator:0{places}d}"


def _year(year: int) -> str:
    if year < 1:
        return f"{1 - year} BC"
    return f"AD {year}" if year < 1000 else str(year)


def _month(year: int, month: int) -> str:
    return f"{MONTHS[month - 1]} {_year(year)}"


def _day(number: int) -> str:
    year, month, day = civil(number)
    return f"{day} {MONTHS[month - 1]} {_year(year)}"


def duration_words(interval: Interval, timex: str | None = None) -> str:
    """The words of an interval on the duration axis, whose numbers are seconds.

    Months and years differ in length: what is said of them runs from their shortest to their longest, and is told in
    them again; so many of them by themselves only where `timex` says that they were printed ("P5Y").

    >>> duration_words(((5400, 0), (7200, 0))), duration_words(((7200, 0), HIGHEST)), duration_words(((90, 0), (90, 0)))
    ('between 1 hour 30 minutes and 2 hours', 'at least 2 hours', 'exactly 1 minute 30 seconds')
    >>> duration_words(((1825 * DAY, 0), (3660 * DAY, 0))), duration_words(((14 * DAY, 0), (45 * DAY, 0)), "P1M")
    ('between 5 and 10 years', '1 month')
    """
    lo, hi = interval
    if lo == LOWEST and hi == HIGHEST:
        return "any length of time"
    if lo == hi:
        return f"exactly {_length(lo[0])}"
    if lo != LOWEST and hi != HIGHEST and lo[1] == 0 and hi[1] == 0:
        is_long = timex is not None and _IN_YEARS.fullmatch(timex) is not None
        long = _counted(lo[0], hi[0]) if is_long else None
        return long or _between_years(lo[0], hi[0]) or f"between {_length(lo[0])} and {_length(hi[0])}"
    words = []
    if lo != LOWEST:
        length = _years(lo[0], _YEAR[0]) or _length(lo[0])
        words.append(f"at least {length}" if lo[1] == 0 else f"more than exactly {length}")
    if hi != HIGHEST:
        length = _years(hi[0], _YEAR[1]) or _length(hi[0])
        words.append(f"at most {length}" if hi[1] == 0 else f"less than exactly {length}")
    return " and ".join(words)


def _counted(lo: Number, hi: Number) -> str | None:
    """The plain number of months, years, decades or centuries that reads as this interval, or None."""
    for one, many, shortest, longest in _LONG:
        count = Fraction(lo + hi) / (shortest + longest)
        if count.denominator == 1 and count > 0:
            half = _rounded(count.numerator, shortest)
            if (count * shortest - half, count * longest + half) == (lo, hi):
                return f"{count} {one if count == 1 else many}"
    return None


def _between_years(lo: Number, hi: Number) -> str | None:
    """From so many of the shortest years to so many of the longest, or None."""
    first, last = _years(lo, _YEAR[0]), _years(hi, _YEAR[1])
    if first is None or last is None:
        return None
    if first == last:
        return f"exactly {first}"
    return f"between {first.split()[0]} and {last}"


def _years(seconds: Number, size: int) -> str | None:
    """A length as whole years of so many seconds, or None."""
    return _count(Fraction(seconds) / size, "year") if seconds > 0 and seconds % size == 0 else None


def _rounded(count: int, size: int) -> Fraction:
    """Half of the last place of so many that is no nought, at most a twentieth of them, and at least half of one."""
    place = 1
    while count % (place * 10) == 0:
        place *= 10
    half = Fraction(size, 2)
    return half if place == 1 else min(place * half, max(Fraction(count * size, 20), half))


def _length(seconds: Number) -> str:
    """A length as days, hours, minutes and seconds, the zeros left out."""
    if seconds < 0:
        return f"-{_count(Fraction(-seconds), 'second')}"
    words = []
    left = Fraction(seconds)
    for size, name in ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute")):
        count = left // size
        if count:
            words.append(_count(Fraction(count), name))
            left -= count * size
    if left or not words:
        words.append(_count(left, "second"))
    return " ".join(words)


def _count(count: Fraction, unit: str) -> str:
    plural = "" if count == 1 else "s"
    if count.denominator == 1:
        return f"{count.numerator} {unit}{plural}"
    whole = count.numerator // count.denominator
    text = _decimals(count - whole)
    if text.startswith("."):
        return f"{whole}{text} {unit}s"
    return f"{count.numerator}/{count.denominator} {unit}s"

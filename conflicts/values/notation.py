"""Times in the notations that machines exchange: TIMEX3 and EDTF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from conflicts.values.bounds import HIGHEST, INFINITY, LOWEST, Bound, Interval
from conflicts.values.calendar import DAY, HOUR, MINUTE, civil, iso_week, weekday

if TYPE_CHECKING:
    from conflicts.values.value import Value

_EDTF_DATE: Final = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_LONGEST_YEARS: Final = {10: 1, 100: 2, 1000: 3}


def to_timex3(value: Value) -> str | None:
    """The value as TIMEX3 writes it, or None where it has no such form.

    What the text said is kept ("2025-W30", "PAST_REF", "P2W"); a value without text is written from its strict set.
    Alternatives ("Wednesday or Thursday") have no TIMEX3 value.

    >>> from conflicts.values.extent import Extent
    >>> from conflicts.values.value import Value
    >>> day = Extent.half_open(20292 * DAY, 20293 * DAY)
    >>> to_timex3(Value("time", day, day, "floating"))
    '2025-07-23'
    """
    if value.timex is not None:
        return None if "|" in value.timex else value.timex
    if value.axis == "duration":
        return _length(value)
    if value.axis != "time" or len(value.strict.intervals) != 1 or not value.is_on_line:
        return None
    lo, hi = value.strict.intervals[0]
    if lo[0] == -INFINITY or hi[0] == INFINITY or hi[1] != -1:
        return None
    period = _period(lo, hi)
    if period:
        return period
    if hi[0] - lo[0] == 7 * DAY and lo[0] % DAY == 0 and weekday(int(lo[0] // DAY)) == 1:
        year, week = iso_week(int(lo[0] // DAY))
        return f"{year:04d}-W{week:02d}"
    if hi[0] - lo[0] == MINUTE and lo[0] % MINUTE == 0:
        return _moment(lo, "Z" if value.clock == "zoned" else "", with_seconds=False)
    return None


def _length(value: Value) -> str | None:
    if not value.strict.is_point:
        return None
    seconds = value.strict.lo[0]
    if seconds % 1 or seconds < 0:
        return None
    whole = int(seconds)
    days, hours, minutes, left = whole // DAY, whole % DAY // HOUR, whole % HOUR // MINUTE, whole % MINUTE
    clock = "".join(f"{count}{letter}" for count, letter in ((hours, "H"), (minutes, "M"), (left, "S")) if count)
    return (
        "P"
        + (f"{days}D" if days else "")
        + (f"T{clock}" if clock or not days else "")
        + ("0S" if not (days or clock) else "")
    )


def to_edtf(value: Value) -> str | None:
    """The value in the Extended Date/Time Format (ISO 8601-2:2019, levels 0 to 2), or None where it has no such form.

    A week is written as the interval of its days, several days of which one is meant as a one-of set, an open bound as
    "..". The strict set is what is written; what only the loose set allows is not.

    >>> from conflicts.values.extent import Extent
    >>> from conflicts.values.value import Value
    >>> week = Extent.half_open(20290 * DAY, 20297 * DAY)
    >>> to_edtf(Value("time", week, week, "floating"))
    '2025-07-21/2025-07-27'
    """
    if value.axis != "time" or not value.is_on_line:
        return None
    suffix = "Z" if value.clock == "zoned" else ""
    if value.timex and "|" in value.timex:
        parts = value.timex.split("|")
        if all(_EDTF_DATE.fullmatch(part) for part in parts) and not suffix:
            return f"[{','.join(sorted(parts))}]"
    written = [_written(interval, suffix) for interval in value.strict.intervals]
    if any(text is None for text in written):
        return None
    if len(written) == 1:
        return written[0]
    members = [text for text in written if text is not None]
    return (
        None
        if any("T" in text for text in members)
        else f"[{','.join(text.replace('/', '..') for text in members)}]".replace("....", "..")
    )


def _written(interval: Interval, suffix: str) -> str | None:
    lo, hi = interval
    if lo == LOWEST and hi == HIGHEST:
        return "../.."
    if lo != LOWEST and hi != HIGHEST:
        if lo == hi:
            return _moment(lo, suffix, with_seconds=True)
        if hi[1] != -1:
            return None
        period = _period(lo, hi) if not suffix else None
        if period and not period.startswith("BC"):
            return period
    start = ".." if lo == LOWEST else _start(lo, suffix)
    end = ".." if hi == HIGHEST else _end(hi, suffix)
    return f"{start}/{end}" if start and end else None


def _start(lo: Bound, suffix: str) -> str | None:
    if lo[1] != 0:
        return None
    if lo[0] % DAY == 0 and not suffix:
        return _date(int(lo[0] // DAY))
    return _moment(lo, suffix, with_seconds=True)


def _end(hi: Bound, suffix: str) -> str | None:
    if hi[1] == 0:
        return None
    if hi[0] % 1:
        return None
    if hi[0] % DAY == 0 and not suffix:
        return _date(int(hi[0] // DAY) - 1)
    return _moment((hi[0] - 1, 0), suffix, with_seconds=True)


def _period(lo: Bound, hi: Bound) -> str | None:
    """A day, month, year, decade or century as one date, or None."""
    if lo[0] % DAY or hi[0] % DAY or lo[1] != 0:
        return None
    first, end = int(lo[0] // DAY), int(hi[0] // DAY)
    if end == first + 1:
        return _date(first)
    (year, month, day), (last_year, last_month, last_day) = civil(first), civil(end)
    if day != 1 or last_day != 1:
        return None
    if (last_year - year) * 12 + last_month - month == 1:
        return f"{_year(year)}-{month:02d}"
    if month == last_month == 1:
        if last_year - year == 1:
            return _year(year)
        masked = _LONGEST_YEARS.get(last_year - year)
        if masked and 0 <= year <= 9999 and year % (last_year - year) == 0:
            return f"{year:04d}"[:-masked] + "X" * masked
    return None


def _year(year: int) -> str:
    if 0 <= year <= 9999:
        return f"{year:04d}"
    return f"-{-year:04d}" if -9999 <= year < 0 else f"Y{year}"


def _date(number: int) -> str | None:
    year, month, day = civil(number)
    return f"{_year(year)}-{month:02d}-{day:02d}"


def _moment(at: Bound, suffix: str, *, with_seconds: bool) -> str | None:
    if at[0] % 1:
        return None
    day, second = divmod(int(at[0]), DAY)
    seconds = f":{second % MINUTE:02d}" if with_seconds else ""
    return f"{_date(day)}T{second // HOUR:02d}:{second % HOUR // MINUTE:02d}{seconds}{suffix}"

"""What a day, a weekday or an ordinal picks inside a period: "the first Friday of", "the last four months of"."""

from __future__ import annotations

from typing import Final

from conflicts.errors import UnreadError
from conflicts.reading.time.periods import Span, unit_span
from conflicts.reading.time.spec import Spec
from conflicts.values.calendar import add_months, civil, monday, nth_weekday, weekday

_MOST_DAYS: Final = 400
_SATURDAY: Final = 6
_YEARS_IN_A_FOURTH: Final = 25
"""Of a century; those of a decade are no whole years."""


def within(spec: Spec, frame: Span) -> list[Span]:
    """What the day, weekday or ordinal pieces pick inside a frame."""
    lo, hi = frame
    if spec.nth is not None and spec.day is not None:
        raise UnreadError("a day of the month, and an ordinal beside it")
    if spec.nth is not None and spec.nth_unit == "weekday" and spec.weekday is not None:
        found = nth_weekday(lo, hi, spec.weekday, spec.nth)
        return [] if found is None else [(found, found + 1)]
    if spec.nth is not None and spec.nth_unit:
        return _nth(spec, frame)
    if spec.day is not None:
        return _of_month(spec.day, spec.weekday, frame)
    if spec.weekday is not None:
        first = lo + (spec.weekday - weekday(lo)) % 7
        return [(day, day + 1) for day in range(first, min(hi, first + 7 * 60), 7)]
    return [frame]


def _fourths(nth: int, count: int, frame: Span) -> list[Span]:
    """ "The last quarter of the century": twenty-five years."""
    first = nth - 1 if nth > 0 else 5 + nth - count
    years = (civil(frame[1])[0] - civil(frame[0])[0]) // 4
    if not 0 <= first <= first + count <= 4 or years != _YEARS_IN_A_FOURTH:
        raise UnreadError("a quarter of a period that has no quarters of whole years")
    start = add_months(frame[0], 12 * years * first)
    return [(start, add_months(start, 12 * years * count))]


def _of_month(of_month: int, wanted: int | None, frame: Span) -> list[Span]:
    """A day by its number in a month of the frame; among several months only its weekday can tell which."""
    lo, hi = frame
    days = [day for day in range(lo, min(hi, lo + _MOST_DAYS)) if civil(day)[2] == of_month]
    if len(days) > 1 and wanted is None:
        raise UnreadError(f"a day by its number ({of_month}), but no month")
    return [(day, day + 1) for day in days if wanted is None or weekday(day) == wanted]


def _nth(spec: Spec, frame: Span) -> list[Span]:
    """ "the third week of", "the first ten days of", "the last four months of"."""
    lo, hi = frame
    nth, unit, count = spec.nth or 1, spec.nth_unit or "day", spec.nth_count
    if unit == "week":
        start = monday(lo + 3) + 7 * (nth - 1) if nth > 0 else monday(hi - 4) - 7 * (count - 2 - nth)
        span = (start, start + 7 * count)
        if count == 1 and hi - lo <= 31:
            counted = (lo + 7 * (nth - 1), lo + 7 * nth) if nth > 0 else (hi + 7 * nth, hi + 7 * nth + 7)
            return [span, counted] if counted[0] < hi else []
        return [span] if span[0] < hi + 7 and span[1] > lo - 7 else []
    if unit == "weekend":  # the one whose Saturday lies there
        first, last = lo + (_SATURDAY - weekday(lo)) % 7, hi - 1 - (weekday(hi - 1) - _SATURDAY) % 7
        start = first + 7 * (nth - 1) if nth > 0 else last - 7 * (count - 2 - nth)
        return [(start, start + 7 * count - 5)] if lo <= start < hi else []
    if unit == "day":
        start = lo + (nth - 1) * count if nth > 0 else hi + nth * count
        return [(start, start + count)] if lo <= start and start + count <= hi else []
    if unit == "quarter" and hi - lo > _MOST_DAYS:
        return _fourths(nth, count, frame)
    if unit in ("month", "quarter", "year", "decade"):
        start = lo if nth > 0 else unit_span(unit, hi - 1, 2 + nth - count)[0]
        shift = nth - 1 if nth > 0 else 0
        span = (unit_span(unit, start, shift)[0], unit_span(unit, start, shift + count - 1)[1])
        return [span] if lo <= span[0] and span[1] <= hi else []
    raise UnreadError(f"an ordinal before {unit!r} is not a time that can be placed")

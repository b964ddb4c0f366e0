"""Moments: which of two dates or date-times came first, as far as they tell."""

from __future__ import annotations

import enum
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from conflicts.claims import Moment


class Order(enum.Enum):
    """How one moment lies to another; UNKNOWN where both can be the same, or either first."""

    BEFORE = "before"
    SAME = "same"
    AFTER = "after"
    UNKNOWN = "unknown"


def order(a: Moment | None, b: Moment | None) -> Order:
    """How `a` lies to `b`: as instants if both have a time of day, else by their local dates.

    >>> order(date(2025, 7, 21), date(2025, 7, 22)), order(date(2025, 7, 21), date(2025, 7, 21))
    (<Order.BEFORE: 'before'>, <Order.UNKNOWN: 'unknown'>)
    """
    if a is None or b is None:
        return Order.UNKNOWN
    if isinstance(a, datetime) and isinstance(b, datetime) and (a.tzinfo is None) == (b.tzinfo is None):
        if a == b:
            return Order.SAME
        return Order.BEFORE if a < b else Order.AFTER
    day_a, day_b = local_day(a), local_day(b)
    if day_a == day_b:
        return Order.UNKNOWN
    return Order.BEFORE if day_a < day_b else Order.AFTER


def local_day(moment: Moment) -> date:
    """The day on the wall clock of whoever wrote the moment down."""
    return moment.date() if isinstance(moment, datetime) else moment


def spoken_at(moment: Moment | None, timezone: str | None) -> Moment | None:
    """The moment on the wall clock of `timezone`, if one is named and the moment is an instant.

    >>> spoken_at(datetime.fromisoformat("2025-03-09T23:30:00+00:00"), "Europe/Kyiv").isoformat()
    '2025-03-10T01:30:00+02:00'
    """
    if timezone is None or not isinstance(moment, datetime):
        return moment
    zone = ZoneInfo(timezone)
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)


def offset_text(moment: Moment | None) -> str | None:
    """The moment's own offset from UTC as "+03:00", or None if it names none.

    >>> offset_text(datetime.fromisoformat("2025-07-21T20:00:00-04:30"))
    '-04:30'
    """
    offset = moment.utcoffset() if isinstance(moment, datetime) else None
    if offset is None:
        return None
    sign = "-" if offset < timedelta(0) else "+"
    minutes = abs(offset) // timedelta(minutes=1)
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}"

"""python-dateutil: `parser.parse` with the day of writing as the default.

It tells no granularity. What a text named is found by parsing it over two other defaults: a field that stays the same
was in the text. This is not part of the time.
"""

from __future__ import annotations

from datetime import datetime
from importlib.metadata import version

from dateutil import parser
from serve import Answer, Row, point, serve

FIELDS = ("year", "month", "day", "hour", "minute", "second")
ONE, OTHER = datetime(2001, 1, 1, 1, 1, 1), datetime(2004, 2, 2, 2, 2, 2)


def call(row: Row) -> datetime:
    return parser.parse(row["text"], default=row["moment"])


def told(row: Row, found: datetime) -> Answer:
    try:
        one, other = parser.parse(row["text"], default=ONE), parser.parse(row["text"], default=OTHER)
    except (ValueError, OverflowError):
        return point(found, "day")
    named = [field for field in FIELDS if getattr(one, field) == getattr(other, field)]
    if "minute" in named:  # it fills in seconds and minutes of a time with zeros
        return point(found, "minute" if found.second == 0 else "second")
    weekday_only = not named and found != row["moment"]
    return point(found, "day" if weekday_only or not named else named[-1])


if __name__ == "__main__":
    serve(version("python-dateutil"), {"time": (call, told)})

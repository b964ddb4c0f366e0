"""Sets of times in a form that a person can check against a calendar."""

from __future__ import annotations

from conflicts.values.bounds import INFINITY, Number
from conflicts.values.calendar import DAY, HOUR, MINUTE, civil
from conflicts.values.extent import Extent


def moment(second: Number) -> str:
    """A second of the time axis as a date, with the time of day where it is not midnight."""
    day, of_day = divmod(second, DAY)
    year, month, of_month = civil(int(day))
    text = f"{year}-{month:02d}-{of_month:02d}"
    if not of_day:
        return text
    text += f"T{int(of_day // HOUR):02d}:{int(of_day % HOUR // MINUTE):02d}"
    return text + (f":{float(of_day % MINUTE):g}" if of_day % MINUTE else "")


def shown(extent: Extent) -> str:
    """ "2025-07-23 .. 2025-07-24 | (2025-07-25T21:00 .. 2025-07-26]"."""
    parts = []
    for (lo, lo_side), (hi, hi_side) in extent.intervals:
        start = "" if lo == -INFINITY else ("(" if lo_side else "") + moment(lo)
        end = "" if hi == INFINITY else moment(hi) + ("" if hi_side else "]")
        parts.append(f"{start} .. {end}".strip())
    return " | ".join(parts)

"""Values in plain English words that read back to the same sets.

The grammar of these words, which the readers understand in every kind::

    value  :=  set  |  set "; loosely " set
    set    :=  "anything" | "anything but " parts | parts
    parts  :=  part (" or " part)*
    part   :=  "any value" | "not settled" | "no such value" | words of one interval, as its axis puts it
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from conflicts.values.bounds import NONE, UNSETTLED, Interval
from conflicts.values.extent import EVERYTHING, LINE, Extent
from conflicts.values.names import name_words

if TYPE_CHECKING:
    from conflicts.values.value import Value

_BESIDE_A_BOUND: Final = re.compile(r"\b(after |before |than )exactly ")
LOOSELY = "; loosely "
ANYTHING = "anything"
BUT = "anything but "
OR = " or "
ANY_VALUE = "any value"
NOT_SETTLED_WORDS = "not settled"
NO_SUCH_VALUE = "no such value"


def words(value: Value) -> str:
    """The value in words: its strict set, and the loose one where they differ."""
    strict = set_words(value, value.strict)
    is_said = value.strict == value.loose and strict != NOT_SETTLED_WORDS  # alone, these two words leave all open
    return strict if is_said else f"{strict}{LOOSELY}{set_words(value, value.loose)}"


def set_words(value: Value, extent: Extent) -> str:
    """One set on the axis of `value` in words."""
    if extent == EVERYTHING:
        return ANYTHING
    if extent.hi == NONE and extent.meets(LINE) and not extent >= LINE:
        return BUT + _parts(value, ~extent)
    return _parts(value, extent)


def plainly(words: str) -> str:
    """The words without "exactly" beside a bound, for people: they read well, but not always back to the same set.

    >>> plainly("after exactly 21:05 on 23 July 2025 and before exactly 21:30 on 23 July 2025")
    'after 21:05 on 23 July 2025 and before 21:30 on 23 July 2025'
    """
    return _BESIDE_A_BOUND.sub(r"\1", words)


def _parts(value: Value, extent: Extent) -> str:
    line = extent & LINE
    parts: list[str] = []
    if line == LINE:
        parts.append(ANY_VALUE)
    elif not line.is_empty:
        parts.extend([value.label] if value.axis.startswith("place") and value.label else _line(value, line))
    if extent.meets(Extent(((UNSETTLED, UNSETTLED),))):
        parts.append(NOT_SETTLED_WORDS)
    if extent.hi == NONE:
        parts.append(NO_SUCH_VALUE)
    return OR.join(parts)


def _line(value: Value, line: Extent) -> list[str]:
    return [interval_words(value, interval) for interval in line.intervals]


def interval_words(value: Value, interval: Interval) -> str:
    """One interval on the line of `value`'s axis in words."""
    lo = interval[0][0]
    axis = value.axis
    if axis == "time":
        from conflicts.values.time_words import time_words

        return time_words(interval, zoned=value.clock == "zoned")
    if axis == "duration":
        from conflicts.values.time_words import duration_words

        return duration_words(interval, value.timex)
    if axis == "flag":
        return "yes" if lo == 1 else "no"
    if axis in {"name", "event"}:
        return name_words(interval, value.label)
    if axis.startswith("place"):
        return value.label or f"place {lo}"
    if axis == "order":
        from conflicts.values.allen import relation_words

        return relation_words(Extent((interval,)))
    from conflicts.values.quantity_words import quantity_words

    hulls = [(extent.lo, extent.hi) for extent in (value.strict & LINE, value.loose & LINE) if not extent.is_empty]
    return quantity_words(interval, axis, value.unit, hulls)

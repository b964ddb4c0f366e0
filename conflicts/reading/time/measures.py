"""Lengths of time in seconds: how long a unit is, and how exact a printed number."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from attrs import define

from conflicts.reading.time.lengths import length
from conflicts.reading.time.relative import length_timex
from conflicts.reading.time.spec import Count, Length
from conflicts.reading.time.tokens import Tokens
from conflicts.values.bounds import exact
from conflicts.values.calendar import DAY, HOUR, MINUTE
from conflicts.values.extent import Extent

SIZES: Final[dict[str, tuple[int, int]]] = {
    # The shortest and the longest that one of a unit can be, in seconds.
    "second": (1, 1),
    "minute": (MINUTE, MINUTE),
    "hour": (HOUR, HOUR),
    "day": (DAY, DAY),
    "night": (DAY // 3, DAY),
    "workday": (DAY, DAY),
    "weekend": (2 * DAY, 2 * DAY),
    "workweek": (5 * DAY, 7 * DAY),
    "week": (7 * DAY, 7 * DAY),
    "fortnight": (14 * DAY, 14 * DAY),
    "month": (28 * DAY, 31 * DAY),
    "quarter": (90 * DAY, 92 * DAY),
    "semester": (181 * DAY, 184 * DAY),
    "year": (365 * DAY, 366 * DAY),
    "fiscal": (365 * DAY, 366 * DAY),
    "school": (200 * DAY, 366 * DAY),
    "decade": (3652 * DAY, 3653 * DAY),
    "century": (36524 * DAY, 36525 * DAY),
    "millennium": (365242 * DAY, 365243 * DAY),
}
_ISO_UNITS: Final = {"y": "year", "m": "month", "w": "week", "d": "day"}
_ISO_CLOCK: Final = {"h": "hour", "m": "minute", "s": "second"}
_STRICT_ROUGH, _LOOSE_ROUGH = Fraction(1, 10), Fraction(1, 4)


@define
class Measured:
    """A length as its shortest and longest reading in seconds, and half of its last printed unit."""

    low: Count
    high: Count
    half: Count
    timex: str
    is_vague: bool = False


def read_length(tokens: Tokens, at: int, *, bare: bool = False, is_first: bool = False) -> tuple[Measured, int] | None:
    """A length at `at`, in words or as ISO 8601 writes it."""
    found = _iso(tokens, at) or _clock_like(tokens, at) or length(tokens, at, bare=bare, is_first=is_first)
    if found is None:
        return None
    return measured(found[0]), found[1]


def measured(how_long: Length) -> Measured:
    low = sum((part[0] * SIZES[part[2]][0] for part in how_long.parts), 0)
    high = sum((part[1] * SIZES[part[2]][1] for part in how_long.parts), 0)
    count, _, unit = how_long.parts[-1]
    unit_size = SIZES[unit][0]
    half = Fraction(unit_size, 2)
    if count.denominator != 1:
        half = Fraction(unit_size, 2 * min(count.denominator, 10))
    elif len(how_long.parts) == 1 and count >= 10 and count % 10 == 0:
        zeros = 10
        while count % (zeros * 10) == 0:
            zeros *= 10
        half = min(Fraction(unit_size * zeros, 2), max(count * unit_size * Fraction(5, 100), half))
    return Measured(low, high, half, length_timex(how_long), how_long.is_vague)


def _iso(tokens: Tokens, at: int) -> tuple[Length, int] | None:
    """ "P3D", "PT1H30M", "P1.5Y"."""
    if tokens.word(at) not in ("p", "pt") or not tokens.is_glued(at + 1) or not tokens.is_number(at + 1):
        return None
    in_clock, end = tokens.word(at) == "pt", at + 1
    parts: list[tuple[Fraction, Fraction, str]] = []
    while tokens.is_number(end) and tokens.is_glued(end):
        count = Fraction(int(tokens.words[end]))
        end += 1
        if tokens.word(end) in (".", ",") and tokens.is_number(end + 1) and tokens.is_glued(end + 1):
            digits = tokens.words[end + 1]
            count += Fraction(int(digits), 10 ** len(digits))
            end += 2
        word = tokens.word(end)
        if not tokens.is_glued(end):
            return None
        letter, rest = word[:1], word[1:]
        unit = (_ISO_CLOCK if in_clock else _ISO_UNITS).get(letter)
        if unit is None or rest not in ("", "t") or (rest and in_clock):
            return None
        in_clock = in_clock or rest == "t"
        parts.append((count, count, unit))
        end += 1
    return (Length(tuple(parts)), end) if parts else None


def _clock_like(tokens: Tokens, at: int) -> tuple[Length, int] | None:
    """ "1:45:30" (hours, minutes, seconds)."""
    if not (tokens.is_number(at) and tokens.word(at + 1) == ":" == tokens.word(at + 3)):
        return None
    if not all(tokens.is_glued(at + step) for step in range(1, 5)):
        return None
    if not (tokens.is_number(at + 2) and tokens.is_number(at + 4)):
        return None
    hours, minutes, seconds = (int(tokens.words[at + step]) for step in (0, 2, 4))
    if minutes > 59 or seconds > 59:
        return None
    units = ((hours, "hour"), (minutes, "minute"), (seconds, "second"))
    return Length(tuple((Fraction(count), Fraction(count), unit) for count, unit in units)), at + 5


def signed(tokens: Tokens, at: int, *, is_first: bool = False) -> tuple[Measured, int] | None:
    """A length that may be negative, as differences are: "exactly -5 seconds"."""
    if tokens.word(at) == "-" and tokens.is_number(at + 1):
        found = read_length(tokens, at + 1, is_first=is_first)
        if found:
            read = found[0]
            read.low, read.high, read.timex = -read.high, -read.low, f"-{read.timex}"
        return found
    return read_length(tokens, at, is_first=is_first)


def rough(read: Measured, hedge: str) -> tuple[Extent, Extent]:
    """ "about", "nearly", "just over": a tenth strictly, a quarter loosely, on the side that the hedge allows."""
    strict, loose = max(read.half, read.high * _STRICT_ROUGH), max(read.half * 2, read.high * _LOOSE_ROUGH)
    down = 0 if hedge == "over" else 1
    up = 0 if hedge == "nearly" else 1
    return (
        Extent.closed(exact(max(read.low - strict * down, Fraction(0))), exact(read.high + strict * up)),
        Extent.closed(exact(max(read.low - loose, Fraction(0))), exact(read.high + loose)),
    )
